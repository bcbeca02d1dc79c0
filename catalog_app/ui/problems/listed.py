"""The list of what was found, in step with the session and with the field in focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.session.jobs import Jobs
from catalog_app.ui.look import role
from catalog_app.ui.numbers import grouped
from catalog_app.ui.problems.bar import ProblemsBar
from catalog_app.ui.problems.delegate import ProblemDelegate
from catalog_app.ui.problems.detail import ProblemDetail
from catalog_app.ui.problems.list import ProblemList
from catalog_app.ui.problems.model import FINDING, ProblemsModel
from catalog_app.ui.problems.sheet import MendSheet
from catalog_app.ui.problems.walk import next_row
from catalog_app.validation.finding import Finding

_OFF = "problems/off"


class ListedProblems(QWidget):
    """What was found, the row that is about the field in focus, and the way to the field."""

    def __init__(
        self, session: object, findings: object, services: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._findings = session, findings
        self._jobs = getattr(services, "jobs", None) or Jobs(self)
        self._settings = getattr(services, "settings", None)
        # Where the user is when that is no row of the list, and the finding stood at before that.
        self._away: Address | None = None
        self._stood: Finding | None = None
        self._going = False
        self.bar = ProblemsBar(self)
        self.model = ProblemsModel(session.document, self)
        self.list = self._list()
        self.detail = ProblemDetail(self)
        self.detail.hide()
        self.sheet = MendSheet(self)
        self.nothing = role(QLabel(self), "dim")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._take_settings()
        self._connect()
        self._on_findings_changed()

    def focus_first(self) -> None:
        """Put the focus in the list, or where it can be when there is no problem."""
        (self.list if self.list.isVisible() else self.bar.filters[""]).setFocus()

    def _list(self) -> QListView:
        shown = ProblemList(self)
        shown.setModel(self.model)
        shown.setUniformItemSizes(True)
        shown.setMinimumHeight(shown.fontMetrics().height() + 8)
        shown.setMouseTracking(True)
        shown.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        shown.setAccessibleName(self.tr("Problems"))
        self._delegate = ProblemDelegate(shown, self)
        shown.setItemDelegate(self._delegate)
        return shown

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.detail)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(body)
        self._pages.addWidget(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    def _take_settings(self) -> None:
        if self._settings is not None:
            for rule in self._settings.texts(_OFF):
                self._findings.switch_off(rule)
        self._on_rules_changed()

    def _connect(self) -> None:
        self._findings.changed.connect(self._on_findings_changed)
        self._findings.busy.connect(self._on_busy)
        self._findings.rules_changed.connect(self._on_rules_changed)
        self._session.place_changed.connect(self._on_place)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered_key.connect(self._on_key)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.bar.chosen.connect(self._on_filter)
        self.bar.switched_on.connect(self._findings.switch_on)

    # ---- from the session

    def _on_findings_changed(self) -> None:
        self._take(self._findings.items)
        totals = self.model.totals
        self.bar.show_totals(totals)
        self.bar.show_safe(0 if self._session.read_only else len(self._findings.safe))
        number = sum(totals.values())
        self.setWindowTitle(self.tr("Problems") + (f"  {grouped(number)}" if number else ""))
        self._say_nothing()
        self._show_detail()

    def _take(self, items: tuple[Finding, ...]) -> None:
        """List others; the row stood at stays so, and one that is mended leaves its place."""
        stood, away = self._stood, self._away
        self.model.take(items)
        if stood is None:
            return
        row = next((r for r, f in enumerate(self.model.shown) if _same(f, stood)), None)
        if row is not None:
            self._stand_at(row)
        elif away is None:
            away = stood.address
        self._stood = stood
        self._be_away(away)

    def _on_busy(self, _busy: bool) -> None:
        self._say_nothing()

    def _say_nothing(self) -> None:
        empty = not self.model.shown
        self.list.setVisible(not empty)
        self.nothing.setVisible(empty)
        if self._session.untouched:
            self.nothing.setText(self.tr("A new record: nothing is looked at before you begin."))
        elif not self._session.document.anchors():
            self.nothing.setText(self.tr("There is nothing here to look at."))
        elif self._findings.reports:
            self.nothing.setText(self.tr("Nothing found."))
        else:
            self.nothing.setText(self.tr("Looking…"))

    def _on_rules_changed(self) -> None:
        off = tuple(sorted(self._findings.rules.off))
        self.bar.show_off(off)
        if self._settings is not None:
            self._settings.keep(_OFF, list(off))

    def _on_place(self, place: Address, origin: object) -> None:
        """Let the list stand at the finding of the field in focus."""
        if origin is self or self._going:
            return
        row = next((r for r, f in enumerate(self.model.shown) if f.address == place), None)
        if row is not None:
            self._stand_at(row)
        elif not self._stands_around(place):
            self._be_away(place)

    def _be_away(self, place: Address | None) -> None:
        """Where the field in focus has no finding, no row looks as if it were about it."""
        self._away = place
        if place is not None and not self.list.hasFocus():
            self.list.clearSelection()

    def _stands_around(self, place: Address) -> bool:
        """Whether the row stood at is about what holds a place, which may have no other."""
        stood = self.current.address if self.current and self._away is None else None
        return stood is not None and bool(stood.steps) and stood.element.contains(place)

    # ---- moving about

    @property
    def current(self) -> Finding | None:
        """The finding of the current row."""
        return self.list.currentIndex().data(FINDING)

    def _stand_at(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))
        self._stood, self._away = self.current, None

    def next_problem(self) -> None:
        """Go to the field of the next finding."""
        self._step(1)

    def previous_problem(self) -> None:
        """Go to the field of the finding before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        shown = self.model.shown
        if shown:
            self._stand_at(self._row_after(by))
            self._go(self.current)

    def _row_after(self, by: int) -> int:
        shown, row = self.model.shown, self.list.currentIndex().row()
        if self._away is not None and self._stood is not None:
            grave = self._stood.severity
            return next_row(self._session.document, shown, self._away, grave, by)
        return (row + by) % len(shown) if row >= 0 else (0 if by > 0 else len(shown) - 1)

    def _go(self, finding: Finding | None, origin: object = None) -> None:
        """Show a finding's field; without an origin the focus goes into it."""
        if finding is None or finding.address is None:
            return
        self._going = True  # the focus may come to a field beside or inside the place
        try:
            self._session.go_to(finding.address, origin=origin)
        finally:
            self._going = False

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go(index.data(FINDING), self)

    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._stood, self._away = self.current, None
        self._show_detail()

    def _show_detail(self) -> None:
        if self.detail.isVisibleTo(self):
            self.detail.show_finding(self.current, not self._session.read_only)

    def _on_key(self, name: str) -> None:
        if name == "go":
            self._go(self.current)
        elif name == "detail":
            self.toggle_detail()
        else:
            self.detail.hide()
            self._make_room()

    def toggle_detail(self) -> None:
        """Show or hide the current finding in full."""
        self.detail.setVisible(not self.detail.isVisibleTo(self))
        self._show_detail()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low pane the bar gives way to what is asked about."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show the bar where it does not take the room of the question or of the finding."""
        asking = self._pages.currentWidget() is self.sheet
        detail = self.detail.sizeHint().height() if self.detail.isVisibleTo(self) else 0
        rows = 2 * (self.fontMetrics().height() + 8)
        low = self.height() < self.bar.sizeHint().height() + rows + detail
        self.bar.setVisible(not asking and not (detail and low))

    def _on_filter(self, severity: str) -> None:
        self.model.show_only(severity)
        self._say_nothing()


def _same(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same of a place, wherever its line is by now."""
    return (one.rule, one.address, one.message) == (other.rule, other.address, other.message)

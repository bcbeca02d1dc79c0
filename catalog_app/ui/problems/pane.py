"""The problems pane: the list of findings, one in full, and the preview of repairs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.difference import Line, difference, regions_of
from catalog_app.document.edit import Change, Edit
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.sentences import fix_in_words, in_words
from catalog_app.ui.look import icon, role
from catalog_app.ui.numbers import grouped
from catalog_app.ui.problems.bar import ProblemsBar
from catalog_app.ui.problems.delegate import ProblemDelegate
from catalog_app.ui.problems.detail import ProblemDetail
from catalog_app.ui.problems.list import ProblemList
from catalog_app.ui.problems.model import FINDING, ProblemsModel, where
from catalog_app.ui.problems.sheet import MendSheet
from catalog_app.ui.problems.walk import next_row
from catalog_app.ui.typing_on import type_into
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.fixes import is_edit
from catalog_app.validation.mending import Mended

_OFF = "problems/off"
# As many repairs as anybody reads before saying yes.
_TOLD = 500


class ProblemsPane(QWidget):
    """What was found, and the way to the field and to the repair.

    `files_wanted(Fix)` for a repair that makes new files and leaves this one alone; the shell does
    it. `asking()` before a question is put, so that the pane can be brought into sight, and
    `answered()` when it is gone and the focus is back. `bar` may be taken as the corner of a tab
    bar; the window title says how many findings there are, for the tab.
    """

    files_wanted = Signal(object)
    asking = Signal()
    answered = Signal()

    def __init__(
        self, session: object, findings: object, services: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._findings = session, findings
        self._jobs = getattr(services, "jobs", None) or Jobs(self)
        self._settings = getattr(services, "settings", None)
        self._waiting: Edit | None = None
        # Where the user is when that is no row of the list, and the finding stood at before that.
        self._away: Address | None = None
        self._stood: Finding | None = None
        self._going = self._asked_here = False
        self._asked_about: Address | None = None
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
        self._session.changed.connect(self._on_session_changed)
        self._session.place_changed.connect(self._on_place)
        self._delegate.taken.connect(self._on_link)
        self.detail.taken.connect(self._on_detail_fix)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered_key.connect(self._on_key)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.bar.chosen.connect(self._on_filter)
        self.bar.mend_wanted.connect(self.fix_all)
        self.bar.switched_on.connect(self._findings.switch_on)
        self.sheet.accepted.connect(self._on_sheet_accepted)
        self.sheet.rejected.connect(self._close_sheet)
        self.sheet.typed.connect(self._on_sheet_typed)

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

    def _on_session_changed(self, change: Change) -> None:
        if change.origin is not self:
            self._close_sheet()

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
        elif name == "fix":
            self.mend(self.current)
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

    # ---- mending

    def fix_here(self) -> None:
        """Take the first fix of the finding at the place in focus."""
        place = self._session.place
        if place is None:
            self.mend(self.current)
            return
        here = [
            f for f in (*self._findings.at(place), *self._findings.at(place.element)) if f.fixes
        ]
        current = self.current if self._away is None else None
        if current is not None and current.fixes:
            here.insert(0, current)
        around = [f for f in self._findings.items if f.fixes and f.address == place.parent]
        found = [*here, *around]
        self.mend(found[0] if found else None)

    def mend(self, finding: Finding | None, fix: Fix | None = None) -> None:
        """Do a repair of a finding, the first if none is named; one that is not safe asks."""
        if finding is None or not finding.fixes or self._session.read_only:
            return
        fix = fix or finding.fixes[0]
        if not is_edit(fix):
            self.files_wanted.emit(fix)
            return
        if fix.safe:
            self._findings.apply(finding, fix)
            return
        edit = self._findings.edit_for(finding, fix)
        if edit is None:
            self._session.refused.emit(
                self.tr("“%1” cannot be done here any more.").replace("%1", in_words(fix.title))
            )
            return
        words = [f"{where(self._session.document, finding.address)}: {in_words(finding.message)}"]
        done = Edit(fix.title, edit.splices, edit.address)
        self._ask(in_words(fix.title), words, done, about=finding.address)

    def fix_all(self) -> None:
        """Show what mending all that is safe would do."""
        if self._session.read_only:
            return
        self._findings.look_for_safe(self._on_safe_found)

    def _on_safe_found(self, edit: Edit | None, found: Mended) -> None:
        if edit is None:
            return
        document = self._session.document
        words = [
            f"{where(document, f.address)}: {in_words(x.title)}. {in_words(f.message)}"
            for f, x in found.repairs[:_TOLD]
        ]
        number = len(found.repairs)
        if number > _TOLD:
            words.append(self.tr("… and %1 more").replace("%1", grouped(number - _TOLD)))
        title = self.tr("%1 repairs that lose nothing").replace("%1", str(number))
        self._ask(title, words, edit, list(found.lines))

    def _ask(
        self,
        title: str,
        words: list[str],
        edit: Edit,
        lines: list[Line] | None = None,
        about: Address | None = None,
    ) -> None:
        self._waiting, self._asked_here = edit, self.isAncestorOf(QApplication.focusWidget())
        self._asked_about = about
        if lines is None:
            lines = difference(regions_of(self._session.document, edit))
        self.asking.emit()  # or what is typed now would be lost on a button that nobody sees
        self._pages.setCurrentWidget(self.sheet)
        self._make_room()
        self.sheet.ask(title, words, lines, amid_typing=not self._asked_here)

    def _on_sheet_accepted(self) -> None:
        edit = self._waiting
        self._close_sheet()
        if edit is not None:
            label, place = in_words(edit.name), self._session.place
            then = partial(self._on_mended, place)
            perform_in_slices(self._session, self._jobs, label, lambda: iter([edit]), self, then)

    def _on_mended(self, place: Address | None, edit: Edit | None) -> None:
        """Let who came from a field go on in what it has become, and not in the next one."""
        session = self._session
        session.end_typing()
        mended = edit.address if edit is not None else None
        if self._asked_here or mended is None or place is None:
            return
        about = self._asked_about
        near = mended.part == place.part and mended.steps[:1] == place.steps[:1]
        # What is put together with another card has gone there, with who was in it.
        gone = about is not None and bool(about.steps) and about.element.contains(place)
        if (near or gone) and session.document.element(mended.element) is not None:
            session.go_to(mended)

    def _close_sheet(self) -> None:
        self._waiting = None
        if self._pages.currentWidget() is self.sheet:
            had_focus = self.sheet.isAncestorOf(QApplication.focusWidget())
            self._pages.setCurrentIndex(0)
            self._make_room()
            if had_focus:
                self._give_back_the_focus()
            self.answered.emit()

    def _on_sheet_typed(self, text: str) -> None:
        """What is typed goes into the field that the user comes from; nothing is mended."""
        self._close_sheet()
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            type_into(focus, text)

    def _give_back_the_focus(self) -> None:
        """To the list if it was asked there, else to the field that the user comes from."""
        if self._asked_here or self._session.place is None:
            self.list.setFocus()
        else:
            self._session.go_to(self._session.place)

    def _on_link(self, row: int) -> None:
        self._stand_at(row)
        self.mend(self.current)

    def _on_detail_fix(self, fix: Fix) -> None:
        self.mend(self.current, fix)

    # ---- the menu of a row

    def _on_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu().popup(self.list.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done about the current finding."""
        finding = self.current
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction(icon("go-to"), self.tr("Go to the field"))
        go.triggered.connect(self._on_menu_go)
        for fix in finding.fixes if finding else ():
            action = menu.addAction(icon("fix"), fix_in_words(fix))
            action.setData(fix)
            action.setEnabled(not self._session.read_only)
        menu.triggered.connect(self._on_menu_fix)
        menu.addSeparator()
        menu.addAction(self.tr("Show in full")).triggered.connect(self.toggle_detail)
        off = menu.addAction(icon("eye"), self.tr("Don't show this kind again"))
        off.setEnabled(finding is not None and finding.source == "rule")
        off.triggered.connect(self._on_menu_off)
        return menu

    def _on_menu_go(self) -> None:
        self._go(self.current)

    def _on_menu_fix(self, action: object) -> None:
        if isinstance(action.data(), Fix):
            self.mend(self.current, action.data())

    def _on_menu_off(self) -> None:
        if self.current is not None:
            self._findings.switch_off(self.current.rule)


def _same(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same of a place, wherever its line is by now."""
    return (one.rule, one.address, one.message) == (other.rule, other.address, other.message)

"""What the panes of files and of divisions are alike in: a table of whole rows that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QToolButton,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.large import Making
from catalog_app.document.slices import Slices, let_go
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.session import Session
from catalog_app.ui.keys import KEYS
from catalog_app.ui.look import icon, role
from catalog_app.ui.package.cells import CellDelegate
from catalog_app.ui.package.rows_model import RowsModel
from catalog_app.ui.whole_rows import WholeRows

_STEP = 500
_FLAGS = QItemSelectionModel.SelectionFlag
Then = Callable[[Edit | None], None]
Span = tuple[int, int]


class RowTable(WholeRows, QTableView):
    """A table of whole rows, edited in place, that lets the keyboard leave it.

    `lost(why)` when what was refused cannot be mended at its cell.
    """

    lost = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 9)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def row_height(self) -> int:
        """How high every row is."""
        return self.verticalHeader().defaultSectionSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint down to the last whole row; a table takes away the margins that we set."""
        height, area = self.viewport().height(), event.rect()
        if height > self.row_height:
            area.setBottom(min(area.bottom(), height - height % self.row_height - 1))
        if not area.isEmpty():
            super().paintEvent(QPaintEvent(area))

    def _own(self, event: QKeyEvent) -> QAction | None:
        pressed = QKeySequence(event.keyCombination())
        mine = (action for action in self.actions() if pressed in action.shortcuts())
        return next((action for action in mine if action.isEnabled()), None)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the rows' own actions before those of the window are asked."""
        if event.type() == QEvent.Type.ShortcutOverride and self._own(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the rows have a key for; the rest moves about."""
        action = self._own(event)
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def setModel(self, model: QAbstractItemModel) -> None:  # noqa: N802 - Qt's name
        """Show a model; the heads know nothing of what is chosen.

        To paint them Qt would ask row after row whether their whole column is: 200,000 times.
        """
        super().setModel(model)
        heads = self.horizontalHeader()
        heads.setSelectionModel(QItemSelectionModel(model, heads))

    def _chosen_spans(self) -> list[Span]:
        return sorted({(one.top(), one.bottom()) for one in self.selectionModel().selection()})

    def chosen_rows(self) -> Iterator[int]:
        """The numbers of the rows that are chosen, from the top; all of very many cost nothing."""
        for first, last in self._chosen_spans():
            yield from range(first, last + 1)

    def number_chosen(self) -> int:
        """How many rows are chosen."""
        return sum(last + 1 - first for first, last in self._chosen_spans())


class SectionPane(QWidget):
    """Shows a section as rows; every change is an edit of the session."""

    def __init__(
        self, session: Session, services: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = getattr(services, "jobs", None) or Jobs(self)
        self._wanted: Address | None = session.place
        #: The row in focus, also while another pane is shown.
        self.left_at: Address | None = None
        self._menu: QMenu | None = None
        self.count = role(QLabel(self), "faint")
        self.model: RowsModel
        self.view: RowTable
        self.copy: QAction

    def _button(
        self, name: str, text: str, tip: str = "", menu: QMenu | None = None
    ) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "dim"))
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text or tip)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(style if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
        if menu is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(menu)
        return button

    def _follow(self) -> None:
        self._session.place_changed.connect(self._on_session_place_changed)
        self.model.loaded.connect(self._on_rows_changed)
        self.model.refused.connect(self._on_model_refused)
        self.view.lost.connect(self._session.refused)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)

    # ---- the row in focus

    def _on_rows_changed(self) -> None:
        self._say_count()
        self._show_wanted()

    def _on_model_refused(self, index: QPersistentModelIndex, typed: str, words: str) -> None:
        """Let what was refused be mended at its cell."""
        here = self.model.index(index.row(), index.column()) if index.isValid() else QModelIndex()
        self.view.itemDelegateForIndex(here).refuse(index, typed, words)

    def _on_session_place_changed(self, address: Address, origin: object) -> None:
        if origin is not self and address is not None:
            self._wanted = address
            self._show_wanted()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self.model.loading:
            self._wanted = self.left_at = self.model.address(current.row())
            self._session.go_to(self._wanted, self)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Show what was clicked, although it may have been in focus before."""
        place = self._session.place
        if not self.model.loading:
            address = self.model.address(index.row())
            if place is None or not address.contains(place):
                self._on_current_changed(index, index)

    def _choose_none(self) -> None:
        """The place in focus is none of the rows: none is shown as if it were."""
        self.left_at = None
        self.view.selectionModel().clear()

    def _choose(self, row: int) -> None:
        """Put the focus on a row, unless it is there alone."""
        if row < 0:
            return
        chosen = self.view.selectionModel().isRowSelected(row)
        if row != self.view.currentIndex().row() or not chosen:
            index = self.model.index(row, max(self.view.currentIndex().column(), 0))
            flags = _FLAGS.ClearAndSelect | _FLAGS.Rows
            self.view.selectionModel().setCurrentIndex(index, flags)
            self.view.scrollTo(index)

    def _choose_all(self, rows: list[int]) -> None:
        """Choose several rows, in order, the first of them in focus."""
        spans, start = [], rows[0]
        for row, following in zip(rows, [*rows[1:], -1], strict=True):
            if following != row + 1:
                spans.append((start, row))
                start = following
        self._choose_stretches(spans)

    def _choose_stretches(self, spans: list[Span]) -> None:
        """The same, given from one row to another."""
        self._choose(spans[0][0])
        self._choose_spans(spans)
        self.view.scrollTo(self.model.index(spans[-1][1], 0))
        self.view.scrollTo(self.model.index(spans[0][0], 0))

    def _choose_spans(self, spans: Iterable[Span]) -> None:
        """Choose rows from one to another; the focus stays."""
        chosen, last = QItemSelection(), self.model.columnCount() - 1
        for top, bottom in spans:
            chosen.select(self.model.index(top, 0), self.model.index(bottom, last))
        self.view.selectionModel().select(chosen, _FLAGS.ClearAndSelect)

    def chosen(self) -> list[Address]:
        """The addresses of the rows that are chosen, from the top."""
        return [self.model.address(row) for row in self.view.chosen_rows()]

    def _any_chosen(self) -> bool:
        return not self.model.loading and self.view.selectionModel().hasSelection()

    # ---- edits

    def _perform(self, label: str, make: Callable[[], Making], then: Then | None = None) -> None:
        """Make and do an edit: at once, or if it takes longer as a job of that name."""
        perform_in_slices(self._session, self._jobs, label, make, self, then or (lambda edit: None))

    def _perform_on_chosen(
        self, label: str, make: Callable[..., Making], *more: object, then: Then | None = None
    ) -> None:
        """Make and do an edit of all rows that are chosen now."""
        rows, version = self.view.chosen_rows(), self._session.document.version

        def making() -> Making:
            if self._session.document.version != version:
                raise EditError("The file was edited meanwhile, and nothing was done. Try again.")
            chosen = yield from self._gathering(rows)
            if chosen:
                yield from make(self._session.document, chosen, *more)
                yield from let_go(chosen)

        self._perform(label, making, then)

    def _gathering(self, rows: Iterator[int]) -> Slices[list[Address]]:
        found: list[Address] = []
        for row in rows:
            found.append(self.model.address(row))
            if len(found) % _STEP == 0:
                yield 0.0
        return found

    def _name_copy(self) -> None:
        """Name the key of copying beside it: the window's, which asks the rows in focus first.

        A key of its own would be the same twice, and of these Qt takes neither where the layout
        of the keyboard is another one.
        """
        words, key = self.copy.text().partition("\t")[0], KEYS.of("duplicate")
        self.copy.setText(f"{words}\t{key}" if key else words)

    def act(self, name: str) -> bool:
        """Do with the rows what the window has a key and an entry in its menu for."""
        action = getattr(self, name, None)
        if isinstance(action, QAction) and action.isEnabled():
            action.trigger()
            return True
        return False

    def _do(self, make: Callable[..., Edit | None], *arguments: object) -> Callable[[], Making]:
        """An edit that is made in one go, as a making."""

        def making() -> Making:
            yield make(self._session.document, *arguments)

        return making

    def _action(self, text: str, keys: str, slot: object, icon_name: str = "") -> QAction:
        """An action of the rows, with its key."""
        made = QAction(icon(icon_name, "dim"), text, self) if icon_name else QAction(text, self)
        made.setShortcut(keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(partial(_without_state, slot))
        self.view.addAction(made)
        return made


def _without_state(slot: Callable[[], None], _checked: bool = False) -> None:
    slot()

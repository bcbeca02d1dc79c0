"""A list of rows under the article, with keys of its own."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from catalog_app.ui.whole_rows import WholeRows


class Rows(WholeRows, QListView):
    """A list whose current row is always the selected one.

    `entered(int, bool)` for Enter on a row, True with Shift; `deleted(int)` for Delete;
    `menu_wanted(int, QPoint)`; `moved(int)` when another row is current; `escaped()` for Esc;
    `focused()` when the focus comes or goes.
    """

    entered = Signal(int, bool)
    deleted = Signal(int)
    menu_wanted = Signal(int, object)
    moved = Signal(int)
    escaped = Signal()
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    @property
    def row(self) -> int:
        """The current row, or -1."""
        return self.currentIndex().row()

    def go(self, row: int) -> None:
        """Make a row the current one; the last where there are fewer."""
        count = self.model().rowCount() if self.model() else 0
        if count:
            self.setCurrentIndex(self.model().index(min(max(0, row), count - 1), 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802
        """Tell which row is current."""
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first row."""
        super().focusInEvent(event)
        self.focused.emit()
        here = self.row
        self.go(max(here, 0))  # Qt makes the first row the current one, but does not select it
        if here >= 0:
            self.moved.emit(here)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that its keys do not count any more."""
        super().focusOutEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Esc; the rest is Qt's."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row >= 0:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.entered.emit(self.row, shifted)
        elif key == Qt.Key.Key_Delete and self.row >= 0:
            self.deleted.emit(self.row)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        spot = event.globalPos()
        if by_key:
            spot = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu_wanted.emit(index.row(), spot)

"""The line of text inside one-line editors: a QLineEdit that keeps nothing for itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from catalog_app.ui.form.editors.keys import (
    LeavesUndo,
    is_enter,
    tell_left,
    without_own_undo,
)
from catalog_app.ui.form.editors.typed import apart, characters, for_qt, moved_cursor, units

_BLANK = 2  # that a QLineEdit leaves before its text
_SHORT, _SEEN = 4, 500  # characters: what surely fits, and what a line can show


class OneLine(LeavesUndo, QLineEdit):
    """A frameless line without a limit of length, whose undo keys go to the window."""

    focused = Signal(bool)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setMaxLength(2**31 - 1)
        #: What says the same in fewer words, where the whole has no room.
        self.brief = ""
        #: Asked first about every key while a list of offers may be open.
        self.takes_key: Callable[[QKeyEvent], bool] | None = None
        self.wants_key: Callable[[QKeyEvent], bool] | None = None

    def show_text(self, text: str) -> None:
        """Show `text`, with the cursor where it was in what stays the same."""
        old = self.text()
        if text == old:
            return
        cursor = moved_cursor(old, text, characters(old, self.cursorPosition()))
        self.setText(for_qt(text))
        self.setCursorPosition(units(text, cursor) if self.hasFocus() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text that is too long ends in “…” while nobody is in it; it shows its beginning."""
        text = self.text()
        room = self.contentsRect().adjusted(_BLANK, 0, -_BLANK, 0)
        if self.hasFocus() or len(text) < _SHORT or self.hasSelectedText():
            super().paintEvent(event)
            return
        metrics = self.fontMetrics()
        shown = text[:_SEEN]
        if metrics.horizontalAdvance(shown) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self.brief and metrics.horizontalAdvance(self.brief) <= room.width():
            shown = self.brief
        cut = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut)
        painter.end()

    def select(self, start: int, end: int) -> None:
        """Select from character `start` to `end`."""
        text = self.text()
        first = units(text, start)
        self.setSelection(first, units(text, end) - first)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and self.wants_key and self.wants_key(event):
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and self.takes_key and self.takes_key(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if is_enter(event):
            self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.select_whole()
        self.focused.emit(True)

    def select_whole(self) -> None:
        """Select everything with the cursor in front, so that a long text shows its beginning."""
        self.setSelection(len(self.text()), -len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)

    def on_focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say after a pop-up that the focus did not come back."""
        if new is not self:
            self.focused.emit(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_own_undo(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a dragged file is for the window to open
            return
        super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put words from elsewhere between those that are there."""
        if event.source() is self or self.isReadOnly():
            super().dropEvent(event)
            return
        at, text = self.cursorPositionAt(event.position().toPoint()), self.text()
        self.setCursorPosition(at)
        here = characters(text, at)
        self.insert(apart(text[:here], event.mimeData().text(), text[here:]))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

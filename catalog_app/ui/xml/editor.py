"""A plain text editor for XML whose history is the document's, and which says what was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from catalog_app.document.spelled import Spelled
from catalog_app.ui.form.editors.keys import is_for_window, is_only_for_form
from catalog_app.ui.look import colours
from catalog_app.ui.look.theme import fixed_font
from catalog_app.ui.whole_rows import WholeLines
from catalog_app.ui.xml.highlighter import Highlighter


class XmlEditor(WholeLines, QPlainTextEdit):
    """Shows a `Spelled` and keeps it in step with what the user types.

    `typed()` after each change by the user, `moved(position)` when the user moved the cursor,
    `drop_wanted()` for undo while there is a draft, `pausing()` before a shortcut of the window
    is looked for and when the focus goes elsewhere.
    """

    typed = Signal()
    moved = Signal(int)
    drop_wanted = Signal()
    pausing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spelled = Spelled("")
        self.newline = "\n"
        self.has_draft = False
        self._filling = False
        self._place: tuple[int, int] | None = None
        self._error: tuple[int, int] | None = None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCenterOnScroll(False)
        self._dress()
        self._highlighter = Highlighter(self.document())
        self._highlighter.look_again()
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.updateRequest.connect(self._on_update)

    # ---- content

    def show_text(self, text: str, keep: bool = False) -> bool:
        """Show a text; with `keep`, touch only what differs from what is shown.

        False if the widget could not take it as it is; then it must not be edited.
        """
        new = Spelled(text)
        self._filling = True
        try:
            if keep:
                self._exchange(self.spelled.shown, new.shown)
            else:
                self._highlighter.first, self._highlighter.last = 0, 80
                self.setPlainText(new.shown)
        finally:
            self._filling = False
        self.spelled = new
        self._mark()
        return self.document().toRawText() == new.shown

    def _exchange(self, old: str, new: str) -> None:
        if old == new:
            return
        start, limit = 0, min(len(old), len(new))
        while start < limit and old[start] == new[start]:
            start += 1
        tail = 0
        while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(old[:start]))
        end = _units(old[: len(old) - tail])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[start : len(new) - tail])

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._filling:
            return
        raw = self.document().toRawText()
        old = self.spelled
        room = _units(old.shown)
        removed = min(removed, max(0, room - position))
        come = _cut(raw, position, position + added)
        gone = _cut(old.shown, position, position + removed)
        if come == gone:
            return  # colours, not characters
        self.spelled = old.spliced(position, removed, come, self.newline)
        if self.spelled.shown != raw:  # what Qt said does not add up: compare everything
            self.spelled = old.spliced(0, room, raw, self.newline)
        self.typed.emit()

    # ---- marks

    def mark_place(self, span: tuple[int, int] | None, reveal: bool) -> None:
        """Tint the characters of the place in focus (indices), and bring them into sight."""
        self._place = self._positions(span)
        self._mark()
        if self._place is not None and reveal:
            self._reveal(self._place[0])

    def mark_error(self, index: int | None) -> None:
        """Underline the line of an error; None for no error."""
        self._error = None
        if index is not None:
            at = self.spelled.position_at(min(index, len(self.spelled.text)))
            block = self.document().findBlock(at)
            start = block.position()
            end = start + max(block.length() - 1, 1)
            self._error = (max(start, at - 60), min(end, at + 60))
        self._mark()

    def _positions(self, span: tuple[int, int] | None) -> tuple[int, int] | None:
        if span is None:
            return None
        return self.spelled.position_at(span[0]), self.spelled.position_at(span[1])

    def _reveal(self, position: int) -> None:
        self._filling = True
        try:
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        finally:
            self._filling = False

    def _mark(self) -> None:
        theme, marks = colours(), []
        if self._place is not None:
            tint = QTextCharFormat()
            tint.setBackground(QColor(theme.accent_tint))
            marks.append(self._selection(self._place, tint))
        if self._error is not None:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(QColor(theme.error))
            marks.append(self._selection(self._error, wave))
        self.setExtraSelections(marks)

    def _selection(self, span: tuple[int, int], shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        last = self.document().characterCount() - 1
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(span[0], last))
        cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, shape
        return mark

    # ---- Qt

    def _on_cursor(self) -> None:
        if not self._filling and self.hasFocus():
            self.moved.emit(self.textCursor().position())

    def _on_update(self, _rect: object, _dy: int) -> None:
        first = self.firstVisibleBlock().blockNumber()
        lines = self.viewport().height() // max(self.fontMetrics().lineSpacing(), 1) + 1
        self._highlighter.show_lines(first, first + lines)

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to it, but for undo while there is a draft, which it drops."""
        if event.type() == QEvent.Type.FocusOut:
            self.pausing.emit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not event.text() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.pausing.emit()
            if is_only_for_form(event):
                event.accept()  # here Ctrl+Delete deletes a word
                return True
            if is_for_window(event):
                undo = event.matches(QKeySequence.StandardKey.Undo)
                event.setAccepted(undo and self.has_draft)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo drops a draft; Return is a line end like the others of the document."""
        if event.matches(QKeySequence.StandardKey.Undo):
            if self.has_draft:
                self.drop_wanted.emit()
            else:
                event.ignore()
        elif is_for_window(event) and not is_only_for_form(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self.textCursor().insertBlock()  # Shift+Return would put in a U+2028
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the theme's colours and sizes when they change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.look_again()
            self._mark()

    def _dress(self) -> None:
        font = fixed_font(QApplication.font())
        if font != self.font():
            self.setFont(font)

    def find_words(self, words: str, backward: bool = False) -> bool:
        """Go to the next place where some words stand, from the top again after the end."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(words, flags):
            return True
        cursor = self.textCursor()
        edge = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
        cursor.movePosition(edge)
        self.setTextCursor(cursor)
        return self.find(words, flags)


def _units(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, start: int, end: int) -> str:
    """A stretch of a text by UTF-16 positions."""
    if text.isascii():
        return text[start:end]
    raw = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
    return raw.decode("utf-16-le", "surrogatepass")

"""Lines of a difference, coloured: what goes, what comes, and what stands around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from catalog_app.document.difference import Line
from catalog_app.ui.look import METRICS, colours
from catalog_app.ui.look.theme import fixed_font
from catalog_app.ui.numbers import grouped
from catalog_app.ui.whole_rows import WholeLines

_MOST = 4000


class DifferenceView(WholeLines, QPlainTextEdit):
    """A read-only view of difference lines, selectable; signs as well as colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(
            0
        )  # it would be scrolled out of sight with the first line
        self.setViewportMargins(METRICS.step, METRICS.step, 0, 0)
        self.setAccessibleName(self.tr("Line difference"))
        self.setTabChangesFocus(True)
        self._dress()

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: list[Line]) -> None:
        """Show these lines, the first few thousand of them."""
        if lines == self._lines:
            return
        self._lines = lines
        shown = [self._text(line) for line in lines[:_MOST]]
        if len(lines) > _MOST:
            rest = grouped(len(lines) - _MOST)
            shown.append(self.tr("… and %1 more lines").replace("%1", rest))
        self.setPlainText("\n".join(shown))
        self._colour()
        self._show_first()

    def _show_first(self) -> None:
        """Bring the first change into sight, with what it became below it."""
        signs = [line.sign in "+-" for line in self._lines[:_MOST]]
        if True in signs:
            first = signs.index(True)
            both = first + 1 < len(signs) and signs[first + 1]
            block = self.document().findBlockByNumber(first + both)
            line = self._lines[first + both]
            cursor = QTextCursor(block)
            for column in (line.last, line.first):  # its end, then its beginning, if not both
                cursor.setPosition(block.position() + min(column + 2, block.length() - 1))
                self.setTextCursor(cursor)

    def _text(self, line: Line) -> str:
        if line.sign == "@":
            return self.tr("line %1").replace("%1", line.text)
        return f"{line.sign} {line.text}"

    def _colour(self) -> None:
        theme, marks = colours(), []
        block = self.document().firstBlock()
        for line in self._lines[:_MOST]:
            tint = {"-": theme.error_tint, "+": theme.passage_topic}.get(line.sign, "")
            if tint:
                cursor = QTextCursor(block)
                marks.append(self._mark(cursor, tint, whole=True))
                if line.last > line.first:
                    cursor = QTextCursor(block)
                    length = block.length() - 1
                    cursor.setPosition(block.position() + min(line.first + 2, length))
                    end = block.position() + min(line.last + 2, length)
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    ink = theme.error if line.sign == "-" else theme.ok
                    marks.append(self._mark(cursor, tint, ink=ink))
            elif line.sign == "@":
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                marks.append(self._mark(cursor, "", ink=theme.faint))
            block = block.next()
        self.setExtraSelections(marks)

    def _mark(
        self, cursor: QTextCursor, tint: str, ink: str = "", whole: bool = False
    ) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        if tint:
            look.setBackground(QColor(tint))
        if ink:
            look.setForeground(QColor(ink))
            look.setFontUnderline(bool(tint))
        if whole:
            look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.format, mark.cursor = look, cursor
        return mark

    def _dress(self) -> None:
        font = fixed_font(QApplication.font())
        if font != self.font():
            self.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the change in sight, and whole lines: what is left of one below them is empty."""
        super().resizeEvent(event)
        row, edges = self.fontMetrics().lineSpacing(), self.viewportMargins()
        room = self.viewport().height() + edges.bottom()
        edges.setBottom(room % row if room > row else 0)
        if edges != self.viewportMargins():
            self.setViewportMargins(edges)
        self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        """Colour again when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

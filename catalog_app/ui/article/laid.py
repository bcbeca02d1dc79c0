"""One piece of text laid out in lines; offsets are characters, whatever Qt counts in."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from catalog_app.ui.article.pieces import BLANK


class Laid:
    """The lines of a piece. `height` is in pixels; an empty piece is half a line high."""

    def __init__(self, text: str, font: QFont, width: float, line_height: float) -> None:
        self._units = _units(text)
        self.length = len(text)
        #: Whether it runs from right to left, as Arabic does; None if no letter says so.
        self.runs_left = runs_left(text)
        self.line_height = line_height
        self.layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.runs_left:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.height = self._lay_out(width) if text else line_height * BLANK

    def _lay_out(self, width: float) -> float:
        y = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self.line_height - line.height()) / 2))
            y += self.line_height
        self.layout.endLayout()
        return y

    # ---- characters and Qt's units

    def unit(self, character: int) -> int:
        """Qt's position of a character."""
        return self._units[character] if self._units else character

    def character(self, unit: int) -> int:
        """The character at Qt's position."""
        return bisect_left(self._units, unit) if self._units else unit

    # ---- places

    def hit(self, point: QPointF) -> int:
        """The character boundary nearest to a point."""
        if not self.length:
            return 0
        count = self.layout.lineCount()
        at = min(max(0, int(point.y() // self.line_height)), count - 1)
        unit = self.layout.lineAt(at).xToCursor(point.x())
        found = self.character(unit)
        # The end of a wrapped line is the beginning of the next: stay on the line that was hit.
        if at + 1 < count and unit >= self._line_end(at) and found:
            return found - 1
        return found

    def _line_end(self, at: int) -> int:
        line = self.layout.lineAt(at)
        return int(line.textStart() + line.textLength())

    def line_of(self, character: int) -> int:
        """The number of the line that a character stands in."""
        if not self.length:
            return 0
        line = self.layout.lineForTextPosition(self.unit(min(character, self.length)))
        return int(line.lineNumber()) if line.isValid() else self.layout.lineCount() - 1

    def lines(self) -> int:
        """How many lines there are, at least one."""
        return max(1, self.layout.lineCount())

    def line_bounds(self, at: int) -> tuple[int, int]:
        """The first character of a line, and the last place of the cursor in it."""
        if not self.length:
            return 0, 0
        line = self.layout.lineAt(at)
        start, end = self.character(line.textStart()), self.character(self._line_end(at))
        return start, end if at == self.layout.lineCount() - 1 else max(start, end - 1)

    def x_of(self, character: int) -> float:
        """How far right a character stands."""
        if not self.length:
            return 0.0
        unit = self.unit(min(character, self.length))
        line = self.layout.lineAt(self.line_of(character))
        x = line.cursorToX(unit)
        return float(x[0] if isinstance(x, tuple) else x)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of a range of characters, one a line, as high as the letters."""
        found = []
        for at in range(self.line_of(start), self.line_of(end) + 1) if self.length else ():
            first, last = self.line_bounds(at)
            low, high = max(start, first), min(end, last)
            if low < high:
                left, right = self._edges(at, low, high)
                line = self.layout.lineAt(at)
                found.append(QRectF(left, line.y(), right - left, line.height()))
        return found

    def _edges(self, at: int, low: int, high: int) -> tuple[float, float]:
        line = self.layout.lineAt(at)
        ends = []
        for character in (low, high):
            x = line.cursorToX(self.unit(character))
            ends.append(float(x[0] if isinstance(x, tuple) else x))
        return min(ends), max(ends)

    # ---- paint

    def draw(
        self, painter: QPainter, origin: QPointF, clip: QRectF, inked: tuple[int, int], ink: QColor
    ) -> None:
        """Draw the letters; those of one range in another ink."""
        selections = []
        if inked[0] < inked[1]:
            chosen = QTextLayout.FormatRange()
            chosen.start = self.unit(inked[0])
            chosen.length = self.unit(inked[1]) - chosen.start
            look = QTextCharFormat()
            look.setForeground(ink)
            chosen.format = look
            selections.append(chosen)
        self.layout.draw(painter, origin, selections, clip)


def runs_left(text: str) -> bool | None:
    """Whether the first letter that has a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    strong = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return None if strong is None else strong != "L"


def _units(text: str) -> list[int]:
    """Qt's position of every character and of the end, where they differ from Python's."""
    if not text or max(text) <= "\uffff":
        return []
    found, at = [], 0
    for letter in text:
        found.append(at)
        at += 2 if letter > "\uffff" else 1
    found.append(at)
    return found

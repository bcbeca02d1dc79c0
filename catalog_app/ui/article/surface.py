"""The visible part of a long text: which pieces are laid out, and where they stand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF

from catalog_app.ui.article.laid import Laid
from catalog_app.ui.article.pieces import Pieces

_KEPT = 240
_NEAR = 20  # pieces without a letter, among which a direction is looked for
_EXACT = 60_000
"""Characters up to which every height is measured, so that the scroll bar is exact."""


class Surface:
    """Pieces in a column; `first` is the topmost in sight, `above` how much of it is scrolled off.

    Only what is looked at is laid out: a text of any length is shown at once, and the scroll bar
    goes by estimates, which are exact for texts of a usual length.
    """

    def __init__(self) -> None:
        self.pieces = Pieces("")
        self.width, self.font, self.line_height = 100.0, QFont(), 20.0
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self.first, self.above = 0, 0.0

    # ---- what is shown

    def take(self, pieces: Pieces) -> None:
        """Show another text, from its beginning, once it is dressed."""
        self.pieces = pieces
        self.first, self.above = 0, 0.0
        self._laid.clear()

    def dress(self, font: QFont, width: float, spacing: float) -> None:
        """Take another font or width; the text at the top stays there."""
        share = self.above / self.laid(self.first).height if self.above else 0.0
        self.font, self.width = font, max(40.0, width)
        self.line_height = round(QFontMetricsF(font).height() * spacing)
        self.measure()
        self.above = share * self.laid(self.first).height

    def measure(self) -> None:
        """Forget the lines, and estimate the heights again."""
        self._laid.clear()
        average = max(1.0, QFontMetricsF(self.font).averageCharWidth())
        self.pieces.estimate(int(self.width / average), self.line_height)
        if len(self.pieces.text) <= _EXACT:
            heights = [self.laid(at).height for at in range(len(self.pieces))]
            self.pieces.set_heights(heights)

    def laid(self, piece: int) -> Laid:
        """A piece with its lines."""
        found = self._laid.get(piece)
        if found is None:
            text = self.pieces.string(piece)
            found = Laid(text, self.font, self.width, self.line_height)
            self._laid[piece] = found
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(piece)
        return found

    def visible(self, height: float) -> Iterator[tuple[int, float, Laid]]:
        """The pieces in sight: number, top below the upper edge, lines."""
        piece, top = self.first, -self.above
        while piece < len(self.pieces) and top < height:
            laid = self.laid(piece)
            yield piece, top, laid
            top += laid.height
            piece += 1

    def whole(self, height: float) -> float:
        """How far down the lines are whole, of a height in which they are shown."""
        ends = [
            top + min(laid.height, (height - top) // self.line_height * self.line_height)
            for _, top, laid in self.visible(height)
        ]
        return max(ends, default=0.0) if max(ends, default=0.0) > 0 else height

    # ---- scrolling

    @property
    def value(self) -> float:
        """Where the upper edge is in the estimated height of the whole."""
        height = self.laid(self.first).height
        share = self.above / height if height else 0.0
        return self.pieces.top(self.first) + share * self.pieces.height(self.first)

    def go(self, value: float, height: float) -> None:
        """Scroll to a place in the estimated height of the whole."""
        piece, share = self.pieces.piece_at(max(0.0, value))
        self.first = piece
        self.above = share * self.laid(piece).height
        self._keep_filled(height)

    def move(self, by: float, height: float) -> None:
        """Scroll by pixels."""
        self.above += by
        while self.above < 0 and self.first > 0:
            self.first -= 1
            self.above += self.laid(self.first).height
        self.above = max(0.0, self.above)
        self._pass_down()
        self._keep_filled(height)

    def _pass_down(self) -> None:
        while self.first < len(self.pieces) - 1 and self.above >= self.laid(self.first).height:
            self.above -= self.laid(self.first).height
            self.first += 1

    def _keep_filled(self, height: float) -> None:
        """Do not scroll beyond the end."""
        below, piece = -self.above, self.first
        while piece < len(self.pieces) and below < height:
            below += self.laid(piece).height
            piece += 1
        missing = height - below
        if missing <= 0:
            return
        self.above -= missing
        while self.above < 0 and self.first > 0:
            self.first -= 1
            self.above += self.laid(self.first).height
        self.above = max(0.0, self.above)

    # ---- places

    def runs_left(self, piece: int) -> bool:
        """Whether a piece runs from right to left; an empty one runs as what is before it."""
        before = range(piece, max(-1, piece - _NEAR), -1)
        behind = range(piece + 1, min(len(self.pieces), piece + _NEAR))
        around = (*before, *behind)
        known = (self.laid(one).runs_left for one in around)
        return bool(next((one for one in known if one is not None), None))

    def top_of(self, piece: int, height: float) -> float | None:
        """Where a piece stands below the upper edge, if it is near what is in sight."""
        for number, top, _ in self.visible(height):
            if number == piece:
                return top
        return None

    def y_of(self, offset: int, height: float) -> float | None:
        """Where the line of an offset stands below the upper edge; None if out of sight."""
        piece = self.pieces.at(offset)
        top = self.top_of(piece, height)
        if top is None:
            return None
        laid = self.laid(piece)
        line = laid.line_of(min(offset - self.pieces.starts[piece], laid.length))
        y = top + line * self.line_height
        return y if -self.line_height < y < height else None

    def show(self, offset: int, height: float, at: float = -1.0) -> None:
        """Bring an offset into sight: just so, or `at` a share of the height."""
        piece = self.pieces.at(offset)
        laid = self.laid(piece)
        line = laid.line_of(min(offset - self.pieces.starts[piece], laid.length))
        y = self.y_of(offset, height)
        if at < 0 and y is not None:
            self.move(min(y, 0.0) or max(0.0, y + self.line_height - height), height)
            return
        self.first, self.above = piece, line * self.line_height
        self.move(-height * (at if at >= 0 else 0.3), height)

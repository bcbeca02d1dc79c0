"""A text cut into pieces that can be laid out one at a time, with estimated heights."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

LONGEST = 3000
"""Characters of a line beyond which it is shown in several pieces."""
_LOOK_BACK = 200
BLANK = 0.5
"""The height of an empty line, in lines."""


class Pieces:
    """Where the pieces of a text begin and end; line ends belong to no piece."""

    def __init__(self, text: str, line_starts: Sequence[int] = (0,)) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, following in pairwise((*line_starts, len(text) + 1)):
            self._take(start, following - 1)
        self.tops: list[float] = [0.0]

    def __len__(self) -> int:
        return len(self.starts)

    def _take(self, start: int, end: int) -> None:
        while end - start > LONGEST:
            space = self.text.rfind(" ", start + LONGEST - _LOOK_BACK, start + LONGEST)
            cut = space + 1 if space > 0 else start + LONGEST
            self.starts.append(start)
            self.ends.append(cut)
            start = cut
        self.starts.append(start)
        self.ends.append(end)

    def at(self, offset: int) -> int:
        """The piece that an offset of the text stands in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def string(self, piece: int) -> str:
        """The characters of a piece."""
        return self.text[self.starts[piece] : self.ends[piece]]

    # ---- heights

    def estimate(self, per_line: int, line_height: float) -> None:
        """Guess the height of every piece from its length; `tops` are then the guessed places."""
        per_line, blank = max(1, per_line), line_height * BLANK
        heights = (
            ceil((end - start) / per_line) * line_height if end > start else blank
            for start, end in zip(self.starts, self.ends, strict=True)
        )
        self.tops = [0.0, *accumulate(heights)]

    def set_heights(self, heights: Sequence[float]) -> None:
        """Take heights that are known in the place of the guesses."""
        self.tops = [0.0, *accumulate(heights)]

    @property
    def total(self) -> float:
        """The guessed height of the whole text."""
        return self.tops[-1]

    def height(self, piece: int) -> float:
        """The guessed height of one piece."""
        return self.tops[piece + 1] - self.tops[piece]

    def piece_at(self, y: float) -> tuple[int, float]:
        """The piece at a guessed height, and how far down in it, from 0 to 1."""
        piece = min(max(0, bisect_right(self.tops, y) - 1), len(self) - 1)
        height = self.height(piece)
        return piece, min(1.0, max(0.0, (y - self.tops[piece]) / height)) if height else 0.0

"""A text cut into pieces that can be laid out one at a time, with heights, guessed or known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

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
        self._exact: list[float] = []
        self._per_character, self._per_piece = 1.0, 1.0

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
        """Guess heights from lengths: what is written, and half a line for every piece.

        Nothing is computed until it is asked for, so that a text of any length costs nothing.
        """
        self._exact = []
        self._per_character, self._per_piece = line_height / max(1, per_line), line_height * BLANK

    def set_heights(self, heights: Sequence[float]) -> None:
        """Take heights that are known in the place of the guesses."""
        self._exact = [0.0, *accumulate(heights)]

    def top(self, piece: int) -> float:
        """Where a piece begins, below the beginning of the text; the end for one too many."""
        if self._exact:
            return self._exact[piece]
        written = self.starts[piece] if piece < len(self) else len(self.text) + 1
        return max(0, written - piece) * self._per_character + piece * self._per_piece

    @property
    def total(self) -> float:
        """The height of the whole text."""
        return self.top(len(self))

    def height(self, piece: int) -> float:
        """The height of one piece."""
        return self.top(piece + 1) - self.top(piece)

    def piece_at(self, y: float) -> tuple[int, float]:
        """The piece at a height, and how far down in it, from 0 to 1."""
        found = bisect_right(range(len(self) + 1), y, key=self.top) - 1
        piece = min(max(0, found), len(self) - 1)
        height = self.height(piece)
        return piece, min(1.0, max(0.0, (y - self.top(piece)) / height)) if height else 0.0

"""Passages that stand out in the text: what was taken, what is suggested, what was searched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_LOOKS = {
    "date": "passage_date",
    "person": "passage_name",
    "name": "passage_name",
    "body": "passage_name",
    "source": "passage_name",
    "publisher": "passage_name",
    "host": "passage_name",
    "place": "passage_place",
    "dateline": "passage_place",
    "place subject": "passage_place",
}
_BROAD = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage with the colour of its kind. `taken` has a field at `what`; else a suggestion."""

    start: int
    end: int
    kind: str
    taken: bool = False
    what: object = None

    @property
    def look(self) -> str:
        """The token of its colour."""
        return _LOOKS.get(self.kind, "passage_topic")

    @property
    def broad(self) -> bool:
        """Whether it is too long for a tint, and gets a bar at the edge."""
        return self.end - self.start > _BROAD


class Marks:
    """Passages in the order of the text, found by where they stand."""

    def __init__(self, marks: list[Mark] | None = None) -> None:
        self.all = sorted(marks or [], key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self.all]
        self._reach = max((mark.end - mark.start for mark in self.all), default=0)

    def between(self, start: int, end: int) -> list[Mark]:
        """Those that touch a range, the longer first."""
        low = bisect_left(self._starts, start - self._reach)
        high = bisect_right(self._starts, end)
        return [mark for mark in self.all[low:high] if mark.end > start and mark.start < end]

    def at(self, offset: int) -> list[Mark]:
        """Those around a character, what was taken first, then the shorter."""
        found = [mark for mark in self.between(offset, offset + 1) if not mark.broad]
        found = found or self.between(offset, offset + 1)
        return sorted(found, key=lambda mark: (not mark.taken, mark.end - mark.start))


class Spans:
    """Ranges of a text that lie over no other."""

    def __init__(self, taken: Iterable[tuple[int, int]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(taken):
            self.take(start, end)

    def take(self, start: int, end: int) -> bool:
        """Add a range if it lies over none that is there; says whether it was."""
        at = bisect_left(self._spans, (start, end))
        after = at < len(self._spans) and self._spans[at][0] < end
        if after or (at and self._spans[at - 1][1] > start):
            return False
        self._spans.insert(at, (start, end))
        return True

"""What typing does to a value: pure functions that keep every character Qt would lose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import bidirectional

# XML 1.0 has no place for these, so no field takes them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")
# What a text widget shows as the end of a paragraph although the value says something else.
_PARAGRAPH = re.compile("\r\n?|[\u2029\ufdd0\ufdd1]")


def for_qt(text: str) -> str:
    """`text` so that Qt holds all of it: it swallows one byte order mark at the start."""
    return "\ufeff" + text if text.startswith("\ufeff") else text


def units(text: str, position: int) -> int:
    """The position in UTF-16 units, which Qt counts in, of a position in characters."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, unit: int) -> int:
    """The position in characters of a position in UTF-16 units."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * unit]
    return len(head.decode("utf-16-le", "surrogatepass"))


def common_prefix(first: str, second: str) -> int:
    """How many characters two texts share at their start."""
    same, end = 0, min(len(first), len(second))
    if first[:end] == second[:end]:
        return end
    while end - same > 1:
        middle = (same + end) // 2
        if first[same:middle] == second[same:middle]:
            same = middle
        else:
            end = middle
    return same


def difference(old: str, new: str) -> tuple[int, int, int]:
    """(start, end in old, end in new) of the one stretch in which two texts differ."""
    start = common_prefix(old, new)
    tail = common_prefix(old[start:][::-1], new[start:][::-1])
    return start, len(old) - tail, len(new) - tail


def moved_cursor(old: str, new: str, cursor: int) -> int:
    """Where a cursor at `cursor` in `old` belongs once the text has become `new`."""
    start, old_end, new_end = difference(old, new)
    if cursor <= start:
        return cursor
    return cursor - old_end + new_end if cursor >= old_end else new_end


def accepted(old: str, new: str, *, one_line: bool) -> tuple[str, bool]:
    """`new` without what no record can hold, and whether something was refused.

    Only what came in since `old` is looked at: what a record holds already is not this
    function's business.
    """
    start, _, end = difference(old, new)
    incoming = new[start:end]
    clean = _FORBIDDEN.sub("", incoming)
    refused = clean != incoming
    if one_line:
        clean = _LINE_BREAK.sub(" ", clean)
    return (new if clean == incoming else new[:start] + clean + new[end:]), refused


# A widget lays a paragraph out as a whole at every key: beyond this length typing would lag.
_LONG, _PIECE = 8_000, 4_000


def _broken(shown: str) -> str:
    """`shown` with some blanks of very long paragraphs as line ends, so that typing stays quick."""
    if len(shown) < _LONG:
        return shown
    return "\n".join(map(_broken_paragraph, shown.split("\n")))


def _broken_paragraph(paragraph: str) -> str:
    pieces, start = [], 0
    while len(paragraph) - start > _LONG:
        blank = paragraph.find(" ", start + _PIECE)
        if blank < 0:
            break
        pieces.append(paragraph[start:blank])
        start = blank + 1
    return "\n".join([*pieces, paragraph[start:]])


@dataclass(frozen=True)
class Paragraphs:
    """A value beside the text that a widget of several lines shows for it."""

    value: str
    shown: str

    @classmethod
    def of(cls, value: str) -> Paragraphs:
        """The pair for `value`: every kind of paragraph end is shown as one line end."""
        return cls(value, _broken(_PARAGRAPH.sub("\n", value)))

    def edited(self, shown: str) -> Paragraphs:
        """The pair after the shown text became `shown`; the value changes only there."""
        if self.value == self.shown:
            return Paragraphs(shown, shown)
        start, old_end, new_end = difference(self.shown, shown)
        head, tail = self.in_value(start), self.in_value(old_end)
        return Paragraphs(self.value[:head] + shown[start:new_end] + self.value[tail:], shown)

    def in_value(self, position: int) -> int:
        """The position in the value of a position in the shown text."""
        longer = 0
        for end, extra in self._long_ends():
            if end - longer >= position:
                break
            longer += extra
        return position + longer

    def in_shown(self, position: int) -> int:
        """The position in the shown text of a position in the value."""
        longer = 0
        for end, extra in self._long_ends():
            if end >= position:
                break
            longer += extra
        return position - longer

    def _long_ends(self) -> Iterator[tuple[int, int]]:
        """Where the value has more characters for a line end than are shown, and how many."""
        if len(self.value) != len(self.shown):
            for found in _PARAGRAPH.finditer(self.value):
                if len(found[0]) > 1:
                    yield found.start(), len(found[0]) - 1


_FAR = 400  # characters in which a letter is looked for that has a direction


def begins_right(text: str) -> bool:
    """Whether a text begins at the right: its first letter is Arabic, Hebrew or the like."""
    sides = (bidirectional(letter) for letter in text[:_FAR])
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"


def apart(before: str, dropped: str, after: str) -> str:
    """Words to be put between others, with a space where two words would touch."""
    left = " " if before[-1:].isalnum() and dropped[:1].isalnum() else ""
    right = " " if after[:1].isalnum() and dropped[-1:].isalnum() else ""
    return f"{left}{dropped}{right}"

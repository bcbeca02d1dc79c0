"""A text as it is, beside the text as a widget shows it.

A widget shows several kinds of line ends as one and counts in UTF-16 units; `Spelled` keeps what
is really there, so that only the characters the user changed are changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from catalog_app.document.writing import difference

BREAK = "\u2029"
# What a text widget makes a new paragraph of; "\r\n" is one.
_BREAKS = re.compile("\r\n|[\n\r\u2029\ufdd0\ufdd1]")
_TWO = re.compile("\r\n")


@dataclass(frozen=True)
class Spelled:
    """A text as it is (`text`) and as a widget holds it (`shown`, line ends as U+2029).

    Positions are UTF-16 units of `shown`, as Qt counts; indices are characters of `text`.
    """

    text: str

    @cached_property
    def shown(self) -> str:
        """The text as the widget holds it."""
        return _BREAKS.sub(BREAK, self.text)

    @cached_property
    def _wide(self) -> bool:
        """Whether there are characters of two UTF-16 units."""
        return not self.text.isascii() and max(self.text) > "\uffff"

    @cached_property
    def _doubled(self) -> list[int]:
        """The places in `shown` of the line ends that are two characters in `text`."""
        return [match.start() - k for k, match in enumerate(_TWO.finditer(self.text))]

    def index_at(self, position: int) -> int:
        """The index of a position."""
        at = characters(self.shown, position) if self._wide else position
        return at + sum(1 for place in self._doubled if place < at)

    def position_at(self, index: int) -> int:
        """The position of an index."""
        at = index - sum(1 for k, place in enumerate(self._doubled) if place + k + 1 < index + 0)
        return units(self.shown[:at]) if self._wide else at

    def spliced(self, position: int, removed: int, added: str, newline: str = "\n") -> Spelled:
        """The text after the user has put other characters in the place of some.

        Breaks in `added` become the document's own line ends; what is the same at both ends of
        the stretch stays as it is.
        """
        start, end = self.index_at(position), self.index_at(position + removed)
        old = self.text[start:end]
        first, last = difference(_BREAKS.sub(BREAK, old), _BREAKS.sub(BREAK, added))
        kept = Spelled(old)
        same = len(kept.shown) - last
        head_index = kept._after(first)
        tail_index = kept._after(last)
        middle = added[first : len(added) - same].replace(BREAK, newline)
        head, tail = self.text[:start] + old[:head_index], old[tail_index:] + self.text[end:]
        return Spelled(_apart(head, middle, tail))

    def _after(self, at: int) -> int:
        """The index of a character of `shown`, counted in characters."""
        return at + sum(1 for place in self._doubled if place < at)


def _apart(head: str, middle: str, tail: str) -> str:
    """The three together; line ends that would become one where they meet are made longer."""
    if not middle:
        return head + "\r" * (head.endswith("\r") and tail.startswith("\n")) + tail
    before = "\r" * (head.endswith("\r") and middle.startswith("\n"))
    after = "\n" * (middle.endswith("\r") and tail.startswith("\n"))
    return head + before + middle + after + tail


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, position: int) -> int:
    """How many characters stand before a position counted in UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(raw.decode("utf-16-le", "surrogatepass"))

"""Small elements taken in one step: what files, pages and most fields look like."""

from __future__ import annotations

import re
from functools import lru_cache

#: A plain element is at most this long, in bytes, and holds at most this many levels of others.
REACH, LEVELS = 1 << 16, 3

_NAME = rb"""[^\s<>/!?="'&]++"""
_REST = rb"""[^<>"'/]*+(?:(?:"[^"<]*+"|'[^'<]*+'|/(?!>))[^<>"'/]*+)*+"""


def _element(levels: int, group: int = 1) -> bytes:
    inside = rb"[^<]*+"
    if levels:
        inside += rb"(?:%b[^<]*+)*+" % _element(levels - 1, group + 1)
    return rb"<(%b)%b(?:/>|>%b</\%d\s*+>)" % (_NAME, _REST, inside, group)


#: An element with its content, whose tags match, and in which only text and elements stand: no
#: comments and the like. Group 1 is its name. Possessive throughout: no input makes it go back.
PLAIN = re.compile(_element(LEVELS))

_TAG = re.compile(rb"""<[^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+>""")
_QUOTED = re.compile(rb"""("[^"<]*+"|'[^'<]*+')""")
_ANY = {b'"': rb'"[^"<]*+"', b"'": rb"'[^'<]*+'"}


class Alike:
    """Plain elements that are as the last two were, but for values and texts: many taken at once.

    The files of a package have the same attributes in the same order, thousands of them. What it
    takes in, `PLAIN` would take in one by one.
    """

    def __init__(self) -> None:
        self.qname = b""
        self._shape = b""
        self._many: re.Pattern[bytes] | None = None
        self._inside = 1

    def learn(self, raw: bytes, qname: bytes) -> bool:
        """Look at one plain element; tells whether the one before it was the same."""
        shape = b"" if b"xmlns" in raw else _shape(raw)
        same = shape == self._shape != b""
        if same:
            self._many, self.qname = _several(shape), qname
            self._inside = raw.count(b"<" + qname)
        self._shape = shape
        return same

    def take(self, text: bytes, at: int, end: int) -> tuple[int, int]:
        """Where the elements from an offset on that are alike end, and how many they are."""
        found = self._many.match(text, at, end) if self._many else None
        if found is None:
            return at, 0
        behind = found.end()
        return behind, text.count(b"<" + self.qname, at, behind) // self._inside


def _shape(raw: bytes) -> bytes:
    """A pattern of the elements with these tags, whatever the values and texts in them are."""
    tags = (
        b"".join(
            _ANY[word[:1]] if at % 2 else re.escape(word)
            for at, word in enumerate(_QUOTED.split(tag))
        )
        for tag in _TAG.findall(raw)
    )
    return rb"[^<]*+".join(tags)


@lru_cache(maxsize=32)
def _several(shape: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"%b(?:[^<]*+%b)*+" % (shape, shape))

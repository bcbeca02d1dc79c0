"""Small elements taken in one step: what files, pages and most fields look like."""

from __future__ import annotations

import re

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

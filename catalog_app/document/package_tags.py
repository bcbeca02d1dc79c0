"""Start tags of some markup with their depth, read without building a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog_app.lossless.plain import PLAIN
from catalog_app.lossless.spans import TOKEN, decode_attribute
from catalog_app.lossless.splice import Splice

_ATTRIBUTE = re.compile(rb"""([^\s=<>"'/]++)\s*+=\s*+(?:"([^"<]*+)"|'([^'<]*+)')""")
_XLINK = {"href", "title", "role", "label", "from", "to"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One start tag: its span, how deep it stands, and what it says."""

    start: int
    end: int
    depth: int
    qname: bytes
    rest: bytes
    empty: bool

    @property
    def local(self) -> str:
        """The local name."""
        return self.qname.rpartition(b":")[2].decode()

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes without their prefixes, namespace declarations left out."""
        found = {}
        for match in _ATTRIBUTE.finditer(self.rest):
            prefix, _, local = match[1].decode().rpartition(":")
            if prefix != "xmlns" and local != "xmlns":
                raw = match[2] if match[2] is not None else match[3]
                found[local] = decode_attribute(raw, {})
        return found

    def get(self, local: str) -> str:
        """The value of an attribute by its local name; "" where it is not set."""
        return self.attributes.get(local, "")


def spelled_out(part: int, tag: Tag, values: Mapping[str, str]) -> list[Splice]:
    """Splices that give a tag's attributes plain values, the last one first.

    Values are numbers and short words; attributes that are not there yet come behind the others.
    """
    made: list[Splice] = []
    missing = dict(values)
    start = tag.start + 1 + len(tag.qname)
    end = start
    for match in _ATTRIBUTE.finditer(tag.rest):
        end = start + match.end()
        value = missing.pop(match[1].decode(), None)
        raw = match[2] if match[2] is not None else match[3]
        if value is not None and value.encode() != raw:
            made.append(Splice(part, end - 1 - len(raw), raw, value.encode()))
    if missing:
        markup = "".join(f' {name}="{value}"' for name, value in missing.items())
        made.append(Splice(part, end, b"", markup.encode()))
    return made[::-1]


def tags(text: bytes, start: int = 0) -> Iterator[Tag]:
    """The start tags from an offset on, until the first element there is complete (from an
    element's own tag) or the text ends (from between elements: then depth 0 is the outermost).
    """
    depth = 0
    one = text[start : start + 1] == b"<" and start > 0
    for match in TOKEN.finditer(text, start):
        if match["name"] is not None:
            empty = bool(match["empty"])
            yield Tag(match.start(), match.end(), depth, match["name"], match["rest"], empty)
            depth += not empty
        elif match["end"] is not None:
            depth -= 1
        elif match["bad"] is not None:
            return
        if depth < 0 or (one and depth == 0 and match["comment"] is None):
            return


def outermost(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Where the outermost elements of some siblings begin, and their names as written."""
    at, found = text.find(b"<"), []
    while at >= 0:
        whole = PLAIN.match(text, at)
        if whole is None:
            yield from ((tag.start, tag.qname) for tag in tags(text) if tag.depth == 0)
            return
        found.append((at, whole[1]))
        at = text.find(b"<", whole.end())
    yield from found


def tag_at(text: bytes, start: int) -> Tag | None:
    """The start tag at an offset."""
    match = TOKEN.match(text, start)
    if match is None or match["name"] is None:
        return None
    empty = bool(match["empty"])
    return Tag(match.start(), match.end(), 0, match["name"], match["rest"], empty)

"""The sections of a package where they are kept: read off their tags, counted, never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.document.names import Name, step_name
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import TOKEN, Node, declarations

SLICE = 1 << 18
Numbered = tuple[Anchor, str]
Known = dict[int, tuple[bytes, int]]
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A child of a package, and where it is kept; `node` where it shares its part with others."""

    address: Address
    item: Part | Box
    node: Node | None

    def records(self, document: Document, by_part: dict[int, list[Numbered]]) -> list[Numbered]:
        """The records that stand in it."""
        parts = self.item.all_parts() if isinstance(self.item, Box) else (self.item,)
        found = [pair for part in parts for pair in by_part.get(part.id, ())]
        node = self.node
        if node is None:
            return found
        return [p for p in found if node.start <= document.anchored(p[0]).node.start < node.end]

    @property
    def _texts(self) -> list[tuple[bytes, int, int]]:
        """Its bytes: a text, and where in it to begin and end."""
        if self.node is not None:
            return [(self.node.text, self.node.start, self.node.end)]
        if isinstance(self.item, Part):
            return [_stretch(self.item)]
        return [_stretch(part) for part in self.item.all_parts()]

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return sum(end - start for _, start, end in self._texts)

    def head(self, most: int) -> bytes:
        """Its first bytes."""
        pieces, room = [], most
        for text, start, end in self._texts:
            pieces.append(text[start : min(end, start + room)])
            room -= len(pieces[-1])
            if room <= 0:
                break
        return b"".join(pieces)

    def counting(self, local: bytes, known: Known) -> Iterator[int]:
        """Count the elements of a name in slices: yields what each of them adds.

        `known` remembers the parts by their bytes: after an edit only what it touched is counted.
        """
        if self.node is not None:
            yield from (counted(piece, local) for piece in _slices(*self._texts[0]))
            return
        for part in [self.item] if isinstance(self.item, Part) else self.item.all_parts():
            text = part.text if part.touched else b""
            before, number = known.get(part.id, (None, 0))
            if before is not text:
                number = 0
                for piece in _slices(*_stretch(part)):
                    number += counted(piece, local)
                    yield 0
                known[part.id] = text, number
            yield number

    def attribute(self, name: bytes) -> str:
        """An attribute of its start tag, as written."""
        match = _first_tag(*self._texts[0]) if self.node is not None else _item_tag(self.item)
        pattern = rb"""\s%b\s*=\s*["']([^"']*)["']""" % name
        found = re.search(pattern, match["rest"]) if match else None
        return found[1].decode("utf-8", "replace") if found else ""


def _slices(text: bytes, start: int, end: int) -> Iterator[bytes]:
    """A stretch in slices that end where tags do."""
    while start < end:
        stop = text.find(b">", start + SLICE, end) + 1
        stop = stop or end
        yield text[start:stop]
        start = stop


def _stretch(part: Part) -> tuple[bytes, int, int]:
    return (part.text, 0, part.size) if part.touched else (part.source, part.start, part.end)


def sections(box: Box, package: Address, standard: str) -> Iterator[Section]:
    """The children of a package."""
    numbers: dict[str, int] = {}
    for item in box.items:
        for name, node in _outermost(item, box):
            spelled = step_name(name, standard)
            numbers[spelled] = numbers.get(spelled, 0) + 1
            yield Section(package.child(spelled, numbers[spelled]), item, node)


def _outermost(item: Part | Box, box: Box) -> list[tuple[Name, Node | None]]:
    """The names of the outermost elements, read off the tag of what was cut out alone."""
    if isinstance(item, Box) or item.coarse:
        return [(_first_name(item, box.namespaces), None)]
    heads = item.heads(box.namespaces)
    if sum(number for _, number in heads) < 2:
        return [(name, None) for name, _ in heads]
    nodes = item.fragment(box.namespaces).elements
    return [((node.namespace, node.local), node) for node in nodes]


def _first_name(item: Part | Box, namespaces: Mapping[str, str]) -> Name:
    match = _item_tag(item)
    assert match is not None
    prefix, _, local = match["name"].decode().rpartition(":")
    scope = {**namespaces, **declarations(match["rest"])}
    return scope.get(prefix, ""), local


def _item_tag(item: Part | Box) -> re.Match[bytes] | None:
    part = item.open if isinstance(item, Box) else item
    return _first_tag(*_stretch(part)) if part is not None else None


def _first_tag(text: bytes, start: int, end: int) -> re.Match[bytes] | None:
    found = TOKEN.search(text, start, end)
    while found is not None and found["name"] is None and found["bad"] is None:
        found = TOKEN.search(text, found.end(), end)
    return found


def counted(text: bytes, local: bytes) -> int:
    """How many elements of a local name, or a pattern of it, begin in markup, in any prefix."""
    if b"<!--" in text:
        text = _COMMENT.sub(b"", text)
    pattern = re.compile(rb"<([^\s<>:/!?\"'=]++:)?%b[\s/>]" % local)
    return sum(1 for _ in pattern.finditer(text))

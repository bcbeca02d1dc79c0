"""The children of a section, however many: found by their start tags, never as a tree.

A `Spot` is where an element's start tag stands. `Children` counts the children of one name from
what the scan has kept, and reads a stretch of some 64 KB only when one of them is asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import boxed
from catalog_app.document.package_tags import Tag, outermost, tag_at, tags
from catalog_app.lossless.part import Box, Part


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an element stands: its part and the offset of its start tag; its box if it has one."""

    part: Part
    start: int
    box: Box | None = None

    @property
    def tag(self) -> Tag:
        """The start tag."""
        found = tag_at(self.part.text, self.start)
        assert found is not None
        return found

    def inside(self) -> Iterator[Tag]:
        """The start tags inside, the element's own first; only for what is not cut into parts."""
        yield from tags(self.part.text, self.start)

    @property
    def raw(self) -> bytes:
        """The bytes of an element that is not cut into parts, from its start tag on."""
        return self.part.text[self.start :]


@dataclass(slots=True)
class _Piece:
    """A run of children in one part, or one child that is a box."""

    part: Part
    count: int
    box: Box | None = None
    starts: array[int] | None = None


@dataclass
class Children:
    """The children of one local name of an element, counted without reading them."""

    parent: Spot
    local: str
    pieces: list[_Piece] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return self.ends[-1] if self.ends else 0

    def spot(self, index: int) -> Spot:
        """Where the child of that index, from 0, stands."""
        at = bisect_right(self.ends, index)
        piece = self.pieces[at]
        within = index - (self.ends[at - 1] if at else 0)
        if piece.box is not None:
            return Spot(piece.part, 0, piece.box)
        return Spot(piece.part, self._starts(piece)[within])

    def spots(self) -> Iterator[Spot]:
        """All of them, in document order."""
        for piece in self.pieces:
            if piece.box is not None:
                yield Spot(piece.part, 0, piece.box)
            else:
                yield from (Spot(piece.part, start) for start in self._starts(piece))

    def runs(self) -> Iterator[tuple[Part, int, bool]]:
        """The parts that they stand in, how many in each, and whether that is one cut finer."""
        before = 0
        for piece, end in zip(self.pieces, self.ends, strict=True):
            yield piece.part, end - before, piece.box is not None
            before = end

    def stretches(self) -> Iterator[tuple[bytes, int, int]]:
        """For each child a text, and where in it the child begins and the next one does.

        Cheap enough for all of a large section; children that are cut into parts give their tag.
        """
        for piece in self.pieces:
            text = piece.part.text
            if piece.box is not None:
                yield text, 0, len(text)
                continue
            starts = self._starts(piece)
            for at, start in enumerate(starts):
                yield text, start, starts[at + 1] if at + 1 < len(starts) else len(text)

    def index_of(self, spot: Spot) -> int:
        """The index of a child by where it stands; -1 if it is none of these."""
        before = 0
        for piece, end in zip(self.pieces, self.ends, strict=True):
            if piece.part is spot.part:
                if piece.box is not None:
                    return before
                starts = self._starts(piece)
                at = bisect_right(starts, spot.start) - 1
                return before + at if at >= 0 and starts[at] == spot.start else -1
            before = end
        return -1

    def _starts(self, piece: _Piece) -> array[int]:
        if piece.starts is None:
            nested = piece.part is self.parent.part and self.parent.box is None
            find = _below if nested else _side_by_side
            piece.starts = find(piece.part.text, self.parent.start if nested else 0, self.local)
        return piece.starts


# Kept for a few texts: a list of rows asks for one child after the other of the same element.
@lru_cache(maxsize=16)
def _below(text: bytes, start: int, local: str) -> array[int]:
    """Where the children of one name of the element at an offset begin."""
    inside = (tag for tag in tags(text, start) if tag.depth == 1)
    return array("I", (tag.start for tag in inside if tag.local == local))


@lru_cache(maxsize=16)
def _side_by_side(text: bytes, _start: int, local: str) -> array[int]:
    """Where the outermost elements of one name begin."""
    bare = local.encode()
    prefixed = b":" + bare
    there = outermost(text)
    return array("I", (at for at, name in there if name == bare or name.endswith(prefixed)))


def children(document: Document, parent: Spot, local: str) -> Children:
    """The children of one name; a coarse section must have been `opened` before."""
    found = Children(parent, local)
    if parent.box is None:
        if parent.part.coarse:
            return found
        piece = _Piece(parent.part, 0)
        found.pieces = [piece]
        found.ends = [len(found._starts(piece))]
        return found
    total = 0
    for piece in _pieces(document, parent.box, local):
        total += piece.count
        found.pieces.append(piece)
        found.ends.append(total)
    return found


def _pieces(document: Document, box: Box, local: str) -> Iterator[_Piece]:
    for item in box.items:
        if isinstance(item, Box):
            if boxed(document, item).name[1] == local and item.open is not None:
                yield _Piece(item.open, 1, item)
            continue
        count = 0
        for (_, name), number in item.heads(box.namespaces):  # a large section has thousands
            if name == local:
                count += number
        if count:
            piece = _Piece(item, count)
            if item.coarse:
                tag = item.first_tag()
                base = 0 if item.touched else item.start
                piece.starts = array("I", [tag.start() - base if tag else 0])
            yield piece


def package_spot(document: Document, part_name: str) -> Spot | None:
    """Where a package stands."""
    anchor = document.anchor(part_name)
    if anchor is None:
        return None
    element = document.anchored(anchor)
    return Spot(element.part, element.node.start, element.box)


def spot_of(document: Document, address: Address) -> Spot | None:
    """Where the element at a package's address stands; coarse sections on the way stay coarse.

    None where there is no such element, or where a coarse section hides it.
    """
    spot = package_spot(document, address.part)
    for step in address.steps:
        if spot is None:
            return None
        found = children(document, spot, step.name)
        spot = found.spot(step.occurrence - 1) if step.occurrence <= len(found) else None
    return spot


def opening(document: Document, address: Address) -> Iterator[float]:
    """Cut a large section finer, with all that is large in it, a few milliseconds at a time."""
    pending = [address]
    while pending:
        here = pending.pop()
        spot = spot_of(document, here)
        if spot is None:
            continue
        if spot.part.coarse:
            yield from document.refining(spot.part)
            pending.append(here)
        elif spot.box is not None:
            pending += _coarse_inside(document, here, spot.box)


def _coarse_inside(document: Document, address: Address, box: Box) -> Iterator[Address]:
    seen: dict[str, int] = {}
    for item in box.items:
        if isinstance(item, Box):
            name = boxed(document, item).name[1]
            seen[name] = seen.get(name, 0) + 1
            yield address.child(name, seen[name])
            continue
        for (_, name), number in item.heads(box.namespaces):
            seen[name] = seen.get(name, 0) + number
            if item.coarse:
                yield address.child(name, seen[name])


def is_coarse(document: Document, address: Address) -> bool:
    """Whether something in a section must be cut finer before it can be looked at."""
    spot = spot_of(document, address)
    if spot is None:
        return False
    if spot.part.coarse:
        return True
    parts = spot.box.all_parts() if spot.box else ()
    return any(part.coarse for part in parts)

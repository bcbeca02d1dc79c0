"""The elements that typing has made, so that one left empty again can be taken back."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.lossless.splice import Splice, pushed

# What a wish or a list writes beside a value says nothing without it.
_BESIDE = frozenset(
    ("type", "encoding", "qualifier", "point", "authority", "authorityURI", "valueURI")
)


class Begun:
    """Where the elements stand that typing in empty fields has made, whatever is edited before.

    Only of these is anything taken back: what was in the file, though empty, stays. An edit that
    may have put something else in their place makes them forgotten, unless it moved them.
    """

    def __init__(self) -> None:
        self._starts: dict[int, set[int]] = {}

    def follow(self, document: Document, edit: Edit) -> None:
        """Take in an edit that has been done."""
        touched = {splice.part for splice in edit.splices}
        if edit.exchanges:
            self._starts.clear()
        for part in touched & set(self._starts):
            starts, mine = self._starts[part], [s for s in edit.splices if s.part == part]
            self._starts[part] = (
                _exchanged(document, edit, part, starts)
                if edit.mixes
                else _carried(document, edit, part, mine, starts) | pushed(starts, mine)
            )
        if edit.begins is not None and edit.address is not None:
            self._note(document, edit.begins, edit.address)

    def _note(self, document: Document, first: Address, last: Address) -> None:
        for length in range(len(first.steps), len(last.steps) + 1):
            element = document.element(Address(last.part, last.steps[:length]))
            if element is not None and element.box is None:
                self._starts.setdefault(element.part.id, set()).add(element.node.start)

    def _made(self, element: Element) -> bool:
        return element.box is None and element.node.start in self._starts.get(element.part.id, ())

    def emptied(self, document: Document, address: Address) -> Address | None:
        """What is to go because a field that typing made is empty, with all made around it."""
        element = document.element(address.element)
        if element is None or element.node.children or not self._is_bare(element):
            return None
        found, parent = address.element, element.parent
        while parent is not None and self._is_bare(parent) and _holds_one(parent):
            found, parent = found.parent, parent.parent
        return found

    def _is_bare(self, element: Element) -> bool:
        """Whether typing made an element, and nobody has said anything with its attributes."""
        return self._made(element) and not set(element.attributes) - _BESIDE


def _exchanged(document: Document, edit: Edit, part: int, starts: set[int]) -> set[int]:
    """Where offsets are after two elements have changed places; none if that was not the edit."""
    places = (edit.address, edit.back)
    both = [found for place in places if place and (found := document.element(place))]
    if len(both) != 2 or any(found.part.id != part or found.box is not None for found in both):
        return set()
    first, last = sorted((found.node for found in both), key=lambda node: node.start)
    between = last.start - first.end
    # The first stood last before, and the last first.
    head, tail = first.start + len(last.raw), first.start + len(last.raw) + between
    moved = set()
    for start in starts:
        if first.start <= start < head:
            start += last.start - first.start
        elif head <= start < tail:
            start += first.end - head
        elif tail <= start < last.end:
            start += first.start - tail
        moved.add(start)
    return moved


def _carried(
    document: Document, edit: Edit, part: int, splices: list[Splice], starts: set[int]
) -> set[int]:
    """Where offsets are that went along with an element which was put somewhere else."""
    moved = document.element(edit.address) if edit.address else None
    if moved is None or moved.box is not None or moved.part.id != part:
        return set()
    raw = moved.raw
    for splice in splices:
        at = splice.old.find(raw)
        if at >= 0:
            began = splice.offset + at
            inside = (start - began for start in starts if began <= start < began + len(raw))
            return {moved.node.start + along for along in inside}
        starts = pushed(starts, [splice])
    return set()


def _holds_one(element: Element) -> bool:
    inside = element.node.children
    blank = all(node in element.node.elements or not node.raw.strip() for node in inside)
    return len(element.node.elements) == 1 and blank

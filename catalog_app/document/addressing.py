"""From an address to its element, and from an element to its address."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from catalog_app.document.address import Address, Step
from catalog_app.document.element import Element, boxed
from catalog_app.document.names import Name, element_name, step_name
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import ELEMENT, Node

if TYPE_CHECKING:
    from catalog_app.document.document import Document


def element_at(document: Document, address: Address) -> Element | None:
    """The element at an address (its attribute aside), or None."""
    anchor = document.anchor(address.part)
    if anchor is None:
        return None
    found: Element | None = document.anchored(anchor)
    standard = document.standard(address.part)
    for step in address.steps:
        assert found is not None
        found = _step(document, found, element_name(step.name, standard), step.occurrence)
        if found is None:
            return None
    return found


def _step(document: Document, element: Element, name: Name, occurrence: int) -> Element | None:
    if element.box is not None:
        return _boxed_step(document, element.box, name, occurrence)
    for child in element.children():
        if child.name == name:
            occurrence -= 1
            if not occurrence:
                return child
    return None


def _boxed_step(document: Document, box: Box, name: Name, occurrence: int) -> Element | None:
    ends = _ends(document, box, name)
    at = bisect_left(ends, occurrence)
    if at == len(ends):
        return None
    item = box.items[at]
    if isinstance(item, Box):
        return boxed(document, item)
    if item.coarse:
        return document.refined(item)
    before = ends[at - 1] if at else 0
    named = [n for n in item.fragment(box.namespaces).elements if _name(n) == name]
    return Element(document, item, named[occurrence - before - 1])


def _ends(document: Document, box: Box, name: Name) -> list[int]:
    """How many children of a name there are up to each item of a box; known until an edit in it."""
    known = box.counts.get(name)
    if known is None:
        each = (
            int(boxed(document, item).name == name)
            if isinstance(item, Box)
            else _count(item, name, box)
            for item in box.items
        )
        known = box.counts[name] = list(accumulate(each))
    return known


def address_of(document: Document, element: Element, attribute: str = "") -> Address:
    """The address of an element: in the innermost record around it, else in the package."""
    names: list[tuple[Name, int]] = []
    current: Element | None = element
    while current is not None:
        anchor = document.anchor_at(current)
        if anchor is not None:
            part = document.part_name(anchor)
            standard = document.standard(part)
            steps = tuple(Step(step_name(n, standard), k) for n, k in reversed(names))
            return Address(part, steps, attribute)
        names.append((current.name, _occurrence(document, current)))
        current = current.parent
    return Address("", tuple(Step(f"{{{n}}}{local}", k) for (n, local), k in reversed(names)))


def number_among(document: Document, element: Element) -> tuple[int, int]:
    """Which of the siblings of its name an element is, from 1, and how many there are."""
    siblings = _siblings(element)
    if siblings is not None:
        same = [_name(node) for node in siblings].count(element.name)
        return _among(siblings, element.node), same
    ends = _ends(document, _box_around(document, element), element.name)
    return _occurrence(document, element), ends[-1] if ends else 0


def _occurrence(document: Document, element: Element) -> int:
    siblings = _siblings(element)
    if siblings is not None:
        return _among(siblings, element.node)
    box = _box_around(document, element)
    ends = _ends(document, box, element.name)
    for at, item in enumerate(box.items):
        if isinstance(item, Box):
            if item.open is element.part:
                return ends[at]
        elif item is element.part:
            before = ends[at - 1] if at else 0
            return before + _among(item.fragment(box.namespaces).elements, element.node)
    return ends[-1] if ends else 0


def _siblings(element: Element) -> list[Node] | None:
    """The elements beside one that is parsed with its parent; None where the parent is a box."""
    above = element.node.parent
    inside = element.box is None and above is not None and above.kind == ELEMENT
    return above.elements if inside and above is not None else None


def _box_around(document: Document, element: Element) -> Box:
    box = element.box.parent if element.box else document.parts.box_of(element.part)
    assert box is not None
    return box


def _among(siblings: list[Node], node: Node) -> int:
    number = 0
    for sibling in siblings:
        number += _name(sibling) == _name(node)
        if sibling.start == node.start:
            return number
    return number


def _name(node: Node) -> Name:
    return node.namespace, node.local


def _count(part: Part, name: Name, box: Box) -> int:
    if not part.coarse and part.kind != "content":
        return 0
    total = 0
    for head, number in part.heads(box.namespaces):  # a large section has thousands of parts
        if head == name:
            total += number
    return total

"""From an address to its element, and from an element to its address."""

from __future__ import annotations

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
    for item in box.items:
        if isinstance(item, Box):
            inner = boxed(document, item)
            occurrence -= inner.name == name
            if not occurrence:
                return inner
            continue
        there = _count(item, name, box)
        if there < occurrence:
            occurrence -= there
            continue
        if item.coarse:
            return document.refined(item)
        named = [n for n in item.fragment(box.namespaces).elements if _name(n) == name]
        return Element(document, item, named[occurrence - 1])
    return None


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
    box = _box_around(document, element)
    total = sum(
        boxed(document, item).name == element.name
        if isinstance(item, Box)
        else _count(item, element.name, box)
        for item in box.items
    )
    return _occurrence(document, element), total


def _occurrence(document: Document, element: Element) -> int:
    siblings = _siblings(element)
    if siblings is not None:
        return _among(siblings, element.node)
    box = _box_around(document, element)
    number = 0
    for item in box.items:
        if isinstance(item, Box):
            number += boxed(document, item).name == element.name
            if item.open is element.part:
                return number
        elif item is element.part:
            return number + _among(item.fragment(box.namespaces).elements, element.node)
        else:
            number += _count(item, element.name, box)
    return number


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

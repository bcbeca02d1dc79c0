"""Reading a record for the formats that do not keep its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import label


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a record: where it stands, what the place is called, and the text."""

    address: Address
    label: str
    text: str
    element: Element


def record(document: Document, part: str) -> Element:
    """The element of a record; raises KeyError if there is no such record."""
    anchor = document.anchor(part)
    if anchor is None:
        raise KeyError(part)
    return document.anchored(anchor)


def values(document: Document, part: str) -> Iterator[Value]:
    """Every element with text of its own, in document order."""
    stack = [(element, Address(part)) for element in [record(document, part)]]
    while stack:
        element, address = stack.pop()
        text = plain(element.value)
        if text and address.steps:
            yield Value(address, label(document, address), text, element)
        stack.extend(reversed(list(_children(document, element, address))))


def _children(
    document: Document, element: Element, address: Address
) -> Iterator[tuple[Element, Address]]:
    standard = document.standard(address.part)
    seen: dict[str, int] = {}
    for child in element.children():
        namespace, local = child.name
        name = local if namespace == standard else f"{{{namespace}}}{local}"
        seen[name] = seen.get(name, 0) + 1
        yield child, address.child(name, seen[name])


def texts(element: Element, *path: str, **attributes: str) -> list[str]:
    """The texts of the elements that a path of local names leads to, with these attributes."""
    return [
        found for leaf in elements(element, *path, **attributes) if (found := plain(leaf.value))
    ]


def elements(element: Element, *path: str, **attributes: str) -> list[Element]:
    """The elements that a path of local names leads to; the attributes are of the last."""
    if not path:
        fits = all(element.get(name) == value for name, value in attributes.items())
        return [element] if fits else []
    inner = [child for child in element.children() if child.name[1] == path[0]]
    return [leaf for child in inner for leaf in elements(child, *path[1:], **attributes)]


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())

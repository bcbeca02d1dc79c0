"""What a record says: its elements with their addresses, and their texts."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.address import Address, Step
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import step_name


def values_of(document: Document, record: Address) -> list[tuple[Address, str]]:
    """Every text of a record with its address, in document order."""
    return [(address, element.value.strip()) for address, element in told(document, record)]


def told(document: Document, record: Address) -> Iterator[tuple[Address, Element]]:
    """The elements of a record that hold text, with their addresses, in document order."""
    top = document.element(record)
    if top is not None:
        yield from _told(document, record, top)


def _told(
    document: Document, address: Address, element: Element
) -> Iterator[tuple[Address, Element]]:
    for child_address, child in children_of(document, address, element):
        if child.value.strip():
            yield child_address, child
        yield from _told(document, child_address, child)


def children_of(
    document: Document, address: Address, element: Element
) -> Iterator[tuple[Address, Element]]:
    """The children of an element with their addresses."""
    standard = document.standard(address.part)
    counts: dict[str, int] = {}
    for child in element.children():
        name = step_name(child.name, standard)
        counts[name] = counts.get(name, 0) + 1
        yield Address(address.part, (*address.steps, Step(name, counts[name]))), child


def text_of(element: Element) -> str:
    """All the text of an element, its pieces separated by single spaces."""
    return " ".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield from element.value.split()
    for child in element.children():
        yield from _pieces(child)

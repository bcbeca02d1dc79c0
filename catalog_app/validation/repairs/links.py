"""IDs and everything in a package that points to them."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.names import is_package
from catalog_app.document.writing import attribute_splices
from catalog_app.lossless.splice import Splice
from catalog_app.validation.repairs.together import Data, of_splices, there

_POINTERS = frozenset(
    ("DMDID", "ADMID", "MDID", "FILEID", "STRUCTID", "IDREF", "xlink:from", "xlink:to")
)


def rename_id(document: Document, address: Address, data: Data) -> Edit | None:
    """Change an ID, and everything that points to it; old and new are in `data`."""
    old, new = data
    owner = there(document, address.element)
    attribute = address.attribute or "ID"
    splices = list(attribute_splices(owner, attribute, new))
    for element in mentioning(package_around(owner), [old.split()[0].encode()]):
        splices += _repointed(element, old, new)
    return of_splices(f"Change the ID {old} to {new}", splices, address)


def _repointed(element: Element, old: str, new: str) -> Iterator[Splice]:
    for name, value in element.attributes.items():
        if name not in _POINTERS:
            continue
        words = f" {' '.join(value.split())} "
        if f" {old} " in words:
            yield from attribute_splices(
                element, name, words.replace(f" {old} ", f" {new} ").strip()
            )


def package_around(element: Element) -> Element:
    """The METS document around an element, or the outermost element of the file."""
    outer = list(element.around())
    return next((one for one in outer if is_package(one.name)), outer[-1])


def mentioning(element: Element, words: list[bytes]) -> Iterator[Element]:
    """The elements in whose bytes one of the words stands, outermost first."""
    if element.box is None and not any(word in element.node.raw for word in words):
        return
    yield element
    for child in element.children():
        yield from mentioning(child, words)

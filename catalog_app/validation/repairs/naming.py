"""Giving elements and attributes the names that were meant."""

from __future__ import annotations

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.names import METS, MODS, attribute_parts, prefix_for
from catalog_app.lossless.splice import Splice
from catalog_app.validation.repairs.together import Data, of_splices, spelled, there, together
from catalog_app.validation.rules.elements import known_names


def rename_element(document: Document, address: Address, data: Data) -> Edit | None:
    """Give an element the name in `data`."""
    return edits.rename(document, address, data[0])


def rename_attribute(document: Document, address: Address, data: Data) -> Edit | None:
    """Give an attribute another name, value and place staying as they are."""
    old, new = map(spelled, data)
    element = there(document, address.element)
    known = element.attribute(old)
    if known is None:
        return None
    namespace, local = attribute_parts(new)
    prefix = prefix_for(namespace, element.namespaces, attribute=True) if namespace else ""
    there_already = element.attribute(new) is not None
    if prefix is None or there_already:
        return _replaced(document, address.element, data, there_already)
    qname = f"{prefix}:{local}" if prefix else local
    splice = Splice(element.part.id, known.start, known.qname.encode(), qname.encode())
    return of_splices(f"Rename {old} to {local}", [splice], address.element)


def _replaced(document: Document, place: Address, data: Data, there_already: bool) -> Edit | None:
    """One attribute for another, where the old one cannot just be spelled anew.

    Of two with different values neither is given up.
    """
    old, new = map(spelled, data)
    element = there(document, place)
    value = element.get(old) or ""
    if there_already and element.get(new) != value:
        return None
    made = [edits.remove_attribute(document, place.at(old))]
    if not there_already:
        made.append(edits.set_attribute(document, place.at(new), value))
    return together(f"Rename {old} to {new}", made, place)


def to_mods_namespace(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Make MODS of an element that says it is something else, and of its like inside."""
    return _to_namespace(document, address, MODS)


def to_mets_namespace(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Make METS of an element that says it is something else, and of its like inside."""
    return _to_namespace(document, address, METS)


def _to_namespace(document: Document, address: Address, namespace: str) -> Edit | None:
    element = there(document, address)
    made = _renamed(document, element, element.name[0], namespace)
    return together(f"Correct the namespace of {label(document, address)}", made, address)


def _renamed(document: Document, element: Element, old: str, new: str) -> list[Edit | None]:
    namespace, local = element.name
    if namespace != old or local not in known_names("mods" if new == MODS else "mets"):
        return []
    found = [edits.rename(document, document.address_of(element), f"{{{new}}}{local}")]
    for child in element.children():
        found += _renamed(document, child, old, new)
    return found

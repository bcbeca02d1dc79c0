"""Taking elements away so that nothing is left behind that would be wrong without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element, is_same
from catalog_app.document.labels import declared, label
from catalog_app.document.names import MODS, PACKAGES
from catalog_app.document.writing import attribute_splices, removed_attribute
from catalog_app.lossless.spans import TEXT
from catalog_app.lossless.splice import Splice
from catalog_app.validation.repairs.links import mentioning, package_around
from catalog_app.validation.repairs.together import (
    Data,
    of_splices,
    spelled,
    there,
)
from catalog_app.validation.rules.elements import FAINT, nothing_needed

_SECTIONS = frozenset({"dmdSec", "techMD", "rightsMD", "sourceMD", "digiprovMD", "md"})
_LINKS = ("DMDID", "ADMID", "MDID")


def remove_element(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Take an element away, and with it every element around it that would be left hollow.

    An xmlData is never left empty: then the section goes, and every link that leads to it (Q16).
    """
    element = there(document, address)
    outermost = _outermost(document, element)
    wraps = outermost.name[0] in PACKAGES and outermost.name[1] == "xmlData"
    above = outermost.parent
    if wraps and above is not None and above.name[1] == "mdWrap":
        return _remove_section(document, outermost, address)
    return _removed(document, outermost, label(document, address))


def remove_section(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Take away the metadata section around an xmlData, with every link that leads to it."""
    return _remove_section(document, there(document, address), address)


def _outermost(document: Document, element: Element) -> Element:
    """The element, or the one around it that must or should go along."""
    asked = element
    while True:
        parent = element.parent
        if parent is None or not _left_alone(parent, element):
            return asked if _is_last_structure(element) else element
        if parent.name == (MODS, "mods"):
            above = parent.parent
            if above is None or above.name[1] != "xmlData" or not _left_alone(above, parent):
                return element
        elif parent.name[0] == MODS:
            if not _only_faint(parent):
                return element
        elif parent.name[1] == "mets":
            return asked if _is_last_structure(element) else element
        elif parent.name[1] != "xmlData" and _may_be_empty(document, parent):
            return element
        element = parent
        if element.name[1] == "xmlData":
            return element


def _is_last_structure(element: Element) -> bool:
    """Whether an element is the one structMap that every package must have."""
    parent = element.parent
    if element.name[1] != "structMap" or parent is None:
        return False
    return sum(child.name == element.name for child in parent.children()) == 1


def _left_alone(parent: Element, element: Element) -> bool:
    """Whether an element is all that its parent holds."""
    if any(not is_same(child, element) for child in parent.children()):
        return False
    if parent.box is not None:
        return True
    return not any(child.kind == TEXT and child.raw.strip() for child in parent.node.children)


def _only_faint(element: Element) -> bool:
    return all(name.rpartition(":")[2] in FAINT for name in element.attributes)


def _may_be_empty(document: Document, element: Element) -> bool:
    known = declared(document, document.address_of(element))
    return known is None or nothing_needed(known)


def _remove_section(document: Document, inside: Element, address: Address) -> Edit | None:
    section = next((one for one in inside.around() if one.name[1] in _SECTIONS), None)
    if section is None or section.name[0] not in PACKAGES:
        return _removed(document, inside.parent or inside, "wrapper")
    around = section.parent
    if around is not None and around.name[1] == "amdSec" and _left_alone(around, section):
        above = around.parent
        section = section if above is None or _left_alone(above, around) else around
    ids = _ids_in(section)
    splices = list(_unlinking(document, section, ids)) if ids else []
    name = "Remove an empty section"
    gone = _removed(document, section, "section")
    return of_splices(name, [*splices, *(gone.splices if gone else ())], address)


def _removed(document: Document, element: Element, called: str) -> Edit | None:
    address = document.address_of(element)
    made = edits.remove(document, address)
    return replace(made, name=f"Remove {called}") if made else None


def _ids_in(section: Element) -> frozenset[str]:
    found = {element.get("ID") for element in _everything(section)}
    return frozenset(one for one in found if one)


def _everything(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children():
        yield from _everything(child)


def _unlinking(document: Document, section: Element, ids: frozenset[str]) -> Iterator[Splice]:
    """Splices that take every mention of the IDs out of the links of the package."""
    for element in mentioning(package_around(section), [one.encode() for one in ids]):
        for attribute in _LINKS:
            value = element.get(attribute)
            if value is None or ids.isdisjoint(value.split()) or _is_inside(element, section):
                continue
            rest = " ".join(word for word in value.split() if word not in ids)
            if rest:
                yield from attribute_splices(element, attribute, rest)
            else:
                yield from removed_attribute(element, attribute)


def _is_inside(element: Element, section: Element) -> bool:
    return any(is_same(one, section) for one in element.around())


def remove_attribute(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Take an attribute away: the one named, or that of the address."""
    name = spelled(data[0]) if data else address.attribute
    return edits.remove_attribute(document, address.element.at(name))

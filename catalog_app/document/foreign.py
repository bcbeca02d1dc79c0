"""Descriptions in other standards that a package wraps and the data describes: Dublin Core."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import METS, PACKAGES, Name, step_name
from catalog_app.schema import inside
from catalog_app.schema.load import load
from catalog_app.schema.model import Element as Declared

WRAPPER = "xmlData"
_AROUND = (WRAPPER, "metadata")  # the one in a package, the other in an entry of a harvested list


def standard_inside(element: Element) -> str:
    """The standard of the fields that stand right inside an element, or ""; not what it is itself.

    An element that is still empty holds what its name or its wrapper promises.
    """
    if element.box is not None:
        return ""
    if container := inside.container_of(element.name):
        return container
    if element.name[0] not in PACKAGES or element.name[1] != WRAPPER:
        return ""
    names = {child.name for child in element.children()}
    found = {inside.standard_of(name[0]) for name in names}
    if not names:
        above = element.parent
        return inside.wrapped_as(above.get("MDTYPE") or "") if above is not None else ""
    if "" in found or any(map(inside.container_of, names)):
        return ""
    return sorted(found)[0]


def description_in(document: Document, section: Address) -> Address | None:
    """The element in a section of metadata whose children are the fields of a description.

    None where the section wraps something else, or nothing.
    """
    element = document.element(section)
    for name in ("mdWrap", WRAPPER):
        if element is None or element.box is not None:
            return None
        element = next((c for c in element.children() if c.name == (METS, name)), None)
    if element is None:
        return None
    while not standard_inside(element):
        children = list(element.children())
        if len(children) != 1 or not inside.container_of(children[0].name):
            return None
        element = children[0]
    return document.address_of(element)


def description_above(document: Document, address: Address) -> Address | None:
    """The element around a place (or at it) whose children are the fields of a description."""
    names = address.path
    at = next((at for at, name in enumerate(names, 1) if name in _AROUND), 0)
    if not at:
        return None
    for deep in (at + 1, at):
        here = Address(address.part, address.steps[:deep])
        element = document.element(here) if deep <= len(names) else None
        if element is not None and standard_inside(element):
            return here
    return None


def fields_inside(element: Element, language: str) -> Iterator[tuple[str, Declared]]:
    """The fields that may be added to a description, by the names that addresses give them.

    The standard that wrappers name is always offered, what stands beside it where it is in use.
    """
    standard = standard_inside(element)
    if not standard:
        return
    used = {inside.standard_of(child.name[0]) for child in element.children()}
    used.add(standard)
    for name in inside.beside(standard):
        schema = load(name, language)
        if name in used or schema.said("wrapped_as"):
            for child in schema.root().children:
                yield step_name((schema.namespace, child.name), METS), child


def main_inside(element: Element) -> Name | None:
    """The name of the main field of a description, its title, whether it is there or not."""
    standard = standard_inside(element)
    schema = load(standard) if standard else None
    main = schema.root().main if schema else ""
    return (schema.namespace, main) if schema and main else None


def title_inside(element: Element) -> str:
    """What the main field of a description says; "" where it has none."""
    main = main_inside(element)
    if main is None:
        return ""
    for child in element.children():
        if child.name[1] == main[1] and child.value.strip():
            return " ".join(child.value.split())
    return ""

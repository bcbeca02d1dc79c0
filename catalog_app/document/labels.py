"""What a place is called, in the words of the schema."""

from __future__ import annotations

from functools import cache

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.names import METS, METS2, MODS, OAI, PACKAGES, element_name
from catalog_app.schema.inside import declared_inside
from catalog_app.schema.load import load
from catalog_app.schema.model import Element as Declared

_HOLDING = PACKAGES | {OAI}  # that hold descriptions of other standards
_STANDARDS = {MODS: "mods", METS: "mets", METS2: "mets2"}


def declared(document: Document, address: Address) -> Declared | None:
    """What the schema says about the element at an address, in any version, or None."""
    return declared_at(document.standard(address.part), address.path)


@cache
def declared_at(
    namespace: str, path: tuple[str, ...], version: str | None = None, language: str = "en"
) -> Declared | None:
    """What the schema of a namespace says about a path below its record.

    What one version does not have is described as the others have it; None where none does.
    A field of another standard that is described here is known wherever a package holds it.
    """
    if namespace in _HOLDING and path and path[-1].startswith("{"):
        return declared_inside(element_name(path[-1], namespace), language)
    standard = _STANDARDS.get(namespace)
    if standard is None:
        return None
    schema = load(standard, language)
    found = _below(namespace, path, version, language) if path else schema.root(version)
    return found or (declared_at(namespace, path, None, language) if version else None)


def _below(
    namespace: str, path: tuple[str, ...], version: str | None, language: str
) -> Declared | None:
    above = declared_at(namespace, path[:-1], version, language)
    return above.child(path[-1]) if above else None


def label(document: Document, address: Address) -> str:
    """The label of the element or attribute at an address; its name where there is none."""
    found = declared(document, address)
    if address.attribute:
        attribute = found.attribute(address.attribute) if found else None
        return attribute.label if attribute else address.attribute.rpartition("}")[2]
    if not address.steps:
        return "record" if address.part.startswith("record") else "package"
    return found.label if found else address.name.rpartition("}")[2]

"""Descriptions of a package: a new one, and the record in one."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.edits import add
from catalog_app.document.element import Element
from catalog_app.document.minting import new_id
from catalog_app.document.names import METS, MODS
from catalog_app.document.reach import package_at
from catalog_app.document.standards import declared_version
from catalog_app.schema.load import load


def package_of(document: Document, place: Address) -> Address | None:
    """The METS 1 package that a record or section stands in, or None."""
    anchor = package_at(document, place)
    found = Address(document.part_name(anchor)) if anchor is not None else None
    return found if found is not None and document.standard(found.part) == METS else None


def described(document: Document, package: Address, kind: str = "MODS") -> Edit | None:
    """A description more, behind those that are there: an empty record, or room for its fields.

    `kind` is the kind of metadata as METS calls it: MODS, DC.
    """
    inside = (Draft(f"{{{MODS}}}mods", (("version", _version(document)),)),) * (kind == "MODS")
    wrap = Draft("mdWrap", (("MDTYPE", kind),), "", (Draft("xmlData", (), "", inside),))
    section = Draft("dmdSec", (("ID", new_id(document, "dmdSec", package)),), "", (wrap,))
    return add(document, package, section)


def record_in(document: Document, section: Address) -> Address | None:
    """The record that a section of a package wraps, or None."""
    element = document.element(section)
    while element is not None:
        anchor = document.anchor_at(element)
        if anchor is not None and anchor.kind != "mets":
            return Address(document.part_name(anchor))
        element = next(iter(element.children()), None)
    return None


def _version(document: Document) -> str:
    """The version that the first record declares, else the newest."""
    records = document.records()
    first: Element | None = document.anchored(records[0]) if records else None
    found = declared_version(first) if first is not None else None
    return found or load("mods").versions[-1]

"""Descriptions of a package: a new section with one, or one put into a section that is empty."""

from __future__ import annotations

from functools import partial

from catalog_app.document.address import Address
from catalog_app.document.compose import Step, composed
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.edits import add, set_attributes
from catalog_app.document.element import Element
from catalog_app.document.minting import new_id
from catalog_app.document.names import METS, MODS
from catalog_app.document.reach import package_at
from catalog_app.document.standards import declared_version
from catalog_app.schema.load import load

#: The kinds of metadata, as METS calls them, that can be begun here, and their standards.
RECORDS = {"MODS": "mods", "DC": "dc"}


def package_of(document: Document, place: Address) -> Address | None:
    """The METS 1 package that a record or section stands in, or None."""
    anchor = package_at(document, place)
    found = Address(document.part_name(anchor)) if anchor is not None else None
    return found if found is not None and document.standard(found.part) == METS else None


def described(document: Document, package: Address, kind: str = "MODS") -> Edit | None:
    """A description more, behind those that are there: an empty record, or room for its fields.

    `kind` is the kind of metadata as METS calls it: MODS, DC.
    """
    identifier = ("ID", new_id(document, "dmdSec", package))
    section = Draft("dmdSec", (identifier,), "", (_wrap(document, kind),))
    return add(document, package, section)


def room_in(document: Document, section: Address) -> bool:
    """Whether a section of metadata holds nothing yet, so that a description can be put into it."""
    element = document.element(section)
    if element is None or element.box is not None:
        return False
    inside = list(element.children())
    if [child.name for child in inside] == [(METS, "mdWrap")]:
        inside = list(inside[0].children())
    if [child.name for child in inside] == [(METS, "xmlData")]:
        return not inside[0].has_elements and not inside[0].value.strip()
    return not inside


def described_in(document: Document, section: Address, kind: str) -> Edit | None:
    """An empty record, or room for the fields of another kind, in a section that has room.

    What wraps it says what it is now. None where there is nothing to do.
    """
    wrap = section.child("mdWrap")
    around, data = document.element(wrap), document.element(wrap.child("xmlData"))
    steps: list[Step] = []
    if around is None:
        steps.append(partial(add, parent=section, draft=_wrap(document, kind)))
    elif around.get("MDTYPE") != kind:
        said = (("MDTYPE", kind), ("OTHERMDTYPE", None))
        steps.append(partial(set_attributes, address=wrap, values=said))
    if around is not None and data is None:
        steps.append(partial(add, parent=wrap, draft=_wrap(document, kind).children[0]))
    elif data is not None:
        steps += [
            partial(add, parent=wrap.child("xmlData"), draft=draft)
            for draft in _wrap(document, kind).children[0].children
        ]
    return composed(document, "Add record", steps, section)


def _wrap(document: Document, kind: str) -> Draft:
    """What wraps a description of a kind, with the empty record inside."""
    inside = (Draft(f"{{{MODS}}}mods", (("version", _version(document)),)),) * (kind == "MODS")
    return Draft("mdWrap", (("MDTYPE", kind),), "", (Draft("xmlData", (), "", inside),))


def _version(document: Document) -> str:
    """The version that the first record declares, else the newest."""
    records = document.records()
    first: Element | None = document.anchored(records[0]) if records else None
    found = declared_version(first) if first is not None else None
    return found or load("mods").versions[-1]

"""A record together with the text that it describes: a METS package, and a file in it."""

from __future__ import annotations

import re
from functools import partial

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.compose import Step, composed
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.element import Element
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_edit import file_draft
from catalog_app.document.minting import new_id
from catalog_app.document.names import METS, MODS, XLINK
from catalog_app.document.said import children_of
from catalog_app.document.template import Template

_EMPTY = """<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="{mets}" xmlns:xlink="{xlink}">
  <metsHdr CREATEDATE="{created}"/>
  <dmdSec ID="dmd1">
    <mdWrap MDTYPE="MODS">
      <xmlData>
        {record}
      </xmlData>
    </mdWrap>
  </dmdSec>
  <structMap>
    <div TYPE="article" DMDID="dmd1"/>
  </structMap>
</mets>
"""
_PACKAGE = Address("package1")


def new_package(template: Template | None, facts: Facts, created: str) -> bytes:
    """The bytes of a METS package with a new MODS record and the text file that it is about.

    `created` is the moment in ISO 8601, for the header.
    """
    version = template.version if template else "3.8"
    record = f'<mods xmlns="{MODS}" version="{version}">\n        </mods>'
    document = _around(record, created)
    for draft in template.draft().children if template else ():
        if edit := edits.add(document, Address("record1"), draft):
            document.apply(edit)
    return _with_file(document, facts)


def package_around(record: bytes, facts: Facts, created: str) -> bytes:
    """The bytes of a METS package that holds a MODS file as it is, and the text it is about."""
    return _with_file(_around(_ROOT.sub("", record.decode("utf-8-sig")).strip(), created), facts)


_ROOT = re.compile(r"^\s*<\?xml[^>]*\?>")


def _around(record: str, created: str) -> Document:
    whole = _EMPTY.format(mets=METS, xlink=XLINK, created=created, record=record)
    return open_document(whole.encode())


def _with_file(document: Document, facts: Facts) -> bytes:
    if edit := attach(document, facts):
        document.apply(edit)
    return b"".join(document.chunks())


def can_attach(document: Document) -> bool:
    """Whether there is a package that a file could be added to."""
    packages = document.packages()
    return bool(packages) and document.anchored(packages[0]).name[0] == METS


def attach(document: Document, facts: Facts) -> Edit | None:
    """Add a file to the first package, and point to it from the first division.

    None if a file with this location is there already; raises EditError without a METS 1 package.
    """
    if not can_attach(document):
        raise EditError("This file is no METS package; a text can be attached to packages only.")
    if _is_there(document, facts.href):
        return None
    name = new_id(document, "file")
    steps: list[Step] = [partial(_add_file, draft=file_draft(name, facts))]
    steps.append(partial(_point_to, name=name))
    return composed(document, f"Attach {facts.path.name}", steps, _PACKAGE.child("fileSec"))


def _is_there(document: Document, href: str) -> bool:
    section = document.element(_PACKAGE.child("fileSec"))
    return section is not None and _locates(section, href)


def _locates(element: Element, href: str) -> bool:
    return any(
        child.get("xlink:href") == href or _locates(child, href) for child in element.children()
    )


def _add_file(document: Document, draft: Draft) -> Edit | None:
    section = _PACKAGE.child("fileSec")
    group = section.child("fileGrp")
    if document.element(section) is None:
        inside = Draft("fileGrp", (("USE", "text"),), "", (draft,))
        return edits.add(document, _PACKAGE, Draft("fileSec", (), "", (inside,)))
    if document.element(group) is None:
        return edits.add(document, section, Draft("fileGrp", (("USE", "text"),), "", (draft,)))
    return edits.add(document, group, draft)


def _point_to(document: Document, name: str) -> Edit | None:
    """Let the first division of the first map point to the file."""
    structure = _PACKAGE.child("structMap")
    pointer = Draft("fptr", (("FILEID", name),))
    if document.element(structure) is None:
        inside = Draft("div", (("TYPE", "article"),), "", (pointer,))
        return edits.add(document, _PACKAGE, Draft("structMap", (), "", (inside,)))
    top = document.element(structure)
    divisions = (
        address
        for address, _ in (children_of(document, structure, top) if top is not None else ())
        if address.name == "div"
    )
    first = next(divisions, None)
    if first is None:
        return edits.add(document, structure, Draft("div", (), "", (pointer,)))
    return edits.add(document, first, pointer)

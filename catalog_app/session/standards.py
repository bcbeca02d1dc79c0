"""Which standards judge the place in focus, in a few words for the status bar."""

from __future__ import annotations

import re

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import METS, METS2, MODS

_MODS_VERSION = re.compile(r"mods-(3)-([0-8])\.xsd")
_NEWEST_MODS = "3.8"


def standards(document: Document, place: Address | None) -> str:
    """Such as "METS 1.12.1 · MODS 3.3"; the package alone where no record is in focus."""
    records = document.records()
    part = place.part if place else "record1" if records else ""
    said = [package_standard(document)] if document.packages() else []
    if part.startswith("record") and document.anchor(part):
        said.append(f"MODS {mods_version(document, part)}")
    return " · ".join(said)


def package_standard(document: Document) -> str:
    """The version of METS by which the first package is judged."""
    namespace = document.anchored(document.packages()[0]).name[0]
    return {METS: "METS 1.12.1", METS2: "METS 2.0"}[namespace]


def mods_version(document: Document, part: str) -> str:
    """The MODS version that a record declares: on itself, else in a schema location around it."""
    anchor = document.anchor(part)
    assert anchor is not None
    element = document.anchored(anchor)
    version = (element.get("version") or "").strip() if element.name == (MODS, "mods") else ""
    if re.fullmatch(r"3\.[0-8]", version):
        return version
    return _from_locations(element) or _NEWEST_MODS


def _from_locations(element: Element) -> str:
    current: Element | None = element
    while current is not None:
        found = _MODS_VERSION.search(current.get("xsi:schemaLocation") or "")
        if found:
            return f"{found[1]}.{found[2]}"
        current = current.parent
    return ""

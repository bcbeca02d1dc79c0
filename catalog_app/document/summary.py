"""A record or section in a line: its title and the standard it follows."""

from __future__ import annotations

import re

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.names import METS2, MODS

_DECLARED = re.compile(r"mods-3-([0-8])\.xsd")


def record_title(document: Document, address: Address) -> str:
    """The title of a record, or what a section is called; empty for a record without a title."""
    element = document.element(address)
    if element is None:
        return ""
    if address.steps or not address.part.startswith("record"):
        return _section_title(document, address, element)
    return title_of(element)


def title_of(record: Element) -> str:
    """The first main title of a record: non-sorting words, title, subtitle; then a name."""
    titles = [c for c in record.children() if c.name == (MODS, "titleInfo")]
    main = [t for t in titles if not t.get("type")] or titles
    for info in main:
        parts = {c.name[1]: c.value.strip() for c in reversed(list(info.children()))}
        head = f"{parts.get('nonSort', '')} {parts.get('title', '')}".strip()
        sub = parts.get("subTitle", "")
        if head or sub:
            return " ".join(f"{head}: {sub}".split() if head and sub else (head or sub).split())
    return ""


def _section_title(document: Document, address: Address, element: Element) -> str:
    words = label(document, address) if address.steps else ""
    named = element.get("LABEL") or element.get("ID") or element.get("OBJID") or ""
    return " · ".join(part for part in (words, named) if part) or "METS"


def record_version(document: Document, address: Address) -> str:
    """The standard that a record or section is judged by: `MODS 3.3`, `METS 1.12.1`."""
    if address.part.startswith("package"):
        return "METS 2.0" if document.standard(address.part) == METS2 else "METS 1.12.1"
    anchor = document.anchor(address.part)
    if anchor is None:
        return ""
    return f"MODS {declared_version(document.anchored(anchor))}"


def declared_version(record: Element) -> str:
    """The MODS version that a record declares, or the newest.

    The version attribute decides, then an xsi:schemaLocation in scope that names a schema.
    """
    version = (record.get("version") or "").strip()
    if re.fullmatch(r"3\.[0-8]", version):
        return version
    element: Element | None = record
    while element is not None:
        found = _DECLARED.search(element.get("xsi:schemaLocation") or "")
        if found:
            return f"3.{found[1]}"
        element = element.parent
    return "3.8"

"""A record or section in a line: its title and the standard it follows."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.entries import other
from catalog_app.document.foreign import description_above, standard_inside, title_inside
from catalog_app.document.labels import label
from catalog_app.document.names import MODS
from catalog_app.document.standards import declared_version, package_version
from catalog_app.schema.load import load


def record_title(document: Document, address: Address) -> str:
    """The title of a record, or what a section is called; empty for a record without a title."""
    element = document.element(address)
    if element is None:
        return ""
    anchor = document.anchor(address.part)
    if anchor is not None and anchor.kind == "entry":
        said = other(document, anchor)
        return title_inside(element) or said.title or said.identifier
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
    if described := title_inside(element):
        return described
    words = label(document, address) if address.steps else ""
    named = element.get("LABEL") or element.get("ID") or element.get("OBJID") or ""
    return " · ".join(part for part in (words, named) if part) or "METS"


def record_version(document: Document, address: Address) -> str:
    """The standard that a record or section is judged by: `MODS 3.3`, `METS 1.12.1`."""
    anchor = document.anchor(address.part)
    if anchor is None:
        return ""
    described = description_above(document, address)
    inside = document.element(described) if described is not None else None
    if inside is not None:
        return load(standard_inside(inside)).name
    if anchor.kind == "entry":
        return ""
    if anchor.kind == "mets":
        return f"METS {package_version(document.anchored(anchor))}"
    return f"MODS {declared_version(document.anchored(anchor))}"

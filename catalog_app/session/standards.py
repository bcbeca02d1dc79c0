"""Which standards judge the place in focus, in a few words for the status bar."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.summary import record_version


def standards(document: Document, place: Address | None) -> str:
    """Such as "METS 1.12.1 · MODS 3.3"; the package alone where no record is in focus."""
    part = place.part if place else "record1"
    said = [record_version(document, Address("package1"))]
    if part.startswith("record"):
        said.append(record_version(document, Address(part)))
    return " · ".join(filter(None, said))

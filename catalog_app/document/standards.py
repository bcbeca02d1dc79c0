"""The standards and versions by which what is in a document is judged, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import METS2
from catalog_app.schema import declared
from catalog_app.schema.load import load

_FEW = 20


def declared_version(record: Element) -> str:
    """The MODS version that a record declares, by itself or in a schema location; else the newest.

    For a run of bare elements the record is the xmlData around them.
    """
    return declared.declared_version(record.get("version"), _locations(record))


def located_version(element: Element) -> str:
    """The MODS version that the schema locations in scope name; the empty string for none."""
    return declared.located_version(_locations(element))


def package_version(package: Element) -> str:
    """The version of METS by which a package is judged."""
    return load("mets2" if package.name[0] == METS2 else "mets").default_version


def why_only_shown(document: Document) -> str:
    """Why a METS 2 file is only shown: its sections are laid out in a way the form cannot write.

    The empty string for all other files.
    """
    anchors = document.packages()
    # Looking at a few packages is quicker than through a large file, and slower at very many.
    if len(anchors) > _FEW and METS2.encode() not in document.source.text:
        return ""
    packages = (document.anchored(anchor) for anchor in anchors)
    if any(package.name[0] == METS2 for package in packages):
        return "it is written in METS 2, which is shown and checked here but not changed"
    return ""


def _locations(element: Element) -> Iterator[str | None]:
    return (one.get("xsi:schemaLocation") for one in element.around())

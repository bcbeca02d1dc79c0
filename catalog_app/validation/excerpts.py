"""Records cut out of an open document, for a job that judges one of them."""

from __future__ import annotations

import re
from itertools import islice

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import is_package
from catalog_app.document.standards import declared_version
from catalog_app.validation.run import Excerpt

_NUMBERED = re.compile(r"eprint_\d")


def excerpt(
    document: Document, part_name: str, version: str | None = None, path: str = ""
) -> Excerpt | None:
    """The record of that name with all that its judgement needs; None if there is none.

    Whoever knows its `path` saves the search for it among very many records.
    """
    anchor = document.anchor(part_name)
    if anchor is None or anchor.kind == "mets":
        return None
    element = document.anchored(anchor)
    return Excerpt(
        element.raw,
        part_name,
        anchor.kind,
        version or declared_version(element),
        dict(element.parent.namespaces) if element.parent else {},
        document.entities,
        path or path_of(element),
        document.line_of(element.part, element.node.start),
        _is_from_eprints(element),
    )


def path_of(element: Element) -> str:
    """The XPath of an element in the file's own prefixes."""
    parent = element.parent
    if parent is None:
        return f"/{element.node.qname}"
    number, total = element.document.number_among(element)
    step = element.node.qname + (f"[{number}]" if total > 1 else "")
    return f"{path_of(parent)}/{step}"


def _is_from_eprints(element: Element) -> bool:
    around = islice(element.around(), 1, None)
    package = next((one for one in around if is_package(one.name)), None)
    if package is None:
        return False
    written = package.get("OBJID") or ""
    return bool(_NUMBERED.match(written)) or package.get("LABEL") == "Eprints Item"

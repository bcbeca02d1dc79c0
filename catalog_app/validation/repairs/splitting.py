"""Every package of an export list (mets-objects) as a file of its own."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count
from xml.sax.saxutils import quoteattr

from catalog_app.document.doctype import without_doctype
from catalog_app.document.document import Document
from catalog_app.document.element import Element

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_LONGEST = 60
# Names that Windows keeps for devices, whatever follows the dot.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def split_packages(document: Document) -> list[tuple[str, bytes]]:
    """The packages of a file (Q6), each as the bytes of a file in UTF-8, with a name for it.

    Declarations that a package takes from what stands around it are written into its first tag;
    what is inside keeps its bytes. No two names differ in large and small letters alone.
    """
    found: list[tuple[str, bytes]] = []
    taken: set[str] = set()
    for anchor in document.packages():
        element = document.anchored(anchor)
        text = _declaring(element)
        if document.doctype.replacements:
            text = without_doctype(text, document.doctype.replacements)
        name = _free_name(_stem(element.get("OBJID") or ""), taken)
        taken.add(name.casefold())
        found.append((name, _DECLARATION + text + b"\n"))
    return found


def _stem(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in "-_." else "_" for c in name.strip())[:_LONGEST]
    kept = kept.strip("._") or "package"
    return f"package_{kept}" if _DEVICE.fullmatch(kept) else kept


def _free_name(stem: str, taken: Collection[str]) -> str:
    name = f"{stem}.xml"
    numbers = count(2)
    while name.casefold() in taken:
        name = f"{stem}-{next(numbers)}.xml"
    return name


def _declaring(element: Element) -> bytes:
    """The bytes of an element with all declarations that are in scope."""
    raw = element.raw
    above = element.parent.namespaces if element.parent else {}
    own = element.namespaces
    missing = [
        (prefix, uri)
        for prefix, uri in above.items()
        if prefix != "xml" and own.get(prefix) == uri and not _declares(element, prefix)
    ]
    at = 1 + len(element.node.qname.encode())
    text = "".join(f" xmlns{':' * bool(p)}{p}={quoteattr(uri)}" for p, uri in missing if uri)
    return raw[:at] + text.encode() + raw[at:]


def _declares(element: Element, prefix: str) -> bool:
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    return any(attribute.qname == name for attribute in element.node.attributes)

"""A record as a MODS file of its own, its bytes as they are."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from catalog_app.document.address import Address
from catalog_app.document.carried import declared, standing_alone, used
from catalog_app.document.doctype import without_doctype
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.entries import held_in
from catalog_app.document.names import MODS
from catalog_app.document.standards import located_version

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def mods(document: Document, part: str) -> bytes:
    """The record in UTF-8, with the namespaces that it uses; a run of bare elements gets a root.

    Everything inside the record keeps its bytes. Raises KeyError if there is no such record.
    """
    anchor = document.anchor(part)
    if anchor is None:
        raise KeyError(part)
    element = document.anchored(anchor)
    text = _wrapped(element) if anchor.kind == "bare" else standing_alone(element)
    replacements = document.doctype.replacements
    if replacements:
        text = without_doctype(text, replacements)
    return _DECLARATION + text + b"\n"


def held(document: Document, entry: Address) -> bytes:
    """What an entry of a harvested list holds, in UTF-8 with its namespaces; nothing for none."""
    element = held_in(document, entry)
    return _DECLARATION + standing_alone(element) + b"\n" if element is not None else b""


def _wrapped(element: Element) -> bytes:
    """Bare elements inside a new root with the version that the file names."""
    children = list(element.children())
    raw = element.raw
    inner = raw[raw.find(b">") + 1 : raw.rfind(b"</")]
    prefix = next((p for p, uri in element.namespaces.items() if uri == MODS and p), "")
    if any(child.node.qname == child.name[1] for child in children):
        prefix = ""
    needed = {prefix: MODS, **used(inner, element.namespaces)}
    qname = f"{prefix}:mods" if prefix else "mods"
    version = located_version(element)
    head = f"<{qname}".encode() + declared(needed)
    head += f" version={quoteattr(version)}".encode() if version else b""
    return head + b">" + inner + f"</{qname}>".encode()

"""A record as a MODS file of its own, its bytes as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from catalog_app.document.doctype import without_doctype
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import MODS
from catalog_app.document.standards import located_version

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_UNPREFIXED = re.compile(rb"<[A-Za-z_][\w.-]*[\s/>]")
_PREFIX = re.compile(rb"[<\s\"'/]([A-Za-z_][\w.-]*):[A-Za-z_]")


def mods(document: Document, part: str) -> bytes:
    """The record in UTF-8, with the namespaces that it uses; a run of bare elements gets a root.

    Everything inside the record keeps its bytes. Raises KeyError if there is no such record.
    """
    anchor = document.anchor(part)
    if anchor is None:
        raise KeyError(part)
    element = document.anchored(anchor)
    text = _wrapped(element) if anchor.kind == "bare" else _with_namespaces(element)
    replacements = document.doctype.replacements
    if replacements:
        text = without_doctype(text, replacements)
    return _DECLARATION + text + b"\n"


def _with_namespaces(element: Element) -> bytes:
    raw, head = element.raw, element.raw.find(b">")
    own = raw[:head]
    missing = {
        prefix: uri
        for prefix, uri in _used(raw, element.namespaces).items()
        if not re.search(rb"\sxmlns" + _colon(prefix) + rb"\s*=", own)
    }
    name = re.match(rb"<[^\s/>]+", raw)
    assert name is not None
    return raw[: name.end()] + _declared(missing) + raw[name.end() :]


def _wrapped(element: Element) -> bytes:
    """Bare elements inside a new root with the version that the file names."""
    children = list(element.children())
    raw = element.raw
    inner = raw[raw.find(b">") + 1 : raw.rfind(b"</")]
    prefix = next((p for p, uri in element.namespaces.items() if uri == MODS and p), "")
    if any(child.node.qname == child.name[1] for child in children):
        prefix = ""
    needed = {prefix: MODS, **_used(inner, element.namespaces)}
    qname = f"{prefix}:mods" if prefix else "mods"
    version = located_version(element)
    head = f"<{qname}".encode() + _declared(needed)
    head += f" version={quoteattr(version)}".encode() if version else b""
    return head + b">" + inner + f"</{qname}>".encode()


def _used(raw: bytes, scope: Mapping[str, str]) -> dict[str, str]:
    """The namespaces in scope whose prefix occurs anywhere; the default one for bare names."""
    prefixes = {found.decode() for found in _PREFIX.findall(raw)}
    if _UNPREFIXED.search(raw):
        prefixes.add("")
    return {p: uri for p, uri in scope.items() if uri and p != "xml" and p in prefixes}


def _declared(namespaces: Mapping[str, str]) -> bytes:
    return b"".join(
        b" xmlns" + _colon(prefix) + b"=" + quoteattr(uri).encode()
        for prefix, uri in sorted(namespaces.items())
    )


def _colon(prefix: str) -> bytes:
    return f":{prefix}".encode() if prefix else b""

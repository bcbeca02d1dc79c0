"""Markup carried from one place to another with the namespaces that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from catalog_app.document.edit import EditError
from catalog_app.document.element import Element
from catalog_app.document.names import Name
from catalog_app.lossless.spans import ELEMENT, Attribute, MarkupError, Node, declarations, parse

_UNPREFIXED = re.compile(rb"<[A-Za-z_][\w.-]*[\s/>]")
_PREFIX = re.compile(rb"[<\s\"'/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_DECLARATION = re.compile(rb"\A\s*<\?xml\s[^>]*\?>\s*")


def standing_alone(element: Element) -> bytes:
    """The bytes of an element, with the namespaces declared that it has from around it."""
    raw, node = element.raw, element.node
    mine = {attribute.qname for attribute in node.attributes}
    missing = {
        prefix: uri
        for prefix, uri in used(raw, element.namespaces).items()
        if (f"xmlns:{prefix}" if prefix else "xmlns") not in mine
    }
    behind = 1 + len(node.qname.encode())
    return raw[:behind] + declared(missing) + raw[behind:]


def used(raw: bytes, scope: Mapping[str, str]) -> dict[str, str]:
    """The namespaces in scope whose prefix occurs anywhere; the default one for bare names."""
    prefixes = {found.decode() for found in _PREFIX.findall(raw)}
    if _UNPREFIXED.search(raw):
        prefixes.add("")
    return {p: uri for p, uri in scope.items() if uri and p != "xml" and p in prefixes}


def declared(namespaces: Mapping[str, str]) -> bytes:
    """Namespaces as they are declared in a start tag."""
    return b"".join(
        b" xmlns" + (f":{prefix}".encode() if prefix else b"") + b"=" + quoteattr(uri).encode()
        for prefix, uri in sorted(namespaces.items())
    )


def at_home(xml: bytes, around: Element) -> bytes:
    """Markup from anywhere, as it is inside an element: its names keep their namespaces.

    What the place declares alike is not declared again, and bare names that nobody gave a
    namespace get that of what is around them. Nothing else is touched. Raises EditError.
    """
    xml = _DECLARATION.sub(b"", xml)
    root = _parsed(xml, around)
    for node in root.walk():
        if node.kind == ELEMENT:
            _check_prefixes(node)
    pieces, cursor = [], 0
    for node in root.elements:
        for start, end, text in _changes(node, around):
            pieces += [xml[cursor:start], text]
            cursor = end
    return b"".join((*pieces, xml[cursor:]))


def outermost(xml: bytes, around: Element) -> list[Name]:
    """The names that the outermost elements of markup have inside an element. Raises EditError."""
    found = _parsed(_DECLARATION.sub(b"", xml), around).elements
    return [(node.namespace or around.name[0], node.local) for node in found]


def _parsed(xml: bytes, around: Element) -> Node:
    try:
        return parse(xml, around.namespaces)
    except MarkupError as error:
        raise EditError(f"What is in the clipboard is not well-formed: {error}") from None


def _changes(node: Node, around: Element) -> Iterator[tuple[int, int, bytes]]:
    """What is cut out of the outermost start tag and put into it, in the order of the bytes."""
    declares = [a for a in node.attributes if a.qname == "xmlns" or a.qname.startswith("xmlns:")]
    behind = node.start + 1 + len(node.qname.encode())
    if not node.prefix and not node.namespace and all(a.qname != "xmlns" for a in declares):
        yield behind, behind, declared({"": around.name[0]} if around.name[0] else {})
    for attribute in declares:
        prefix = attribute.qname[6:]
        if around.namespaces.get(prefix, "") == _value(node, attribute):
            start = len(node.text[: attribute.start].rstrip())
            yield start, attribute.end, b""


def _value(node: Node, attribute: Attribute) -> str:
    return next(iter(declarations(node.text[attribute.start : attribute.end]).values()))


def _check_prefixes(node: Node) -> None:
    attributes = (a.qname for a in node.attributes if ":" in a.qname)
    for qname in (node.qname, *attributes):
        prefix = qname.partition(":")[0] if ":" in qname else ""
        if prefix and prefix not in ("xml", "xmlns") and prefix not in node.namespaces:
            raise EditError(
                f"The XML in the clipboard does not say what its prefix “{prefix}” stands for, "
                "so nothing was pasted. Copy it together with what declares the prefix."
            )

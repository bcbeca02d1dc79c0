"""Which element or attribute a change of bytes was in, for going there."""

from __future__ import annotations

import re

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.names import attribute_name
from catalog_app.lossless.part import Part
from catalog_app.lossless.spans import Node
from catalog_app.lossless.splice import Splice

# Comments and instructions, and the blanks between two tags.
_BESIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>|(?<=>)\s+(?=<)", re.DOTALL)


def place_of(document: Document, splice: Splice) -> Address | None:
    """The innermost place that a splice, which has been done, was in; None if nobody can say.

    Where it took an element away, the one that follows it, else the one before.
    """
    part = _part(document, splice)
    if part is None:
        return None
    top = part.fragment(document.parts.box_of(part).namespaces)
    start, end = splice.offset, splice.offset + len(splice.new)
    node = _innermost(top, start, end)
    beside = _touched(node, start, end) if node.elements and start >= node.tag_end else None
    node = beside or node
    if node is top:
        return None
    address = document.address_of(Element(document, part, node))
    attribute = "" if beside else _attribute(node, start, end)
    return address.at(attribute) if attribute else address


def says_nothing(document: Document, splice: Splice) -> bool:
    """Whether a splice, which has been done, changed but comments and blanks between elements."""
    part = _part(document, splice)
    if part is None:
        return False
    now, end = part.text, splice.offset + len(splice.new)
    before = now[: splice.offset] + splice.old + now[end:]
    return _BESIDE.sub(b"", before) == _BESIDE.sub(b"", now)


def _part(document: Document, splice: Splice) -> Part | None:
    """The part that a splice was in, if it holds elements that can be told apart."""
    part = next((one for one in document.parts.order if one.id == splice.part), None)
    return None if part is None or part.kind != "content" or part.coarse else part


def _innermost(node: Node, start: int, end: int) -> Node:
    """The innermost element that holds a stretch between its own ends."""
    inner: Node | None = node
    while inner is not None:
        node = inner
        inner = next((one for one in node.elements if one.start < start and end < one.end), None)
    return node


def _touched(node: Node, start: int, end: int) -> Node:
    """The child that a stretch holds, or touches, or is nearest to."""
    whole = (one for one in node.elements if start <= one.start and one.end <= end)
    begun = (one for one in node.elements if one.end > start)
    return next(whole, None) or next(begun, None) or node.elements[-1]


def _attribute(node: Node, start: int, end: int) -> str:
    for attribute in node.attributes:
        declares = attribute.qname.partition(":")[0] == "xmlns"
        if attribute.start <= start and end <= attribute.end and not declares:
            return attribute_name(node.expanded(attribute.qname))
    return ""

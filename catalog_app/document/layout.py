"""Where white space stands around elements, so that new ones stand like their neighbours."""

from __future__ import annotations

import re

from catalog_app.document.element import Element
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import TEXT, Node

_DEFAULT_UNIT = b"  "


def previous_content(element: Element) -> Part | None:
    """The content part right before an element that is cut into parts."""
    above = element.box.parent if element.box else None
    if above is None:
        return None
    found: Part | None = None
    for item in above.items:
        if isinstance(item, Box):
            if item.open is element.part:
                return found
        elif item.kind == "content":
            found = item
    return None


def next_content(element: Element) -> Part | None:
    """The content part right after an element that is cut into parts."""
    above = element.box.parent if element.box else None
    if above is None:
        return None
    passed = False
    for item in above.items:
        if isinstance(item, Box):
            passed = passed or item.open is element.part
        elif passed:
            return item
    return None


def blank_before(element: Element) -> bytes:
    """The white space right before an element, if nothing but white space stands there."""
    if element.box is not None:
        part = previous_content(element)
        text = part.text if part else b""
        return text[len(text.rstrip(b" \t\r\n")) :]
    return _node_blank(element.node)


def _node_blank(node: Node) -> bytes:
    if node.parent is None:
        return b""
    siblings = node.parent.children
    at = next(k for k, sibling in enumerate(siblings) if sibling is node)
    if at and siblings[at - 1].kind == TEXT and not siblings[at - 1].raw.strip():
        return siblings[at - 1].raw
    return b""


def indentation(element: Element) -> bytes:
    """The line end and blanks that put an element on its own line; empty if it shares one."""
    blank = blank_before(element)
    cut = max(blank.rfind(b"\n"), blank.rfind(b"\r"))
    if cut < 0:
        return b""
    if blank[cut - 1 : cut + 1] == b"\r\n":
        cut -= 1
    return blank[cut:]


def first_child(element: Element) -> Element | None:
    """The first child element."""
    return next(element.children(), None)


def child_indentation(parent: Element) -> bytes:
    """The indentation that a child of `parent` has, or would have."""
    first = first_child(parent)
    if first is not None:
        return indentation(first)
    own = indentation(parent) or _line_end_inside(parent)
    if not own:
        return b""
    return own + unit(parent)


def _line_end_inside(root: Element) -> bytes:
    """The line end that an empty outermost element holds, whose children shall have lines."""
    if root.parent is not None or root.box is not None or not only_blank(root.node):
        return b""
    found = re.search(rb"\r\n|\r|\n", root.node.text[root.node.tag_end : root.node.close])
    return found[0] if found else b""


def unit(element: Element) -> bytes:
    """One step of indentation, as the neighbourhood of an element uses it."""
    own, above = indentation(element), element.parent
    outer = indentation(above) if above else b""
    if above and own and not outer:
        blanks = own.lstrip(b"\r\n")
        return blanks or _DEFAULT_UNIT
    if own.startswith(outer) and len(own) > len(outer):
        return own[len(outer) :]
    first = first_child(element)
    inner = indentation(first) if first else b""
    if inner and above is None:
        return inner.lstrip(b"\r\n") or _DEFAULT_UNIT
    if own and inner.startswith(own) and len(inner) > len(own):
        return inner[len(own) :]
    return _DEFAULT_UNIT


def only_blank(node: Node) -> bool:
    """Whether an element holds nothing but white space."""
    return all(c.kind == TEXT and not c.raw.strip() for c in node.children)

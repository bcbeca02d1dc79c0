"""Wrapped metadata of other standards as a readable tree: a line for each element."""

from __future__ import annotations

from catalog_app.document.element import Element, node_text
from catalog_app.document.names import MODS, XSI
from catalog_app.lossless.spans import CDATA, ELEMENT, TEXT, Node

_XHTML = "http://www.w3.org/1999/xhtml"
_MOST = 400


def is_tree(element: Element) -> bool:
    """Whether an element holds data in elements, and no running text with markup in it."""
    if element.box is not None or element.name[0] in (MODS, _XHTML):
        return False
    return not any(
        node.kind == ELEMENT and node.elements and _has_text(node) for node in element.node.walk()
    )


def _has_text(node: Node) -> bool:
    return any(c.kind == CDATA or (c.kind == TEXT and c.raw.strip()) for c in node.children)


def tree_of(element: Element) -> str:
    """The names and values inside an element, indented; attributes in brackets behind a name."""
    lines: list[str] = []
    stack = [(node, 0) for node in reversed(element.node.elements)]
    while stack and len(lines) < _MOST:
        node, depth = stack.pop()
        lines.append("    " * depth + _line(Element(element.document, element.part, node)))
        stack += [(inner, depth + 1) for inner in reversed(node.elements)]
    return "\n".join([*lines, "…"] if stack else lines)


def _line(element: Element) -> str:
    said = [
        f"{name.rpartition('}')[2]} {value}"
        for name, value in element.attributes.items()
        if not name.startswith("xsi:") and not name.startswith(f"{{{XSI}}}")
    ]
    name = element.name[1] + (f" [{', '.join(said)}]" if said else "")
    texts = (node_text(child, element.document.entities) for child in element.node.children)
    value = " ".join("".join(texts).split()) if not element.node.elements else ""
    return f"{name}: {value}" if value else name

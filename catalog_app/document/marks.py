"""Where packages, records, bare runs and entries of lists begin in parsed content."""

from __future__ import annotations

from catalog_app.document.names import MODS, Name
from catalog_app.document.plan import mark
from catalog_app.lossless.spans import Node

Marks = list[tuple[str, Node]]


def marked(fragment: Node) -> Marks:
    """What begins in a fragment, each with its node, in order."""
    known: Marks | None = fragment.__dict__.get("marked")
    if known is None:
        known = _plain_records(fragment) or _found(fragment)
        fragment.__dict__["marked"] = known
    return known


def _plain_records(fragment: Node) -> Marks:
    """The common case, without walking: records side by side that wrap nothing themselves."""
    if b"xmlData" in fragment.text or b"mets" in fragment.text:
        return []
    outer = fragment.elements
    plain = all(node.namespace == MODS and node.local == "mods" for node in outer)
    return [("mods", node) for node in outer] if plain else []


def _found(fragment: Node) -> Marks:
    found: Marks = []
    stack: list[tuple[Node, list[Name]]] = [(node, []) for node in reversed(fragment.elements)]
    while stack:
        node, above = stack.pop()
        name = (node.namespace, node.local)
        kind = mark(name, above)
        if kind in ("mets", "mods", "entry"):
            found.append((kind, node))
        elements = node.elements
        inner = [*above, name]
        if node.local == "xmlData" and any(
            mark((e.namespace, e.local), inner) == "bare" for e in elements
        ):
            found.append(("bare", node))
        stack.extend((element, inner) for element in reversed(elements))
    return found

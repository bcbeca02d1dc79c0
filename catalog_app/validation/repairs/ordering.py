"""Children in the order of the schema, and elements that were left out."""

from __future__ import annotations

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element, text_nodes
from catalog_app.document.labels import declared, label
from catalog_app.document.names import step_name
from catalog_app.document.writing import inserted, replaced
from catalog_app.lossless.spans import Node
from catalog_app.lossless.splice import Splice
from catalog_app.schema.model import Element as Declared
from catalog_app.validation.repairs.together import Data, of_splices, sibling_behind, there


def reorder_children(document: Document, address: Address, data: Data) -> Edit | None:
    """Put the children of an element in the order of the names in `data`.

    Equals keep their order, the white space between the children stays where it is, and only
    children that get another place are written anew.
    """
    element, standard = there(document, address), document.standard(address.part)
    children = list(element.children())
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(data))}
    ranked = sorted(children, key=lambda c: ranks.get(step_name(c.name, standard), len(ranks)))
    splices = []
    for old, new in zip(children, ranked, strict=True):
        if old is not new:
            splices += replaced(old, new.raw)
    return of_splices(f"Put {label(document, address)} in order", splices, address)


def move_out(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Take an element out of its parent, to stand behind it."""
    element = there(document, address)
    parent = element.parent
    above = parent.parent if parent else None
    if parent is None or above is None or parent.box is not None:
        return None
    following = sibling_behind(document, document.address_of(parent))
    put = inserted(above, following, element.raw)
    gone = edits.remove(document, address)
    name = f"Move {label(document, address)} out"
    return of_splices(name, [*put, *(gone.splices if gone else ())], address.parent)


def add_child(document: Document, address: Address, data: Data) -> Edit | None:
    """Add a child, and in it the children that it must have."""
    known = declared(document, address.element)
    child = known.child(data[0]) if known else None
    draft = _needed(child) if child else Draft(data[0])
    return edits.add(document, address.element, draft)


def _needed(known: Declared, depth: int = 0) -> Draft:
    if depth > 4:
        return Draft(known.name)
    inside = tuple(_needed(child, depth + 1) for child in known.children if child.min)
    required = tuple(
        (a.name, a.values[0] if a.values else "") for a in known.attributes if a.required
    )
    return Draft(known.name, required, "", inside)


def move_text(document: Document, address: Address, data: Data) -> Edit | None:
    """Put the text that stands between the children of an element into a new one.

    `data` names the way down to it; what is missing on the way is made.
    """
    element = there(document, address)
    text = " ".join(element.value.split())
    if not text or element.box is not None or not data:
        return None
    draft = Draft(data[-1], (), text)
    for name in reversed(data[:-1]):
        draft = Draft(name, (), "", (draft,))
    made = edits.add(document, address.element, draft)
    named = f"Move the text into {data[-1]}"
    return of_splices(named, [*(made.splices if made else ()), *_texts_gone(element)], address)


def remove_text(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Remove the text that stands between the children of an element."""
    element = there(document, address)
    named = f"Remove the text in {label(document, address)}"
    return of_splices(named, _texts_gone(element), address)


def _texts_gone(element: Element) -> list[Splice]:
    return [_without(element, node) for node in text_nodes(element.node) if node.raw.strip()]


def _without(element: Element, node: Node) -> Splice:
    return Splice(element.part.id, node.start, node.raw, b"")

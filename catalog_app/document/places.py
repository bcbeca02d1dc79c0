"""Where a new element belongs among those that are there."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared
from catalog_app.document.names import step_name
from catalog_app.schema.order import insert_position


def neighbour(document: Document, parent: Address, name: str) -> Element | None:
    """The child before which a new child of that name belongs; None for the end.

    The schema's order decides; without a schema, and for elements of another standard, new ones
    follow the last of their name.
    """
    element = document.element(parent)
    if element is None:
        return None
    standard = document.standard(parent.part)
    children = list(element.children())
    names = [step_name(child.name, standard) for child in children]
    known = declared(document, parent)
    if known is not None and not name.startswith("{"):
        at = insert_position(known, names, name)
    else:
        same = [k for k, there in enumerate(names) if there == name]
        at = same[-1] + 1 if same else len(names)
    return children[at] if at < len(children) else None

"""Where a new element belongs among those that are there."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared
from catalog_app.document.names import step_name
from catalog_app.document.runs import runs
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
    there = list(runs(element))
    names = [step_name(run.name, standard) for run in there]
    known = declared(document, parent)
    if known is not None and not name.startswith("{"):
        at = insert_position(known, names, name)
    else:
        same = [k for k, other in enumerate(names) if other == name]
        at = same[-1] + 1 if same else len(names)
    return there[at].first if at < len(there) else None

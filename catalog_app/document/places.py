"""Where a new element belongs among those that are there."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared
from catalog_app.document.names import step_name
from catalog_app.document.runs import Run, runs
from catalog_app.lossless.part import Part
from catalog_app.schema.order import insert_position


def neighbour(document: Document, parent: Address, name: str) -> Element | None:
    """The child before which a new child of that name belongs; None for the end.

    The schema's order decides; without a schema, and for elements of another standard, new ones
    follow the last of their name.
    """
    run = _before(document, parent, name)
    return run.first if run is not None else None


def making_room(document: Document, parent: Address, name: str) -> Iterator[float]:
    """Get ready to add a child of that name, a few milliseconds at a time.

    A large section that comes behind it is cut finer; adding would do so in one go.
    """
    yield from _cutting(document, _before(document, parent, name))


def making_room_behind(document: Document, address: Address) -> Iterator[float]:
    """Get ready to add an element right behind another one, in the same way."""
    element = document.element(address)
    parent = element.parent if element is not None else None
    if parent is not None and element is not None:
        there = list(runs(parent))
        mine = [k for k, run in enumerate(there) if run.part is element.part]
        behind = there[mine[-1] + 1] if mine and mine[-1] + 1 < len(there) else None
        yield from _cutting(document, behind)


def _before(document: Document, parent: Address, name: str) -> Run | None:
    """The run of children before whose first one a new child of that name belongs."""
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
    return there[at] if at < len(there) else None


def _cutting(document: Document, run: Run | None) -> Iterator[float]:
    if run is not None and isinstance(run.item, Part) and run.item.coarse:
        yield from document.refining(run.item)

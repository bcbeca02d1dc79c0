"""What of a card the mouse can take hold of: one of several fields, or the card as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from catalog_app.document.address import Address
from catalog_app.document.card import Card
from catalog_app.schema.model import Element as Declared
from catalog_app.schema.order import is_free
from catalog_app.ui.form.row import Row


@dataclass(frozen=True)
class Unit:
    """Something that can be dragged, and from where to where it stands."""

    address: Address
    top: int
    bottom: int


@dataclass(frozen=True)
class Spot:
    """Where what is dragged would be put: before or behind another; `y` is where that is."""

    address: Address
    behind: bool
    y: int


def grasped(card: Card, rows: Sequence[Row], row: Row | None) -> Address:
    """What is taken hold of at a row: the innermost that stands beside others, else the card."""
    if row is None or row.field.ghost:
        return card.address
    address = row.field.address.element
    while len(address.steps) > len(card.address.steps):
        if len(fields_beside(card, rows, address)) > 1:
            return address
        address = address.parent
    return card.address


def fields_beside(card: Card, rows: Sequence[Row], address: Address) -> list[Unit]:
    """The fields of a card with which the one at an address could change places.

    They stand in one element; where the standard demands an order, only those of its name.
    """
    above, depth = address.parent, len(address.steps)
    known = _declared(card, rows, above)
    free = known is not None and is_free(known)
    inside = (r for r in rows if not r.field.ghost and above.contains(r.field.address))
    units = []
    for steps, group in groupby(inside, key=lambda row: row.field.address.steps[:depth]):
        here = list(group)
        if len(steps) == depth and (free or steps[-1].name == address.name):
            bottom = here[-1].y + here[-1].height
            units.append(Unit(Address(address.part, steps), here[0].y, bottom))
    return units


def _declared(card: Card, rows: Sequence[Row], address: Address) -> Declared | None:
    if address == card.address:
        return card.declared
    heads = (row.field for row in rows if row.field.kind == "head")
    known = next((head.declared for head in heads if head.address == address), None)
    return known if isinstance(known, Declared) else None


def cards_beside(cards: Sequence[tuple[Card, Unit]], dragged: Card) -> list[Unit]:
    """The cards with which one could change places: those of its group.

    The sections of a package have an order: there only those of its name.
    """
    in_order = dragged.address.part.startswith("package")
    return [
        unit
        for card, unit in cards
        if not card.ghost
        and card.address.parent == dragged.address.parent
        and card.group == dragged.group
        and (card.address.name == dragged.address.name or not in_order)
    ]


def spot_near(y: int, units: Sequence[Unit], own: Address, gap: int) -> Spot | None:
    """The place nearest to a height; None where the dragged thing stands already."""
    mine = next((at for at, unit in enumerate(units) if unit.address == own), None)
    if mine is None:
        return None
    at, spot = min(enumerate(_spots(units, gap)), key=lambda found: abs(found[1].y - y))
    return None if at in (mine, mine + 1) else spot


def _spots(units: Sequence[Unit], gap: int) -> Iterator[Spot]:
    yield Spot(units[0].address, False, units[0].top - gap // 2)
    for above, below in pairwise(units):
        yield Spot(below.address, False, below.top - min(gap, below.top - above.bottom) // 2 - 1)
    yield Spot(units[-1].address, True, units[-1].bottom + gap // 2)

"""Where the focus stays when other fields are asked for than before."""

from __future__ import annotations

from collections.abc import Iterable

from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field

Place = tuple[Address, Field]


def places_of(cards: Iterable[Card]) -> list[Place]:
    """The fields of the cards from top to bottom, each with the address of its card."""
    return [
        (card.address, field)
        for card in cards
        for row in card.fields
        if row.kind != "head"
        for field in (row, *row.beside)
    ]


def nearest(field: Field, before: list[Place], now: list[Place]) -> Place | None:
    """The field itself, what stands for it now, or its nearest neighbour that is still there."""
    there = {one.key: (card, one) for card, one in now}
    if field.key in there:
        return there[field.key]
    at = next((k for k, (_, one) in enumerate(before) if one.key == field.key), 0)
    order = sorted(range(len(before)), key=lambda k: (abs(k - at), k < at))
    alike = [place for place in now if place[1].address == field.address]
    # What says the version of the record is no neighbour to go on typing in.
    beside = (before[k][1].key for k in order if before[k][0].steps)
    return (alike or [there[key] for key in beside if key in there] or [None])[0]

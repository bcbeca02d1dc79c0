"""What the user has asked for in a form and not filled yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog_app.document.address import Address
from catalog_app.document.template import Wanted


class Wishes(Mapping[Address, tuple[Wanted, ...]]):
    """Wanted fields by the address of their card, which may be one that is not there yet."""

    def __init__(self) -> None:
        self._asked: dict[Address, tuple[Wanted, ...]] = {}

    def __getitem__(self, card: Address) -> tuple[Wanted, ...]:
        return self._asked[card]

    def __iter__(self) -> Iterator[Address]:
        return iter(self._asked)

    def __len__(self) -> int:
        return len(self._asked)

    def add(self, card: Address, wanted: tuple[Wanted, ...]) -> None:
        """Ask for fields in a card; what is asked for already is asked for once."""
        asked = list(self._asked.get(card, ()))
        for one in wanted:
            if not any(other.answers(one) or one.answers(other) for other in asked):
                asked.append(one)
        self._asked[card] = tuple(asked)

    def free(self, card: Address) -> Address:
        """The first address from this one on at which no card is asked for."""
        while card in self._asked:
            card = _next(card)
        return card

    def drop(self, card: Address) -> None:
        """Ask for nothing more in a card."""
        self._asked.pop(card, None)

    def clear(self) -> None:
        """Ask for nothing."""
        self._asked.clear()

    def follow(self, was: Address, now: Address) -> None:
        """A card that was only asked for is there, at an address of its own; others make room."""
        mine = self._asked.pop(was, ())
        self._asked = {_behind(now, other): asked for other, asked in self._asked.items()}
        if mine:
            self._asked[now] = mine


def _next(card: Address) -> Address:
    step = card.steps[-1]
    return card.parent.child(step.name, step.occurrence + 1)


def _behind(came: Address, other: Address) -> Address:
    """Where a card stands after another of its name has come."""
    mine, theirs = other.steps[-1], came.steps[-1]
    beside = other.parent == came.parent and mine.name == theirs.name
    return _next(other) if beside and mine.occurrence >= theirs.occurrence else other

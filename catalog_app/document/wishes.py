"""What the user has asked for in a form and not filled yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from catalog_app.document.address import Address, Step
from catalog_app.document.template import Wanted

_NOWHERE = Address("record1")


@dataclass(frozen=True, slots=True)
class More(Wanted):
    """One more of what a place may hold several times: the `number`th of its name in `inside`.

    The path is that below the place. It is answered when the place has so many.
    """

    inside: Address = _NOWHERE
    number: int = 1

    @property
    def key(self) -> str:
        """Where it is to stand, as text."""
        path = "/".join(f"{want.name}{dict(want.attributes) or ''}" for want in self.path)
        return f"+{self.inside}#{self.number}/{path}"

    @property
    def address(self) -> Address:
        """The address of the element that is asked for."""
        return self.inside.child(self.path[0].name, self.number)

    def answers(self, other: Wanted) -> bool:
        """Tell whether what fills this fills another one too."""
        alike = isinstance(other, More) and (self.inside, self.number) == (
            other.inside,
            other.number,
        )
        return alike and Wanted.answers(self, other)


class Wishes(Mapping[Address, tuple[Wanted, ...]]):
    """Wanted fields by the address of their card, which may be one that is not there yet."""

    def __init__(self) -> None:
        self._asked: dict[Address, tuple[Wanted, ...]] = {}
        #: What is said of a field before it is there, by its key: its type, or its value ("").
        self.said: dict[str, dict[str, str]] = {}

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
            same = (other for other in asked if isinstance(other, More) == isinstance(one, More))
            if not any(other.answers(one) or one.answers(other) for other in same):
                asked.append(one)
        self._asked[card] = tuple(asked)

    def say(self, key: str, name: str, value: str) -> None:
        """Say what an attribute, or with no name the value, of a field will be."""
        self.said[key] = {**self.said.get(key, {}), name: value}

    def free(self, card: Address) -> Address:
        """The first address from this one on at which no card is asked for."""
        while card in self._asked:
            card = _next(card)
        return card

    def leave_to(self, wanted: Iterable[Wanted]) -> None:
        """Ask no more for what a template asks for."""
        asked = list(wanted)
        for card, mine in list(self._asked.items()):
            left = tuple(one for one in mine if not any(other.answers(one) for other in asked))
            self._asked[card] = left
            if not left:
                self.drop(card)

    def drop(self, card: Address) -> None:
        """Ask for nothing more in a card."""
        self._asked.pop(card, None)
        self.said = {key: said for key, said in self.said.items() if not _is_of(card, key)}

    def clear(self) -> None:
        """Ask for nothing."""
        self._asked.clear()
        self.said.clear()

    def withdraw(self, card: Address, key: str) -> bool:
        """Ask for one field of a card no more; False if nobody had asked for it."""
        asked = self._asked.get(card, ())
        left = tuple(one for one in asked if not key.endswith(f">{one.key}"))
        if len(left) == len(asked):
            return False
        self._asked[card] = left
        if not left:
            del self._asked[card]
        return True

    def follow(self, was: Address, now: Address) -> None:
        """A card that was only asked for is there, at an address of its own; others make room."""
        mine = self._asked.pop(was, ())
        said = {key: of for key, of in self.said.items() if _is_of(was, key)}
        self.said = {key: of for key, of in self.said.items() if key not in said}
        self.came(now)
        if mine:
            self._asked[now] = mine
        self.said |= {key.replace(str(was), str(now)): of for key, of in said.items()}

    def came(self, card: Address) -> None:
        """Another card stands at an address; those behind it have the next ones."""
        self._renumber(card, lambda number, new: number + (number >= new))

    def went(self, card: Address) -> None:
        """A card has gone, and what was asked for in it; those behind it come nearer."""
        self.drop(card)
        self._renumber(card, lambda number, old: number - (number > old))

    def exchange(self, card: Address, other: Address) -> None:
        """Two cards of one name have changed places."""
        mine, its = card.steps[-1].occurrence, other.steps[-1].occurrence
        self._renumber(card, lambda number, _: {mine: its, its: mine}.get(number, number))

    def _renumber(self, card: Address, number: Callable[[int, int], int]) -> None:
        step, asked = card.steps[-1], self._asked
        self._asked, said = {}, self.said
        self.said = {}
        for old, wanted in asked.items():
            new = old
            if old.parent == card.parent and old.name == step.name:
                new = card.parent.child(
                    step.name, number(old.steps[-1].occurrence, step.occurrence)
                )
            self._asked[new] = tuple(_carried(one, new.steps[-1], len(new.steps)) for one in wanted)
            mine = [key for key in said if _is_of(old, key)]
            self.said |= {key.replace(str(old), str(new)): said.pop(key) for key in mine}
        self.said |= said


def _is_of(card: Address, key: str) -> bool:
    return key.startswith(f"{card}>")


def _next(card: Address) -> Address:
    step = card.steps[-1]
    return card.parent.child(step.name, step.occurrence + 1)


def _carried(wanted: Wanted, card: Step, depth: int) -> Wanted:
    """What was asked for inside a card that has another number now."""
    if not isinstance(wanted, More):
        return wanted
    steps = wanted.inside.steps
    return replace(
        wanted, inside=Address(wanted.inside.part, (*steps[: depth - 1], card, *steps[depth:]))
    )

"""What the user has asked for in a form and not filled yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from catalog_app.document.address import Address, Step
from catalog_app.document.document import Document
from catalog_app.document.edit import Change
from catalog_app.document.names import step_name
from catalog_app.document.template import Wanted
from catalog_app.lossless.splice import Splice, pushed

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
    """Wanted fields by the address of their card, which may be one that is not there yet.

    The cards of one name that are not there have the numbers behind those that are, and all of one
    name are given together, in their order. Every edit is to be followed, whoever made it: a card
    that is there is known by where it stands in the bytes, so that its wishes stay with it when
    others come and go; one that has gone stands ready again.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._asked: dict[Address, tuple[Wanted, ...]] = {}
        #: Where the cards that are there begin in their part, and those that have gone did.
        self._starts: dict[Address, int] = {}
        self._gone: dict[Address, int] = {}
        #: Where the last edit has moved the cards that are asked for.
        self.moved: dict[Address, Address] = {}
        #: What is said of a field before it is there, by its key: its type, or its value ("").
        self.said: dict[str, dict[str, str]] = {}

    def __getitem__(self, card: Address) -> tuple[Wanted, ...]:
        return self._asked[card]

    def __iter__(self) -> Iterator[Address]:
        kinds = list(dict.fromkeys(map(_kind, self._asked)))
        return iter(sorted(self._asked, key=lambda card: (kinds.index(_kind(card)), _number(card))))

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
        element = self._document.element(card)
        if element is not None:
            self._starts[card] = element.node.start

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
        for known in (self._asked, self._starts, self._gone):
            known.pop(card, None)
        self.said = {key: said for key, said in self.said.items() if not _is_of(card, key)}

    def clear(self) -> None:
        """Ask for nothing."""
        for known in (self._asked, self._starts, self._gone, self.said):
            known.clear()

    def withdraw(self, card: Address, key: str) -> bool:
        """Ask for one field of a card no more; False if nobody had asked for it."""
        asked = self._asked.get(card, ())
        left = tuple(one for one in asked if not key.endswith(f">{one.key}"))
        if len(left) == len(asked):
            return False
        self._asked[card] = left
        if not left:
            self.drop(card)
        return True

    def follow(self, change: Change, filled: tuple[Address, Address] | None = None) -> None:
        """Keep to the cards through an edit that has been done.

        `filled` says of an empty card that was typed in what address it has now that it is there.
        """
        self.moved = {}
        if change.removes in self._asked:
            self.drop(change.removes)
        if change.mixes and change.address and change.back:  # the two have changed places
            both = (change.address, change.back)
            self._renumber({one: to for one, to in (both, both[::-1]) if one in self})
        for root, name in dict.fromkeys(map(_kind, self._asked)):
            mine = filled if filled and _kind(filled[0]) == (root, name) else None
            self._follow(root, name, change, mine)

    def _follow(
        self, root: Address, name: str, change: Change, filled: tuple[Address, Address] | None
    ) -> None:
        """Give the cards of one name the numbers that they have after an edit."""
        holder, standard = self._document.element(root), self._document.standard(root.part)
        if holder is None or holder.box is not None:
            return
        alike = (child for child in holder.children() if step_name(child.name, standard) == name)
        starts = [child.node.start for child in alike]
        splices = [splice for splice in change.splices if splice.part == holder.part.id]
        cards = [card for card in self if _kind(card) == (root, name)]
        numbers = {filled[0]: _number(filled[1])} if filled else {}
        for card in set(cards) & set(self._starts) - set(numbers):
            at = _number(card) if change.mixes else self._now(card, starts, splices)
            if 0 < at <= len(starts):
                numbers[card] = at
        came = _came(starts, splices)
        if change.kind != "edit":  # what had gone may be back
            there = (card for card in cards if self._gone.get(card) in came)
            numbers |= {card: came[self._gone[card]] for card in there}
        moved = (card for card in cards if card in self._starts and card not in numbers)
        others = (at for at in came.values() if at not in numbers.values())
        numbers |= dict(zip(moved, others, strict=False))
        left = [card for card in cards if card not in numbers]
        numbers |= {card: at for at, card in enumerate(left, len(starts) + 1)}
        now = {card: root.child(name, numbers[card]) for card in cards}
        self._renumber(now)
        self.moved |= now
        for card in now.values():
            self._stand(card, starts)

    def _now(self, card: Address, starts: list[int], splices: list[Splice]) -> int:
        """The number that a card has after some splices; 0 if it has gone."""
        at = pushed({self._starts[card]}, splices)
        return next((number for number, start in enumerate(starts, 1) if start in at), 0)

    def _stand(self, card: Address, starts: list[int]) -> None:
        """Note where a card is now; one that has gone asks for nothing deeper inside it."""
        if _number(card) <= len(starts):
            self._starts[card] = starts[_number(card) - 1]
            self._gone.pop(card, None)
        elif card in self._starts:
            self._gone[card] = self._starts.pop(card)
            self._asked[card] = tuple(w for w in self._asked[card] if not isinstance(w, More))
            if not self._asked[card]:
                self.drop(card)

    def _renumber(self, numbers: Mapping[Address, Address]) -> None:
        """Give cards other addresses, with all that was asked for and said of them."""
        asked, said, self._asked, self.said = self._asked, self.said, {}, {}
        self._starts = {numbers.get(card, card): at for card, at in self._starts.items()}
        self._gone = {numbers.get(card, card): at for card, at in self._gone.items()}
        for old, wanted in asked.items():
            new = numbers.get(old, old)
            self._asked[new] = tuple(_carried(one, new.steps[-1], len(new.steps)) for one in wanted)
            mine = [key for key in said if _is_of(old, key)]
            self.said |= {key.replace(str(old), str(new)): said.pop(key) for key in mine}
        self.said |= said


def _is_of(card: Address, key: str) -> bool:
    return key.startswith(f"{card}>")


def _kind(card: Address) -> tuple[Address, str]:
    return card.parent, card.name


def _number(card: Address) -> int:
    return card.steps[-1].occurrence


def _came(starts: list[int], splices: list[Splice]) -> dict[int, int]:
    """The cards that were not there before some splices: where they begin, and their numbers."""
    back = [splice.inverse for splice in reversed(splices)]
    return {at: number for number, at in enumerate(starts, 1) if not pushed({at}, back)}


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

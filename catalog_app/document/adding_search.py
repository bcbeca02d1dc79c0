"""What answers to a few letters: of all that a record may hold, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import islice

from catalog_app.document.adding_places import RELATED, Place, Places
from catalog_app.document.addition import Addition, path_of
from catalog_app.document.template import Want, parse_path
from catalog_app.document.view import TERM, typed_label
from catalog_app.schema.load import load
from catalog_app.schema.meanings import Meaning, begins, meanings, role_label, roles
from catalog_app.schema.model import Element
from catalog_app.schema.search import (
    BEGUN_INSIDE,
    EXACT,
    MENTIONED,
    closeness,
    element_at,
    folded,
    spoken,
    walk,
    without_prefix,
)

_MOST = 100
_LEAST = 3  # letters of a role


class Tier(IntEnum):
    """How an answer answers, the best first."""

    PATH = 0
    NEAR = 1  # exactly so, where the focus is and nowhere in the record itself
    MEANT = 2
    EXACT = 3
    BEGUN = 4
    INSIDE = 5
    ATTRIBUTE = 6
    MENTIONED = 7


@dataclass(frozen=True, slots=True)
class Answer:
    """An element, or a kind of it, that answers to a query; where it goes is another matter."""

    tier: Tier
    rank: tuple[int, ...]
    element: Element
    label: str
    wants: tuple[Want, ...]
    role: str = ""

    @property
    def key(self) -> tuple[int, ...]:
        """By this answers are sorted."""
        return (self.tier, *self.rank)


class Search:
    """One query over one record."""

    def __init__(self, places: Places, query: str) -> None:
        self.places = places
        self.schema = load("mods", places.language)
        self.asked = folded(query)
        self.query = without_prefix(self.asked)
        self.core = self.query != self.asked  # asked for by its Dublin Core name
        self.focus = places.focus.path[len(places.root.steps) :]

    def additions(self, attributes: list[Addition]) -> list[Addition]:
        """All answers in their places; `attributes` are what answers of the element in focus."""
        answers = sorted(self._promoted(list(self._answers())), key=lambda answer: answer.key)
        found: dict[object, Addition] = {}
        for tier in Tier:
            mine = [answer for answer in answers if answer.tier == tier]
            for addition in attributes if tier == Tier.ATTRIBUTE else self._placed(mine, tier):
                key = addition.parent, addition.wants, addition.role
                found.setdefault(key, addition)
                if len(found) >= _MOST:
                    return list(found.values())
        return list(found.values())

    def _placed(self, answers: list[Answer], tier: Tier) -> Iterator[Addition]:
        """The usual place of each answer, and the others: at once after it, or after all."""
        later = []
        for answer in answers:
            places = self.places.of(answer.wants)
            yield from (self._addition(answer, place) for place in islice(places, 1))
            if tier <= Tier.EXACT:
                yield from (self._addition(answer, place) for place in places)
            elif tier == Tier.BEGUN:
                later.append((answer, places))
        for answer, places in later:
            yield from (self._addition(answer, place) for place in places)

    def _addition(self, answer: Answer, place: Place) -> Addition:
        parent, wants = place
        root = self.places.root
        path = path_of(wants, parent.path[len(root.steps) :])
        where = self.places.where(parent) if parent != root else ""
        within = ""
        if len(wants) > 1 and not where:
            within = _label(wants[0], self.places.language, self.places.version)
        return Addition(
            answer.label, path, parent, wants, answer.element, where, within, answer.role
        )

    # ---- what answers

    def _answers(self) -> Iterator[Answer]:
        yield from self._meant()
        if not self.core:
            yield from self._in_role()
        for order, element in enumerate(walk(self.schema, self.places.version)):
            yield from self._kinds(element, order)
            close = closeness(element, self.asked)
            if close is not None:
                wants = tuple(map(Want, element.path))
                yield from self._by_core(element, close, order)
                tier, rank = self._tier(element, close, order)
                yield Answer(tier, rank, element, element.label, wants)

    def _tier(self, element: Element, close: int, order: int) -> tuple[Tier, tuple[int, ...]]:
        depth = len(element.path)
        if "/" in self.asked and self.asked == spoken(element).path:
            return Tier.PATH, (0,)
        if close <= EXACT:
            return Tier.EXACT, (close, depth, order)
        near = 0 if self._is_near(element.path) else 1
        if close < BEGUN_INSIDE:
            return Tier.BEGUN, (1, near, depth, order)
        return (Tier.MENTIONED if close >= MENTIONED else Tier.INSIDE), (close, near, depth, order)

    def _is_near(self, path: tuple[str, ...]) -> bool:
        """Whether an element of that path may stand in something around the focus."""
        above = path[:-1]
        return bool(above) and self.focus[: len(above)] == above

    def _kinds(self, element: Element, order: int) -> Iterator[Answer]:
        """The types of an element by their own labels: “Alternative title”."""
        if self.core:
            return
        for value, label, words in spoken(element).kinds:
            wants = (*map(Want, element.path[:-1]), Want(element.name, (("type", value),)))
            same = self.asked in (words, value.casefold())
            if same or ("[" in self.asked and self.asked == _shown(element, value)):
                exact = Tier.PATH if "/" in self.asked or "[" in self.asked else Tier.EXACT
                yield Answer(exact, (0, len(element.path), order), element, label, wants)
            elif words.startswith(self.asked) or value.casefold().startswith(self.asked):
                near = 0 if self._is_near(element.path) else 1
                rank = (1, near, len(element.path), order)
                yield Answer(Tier.BEGUN, rank, element, label, wants)
            elif self.asked in words:
                yield Answer(Tier.INSIDE, (BEGUN_INSIDE, 1, 0, order), element, label, wants)

    def _by_core(self, element: Element, close: int, order: int) -> Iterator[Answer]:
        """The kinds of what answers by its Dublin Core name: a creator is a person.

        They come first, because the element without a kind says less.
        """
        said = spoken(element)
        if self.query in said.core and self.query not in (*said.labels, said.name):
            yield from self._closed_kinds(element, (close, len(element.path), order - 1))

    def _closed_kinds(self, element: Element, rank: tuple[int, ...]) -> Iterator[Answer]:
        kind = element.attribute("type")
        if kind is None or not kind.values or element.content != "children":
            return
        tier = Tier.EXACT if len(rank) > 2 else Tier.MEANT
        for at, (value, label, _) in enumerate(spoken(element).kinds):
            wants = (*map(Want, element.path[:-1]), Want(element.name, (("type", value),)))
            yield Answer(tier, (*rank, at), element, label, wants)

    def _meant(self) -> Iterator[Answer]:
        """What the words of the table mean; by a Dublin Core name only what it stands for."""
        for order, one in enumerate(meanings()):
            how = _how(one, self.query)
            if how is None or (how != Tier.MEANT and self.core):
                continue
            wants, element = self._declared(one.path)
            if element is None or (self.core and not self._stands_for(element)):
                continue
            if one.beside and not self._is_there(one.beside):
                continue
            yield Answer(how, (0, order), element, self._label(wants, one.role), wants, one.role)
            if how == Tier.MEANT and wants == (Want(element.name),):
                yield from self._closed_kinds(element, (0, order))

    def _stands_for(self, element: Element) -> bool:
        return self.query in spoken(element).core or self.asked.startswith("dcterms")

    def _declared(self, path: str) -> tuple[tuple[Want, ...], Element | None]:
        wants = _parsed(path)
        names = tuple(want.name for want in wants)
        element = element_at(self.schema, names, self.places.version)
        return wants, element

    def _is_there(self, path: str) -> bool:
        return self.places.has(_parsed(path)[0])

    def _in_role(self) -> Iterator[Answer]:
        """A person by what they did: “sculptor”."""
        if len(self.query) < _LEAST:
            return
        wants, element = self._declared("name[type=personal]")
        for order, (code, words) in enumerate(roles()):
            if element is not None and any(word.startswith(self.query) for word in words):
                exact = self.query in words
                tier, rank = (Tier.EXACT, (EXACT, 0)) if exact else (Tier.BEGUN, (2, 0))
                label = self._label(wants, code)
                yield Answer(tier, (*rank, order), element, label, wants, code)

    def _label(self, wants: tuple[Want, ...], role: str) -> str:
        known = element_at(self.schema, tuple(want.name for want in wants), self.places.version)
        assert known is not None
        *above, last = wants
        around = ""
        if above:
            kind = dict(above[-1].attributes).get("type")
            around = f"{above[-1].name}[{kind}]" if kind else above[-1].name
        said = dict(last.attributes)
        kind = said.get("type", "")
        label = typed_label(known, kind if kind not in TERM else "", None, around)
        if scheme := said.get("authority"):
            attribute = known.attribute("authority")
            words = attribute.value_labels.get(scheme, scheme) if attribute else scheme
            label = f"{label}: {words}"
        return f"{label} ({role_label(role, self.places.language)})" if role else label

    # ---- what is nearer than what is meant

    def _promoted(self, answers: list[Answer]) -> list[Answer]:
        """What is called exactly so inside the card in focus, if the record itself has no such."""
        exact = [a for a in answers if a.tier == Tier.MEANT or self._is_named(a)]
        if any(len(answer.wants) == 1 for answer in exact):
            return answers
        near = {id(answer) for answer in exact if self._is_meant_here(answer)}
        return [
            Answer(Tier.NEAR, a.rank, a.element, a.label, a.wants, a.role) if id(a) in near else a
            for a in answers
        ]

    def _is_named(self, answer: Answer) -> bool:
        """Whether an answer was asked for by its label or name, not by what stands for it."""
        said = spoken(answer.element)
        # “volume” names a level of the part; “date” does not name a note about the date.
        level = answer.element.content == "children"
        kinds = (value for _, value in answer.wants[-1].attributes if level)
        names = (answer.label.casefold(), *said.labels, said.name, *kinds)
        return answer.tier == Tier.EXACT and self.asked in names

    def _is_meant_here(self, answer: Answer) -> bool:
        path = tuple(want.name for want in answer.wants)
        if answer.tier != Tier.EXACT or not self._is_near(path) or path[-2] == RELATED:
            return False  # a related item is a record in itself
        return path[0] not in begins().all() and "/".join(path[-2:]) not in begins().all()


@cache
def _label(want: Want, language: str, version: str | None) -> str:
    known = element_at(load("mods", language), (want.name,), version)
    return typed_label(known, dict(want.attributes).get("type", ""), None) if known else ""


@cache
def _parsed(path: str) -> tuple[Want, ...]:
    return parse_path(path)


def _shown(element: Element, value: str) -> str:
    return f'{"/".join(element.path)}[@type="{value}"]'.casefold()


def _how(one: Meaning, query: str) -> Tier | None:
    """How a query means a field: by a whole word, by its beginning, by one inside it."""
    if query in one.words:
        return Tier.MEANT
    if any(word.startswith(query) for word in one.words):
        return Tier.BEGUN
    return Tier.INSIDE if any(f" {query}" in word for word in one.words) else None

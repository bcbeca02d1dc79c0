"""Persons of a whole article: their names brought together, with the roles the text gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.bylines import author_term, signature
from catalog_app.article.lexicon import folded
from catalog_app.article.name_forms import Name, family_key, in_order
from catalog_app.article.names import ENOUGH
from catalog_app.article.offices import role_and_body
from catalog_app.article.shape import Element, element, shaped
from catalog_app.article.suggestion import Suggestion

_MOST_PASSAGES = 200
_AUTHORS = frozenset(map(author_term, lexicon.PROFILES))
_MOST_ALONE = 5000
"""Words that may be family names to remember, before those of no person so far are dropped."""


@dataclass
class Person:
    """A person as the article shows them so far; grows with every mention."""

    given: str
    family: str
    score: float
    certain: bool
    """Whether the name was read in the nominative."""
    reasons: tuple[str, ...] = ()
    family_first: bool = False
    passages: list[tuple[int, int]] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)

    @property
    def full(self) -> str:
        """The name as it is read."""
        return in_order(self.given, self.family, self.family_first)


@dataclass
class People:
    """The persons of an article, by what the forms of their family names have in common."""

    found: dict[str, list[Person]] = field(default_factory=dict)
    alone: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, block: Block, name: Name, bodies: list[BodyMention]) -> None:
        """Take in a full name with its role and body."""
        person = self._same(name, family_key(name.family, block.profile))
        person.score = max(person.score, name.score)
        if len(person.passages) < _MOST_PASSAGES:
            person.passages.append(block.span(name.first, name.last))
        role, body = role_and_body(block, name, bodies)
        if signed := signature(block, name.first, name.last):
            role = role or signed
        if role:
            person.roles[role] += 1
        if body:
            person.bodies[body] += 1

    def hear(self, block: Block, at: int, text: str) -> None:
        """Remember a capitalised word that may be a family name alone."""
        if len(self.alone) > _MOST_ALONE:
            self.alone = {key: spans for key, spans in self.alone.items() if key in self.found}
        spans = self.alone.setdefault(family_key(text, block.profile), [])
        if len(spans) < _MOST_PASSAGES:
            spans.append(block.span(at, at + 1))

    def _same(self, name: Name, key: str) -> Person:
        person = self._known(name.given, key)
        if person is not None:
            _better(person, name.given, name.family, not name.inflected, name.family_first)
            return person
        made = Person(name.given, name.family, name.score, not name.inflected, name.reasons,
                      name.family_first)  # fmt: skip
        self.found.setdefault(key, []).append(made)
        return made

    def _known(self, given: str, key: str) -> Person | None:
        """The person with this family name whose given name, or its initial, is the same."""
        given_key = folded(given)[:3]
        for person in self.found.get(key, ()):
            known = folded(person.given)[:3]
            initials = known[1:2] == "." or given_key[1:2] == "."
            if known == given_key or (initials and known[:1] == given_key[:1]):
                return person
        return None

    def join(self, later: People) -> None:
        """Add the persons of a later part of the text."""
        for key, persons in later.found.items():
            for person in persons:
                self._meet(person, key)
        for key, spans in later.alone.items():
            known = self.alone.setdefault(key, [])
            known += spans[: max(0, _MOST_PASSAGES - len(known))]

    def _meet(self, other: Person, key: str) -> None:
        known = self._known(other.given, key)
        if known is None:
            self.found.setdefault(key, []).append(other)
            return
        _better(known, other.given, other.family, other.certain, other.family_first)
        known.score = max(known.score, other.score)
        known.passages += other.passages[: max(0, _MOST_PASSAGES - len(known.passages))]
        known.roles += other.roles
        known.bodies += other.bodies

    def suggestions(self, most: int) -> Iterator[Suggestion]:
        """The persons named most often, with the passages of the family name alone."""
        chosen = nlargest(most, self._confirmed(), key=lambda one: len(one[0].passages + one[1]))
        for person, alone in chosen:
            yield _suggestion(person, alone)

    def _confirmed(self) -> Iterator[tuple[Person, list[tuple[int, int]]]]:
        """The persons that have evidence enough, or are named again."""
        whole = self._parts_of_names()
        for key, persons in self.found.items():
            for person in persons:
                alone = self.alone.get(key, []) if len(persons) == 1 else []
                if person.full in whole:
                    continue  # «Ольга Петровна» beside «Ольга Петровна Ким»
                if person.score >= ENOUGH or alone or len(person.passages) > 1:
                    yield person, alone

    def _parts_of_names(self) -> set[str]:
        """What the longer names begin or end with, of two words or more."""
        found: set[str] = set()
        for person in (one for persons in self.found.values() for one in persons):
            words = person.full.split()
            for at in range(1, len(words) - 1):
                found |= {" ".join(words[at:]), " ".join(words[: len(words) - at])}
        return found

    def families(self) -> set[str]:
        """The folded family names of all persons."""
        return {folded(one.family) for persons in self.found.values() for one in persons}


def _better(person: Person, given: str, family: str, certain: bool, family_first: bool) -> None:
    """Prefer a name read in the nominative, and a given name to an initial."""
    if _is_initial(given) and not _is_initial(person.given):
        if certain and not person.certain:
            person.family, person.certain = family, True
        return
    if (not person.certain and certain) or (_is_initial(person.given) and not _is_initial(given)):
        person.given, person.family, person.certain = given, family, certain
        person.family_first = family_first


def _is_initial(given: str) -> bool:
    return given[1:2] == "."


def _suggestion(person: Person, alone: list[tuple[int, int]]) -> Suggestion:
    role = person.roles.most_common(1)[0][0] if person.roles else ""
    body = person.bodies.most_common(1)[0][0] if person.bodies else ""
    made = person_element(person.given, person.family, role, body)
    passages = tuple(sorted({*person.passages, *alone}))
    note = f"{role}, {body}" if role and body else role or body
    about = element("subject", "", Element("name", made.attributes, "", made.children))
    return Suggestion(
        "person",
        person.full,
        shaped(made, note=note),
        passages,
        "A person: " + "; ".join(person.reasons or ("the name is repeated",)) + ".",
        min(1.0, 0.4 + 0.08 * person.score + 0.02 * min(len(passages), 5)),
        (shaped(about, note=note),),
    )


def person_element(given: str, family: str, role: str = "", body: str = "") -> Element:
    """A personal name with its parts, the role as text (and code for an author), the body."""
    parts = [element("namePart", given, type="given")] if given else []
    parts += [element("namePart", family, type="family")] if family else []
    if role:
        parts.append(_role_element(role))
    if body:
        parts.append(element("affiliation", body))
    return element("name", "", *parts, type="personal")


def _role_element(role: str) -> Element:
    terms = [element("roleTerm", role, type="text")]
    if role in _AUTHORS:
        terms.append(element("roleTerm", "aut", type="code", authority="marcrelator"))
    return element("role", "", *terms)

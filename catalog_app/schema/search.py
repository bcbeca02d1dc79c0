"""Finding an element by whatever the cataloguer calls it: label, name, path, MARC tag, DC name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catalog_app.schema.load import languages, load
from catalog_app.schema.model import Element, Path, Schema

_MARC_QUERY = re.compile(r"([0-9]{3})\s*(?:\$?\s*([a-z0-9]))?")
_MARC_FIELD = re.compile(r"([0-9][0-9X]{2})(?:-([0-9][0-9X]{2}))?((?:\s*\$[a-z0-9])*)")
_CORE_PREFIX = re.compile(r"dc(?:terms)?[:.]")
_BREAK = re.compile(r"[^\w]+")
_MAIN = ("$a", "$u")  # the subfields that stand for a whole MARC field
_CORE, _BEGUN = 20, 40

#: Whoever answers no worse than this was asked for by a full name: label, path, tag, Dublin Core.
EXACT = _BEGUN - 1
#: From here on a word inside its label begins so; from there on only its help mentions it.
BEGUN_INSIDE, MENTIONED = _BEGUN + 1, _BEGUN + 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that an element answers to, folded; its labels are those of every language."""

    name: str
    path: str
    labels: tuple[str, ...]
    core: tuple[str, ...]
    text: str
    help: str
    kinds: tuple[tuple[str, str, str], ...]


def spoken(element: Element) -> Spoken:
    """What an element answers to; for its types the value, the label, and the label folded."""
    schema = element.schema
    return _spoken(schema.standard, schema.language, element.version, element.path)


@cache
def _spoken(standard: str, language: str, version: str | None, place: Path) -> Spoken:
    element = _element_at(standard, language, version, place)
    assert element is not None
    said = (element.entry.say_in(load(standard, one).library, "label") for one in languages())
    labels = tuple(dict.fromkeys(label.casefold() for label in said if label))
    name, path = element.name.casefold(), "/".join(place).casefold()
    core = tuple(dc.strip() for dc in element.dc.casefold().split(","))
    text = f" {re.sub(_BREAK, ' ', ' '.join(labels))} {path}"
    helped = f"{element.help} {element.example}".casefold()
    kinds = ((value, words, words.casefold()) for value, words in element.kinds.items())
    return Spoken(name, path, labels, core, text, helped, tuple(kinds))


def search(schema: Schema, query: str, version: str | None = None) -> list[tuple[Element, Path]]:
    """The elements that answer to `query`, the best first; all of them for an empty query.

    The query may be a label, an element's name or path, a MARC tag (`245`, `260 $c`) or a Dublin
    Core name (`dc:creator`). Elements near the top of the record come first among equals.
    """
    words = folded(query)
    found = [
        (rank, len(element.path), order, element)
        for order, element in enumerate(walk(schema, version))
        if (rank := closeness(element, words)) is not None
    ]
    return [(element, element.path) for _, _, _, element in sorted(found, key=lambda f: f[:3])]


def walk(schema: Schema, version: str | None = None) -> tuple[Element, ...]:
    """All elements below the record in authored order; what contains itself is entered once."""
    return _walk(schema.standard, schema.language, version)


@cache
def _walk(standard: str, language: str, version: str | None) -> tuple[Element, ...]:
    return tuple(_below(_root(standard, language, version)))


@cache
def _root(standard: str, language: str, version: str | None) -> Element:
    return load(standard, language).root(version)


def element_at(schema: Schema, path: Path, version: str | None = None) -> Element | None:
    """The element at a path below the record, looked up once."""
    return _element_at(schema.standard, schema.language, version, path)


@cache
def _element_at(standard: str, language: str, version: str | None, path: Path) -> Element | None:
    if not path:
        return _root(standard, language, version)
    above = _element_at(standard, language, version, path[:-1])
    return above.child(path[-1]) if above else None


def _below(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        if child.name not in element.path:
            yield from _below(child)


def prepare(schema: Schema, version: str | None = None) -> Iterator[None]:
    """Make what a search asks of every element, in small steps; the first search is then fast."""
    for element in _below(_root(schema.standard, schema.language, version)):
        spoken(element)
        yield


def folded(query: str) -> str:
    """A query as it is compared: small letters, single blanks."""
    return " ".join(query.casefold().split())


def without_prefix(query: str) -> str:
    """A query without the prefix of a Dublin Core name."""
    return _CORE_PREFIX.sub("", query, count=1) if _CORE_PREFIX.match(query) else query


def closeness(element: Element, words: str) -> int | None:
    """How well the element answers to a folded query, 0 best; None if not at all."""
    if not words:
        return 0
    said = spoken(element)
    if _MARC_QUERY.fullmatch(words):
        found = marc_answers(element.marc, words)
        return found if found is not None else _rank_of_text(said, words)
    plain = without_prefix(words)
    if plain != words:
        return _CORE + said.core.index(plain) if plain in said.core else None
    if words == said.path or words in said.labels:
        return 0
    if words == said.name:
        return _CORE
    return _CORE + said.core.index(words) if words in said.core else _rank_of_text(said, words)


def _rank_of_text(said: Spoken, words: str) -> int | None:
    if said.name.startswith(words) or any(label.startswith(words) for label in said.labels):
        return _BEGUN
    if f" {words}" in said.text or said.path.endswith(words):
        return BEGUN_INSIDE
    if words in said.text or all(word in said.text for word in words.split()):
        return BEGUN_INSIDE + 1
    return MENTIONED if words in said.help else None


def marc_answers(marc: str, query: str) -> int | None:
    """Tell how well MARC fields such as `260 $c, 5XX` answer a tag, 0 best; None if not at all.

    The field that is named first, whole or by its main subfield, is what the tag is mostly used
    for; then come other whole fields, subfields, and last the ranges that include the tag.
    """
    asked = _MARC_QUERY.fullmatch(query)
    if not asked or not marc:
        return None
    tag, subfield = asked[1], asked[2]
    ranks = [
        _rank_of_field(found, tag, subfield, place, piece)
        for place, piece in enumerate(marc.split(","))
        for found in _MARC_FIELD.finditer(piece)
        if _covers(found[1], found[2] or found[1], tag)
        and (not subfield or f"${subfield}" in found[3])
    ]
    return min(ranks, default=None)


def _rank_of_field(
    found: re.Match[str], tag: str, subfield: str | None, place: int, piece: str
) -> int:
    """The rank of a field that includes a tag; `place` counts the fields named before it."""
    if found[1] != tag or found[2]:
        return 12
    if found[0].strip() != piece.strip():
        return 10  # one of its indicators or positions
    if subfield or not found[3]:
        return 0 if place == 0 else 4
    main = any(one in found[3] for one in _MAIN)
    return (2 if main else 8) if place == 0 else (6 if main else 10)


def _covers(first: str, last: str, tag: str) -> bool:
    return first.replace("X", "0") <= tag <= last.replace("X", "9")

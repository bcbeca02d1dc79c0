"""Finding an element by whatever the cataloguer calls it: label, name, path, MARC tag, DC name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog_app.schema.load import load
from catalog_app.schema.model import Element, Path, Schema

_MARC_QUERY = re.compile(r"([0-9]{3})\s*(?:\$?\s*([a-z0-9]))?")
_MARC_FIELD = re.compile(r"([0-9][0-9X]{2})(?:-([0-9][0-9X]{2}))?((?:\s*\$[a-z0-9])*)")
_CORE_PREFIX = re.compile(r"dc(?:terms)?:")
_MAIN = ("$a", "$u")  # the subfields that stand for a whole MARC field
_CORE, _BEGUN = 20, 40  # after the ranks of MARC fields; after all exact names


def search(schema: Schema, query: str, version: str | None = None) -> list[tuple[Element, Path]]:
    """The elements that answer to `query`, the best first; all of them for an empty query.

    The query may be a label, an element's name or path, a MARC tag (`245`, `260 $c`) or a Dublin
    Core name (`dc:creator`). Elements near the top of the record come first among equals.
    """
    words = folded(query)
    found = [
        (rank, len(element.path), order, element)
        for order, element in enumerate(walk(schema, version))
        if (rank := _rank(element, words)) is not None
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


def _below(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        if child.name not in element.path:
            yield from _below(child)


def prepare(schema: Schema, version: str | None = None) -> Iterator[None]:
    """Make what a search asks of every element, in small steps; the first search is then fast."""
    for element in _below(_root(schema.standard, schema.language, version)):
        element.attribute("type")
        yield


def folded(query: str) -> str:
    """A query as it is compared: small letters, single blanks."""
    return " ".join(query.casefold().split())


def without_prefix(query: str) -> str:
    """A query without the prefix of a Dublin Core name."""
    return _CORE_PREFIX.sub("", query, count=1) if _CORE_PREFIX.match(query) else query


def exactness(element: Element, words: str) -> int | None:
    """How exactly the element is called what a folded query says, 0 best; None if it is not."""
    if _MARC_QUERY.fullmatch(words):
        return marc_answers(element.marc, words)
    plain = without_prefix(words)
    if plain == words and words in (element.label.casefold(), "/".join(element.path).casefold()):
        return 0
    if plain == words == element.name.casefold():
        return _CORE
    core = [dc.strip() for dc in element.dc.casefold().split(",")]
    return _CORE + core.index(plain) if plain in core else None


def _rank(element: Element, words: str) -> int | None:
    """How well the element answers to a folded query, 0 best; None if not at all."""
    if not words:
        return 0
    exact = exactness(element, words)
    return _rank_of_text(element, words) if exact is None else exact


def _rank_of_text(element: Element, words: str) -> int | None:
    label, name = element.label.casefold(), element.name.casefold()
    path = "/".join(element.path).casefold()
    tests = (
        label.startswith(words) or name.startswith(words),
        any(word.startswith(words) for word in re.split(r"\W+", label)) or path.endswith(words),
        words in label or words in path,
        words in element.help.casefold() or words in element.example.casefold(),
    )
    return next((_BEGUN + rank for rank, answers in enumerate(tests) if answers), None)


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

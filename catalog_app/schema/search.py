"""Finding an element by whatever the cataloguer calls it: label, name, path, MARC tag, DC name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog_app.schema.load import load
from catalog_app.schema.model import Element, Path, Schema

_MARC_QUERY = re.compile(r"([0-9]{3})\s*(?:\$?\s*([a-z0-9]))?")
_MARC_FIELD = re.compile(r"([0-9][0-9X]{2})(?:-([0-9][0-9X]{2}))?((?:\s*\$[a-z0-9])*)")


def search(schema: Schema, query: str, version: str | None = None) -> list[tuple[Element, Path]]:
    """The elements that answer to `query`, the best first; all of them for an empty query.

    The query may be a label, an element's name or path, a MARC tag (`245`, `260 $c`) or a Dublin
    Core name. Elements near the top of the record come first among equals.
    """
    words = " ".join(query.casefold().split())
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


def _rank(element: Element, words: str) -> int | None:
    """How well the element answers, 0 best; None if not at all."""
    if not words:
        return 0
    label, name = element.label.casefold(), element.name.casefold()
    path = "/".join(element.path).casefold()
    core = {dc.strip() for dc in element.dc.casefold().split(",")}
    tests = (
        words in (label, name, path) or marc_answers(element.marc, words) == 0,
        words in core,
        label.startswith(words) or name.startswith(words) or marc_answers(element.marc, words) == 1,
        any(word.startswith(words) for word in re.split(r"\W+", label)) or path.endswith(words),
        words in label or words in path,
        words in element.help.casefold() or words in element.example.casefold(),
    )
    return next((rank for rank, answers in enumerate(tests) if answers), None)


def marc_answers(marc: str, query: str) -> int | None:
    """Tell how well MARC fields such as `260 $c, 5XX` answer a tag: 0 fully, 1 partly, or None."""
    asked = _MARC_QUERY.fullmatch(query)
    if not asked or not marc:
        return None
    tag, subfield = asked[1], asked[2]
    for place, piece in enumerate(marc.split(",")):
        for found in _MARC_FIELD.finditer(piece):
            if not _covers(found[1], found[2] or found[1], tag):
                continue
            if subfield and f"${subfield}" not in found[3]:
                continue
            whole = found[0].strip() == piece.strip()
            return 0 if whole and (subfield or place == 0) else 1
    return None


def _covers(first: str, last: str, tag: str) -> bool:
    return first.replace("X", "0") <= tag <= last.replace("X", "9")

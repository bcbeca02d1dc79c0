"""What the paragraphs of an article have in them, gathered, and one gathering added to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.bodies import find_bodies
from catalog_app.article.dates import Date, find_dates
from catalog_app.article.name_forms import Name
from catalog_app.article.names import ENOUGH, capital_runs, find_names, single_names
from catalog_app.article.people import People
from catalog_app.article.results import BodyFound, PlaceFound, Spans
from catalog_app.article.sources import find_sources
from catalog_app.article.topics import Topics

_OPENING_BLOCKS = 40
_MOST_PASSAGES = 200
_NAMED_AFTER = [[word] for word in lexicon.group("named after")]
_WIDE = ("country", "area")
"""Kinds of place that count even inside the name of a body."""


@dataclass
class Findings:
    """What has been found so far; grows with every paragraph."""

    people: People = field(default_factory=People)
    topics: Topics = field(default_factory=Topics)
    bodies: dict[str, BodyFound] = field(default_factory=dict)
    places: dict[str, PlaceFound] = field(default_factory=dict)
    dates: dict[str, tuple[Date, Spans]] = field(default_factory=dict)
    sources: dict[str, tuple[Spans, float]] = field(default_factory=dict)
    opening: list[Block] = field(default_factory=list)


def read(findings: Findings, block: Block) -> None:
    """Take in one paragraph."""
    if len(findings.opening) < _OPENING_BLOCKS:
        findings.opening.append(block)
    runs = list(capital_runs(block))
    names = list(find_names(block, runs))
    named = _tokens(name for name in names if name.score >= ENOUGH)
    mentions = find_bodies(block, named)
    bodies = _tokens(mentions)
    names = [name for name in names if name.first not in bodies and not _lends_name(block, name)]
    for name in names:
        findings.people.add(block, name, mentions)
    named = _tokens(names)
    covered = named | bodies
    for at, word in single_names(block, runs, covered):
        findings.people.hear(block, at, word)
    for body in mentions:
        _take_body(findings, block, body)
    _take_places(findings, block, named, mentions)
    _take_dates(findings, block)
    agencies: set[int] = set()
    for source, span, sureness in find_sources(
        block, _tokens(b for b in mentions if b.last - b.first > 1)
    ):
        spans, best = findings.sources.get(source, ([], 0.0))
        findings.sources[source] = (_with(spans, span), max(best, sureness))
        agencies |= {
            at for at, token in enumerate(block.tokens) if span[0] <= token.start < span[1]
        }
    findings.topics.read(block, covered | agencies)


def _lends_name(block: Block, name: Name) -> bool:
    """Whether something is only named after a person: «им. М. В. Ломоносова», «… атындагы»."""
    after = block.folds[name.last : name.last + 1]
    named = lexicon.group("named after")
    before = block.folds[name.first - 1] if name.first else ""
    return before in ("имени", "им", "им.") or bool(after and after[0] in named)


def _tokens(found: Iterable[Name | BodyMention]) -> set[int]:
    return {at for one in found for at in range(one.first, one.last)}


def _with(spans: Spans, span: tuple[int, int]) -> Spans:
    if len(spans) < _MOST_PASSAGES:
        spans.append(span)
    return spans


def _take_body(findings: Findings, block: Block, body: BodyMention) -> None:
    found = findings.bodies.setdefault(lexicon.folded(body.name), BodyFound(body.name, body.reason))
    found.abbreviation = found.abbreviation or body.abbreviation
    _with(found.passages, block.span(body.first, body.last))


def _take_places(
    findings: Findings, block: Block, named: set[int], mentions: Sequence[BodyMention]
) -> None:
    """Places outside names; inside a body's name only a country counts as a place."""
    inside = {at for body in mentions for at in range(body.first, body.last)}
    for at, mention in block.places.items():
        if at != mention.first or at in named:
            continue
        if block.folds[mention.last : mention.last + 1] in _NAMED_AFTER:
            continue
        if at in inside and (mention.place.kind not in _WIDE or _adjectival(block, at, inside)):
            continue
        found = findings.places.setdefault(mention.place.name, PlaceFound(mention.place))
        found.names[mention.name] += 1
        _with(found.passages, block.span(mention.first, mention.last))


def _adjectival(block: Block, at: int, inside: set[int]) -> bool:
    """Whether a country begins the name of a body, as in “Uzbekistan Railways”."""
    if block.profile != "eng":
        return False
    return at - 1 not in inside and block.places[at].last in inside


def _take_dates(findings: Findings, block: Block) -> None:
    piece = block.text[block.start : block.end]
    for date in find_dates(piece, block.profile):
        _, spans = findings.dates.setdefault(date.value, (date, []))
        _with(spans, (block.start + date.start, block.start + date.end))


# ---- one gathering and the next


def add(findings: Findings, later: Findings) -> None:
    """Add what was found in a later part of the text."""
    findings.opening += later.opening[: _OPENING_BLOCKS - len(findings.opening)]
    findings.people.join(later.people)
    findings.topics.join(later.topics)
    for key, body in later.bodies.items():
        known = findings.bodies.setdefault(key, BodyFound(body.name, body.reason))
        known.abbreviation = known.abbreviation or body.abbreviation
        _extend(known.passages, body.passages)
    for name, place in later.places.items():
        there = findings.places.setdefault(name, PlaceFound(place.place))
        there.names += place.names
        _extend(there.passages, place.passages)
    for value, (date, spans) in later.dates.items():
        _extend(findings.dates.setdefault(value, (date, []))[1], spans)
    for source, (spans, sureness) in later.sources.items():
        before, best = findings.sources.get(source, ([], 0.0))
        _extend(before, spans)
        findings.sources[source] = (before, max(best, sureness))


def _extend(spans: Spans, more: Spans) -> None:
    spans += more[: max(0, _MOST_PASSAGES - len(spans))]

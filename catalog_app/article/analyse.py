"""The analysis of an article: paragraph by paragraph, giving back control after each."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice
from typing import TypeVar

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention, profile_of
from catalog_app.article.bodies import find_bodies
from catalog_app.article.dates import Date, find_dates
from catalog_app.article.genre import find_genre
from catalog_app.article.headline import (
    dateline_end,
    dateline_suggestion,
    find_dateline,
    find_sources,
    find_title,
    source_suggestion,
)
from catalog_app.article.language import Language, identify
from catalog_app.article.name_forms import Name
from catalog_app.article.names import ENOUGH, capital_runs, find_names, single_names
from catalog_app.article.people import People
from catalog_app.article.plugin import Suggester, asked, in_words, merged
from catalog_app.article.results import (
    BodyFound,
    PlaceFound,
    body_suggestion,
    complete,
    date_suggestion,
    language_suggestion,
    place_suggestion,
    together,
)
from catalog_app.article.suggestion import Known, Suggestion, compared, ranked
from catalog_app.article.summary import find_abstract
from catalog_app.article.text import Article
from catalog_app.article.tokens import blocks
from catalog_app.article.topics import Topics

_OPENING_BLOCKS = 40
_VOCABULARY = 15_000
_MOST_PASSAGES = 200
_SHOWN = 300
"""Suggestions of one kind at most, in a very long text."""
_WIDE = ("country", "area")
"""Kinds of place that count even inside the name of a body."""


class Cancelled(Exception):
    """The reader no longer wants the analysis."""


@dataclass(frozen=True)
class Progress:
    """How far an analysis is: characters read of all, what it is doing, what went wrong."""

    done: int
    total: int
    stage: str
    note: str = ""


@dataclass
class Findings:
    """What has been found so far; grows with every paragraph."""

    people: People = field(default_factory=People)
    topics: Topics = field(default_factory=Topics)
    bodies: dict[str, BodyFound] = field(default_factory=dict)
    places: dict[str, PlaceFound] = field(default_factory=dict)
    dates: dict[str, tuple[Date, list[tuple[int, int]]]] = field(default_factory=dict)
    sources: dict[str, tuple[list[tuple[int, int]], float]] = field(default_factory=dict)
    opening: list[Block] = field(default_factory=list)


Analysis = Generator[Progress, None, list[Suggestion]]


def analyse(article: Article, known: Known = (), suggesters: Sequence[Suggester] = ()) -> Analysis:
    """Analyse an article in slices of a few milliseconds; the generator returns the suggestions.

    The slices of added suggesters take as long as these take.
    """
    text = article.text
    language = identify(text)
    main = language.profile if language and language.profile in lexicon.PROFILES else "eng"
    yield Progress(0, len(text), "Reading")
    small = _small_words(text)
    yield Progress(0, len(text), "Reading")
    prepare(main)
    yield Progress(0, len(text), "Reading")
    findings = Findings()
    for start, end in blocks(text):
        read(findings, Block(text, start, end, profile_of(text[start:end], main), small))
        yield Progress(end, len(text), "Reading")
    yield Progress(len(text), len(text), "Comparing")
    found: list[Suggestion] = []
    for part in conclude(findings, language, text):
        found += part
        yield Progress(len(text), len(text), "Comparing")
    for suggester in suggesters:
        added, failure = asked(suggester, article, language)
        found = merged(found, added)
        note = in_words(failure) if failure else ""
        yield Progress(len(text), len(text), suggester.name, note)
    return ranked(compared(found, known))


def suggest(
    article: Article,
    known: Known = (),
    progress: Callable[[Progress], bool] | None = None,
    suggesters: Sequence[Suggester] = (),
) -> list[Suggestion]:
    """Analyse an article at once; `progress` is told how far it is and returns False to cancel."""
    steps = analyse(article, known, suggesters)
    while True:
        try:
            step = next(steps)
        except StopIteration as finished:
            return list(finished.value)
        if progress is not None and not progress(step):
            steps.close()
            raise Cancelled


def prepare(profile: str) -> None:
    """Read the word lists of a language, so that the first paragraph need not wait for them."""
    lexicon.given_names()
    for read_list in (lexicon.places, lexicon.place_starts, lexicon.roles, lexicon.heads):
        read_list(profile)


def _small_words(text: str) -> frozenset[str]:
    """Words that the text also writes small, so that a capital of theirs says little."""
    words = re.finditer(r"(?<![\w’'-])[^\W\d_]{2,}", text[: 4 * _VOCABULARY])
    small = (match.group() for match in islice(words, _VOCABULARY))
    return frozenset(lexicon.folded(word) for word in small if word.islower())


def read(findings: Findings, block: Block) -> None:
    """Take in one paragraph."""
    if len(findings.opening) < _OPENING_BLOCKS:
        findings.opening.append(block)
    runs = list(capital_runs(block))
    names = list(find_names(block, runs))
    named = _tokens(name for name in names if name.score >= ENOUGH)
    mentions = find_bodies(block, named)
    bodies = _tokens(mentions)
    names = [name for name in names if name.first in named or name.first not in bodies]
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


def _tokens(found: Iterable[Name | BodyMention]) -> set[int]:
    return {at for one in found for at in range(one.first, one.last)}


def _with(spans: list[tuple[int, int]], span: tuple[int, int]) -> list[tuple[int, int]]:
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


def conclude(
    findings: Findings, language: Language | None, text: str
) -> Generator[list[Suggestion], None, None]:
    """The suggestions kind by kind, from all that was found."""
    opening = findings.opening
    title = find_title(opening)
    main = language.profile if language else "eng"
    yield [title] if title else []
    yield [language_suggestion(language, text)] if language else []
    head = next((hit for block in opening[:2] if (hit := find_dateline(block))), None)
    yield [dateline_suggestion(*head)] if head else []
    sources = {name: hit for name, hit in findings.sources.items() if hit[1] > 0}
    yield [source_suggestion(name, *hit) for name, hit in together(sources).items()]
    yield [
        date_suggestion(date, spans, _is_head(spans[0], opening))
        for date, spans in _most(complete(findings.dates), lambda hit: len(hit[1]))
    ]
    yield list(findings.people.suggestions(_SHOWN))
    agencies = {lexicon.folded(name) for name in findings.sources}
    yield [
        body_suggestion(body, language)
        for key, body in _most(findings.bodies.items(), lambda item: len(item[1].passages))
        if key not in agencies
    ]
    yield [place_suggestion(place, main) for place in findings.places.values()]
    topics = list(findings.topics.suggestions())
    yield topics
    abstract = find_abstract(opening, [topic.label for topic in topics])
    yield [abstract] if abstract else []
    genre = find_genre(opening, bool(sources))
    yield [genre] if genre else []


_T = TypeVar("_T")


def _most(found: Iterable[_T], count: Callable[[_T], int]) -> list[_T]:
    """Those with the most passages, in the order of the text; more nobody could look through."""
    found = list(found)
    if len(found) <= _SHOWN:
        return found
    chosen = nlargest(_SHOWN, range(len(found)), key=lambda at: count(found[at]))
    return [found[at] for at in sorted(chosen)]


def _is_head(span: tuple[int, int], opening: Sequence[Block]) -> bool:
    """Whether a date stands in the dateline."""
    return any(block.start <= span[0] < dateline_end(block) for block in opening[:2])

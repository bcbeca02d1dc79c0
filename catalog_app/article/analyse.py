"""The analysis of an article: paragraph by paragraph, giving back control after each."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from typing import TypeVar

from catalog_app.article import lexicon
from catalog_app.article.block import Block, profile_of
from catalog_app.article.body_doubles import without_doubles
from catalog_app.article.dateline import dateline_end, dateline_suggestion, find_dateline
from catalog_app.article.findings import Findings, read
from catalog_app.article.genre import find_genre
from catalog_app.article.headline import find_title
from catalog_app.article.language import Language, identify, quick_guess
from catalog_app.article.plugin import Suggester, asked, in_words, merged
from catalog_app.article.results import (
    PlaceFound,
    body_suggestion,
    complete,
    date_suggestion,
    language_suggestion,
    place_suggestion,
    together,
)
from catalog_app.article.sources import is_release, issuer, source_suggestion
from catalog_app.article.suggestion import Known, Suggestion, compared, ranked
from catalog_app.article.summary import find_abstract
from catalog_app.article.text import Article
from catalog_app.article.tokens import blocks

_HEAD = 5
"""Paragraphs among which the dateline may stand, after label, headline and by-line."""
_VOCABULARY = 15_000
_SHOWN = 300
"""Suggestions of one kind at most, in a very long text."""


class Cancelled(Exception):
    """The reader no longer wants the analysis."""


@dataclass(frozen=True)
class Progress:
    """How far an analysis is: characters read of all, what it is doing, what went wrong."""

    done: int
    total: int
    stage: str
    note: str = ""


Analysis = Generator[Progress, None, list[Suggestion]]


@dataclass(frozen=True)
class Ground:
    """What the reading of every paragraph needs to know of the whole text."""

    text: str
    language: Language | None
    small: frozenset[str]
    """Words that the text also writes small, so that a capital of theirs says little."""

    @property
    def profile(self) -> str:
        """The rules for the language; those for English where it has none."""
        found = self.language.profile if self.language else ""
        return found if found in lexicon.PROFILES else "eng"


def ground_of(text: str, sure: bool = True) -> Ground:
    """Look at the text as a whole, at its beginning mostly; the language is a guess if not sure."""
    language = identify(text) if sure else quick_guess(text)
    return Ground(text, language, _small_words(text))


def gather(findings: Findings, ground: Ground, start: int, end: int) -> Iterator[int]:
    """Read the paragraphs from one offset up to another; says where it is after each."""
    text, main, small = ground.text, ground.profile, ground.small
    for first, last in blocks(text, start, end):
        read(findings, Block(text, first, last, profile_of(text[first:last], main), small))
        yield last


def analyse(
    article: Article,
    known: Known = (),
    suggesters: Sequence[Suggester] = (),
    sure: bool = True,
) -> Analysis:
    """Analyse an article in slices of a few milliseconds; the generator returns the suggestions.

    The slices of added suggesters take as long as these take, and some longer where something
    must be loaded first (`readiness`). Unless this is to be `sure`, the language is guessed, and
    not suggested.
    """
    text = article.text
    yield Progress(0, len(text), "Reading")
    ground = ground_of(text, sure)
    yield Progress(0, len(text), "Reading")
    prepare(ground.profile)
    yield Progress(0, len(text), "Reading")
    findings = Findings()
    for done in gather(findings, ground, 0, len(text)):
        yield Progress(done, len(text), "Reading")
    return (yield from finish(findings, ground, article, known, suggesters, sure))


def finish(
    findings: Findings,
    ground: Ground,
    article: Article,
    known: Known,
    suggesters: Sequence[Suggester] = (),
    sure: bool = True,
) -> Analysis:
    """The suggestions from all that was gathered, and those of the added suggesters."""
    size = len(article.text)
    yield Progress(size, size, "Comparing")
    found: list[Suggestion] = []
    for part in conclude(findings, ground.language, ground.text, sure):
        found += part
        yield Progress(size, size, "Comparing")
    for suggester in suggesters:
        added, failure = asked(suggester, article, ground.language)
        found = merged(found, added)
        note = in_words(failure) if failure else ""
        yield Progress(size, size, suggester.name, note)
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
    words = re.finditer(r"(?<![\w’'-])[^\W\d_]{2,}", text[: 4 * _VOCABULARY])
    small = (match.group() for match in islice(words, _VOCABULARY))
    return frozenset(lexicon.folded(word) for word in small if word.islower())


def conclude(
    findings: Findings, language: Language | None, text: str, sure: bool = True
) -> Generator[list[Suggestion], None, None]:
    """The suggestions kind by kind, from all that was found."""
    opening = findings.opening
    title = find_title(opening)
    main = language.profile if language else "eng"
    yield [title] if title else []
    yield [language_suggestion(language, text)] if language and sure else []
    head = next((hit for block in opening[:_HEAD] if (hit := find_dateline(block))), None)
    yield [dateline_suggestion(*head)] if head else []
    sources = {name: hit for name, hit in findings.sources.items() if hit[1] > 0}
    named = without_doubles(findings.bodies)
    if not sources and is_release(opening) and (body := issuer(named.values(), text)):
        sources[body.name] = (body.passages, 0.6)
    yield [source_suggestion(name, *hit) for name, hit in together(sources).items()]
    yield [
        date_suggestion(date, spans, _is_head(spans[0], opening))
        for date, spans in _most(complete(findings.dates), lambda hit: len(hit[1]))
    ]
    yield list(findings.people.suggestions(_SHOWN))
    agencies = {lexicon.folded(name) for name in findings.sources}
    yield [
        body_suggestion(body, language)
        for key, body in _most(named.items(), lambda item: len(item[1].passages))
        if key not in agencies
    ]
    families = findings.people.families()
    yield [
        place_suggestion(place, main)
        for place in findings.places.values()
        if lexicon.folded(place.place.name) not in families or _is_listed(place, main)
    ]
    topics = list(findings.topics.suggestions())
    yield topics
    abstract = find_abstract(opening, [topic.label for topic in topics])
    yield [abstract] if abstract else []
    genre = find_genre(opening, bool(sources))
    yield [genre] if genre else []


_T = TypeVar("_T")


def _is_listed(found: PlaceFound, main: str) -> bool:
    """Whether a place is in the list of those that articles of the region name."""
    return any(lexicon.place_of(name, main) for name in found.names)


def _most(found: Iterable[_T], count: Callable[[_T], int]) -> list[_T]:
    """Those with the most passages, in the order of the text; more nobody could look through."""
    found = list(found)
    if len(found) <= _SHOWN:
        return found
    chosen = nlargest(_SHOWN, range(len(found)), key=lambda at: count(found[at]))
    return [found[at] for at in sorted(chosen)]


def _is_head(span: tuple[int, int], opening: Sequence[Block]) -> bool:
    """Whether a date stands in the dateline."""
    return any(block.start <= span[0] < dateline_end(block) for block in opening[:_HEAD])

"""A selected passage in the shape of a field: what one key on the keyboard does.

Each shaper takes the article and the offsets of the selection and returns the likely shape first,
then other readings of the same words, such as a name the other way round. An empty selection has
no shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.bodies import find_bodies
from catalog_app.article.dateline import place_of_origin
from catalog_app.article.dates import Date, find_dates
from catalog_app.article.language import identify
from catalog_app.article.lexicon import folded
from catalog_app.article.mending import QUOTES, bare, mended, mended_paragraphs, trimmed, unquoted
from catalog_app.article.name_forms import Name
from catalog_app.article.names import capital_runs, find_names
from catalog_app.article.offices import role_and_body
from catalog_app.article.people import person_element
from catalog_app.article.results import (
    body_element,
    date_as_subject,
    date_issued,
    language_shape,
    place_as_subject,
)
from catalog_app.article.shape import Shaped, element, shaped
from catalog_app.article.text import Article

Shaper = Callable[[Article, int, int], tuple[Shaped, ...]]

_PARTICLE_NAMES = re.compile(r"\s+(?=(?:von|van|de|der|bin|ibn|фон|ван|де|ибн)\s)", re.IGNORECASE)


def shape_passage(article: Article, start: int, end: int, kind: str) -> tuple[Shaped, ...]:
    """Shape the selection for a kind of field, one of SHAPERS; the likely shape comes first."""
    first, last = trimmed(article.text, *sorted((start, end)))
    return SHAPERS[kind](article, first, last) if last > first else ()


def as_title(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A title; what follows a colon is offered as subtitle."""
    text = unquoted(mended(article.passage(start, end)))
    whole = shaped(element("titleInfo", "", element("title", text)))
    before, colon, after = text.partition(": ")
    if not colon:
        return (whole,)
    parts = (element("title", before), element("subTitle", after))
    return shaped(element("titleInfo", "", *parts)), whole


def as_name(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A personal name in its parts, with the role its neighbourhood gives; then the other way."""
    text = bare(article.passage(start, end))
    given, family = name_parts(text)
    role, body = _neighbourhood(article, start, end)
    note = f"Role and body from the text beside it: {', '.join(filter(None, (role, body)))}."
    ways = [(given, family), (family, given)] if given else [("", family)]
    return tuple(
        shaped(person_element(*way, role, body), note=note if role or body else "") for way in ways
    )


def name_parts(text: str) -> tuple[str, str]:
    """Given and family name of a person; a comma or a known given name shows which is which."""
    family, comma, given = text.partition(",")
    if comma:
        return given.strip(), family.strip()
    words = text.split()
    if len(words) < 2:
        return "", text
    if _family_first(words):
        return " ".join(words[1:]), words[0]
    at = _PARTICLE_NAMES.search(text)
    if at and at.start():
        return text[: at.start()].strip(), text[at.end() :].strip()
    return " ".join(words[:-1]), words[-1]


def _family_first(words: list[str]) -> bool:
    known = lexicon.given_names()
    initials = words[-1].endswith(".") and not words[0].endswith(".")
    return initials or (folded(words[0]) not in known and folded(words[1]) in known)


def _neighbourhood(article: Article, start: int, end: int) -> tuple[str, str]:
    """The role and body that the paragraph gives to the person at these offsets."""
    block = paragraph(article, start)
    inside = [
        n for n, token in enumerate(block.tokens) if start <= token.start and token.end <= end
    ]
    if not inside:
        return "", ""
    first, last = inside[0], inside[-1] + 1
    others = find_names(block, list(capital_runs(block)))
    taken = {n for name in others for n in range(name.first, name.last)} | set(inside)
    bodies = find_bodies(block, taken)
    return role_and_body(block, Name("", "", first, last, 0.0), bodies)


def paragraph(article: Article, offset: int) -> Block:
    """The paragraph that an offset stands in."""
    text = article.text
    start = text.rfind("\n\n", 0, offset) + 1
    end = text.find("\n\n", offset)
    begin, stop = max(start, offset - 2000), len(text) if end < 0 else end
    return Block(text, begin, min(stop, offset + 2000), profile(article))


def profile(article: Article) -> str:
    """The rules for the article's language; those for English when it has none."""
    language = identify(article.text)
    return language.profile if language and language.profile in lexicon.PROFILES else "eng"


def as_body(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A corporate name, as a name of the record and as its subject."""
    text = mended(article.passage(start, end)).strip(" ,;:.")
    block = replace(paragraph(article, start), start=start, end=end)
    found = [body.name for body in find_bodies(block, set())]
    same = next((n for n in found if len(n.split()) >= len(text.split())), unquoted(text))
    made = body_element(same)
    return shaped(made), shaped(element("subject", "", made))


def as_date(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A date of issue with its encoding, then the same as subject; the text itself if unclear."""
    text = mended(article.passage(start, end))
    date = read_date(text, profile(article))
    if date is None:
        note = "This is not understood as a date; it stays as it is written."
        return (shaped(element("dateIssued", text), "originInfo", note=note),)
    return date_issued(date), date_as_subject(date)


def read_date(text: str, language: str) -> Date | None:
    """The date that a text is, in this language or any other; None if it is none."""
    year = re.fullmatch(r"\W*((?:1\d|20)\d\d)\W*", text)
    if year:
        return Date(year.start(1), year.end(1), year[1], "w3cdtf")
    own = next(find_dates(text, language), None)
    others = (date for name in lexicon.PROFILES for date in find_dates(text, name))
    return own or max(others, key=lambda date: date.end - date.start, default=None)


def as_place(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A place of publication with its country's code, then the same as a subject."""
    place, name = _place(article, start, end)
    return place_of_origin(place, name), place_as_subject(place, name)


def as_place_subject(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A geographic subject with its code."""
    return (place_as_subject(*_place(article, start, end)),)


def _place(article: Article, start: int, end: int) -> tuple[lexicon.Place | None, str]:
    text = bare(article.passage(start, end))
    plain = text.title() if text.isupper() and len(text) > 3 else text
    for name in dict.fromkeys((profile(article), *lexicon.PROFILES)):
        if found := lexicon.place_of(plain, name):
            return found
    return None, plain


def as_topic(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A topical subject."""
    return (shaped(element("subject", "", element("topic", bare(article.passage(start, end))))),)


def as_language(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """The language that the passage names; else the one it is written in."""
    text = folded(mended(article.passage(start, end)))
    named = next((code for code, stems in _language_names() if any(s in text for s in stems)), "")
    if named and len(text) < 80:
        return (language_shape(named),)
    found = identify(article.passage(start, end)) or identify(article.text)
    if found is None:
        return ()
    note = "The passage names no language; this is the one it is written in."
    return (language_shape(found.code).with_note(note),)


@cache
def _language_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (row[0], tuple(folded(stem) for stem in row[1].split("|")))
        for row in lexicon.rows("language-names")
    )


def as_abstract(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """An abstract, its line breaks mended, its paragraphs kept."""
    return (shaped(element("abstract", mended_paragraphs(article.passage(start, end)))),)


def as_quotation(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A quotation as a note, between quotation marks."""
    text = mended(article.passage(start, end)).strip(QUOTES + " ")
    left, right = ("«", "»") if re.search("[а-яё]", text) else ("“", "”")
    return (shaped(element("note", f"{left}{text}{right}", type="quotation")),)


def as_note(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A note."""
    return (shaped(element("note", mended_paragraphs(article.passage(start, end)))),)


def as_publisher(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A publisher, such as a news agency."""
    return (shaped(element("publisher", bare(article.passage(start, end))), "originInfo"),)


def as_host(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """The title of the newspaper or journal that the article is part of."""
    title = element("titleInfo", "", element("title", bare(article.passage(start, end))))
    return (shaped(element("relatedItem", "", title, type="host")),)


def as_genre(article: Article, start: int, end: int) -> tuple[Shaped, ...]:
    """A genre, in the words of the text."""
    return (shaped(element("genre", bare(article.passage(start, end)).lower())),)


SHAPERS: dict[str, Shaper] = {
    "title": as_title,
    "name": as_name,
    "body": as_body,
    "date": as_date,
    "place": as_place,
    "place subject": as_place_subject,
    "topic": as_topic,
    "language": as_language,
    "abstract": as_abstract,
    "quotation": as_quotation,
    "note": as_note,
    "publisher": as_publisher,
    "host": as_host,
    "genre": as_genre,
}
"""What a passage may become, by the name of the kind."""

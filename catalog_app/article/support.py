"""The other way round: which statements of a record an article supports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from catalog_app.article import lexicon
from catalog_app.article.dates import Date, find_dates
from catalog_app.article.language import all_short_words, identify
from catalog_app.article.lexicon import folded
from catalog_app.article.passage import profile, read_date
from catalog_app.article.text import Article

SUPPORTED, PARTLY, ABSENT, OPEN = "supported", "partly", "not mentioned", "not checked"

_MOST_PASSAGES = 20
_LONG = 8
"""Words from which a value is compared by its words, not as a phrase."""

Statement = tuple[str, str, str]
"""A value of a record: its address as text, its label, the value."""


@dataclass(frozen=True)
class Support:
    """What an article says about one statement of a record.

    `verdict` is "supported", "partly", "not mentioned", or "not checked" for what a text cannot
    tell, such as an identifier.
    """

    address: str
    label: str
    value: str
    verdict: str
    passages: tuple[tuple[int, int], ...]
    reason: str


@dataclass(frozen=True)
class _Reader:
    """An article prepared for comparing: folded letter by letter, so that offsets stay."""

    article: Article
    plain: str
    profile: str
    dates: tuple[Date, ...]


def supported(article: Article, statements: Sequence[Statement]) -> Iterator[Support]:
    """Judge the statements one after the other; the text is read once, at the first."""
    language = profile(article)
    reader = _Reader(
        article, _plain(article.text), language, tuple(find_dates(article.text, language))
    )
    for address, label, value in statements:
        if value.strip():
            verdict, passages, reason = _judge(reader, address.lower(), value.strip())
            yield Support(address, label, value, verdict, passages[:_MOST_PASSAGES], reason)


_Judgement = tuple[str, tuple[tuple[int, int], ...], str]


def _plain(text: str) -> str:
    """Folded text of the same length, so that offsets in it are offsets in the article."""
    return lexicon.folded_text(text.replace("İ", "i"))


def _judge(reader: _Reader, address: str, value: str) -> _Judgement:
    for words, judge in _JUDGES:
        if any(word in address for word in words):
            return judge(reader, value)
    return _phrase(reader, value)


def _unchecked(reader: _Reader, value: str) -> _Judgement:
    return OPEN, (), "A text does not tell this about itself."


def _language(reader: _Reader, value: str) -> _Judgement:
    found = identify(reader.article.text)
    if found and folded(value) in (found.code, found.code[:2]):
        return SUPPORTED, (), "The text is in this language."
    if found and len(value) == 3:
        return ABSENT, (), "The text seems to be in another language."
    return OPEN, (), "The language of the text is not recognised."


def _date(reader: _Reader, value: str) -> _Judgement:
    wanted = read_date(value, reader.profile)
    if not wanted:
        return _phrase(reader, value)
    same = tuple((d.start, d.end) for d in reader.dates if d.value == wanted.value)
    if same:
        return SUPPORTED, same, "The text gives this date."
    near = tuple((d.start, d.end) for d in reader.dates if _agree(d.value, wanted.value))
    if near:
        return PARTLY, near, "The text gives a part of this date."
    return ABSENT, (), "The text does not give this date."


def _agree(one: str, other: str) -> bool:
    """Whether one date is a part of the other: a year of a day, a day and month without a year."""
    if one.startswith("XXXX") or other.startswith("XXXX"):
        return one[4:] == other[4:]
    return one.startswith(other) or other.startswith(one)


def _code(reader: _Reader, value: str) -> _Judgement:
    """A code of a country or area is supported by any place that has it."""
    codes = {
        folded(form)
        for form, (place, _) in lexicon.places(reader.profile).items()
        if value.rstrip("-") in (place.marccountry, place.marcgac, place.iso)
    }
    if not codes:
        return OPEN, (), "A text does not tell this about itself."
    spans = tuple(span for form in sorted(codes) for span in _search(reader, form.split()))
    if spans:
        return SUPPORTED, spans, "The text names a place with this code."
    return ABSENT, (), "The text names no place with this code."


def _place(reader: _Reader, value: str) -> _Judgement:
    """A place under any of its names, in the text's language as in the record's."""
    known = next((hit for p in lexicon.PROFILES if (hit := lexicon.place_of(value, p))), None)
    if not known:
        return (
            _code(reader, value) if re.fullmatch(r"[a-z-]{1,7}", value) else _phrase(reader, value)
        )
    names = {name for place, name in lexicon.places(reader.profile).values() if place == known[0]}
    spans = tuple(s for name in sorted(names) for s in _search(reader, folded(name).split()))
    if spans:
        return SUPPORTED, spans, "The text names this place."
    return ABSENT, (), "The text does not name this place."


def _name(reader: _Reader, value: str) -> _Judgement:
    words = [word for word in re.findall(r"[^\W\d_]+", folded(value)) if len(word) > 1]
    whole = _search(reader, words) or _search(reader, words[::-1])
    if whole:
        return SUPPORTED, tuple(whole), "The text has this name."
    parts = [span for word in words for span in _search(reader, [word])]
    if parts:
        return PARTLY, tuple(parts), "The text has a part of this name."
    return ABSENT, (), "The text does not have this name."


def _phrase(reader: _Reader, value: str) -> _Judgement:
    words = re.findall(r"[^\W_]+", folded(value))
    if not words:
        return OPEN, (), "There is nothing in it to compare."
    if len(words) >= _LONG:
        return _prose(reader, value, words)
    spans = _search(reader, words)
    if spans:
        return SUPPORTED, tuple(spans), "The text says this."
    return _prose(reader, value, words)


def _prose(reader: _Reader, value: str, words: list[str]) -> _Judgement:
    """Compare word by word: how many of those that carry meaning the text has."""
    telling = [word for word in dict.fromkeys(words) if len(word) > 3 and word not in _short()]
    if not telling:
        return ABSENT, (), "The text does not say this."
    hits = {word: span for word in telling if (span := _first(reader, word))}
    share = len(hits) / len(telling)
    spans = tuple(sorted(hits.values()))
    told = f"{len(hits)} of its {len(telling)} words are in the text."
    if share >= 0.8 and len(telling) > 2:
        return SUPPORTED, spans, told
    if share >= 0.5:
        return PARTLY, spans, told
    return ABSENT, spans if hits else (), told


def _short() -> frozenset[str]:
    return all_short_words()


def _search(reader: _Reader, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand one after the other, each with any ending."""
    if not words:
        return []
    pattern = r"[\W_]+".join(_with_endings(word) for word in words)
    return [match.span() for match in _limited(re.finditer(rf"\b{pattern}", reader.plain))]


def _limited(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for count, match in enumerate(matches):
        if count >= _MOST_PASSAGES:
            return
        yield match


def _first(reader: _Reader, word: str) -> tuple[int, int] | None:
    match = re.search(rf"\b{_with_endings(word)}", reader.plain)
    return match.span() if match else None


def _with_endings(word: str) -> str:
    """A pattern for a word with another ending; short words must be the same."""
    if len(word) < 5:
        return re.escape(word) + (r"\w{0,3}\b" if len(word) > 3 else r"\b")
    cut = 2 if len(word) > 7 else 1
    return re.escape(word[:-cut]) + r"\w{0,5}\b"


_JUDGES: tuple[tuple[tuple[str, ...], Callable[[_Reader, str], _Judgement]], ...] = (
    (
        ("recordinfo", "identifier", "url", "typeofresource", "genre", "roleterm", "internetmedia",
         "digitalorigin", "issuance", "edition", "accesscondition", "classification", "@"),
        _unchecked,
    ),
    (("languageterm", "language"), _language),
    (("date", "temporal"), _date),
    (("geographiccode",), _code),
    (("placeterm", "geographic"), _place),
    (("namepart", "displayform"), _name),
)  # fmt: skip
"""By what occurs in an address, how its value is judged; the first that fits."""

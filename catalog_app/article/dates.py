"""Dates as seven languages write them, with the value and encoding a record wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from catalog_app.article.lexicon import folded, rows

_DIGITS = re.compile(r"\d+")
_AROUND = 40
"""Characters before and after a number that may belong to a date."""
NO_YEAR = "The text gives no year; add it if you know it."
AMBIGUOUS = "Day and month may be the other way round."


@dataclass(frozen=True)
class Date:
    """A date found in a text.

    `value` is w3cdtf where that can say it, otherwise EDTF: "2023-03-02", "2022-09", "1924/1939",
    "199X", and "XXXX-04-14" for a day and month without a year.
    """

    start: int
    end: int
    value: str
    encoding: str
    note: str = ""


_D = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_Y = r"(?P<year>1[0-9]\d\d|20\d\d)"
_DASH = r"\s?[-–—]\s?"
_YEAR_WORDS = {
    "rus": r"\s?(?:год(?:а|у|ом|е|ы|ов|ах|ам)?\b|гг?\.)",
    "uzb": r"[- ]?yil\w*",
    "uzc": r"[- ]?йил\w*",
    "kaz": r"[- ]?жыл\w*",
    "kir": r"[- ]?жыл\w*",
}
_BEFORE_YEAR = {
    "eng": r"\b(?:in|since|by|after|before|until|till|from|of|during|to|around|circa|"
    r"about|year|early|late|mid|spring|summer|autumn|winter|fall|end of|and|between|©)\s+",
    "tgk": r"\bсол(?:и|ҳои)\s+",
}


@cache
def _months(profile: str) -> dict[str, int]:
    """Folded name of a month → its number, in one language and in Russian for the Cyrillic ones."""
    found: dict[str, int] = {}
    also = ("rus",) if profile in ("uzc", "kaz", "kir", "tgk") else ()
    for row in rows("months"):
        if row[0] in (profile, *also):
            for number, names in enumerate(row[1:], 1):
                for name in names.split("|"):
                    found.setdefault(folded(name), number)
    return found


@cache
def month_names(profile: str) -> frozenset[str]:
    """The folded names of the months in one language."""
    return frozenset(_months(profile))


@cache
def _month_pattern(profile: str) -> str:
    names = sorted(_months(profile), key=len, reverse=True)
    ending = "" if profile in ("eng", "rus") else r"[^\W\d_]{0,5}"
    return r"(?P<month>(?:" + "|".join(map(re.escape, names)) + ")" + ending + r")\b"


Maker = Callable[[re.Match[str], str], "tuple[str, str, str] | None"]


@cache
def _patterns(profile: str) -> tuple[tuple[re.Pattern[str], Maker], ...]:
    """The ways to write a date, those that say more first."""
    month = _month_pattern(profile)
    year = _YEAR_WORDS.get(profile, "")
    first, last = _Y.replace("year", "first"), _Y.replace("year", "last")
    to_day = r"(?P<today>0?[1-9]|[12]\d|3[01])"
    shapes: list[tuple[str, Maker]] = [
        (rf"\b{_Y}-(?P<mm>0[1-9]|1[0-2])-{_D}\b", _numeric),
        (rf"\b{_D}[./](?P<mm>0?[1-9]|1[0-2])[./]{_Y}\b", _numeric),
    ]
    if profile == "eng":
        shapes += [
            (rf"\b{_D}(?:{_DASH}| to | and ){to_day} {month},? {_Y}\b", _days),
            (rf"\b{month}\.? {_D}{_DASH}{to_day},? {_Y}\b", _days),
            (rf"\b{month}\.? {_D}(?:st|nd|rd|th)?(?:,? {_Y})?\b(?!\d)", _full),
            (rf"\b{_D}(?:st|nd|rd|th)?(?: of)? {month}\.?(?:,? {_Y})?\b", _full),
            (rf"\b{month}\.?,? (?:of )?{_Y}\b", _full),
            (rf"\b(?:between|from) {first} (?:and|to) {last}\b", _years),
        ]
    elif profile == "rus":
        shapes += [
            (rf"\b{_D}{_DASH}{to_day} {month} {_Y}(?:{year})?", _days),
            (rf"\bс {_D} по {to_day} {month} {_Y}(?:{year})?", _days),
            (rf"\b{_D} {month}(?: {_Y}(?:{year})?)?", _full),
            (rf"\b{month} {_Y}(?:{year})?", _full),
            (rf"\bс {first} по {last}{year}", _years),
        ]
    elif profile == "tgk":
        shapes += [
            (rf"\b{_D}(?:-?(?:ум|юм|и))? {month}(?:и)?(?:,?(?: соли)? {_Y})?", _full),
            (rf"\b{month}(?:и)? соли {_Y}", _full),
        ]
    else:
        shapes += [
            (rf"\b{_Y}{year},? {_D}[- ]?{month}", _full),
            (rf"\b{_D}[- ]?{month}(?:,? {_Y}(?:{year})?)?", _full),
            (rf"\b{_Y}{year},? {month}", _full),
        ]
    if year:
        shapes += [
            (rf"\b{first}{_DASH}{last}(?:{year})?", _years),
            (rf"\b{_Y}-е(?: {year.strip()})?", _decade),
            (rf"\b{_Y}{year}", _year),
            (rf"(?<=\(){_Y}(?=\))", _year),
        ]
    else:
        before = _BEFORE_YEAR[profile if profile in _BEFORE_YEAR else "eng"]
        shapes += [
            (rf"\b{first}{_DASH}{last}\b", _years),
            (rf"\b{_Y}s\b", _decade),
            (rf"(?i:{before}){_Y}\b(?! ?[%\d])(?!,\d)", _year),
            (rf"(?<=\(){_Y}(?=\))", _year),
        ]
    return tuple((re.compile(shape, re.IGNORECASE), make) for shape, make in shapes)


def find_dates(text: str, profile: str) -> Iterator[Date]:
    """Every date in a text of one language, in order, without overlaps."""
    for start, end in _numbers(text):
        yield from sorted(_dates_in(text, start, end, profile), key=lambda date: date.start)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand, with as much around them as belongs to a date."""
    start = end = -1
    for match in _DIGITS.finditer(text):
        if start < 0 or match.start() - _AROUND > end:
            if start >= 0:
                yield start, end
            start = max(0, match.start() - _AROUND)
        end = min(len(text), match.end() + _AROUND)
    if start >= 0:
        yield start, end


def _dates_in(text: str, start: int, end: int, profile: str) -> Iterator[Date]:
    taken: list[tuple[int, int]] = []
    for pattern, make in _patterns(profile if profile in _known() else "eng"):
        for match in pattern.finditer(text, start, end):
            span = _span(match)
            if any(span[0] < last and first < span[1] for first, last in taken):
                continue
            if made := make(match, profile):
                taken.append(span)
                yield Date(*span, *made)


@cache
def _known() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("months"))


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The date itself, without a preposition before a year alone."""
    groups = match.groupdict()
    if set(groups) == {"year"}:
        return match.start("year"), match.end()
    return match.span()


def _month_number(name: str, profile: str) -> int:
    """The number of a month's name, with an ending of the language or without; 0 for none."""
    months = _months(profile)
    word = folded(name)
    lengths = range(len(word), max(2, len(word) - 6), -1)
    return next((months[word[:length]] for length in lengths if word[:length] in months), 0)


def _full(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    groups = match.groupdict()
    month = _month_number(groups["month"], profile)
    day = int(groups.get("day") or 0)
    year = groups.get("year")
    if not month or (profile == "eng" and groups["month"][0].islower()):
        return None
    if not year:
        return f"XXXX-{month:02}-{day:02}", "edtf", NO_YEAR
    return (f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"), "w3cdtf", ""


def _days(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    month = _month_number(match["month"], profile)
    if not month or int(match["day"]) >= int(match["today"]):
        return None
    start, end = (f"{match['year']}-{month:02}-{int(match[key]):02}" for key in ("day", "today"))
    return f"{start}/{end}", "edtf", ""


def _numeric(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    day, month = int(match["day"]), int(match["mm"])
    slash = "/" in match.group()
    note = AMBIGUOUS if slash and profile == "eng" and day <= 12 else ""
    return f"{match['year']}-{month:02}-{day:02}", "w3cdtf", note


def _years(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    if int(match["first"]) >= int(match["last"]):
        return None
    return f"{match['first']}/{match['last']}", "edtf", ""


def _decade(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    return (match["year"][:3] + "X", "edtf", "") if match["year"][3] == "0" else None


def _year(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    return match["year"], "w3cdtf", ""

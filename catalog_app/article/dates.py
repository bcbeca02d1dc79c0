"""Dates as seven languages write them, with the value and encoding a record wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from catalog_app.article.date_ranges import find_lists, find_ranges, find_year_ranges
from catalog_app.article.date_words import (
    DAY,
    NO_YEAR,
    YEAR,
    YEAR_WORDS,
    Date,
    month_names,
    month_number,
    month_pattern,
)
from catalog_app.article.lexicon import rows

__all__ = ["Date", "find_dates", "month_names"]

_DIGITS = re.compile(r"\d+")
_AROUND = 40
"""Characters before and after a number that may belong to a date."""
AMBIGUOUS = "Day and month may be the other way round."


_D = DAY
_Y = YEAR
_DASH = r"\s?[-–—]\s?"
_BEFORE_YEAR = {
    "eng": r"\b(?:in|since|by|after|before|until|till|from|of|during|to|around|circa|"
    r"about|year|early|late|mid|spring|summer|autumn|winter|fall|end of|and|between|©)\s+",
    "tgk": r"\bсол(?:и|ҳои)\s+",
}


Maker = Callable[[re.Match[str], str], "tuple[str, str, str] | None"]


@cache
def _patterns(profile: str) -> tuple[tuple[re.Pattern[str], Maker], ...]:
    """The ways to write a date, those that say more first."""
    month = month_pattern(profile)
    year = YEAR_WORDS.get(profile, "")
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
    known = profile if profile in _known() else "eng"
    for finder in (find_ranges, find_year_ranges, find_lists):
        for date in finder(text, start, end, known):
            if not any(date.start < last and first < date.end for first, last in taken):
                taken.append((date.start, date.end))
                yield date
    for pattern, make in _patterns(known):
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


def _full(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    groups = match.groupdict()
    month = month_number(groups["month"], profile)
    day = int(groups.get("day") or 0)
    year = groups.get("year")
    if not month or (profile == "eng" and groups["month"][0].islower()):
        return None
    if not year:
        return f"XXXX-{month:02}-{day:02}", "edtf", NO_YEAR
    return (f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"), "w3cdtf", ""


def _days(match: re.Match[str], profile: str) -> tuple[str, str, str] | None:
    month = month_number(match["month"], profile)
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

"""Spans of time and lists of days: “between 5 March and 2 April 2024”, «5, 6 и 19 апреля»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from catalog_app.article.date_words import (
    DAY,
    NO_YEAR,
    YEAR,
    YEAR_WORDS,
    Date,
    month_number,
    month_pattern,
)

_DASH = r"\s?[-–—]\s?"
_BETWEEN = {
    "eng": (
        (r"\b(?:between|from) (?:the )?(?:early |mid-|late )?", r" (?:and|to|until|till|through) "),
        (r"\b", rf"(?:{_DASH}| to | through )"),
    ),
    "rus": (
        (r"\bс(?:о)? (?:ночи |утра |вечера )?", r" (?:по|до|на) "), (r"\bмежду ", r" и "),
        (r"\bот ", r" до "), (r"\b", _DASH),
    ),
    "tgk": ((r"\bаз ", r" то "), (r"\b", _DASH)),
}  # fmt: skip
_TURKIC = ((r"\b", rf"(?:{_DASH}| | (?:мен|бен|пен|менен|va|ва|жана|және) )"),)
_ABLATIVE = re.compile(r"(?:d[ae]n|[дтн][аеоө]н|yildan|йилдан)$")
_UNTIL = re.compile(r"\s?-?(?:gacha|гача|дейін|шейін|чейин|qadar|қадар|кадар)")
_WITHIN = re.compile(r"\s?(?:аралығында|арасында|oralig‘ida|orasida|оралиғида|орасида|ортосунда|"
                     r"kunlari|кунлари|күндөрү|күндері)")  # fmt: skip
_AND = r"(?:and|&|и|va|ва|жана|және|мен|бен|пен|менен|hamda)"


class _Part(NamedTuple):
    """One end of a span: what it says of year, month and day, 0 where it says nothing."""

    year: int
    month: int
    day: int

    @property
    def text(self) -> str:
        year = f"{self.year:04}" if self.year else "XXXX"
        month = f"-{self.month:02}" if self.month else ""
        return year + month + (f"-{self.day:02}" if self.day else "")


# ---- spans


def find_ranges(text: str, start: int, end: int, profile: str) -> Iterator[Date]:
    """The spans of time in a text of one language."""
    for pattern in _patterns(profile):
        for match in pattern.finditer(text, start, end):
            if made := _range(match, profile):
                yield made


@cache
def _patterns(profile: str) -> tuple[re.Pattern[str], ...]:
    first, last = _unit(profile, 1), _unit(profile, 2)
    return tuple(
        re.compile(rf"{opening}(?P<first>{first})(?P<mid>{mid})(?P<last>{last})", re.IGNORECASE)
        for opening, mid in _BETWEEN.get(profile, _TURKIC)
    )


@cache
def _unit(profile: str, end: int) -> str:
    """A date or a part of one, its groups numbered by the end of the span and the way to write."""
    month = month_pattern(profile)
    word = YEAR_WORDS.get(profile, "")
    year = rf"{YEAR}(?:{word})?" if word else YEAR
    after = r"(?!\d)"
    if profile == "eng":
        day = rf"{DAY}(?:st|nd|rd|th)?"
        ways = [
            rf"{month}\.? {day}(?:,? {year})?", rf"{day}(?: of)? {month}\.?(?:,? {year})?",
            rf"{month}\.?,?(?: of)? {year}", year, day,
        ]  # fmt: skip
    elif profile == "rus":
        ways = [rf"{DAY}(?:-го)? {month}(?: {year})?", rf"{month} {year}", year, rf"{DAY}(?:-го)?"]
    elif profile == "tgk":
        ways = [
            rf"{DAY}(?:-?(?:ум|юм|и))? {month}(?:,?(?: соли)? {YEAR})?",
            rf"{month}(?:и)?(?: соли)? {YEAR}", rf"(?:соли )?{YEAR}", DAY,
        ]  # fmt: skip
    else:
        dated = rf"{YEAR}(?:{word})"
        ways = [
            rf"{dated},? {DAY}[- ]?{month}", rf"{DAY}[- ]?{month}(?:,? {dated})?",
            rf"{dated},? {month}", dated, YEAR, DAY,
        ]  # fmt: skip
    numbered = (_numbered(way, end, number) for number, way in enumerate(ways))
    return "(?:" + "|".join(numbered) + ")" + after


def _numbered(way: str, end: int, number: int) -> str:
    return re.sub(r"\?P<(\w+)>", rf"?P<\g<1>_{end}_{number}>", way)


def _part(match: re.Match[str], end: int, profile: str) -> _Part:
    found = {
        name.split("_")[0]: text
        for name, text in match.groupdict().items()
        if text and name.split("_")[1:2] == [str(end)]
    }
    month = month_number(found["month"], profile) if "month" in found else 0
    if month and profile == "eng" and found["month"][0].islower():
        month = 0
    return _Part(int(found.get("year", 0)), month, int(found.get("day", 0)))


def _range(match: re.Match[str], profile: str) -> Date | None:
    if profile not in _BETWEEN and not _bounded(match):
        return None
    first, last = _part(match, 1, profile), _part(match, 2, profile)
    if first.day and not first.month:
        first = first._replace(month=last.month)
    if last.day and not last.month:
        last = last._replace(month=first.month)
    if first.month and not first.year:
        first = first._replace(year=last.year)
    if last.month and not last.year and first.year and first.month <= last.month:
        last = last._replace(year=first.year)
    if not _sensible(first, last):
        return None
    note = "" if first.year else NO_YEAR
    start, end = match.start("first"), match.end("last")
    return Date(start, end, f"{first.text}/{last.text}", "edtf", note)


def _sensible(first: _Part, last: _Part) -> bool:
    """Whether two ends say as much as each other, and the first is the earlier."""
    if bool(first.month) != bool(last.month) or bool(first.day) != bool(last.day):
        return False
    if not first.month:
        return False  # years alone have patterns of their own
    if not first.year and first.month > last.month:
        return True  # from December to January
    return first < last


def _bounded(match: re.Match[str]) -> bool:
    """In the Turkic languages, whether endings or a dash tie the two ends together."""
    if match["mid"].strip() in ("-", "–", "—"):
        return True
    after = match.string[match.end() : match.end() + 14]
    until = _UNTIL.match(after) or re.search(r"(?:gacha|гача)$", match["last"])
    if match["mid"] == " ":
        return bool(_ABLATIVE.search(match["first"]) and until)
    return bool(_WITHIN.match(after))


def find_year_ranges(text: str, start: int, end: int, profile: str) -> Iterator[Date]:
    """Spans of years told by words: “from 1958 until 1961”, «2012-жылдан 2018-жылга чейин»."""
    for match in _year_pattern(profile).finditer(text, start, end):
        first, last = int(match["first"]), int(match["last"])
        if first < last:
            yield Date(match.start("first"), match.end("last"), f"{first}/{last}", "edtf")


@cache
def _year_pattern(profile: str) -> re.Pattern[str]:
    first, last = (YEAR.replace("<year>", f"<{name}>") for name in ("first", "last"))
    word = YEAR_WORDS.get(profile, "")
    gap = r"(?:,? in [A-Z]\w+,?)?" if profile == "eng" else ""
    shapes = {
        "eng": rf"\b(?:between|from) {first}{gap} (?:and|to|until|till|through) {last}\b",
        "rus": rf"\b(?:с|между|от) {first}(?:{word})? (?:по|до|и) {last}(?:{word})?",
        "tgk": rf"\bаз соли {first} то (?:соли )?{last}",
    }
    turkic = (
        rf"\b{first}(?:{word})?(?:d[ae]n|[дтн][аеоө]н)? {last}(?:{word})?"
        rf"(?:gacha|гача|\s(?:дейін|шейін|чейин|qadar|қадар))"
    )
    return re.compile(shapes.get(profile, turkic), re.IGNORECASE)


# ---- lists of days


def find_lists(text: str, start: int, end: int, profile: str) -> Iterator[Date]:
    """The days of a list that shares its month: «5, 6 и 19 апреля 2024 года»."""
    for pattern in _list_patterns(profile):
        for match in pattern.finditer(text, start, end):
            month = month_number(match["month"], profile)
            if not month or (profile == "eng" and match["month"][0].islower()):
                continue
            yield from _days(match, month)


def _days(match: re.Match[str], month: int) -> Iterator[Date]:
    year = match["year"] or "XXXX"
    note = "" if match["year"] else NO_YEAR
    encoding = "w3cdtf" if match["year"] else "edtf"
    for day in re.finditer(r"\d+", match["days"]):
        start = match.start("days") + day.start()
        value = f"{year}-{month:02}-{int(day.group()):02}"
        yield Date(start, match.start("days") + day.end(), value, encoding, note)


@cache
def _list_patterns(profile: str) -> tuple[re.Pattern[str], ...]:
    month, day = month_pattern(profile), r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    days = rf"(?P<days>{day}(?:, {day})*,? {_AND} {day})"
    word = YEAR_WORDS.get(profile, "")
    joint = " " if profile in ("eng", "rus", "tgk") else "[- ]?"
    shapes = [rf"\b{days}{joint}{month}(?:,? {YEAR}(?:{word})?)?"]
    if profile == "eng":
        shapes.append(rf"\b{month}\.? {days}(?:,? {YEAR})?(?!\d)")
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)

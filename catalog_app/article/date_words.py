"""The words of dates in each language, and a date as a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from catalog_app.article.lexicon import folded, rows

NO_YEAR = "The text gives no year; add it if you know it."
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
YEAR_WORDS = {
    "rus": r"\s?(?:год(?:а|у|ом|е|ы|ов|ах|ам)?\b|гг?\.)",
    "uzb": r"[- ]?yil\w*",
    "uzc": r"[- ]?йил\w*",
    "kaz": r"[- ]?жыл\w*",
    "kir": r"[- ]?жыл\w*",
}


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


@cache
def months(profile: str) -> dict[str, int]:
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
    return frozenset(months(profile))


@cache
def month_pattern(profile: str) -> str:
    """What a month's name may look like in a text, as the group “month”."""
    names = sorted(months(profile), key=len, reverse=True)
    ending = "" if profile in ("eng", "rus") else r"[^\W\d_]{0,5}"
    return r"(?P<month>(?:" + "|".join(map(re.escape, names)) + ")" + ending + r")\b"


def month_number(name: str, profile: str) -> int:
    """The number of a month's name, with an ending of the language or without; 0 for none."""
    known = months(profile)
    word = folded(name)
    lengths = range(len(word), max(2, len(word) - 6), -1)
    return next((known[word[:length]] for length in lengths if word[:length] in known), 0)

"""Dates as people type them, or as old catalogues and newspapers print them, made into values.

`understand_date("ca. 1890")`, `("[1902]")`, `("14 апреля 2026 г.")`, `("1999-2001")`. Whoever calls
it shows what was understood before it enters the record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from catalog_app.validation.values.calendar import day_fault
from catalog_app.validation.values.months import MONTH, SEASON, month_number, season_number

Qualifier = Literal["", "approximate", "inferred", "questionable"]
Point = Literal["", "start", "end"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """One date element's content: the value with its encoding, @qualifier and @point.

    `kind` is "copyright" where the text has ©; `doubtful` is set where the text can be read in
    another way too (03/04/2026, a year of two digits).
    """

    value: str
    encoding: Literal["w3cdtf", "edtf"] = "w3cdtf"
    qualifier: Qualifier = ""
    point: Point = ""
    kind: Literal["", "copyright"] = ""
    doubtful: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is one year, month or day, read in one way and losing nothing."""
        whole = self.encoding == "w3cdtf" and not self.point and not self.kind
        return whole and not self.doubtful


_ABOUT = re.compile(
    r"^(?:c\.|ca\.?|c(?=1[0-7]\d\d$)|circa|approximately|about|around|probably|ок\.|около|примерно|вероятно|um|vers|env\.)\s*",
    re.I,
)
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|℗|[cp](?=(?:1[89]|20)\d\d$)|copyright)\s*", re.I)
_YEAR_WORD = re.compile(
    r"(?<=\d)[\s-]*(?:г\.|гг\.|г$|год[ау]?|yil[id]*|йил|жыл(?:ғы|дын|ы)?|ж\.|соли?)\.?", re.I
)
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[аы]|четверг"
    r"|пятниц[аы]|суббот[аы]|воскресенье),?\s+(?=.*\d)",
    re.I,
)
_IE = re.compile(r".*\[?\s*(?:i\.\s?e\.|т\.\s?е\.|d\.\s?i\.)\s*(.+?)\]?$", re.I)
_BEFORE = re.compile(r"^(?:before|not after|до|не позднее|vor)\s+", re.I)
_AFTER = re.compile(r"^(?:after|not before|since|после|не ранее|nach)\s+", re.I)
_BETWEEN = re.compile(
    r"^(?:between|между|from|с|zwischen)\s+(.+?)\s+(?:and|и|to|по|до|und)\s+(.+)$", re.I
)
_CENTURY = re.compile(
    r"^(?:(\d{1,2})(?:st|nd|rd|th|-й|-го)?|([IVX]+)|([ХIVX]+))[\s-]*"
    r"(?:century|cent\.|c\.|век[а]?|в\.|asr|аср|jh\.|jahrhundert)$",
    re.I,
)
_DECADE = re.compile(r"^(\d{3})0(?:s|['’]s|-е|-х|[\s-]*(?:е )?(?:годы|годов|гг\.?)|er)$", re.I)
_UNSURE_DIGITS = re.compile(r"^(\d{2})(\d|-)[-–_?](?:\?)?$|^(\d{3})[-–_]\??$|^(\d\d)--\??$")
_DASH = r"\s*[-–—/]\s*"


def understand_date(text: str) -> list[DateValue]:
    """The date, or the start and end of the range, that a text means; empty if not understood."""
    plain = _WEEKDAY.sub("", " ".join(text.replace("\u00a0", " ").split()).strip(" ,;:"))
    qualifier, plain = _qualifier(plain)
    kind: Literal["", "copyright"] = "copyright" if _COPYRIGHT.match(plain) else ""
    plain = _YEAR_WORD.sub("", _COPYRIGHT.sub("", plain)).strip(" .,;:")
    found = _open_range(plain) or _range(plain) or _one(plain)
    return [replace(v, qualifier=v.qualifier or qualifier, kind=kind) for v in found]


def _qualifier(text: str) -> tuple[Qualifier, str]:
    if (match := _IE.match(text)) and any(c.isdigit() for c in match[1]):
        return "inferred", match[1]
    bracketed = text.startswith("[") or text.endswith("]")
    plain = text.strip("[]() ")
    if plain.endswith("?") and not _UNSURE_DIGITS.match(plain):
        return "questionable", _ABOUT.sub("", plain.rstrip("? "))
    if _ABOUT.match(plain):
        return "approximate", _ABOUT.sub("", plain)
    return ("inferred" if bracketed else ""), plain


def _open_range(text: str) -> list[DateValue]:
    for pattern, form in ((_BEFORE, "../{}"), (_AFTER, "{}/..")):
        if match := pattern.match(text):
            inner = _one(text[match.end() :])
            return [DateValue(form.format(inner[0].value), "edtf")] if inner else []
    if match := re.fullmatch(rf"(\d{{4}}){_DASH}", text):
        return [DateValue(match[1], point="start")]
    return []


def _range(text: str) -> list[DateValue]:
    if match := _BETWEEN.match(text):
        return _ends(match[1], match[2])
    if match := re.fullmatch(rf"(\d{{4}}){_DASH}(\d{{4}})", text):
        return _ends(match[1], match[2])
    if match := re.fullmatch(r"(\d\d)(\d\d)[-–/](\d\d)", text):
        if int(match[3]) > 12 and int(match[3]) > int(match[2]):
            return _ends(match[1] + match[2], match[1] + match[3])
        return []
    day_range = rf"(\d{{1,2}})\s*[-–—]\s*(\d{{1,2}})\s+({MONTH})\s+(\d{{4}})"
    if match := re.fullmatch(day_range, text, re.I):
        return _ends(f"{match[1]} {match[3]} {match[4]}", f"{match[2]} {match[3]} {match[4]}")
    if match := re.fullmatch(r"(.*\d{4})\s*[-–—]\s+?(.*\d{4})", text):
        return _ends(match[1], match[2])
    return []


def _ends(first: str, last: str) -> list[DateValue]:
    start, end = _one(first.strip()), _one(last.strip())
    if len(start) != 1 or len(end) != 1:
        return []
    return [replace(start[0], point="start"), replace(end[0], point="end")]


def _one(text: str) -> list[DateValue]:
    """A single date without qualifier, as a list of one."""
    text = text.strip(" .,")
    for reader in (_numeric, _worded, _season, _vague):
        if (value := reader(text)) is not None:
            return [value]
    return []


def _numeric(text: str) -> DateValue | None:
    if re.fullmatch(r"\d{4}", text):
        return DateValue(text) if text != "0000" else None
    if match := re.fullmatch(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", text):
        return _whole(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
        return _whole(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})", text):
        return _day_or_month_first(int(match[1]), int(match[3]), int(match[4]), match[2])
    if match := re.fullmatch(r"(\d{1,2})([./\s-])([IVX]{1,4})\2(\d{4})", text, re.I):
        return _whole(int(match[4]), _roman(match[3]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})[./](\d{4})", text):
        return _whole(int(match[2]), int(match[1]), None)
    return None


def _day_or_month_first(first: int, second: int, year: int, mark: str) -> DateValue | None:
    if second > 12:
        return _whole(year, first, second)
    value = _whole(year, second, first)
    unsure = mark == "/" and first <= 12 and first != second
    return replace(value, doubtful=True) if value and unsure else value


def _worded(text: str) -> DateValue | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th|-го|-е)\b", "", text, flags=re.I)
    for pattern, order in _WORDED:
        if match := pattern.fullmatch(plain):
            parts = dict(zip(order, match.groups(), strict=True))
            month = month_number(parts["m"])
            day = int(parts["d"]) if parts.get("d") else None
            if month is None:
                return None
            if parts.get("y") is None:
                return _yearless(month, day)
            return _whole(int(parts["y"]), month, day)
    return None


_WORDED = tuple(
    (re.compile(pattern, re.I), order)
    for pattern, order in (
        (rf"(\d{{1,2}})[\s.-]*(?:of\s+)?({MONTH}),?\s*(\d{{4}})", "dmy"),
        (rf"({MONTH})\s*(\d{{1,2}}),?\s+(\d{{4}})", "mdy"),
        (rf"({MONTH}),?\s*(\d{{4}})", "my"),
        (rf"(\d{{4}}),?[\s-]*(\d{{1,2}})[\s-]+({MONTH})", "ydm"),
        (rf"(\d{{4}}),?\s*({MONTH})\s*(\d{{1,2}})", "ymd"),
        (rf"(\d{{4}}),?\s*({MONTH})", "ym"),
        (rf"({MONTH})\s*(\d{{1,2}})", "md"),
        (rf"(\d{{1,2}})[\s.-]*(?:of\s+)?({MONTH})", "dm"),
    )
)


def _season(text: str) -> DateValue | None:
    for pattern in (rf"({SEASON}),?\s+(?:of\s+)?(\d{{4}})", rf"(\d{{4}}),?\s+({SEASON})"):
        if match := re.fullmatch(pattern, text, re.I):
            word, year = sorted(match.groups(), key=str.isdigit)
            return DateValue(f"{year}-{season_number(word)}", "edtf")
    return None


def _vague(text: str) -> DateValue | None:
    if match := _DECADE.match(text):
        return DateValue(f"{match[1]}X", "edtf")
    if match := _CENTURY.match(text):
        century = int(match[1]) if match[1] else _roman(match[2] or match[3])
        return DateValue(f"{century - 1:02d}XX", "edtf") if 1 <= century <= 21 else None
    if _UNSURE_DIGITS.match(text):
        digits = re.sub(r"\D", "", text)
        return DateValue(digits.ljust(4, "X"), "edtf", "questionable")
    return None


def _roman(text: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10}
    numbers = [worth[c] for c in text.upper().replace("Х", "X")]
    pairs = zip(numbers, [*numbers[1:], 0], strict=True)
    return sum(-n if n < following else n for n, following in pairs)


def _whole(year: int, month: int, day: int | None) -> DateValue | None:
    if year == 0 or day_fault(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}"
    return DateValue(value if day is None else f"{value}-{day:02d}")


def _yearless(month: int, day: int | None) -> DateValue | None:
    if day is None or day_fault(None, month, day):
        return None
    return DateValue(f"XXXX-{month:02d}-{day:02d}", "edtf")

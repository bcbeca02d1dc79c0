"""Dates against the encoding they are declared in, and against the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from catalog_app.validation.values import edtf
from catalog_app.validation.values.calendar import (
    FARTHEST_YEARS_AHEAD,
    Span,
    day_fault,
    span,
    years_ahead,
)
from catalog_app.validation.values.problem import ValueProblem, quoted
from catalog_app.validation.values.understanding import understand_date

_ZONE = r"(?:Z|[+-](?P<zh>\d\d):?(?P<zm>\d\d)?)"
_W3C = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d)"
    r"(?:T(?P<h>\d\d):(?P<n>\d\d)(?::(?P<s>\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?"
)
_CLOCK = rf"(?:T(?P<h>\d\d)(?::?(?P<n>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d+)?)?)?{_ZONE}?)?"
_ISO = tuple(
    re.compile(pattern)
    for pattern in (
        r"[+-]?(?P<y>\d{4})",
        r"[+-]?(?P<y>\d{4})-(?P<m>\d\d)",
        rf"[+-]?(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d){_CLOCK}",
        rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d){_CLOCK}",
        rf"(?P<y>\d{{4}})-?W(?P<w>\d\d)(?:-?[1-7])?{_CLOCK}",
        rf"(?P<y>\d{{4}})-?(?P<o>\d{{3}}){_CLOCK}",
    )
)
_DURATION = re.compile(
    r"P(?=[\dT])(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)"
)
_YEAR_AND_MONTH = re.compile(r"(?P<y>1[0-9]\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])")
_MARC_YEAR = re.compile(r"[0-9u|#]{4}|\d{3}[-?]|\s{4}")
_MARC = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)"),
    re.compile(r"(?P<yy>\d\d)(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)\d{6}(?:\.\d)?"),
)
_STANDARDS = {
    "w3cdtf": "W3CDTF",
    "iso8601": "ISO 8601",
    "edtf": "EDTF",
    "marc": "MARC 21",
    "temper": "TEMPER",
}
_SHAPES = {
    "w3cdtf": "1984, 1984-05 or 1984-05-23",
    "iso8601": "1984, 1984-05, 1984-05-23 or 19840523",
    "edtf": "1984, 1984-05-23, 198X, 1984~ or 1984/1986",
    "marc": "1984, 198u, 19840523 or 840523",
    "temper": "1984 or 19840523",
}
_ARTICLES = {"iso8601": "an", "edtf": "an"}
_OTHERS = ("edtf", "w3cdtf", "iso8601")
_SPACES = " \t\r\n"


def check_date(
    value: str, encoding: str = "", *, may_be_future: bool = False, today: date | None = None
) -> list[ValueProblem]:
    """What is wrong with a date that is declared in that encoding (MODS @encoding, or none).

    An empty value and an encoding that is not one of the five give nothing: others report them.
    """
    kind = encoding.strip().lower()
    text = value.strip(_SPACES)
    if not text:
        return []
    if kind not in _STANDARDS:
        return _without_encoding(text)
    problems = _against(text, kind)
    if text != value and not problems:
        problems = [_spaces(text)]
    if not problems and not may_be_future:
        problems = _future(text, kind, today)
    return [p if p.standard else replace(p, standard=_STANDARDS[kind]) for p in problems]


def date_span(value: str, encoding: str = "") -> Span | None:
    """The days that a value may mean in its encoding, or None if that is not to be told."""
    text, kind = value.strip(_SPACES), encoding.strip().lower()
    if kind == "edtf":
        return edtf.read(text).days
    if kind == "marc" and re.fullmatch(r"\d{4}|\d{3}u|\d\duu", text):
        return None if text == "9999" else edtf.read(text.replace("u", "X")).days
    for pattern in (_W3C, *_ISO[:4]):
        if (match := pattern.fullmatch(text)) and not _parts_fault(match):
            return _match_span(match)
    return None


def check_range(
    start: str, end: str, start_encoding: str = "", end_encoding: str | None = None
) -> list[ValueProblem]:
    """What is wrong with a pair of dates, point "start" and point "end": the end is earlier."""
    ending = start_encoding if end_encoding is None else end_encoding
    first, last = date_span(start, start_encoding), date_span(end, ending)
    if first is None or last is None or last.last >= first.first:
        return []
    message = (
        f"The range ends ({end.strip()}) before it starts ({start.strip()}). "
        "Exchange the two dates, or correct the wrong one."
    )
    return [ValueProblem("date.reversed", "warning", message)]


def _against(text: str, kind: str) -> list[ValueProblem]:
    fault = _CHECKS[kind](text)
    if fault is None:
        return _reversed(text) if "/" in text else []
    if kind == "edtf" and (older := edtf.newer(text)) != text and not edtf.read(older).fault:
        return [_older(text, older)]
    if kind == "iso8601" and (match := _YEAR_AND_MONTH.fullmatch(text)):
        return [_year_and_month(text, f"{match['y']}-{match['m']}")]
    if (repaired := _repaired(text, kind)) is not None:
        return [_mendable(text, kind, repaired)]
    return [_wrong(text, kind, fault)]


def _fault_w3cdtf(text: str) -> str | None:
    match = _W3C.fullmatch(text)
    return _parts_fault(match) if match else ""


def _fault_iso8601(text: str) -> str | None:
    if text.count("/") == 1:
        start, end = text.split("/")
        faults = [_fault_moment(p) for p in (start, end) if not _DURATION.fullmatch(p)]
        return next((f for f in faults if f is not None), None)
    if _DURATION.fullmatch(text):
        return None
    return _fault_moment(text)


def _fault_moment(text: str) -> str | None:
    for pattern in _ISO:
        if match := pattern.fullmatch(text):
            return _parts_fault(match)
    return ""


def _fault_edtf(text: str) -> str | None:
    return edtf.read(text).fault


def _fault_marc(text: str) -> str | None:
    if _MARC_YEAR.fullmatch(text):
        return None
    matches = [m for p in _MARC if (m := p.fullmatch(text))]
    if not matches:
        return ""
    faults = [_parts_fault(match) for match in matches]
    return None if None in faults else faults[0]


def _fault_temper(text: str) -> str | None:
    return None if re.search(r"\d", text) else ""


_CHECKS: dict[str, Callable[[str], str | None]] = {
    "w3cdtf": _fault_w3cdtf,
    "iso8601": _fault_iso8601,
    "edtf": _fault_edtf,
    "marc": _fault_marc,
    "temper": _fault_temper,
}


def _parts_fault(match: re.Match[str]) -> str | None:
    found = {key: int(text) for key, text in match.groupdict().items() if text and text.isdigit()}
    if found.get("h", 0) > 24 or found.get("n", 0) > 59 or found.get("s", 0) > 60:
        return "there is no such time of day"
    if not 1 <= found.get("w", 1) <= 53:
        return "a year has at most 53 weeks"
    if not 1 <= found.get("o", 1) <= 366:
        return "a year has at most 366 days"
    return day_fault(found.get("y"), found.get("m"), found.get("d"))


def _match_span(match: re.Match[str]) -> Span:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else None
    day = int(parts["d"]) if parts.get("d") else None
    sign = -1 if match.string.startswith("-") else 1
    return span(sign * int(parts["y"]), month, day)


def _repaired(text: str, kind: str) -> str | None:
    """The value without a last stop or with other dashes, if that makes it right."""
    dashes = re.sub("[\u2010-\u2015\u2212]", "-", text)
    for candidate in (text.rstrip(" .,;:"), dashes, dashes.rstrip(" .,;:"), text.replace(" ", "")):
        if candidate and candidate != text and _CHECKS[kind](candidate) is None:
            return candidate
    if kind == "w3cdtf" and (match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)):
        candidate = "-".join(match.groups())
        return candidate if _fault_w3cdtf(candidate) is None else None
    if kind == "iso8601" and re.fullmatch(r"\d{14}", text):
        candidate = f"{text[:8]}T{text[8:]}"
        return candidate if _fault_iso8601(candidate) is None else None
    return None


def _mendable(text: str, kind: str, repaired: str) -> ValueProblem:
    article = _ARTICLES.get(kind, "a")
    message = (
        f"{quoted(text)} is not {article} {_STANDARDS[kind]} date as it stands; write {repaired}."
    )
    return ValueProblem(f"date.{kind}", "error", message, _STANDARDS[kind], repaired, True)


def _wrong(text: str, kind: str, fault: str) -> ValueProblem:
    name = _STANDARDS[kind]
    if fault and not fault.startswith("it does not"):
        message = f"There is no such date as {quoted(text)}: {fault}. Correct the date."
        return ValueProblem("date.impossible", "error", message, name)
    rule, begin = f"date.{kind}", f"{quoted(text)} is not {_ARTICLES.get(kind, 'a')} {name} date"
    for other in _OTHERS:
        if other != kind and _CHECKS[other](text) is None:
            message = f"{begin} but {_ARTICLES.get(other, 'a')} {_STANDARDS[other]} date. "
            message += f"Change its format to {other}."
            return ValueProblem(rule, "error", message, name, attribute=("encoding", other))
    if meant := _meant(text, kind):
        message = f"{begin}. If {meant} is meant, write it so."
        return ValueProblem(rule, "error", message, name, meant)
    message = f"{begin}. Write it as {_SHAPES[kind]}, or remove the format if the words matter."
    return ValueProblem(rule, "error", message, name)


def _meant(text: str, kind: str) -> str | None:
    """The date that somebody wrote in words, if it can be only one and fits the encoding."""
    found = understand_date(text)
    if len(found) != 1:
        return None
    meant = found[0]
    if meant.doubtful or meant.qualifier or meant.point or meant.kind:
        return None
    value = meant.value.replace("-", "") if kind == "marc" else meant.value
    return value if _CHECKS[kind](value) is None else None


def _older(text: str, newer: str) -> ValueProblem:
    message = (
        f"{quoted(text)} is written in the draft form of EDTF from 2012; "
        f"the standard now writes {quoted(newer)}."
    )
    return ValueProblem("date.edtf-older", "advice", message, "EDTF", newer, True)


def _year_and_month(text: str, repaired: str) -> ValueProblem:
    message = (
        f"ISO 8601 writes a year and month with a hyphen: {repaired}. "
        f"{quoted(text)} can be misread as a day."
    )
    return ValueProblem("date.year-month", "warning", message, "ISO 8601", repaired, True)


def _spaces(text: str) -> ValueProblem:
    message = "There are blanks or line breaks around the date; remove them."
    return ValueProblem("date.spaces", "advice", message, "", text, True)


def _reversed(text: str) -> list[ValueProblem]:
    if not edtf.is_reversed(text):
        return []
    start, end = text.split("/")
    message = f"The range {quoted(text)} ends before it starts. Exchange its two ends."
    return [ValueProblem("date.reversed", "warning", message, "", f"{end}/{start}")]


def _future(text: str, kind: str, today: date | None) -> list[ValueProblem]:
    days = date_span(text, kind)
    if days is None or years_ahead(days.first[0], today) <= FARTHEST_YEARS_AHEAD:
        return []
    message = f"{quoted(text)} lies more than {FARTHEST_YEARS_AHEAD} years ahead. Is it right?"
    return [ValueProblem("date.future", "warning", message)]


def _without_encoding(text: str) -> list[ValueProblem]:
    match = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", text)
    fault = _parts_fault(match) if match else None
    if fault:
        message = f"There is no such date as {quoted(text)}: {fault}. Correct the date."
        return [ValueProblem("date.impossible", "warning", message)]
    if match:
        message = (
            f"{quoted(text)} is a complete date; say so with the format w3cdtf, "
            "and other systems can sort by it."
        )
        return [ValueProblem("date.no-encoding", "advice", message, "MODS guidelines")]
    return []

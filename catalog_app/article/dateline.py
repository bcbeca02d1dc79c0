"""The dateline at the head of a report: “BREMEN, Germany, Oct. 12 (Reuters) —”, «ОМСК. 5 мая.»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import stripped
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.shape import Shaped, element, shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.towns import place_in, towns

_HEAD = 220
"""Characters at the start of a report within which its dateline stands."""
_UPPER = "A-ZÀ-ÞĀ-ŽА-ЯЁЎҚҒҲӘІҢҰҮҺӨҶӢӮ"
_WORD = rf"[{_UPPER}][\w’'‘ʻ.-]*[\w’'‘ʻ]"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_DATE = (
    r"(?:(?:\w{3,12},? )?(?:\d{1,2}[- ]?[^\W\d_]{3,12}\.?|[^\W\d_]{3,9}\.? \d{1,2})"
    r"(?:,?(?: соли)?[ -]\d{4}(?:[- ]?(?:жыл\w*|yil\w*|йил\w*|года|год|г\.?|с\.?))?)?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}(?: ?г\.?)?"
    r"|\d{4}[- ]?(?:жыл\w*|yil\w*|йил\w*)[, ]+\d{1,2}[- ][^\W\d_]{3,12})"
)
_AGENCY = r"(?:/[^/\n]{2,40}/|\([^()\n]{2,60}\))"
_WIRE = r"(?:ИА |корр\. )?[A-ZА-Я][\w-]{2,}(?: [A-ZА-Я][\w-]+)?"
"""An agency without brackets, after a date."""
_HEADED = re.compile(
    rf"\s*(?:г\. ?|город )?(?P<place>{_NAME})(?P<country>, (?!\d){_NAME})?"
    rf"(?:,? (?P<date>{_DATE})(?:,\s*(?P<wire>{_WIRE})(?=\s*[.–—-]))?)?"
    rf"(?:,\s*(?P<quoted>«[^»\n]{{2,40}}»))?(?:,?\s*(?P<agency>{_AGENCY}))?"
    rf"(?P<end>\s*[.:]?\s+(?:[–—-]|--)\s+|\.\s*(?:[–—-]\s+)?(?=\s|$)|\s*$)"
)
_DATED = re.compile(
    rf"\s*(?P<date>{_DATE}),?\s+(?:г\.? ?|город |шаҳри )?(?P<place>{_NAME})\s*(?P<end>[.–—-]|$)"
)
_MORE = re.compile(
    rf"\s*(?:(?P<date>{_DATE})\.?|(?P<agency>{_AGENCY})\.?"
    rf"|(?P<bare>(?:ИА )?«?{_NAME}»?)(?:\s+[–—-]\s+(?P<reporter>{_NAME}))?(?P<stop>\.|\s+[–—-]\s))"
    rf"\s*(?:[–—-]\s+)?"
)


class Dateline(NamedTuple):
    """A dateline: the place with its name and offsets, the agency, and where all of it ends."""

    place: Place
    name: str
    span: tuple[int, int]
    agency: tuple[str, tuple[int, int]] | None
    end: int


@lru_cache(maxsize=2_000)
def _read(text: str, offset: int, size: int, profile: str) -> Dateline | None:
    for pattern in (_HEADED, _DATED):
        match = pattern.match(text)
        found = _dateline(match, text, offset, size, profile) if match else None
        if found:
            return found
    return None


def read_dateline(block: Block) -> Dateline | None:
    """The dateline with which a paragraph begins."""
    head = block.text[block.start : min(block.end, block.start + _HEAD)]
    return _read(head, block.start, block.end - block.start, block.profile)


def _dateline(
    match: re.Match[str], text: str, offset: int, size: int, profile: str
) -> Dateline | None:
    groups = match.groupdict()
    agency = _agency(match, offset)
    end = match.end()
    if "." in match["end"] and not agency:
        agency, end = _further(text, end, offset)
    marked = bool(groups.get("date") or agency or end != match.end())
    place = place_named(match["place"], profile)
    if folded(match["place"]) in lexicon.agencies():
        return None
    alone = profile == "rus" and match["end"].strip() == "." and " " not in match["place"]
    marked = marked or (alone and place is not None)
    if not _is_dateline(match, text, end, size, place, marked):
        return None
    name = _shown(match["place"], place)
    span = (offset + match.start("place"), offset + match.end("place"))
    return Dateline(place or Place(name, "city", "", "", ""), name, span, agency, offset + end)


def _is_dateline(
    match: re.Match[str], text: str, end: int, size: int, place: Place | None, marked: bool
) -> bool:
    """Whether what looks like a dateline is one, and not the beginning of a sentence or title."""
    loud = len(match["place"]) > 2 and match["place"].isupper()
    country = match.groupdict().get("country")
    abroad = bool(country and lexicon.place_of(country[2:], "eng"))
    dated = bool(match.groupdict().get("date"))
    if _is_month(match["place"]) or "." in match["place"]:
        return False
    alone = end >= len(text.rstrip()) and size <= len(text)
    if alone:
        return dated and (place is not None or "г." in text[:20] or loud)
    small = text[end : end + 1].islower()
    if re.search(r"[–—-]", match["end"]) or match.group().rstrip()[-1:] in "–—-":
        return (loud or marked or abroad or (place is not None and not small)) and (
            place is not None or loud or marked or abroad
        )
    return not small and (marked or loud) and (place is not None or loud or marked)


def _is_month(word: str) -> bool:
    first = folded(word.split()[0])
    return first in lexicon.group("not names") and first[:3] in (
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    )  # fmt: skip


def place_named(words: str, profile: str) -> Place | None:
    """The place of the lists that these words are, in capitals or not."""
    plain = words.title() if words.isupper() and len(words) > 3 else words
    if known := lexicon.place_of(plain, profile):
        return known[0]
    listed = towns(profile)
    return next((place_in(*listed[form]) for form in stripped(folded(plain), profile)
                 if form in listed), None)  # fmt: skip


def _shown(words: str, place: Place | None) -> str:
    loud = words.isupper() and len(words) > 2
    return words.title() if loud else words


def _agency(match: re.Match[str], offset: int) -> tuple[str, tuple[int, int]] | None:
    groups = match.groupdict()
    for key in ("wire", "quoted"):
        if name := groups.get(key):
            start = match.start(key) + (len(name) - len(name.lstrip("«")))
            return name.strip("«»"), (offset + start, offset + match.end(key))
    text = groups.get("agency")
    if not text:
        return None
    start = match.start("agency") + 1
    return text[1:-1].strip(), (offset + start, offset + match.end("agency") - 1)


def _further(text: str, at: int, offset: int) -> tuple[tuple[str, tuple[int, int]] | None, int]:
    """Date and agency in sentences of their own: «ОМСК. 5 мая. КАБАР – Анна Ли.»."""
    agency = None
    while match := _MORE.match(text, at):
        if match["bare"]:
            name = match["bare"].removeprefix("ИА ").strip("«»")
            named = match["bare"].startswith("ИА ") or folded(name) in lexicon.agencies()
            if not match["reporter"] and not named:
                break
            agency = (name, (offset + match.start("bare"), offset + match.end("bare")))
        elif match["agency"]:
            agency = _agency(match, offset)
        at = match.end()
        if agency:
            break
    return agency, at


def dateline_end(block: Block) -> int:
    """Where the dateline ends at the head of a report, or 0 if there is none."""
    found = read_dateline(block) if block.tokens else None
    return found.end if found else 0


def find_dateline(block: Block) -> tuple[Place, str, tuple[int, int]] | None:
    """The place at the head of a report, its name and offsets."""
    found = read_dateline(block) if block.tokens else None
    if found is None:
        return None
    known = lexicon.place_of(found.name, block.profile)
    return (known[0], known[1], found.span) if known else (found.place, found.name, found.span)


def dateline_suggestion(place: Place, name: str, span: tuple[int, int]) -> Suggestion:
    """The dateline's place as the place of origin, with the country's code."""
    return Suggestion(
        "dateline", name, place_of_origin(place, name), (span,),
        "The report begins with this place.", 0.9,
    )  # fmt: skip


def place_of_origin(place: Place | None, name: str) -> Shaped:
    """A place as originInfo/place, with the country's code if it has one."""
    terms = [element("placeTerm", name, type="text")]
    if place and place.marccountry:
        code = element("placeTerm", place.marccountry, type="code", authority="marccountry")
        terms.append(code)
    note = f"The code is that of the country of {place.name}." if len(terms) > 1 and place else ""
    return shaped(element("place", "", *terms), "originInfo", note=note)

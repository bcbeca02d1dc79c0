"""The line that says where a text stood: a newspaper with its date, an archive with its numbers.

Such a line stands over the headline or below the text: “The Annandale Herald, 14 March 1921”,
«Газета «Маяк», № 12», “(Steppe Courier)”, “— Anna Lee, Caspian Monitor”.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from catalog_app.article import lexicon
from catalog_app.article.lexicon import folded

_LONGEST = 120
"""Characters such a line has at most."""
_TITLE = r"[A-ZА-ЯЁЎҚҒҲ][\w’'.-]*(?: (?:of|and|the|for|de|la|и|[A-ZА-ЯЁЎҚҒҲ][\w’'.-]*)){0,6}"
_NUMBERS = (
    r"(?:[,.;:]?\s*\(?(?:\d[\d./–-]*|№|No\.?|no\.?|Vol\.?|vol\.?|pp?\.|с\.|С\.|стр\.|г\.|года|год|"
    r"т\.|вып\.|выпуск|номер|от|за|issue|page|{months}|{days})\)?)*[,.;)\s]*$"
)
_QUOTED = r"(?:(?:Из |Газ\. |)(?P<noun>{nouns})\s+)?[«“\"„](?P<name>[^«»“”\"\n]{{3,60}})[»”\"]"
_ARCHIVE = re.compile(
    r"(?P<name>[^,;:\n]{0,60}\b(?:Archives?|Records|Library|Record Office|[Аа]рхив\w*|ЦГА"
    r"|ГАРФ|РГА\w*|ЦГИА)\b[^,;:\n]{0,50}),\s*"
    r"(?:[фФ]\.|[фФ]онд\b|[Ff]onds?\b|[Ff]\.|MSS?\b|[A-Z]{1,5}[ /.]?\d)"
)


class Imprint(NamedTuple):
    """What a line names as the place where the text stood, with its offsets in the line."""

    name: str
    start: int
    end: int


def imprint(line: str, opens: bool) -> Imprint | None:
    """The newspaper or archive of a line that has nothing else; `opens` where a text begins.

    A title in quotation marks or with an archive's numbers, in the first line, is rather that of
    the text itself.
    """
    text = line.rstrip()
    if not 3 < len(text) <= _LONGEST or not (match := _match(text, opens)):
        return None
    return Imprint(match["name"].strip(), match.start("name"), match.end("name"))


def _match(text: str, opens: bool) -> re.Match[str] | None:
    if match := _quoted().match(text):
        bracketed = text[0] in "(—–-/"
        dated = bool(re.search(r"\d|№", text[match.end("name") :]))
        if match["noun"] or bracketed or dated or (not opens and len(text) < 45):
            return match
    if match := _paper().match(text):
        dated = bool(re.search(r"\d", text[match.end("name") :]))
        if _is_paper(match["name"]) and (dated or not opens):
            return match
    if not opens and (match := re.fullmatch(rf"\((?:From )?(?P<name>{_TITLE})\)\.?", text)):
        return match if _may_be_paper(match["name"]) else None
    return None if opens else _ARCHIVE.match(text)


def _is_paper(name: str) -> bool:
    """Whether a title has the word for a newspaper at its end, or before “of”."""
    words = folded(name).split()
    nouns = lexicon.group("papers")
    if len(words) < 2:
        return False
    return words[-1] in nouns or any(
        word in nouns and after == "of" for word, after in pairwise(words)
    )


def _may_be_paper(name: str) -> bool:
    """Whether a title in brackets may be that of a newspaper, being no person, place or label."""
    words = folded(name).split()
    known = lexicon.given_names()
    if _is_paper(name):
        return True
    if any(word in known or word.strip(".") in ("photo", "фото", "ред", "ed") for word in words):
        return False
    placed = any(lexicon.place_of(name, profile) for profile in ("eng", "rus"))
    return 1 < len(words) < 5 and not placed and words[-1] in lexicon.group("paper endings")


@cache
def _rest() -> str:
    months = "|".join(sorted({re.escape(w) for row in lexicon.rows("months") for w in _forms(row)}))
    days = r"Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun"
    return _NUMBERS.format(months=rf"(?i:{months})", days=rf"(?:{days})(?:day)?")


def _forms(row: list[str]) -> list[str]:
    return [word for cell in row[1:] for word in cell.split("|") if word and not word.isdigit()]


@cache
def _quoted() -> re.Pattern[str]:
    nouns = "|".join(lexicon.words("labels", "paper"))
    quoted = _QUOTED.format(nouns=rf"(?i:{nouns})")
    return re.compile(rf"[(—–/-]?\s*{quoted}{_rest()}")


@cache
def _paper() -> re.Pattern[str]:
    signed = rf"(?:{_TITLE}, )?"
    return re.compile(rf"[(—–/-]?\s*(?:From |In )?{signed}(?P<name>{_TITLE}){_rest()}")

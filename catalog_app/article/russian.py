"""Russian words looked up in a dictionary: what they are, and in which case they stand.

The dictionary is that of pymorphy3 (OpenCorpora, 16 MB on disk, read within a tenth of a second
when first asked). Words it does not have are guessed from their endings by its rules; `known`
tells the two apart. Only capitalised words and their neighbours are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from catalog_app.article.lexicon import folded

CASES = {
    "nomn": "nomn", "gent": "gent", "gen2": "gent", "datv": "datv", "accs": "accs",
    "ablt": "ablt", "loct": "loct", "loc2": "loct", "voct": "nomn",
}  # fmt: skip
_KINDS = (("Name", "given"), ("Patr", "patronymic"), ("Surn", "family"), ("Geox", "place"))


@dataclass(frozen=True)
class Reading:
    """One way to read a word: its nominative, what it names, part of speech, case and gender.

    `kind` is given, patronymic, family, place or ""; `case` one of nomn, gent, datv, accs, ablt,
    loct or "" for an indeclinable word, which may stand in any; `gender` m, f, n or "".
    """

    lemma: str
    kind: str
    speech: str
    case: str
    gender: str
    plural: bool
    animate: bool
    known: bool
    fixed: bool = False


@cache
def analyser() -> Any:
    """The dictionary, ready to be asked."""
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The ways to read a word, the likeliest first."""
    return tuple(_reading(parse) for parse in analyser().parse(word))


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    kind = next((name for mark, name in _KINDS if mark in tag), "")
    gender = {"masc": "m", "femn": "f", "neut": "n"}.get(tag.gender or "", "")
    return Reading(
        parse.normal_form, kind, str(tag.POS or ""), CASES.get(tag.case or "", ""), gender,
        tag.number == "plur", tag.animacy == "anim", bool(parse.is_known), "Fixd" in tag,
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def nominative(word: str, kind: str = "", case: str = "", gender: str = "") -> str:
    """The nominative of a word as read so; the word itself where no reading fits. Small letters."""
    for parse in analyser().parse(word):
        found = _reading(parse)
        if (kind and found.kind != kind) or (case and found.case != case):
            continue
        if gender and found.gender not in (gender, ""):
            continue
        wanted = {"nomn"} | ({"femn"} if gender == "f" and kind == "family" else set())
        made = parse.inflect(wanted)
        return str(made.word) if made else found.lemma
    return word.lower()


def like(pattern: str, word: str) -> str:
    """A word with the capitals of another, part by part where hyphens divide it."""
    parts = word.split("-")
    models = pattern.split("-")
    if len(parts) != len(models):
        return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
    return "-".join(_like(model, part) for model, part in zip(models, parts, strict=True))


def _like(model: str, part: str) -> str:
    same = 0
    while same < min(len(model), len(part)) and folded(model[same]) == folded(part[same]):
        same += 1
    return model[:same] + part[same:]


@lru_cache(maxsize=50_000)
def is_kind(word: str, kind: str) -> bool:
    """Whether the dictionary has a word as a given name, patronymic, family name or place."""
    return any(one.kind == kind and one.known for one in readings(word))


@lru_cache(maxsize=20_000)
def is_body(word: str) -> bool:
    """Whether the dictionary has a word as the name of a body, such as «ФИФА»."""
    return any("Orgn" in parse.tag and parse.is_known for parse in analyser().parse(word.lower()))


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Whether the dictionary has a word as an ordinary one, neither a name nor a place."""
    return any(not one.kind and one.known and one.speech for one in readings(word))


@lru_cache(maxsize=50_000)
def person_noun(word: str) -> tuple[Reading, ...]:
    """The readings of a word as an ordinary noun for a person, such as «скрипач»."""
    return tuple(
        one for one in readings(word)
        if one.speech == "NOUN" and one.animate and not one.kind and one.known
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def adjective(word: str, gender: str) -> str:
    """An adjective in the nominative beside a noun of gender m, f or n; "" where it is unknown."""
    wanted = {"m": "masc", "f": "femn", "n": "neut"}.get(gender, "masc")
    for parse in analyser().parse(word.lower()):
        if parse.tag.POS in ("ADJF", "PRTF") and parse.is_known:
            made = parse.inflect({"nomn", "sing", wanted})
            return like(word, str(made.word)) if made else ""
    return ""

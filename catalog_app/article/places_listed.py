"""Places of the lists: those of the region, and towns of the long lists."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from catalog_app.article import lexicon
from catalog_app.article.inflect import nominative_adjective, stripped
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.place_mention import (
    PlaceMention,
    is_joined,
    leads_to_capital,
    located,
    unlisted,
)
from catalog_app.article.towns import place_in, towns

if TYPE_CHECKING:
    from catalog_app.article.block import Block

_REMEMBERED = 100_000
_SIDES = lexicon.group("sides")
_RUSSIAN_SIDE = re.compile(r"(?:(?:северо-|юго-)?(?:восточн|западн)|северн|южн|центральн|"
                           r"внутренн|верхн|нижн|нов|стар)(?:ый|ий|ая|яя|ое|ее|ой|ей|ого|его|ому|ему|ую|юю|"
                           r"ым|им|ом|ем)$")  # fmt: skip


def listed_at(block: Block, at: int, starts: dict[str, int]) -> PlaceMention | None:
    longest = starts.get(block.folds[at], 1)
    if at + 1 < len(block.tokens) and block.tokens[at + 1].joined:
        longest = max(longest, 2)
    for length in range(longest, 0, -1):
        last = at + length
        if last > len(block.tokens) or not all(t.joined for t in block.tokens[at + 1 : last]):
            continue
        phrase = " ".join(token.text for token in block.tokens[at:last])
        if known := lexicon.place_of(phrase, block.profile):
            found = PlaceMention(at, last, *known)
            if wide := _with_compass(block, found):
                return wide
            return None if _of_longer_name(block, found) else _with_noun(block, found)
    return None


def _with_compass(block: Block, found: PlaceMention) -> PlaceMention | None:
    """A place with a capitalised “Eastern” or «Западном» before it, which is part of its name."""
    at = found.first - 1
    if at < 0 or not block.tokens[found.first].joined or not block.tokens[at].capital:
        return None
    if block.profile == "eng":
        if block.folds[at] not in _SIDES or found.place.kind == "city":
            return None
        name = f"{block.tokens[at].text} {found.name}"
    elif block.profile == "rus" and _RUSSIAN_SIDE.match(block.folds[at]):
        gender = "f" if found.name[-1] in "аяь" else "n" if found.name[-1] in "ое" else "m"
        name = f"{nominative_adjective(block.tokens[at].text, gender)} {found.name}"
    else:
        return None
    return PlaceMention(at, found.last, unlisted(name, "region"), name)


def _of_longer_name(block: Block, found: PlaceMention) -> bool:
    """Whether an English place begins another name: “Georgia Smith”, “the Yorkshire Herald”."""
    last = found.last
    if block.profile != "eng" or not leads_to_capital(block, last) or last in block.heads:
        return False
    if last in block.roles or located(block, found.first) or lexicon.place_of(
        block.tokens[last].text, "eng"
    ):  # fmt: skip
        return False
    named = block.folds[found.first] in lexicon.group("places as names")
    return (found.place.kind != "country" or named) and found.last == found.first + 1


def _with_noun(block: Block, found: PlaceMention) -> PlaceMention:
    """A place with the noun for its region, as in «Павлодар облысы»; not with that for a town."""
    settled = found.place.kind != "city" or not is_joined(block, found.last)
    if block.profile in ("eng", "rus") or settled:
        return found
    after = lexicon.place_words(block.profile)[1] - lexicon.group("towns")
    noun = listed(block.folds[found.last], block.profile, after)
    if not noun:
        return found
    name = f"{found.name} {noun}"
    place = replace(found.place, name=f"{found.place.name} {noun}", kind="region")
    return PlaceMention(found.first, found.last + 1, place, name)


def town(block: Block, first: int, last: int) -> Place | None:
    """The town of the long lists that these words name, with an ending of the language or none."""
    phrase = " ".join(token.text for token in block.tokens[first:last])
    return _town(phrase.title() if phrase.isupper() else phrase, block.profile)


@lru_cache(maxsize=_REMEMBERED)
def _town(phrase: str, profile: str) -> Place | None:
    known = towns(profile)
    forms = stripped(folded(phrase), profile)
    return next((place_in(*known[form]) for form in forms if form in known), None)


@lru_cache(maxsize=_REMEMBERED)
def listed(fold: str, profile: str, words: frozenset[str]) -> str:
    """The listed form of a word, without an ending of the language if need be."""
    return next((form for form in stripped(fold, profile) if form in words), "")

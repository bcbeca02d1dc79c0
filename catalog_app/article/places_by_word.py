"""Russian words that are places by themselves: after a preposition, alone, beside a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog_app.article import russian
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.place_cases import (
    CASES,
    listed_town,
    place_after,
    place_alone,
    town_of_two,
)
from catalog_app.article.place_mention import PlaceMention, follows_capital, run_end, unlisted

if TYPE_CHECKING:
    from catalog_app.article.block import Block


def _goes_on_from_name(block: Block, at: int) -> bool:
    """Whether a word goes on from another name, not from an ordinary first word."""
    if not follows_capital(block, at) or block.folds[at - 1] in CASES:
        return False
    before = block.tokens[at - 1]
    named = any(russian.is_kind(before.text.lower(), kind) for kind in ("given", "family", "place"))
    return not before.opens or named or not russian.is_common(before.text.lower())


def single_word(block: Block, at: int) -> PlaceMention | None:
    if _goes_on_from_name(block, at) or block.tokens[at].shouted or len(block.folds[at]) < 3:
        return None
    last = run_end(block, at)
    if last - at == 2 and (place := town_of_two(block.tokens[at].text, block.tokens[at + 1].text)):
        return PlaceMention(at, last, place, place.name)
    if last - at > 1 or at in block.heads or at in block.roles:
        return None
    before = _preposition(block, at)
    word = block.tokens[at].text
    place = place_after(word, before) if before else place_alone(word) or _among_towns(block, at)
    return PlaceMention(at, at + 1, place, place.name) if place else None


def _among_towns(block: Block, at: int) -> Place | None:
    """An unknown word beside a town in an enumeration, in its case: «Тараз и Сауран»."""
    word = block.tokens[at].text
    if len(word) < 4 or block.tokens[at].opens or _is_known(word.lower()):
        return None
    for beside in (_listed_beside(block, at, -1), _listed_beside(block, at, 1)):
        town = listed_town(block.tokens[beside].text) if beside >= 0 else None
        if town is None:
            continue
        if folded(town.name) == block.folds[beside]:
            return unlisted(word)
        if block.folds[beside] == folded(town.name) + "а" and word.endswith("а"):
            return unlisted(word[:-1])
    return None


def _is_known(small: str) -> bool:
    kinds = ("given", "family", "patronymic")
    return russian.is_common(small) or any(russian.is_kind(small, kind) for kind in kinds)


def _listed_beside(block: Block, at: int, step: int) -> int:
    """The capitalised word before or after in an enumeration, or -1."""
    other = at + step
    if 0 <= other < len(block.tokens) and block.folds[other] == "и":
        other += step
    elif not (0 <= other < len(block.tokens)) or (block.tokens[max(at, other)].gap.strip() != ","):
        return -1
    inside = 0 <= other < len(block.tokens) and block.tokens[other].capital
    return other if inside and run_end(block, other) - other == 1 else -1


def _preposition(block: Block, at: int) -> str:
    """The preposition that governs a word, in an enumeration the one before its first word."""
    steps = 0
    while at > 0 and steps < 12:
        gap = block.tokens[at].gap.strip()
        fold = block.folds[at - 1]
        if not gap and fold in CASES:
            return fold
        if not gap and fold == "и" and at > 1:
            at -= 1
        elif gap != ",":
            return ""
        if not block.tokens[at - 1].capital or not (gap == "," or fold == "и"):
            return ""
        at -= 1
        steps += 1
    return ""

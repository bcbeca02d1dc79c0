"""Offices and trades in a paragraph: those of the lists, with the words that belong to them.

A trade that no list has is known by its form, right beside a name: “cellist Mara Lind”,
«вратарь Иво Брандт».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from catalog_app.article import lexicon, russian

if TYPE_CHECKING:
    from catalog_app.article.block import Block

_LONGEST = 5
"""Words an office of the lists has at most."""
_AGENT = re.compile(
    r"[a-z]{2,}(?:ist|er|or|eer|ian|man|woman|ess|logue|smith|wright|monk|nun|herd|cook|chef|pilot)$"
)
_TURKIC = ("uzb", "uzc", "kaz", "kir")
_POSSESSIVE = ("си", "сы", "су", "сү", "сі", "si", "и", "ы", "у", "ү", "і", "i")
_DEPUTIES = ("заместитель", "первый заместитель", "и. о.", "исполняющий обязанности")


@dataclass(frozen=True)
class RoleMention:
    """An office or trade at tokens `first` up to `last`, in the nominative."""

    first: int
    last: int
    role: str


def find_roles(block: Block) -> list[RoleMention]:
    """The offices and trades of the lists that a paragraph names, in order."""
    known, starts = lexicon.roles(block.profile), lexicon.role_starts(block.profile)
    found: list[RoleMention] = []
    done = 0
    for at, fold in enumerate(block.folds):
        if at < done:
            continue
        mention = _listed_at(block, at, known) if fold in starts else None
        if mention is None and (role := _possessed(fold, block.profile)):
            mention = RoleMention(at, at + 1, role)
        if mention:
            found.append(mention)
            done = mention.last
    if block.profile == "eng":
        return _english(block, found)
    return _deputies(block, found) if block.profile == "rus" else found


def _listed_at(block: Block, at: int, known: dict[str, str]) -> RoleMention | None:
    for last in range(min(at + _LONGEST, len(block.tokens)), at, -1):
        if all(token.joined for token in block.tokens[at + 1 : last]):
            role = known.get(" ".join(block.folds[at:last]))
            if role and not (last == at + 1 and _is_surname(block, at)):
                return RoleMention(at, last, role)
    return None


@lru_cache(maxsize=20_000)
def _possessed(word: str, profile: str) -> str:
    """The role of a Turkic word tied to its body, as «губернатору» is «губернатор»; "" if none."""
    if profile not in _TURKIC:
        return ""
    known = lexicon.roles(profile)
    stems = (word[: -len(end)] for end in _POSSESSIVE if word.endswith(end))
    return next((known[stem] for stem in stems if len(stem) > 3 and stem in known), "")


def _is_surname(block: Block, at: int) -> bool:
    """Whether a title is a family name here, as in “Aga Khan”, “Billie Jean King”, «Ли Хан»."""
    if block.profile == "rus" and block.tokens[at].capital and at > 0 and block.tokens[at].joined:
        return block.folds[at - 1] in lexicon.given_names()
    if block.profile != "eng" or block.folds[at] not in lexicon.group("title names"):
        return False
    return at > 0 and all(token.capital for token in block.tokens[at - 1 : at + 1]) and (
        block.tokens[at].joined and not block.tokens[at - 1].opens
    )  # fmt: skip


def _english(block: Block, found: list[RoleMention]) -> list[RoleMention]:
    """English roles with “deputy”, “senior” and the like, two side by side as one."""
    wide: list[RoleMention] = []
    for role in found:
        first = role.first
        after = wide[-1].last if wide else 0
        while first > after and block.tokens[first].joined and _modifies(block, first - 1, first):
            first -= 1
        if wide and wide[-1].last == first and block.tokens[first].joined:
            first = wide.pop().first
        wide.append(RoleMention(first, role.last, _english_text(block, first, role.last)))
    return wide


def _modifies(block: Block, at: int, first: int) -> bool:
    if block.folds[at] not in lexicon.group("role modifiers"):
        return False
    token = block.tokens[at]
    return token.opens or token.capital == block.tokens[first].capital or not token.capital


def _english_text(block: Block, first: int, last: int) -> str:
    text = " ".join(block.between(first, last).split())
    opening = block.tokens[first].opens and last - first > 1
    small = opening and not block.tokens[first + 1].capital
    return text[0].lower() + text[1:] if small else text


def _deputies(block: Block, found: list[RoleMention]) -> list[RoleMention]:
    """«Заместитель» with the office of the one who is deputised for."""
    joined: list[RoleMention] = []
    for role in found:
        before = joined[-1] if joined else None
        beside = before and before.last == role.first and block.tokens[role.first].joined
        if before and beside and before.role in _DEPUTIES:
            text = f"{before.role} {block.between(role.first, role.last)}"
            joined[-1] = RoleMention(before.first, role.last, text)
        else:
            joined.append(role)
    return joined


# ---- trades that no list has


def trade_at(block: Block, at: int) -> RoleMention | None:
    """The trade of a person at a token, known by the form of the word."""
    if not 0 <= at < len(block.tokens) or (block.tokens[at].capital and not block.tokens[at].opens):
        return None
    if block.profile == "eng":
        return _english_trade(block, at)
    if block.profile == "rus":
        trade = russian_trade(block.folds[at])
        return RoleMention(at, at + 1, trade) if trade else None
    return None


def _english_trade(block: Block, at: int) -> RoleMention | None:
    fold = block.folds[at]
    if not _AGENT.match(fold) or fold in lexicon.group("no trades") or fold in lexicon.group("kin"):
        return None
    first = at
    while first and block.tokens[first].joined and _modifies(block, first - 1, first):
        first -= 1
    word = _english_text(block, first, at + 1)
    return RoleMention(first, at + 1, word if not block.tokens[first].opens else word.lower())


@lru_cache(maxsize=20_000)
def russian_trade(fold: str) -> str:
    """The nominative of a Russian noun for a person that is a trade, not a relation."""
    for one in russian.person_noun(fold) if len(fold) > 3 else ():
        if not one.plural and one.lemma not in lexicon.group("kin"):
            return russian.nominative(fold, "", one.case, one.gender)
    return ""


def kin_at(block: Block, at: int) -> bool:
    """Whether a word tells how a person is related to another, as in “her husband X”."""
    if not 0 <= at < len(block.tokens):
        return False
    fold = block.folds[at]
    if fold in lexicon.group("kin"):
        return True
    nouns = russian.person_noun(fold) if block.profile == "rus" else ()
    return any(one.lemma in lexicon.group("kin") for one in nouns)

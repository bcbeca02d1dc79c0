"""Bodies by a name in quotation marks or a legal form: АО «Кедр», “Nur” uyushmasi, Lind Ltd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.inflect import nominative_adjective, stripped
from catalog_app.article.lexicon import folded

_OPENING = '«“„"”'
_CLOSING = '»”“"'
_LONGEST = 7
"""Words that a name in quotation marks has at most."""


def named_bodies(block: Block) -> Iterator[BodyMention]:
    """The bodies named so in a paragraph."""
    yield from _quoted(block)
    yield from _companies(block)


# ---- in quotation marks


def _quoted(block: Block) -> Iterator[BodyMention]:
    for at in block.capitals:
        if block.tokens[at].gap[-1:] not in tuple(_OPENING) or not block.tokens[at].gap:
            continue
        last = _quote_end(block, at)
        if not last:
            continue
        found = _with_noun_before(block, at, last) or _with_noun_after(block, at, last)
        if found:
            yield found


def _quote_end(block: Block, first: int) -> int:
    """The token after the last one in the quotation marks, 0 if they hold more than a name."""
    for last in range(first + 1, min(first + _LONGEST, len(block.tokens)) + 1):
        end = block.tokens[last - 1].end
        if block.text[end : end + 1] in tuple(_CLOSING):
            return last
        if last < len(block.tokens) and re.search(r"[.!?\n:;]", block.tokens[last].gap):
            return 0
    return 0


def _with_noun_before(block: Block, first: int, last: int) -> BodyMention | None:
    """«компания «Гидромаш»», «АО «Кедр»», «Ҷамъияти «Эҳё»»: the noun or legal form before."""
    at = first - 1
    if at < 0 or block.tokens[first].gap.strip() not in tuple(_OPENING):
        return None
    fold, token = block.folds[at], block.tokens[at]
    inner = _inner(block, first, last)
    if token.text in lexicon.exact("legal forms"):
        return BodyMention(f"{token.text} {inner}", at, last, f"it has the legal form {token.text}")
    if block.profile not in ("rus", "tgk"):
        return None
    noun, gender = block.heads.get(at) or _club(fold, block.profile)
    if not noun:
        return None
    begin, words = _adjectives(block, at, gender)
    head = noun if block.profile == "rus" else token.text
    if begin == at and token.capital and not token.opens:
        head = head[0].upper() + head[1:]
    name = " ".join([*words, head, inner])
    return BodyMention(name, begin, last, f"its name stands after «{noun}»")


def _inner(block: Block, first: int, last: int) -> str:
    text = " ".join(block.between(first, last).split())
    return f"“{text}”" if block.profile in ("uzb", "eng") else f"«{text}»"


@lru_cache(maxsize=20_000)
def _club(fold: str, profile: str) -> tuple[str, str]:
    """A noun that heads a body only before a name in quotation marks, with its gender."""
    if profile != "rus":
        return "", ""
    return lexicon.quoted_heads().get(fold, ("", ""))


def _adjectives(block: Block, head: int, gender: str) -> tuple[int, list[str]]:
    """Capitalised adjectives before the noun, in the nominative."""
    first = head
    words: list[str] = []
    while first and block.tokens[first].joined and _is_adjective(block, first - 1):
        first -= 1
        words.insert(0, nominative_adjective(block.tokens[first].text, gender))
    return first, words


def _is_adjective(block: Block, at: int) -> bool:
    capital = block.tokens[at].capital and not block.tokens[at].opens
    return capital and bool(re.search(r"(?:ый|ий|ой|ая|ое|ого|ому|ую|ым|им|ом)$", block.folds[at]))


def _with_noun_after(block: Block, first: int, last: int) -> BodyMention | None:
    """«Ертіс Металл» ЖШС, “Boysun hunarmandlari” uyushmasi: the noun or legal form after."""
    at = last
    if at >= len(block.tokens) or block.tokens[at].gap.strip() not in tuple(_CLOSING):
        return None
    inner = _inner(block, first, last)
    legal = _legal(block.tokens[at].text, block.profile)
    if legal:
        return BodyMention(f"{inner} {legal}", first, at + 1, f"it has the legal form {legal}")
    if block.profile in ("eng", "rus", "tgk"):
        return None
    while at < min(last + 3, len(block.tokens)):
        if at in block.heads:
            noun = block.heads[at][0]
            words = [token.text for token in block.tokens[last:at]]
            name = " ".join([inner, *words, noun])
            return BodyMention(name, first, at + 1, f"its name ends in “{noun}”")
        at += 1
        if at >= len(block.tokens) or not block.tokens[at].joined:
            break
    return None


@lru_cache(maxsize=20_000)
def _legal(word: str, profile: str) -> str:
    """A legal form, without an ending of the language."""
    forms = lexicon.exact("legal forms")
    if word in forms:
        return word
    capitals = re.match(r"[^\W\da-zа-яёўқғҳәіңұүһөҷӣӯ]{2,}", word)
    if capitals and capitals[0] in forms and profile not in ("eng", "rus"):
        ending = folded(word[len(capitals[0]) :]).strip("-")
        return capitals[0] if len(ending) < 6 else ""
    return next((form for form in stripped(word, profile) if form in forms), "")


# ---- companies in Latin letters


def _companies(block: Block) -> Iterator[BodyMention]:
    """Capitalised words that end in Ltd, AG, AS and the like."""
    for at in block.capitals:
        if block.tokens[at].text not in lexicon.exact("company endings") or not at:
            continue
        first = at
        while first and _of_company(block, first):
            first -= 1
        while first < at and (
            block.folds[first] in ("the", "and")
            or block.folds[first].endswith("-based")
            or not block.tokens[first].capital
        ):
            first += 1
        if first < at and not _only_opening(block, first, at):
            name = " ".join(block.between(first, at + 1).split())
            yield BodyMention(name, first, at + 1, f"its name ends in {block.tokens[at].text}")


def _of_company(block: Block, at: int) -> bool:
    """Whether the word before belongs to the name; “&” may be between."""
    token, before = block.tokens[at], block.tokens[at - 1]
    if token.gap.strip() not in ("", "&", ",") or "\n" in token.gap:
        return False
    comma = token.gap.strip() == ","
    return before.capital and (not comma or token.text in lexicon.exact("company endings"))


def _only_opening(block: Block, first: int, at: int) -> bool:
    return at - first == 1 and block.tokens[first].opens and block.folds[first] in block.small

"""Names of corporate bodies: by the noun that heads them, by known names and by abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from catalog_app.article import lexicon, russian
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.bodies_english import english_bodies
from catalog_app.article.bodies_named import named_bodies
from catalog_app.article.bodies_russian import russian_bodies
from catalog_app.article.bodies_turkic import tajik_bodies, turkic_bodies
from catalog_app.article.inflect import phrase_forms, stripped
from catalog_app.article.lexicon import folded


def find_bodies(block: Block, taken: set[int]) -> list[BodyMention]:
    """The bodies named in a paragraph; `taken` are the tokens of personal names."""
    finders = {"eng": english_bodies, "rus": russian_bodies, "tgk": tajik_bodies}
    named = list(named_bodies(block))
    settled = {at for body in named for at in range(body.first, body.last)}
    found = [
        body
        for body in finders.get(block.profile, turkic_bodies)(block, taken - settled)
        if not settled.intersection(range(body.first, body.last))
    ]
    found += named
    found += _with_abbreviation(block, found)
    found += _compounds(block, taken | {at for b in found for at in range(b.first, b.last)})
    covered = taken | {at for body in found for at in range(body.first, body.last)}
    found += _known(block, covered)
    covered |= {at for body in found for at in range(body.first, body.last)}
    found += _short_titles(block, covered)
    found += _acronyms(block, covered)
    return sorted(found, key=lambda body: body.first)


@cache
def _known_names(profile: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for body in lexicon.bodies(profile):
        abbreviation = body.abbreviations[0] if body.abbreviations else ""
        for form in (body.name, *body.abbreviations):
            for inflected in phrase_forms(form) if profile == "rus" else (form,):
                found.setdefault(folded(inflected), (body.name, abbreviation))
    return found


def _known(block: Block, covered: set[int]) -> Iterator[BodyMention]:
    """Bodies known by name or abbreviation that no rule has found."""
    longest = _longest_names(block.profile)
    for at in block.capitals:
        if at in covered:
            continue
        for last in range(min(at + longest.get(block.folds[at], 1), len(block.tokens)), at, -1):
            hit = _lookup(block, at, last)
            if hit and _national(block, at, hit[0]):
                name = f"{block.tokens[at - 1].text} {hit[0]}"
                yield BodyMention(name, at - 1, last, "it is a branch of a known body")
                break
            if hit:
                yield BodyMention(hit[0], at, last, "it is a known body", hit[1])
                break


_DEMONYM = re.compile(r"(?:an|ish|ese|ch|[^i]an|ek|akh|yz|jik|reek|swiss|dutch|i)$")


def _national(block: Block, at: int, name: str) -> bool:
    """Whether a country's adjective is before a known name: “German Red Cross”."""
    if block.profile != "eng" or " " not in name or not at or not block.tokens[at].joined:
        return False
    before = block.tokens[at - 1]
    return before.capital and not before.opens and bool(_DEMONYM.search(block.folds[at - 1]))


@cache
def _longest_names(profile: str) -> dict[str, int]:
    """Folded first word of a known name → the most words such a name has."""
    longest: dict[str, int] = {}
    for name in _known_names(profile):
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _lookup(block: Block, at: int, last: int) -> tuple[str, str] | None:
    if not all(token.joined for token in block.tokens[at + 1 : last]):
        return None
    phrase = " ".join(block.folds[at:last])
    if last == at + 1 and not block.tokens[at].shouted and len(phrase) < 6:
        return None
    return _known_as(phrase, block.profile)


@lru_cache(maxsize=100_000)
def _known_as(phrase: str, profile: str) -> tuple[str, str] | None:
    names = _known_names(profile)
    return next((names[form] for form in stripped(phrase, profile) if form in names), None)


_BANK = re.compile(r"(?:bank|банк)(а|у|ом|е|и|i)?$")


def _compounds(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    """Banks whose name is one word, such as Orienbank."""
    for at in block.capitals:
        fold = block.folds[at]
        match = _BANK.search(fold) if len(fold) > 6 else None
        if match and at not in taken:
            name = block.tokens[at].text[: len(fold) - len(match[1] or "")]
            yield BodyMention(name, at, at + 1, "its name ends in “bank”")


_COMPOUND = re.compile(
    r"(?:мин|гос|рос|каз|узб|кырг|кыргыз|тадж|нац|глав|евро|центр)"
    r"(?:гидромет|нефть|газ|атом|пром|строй|банк|финанс|фин|здрав|обрнауки|обр|просвещения|юст|"
    r"транс|энерго|энергии|сельхоз|культуры|труда|туризма|спорта|обороны|цифры|цифровизации|"
    r"экономики|экономразвития|природы|космос|надзор|стат|реестр|комстат|комитет|дума|совет|"
    r"почта|автодор|телеком|парламент|союз|комиссия|агентство|гвардия|сельхознадзор|"
    r"потребнадзор|наука|муниципалитет|аэронавигация|водхоз|водоканал|мунайгаз|банк)$"
)


_COMPOUND_ENDINGS = (
    ("", ("",)), ("а", ("",)), ("у", ("", "а")), ("ом", ("",)), ("е", ("", "а")), ("ы", ("а",)),
    ("ой", ("а",)), ("и", ("ия", "ь", "а")), ("ию", ("ия",)), ("ией", ("ия",)), ("ии", ("ия",)),
)  # fmt: skip


def _short_titles(block: Block, covered: set[int]) -> Iterator[BodyMention]:
    """Bodies with a name made of two cut words, as «Минздрав» and «Госдума»."""
    if block.profile != "rus":
        return
    for at in block.capitals:
        name = _compound(block.folds[at]) if at not in covered else ""
        if name:
            name = name[0].upper() + name[1:]
            yield BodyMention(name, at, at + 1, "its name is made of two cut words")


@lru_cache(maxsize=20_000)
def _compound(fold: str) -> str:
    """The nominative of such a name, "" if it is none."""
    for end, nominatives in _COMPOUND_ENDINGS:
        if end and not fold.endswith(end):
            continue
        for nominative in nominatives:
            name = fold[: len(fold) - len(end)] + nominative
            if _COMPOUND.match(name):
                return name
    return ""


_UNIVERSITY = re.compile(r"[А-ЯЁ][а-яё]{1,4}[А-ЯЁ]{2,4}$")
"""A cut word and initials, as «КазНУ» and «СПбГУ»."""
_ROMAN = re.compile(r"[IVXLCDM]+$")


def _acronyms(block: Block, covered: set[int]) -> Iterator[BodyMention]:
    """Words of three to six capitals in running text, which are mostly names of bodies."""
    if sum(token.shouted for token in block.tokens) > len(block.tokens) / 4:
        return
    for at in block.capitals:
        token = block.tokens[at]
        if at in covered or at in block.places:
            continue
        if not _UNIVERSITY.match(token.text) and not (
            _is_acronym(token.text) and (block.profile != "rus" or russian.is_body(token.text))
        ):
            continue
        runs_on = at + 1 < len(block.tokens) and block.tokens[at + 1].joined
        if (runs_on and block.tokens[at + 1].capital) or (
            token.joined and block.tokens[at - 1].capital
        ):
            continue
        if token.joined or (token.opens and runs_on):
            yield BodyMention(token.text, at, at + 1, "it is written in capitals")


@lru_cache(maxsize=20_000)
def _is_acronym(word: str) -> bool:
    if not (3 <= len(word) <= 6 and word.isupper() and word.isalpha()) or _ROMAN.match(word):
        return False
    listed = lexicon.exact("no bodies") | lexicon.exact("legal forms")
    return word not in listed and folded(word) not in lexicon.agencies()


def _with_abbreviation(block: Block, found: list[BodyMention]) -> Iterator[BodyMention]:
    """Attach “(SCO)” after a name to that name, as a mention of the same body."""
    for body in found:
        at = body.last
        if at < len(block.tokens) and block.tokens[at].gap == " (" and block.tokens[at].shouted:
            closing = block.text[block.tokens[at].end : block.tokens[at].end + 1]
            if closing == ")":
                short = block.tokens[at].text
                yield BodyMention(body.name, at, at + 1, "its abbreviation is given", short)

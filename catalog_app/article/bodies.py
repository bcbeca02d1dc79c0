"""Names of corporate bodies: by the noun that heads them, by known names and by abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.bodies_english import english_bodies
from catalog_app.article.bodies_named import named_bodies
from catalog_app.article.bodies_russian import russian_bodies
from catalog_app.article.bodies_turkic import tajik_bodies, turkic_bodies
from catalog_app.article.inflect import stripped
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
    return sorted(found, key=lambda body: body.first)


@cache
def _known_names(profile: str) -> dict[str, tuple[str, str]]:
    found = {}
    for body in lexicon.bodies(profile):
        abbreviation = body.abbreviations[0] if body.abbreviations else ""
        for form in (body.name, *body.abbreviations):
            found[folded(form)] = (body.name, abbreviation)
    return found


def _known(block: Block, covered: set[int]) -> Iterator[BodyMention]:
    """Bodies known by name or abbreviation that no rule has found."""
    longest = _longest_names(block.profile)
    for at in block.capitals:
        if at in covered:
            continue
        for last in range(min(at + longest.get(block.folds[at], 1), len(block.tokens)), at, -1):
            hit = _lookup(block, at, last)
            if hit:
                yield BodyMention(hit[0], at, last, "it is a known body", hit[1])
                break


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


def _with_abbreviation(block: Block, found: list[BodyMention]) -> Iterator[BodyMention]:
    """Attach “(SCO)” after a name to that name, as a mention of the same body."""
    for body in found:
        at = body.last
        if at < len(block.tokens) and block.tokens[at].gap == " (" and block.tokens[at].shouted:
            closing = block.text[block.tokens[at].end : block.tokens[at].end + 1]
            if closing == ")":
                short = block.tokens[at].text
                yield BodyMention(body.name, at, at + 1, "its abbreviation is given", short)

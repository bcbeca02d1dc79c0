"""Names of corporate bodies: by the noun that heads them, by known names and by abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.bodies_english import english_bodies
from catalog_app.article.bodies_russian import russian_bodies
from catalog_app.article.bodies_turkic import tajik_bodies, turkic_bodies
from catalog_app.article.inflect import stripped
from catalog_app.article.lexicon import folded


def find_bodies(block: Block, taken: set[int]) -> list[BodyMention]:
    """The bodies named in a paragraph; `taken` are the tokens of personal names."""
    finders = {"eng": english_bodies, "rus": russian_bodies, "tgk": tajik_bodies}
    found = list(finders.get(block.profile, turkic_bodies)(block, taken))
    found += _with_abbreviation(block, found)
    found += _compounds(block, taken)
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
    names = _known_names(block.profile)
    for at, token in enumerate(block.tokens):
        if at in covered or not token.capital:
            continue
        for last in range(min(at + 6, len(block.tokens)), at, -1):
            hit = _lookup(block, at, last, names)
            if hit:
                yield BodyMention(hit[0], at, last, "it is a known body", hit[1])
                break


def _lookup(
    block: Block, at: int, last: int, names: dict[str, tuple[str, str]]
) -> tuple[str, str] | None:
    if not all(token.joined for token in block.tokens[at + 1 : last]):
        return None
    phrase = " ".join(block.folds[at:last])
    if last == at + 1 and not block.tokens[at].shouted and len(phrase) < 6:
        return None
    return next((names[form] for form in stripped(phrase, block.profile) if form in names), None)


_BANK = re.compile(r"(?:bank|банк)(а|у|ом|е|и|i)?$")


def _compounds(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    """Banks whose name is one word, such as Orienbank."""
    for at, fold in enumerate(block.folds):
        match = _BANK.search(fold) if block.tokens[at].capital and len(fold) > 6 else None
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

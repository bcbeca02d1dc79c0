"""One body under several names: with and without its legal form, its country, its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from catalog_app.article import lexicon
from catalog_app.article.lexicon import folded
from catalog_app.article.results import BodyFound

_LINKS = frozenset(("of", "for", "at", "in", "the", "and", "&", "и", "по", "при"))


def without_doubles(found: dict[str, BodyFound]) -> dict[str, BodyFound]:
    """The bodies, those under a shorter name added to those under the longer."""
    fuller: dict[str, str] = {}
    for key, body in found.items():
        for short in _shorter(body):
            if short in found and short != key:
                fuller.setdefault(short, key)
    kept = {key: body for key, body in found.items() if key not in fuller}
    for short in fuller:
        key = _last(fuller, short)
        if key in kept:
            spans = sorted({*kept[key].passages, *found[short].passages})
            kept[key] = replace(kept[key], passages=spans)
        else:
            kept[short] = found[short]
    return kept


def _last(fuller: dict[str, str], short: str) -> str:
    """The longest of a chain of names."""
    seen = {short}
    while short in fuller and fuller[short] not in seen:
        short = fuller[short]
        seen.add(short)
    return short


def _shorter(body: BodyFound) -> Iterator[str]:
    """Other names by which a text may call a body, folded."""
    if body.abbreviation and body.abbreviation != body.name:
        yield folded(body.abbreviation)
    words = body.name.split()
    if len(words) > 1 and words[-1] in lexicon.exact("company endings"):
        yield folded(" ".join(words[:-1]))
    if quoted := re.search(r"[«“]([^»”]+)[»”]", body.name):
        yield folded(quoted[1])
    yield from _without_country(words)
    for at in range(1, len(words) - 1):
        begins = words[at][0].isupper() and words[at - 1].lower() not in _LINKS
        if begins and words[at - 1][0].isupper():
            yield folded(" ".join(words[at:]))


def _without_country(words: list[str]) -> Iterator[str]:
    """A name without the country at its end: “Ministry of Energy of the Republic of …”."""
    profile = "rus" if words and re.match("[а-яё]", words[-1][-1:]) else "eng"
    for length in (1, 2, 3):
        rest = words[:-length]
        if len(rest) < 2 or not lexicon.place_of(" ".join(words[-length:]), profile):
            continue
        while rest and rest[-1].lower() in ("of", "the", "in"):
            rest.pop()
        if len(rest) > 1:
            yield folded(" ".join(rest))

"""In which language and script a text is written.

The libraries at hand do not know Uzbek, Kyrgyz and Tajik, or bring a hundred megabytes. Frequent
short words and the letters that only one of the languages has tell these languages apart well.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from catalog_app.article.lexicon import folded, rows

_WORD = re.compile(r"[^\W\d_]+(?:[‘’ʻʼ'][^\W\d_]+)*")
_SAMPLE = 20_000


@dataclass(frozen=True)
class Language:
    """A language: the profile of its rules, its ISO 639-2b code, ISO 15924 script, and a score.

    `share` is the part of the words that speak for it, from 0 to 1; `lead` the lead over the next.
    """

    profile: str
    code: str
    script: str
    share: float = 0.0
    lead: float = 0.0


@cache
def _profiles() -> tuple[tuple[Language, frozenset[str], frozenset[str]], ...]:
    return tuple(
        (Language(row[0], row[1], row[2]), frozenset(row[3]),
         frozenset(folded(word) for word in row[4].split()))
        for row in rows("languages")
    )  # fmt: skip


@cache
def all_short_words() -> frozenset[str]:
    """The frequent short words of all the languages, folded."""
    return frozenset().union(*(short for _, _, short in _profiles()))


@cache
def short_words(profile: str) -> frozenset[str]:
    """The frequent short words of one language, folded."""
    return next((short for found, _, short in _profiles() if found.profile == profile), frozenset())


def identify(text: str) -> Language | None:
    """The language of a text, or None when nothing speaks for any."""
    sample = text[:_SAMPLE].lower()
    counted = Counter(folded(word) for word in _WORD.findall(sample))
    total = sum(counted.values())
    if not total:
        return None
    letters = Counter(letter for letter in sample if letter > "\x7f")
    scores = sorted(
        ((_score(counted, letters, total, *rest), found) for found, *rest in _profiles()),
        key=lambda scored: -scored[0],
    )
    (best, found), (second, _) = scores[:2]
    if best < 0.02:
        return None
    return Language(found.profile, found.code, found.script, min(best, 1.0), best - second)


def _score(
    counted: Counter[str],
    letters: Counter[str],
    total: int,
    own: frozenset[str],
    short: frozenset[str],
) -> float:
    """The share of short words, and of letters of its own less those it does not write."""
    known = sum(count for word, count in counted.items() if word in short)
    special = sum(letters[letter] for letter in own)
    foreign = sum(letters[letter] for letter in _every_special() - own if letter in letters)
    return known / total + 0.5 * (special - foreign) / total


@cache
def _every_special() -> frozenset[str]:
    apostrophes = frozenset("ʻ‘ʼ")
    return frozenset().union(*(own for _, own, _ in _profiles())) - apostrophes

"""In which language and script a text is written.

Frequent short words and the letters that only one of them has tell the languages with rules of
their own apart, at once and surely where the text is long enough. A short text, or one that may be
in another language, is asked of py3langid, whose model takes most of a second to load; where that
is not sure either, the language stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from catalog_app.article import language_model
from catalog_app.article.lexicon import PROFILES, folded, rows

_WORD = re.compile(r"[^\W\d_]+(?:[‘’ʻʼ'][^\W\d_]+)*")
_SAMPLE = 20_000
_LONG = 50
"""Words from which the own rules can be sure."""
_LEAST_SHORT = 0.15
"""The share of short words from which the own rules can be sure."""
_SURE = 0.6
"""What the model must say for a language to be taken on its word alone."""
_AGREED = 0.25
"""What it must say where the own rules agree with it."""
_APOSTROPHES = frozenset("ʻ‘ʼ")


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


# ---- the verdict


def identify(text: str) -> Language | None:
    """The language of a text, or None when that is not sure."""
    return _identified(text[:_SAMPLE])


def is_plain(text: str) -> bool:
    """Whether the own rules are sure, so that the model need not be loaded."""
    sample = text[:_SAMPLE]
    return _is_sure(sample, by_short_words(sample))


def quick_guess(text: str) -> Language | None:
    """The likeliest language without the model, to read a text by until that is loaded."""
    found = by_short_words(text)
    return found if found and found.profile in PROFILES else None


@lru_cache(maxsize=64)
def _identified(sample: str) -> Language | None:
    own = by_short_words(sample)
    if _is_sure(sample, own):
        return own
    code, script, sureness = language_model.ask(sample)
    same = own is not None and (own.code, own.script) == (code, script)
    if own is not None and same and sureness >= _AGREED:
        return replace(own, lead=max(own.lead, sureness / 4))
    if not code or sureness < _SURE:
        return None
    return Language(_profile_of(code, script), code, script, sureness, sureness / 4)


def _is_sure(sample: str, own: Language | None) -> bool:
    if own is None or own.profile not in PROFILES or own.lead < 0.1:
        return False
    words = _WORD.findall(sample)
    short = sum(folded(word) in short_words(own.profile) for word in words)
    return len(words) >= _LONG and short >= _LEAST_SHORT * len(words)


def _profile_of(code: str, script: str) -> str:
    """The profile of a language in a script; its code where it has no rules."""
    known = (found for found, _, _ in _profiles() if (found.code, found.script) == (code, script))
    return next((found.profile for found in known), code)


# ---- by short words


@cache
def _speaks_for() -> dict[str, tuple[int, ...]]:
    """Short word → the numbers of the profiles that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (_, _, short) in enumerate(_profiles()):
        for word in short:
            found[word] = (*found.get(word, ()), number)
    return found


@cache
def _writes() -> dict[str, tuple[int, ...]]:
    """Letter that few languages have → the numbers of the profiles that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (_, own, _) in enumerate(_profiles()):
        for letter in own:
            found[letter] = (*found.get(letter, ()), number)
    return found


def by_short_words(text: str) -> Language | None:
    """The likeliest language by short words and letters, or None when nothing speaks for any."""
    sample = text[:_SAMPLE].lower()
    counted = Counter(map(folded, _WORD.findall(sample)))
    total = counted.total()
    if not total:
        return None
    scores = _scores(counted, sample, total)
    order = sorted(range(len(scores)), key=lambda number: -scores[number])
    best, second = scores[order[0]], scores[order[1]]
    if best < 0.02:
        return None
    return replace(_profiles()[order[0]][0], share=min(best, 1.0), lead=best - second)


def _scores(counted: Counter[str], sample: str, total: int) -> list[float]:
    """The share of short words, and of letters of its own less those it does not write."""
    known = [0.0] * len(_profiles())
    for word in counted.keys() & _speaks_for().keys():
        for number in _speaks_for()[word]:
            known[number] += counted[word]
    for letter, numbers in _writes().items():
        if often := sample.count(letter):
            _weigh(known, letter, numbers, often)
    return [count / total for count in known]


def _weigh(known: list[float], letter: str, numbers: tuple[int, ...], often: int) -> None:
    """Half a word for each letter that is a language's own, and against those that lack it."""
    for number in range(len(known)):
        if number in numbers:
            known[number] += 0.5 * often
        elif letter not in _APOSTROPHES:
            known[number] -= 0.5 * often

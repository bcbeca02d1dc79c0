"""Russian phrases: whether they can name a thing, and how they read in the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from catalog_app.article.russian import analyser

_LIKELY = 0.15
"""How likely a reading must be to be taken."""
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_NUMBERS = frozenset({"sing", "plur"})


def is_loaded() -> bool:
    """Whether the dictionary can be asked without waiting for it."""
    return analyser.cache_info().currsize > 0


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[Any, ...]:
    return tuple(one for one in analyser().parse(word) if one.score >= _LIKELY)


def nominative(words: Sequence[str]) -> str:
    """A noun with the adjectives before it in the nominative; "" where the words are no such thing.

    The number stays as it is.
    """
    nouns = [one for one in _readings(words[-1]) if _names_a_thing(one)]
    for noun in nouns:
        adjectives = [_agreeing(word, noun) for word in words[:-1]]
        number = _NUMBERS & set(noun.tag.grammemes)
        read = noun.inflect({"nomn", *number})
        if read is not None and all(adjectives):
            return " ".join([*(one or "" for one in adjectives), _as_written(words[-1], read.word)])
    return ""


def _names_a_thing(reading: Any) -> bool:
    return reading.tag.POS == "NOUN" and not _NAMES & set(reading.tag.grammemes)


def _agreeing(word: str, noun: Any) -> str:
    """The adjective in the noun's gender and number, if it stands in the noun's case."""
    tag = noun.tag
    for one in _readings(word):
        same = one.tag.case == tag.case and one.tag.number == tag.number
        if one.tag.POS != "ADJF" or not same or {"Apro", "Anum"} & set(one.tag.grammemes):
            continue
        wanted = {"nomn", tag.number} | ({tag.gender} if tag.number == "sing" else set())
        read = one.inflect({each for each in wanted if each})
        return _as_written(word, read.word) if read is not None else ""
    return ""


def _as_written(word: str, read: str) -> str:
    """With a capital letter or ё as in the text."""
    if word[:1].isupper():
        read = read.capitalize()
    return read if "ё" in word.lower() or "ё" not in read else read.replace("ё", "е")

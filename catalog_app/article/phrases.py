"""Phrases that may name a topic: which words they may have, their stems and their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import nominative_adjective, noun_forms, stripped
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded

_RUSSIAN_ENDING = re.compile(
    r"(?<=\w{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|иями|иях|ия|ии|ию|ией|ий|ый|ой|ая|яя|ое|ее|ые|ие"
    r"|ым|им|ом|ем|ых|их|ую|юю|ей|ах|ях|ов|ев|ам|ям|ью|а|я|о|е|ы|и|у|ю|ь)$"
)
_ENGLISH_ADJECTIVE = re.compile(
    r"(?:al|ic|ive|ous|ary|ian|ean|ese|ish|ful|less|able|ible|ern|free|wide|scale)$"
)
_PASSIVE = re.compile(
    r"(?:[яюуа]щ|вш|[её]нн)(?:ый|ий|ая|ое|ие|ые|ого|его|ой|ей|ому|ым|им|ых|их|ую|ом)$"
)
_ADJECTIVE = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ей|ую|юю|ых|их|ые|ие)$"
)
_PREDICATE = re.compile(
    r"(?:л|ла|ли|ло|лся|лась|лись|ется|ится|ются|ятся|ет|ит|ют|ят|ут|ть|ться|в|вший"
    r"|но|на|ны|ем|енный|ённый)$"
)
_LONE_ADJECTIVE = re.compile(
    r"(?:ый|ая|ое|ого|ему|ому|ую|юю|ых|ые|ной|ским|ской|ский|ские|ного|ных"
    r"|(?:ск|нн|тн|льн|чн|вн)ом)$"
)


@cache
def _stop(profile: str) -> frozenset[str]:
    listed = frozenset(folded(word) for word in lexicon.words("stopwords", profile))
    return listed | short_words(profile) | lexicon.speech(profile)


@cache
def _topical(profile: str) -> frozenset[str]:
    nouns = lexicon.words("topics", profile)
    if profile == "rus":
        return frozenset(stem(folded(form), "rus") for noun in nouns for form in noun_forms(noun))
    return frozenset(folded(noun) for noun in nouns)


@cache
def _nominatives() -> dict[str, str]:
    """Stem → the Russian noun of the list of topical nouns."""
    return {stem(folded(noun), "rus"): noun for noun in lexicon.words("topics", "rus")}


def stem(fold: str, profile: str) -> str:
    if profile == "eng":
        return re.sub(r"(?:ies|y)$", "i", fold) if fold.endswith(("ies", "y")) else fold.rstrip("s")
    if profile == "rus":
        return _RUSSIAN_ENDING.sub("", fold) if len(fold) > 4 else fold
    return min(stripped(fold, profile), key=len)[:9]


def candidates(block: Block, taken: set[int]) -> Iterator[tuple[int, int, bool]]:
    """Phrases of one to three content words within one clause: first, last, topical."""
    stop, topical = _stop(block.profile), _topical(block.profile)
    content = [_is_content(block, at, taken, stop) for at in range(len(block.tokens))]
    for at, wanted in enumerate(content):
        if not wanted:
            continue
        for last in range(at + 1, min(at + 4, len(content) + 1)):
            if last > at + 1 and not (content[last - 1] and block.tokens[last - 1].joined):
                break
            if _well_formed(block, at, last):
                yield at, last, _is_topical(block, at, last, topical)


def _is_content(block: Block, at: int, taken: set[int], stop: frozenset[str]) -> bool:
    token, fold = block.tokens[at], block.folds[at]
    short = len(fold) < (3 if block.profile == "rus" else 4)
    if at in taken or at in block.places or short or fold[0].isdigit():
        return False
    if fold in stop and fold not in lexicon.group("modifiers"):
        return False
    return not (token.capital and not token.opens) and at not in block.roles


def _well_formed(block: Block, first: int, last: int) -> bool:
    """Whether the words can be the name of a topic in their language."""
    folds = block.folds[first:last]
    if block.profile == "eng":
        return _well_formed_english(folds)
    if block.profile == "rus":
        return _well_formed_russian(folds)
    return not any(_looks_like_verb(fold) for fold in folds)


def _well_formed_english(folds: list[str]) -> bool:
    last = folds[-1]
    if re.search(r"(?:ed|ly|est)$", last) or folds[0].endswith("ly"):
        return False
    if len(folds) > 1:
        return not (last.endswith(("ing", "ous", "ive")) or last in lexicon.group("modifiers"))
    return not (last.endswith("ing") or _is_modifier(last))


def _is_modifier(fold: str) -> bool:
    return fold in lexicon.group("modifiers") or bool(_ENGLISH_ADJECTIVE.search(fold))


def _well_formed_russian(folds: list[str]) -> bool:
    """Adjective and noun, or a noun alone; not a verb."""
    if _PREDICATE.search(folds[-1]) or (len(folds) > 1 and not _ADJECTIVE.search(folds[0])):
        return False
    if len(folds) == 3 and not _ADJECTIVE.search(folds[1]):
        return False
    if len(folds) > 1 and _PASSIVE.search(folds[0]):
        return False
    return not _LONE_ADJECTIVE.search(folds[-1])


def _looks_like_verb(fold: str) -> bool:
    return bool(
        re.search(r"(?:di|dі|ди|ды|ді|ты|ті|ган|ған|ген|moqda|моқда|adi|ади|йды|йді|т)$", fold)
    )


def _is_topical(block: Block, first: int, last: int, topical: frozenset[str]) -> bool:
    if block.profile == "rus":
        return stem(block.folds[last - 1], "rus") in topical
    if block.profile == "tgk":
        return block.folds[first] in topical
    if block.profile == "eng" and last - first > 1:
        fold = block.folds[first]
        return block.folds[last - 1] in topical and (_is_modifier(fold) or fold in topical)
    return block.folds[last - 1] in topical


def label_of(block: Block, first: int, last: int) -> str:
    words = [token.text for token in block.tokens[first:last]]
    if block.tokens[first].opens or words[0].isupper():
        words[0] = words[0].lower()
    if block.profile == "rus":
        return " ".join(_nominative(words))
    return " ".join(words)


def _nominative(words: list[str]) -> list[str]:
    """Russian adjectives and noun in the nominative singular, where the endings agree."""
    noun = words[-1]
    if len(words) == 1:
        return [_nominatives().get(stem(folded(noun), "rus"), noun)]
    first = words[0]
    if first.endswith(("ых", "их")):
        noun = re.sub(r"ий$", "ии", re.sub(r"(?<=[бвдзлмнпрстфц])ов$", "ы", noun))
        return [*(word[:-1] + "е" for word in words[:-1]), noun]
    if first.endswith(("ой", "ей", "ую", "юю", "ая", "яя")):
        noun = re.sub(r"(?:ии|ию|ией)$", "ия", noun)
        noun = re.sub(r"(?<=[гкхжчшщ])(?:и|е|у|ой)$", "а", noun)
        noun = re.sub(r"(?<=[бвдзлмнпрстфц])(?:ы|е|у|ой)$", "а", noun)
        noun = re.sub(r"(?:сти|стью)$", "сть", noun)
        return [*(nominative_adjective(word, "f") for word in words[:-1]), noun]
    if first.endswith(("ого", "его", "ому", "ему", "ым", "им", "ом", "ем")):
        neuter = re.search(r"(?:ств|ени|ани|ити|ви|и)(?:а|я|у|ю|ом|ем|е|и)$", noun)
        gender = "n" if neuter else "m"
        noun = re.sub(r"(?:я|ю|ем|и)$", "е", noun) if neuter and "ств" not in noun else noun
        noun = re.sub(r"ств(?:а|у|ом|е)$", "ство", noun)
        noun = noun if neuter else re.sub(r"(?:а|у|ом|е)$", "", noun)
        return [*(nominative_adjective(word, gender) for word in words[:-1]), noun]
    return words

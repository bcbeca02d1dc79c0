"""Phrases that may name a topic: which words they may have, their stems and their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.dates import month_names
from catalog_app.article.inflect import noun_forms, stripped
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded
from catalog_app.article.morphology import nominative

_RUSSIAN_ENDING = re.compile(
    r"(?<=\w{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|иями|иях|ия|ии|ию|ией|ий|ый|ой|ая|яя|ое|ее|ые|ие"
    r"|ым|им|ом|ем|ых|их|ую|юю|ей|ах|ях|ов|ев|ам|ям|ью|а|я|о|е|ы|и|у|ю|ь)$"
)
_ENGLISH_ADJECTIVE = re.compile(
    r"(?:al|ic|ive|ous|ary|ian|ean|ese|ish|ful|less|able|ible|ern|free|wide|scale)$"
)
_ADJECTIVE = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ей|ую|юю|ых|их|ые|ие)$"
)


@cache
def _stop(profile: str) -> frozenset[str]:
    listed = frozenset(folded(word) for word in lexicon.words("stopwords", profile))
    place_words = frozenset[str]().union(*lexicon.place_words(profile))
    said = lexicon.speech(profile) | short_words(profile)
    return listed | said | month_names(profile) | place_words


@cache
def _topical(profile: str) -> frozenset[str]:
    nouns = lexicon.words("topics", profile)
    if profile == "rus":
        return frozenset(stem(folded(form), "rus") for noun in nouns for form in noun_forms(noun))
    return frozenset(folded(noun) for noun in nouns)


def stem(fold: str, profile: str) -> str:
    if profile == "eng":
        return re.sub(r"(?:ies|y)$", "i", fold) if fold.endswith(("ies", "y")) else fold.rstrip("s")
    if profile == "rus":
        return _RUSSIAN_ENDING.sub("", fold) if len(fold) > 4 else fold
    if profile == "tgk":
        return fold.removesuffix("ҳо").rstrip("и")
    return _agglutinated(fold, profile)


@lru_cache(maxsize=50_000)
def _agglutinated(fold: str, profile: str) -> str:
    """A word of a Turkic language without case, possession, plural and the vowel it ends in."""
    for endings in (_CASES[profile], _POSSESSED, _PLURAL, _POSSESSED, _VOWEL):
        match = endings.search(fold)
        if match and match.start() >= 4:
            fold = fold[: match.start()]
    return fold


_POSSESSED = re.compile(r"(?:s[iu]|с[иыіуү])$")
_PLURAL = re.compile(r"(?:l[ae]r|[лдт][аеоө]р)$")
_VOWEL = re.compile(r"[aeiouаеиоуыіөүә]$")


def candidates(block: Block, taken: set[int]) -> Iterator[tuple[int, int, bool]]:
    """Phrases of one to three content words within one clause: first, last, topical."""
    topical = _topical(block.profile)
    content = [_is_content(block, at, taken) for at in range(len(block.tokens))]
    for at, wanted in enumerate(content):
        if not wanted:
            continue
        for last in range(at + 1, min(at + 4, len(content) + 1)):
            if last > at + 1 and not (content[last - 1] and block.tokens[last - 1].joined):
                break
            if _well_formed(block, at, last):
                yield at, last, _is_topical(block, at, last, topical)


def _is_content(block: Block, at: int, taken: set[int]) -> bool:
    token, fold = block.tokens[at], block.folds[at]
    short = len(fold) < (3 if block.profile == "rus" else 4)
    if at in taken or at in block.places or short or fold[0].isdigit():
        return False
    if at in block.roles or (_is_idle(fold, block.profile) and not _is_modifying(fold)):
        return False
    quoted = token.gap.endswith(("«", "“", "„", '"'))  # the name of something, most often
    return not token.capital or (token.opens and not quoted and _is_common(block, fold))


def _is_modifying(fold: str) -> bool:
    return fold in lexicon.group("modifiers")


@lru_cache(maxsize=50_000)
def _is_idle(fold: str, profile: str) -> bool:
    """Whether a word says nothing about the topic, in any of its cases."""
    stop = _stop(profile)
    if fold in stop or _RELATION.search(fold):
        return True
    return profile not in ("eng", "rus") and any(form in stop for form in stripped(fold, profile))


_RELATION = re.compile(r"(?:dagi|даги|дағы|дегі|тағы|тегі|дагы|деги|тагы|теги|догу|дөгү)$")
"""Endings of “which is in …”, in the Turkic languages."""


def _is_common(block: Block, fold: str) -> bool:
    """Whether a word with the capital of a sentence is also written small, or is a topic's."""
    if fold in block.small or block.profile == "rus":  # there the dictionary tells names
        return True
    if fold in _topical(block.profile):
        return True
    return any(form in block.small for form in _kin(fold, block.profile))


@lru_cache(maxsize=20_000)
def _kin(fold: str, profile: str) -> tuple[str, ...]:
    """Other forms of a word that the text may have."""
    if profile == "eng":
        return (fold.removesuffix("s"), fold + "s")
    return tuple(stripped(fold, profile))


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
    """Adjectives and a noun, or a noun alone, as far as the endings tell."""
    return all(_ADJECTIVE.search(fold) for fold in folds[:-1])


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
    """The words as they stand, without a capital that only the beginning gives them."""
    words = [token.text for token in block.tokens[first:last]]
    if block.tokens[first].opens or words[0].isupper():
        words[0] = words[0].lower()
    return " ".join(words)


def name_of_topic(label: str, profile: str) -> str:
    """A phrase as a topic is called, in the nominative; "" where it can be none."""
    words = label.split()
    if profile == "rus":
        return nominative(words)
    if profile == "eng":
        return label
    return " ".join([*words[:-1], _without_case(words[-1], profile)])


def _without_case(word: str, profile: str) -> str:
    """A word of a Turkic language or Tajik without the ending of its case."""
    endings = _CASES.get(profile)
    match = endings.search(word) if endings else None
    return word[: match.start()] if match and match.start() >= 4 else word


_CASES = {
    "uzb": re.compile(r"(?:ning|dagi|dan|ga|ka|qa|da|ni)$"),
    "uzc": re.compile(r"(?:нинг|даги|дан|га|ка|қа|да|ни)$"),
    "kaz": re.compile(r"(?:[ндт][ыі]ң|[дтн][ае]н|[ғг][ае]|[қк][ае]|[дт][ае]|[ндт][ыі]|[мбп]ен)$"),
    "kir": re.compile(r"(?:[ндт][ыиуү]н|[дт][аеоө]н|[гк][аеоө]|[дт][аеоө]|[ндт][ыиуү])$"),
    "tgk": re.compile(r"(?:ро|(?<=[^ӣ])и)$"),
}  # fmt: skip

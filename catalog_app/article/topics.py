"""What a text is about: its own keywords, and phrases that recur or end in a topical noun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.inflect import nominative_adjective, noun_forms, stripped
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion

_MOST_PHRASES = 6000
_MOST_PASSAGES = 60
_EARLY = 25
"""Phrases this near to the beginning weigh more."""
_SHOWN = 12
_LEAST = 1.9
"""The weight from which a phrase is shown."""


@dataclass
class Phrase:
    """A phrase as counted so far."""

    words: int
    topical: bool
    early: bool
    forms: Counter[str] = field(default_factory=Counter)
    passages: list[tuple[int, int]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The form that is shown: the shortest of the more frequent ones."""
        most = self.forms.most_common(1)[0][1]
        return min((form for form, count in self.forms.items() if 2 * count >= most), key=len)

    @property
    def count(self) -> int:
        """How often it occurs."""
        return sum(self.forms.values())


@dataclass
class Topics:
    """The phrases of an article, grouped by their stems."""

    phrases: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    keywords: list[tuple[str, tuple[int, int]]] = field(default_factory=list)

    def read(self, block: Block, taken: set[int]) -> None:
        """Count the phrases of a paragraph; `taken` are the tokens of names and bodies."""
        own = list(find_keywords(block))
        self.keywords += own
        if own:
            return
        for first, last, topical in _candidates(block, taken):
            key = tuple(_stem(fold, block.profile) for fold in block.folds[first:last])
            phrase = self.phrases.get(key)
            if phrase is None:
                early = len(self.phrases) < _EARLY
                phrase = self.phrases[key] = Phrase(last - first, topical, early)
            phrase.forms[_label(block, first, last)] += 1
            phrase.topical = phrase.topical or topical
            if len(phrase.passages) < _MOST_PASSAGES:
                phrase.passages.append(block.span(first, last))
        self._forget()

    def _forget(self) -> None:
        """Drop what occurred once when there are too many phrases, as in a very long text."""
        if len(self.phrases) > _MOST_PHRASES:
            self.phrases = {key: one for key, one in self.phrases.items() if one.count > 1}
        if len(self.phrases) > _MOST_PHRASES:
            common = sorted(self.phrases.items(), key=lambda item: -item[1].count)
            self.phrases = dict(common[: _MOST_PHRASES // 2])

    def suggestions(self) -> Iterator[Suggestion]:
        """The keywords the text gives itself, then the phrases that weigh most."""
        seen: list[tuple[str, ...]] = []
        for text, span in self.keywords:
            yield _topic(text, [span], "The text names it as a keyword.", 0.95)
        shown = len(self.keywords)
        within = self._words_of_longer_topics()
        for key, phrase in sorted(self.phrases.items(), key=lambda item: -_weight(item[1])):
            if shown >= _SHOWN or _weight(phrase) < _LEAST:
                break
            label = phrase.label
            if any(_overlaps(key, other) for other in seen) or self._is_keyword(label):
                continue
            if phrase.words == 1 and 2 * within.get(key[0], 0) >= phrase.count:
                continue
            seen.append(key)
            shown += 1
            yield _topic(label, phrase.passages, _reason(phrase), min(0.9, _weight(phrase) / 15))

    def _words_of_longer_topics(self) -> dict[str, int]:
        """Words of longer phrases that say more than these words alone, and how often."""
        covered: dict[str, int] = {}
        for key, phrase in self.phrases.items():
            if phrase.words > 1 and _weight(phrase) >= _LEAST:
                often = phrase.count if phrase.count > 1 else 99 * phrase.topical
                for word in key if phrase.count > 1 else key[-1:]:
                    covered[word] = max(covered.get(word, 0), often)
        return covered

    def _is_keyword(self, label: str) -> bool:
        return any(folded(label) in folded(text) for text, _ in self.keywords)


def _overlaps(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _topic(label: str, passages: list[tuple[int, int]], reason: str, score: float) -> Suggestion:
    made = element("subject", "", element("topic", label))
    return Suggestion("topic", label, shaped(made), tuple(passages), reason, score)


def _reason(phrase: Phrase) -> str:
    if phrase.count == 1:
        return "It ends in a word that often names a topic."
    return f"It occurs {phrase.count} times."


def _weight(phrase: Phrase) -> float:
    """Repeated, longer, topical and early phrases weigh more."""
    length = {1: 0.9, 2: 1.9, 3: 1.6}.get(phrase.words, 1.2)
    recurs = phrase.count > 1
    topical = 1.8 if phrase.topical and (recurs or phrase.words > 1) else 1.0 if recurs else 0.3
    return min(phrase.count, 12) * length * topical * (1.25 if phrase.early else 1.0)


@cache
def _stop(profile: str) -> frozenset[str]:
    listed = frozenset(folded(word) for word in lexicon.words("stopwords", profile))
    return listed | short_words(profile) | lexicon.speech(profile)


@cache
def _topical(profile: str) -> frozenset[str]:
    nouns = lexicon.words("topics", profile)
    if profile == "rus":
        return frozenset(_stem(folded(form), "rus") for noun in nouns for form in noun_forms(noun))
    return frozenset(folded(noun) for noun in nouns)


_RUSSIAN_ENDING = re.compile(
    r"(?<=\w{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|иями|иях|ия|ии|ию|ией|ий|ый|ой|ая|яя|ое|ее|ые|ие"
    r"|ым|им|ом|ем|ых|их|ую|юю|ей|ах|ях|ов|ев|ам|ям|ью|а|я|о|е|ы|и|у|ю|ь)$"
)


def _stem(fold: str, profile: str) -> str:
    if profile == "eng":
        return re.sub(r"(?:ies|y)$", "i", fold) if fold.endswith(("ies", "y")) else fold.rstrip("s")
    if profile == "rus":
        return _RUSSIAN_ENDING.sub("", fold) if len(fold) > 4 else fold
    return min(stripped(fold, profile), key=len)[:9]


def _candidates(block: Block, taken: set[int]) -> Iterator[tuple[int, int, bool]]:
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


_ENGLISH_ADJECTIVE = re.compile(
    r"(?:al|ic|ive|ous|ary|ian|ean|ese|ish|ful|less|able|ible|ern|free|wide|scale)$"
)


def _well_formed_english(folds: list[str]) -> bool:
    last = folds[-1]
    if re.search(r"(?:ed|ly|est)$", last) or folds[0].endswith("ly"):
        return False
    if len(folds) > 1:
        return not (last.endswith(("ing", "ous", "ive")) or last in lexicon.group("modifiers"))
    return not (last.endswith("ing") or _is_modifier(last))


def _is_modifier(fold: str) -> bool:
    return fold in lexicon.group("modifiers") or bool(_ENGLISH_ADJECTIVE.search(fold))


_PASSIVE = re.compile(
    r"(?:[яюуа]щ|вш|[её]нн)(?:ый|ий|ая|ое|ие|ые|ого|его|ой|ей|ому|ым|им|ых|их|ую|ом)$"
)
_ADJECTIVE = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ей|ую|юю|ых|их|ые|ие)$"
)
_PREDICATE = re.compile(r"(?:л|ла|ли|ло|лся|лась|лись|ется|ится|ются|ятся|ет|ит|ют|ят|ут|ть|ться|в|вший"
                        r"|но|на|ны|ем|енный|ённый)$")  # fmt: skip


def _well_formed_russian(folds: list[str]) -> bool:
    """Adjective and noun, or a noun alone; not a verb."""
    if _PREDICATE.search(folds[-1]) or (len(folds) > 1 and not _ADJECTIVE.search(folds[0])):
        return False
    if len(folds) == 3 and not _ADJECTIVE.search(folds[1]):
        return False
    if len(folds) > 1 and _PASSIVE.search(folds[0]):
        return False
    adjective = r"(?:ый|ая|ое|ого|ему|ому|ую|юю|ых|ые|ной|ским|ской|ский|ские|ного|ных|(?:ск|нн|тн|льн|чн|вн)ом)$"
    return not re.search(adjective, folds[-1])


def _looks_like_verb(fold: str) -> bool:
    return bool(
        re.search(r"(?:di|dі|ди|ды|ді|ты|ті|ган|ған|ген|moqda|моқда|adi|ади|йды|йді|т)$", fold)
    )


def _is_topical(block: Block, first: int, last: int, topical: frozenset[str]) -> bool:
    if block.profile == "rus":
        return _stem(block.folds[last - 1], "rus") in topical
    if block.profile == "tgk":
        return block.folds[first] in topical
    if block.profile == "eng" and last - first > 1:
        fold = block.folds[first]
        return block.folds[last - 1] in topical and (_is_modifier(fold) or fold in topical)
    return block.folds[last - 1] in topical


def _label(block: Block, first: int, last: int) -> str:
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
        return words
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


def find_keywords(block: Block) -> Iterator[tuple[str, tuple[int, int]]]:
    """The keywords that a paragraph lists after “Keywords:” or its like."""
    text = block.text[block.start : block.end]
    match = _keywords_label().match(text)
    if not match:
        return
    separator = ";" if ";" in text else ","
    at = block.start + match.end()
    for piece in text[match.end() :].split(separator):
        word = " ".join(piece.split()).strip(" .")
        if word:
            start = at + piece.index(word.split()[0])
            yield word, (start, start + len(piece.strip().rstrip(".")))
        at += len(piece) + 1


@cache
def _keywords_label() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.words("labels", "keywords")))
    return re.compile(rf"\s*(?:{names})\s*[:.–—-]\s*", re.IGNORECASE)

"""What a text is about: its own keywords, and phrases that recur or end in a topical noun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.lexicon import folded
from catalog_app.article.phrases import candidates, label_of, name_of_topic, stem
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion

_MOST_PHRASES = 3000
_MOST_PASSAGES = 60
_MOST_KEYWORDS = 60
_HEAD = 160
"""Characters that a first paragraph has at most if it is a headline."""
_SHOWN = 12
_PER_WORDS = 45
"""One topic for so many words of a short text, and two besides."""
_LEAST = 1.8
"""The weight from which a phrase is shown."""


@dataclass
class Phrase:
    """A phrase as counted so far."""

    words: int
    topical: bool
    profile: str
    headline: bool = False
    """Whether the headline has it."""
    blocks: int = 0
    """How many paragraphs have it."""
    last: int = -1
    forms: Counter[str] = field(default_factory=Counter)
    passages: list[tuple[int, int]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What is shown: the shortest of the more frequent forms; "" if it names no topic."""
        most = self.forms.most_common(1)[0][1]
        often = [form for form, count in self.forms.items() if 2 * count >= most]
        names = (name_of_topic(form, self.profile) for form in sorted(often, key=len))
        return next(filter(None, names), "")

    @property
    def count(self) -> int:
        """How often it occurs."""
        return sum(self.forms.values())


@dataclass
class Topics:
    """The phrases of an article, grouped by their stems."""

    phrases: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    keywords: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    words: int = 0
    """How many words of running text were read."""

    def read(self, block: Block, taken: set[int]) -> None:
        """Count the phrases of a paragraph; `taken` are the tokens of names and bodies."""
        own = list(find_keywords(block))
        if len(self.keywords) < _MOST_KEYWORDS:
            self.keywords += own
        if own:
            return
        self.words += len(block.tokens)
        headline = block.start < _HEAD and block.end - block.start < _HEAD
        for first, last, topical in candidates(block, taken):
            key = tuple(stem(fold, block.profile) for fold in block.folds[first:last])
            phrase = self.phrases.get(key)
            if phrase is None:
                phrase = self.phrases[key] = Phrase(last - first, topical, block.profile)
            if phrase.last != block.start:
                phrase.blocks, phrase.last = phrase.blocks + 1, block.start
            phrase.headline = phrase.headline or headline
            phrase.forms[label_of(block, first, last)] += 1
            phrase.topical = phrase.topical or topical
            if len(phrase.passages) < _MOST_PASSAGES:
                phrase.passages.append(block.span(first, last))
        self._forget()

    def join(self, later: Topics) -> None:
        """Add the phrases of a later part of the text."""
        self.words += later.words
        self.keywords += later.keywords[: max(0, _MOST_KEYWORDS - len(self.keywords))]
        for key, phrase in later.phrases.items():
            known = self.phrases.get(key)
            if known is None:
                self.phrases[key] = phrase
                continue
            known.blocks += phrase.blocks
            known.forms += phrase.forms
            known.topical = known.topical or phrase.topical
            known.passages += phrase.passages[: max(0, _MOST_PASSAGES - len(known.passages))]
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
        most = min(_SHOWN, 2 + self.words // _PER_WORDS)
        within = self._words_of_longer_topics()
        for key, phrase in sorted(self.phrases.items(), key=lambda item: -_weight(item[1])):
            if shown >= most or _weight(phrase) < _LEAST:
                break
            label = phrase.label
            if not label or any(_overlaps(key, other) for other in seen) or self._is_keyword(label):
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
    """Repeated, longer and topical phrases weigh more, and those that the headline has."""
    length = {1: 0.9, 2: 1.9, 3: 1.6}.get(phrase.words, 1.2)
    recurs = phrase.count > 1
    topical = 1.8 if phrase.topical and (recurs or phrase.words > 1) else 1.0 if recurs else 0.3
    spread = 1.0 if phrase.blocks > 1 or phrase.words > 1 else 0.7
    return min(phrase.count, 12) * length * topical * spread * (1.5 if phrase.headline else 1.0)


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

"""An abstract: the one that the text calls so, or sentences taken from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.dateline import dateline_end
from catalog_app.article.lexicon import folded
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.tokens import sentences

_SENTENCES = 3
_SHORTEST = 40


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.words("labels", "abstract")))
    return re.compile(rf"\s*(?:{names})\s*[:.–—\n-]\s*", re.IGNORECASE)


def labelled_abstract(block: Block) -> tuple[int, int] | None:
    """The offsets of an abstract that announces itself, without the announcement."""
    match = _label().match(block.text, block.start, block.end)
    if match and block.end - match.end() > _SHORTEST:
        return match.end(), block.end
    return None


def find_abstract(blocks: Sequence[Block], topics: Sequence[str]) -> Suggestion | None:
    """The labelled abstract, or the first sentence and those that name most of the topics."""
    for block in blocks:
        if span := labelled_abstract(block):
            return _abstract(block.text, [span], "The text calls this its abstract.", 0.95)
    spans = [span for at, block in enumerate(blocks) for span in _statements(block, at == 0)]
    if not spans:
        return None
    text = blocks[0].text
    words = {word for topic in topics[:8] for word in folded(topic).split()}
    best = sorted(range(1, len(spans)), key=lambda n: -_weight(text, spans[n], words, n))
    chosen = sorted([0, *best[: _SENTENCES - 1]])
    reason = "These sentences open the text or name most of its topics."
    return _abstract(text, [spans[n] for n in chosen], reason, 0.6)


def _statements(block: Block, head: bool) -> list[tuple[int, int]]:
    """The sentences of a paragraph that are no heading, quotation or list of keywords."""
    start = (dateline_end(block) or block.start) if head else block.start
    return [span for span in sentences(block.text, start, block.end) if _tells(block.text, span)]


def _tells(text: str, span: tuple[int, int]) -> bool:
    sentence = text[slice(*span)]
    quoted = sentence.lstrip("—– -")[:1] in '«“„"‘' or sentence.count("”") > sentence.count("“")
    return len(sentence) >= _SHORTEST and sentence[-1] in ".!?…" and not quoted


def _weight(text: str, span: tuple[int, int], words: set[str], at: int) -> float:
    sentence = folded(text[slice(*span)])
    named = sum(1 for word in words if word in sentence)
    return named - 0.08 * at - abs(len(sentence) - 160) / 200


def _abstract(text: str, spans: list[tuple[int, int]], reason: str, score: float) -> Suggestion:
    pieces = [" ".join(text[slice(*span)].strip(" –—-/").split()) for span in spans]
    whole = " ".join(pieces)
    short = whole if len(whole) <= 80 else whole[:79].rsplit(" ", 1)[0] + " …"
    made = shaped(element("abstract", whole))
    return Suggestion("abstract", short, made, tuple(spans), reason, score)

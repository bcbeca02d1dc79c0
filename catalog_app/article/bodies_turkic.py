"""Bodies in the Turkic languages, whose heading noun comes last, and in Tajik: it comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded

_MOST = 8
"""Words before the heading noun that a name may have."""
_BARRIER = re.compile(r"(?:da|dan|ga|gan|di|дан|да|га|ди|ге|ден|де|да|ды|ді|ты|ті|ған|ген)$")


def turkic_bodies(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head, (noun, _) in block.heads.items():
        first = _turkic_start(block, head, taken, done)
        if head < done or first is None or first == head:
            continue
        if not block.tokens[first].capital or block.tokens[first].text in lexicon.exact(
            "legal forms"
        ):
            continue
        done = head + 1
        words = [token.text for token in block.tokens[first:head]]
        yield BodyMention(" ".join([*words, noun]), first, head + 1, f"its name ends in “{noun}”")


def _turkic_start(block: Block, head: int, taken: set[int], done: int) -> int | None:
    """The capitalised word with which a name begins that ends in its heading noun."""
    first: int | None = None
    at = head
    while at > done and head - at < _MOST and block.tokens[at].joined:
        at -= 1
        capital = block.tokens[at].capital and not _only_opens(block, at)
        if at in taken and first is not None and _named_after(block, at):
            return _person_start(block, at, taken)
        if at in taken or (at in block.roles and block.tokens[at + 1].capital):
            break
        if first is not None and not (capital or block.folds[at] in lexicon.group("named after")):
            break
        if first is not None and capital and _inflected(block, at):
            break
        if first == at + 1 and capital and _only_begins(block, at):
            break
        if block.folds[at] in lexicon.group("named after"):
            first = at
            continue
        if capital:
            first = at
        elif _BARRIER.search(block.folds[at]) and len(block.folds[at]) > 4:
            break
    return first


def _only_begins(block: Block, at: int) -> bool:
    """Whether a word begins the sentence before a name that begins after it."""
    ahead = block.folds[at + 1 : at + 4]
    named = any(fold in lexicon.group("named after") for fold in ahead)
    return block.tokens[at].opens and at not in block.places and not named


def _only_opens(block: Block, at: int) -> bool:
    """Whether a word has its capital only from the beginning of the sentence."""
    fold = block.folds[at]
    return block.tokens[at].opens and (
        fold in short_words(block.profile) or (len(fold) < 4 and at not in block.places)
    )


def _named_after(block: Block, at: int) -> bool:
    """Whether the word for “named after” follows a token."""
    return block.folds[at + 1] in lexicon.group("named after")


def _person_start(block: Block, at: int, taken: set[int]) -> int:
    """The beginning of the person's name that ends at a token."""
    while at and at - 1 in taken and block.tokens[at].joined:
        at -= 1
    while at and block.tokens[at].joined and block.tokens[at - 1].capital:
        if len(block.tokens[at - 1].text) > 4 or block.tokens[at - 1].text == "Ал":
            break
        at -= 1
    return at


def _inflected(block: Block, at: int) -> bool:
    """Whether a place has an ending, so that it stands outside the name that follows."""
    if block.folds[at].endswith(("ның", "нің", "дың", "дің", "тың", "тің", "нын", "нин", "дун")):
        return False
    if at in block.places:
        plain = folded(block.places[at].name).split()[-1]
        return block.folds[block.places[at].last - 1] != plain
    return len(block.folds[at]) > 4 and bool(_BARRIER.search(block.folds[at]))


def tajik_bodies(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head in block.heads:
        if head < done or head in taken or not block.tokens[head].capital:
            continue
        last = _izofat_end(block, head, taken)
        if last - head < 2:
            continue
        done = last
        words = " ".join(token.text for token in block.tokens[head:last])
        yield BodyMention(words, head, last, f"its name begins with “{block.tokens[head].text}”")


def _izofat_end(block: Block, head: int, taken: set[int]) -> int:
    """Follow the words that -и ties together, and one more after «ва»."""
    last = head
    while last + 1 < len(block.tokens) and block.tokens[last + 1].joined:
        tied = block.folds[last].endswith(("и", "ии", "ию", "ую", "ӣю"))
        if block.folds[last + 1 : last + 3] == ["ба", "номи"]:
            last = _named_end(block, last + 3) - 1
            break
        if last + 1 in taken:
            break
        if tied:
            last += 1
        elif block.folds[last + 1] == "ва" and _small_ahead(block, last + 2):
            last += 2
        else:
            break
    return last + 1


def _named_end(block: Block, at: int) -> int:
    """Past the capitalised words after «ба номи»."""
    while at < len(block.tokens) and block.tokens[at].joined and block.tokens[at].capital:
        at += 1
    return at


def _small_ahead(block: Block, at: int) -> bool:
    return at < len(block.tokens) and not block.tokens[at].capital

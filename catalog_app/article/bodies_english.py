"""Bodies in English: a capitalised phrase around a noun such as Ministry, with “of …”."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.article import lexicon
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.language import short_words

_LINKS = frozenset(("of", "for", "on", "and", "in", "the", "&"))
_MOST = 8
"""Words before or after the heading noun that a name may have."""


def english_bodies(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    if block.titled:
        return
    done = 0
    for head in block.heads:
        if head < done or not block.tokens[head].capital or head in taken:
            continue
        last = _english_end(block, head, taken)
        first = _english_start(block, head, done, taken)
        if last - first < 2:
            continue
        done = last
        name = _english_name(block, first, last)
        yield BodyMention(name, first, last, f"its name has the word “{block.tokens[head].text}”")
        if outer := _outer(block, head, last):
            yield outer


def _outer(block: Block, head: int, last: int) -> BodyMention | None:
    """The body to which another belongs: “School of Law of *Lund University*”."""
    for at in range(last - 1, head + 1, -1):
        if at not in block.heads or not block.tokens[at].capital:
            continue
        first = at
        while first > head + 1 and block.tokens[first - 1].capital:
            first -= 1
        end = last
        if block.folds[first - 1] in ("of", "the", "at") and end - first > 1:
            name = _english_name(block, first, end)
            return BodyMention(name, first, end, f"its name has the word “{block.tokens[at].text}”")
    return None


def _english_start(block: Block, head: int, done: int, taken: set[int]) -> int:
    first = head
    while first > done and _leads(block, first - 1, taken) and _attached(block, first):
        first -= 1
    while first < head and _stands_before(block, first) and not _in_place(block, first):
        first += 1
    return first


def _in_place(block: Block, at: int) -> bool:
    """Whether a word belongs to a place of several words, as “New” to “New Mexico”."""
    return at in block.places and block.places[at].last > at + 1


def _stands_before(block: Block, at: int) -> bool:
    """Whether a word only stands before a name: an article, a link, the first of a sentence."""
    fold = block.folds[at]
    if fold in ("the", "a", "an") or fold in lexicon.group("determiners") or _is_link(block, at):
        return True
    if fold in lexicon.group("before names") or fold.endswith("-based"):
        return True
    return block.tokens[at].opens and fold in short_words("eng")


def _attached(block: Block, at: int) -> bool:
    """Whether a word goes on from the one before; “(SCO)” or a plural's ’ may be between."""
    token, before = block.tokens[at], block.tokens[at - 1]
    bracket = token.gap == ") " and before.shouted
    return token.joined or bracket or (token.gap in ("’ ", "' ") and before.text.endswith("s"))


def _leads(block: Block, at: int, taken: set[int]) -> bool:
    if at in taken or at in block.roles:
        return False
    if block.folds[at] == "and":
        right, left = at + 1 < len(block.tokens), at > 0
        return bool(
            left and right
            and block.tokens[at + 1].capital and block.tokens[at - 1].capital
            and at - 1 not in block.places and at - 1 not in taken and _after_the(block, at - 1)
        )  # fmt: skip
    return block.tokens[at].capital


def _after_the(block: Block, at: int) -> bool:
    """Whether “the” comes before the words up to here, or a sentence begins with this one."""
    last = at
    while at > 0 and block.tokens[at].capital and block.tokens[at].joined:
        at -= 1
    return block.folds[at] == "the" or (block.tokens[at].opens and at == last)


def _is_link(block: Block, at: int) -> bool:
    return block.folds[at] in _LINKS and not block.tokens[at].capital


def _english_end(block: Block, head: int, taken: set[int]) -> int:
    """The end of the complement: “of …”, “for …”, and “in” a country after either."""
    last = head + 1
    linked = False
    while last < len(block.tokens) and last - head < 2 * _MOST:
        if not block.tokens[last].joined:
            if not (linked and _lists_on(block, last)):
                break
            last += 1
            continue
        if last in taken or (last in block.roles and block.tokens[last].capital):
            break
        if block.folds[last] in ("of", "for", "on", "and"):
            target = _after_link(block, last, taken, linked)
            if not target:
                break
            linked, last = True, target
        elif block.folds[last] == "in" and linked and _country(block, last + 1):
            return block.places[last + 1].last
        elif block.tokens[last].capital and (linked or _new_body(block, last)):
            if last in block.places and block.folds[last - 1] not in _LINKS:
                break
            last += 1
        else:
            break
    return last


def _lists_on(block: Block, at: int) -> bool:
    """Whether a comma goes on in a list that “and” ends: “Ministry of Trade, Industry and …”."""
    end = at
    while end < len(block.tokens) and block.tokens[end].capital and (
        block.tokens[end].gap.strip() == "," or (end > at and block.tokens[end].joined)
    ):  # fmt: skip
        end += 1
    if end == at or end + 1 >= len(block.tokens) or block.folds[end] != "and":
        return False
    outside = all(n not in block.places and n not in block.heads for n in range(at, end + 2))
    return outside and block.tokens[end + 1].capital and end - at < 4


def _after_link(block: Block, at: int, taken: set[int], linked: bool) -> int:
    """The end of what “of”, “for” or “and” adds, or 0 if it adds nothing to the name."""
    to = at + 1
    if to < len(block.tokens) and block.folds[to] == "the":
        to += 1
    if to >= len(block.tokens) or not block.tokens[to].capital or to in taken:
        return 0
    if not all(block.tokens[n].joined for n in range(at, to + 1)):
        return 0
    if block.folds[at] == "and" and (to > at + 1 or block.tokens[to].shouted):
        return 0  # "… and the World Bank" is another body
    if block.folds[at] == "and" and (not linked or to in block.places or _new_body(block, to)):
        return 0
    return block.places[to].last if to in block.places else to + 1


def _new_body(block: Block, at: int) -> bool:
    """Whether a body of its own begins here, as in “… and World Bank”."""
    while at < len(block.tokens) and block.tokens[at].capital and block.tokens[at].joined:
        if at in block.heads:
            return True
        at += 1
    return False


def _country(block: Block, at: int) -> bool:
    return at in block.places and block.places[at].place.kind == "country"


def _english_name(block: Block, first: int, last: int) -> str:
    words = [block.tokens[first].text]
    for token in block.tokens[first + 1 : last]:
        words.append(token.gap.strip() if token.gap[0] in "’'," else "")
        words.append(" " + token.text)
    return "".join(words)

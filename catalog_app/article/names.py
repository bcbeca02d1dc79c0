"""Personal names in a paragraph, by given names, endings, titles, roles and verbs of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from catalog_app.article import lexicon
from catalog_app.article.block import Block
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded
from catalog_app.article.name_context import WORDY, circumstances
from catalog_app.article.name_forms import (
    GIVEN,
    Name,
    is_east_asian,
    is_family_name,
    name_of,
)
from catalog_app.article.names_partial import shares_family, with_initials

ENOUGH = 2.0
"""Evidence from which words count as a personal name; below it, repetition must confirm them."""
_ARABIC = re.compile(r"(?:al|el|as|ash|ad|an|at|ar|ul|аль|эль|ас|аш|ад|ан|ат|ар|уль)-[A-ZА-ЯЁ]")
_PATRONYMIC = re.compile(
    r"(?:[a-z](?:uly|kyzy|qizi|o’g’li)|ұлы|қызы|угли|кызы|ovich|evich|ovna|evna|[ое]вич(?:а|у|ем)?|[ое]вн(?:а|ы|е|у|ой)|ич(?:а|у|ем)?)$"
)


def find_names(block: Block, runs: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """The personal names of two or more words in a paragraph, those with little evidence too."""
    for first, last in runs:
        if name := _name_in(block, first, last):
            if sharing := shares_family(block, name):
                yield sharing
            yield name


def single_names(
    block: Block, runs: Sequence[tuple[int, int]], taken: set[int]
) -> Iterator[tuple[int, str]]:
    """Capitalised words that stand alone: token and text; they may repeat a family name."""
    for first, last in runs:
        for at in range(first, last):
            if at not in taken and block.tokens[at].capital:
                yield at, block.tokens[at].text


def capital_runs(block: Block) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that may hold a name, cut at places, roles and heads of bodies."""
    done, count = 0, len(block.tokens)
    for at in block.capitals:
        if at < done or not _may_be_name(block, at):
            continue
        last = at + 1
        while last < count and block.tokens[last].joined and _continues(block, last):
            last += 1
        while _hangs(block, last - 1):
            last -= 1
        yield at, last
        done = last


def _hangs(block: Block, at: int) -> bool:
    """Whether a particle leads to no name; «уулу» and its like end one."""
    fold = block.folds[at]
    return (
        fold in lexicon.group("particles")
        and not block.tokens[at].capital
        and fold not in lexicon.group("child of")
    )


def _may_be_name(block: Block, at: int) -> bool:
    token, fold = block.tokens[at], block.folds[at]
    if not token.capital or at in block.heads or at in block.places:
        return False
    if token.shouted and _after_by(block):
        return True
    if token.shouted and (_is_body(fold, block.profile) or not _beside_given(block, at)):
        return False
    if at in block.roles or fold in lexicon.group("titles"):
        return False
    if fold in lexicon.group("not names") and not _ends_name(block, at):
        return False
    if token.opens and (fold in short_words(block.profile) or fold in lexicon.group("kin")):
        return False
    return not (token.opens and fold in block.small and fold not in lexicon.given_names())


def _ends_name(block: Block, at: int) -> bool:
    """Whether an ordinary noun is a family name, as in “the botanist Arthur Hill”."""
    if block.folds[at] not in lexicon.group("family nouns") or not at:
        return False
    before = block.tokens[at - 1]
    given = block.folds[at - 1] in lexicon.given_names() and before.capital
    last = at + 1 == len(block.tokens) or not block.tokens[at + 1].capital
    return given and block.tokens[at].joined and (last or not block.tokens[at + 1].joined)


def _after_by(block: Block) -> bool:
    """Whether a short paragraph begins like a byline, whose name may be in capitals."""
    return len(block.tokens) <= 6 and block.folds[0] in lexicon.group("byline")


def _is_body(fold: str, profile: str) -> bool:
    """Whether a word in capitals is the abbreviation of a known body, or too short for a name."""
    return len(fold) < 3 or any(
        fold == folded(short) for body in lexicon.bodies(profile) for short in body.abbreviations
    )


def _beside_given(block: Block, at: int) -> bool:
    """Whether a word in capitals is a family name, as in “NAZAROVA Feruza”."""
    tokens = block.tokens
    before = at - 1 if at and tokens[at].joined else at
    after = at + 1 if at + 1 < len(tokens) and tokens[at + 1].joined else at
    beside = {before, after} - {at}
    return any(
        tokens[n].capital
        and not tokens[n].shouted
        and (block.folds[n] in lexicon.given_names() or GIVEN.search(block.folds[n]))
        for n in beside
    )


def _continues(block: Block, at: int) -> bool:
    """Whether a name may go on with a word: a capital, «эль-Сиси», “van der” before a capital."""
    if block.tokens[at].capital:
        return _may_be_name(block, at)
    if _ARABIC.match(block.tokens[at].text) or block.folds[at] in lexicon.group("child of"):
        return True
    while at < len(block.tokens) and block.folds[at] in lexicon.group("particles"):
        at += 1
        if at < len(block.tokens) and block.tokens[at].joined and block.tokens[at].capital:
            return True
    return False


def _name_in(block: Block, first: int, last: int) -> Name | None:
    """The most likely name within a run of capitalised words, if its evidence suffices."""
    tokens = block.tokens[first:last]
    if initials := with_initials(block, first, tokens):
        return initials
    if len(tokens) < 2:
        return None
    begin, end, score, reasons = _best_part(block, first, last)
    if end - begin < 2:
        return None
    known = any(fold in lexicon.given_names() for fold in block.folds[begin:end])
    if end == last and not known and _heads_body(block, last):
        return None
    more, why = circumstances(block, begin, end)
    if not reasons and score + more < ENOUGH:
        return None
    return name_of(block, begin, end, score + more, (*reasons, *why))


def _heads_body(block: Block, at: int) -> bool:
    """Whether the noun of a body goes on from here: “Federal Preventative Police”."""
    if at not in block.heads or not block.tokens[at].joined:
        return False
    return block.tokens[at].capital or block.profile == "rus"


def _best_part(block: Block, first: int, last: int) -> tuple[int, int, float, tuple[str, ...]]:
    """Where in a run the name is, with the evidence of its own words."""
    given = lexicon.given_names()
    if is_east_asian([token.text for token in block.tokens[first:last]]):
        score = 1.5 if block.tokens[first].opens and last - first < 3 else 2.0
        return first, last, score, ("it begins as names of East Asia do",)
    at = next((n for n in range(first, last) if block.folds[n] in given), None)
    if at is not None and at == last - 1 and is_family_name(block.folds[last - 2]):
        return last - 2, last, 3.0, ("it has a known given name",)
    if at is not None and at > first and block.tokens[at - 1].shouted:
        end = _name_end(block, at, last) if at < last - 1 else last
        return at - 1, end, 3.0, ("its family name is in capitals",)
    if at == first + 1 and _begins_unlisted(block, first, last):
        at = first
    if at is not None and at < last - 1:
        return at, _name_end(block, at, last), 3.0, ("it has a known given name",)
    return _unlisted_part(block, first, last)


def _unlisted_part(block: Block, first: int, last: int) -> tuple[int, int, float, tuple[str, ...]]:
    """Where a name without a listed given name is in a run, with the evidence of its endings."""
    whole = last - first == 3 and not block.tokens[first].opens
    whole = whole and not is_family_name(block.folds[last - 1])
    if last - first > 2 and not whole and not _PATRONYMIC.search(block.folds[last - 2]):
        particle = block.folds[last - 2] in lexicon.group("particles")
        first = last - 3 if particle else _pair_start(block, first, last)
        last = last if particle else min(last, first + 2)
    score = 0.0
    reasons: list[str] = []
    if is_family_name(block.folds[last - 1]):
        score, reasons = 1.5, ["it ends as family names do"]
    if GIVEN.search(block.folds[first]):
        score, reasons = score + 1.0, [*reasons, "it begins as given names do"]
    if not block.tokens[first].opens:
        score += 0.5
    return first, last, score, tuple(reasons)


def _begins_unlisted(block: Block, first: int, last: int) -> bool:
    """Whether a name of three begins before its listed word: “Jessie *Beatrice* Gillett”."""
    if block.profile != "eng" or last - first != 3:
        return False
    linked = first > 0 and block.folds[first - 1] in ("of", "for", "in", "at")
    return not (block.tokens[first].opens or linked or _is_wordy(block, first))


def _pair_start(block: Block, first: int, last: int) -> int:
    """The first of two words: those that end in one with a family ending, else the last two."""
    for end in range(last, first + 1, -1):
        if is_family_name(block.folds[end - 1]):
            return end - 2
    return last - 2


def _is_wordy(block: Block, at: int) -> bool:
    """Whether a word looks like an ordinary one, or is one elsewhere in the text."""
    fold = block.folds[at]
    return fold in block.small or block.tokens[at].shouted or bool(WORDY.search(fold))


def _is_whole(block: Block, at: int, last: int) -> bool:
    """Whether a run of three or four words is one name: “Rafael Vargas Muñoz”."""
    most = {"eng": 4, "rus": 3}.get(block.profile, 0)
    if not 3 <= last - at <= most or _heads_body(block, last):
        return False
    if is_family_name(block.folds[at + 1]) and not is_family_name(block.folds[at + 2]):
        return False
    return not any(_is_wordy(block, n) for n in range(at + 2, last))


def _name_end(block: Block, at: int, last: int) -> int:
    """Where a name ends that begins with a given name."""
    end = at + 2
    if _is_whole(block, at, last):
        return last
    while end < last and (
        _PATRONYMIC.search(block.folds[end - 1])
        or block.folds[end - 1] in lexicon.group("particles")
        or block.folds[end] in lexicon.group("particles")
        or block.folds[end - 1] in lexicon.given_names()
        or len(block.tokens[end - 1].text) == 2
    ):
        end += 1
    if (
        end == last - 1
        and is_family_name(block.folds[end])
        and not is_family_name(block.folds[end - 1])
    ):
        end += 1
    return end

"""Bodies in Russian: a noun such as министерство with its adjectives and genitives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_app.article import lexicon, russian
from catalog_app.article.block import Block, BodyMention
from catalog_app.article.inflect import nominative_adjective
from catalog_app.article.language import short_words
from catalog_app.article.lexicon import folded

_GENITIVE = re.compile(
    r"(?:ого|его|ой|ей|ых|их|ов|ев|ий|[аяыи]|ств|дел|сил|школ|наук|наций|лиц|прав)$"
)
_DATIVE = re.compile(r"(?:ому|ему|ой|ей|ым|им|у|ю|е|и|ам|ям)$")
_MASCULINE = r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем)$"
_AGREEING = {
    "m": re.compile(_MASCULINE),
    "f": re.compile(r"(?:ая|яя|ой|ей|ую|юю)$"),
    "n": re.compile(_MASCULINE.replace("ый|ий|ой", "ое|ее")),
}
_ANY = re.compile("")
_BINDING = frozenset(("имени", "им", "им.", "при", "по"))
_MOST = 8
"""Words before or after the heading noun that a name may have."""


def russian_bodies(block: Block, taken: set[int]) -> Iterator[BodyMention]:
    done = 0
    for head, (noun, gender) in block.heads.items():
        if head < done or head in taken:
            continue
        first = _russian_start(block, head, gender, taken, done)
        last = _russian_end(block, head, taken)
        capital = block.tokens[first].capital or _local_office(block, head, last)
        if not capital or last - first < 2 or _only_opens(block, first, head, last):
            continue
        done = last
        name = _russian_name(block, first, head, last, noun, gender)
        yield BodyMention(name, first, last, f"в названии есть слово «{noun}»")


def _local_office(block: Block, head: int, last: int) -> bool:
    """Whether a name without capitals is still one: «департамент полиции Ошской области»."""
    if not _lemmas(block.folds[head]) & lexicon.group("local offices") or last - head < 2:
        return False
    return last - 1 in block.places and block.places[last - 1].first > head


def _only_opens(block: Block, first: int, head: int, last: int) -> bool:
    """Whether the capital is only that of the sentence, as in «Новый завод открыли»."""
    if not block.tokens[first].opens:
        return False
    if any(token.capital for token in block.tokens[first + 1 : last]):
        return False
    if first == head:
        return bool(_lemmas(block.folds[head]) & lexicon.group("plain bodies"))
    opening = _lemmas(block.folds[first])
    known = opening & lexicon.group("body openers") or any(
        lemma.endswith("ский") for lemma in opening
    )
    return not known or (last == head + 1 and block.folds[first] in block.small)


@lru_cache(maxsize=20_000)
def _lemmas(fold: str) -> frozenset[str]:
    return frozenset(folded(one.lemma) for one in russian.readings(fold))


def _russian_start(block: Block, head: int, gender: str, taken: set[int], done: int) -> int:
    """Where the adjectives before the noun begin; the first must have a capital letter."""
    first = head
    while first > done and block.tokens[first].joined and first - 1 not in taken:
        word = block.folds[first - 1]
        if not _AGREEING[gender].search(word):
            break
        if len(word) < 5 or first - 1 in block.roles or word in short_words("rus"):
            break
        if _lemmas(word) & lexicon.group("pronouns") or not _is_adjective(word):
            break
        first -= 1
    while first < head and not block.tokens[first].capital:
        first += 1
    return first


@lru_cache(maxsize=20_000)
def _is_adjective(fold: str) -> bool:
    fits = [one for one in russian.readings(fold) if one.speech in ("ADJF", "PRTF")]
    return bool(fits) or not any(one.known for one in russian.readings(fold))


def _russian_end(block: Block, head: int, taken: set[int]) -> int:
    """Where the complement ends: genitives, «по» with datives, «имени» with anything."""
    last, pattern = head + 1, _GENITIVE
    while _may_go_on(block, head, last, taken):
        fold = block.folds[last]
        if fold in _BINDING:
            if fold == "по" and not _dative_ahead(block, last):
                break
            if fold in ("имени", "им", "им.") and (past := _past_person(block, last + 1, taken)):
                last = max(last, past)
                continue
            pattern, step = _DATIVE if fold == "по" else _ANY, last + 1
        else:
            step = _step(block, head, last, pattern)
        if not step:
            break
        last = step
    while last > head + 1 and block.folds[last - 1] in ("и", *_BINDING):
        last -= 1
    return last


def _may_go_on(block: Block, head: int, at: int, taken: set[int]) -> bool:
    near = at < len(block.tokens) and at - head <= _MOST
    near = near and (block.tokens[at].joined or _lists_on(block, at))
    return near and at not in taken and at not in block.roles


def _lists_on(block: Block, at: int) -> bool:
    """Whether a comma only goes on in a list that «и» ends: «истории, языка и литературы»."""
    if block.tokens[at].gap.strip() != "," or at + 2 >= len(block.tokens):
        return False
    small = not block.tokens[at].capital and _complement(block.folds[at], _GENITIVE)
    return small and block.folds[at + 1] == "и" and _goes_on(block, at + 2, _GENITIVE)


def _past_person(block: Block, at: int, taken: set[int]) -> int:
    """Past the person a body is named after: «имени Балуана Шолака»."""
    last = at
    while last < len(block.tokens) and block.tokens[last].joined and block.tokens[last].capital:
        initial = block.tokens[last - 1].text[-1] == "."
        genitive = block.folds[last][-1] in "аяыио" or block.folds[last].endswith(("ой", "ей"))
        if last != at and last not in taken and not initial and not (genitive and last - at < 3):
            break
        last += 1
    return last


def _step(block: Block, head: int, at: int, pattern: re.Pattern[str]) -> int:
    """The token after the word at `at` if that belongs to the name, otherwise 0."""
    fold = block.folds[at]
    if fold == "с" and block.folds[at - 1] == "связям" and at + 1 < len(block.tokens):
        return at + 2
    if at in block.places:
        return block.places[at].last
    if block.tokens[at].capital:
        after_place = at - 1 in block.places
        belongs = at in block.heads or fold == "республики" or pattern is _ANY
        belongs = belongs or _named_after(block, at, head) or _genitive_adjective(block, at)
        return at + 1 if belongs and not after_place else 0
    if fold == "и":
        return at + 1 if _goes_on(block, at + 1, pattern) else 0
    governed = at > 0 and (block.folds[at - 1].startswith("управлен") or (
        _instrumental(block.folds[at - 1]) and pattern is _GENITIVE))  # fmt: skip
    return at + 1 if _complement(fold, pattern) or (governed and _instrumental(fold)) else 0


def _named_after(block: Block, at: int, head: int) -> bool:
    """One capitalised genitive right after the noun, as in «Университет Эксетера»."""
    alone = at + 1 >= len(block.tokens) or not (
        block.tokens[at + 1].joined and block.tokens[at + 1].capital
    )
    return at == head + 1 and alone and block.folds[at][-1] in "аяыи"


def _genitive_adjective(block: Block, at: int) -> bool:
    """A capitalised adjective that leads to a further noun, as in «суд Кыргызской Республики»."""
    following = at + 1 < len(block.tokens) and block.tokens[at + 1].joined
    return following and bool(re.search(r"(?:ого|его|ой|ей|ых|их)$", block.folds[at]))


def _dative_ahead(block: Block, at: int) -> bool:
    """Whether «по» belongs to the name: «комитет по лесному хозяйству», not «по вторникам»."""
    ahead = at + 1 < len(block.tokens) and block.tokens[at + 1].joined
    return ahead and bool(_DATIVE.search(block.folds[at + 1]))


def _goes_on(block: Block, at: int, pattern: re.Pattern[str]) -> bool:
    if at >= len(block.tokens) or block.tokens[at].capital or not block.tokens[at].joined:
        return False
    return _complement(block.folds[at], pattern)


@lru_cache(maxsize=20_000)
def _instrumental(fold: str) -> bool:
    """Whether a word can only be an instrumental, as in «управления водными ресурсами»."""
    found = russian.readings(fold)
    return found[0].case == "ablt" and all(one.case in ("ablt", "datv") for one in found)


@lru_cache(maxsize=20_000)
def _complement(fold: str, pattern: re.Pattern[str]) -> bool:
    """Whether a word can belong to a name: a noun or adjective in the genitive, or as asked."""
    if fold in lexicon.group("nouns like verbs") or fold in lexicon.group("indeclinable"):
        return True
    if fold in short_words("rus") or len(fold) < 3:
        return False
    found = russian.readings(fold)
    if found[0].speech not in ("NOUN", "ADJF", "PRTF"):
        return False
    cases = ("datv",) if pattern is _DATIVE else ("gent",)
    fits = any(one.case in cases and one.speech in ("NOUN", "ADJF", "PRTF") for one in found)
    return fits and fold not in lexicon.group("weekdays")


def _russian_name(block: Block, first: int, head: int, last: int, noun: str, gender: str) -> str:
    """The name with its noun and adjectives in the nominative, and the rest as it stands."""
    adjectives = [
        russian.adjective(token.text, gender) or nominative_adjective(token.text, gender)
        for token in block.tokens[first:head]
    ]
    start = noun.capitalize() if block.tokens[head].capital else noun
    rest = block.between(head + 1, last).split() if last > head + 1 else []
    return " ".join([*adjectives, start, *rest])

"""Places in Russian, where the word's case and its dictionary form say more than its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from catalog_app.article import lexicon, russian
from catalog_app.article.inflect import nominative_adjective
from catalog_app.article.lexicon import folded
from catalog_app.article.name_forms import is_family_name
from catalog_app.article.place_cases import in_dictionary, listed_town, place_after
from catalog_app.article.place_mention import (
    PlaceMention,
    follows_capital,
    leads_to_capital,
    run_end,
    unlisted,
)
from catalog_app.article.places_by_word import single_word

if TYPE_CHECKING:
    from catalog_app.article.block import Block


_NOUNS = {
    "область": "f", "край": "m", "район": "m", "округ": "m", "губерния": "f", "республика": "f",
    "долина": "f", "уезд": "m", "степь": "f", "хребет": "m", "залив": "m", "остров": "m",
    "полуостров": "m", "море": "n", "озеро": "n", "река": "f", "пустыня": "f", "котловина": "f",
    "плато": "n", "ущелье": "n", "перевал": "m", "водохранилище": "n", "аймак": "m",
    "оазис": "m", "канал": "m", "ледник": "m", "провинция": "f", "волость": "f", "пролив": "m",
    "низменность": "f", "впадина": "f", "кряж": "m", "нагорье": "n", "равнина": "f", "мыс": "m",
    "генерал-губернаторство": "n", "ханство": "n", "эмират": "m", "воеводство": "n", "каньон": "m",
    "графство": "n", "штат": "m", "архипелаг": "m", "бухта": "f", "возвышенность": "f",
    "сельсовет": "m", "алатау": "m", "наместничество": "n", "княжество": "n", "сср": "f",
    "асср": "f", "гора": "f",
}  # fmt: skip
"""Nouns that make an adjective the name of a place, with their gender."""
_OF_NAMES = ("провинция", "штат", "волость", "сельсовет", "гора", "равнина", "канал", "оазис",
             "сср", "асср")  # fmt: skip
_OF_A_NAME = re.compile(r"(?:ск|цк|нск)(?:ая|ий|ое|ой|ого|ому|ую|им|ом|ие|их|ими)$")
"""Nouns that only an adjective made of a name makes a name: not «Золотая провинция»."""
_BEFORE = lexicon.group("place nouns")
_ROADS = lexicon.group("roads")
_PARTS = lexicon.group("parts of places")
_STREETS = lexicon.group("streets")
_FOR_PEOPLE = lexicon.group("named for people")


_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ая|ий|ое|ой|ого|ому|ую|им|ом|ие|их|ими)$|"
                        r"(?:ый|ой|ая|ое|ого|ому|ую|ым|ом)$")  # fmt: skip


def russian_place(block: Block, at: int) -> PlaceMention | None:
    """A place that begins here, by any rule."""
    if on_street(block, at):
        return None
    return (
        _adjective_and_noun(block, at)
        or _beside_noun(block, at)
        or _on_a_road(block, at)
        or _part_of(block, at)
        or single_word(block, at)
    )


@lru_cache(maxsize=50_000)
def _lemmas(fold: str) -> frozenset[str]:
    return frozenset(folded(one.lemma) for one in russian.readings(fold) if one.speech == "NOUN")


# ---- «Ошской, Джалал-Абадской и Баткенской областей»


def _adjective_and_noun(block: Block, at: int) -> PlaceMention | None:
    if not _ADJECTIVE.search(block.folds[at]) or block.tokens[at].shouted:
        return None
    noun = _noun_ahead(block, at)
    if not noun:
        return None
    lemma, word, where = noun
    if lemma in _OF_NAMES and not _OF_A_NAME.search(block.folds[at]):
        return None
    name = _with_adjective(block.tokens[at].text, lemma, word)
    last = where + 1 if where == at + 1 else at + 1
    known = lexicon.place_of(name, "rus")
    if known and known[0].kind == "country":
        return None
    return PlaceMention(at, last, known[0] if known else unlisted(name, "region"), name)


def _with_adjective(adjective: str, lemma: str, noun: str) -> str:
    """The name in the nominative: «Ферганская долина», «Нуратинские горы», «Узбекская ССР»."""
    if lemma == "гора" and re.match(r"гор(?:ы|ах|ам|ами|)$", folded(noun)):
        return re.sub(r"([иы])(?:х|м|ми|е)$", r"\1е", adjective) + " горы"
    name = f"{nominative_adjective(adjective, _NOUNS[lemma])} "
    if noun.isupper():
        return name + noun
    return name + (lemma.capitalize() if noun[0].isupper() else lemma)


def _noun_ahead(block: Block, at: int) -> tuple[str, str, int] | None:
    """The noun that an adjective belongs to, past other adjectives of an enumeration."""
    for where in range(at + 1, min(at + 9, len(block.tokens))):
        gap = block.tokens[where].gap.strip()
        fold = block.folds[where]
        if gap not in ("", ","):
            return None
        if not gap and (lemma := next(iter(_lemmas(fold) & _NOUNS.keys()), "")):
            return lemma, block.tokens[where].text, where
        adjective = block.tokens[where].capital and _ADJECTIVE.search(fold)
        if not (adjective or fold in ("и", "или")) or (where == at + 1 and adjective and not gap):
            return None
    return None


# ---- «посёлков Айтеке-Би и Тобол», «на трассе Карабутак – Комсомольское»


def _beside_noun(block: Block, at: int) -> PlaceMention | None:
    if not at or (follows_capital(block, at) and not block.tokens[at - 1].opens):
        return None
    back = at - 1
    if leads_to_capital(block, at + 1) and listed_town(block.between(at, at + 2)):
        return None
    second = block.folds[back] == "и" and back > 1 and block.tokens[back - 1].capital
    if leads_to_capital(block, at + 1) and is_family_name(block.folds[at + 1]):
        return None
    if second:
        if leads_to_capital(block, at + 1):
            return None
        back -= 2
    if not all(block.tokens[n].joined for n in range(back + 1, at + 1)):
        return None
    noun = block.tokens[back]
    lemmas = _lemmas(block.folds[back])
    if (noun.capital and not noun.opens) or not lemmas & _BEFORE:
        return None
    word = block.tokens[at].text
    honours = lemmas & _FOR_PEOPLE
    if honours and russian.is_kind(word.lower(), "family"):
        name = f"{next(iter(honours))} {word}"
        return PlaceMention(at, at + 1, unlisted(name, "region"), name)
    cases = tuple(one.case for one in russian.readings(block.folds[back]) if one.case)
    place = listed_town(word) or in_dictionary(word, cases)
    place = place or unlisted(word if second else _agreeing(word, block.folds[back]))
    return PlaceMention(at, at + 1, place, place.name)


def _agreeing(word: str, noun: str) -> str:
    """An adjective that names what the noun before it is: «станицу Лабинскую»."""
    if not re.search(r"(?:ск|[ео]в|н)(?:ой|ого|ому|ую|ом|им|ым|ою)$", word):
        return word
    gender = next((one.gender for one in russian.readings(noun) if one.speech == "NOUN"), "m")
    if gender == "m" and word.endswith("ой"):
        return word
    return nominative_adjective(word, gender)


# ---- «верховья Ягноба», «жители Бокенды»


def _part_of(block: Block, at: int) -> PlaceMention | None:
    """An unknown word in the genitive after a noun for what only places have."""
    if not at or not block.tokens[at].joined or run_end(block, at) - at > 1:
        return None
    back = at - 1
    if block.folds[back] == "и" and back > 1 and block.tokens[back - 1].capital:
        back -= 2
    noun = block.tokens[back]
    if (noun.capital and not noun.opens) or not _lemmas(block.folds[back]) & _PARTS:
        return None
    place = place_after(block.tokens[at].text, "из")
    return PlaceMention(at, at + 1, place, place.name) if place else None


def on_street(block: Block, at: int) -> bool:
    """Whether a word only names a street, a farm or the like: «на улице Сатпаева»."""
    if not at or block.tokens[at].gap.strip() not in ("", "."):
        return False
    fold = block.folds[at - 1]
    return fold in _STREETS or bool(_lemmas(fold) & _STREETS)


def _on_a_road(block: Block, at: int) -> PlaceMention | None:
    """Either end of a road, which stands in the nominative."""
    ahead = at + 1 < len(block.tokens) and block.tokens[at + 1]
    behind = block.tokens[at]
    if ahead and ahead.capital and ahead.gap.strip() in ("–", "—", "-"):
        first = at
    elif at and behind.gap.strip() in ("–", "—", "-") and block.tokens[at - 1].capital:
        first = at - 1
    else:
        return None
    before = block.folds[max(0, first - 4) : first]
    place = listed_town(block.tokens[at].text)
    if not any(_lemmas(fold) & _ROADS for fold in before) and (
        not place or leads_to_capital(block, at + 1)
    ):
        return None
    place = place or unlisted(block.tokens[at].text)
    return PlaceMention(at, at + 1, place, place.name)

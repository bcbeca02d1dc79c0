"""Places in Russian, where the word's case and its dictionary form say more than its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from catalog_app.article import lexicon, russian
from catalog_app.article.inflect import (
    adjective_forms,
    is_adjective,
    nominative_adjective,
    noun_forms,
)
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.places import (
    PlaceMention,
    follows_capital,
    leads_to_capital,
    run_end,
    unlisted,
)

if TYPE_CHECKING:
    from catalog_app.article.block import Block

_CASES = {
    "в": ("loct", "accs"), "во": ("loct", "accs"), "на": ("loct", "accs"), "из": ("gent",),
    "до": ("gent",), "от": ("gent",), "около": ("gent",), "близ": ("gent",), "возле": ("gent",),
    "у": ("gent",), "из-под": ("gent",), "под": ("ablt",), "между": ("ablt",), "через": ("accs",),
    "к": ("datv",), "с": ("gent",), "по": ("datv",), "над": ("ablt",),
}  # fmt: skip
_STRONG = frozenset(["в", "во", "из", "около", "близ", "возле", "из-под", "под", "через"])
_NOUNS = {
    "область": "f", "край": "m", "район": "m", "округ": "m", "губерния": "f", "республика": "f",
    "долина": "f", "уезд": "m", "степь": "f", "хребет": "m", "залив": "m", "остров": "m",
    "полуостров": "m", "море": "n", "озеро": "n", "река": "f", "пустыня": "f", "котловина": "f",
    "плато": "n", "ущелье": "n", "перевал": "m", "водохранилище": "n", "аймак": "m",
}  # fmt: skip
"""Nouns that make an adjective the name of a place, with their gender."""
_BEFORE = frozenset(
    ["город", "село", "деревня", "посёлок", "поселок", "аул", "кишлак", "станица", "хутор", "порт", "река", "озеро", "остров", "гора", "райцентр", "райцентра", "метеостанция", "станция", "аэропорт", "полуостров", "хребет", "ледник", "урочище", "перевал", "трасса", "местечко", "пос", "аил", "аэродром"]
)
_ROADS = frozenset(["трасса", "дорога", "автодорога", "шоссе", "маршрут", "рейс", "перегон", "линия", "участок", "поезд", "автотрасса", "граница", "газопровод"])  # fmt: skip
_NO_PLACE = re.compile(
    r"(?:мин|рос|гос|евро|нац|глав|газ|сбер|авто|теле|авиа|яндекс|интернет|фейсбук|твиттер|"
    r"инстаграм|телеграм|ютуб|совет|бог|коран|библи|казах|кыргыз|узбек|таджик|туркмен|спорт)"
)
_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ая|ий|ое|ой|ого|ому|ую|им|ом|ие|их|ими)$|"
                        r"(?:ый|ой|ая|ое|ого|ому|ую|ым|ом)$")  # fmt: skip


def russian_place(block: Block, at: int) -> PlaceMention | None:
    """A place that begins here, by any rule."""
    return (
        _adjective_and_noun(block, at)
        or _beside_noun(block, at)
        or _on_a_road(block, at)
        or _single(block, at)
    )


@lru_cache(maxsize=50_000)
def _lemmas(fold: str) -> frozenset[str]:
    return frozenset(one.lemma for one in russian.readings(fold) if one.speech == "NOUN")


# ---- «Ошской, Джалал-Абадской и Баткенской областей»


def _adjective_and_noun(block: Block, at: int) -> PlaceMention | None:
    if not _ADJECTIVE.search(block.folds[at]) or block.tokens[at].shouted:
        return None
    noun = _noun_ahead(block, at)
    if not noun:
        return None
    lemma, word, where = noun
    name = f"{nominative_adjective(block.tokens[at].text, _NOUNS[lemma])} "
    name += lemma.capitalize() if word[0].isupper() else lemma
    last = where + 1 if where == at + 1 else at + 1
    known = lexicon.place_of(name, "rus")
    if known and known[0].kind == "country":
        return None
    return PlaceMention(at, last, known[0] if known else unlisted(name, "region"), name)


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
    if not at or follows_capital(block, at):
        return None
    back = at - 1
    if leads_to_capital(block, at + 1) and _listed_town(block.between(at, at + 2)):
        return None
    second = block.folds[back] == "и" and back > 1 and block.tokens[back - 1].capital
    if second:
        back -= 2
    if not all(block.tokens[n].joined for n in range(back + 1, at + 1)):
        return None
    noun = block.tokens[back]
    if noun.capital or not (_lemmas(block.folds[back]) & _BEFORE):
        return None
    word = block.tokens[at].text
    cases = tuple(one.case for one in russian.readings(block.folds[back]) if one.case)
    place = _listed_town(word) or _dictionary(word, cases) or unlisted(word)
    return PlaceMention(at, at + 1, place, place.name)


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
    place = _listed_town(block.tokens[at].text)
    if not any(_lemmas(fold) & _ROADS for fold in before) and not place:
        return None
    place = place or unlisted(block.tokens[at].text)
    return PlaceMention(at, at + 1, place, place.name)


# ---- one word


def _single(block: Block, at: int) -> PlaceMention | None:
    if follows_capital(block, at) or block.tokens[at].shouted or len(block.folds[at]) < 3:
        return None
    last = run_end(block, at)
    if last - at == 2 and (place := _two_words(block.tokens[at].text, block.tokens[at + 1].text)):
        return PlaceMention(at, last, place, place.name)
    if last - at > 1 or at in block.heads or at in block.roles:
        return None
    before = _preposition(block, at)
    word = block.tokens[at].text
    if before:
        place = _after(word, before)
    else:
        place = _sure(word) if not block.tokens[at].opens or _sure(word) else None
    return PlaceMention(at, at + 1, place, place.name) if place else None


@lru_cache(maxsize=20_000)
def _two_words(first: str, second: str) -> Place | None:
    """A town of an adjective and a noun in any case, as «в Нижнем Тагиле»."""
    towns = lexicon.towns("rus")
    for ending, nominatives in _ENDINGS:
        if not second.endswith(ending) or len(second) - len(ending) < 2:
            continue
        for end in nominatives:
            noun = second[: len(second) - len(ending)] + end
            for gender in "mfn":
                name = folded(f"{nominative_adjective(first, gender)} {noun}")
                if name in towns:
                    return lexicon.place_in(*towns[name])
    return None


def _preposition(block: Block, at: int) -> str:
    """The preposition that governs a word, in an enumeration the one before its first word."""
    steps = 0
    while at > 0 and steps < 12:
        gap = block.tokens[at].gap.strip()
        fold = block.folds[at - 1]
        if not gap and fold in _CASES:
            return fold
        if not gap and fold == "и" and at > 1:
            at -= 1
        elif gap != ",":
            return ""
        if not block.tokens[at - 1].capital or not (gap == "," or fold == "и"):
            return ""
        at -= 1
        steps += 1
    return ""


@lru_cache(maxsize=50_000)
def _after(word: str, preposition: str) -> Place | None:
    """A place after a preposition: in the dictionary, the list, or else by its ending."""
    cases = _CASES[preposition]
    if place := _dictionary(word, cases) or _listed_town(word, cases):
        return place
    if preposition not in _STRONG or _NO_PLACE.match(folded(word)) or _named_or_common(word):
        return None
    name = _guessed(word, cases)
    return unlisted(name) if name else None


def _named_or_common(word: str) -> bool:
    small = word.lower()
    person = any(russian.is_kind(small, kind) for kind in ("given", "family", "patronymic"))
    return person or russian.is_common(small) or _ends_like_adjective(small)


def _ends_like_adjective(small: str) -> bool:
    return bool(re.search(r"(?:ского|ской|ском|скую|ских|овой|евой|овым|евым|иной)$", small))


@lru_cache(maxsize=50_000)
def _sure(word: str) -> Place | None:
    """A place by its word alone: one that is neither a name nor an ordinary word."""
    if _named_or_common(word):
        return None
    cases = ("nomn", "gent", "datv", "accs", "ablt", "loct")
    return _dictionary(word, cases) or _listed_town(word)


def _dictionary(word: str, cases: tuple[str, ...]) -> Place | None:
    for one in russian.readings(word.lower()):
        fits = one.kind == "place" and one.known and (one.case in cases or not one.case)
        if fits and (not one.plural or one.lemma.endswith(("ы", "и"))):
            name = russian.like(word, russian.nominative(word.lower(), "place", one.case))
            return lexicon.place_in(*lexicon.towns("rus").get(folded(name), (name, "")))
    return None


_ENDINGS = (
    ("", ("",)), ("а", ("", "о")), ("у", ("", "а", "о")), ("е", ("", "а", "о", "ь", "я")),
    ("ом", ("", "о")), ("ой", ("а",)), ("ы", ("а", "ы")), ("и", ("ь", "а", "я", "й", "и")),
    ("я", ("ь", "й", "е")), ("ю", ("ь", "й", "я")), ("ем", ("ь", "й", "е")), ("ью", ("ь",)),
    ("ого", ("ый", "ий", "ое")), ("ом", ("ый", "ий", "ое")), ("ым", ("ый", "ое")),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def _listed_town(word: str, cases: tuple[str, ...] = ()) -> Place | None:
    """A town of the long list, from any of its cases; not from another where cases are named."""
    towns = lexicon.towns("rus")
    fold = folded(word)
    for ending, nominatives in _ENDINGS:
        if not fold.endswith(ending) or len(fold) - len(ending) < 3:
            continue
        stem = fold[: len(fold) - len(ending)]
        for end in nominatives:
            name = stem + end
            if name in towns and (not ending or fold in _forms(towns[name][0])):
                return lexicon.place_in(*towns[name])
    return None


def _forms(name: str) -> frozenset[str]:
    forms = adjective_forms(name) if is_adjective(name) else noun_forms(name)
    return frozenset(map(folded, forms))


def _guessed(word: str, cases: tuple[str, ...]) -> str:
    """The nominative of an unknown name, by the usual endings of the case."""
    if cases[0] == "loct" and re.search(r"[бвгджзклмнпрстфхцчшщ]е$", word):
        return word[:-1]
    if cases[0] == "gent":
        if re.search(r"[бвгджзклмнпрстфхцчшщ]а$", word):
            return word[:-1]
        if re.search(r"[бвдзлмнпрстфц]ы$", word):
            return word[:-1] + "а"
    if cases[0] == "ablt" and re.search(r"[бвгджзклмнпрстфхцчшщ]ом$", word):
        return word[:-2]
    if cases[0] == "loct" and word.endswith("ии"):
        return word[:-1] + "я"
    return word

"""Russian words as places: from a case of the word to the place it names."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_app.article import russian
from catalog_app.article.inflect import (
    adjective_forms,
    is_adjective,
    nominative_adjective,
    noun_forms,
)
from catalog_app.article.lexicon import Place, folded
from catalog_app.article.place_mention import unlisted
from catalog_app.article.towns import place_in, towns

CASES = {
    "в": ("loct", "accs"), "во": ("loct", "accs"), "на": ("loct", "accs"), "из": ("gent",),
    "до": ("gent",), "от": ("gent",), "около": ("gent",), "близ": ("gent",), "возле": ("gent",),
    "у": ("gent",), "из-под": ("gent",), "под": ("ablt",), "между": ("ablt",), "через": ("accs",),
    "к": ("datv",), "с": ("gent",), "по": ("datv",), "над": ("ablt",),
    "вдоль": ("gent",), "мимо": ("gent",), "южнее": ("gent",), "севернее": ("gent",),
    "западнее": ("gent",), "восточнее": ("gent",), "вокруг": ("gent",), "ниже": ("gent",),
    "выше": ("gent",), "юго-восточнее": ("gent",), "юго-западнее": ("gent",), "вблизи": ("gent",),
    "северо-восточнее": ("gent",), "северо-западнее": ("gent",), "недалеко от": ("gent",),
}  # fmt: skip


_STRONG = frozenset(
    [
        "в",
        "во",
        "из",
        "около",
        "близ",
        "возле",
        "из-под",
        "под",
        "через",
        "южнее",
        "севернее",
        "западнее",
        "восточнее",
        "вблизи",
    ]
)


_NO_PLACE = re.compile(
    r"(?:мин|рос|гос|евро|нац|глав|газ|сбер|авто|теле|авиа|яндекс|интернет|фейсбук|твиттер|"
    r"инстаграм|телеграм|ютуб|совет|бог|коран|библи|казах|кыргыз|узбек|таджик|туркмен|спорт)"
)


_ENDINGS = (
    ("", ("",)), ("а", ("", "о")), ("у", ("", "а", "о")), ("е", ("", "а", "о", "ь", "я")),
    ("ом", ("", "о")), ("ой", ("а",)), ("ы", ("а", "ы")), ("и", ("ь", "а", "я", "й", "и")),
    ("я", ("ь", "й", "е")), ("ю", ("ь", "й", "я")), ("ем", ("ь", "й", "е")), ("ью", ("ь",)),
    ("ами", ("и", "ы")), ("ах", ("и", "ы")),
    ("ого", ("ый", "ий", "ое")), ("ом", ("ый", "ий", "ое")), ("ым", ("ый", "ое")),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def place_after(word: str, preposition: str) -> Place | None:
    """A place after a preposition: in the dictionary, the list, or else by its ending."""
    cases = CASES[preposition]
    if place := in_dictionary(word, cases) or listed_town(word, cases):
        return place
    on = preposition == "на" and re.search(r"[бвгджзклмнпрстфхцчшщ]е$", word)
    town = cases == ("ablt",) and re.search(r"(?:[ое]в|ин)ом$", word)  # a person is «-овым»
    strong = on or town or preposition in _STRONG
    if town:
        return unlisted(word[:-2])
    if not strong or _NO_PLACE.match(folded(word)) or _named_or_common(word):
        return None
    name = _guessed(word, cases)
    return unlisted(name) if name else None


@lru_cache(maxsize=50_000)
def place_alone(word: str) -> Place | None:
    """A place by its word alone: one that is neither a name nor an ordinary word."""
    if _named_or_common(word):
        return None
    cases = ("nomn", "gent", "datv", "accs", "ablt", "loct")
    return in_dictionary(word, cases) or listed_town(word)


def _named_or_common(word: str) -> bool:
    small = word.lower()
    person = any(russian.is_kind(small, kind) for kind in ("given", "family", "patronymic"))
    return person or russian.is_common(small) or _ends_like_adjective(small)


def _ends_like_adjective(small: str) -> bool:
    return bool(re.search(r"(?:ского|ской|ском|скую|ских|овой|евой|овым|евым|иной)$", small))


def in_dictionary(word: str, cases: tuple[str, ...]) -> Place | None:
    for one in russian.readings(word.lower()):
        fits = one.kind == "place" and one.known and (one.case in cases or not one.case)
        if fits and (not one.plural or one.lemma.endswith(("ы", "и"))):
            name = russian.like(word, russian.nominative(word.lower(), "place", one.case))
            return place_in(*towns("rus").get(folded(name), (name, "")))
    return None


@lru_cache(maxsize=50_000)
def listed_town(word: str, cases: tuple[str, ...] = ()) -> Place | None:
    """A town of the long list, from any of its cases; not from another where cases are named."""
    known = towns("rus")
    fold = folded(word)
    for ending, nominatives in _ENDINGS:
        if not fold.endswith(ending) or len(fold) - len(ending) < 3:
            continue
        stem = fold[: len(fold) - len(ending)]
        for end in nominatives:
            name = stem + end
            if name in known and (not ending or fold in _forms(known[name][0])):
                return place_in(*known[name])
    return None


def _forms(name: str) -> frozenset[str]:
    forms = adjective_forms(name) if is_adjective(name) else noun_forms(name)
    return frozenset(map(folded, forms))


@lru_cache(maxsize=20_000)
def town_of_two(first: str, second: str) -> Place | None:
    """A town of an adjective and a noun in any case, as «в Нижнем Тагиле»."""
    known = towns("rus")
    for ending, nominatives in _ENDINGS:
        if not second.endswith(ending) or len(second) - len(ending) < 2:
            continue
        for end in nominatives:
            noun = second[: len(second) - len(ending)] + end
            for gender in "mfn":
                name = folded(f"{nominative_adjective(first, gender)} {noun}")
                if name in known:
                    return place_in(*known[name])
    return None


def _guessed(word: str, cases: tuple[str, ...]) -> str:
    """The nominative of an unknown name, by the usual endings of the case."""
    if cases[0] == "loct" and re.search(r"[бвгджзклмнпрстфхцчшщ]е$", word):
        return word[:-1]
    if cases[0] == "gent":
        if re.search(r"[бвгджзклмнпрстфхцчшщ]а$", word):
            return word[:-1]
        if re.search(r"[бвдзлмнпрстфц]ы$", word):
            return word[:-1] + "а"
        if re.search(r"[кгхжшч]и$", word) or word.endswith("ии"):
            return word[:-1] + ("я" if word.endswith("ии") else "а")
    if cases[0] == "ablt" and re.search(r"[бвгджзклмнпрстфхцчшщ]ом$", word):
        return word[:-2]
    if cases[0] == "loct" and word.endswith("ии"):
        return word[:-1] + "я"
    return word

"""Endings: from a nominative to the forms a text uses, and from such a form back.

Rules of thumb for names and titles, not a grammar: enough to see that «в Самаркандской области»
is «Самаркандская область» and that «Astanadan» is «Astana».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Endings of the six cases, nominative first; "" at the front of a key means any consonant.
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ия", "ии", "ии", "ию", "ией", "ии")),
    ("ие", ("ие", "ия", "ию", "ие", "ием", "ии")),
    ("ье", ("ье", "ья", "ью", "ье", "ьем", "ье")),
    ("ья", ("ья", "ьи", "ье", "ью", "ьей", "ье")),
    ("ще", ("ще", "ща", "щу", "ще", "щем", "ще")),
    ("це", ("це", "ца", "цу", "це", "цем", "це")),
    ("ец", ("ец", "ца", "цу", "ца", "цом", "це")),
    ("а", ("а", "ы", "е", "у", "ой", "е")),
    ("я", ("я", "и", "е", "ю", "ей", "е")),
    ("й", ("й", "я", "ю", "й", "ем", "е")),
    ("о", ("о", "а", "у", "о", "ом", "е")),
    ("ы", ("ы", "", "ам", "ы", "ами", "ах")),
)
_SOFT_FEMININE = ("ь", "и", "и", "ь", "ью", "и")
_SOFT_MASCULINE = ("ь", "я", "ю", "ь", "ем", "е")
_HARD = ("", "а", "у", "", "ом", "е")
_ADJECTIVES = {
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ой", "ым", "ом"),
    "ий": ("ий", "ого", "ому", "ий", "им", "ом"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
}
_HUSHING = "гкхжчшщ"
_IRREGULAR = {
    "Египет": ("Египт", _HARD),
    "посол": ("посл", ("", "а", "у", "а", "ом", "е")),
    "море": ("мор", ("е", "я", "ю", "е", "ем", "е")),
}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")

_SUFFIXES = {
    "eng": "'s ’s ' ’",
    "uzb": "ning dagi dan dan ga ka qa da ni lik liklar lar si ning",
    "uzc": "нинг даги дан га ка қа да ни лик лар си",
    "kaz": "ның нің дың дің тың тің дағы дегі тағы тегі дан ден тан тен нан нен ға ге қа ке на не "
    "да де та те нда нде ны ні ды ді ты ті мен бен пен сы сі лық лік",
    "kir": "нын нин нун нүн дын дин дун дүн тын тин тун түн дагы деги тагы теги догу дөгү тогу "
    "дан ден дон дөн тан тен тон төн га ге го гө ка ке ко кө да де до дө та те то тө "
    "ны ни ну нү ды ди ду дү ты ти ту тү лык лик "
    "нда нде ндо ндө нан нен нон нөн",
    "tgk": "и ро у ю ву",
}


def noun_forms(word: str) -> tuple[str, ...]:
    """The six cases of a Russian noun in the singular, nominative first."""
    if word in _IRREGULAR:
        base, endings = _IRREGULAR[word]
        return (word, *(base + end for end in endings[1:]))
    for ending, cases in _NOUNS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _spelled(word[: -len(ending)], cases)
    if word.endswith("ь"):
        feminine = word.endswith(("сть", "знь", "ань", "ирь", "ель", "дь")) and word != "Израиль"
        feminine = feminine and not word.endswith("тель")
        return _spelled(word[:-1], _SOFT_FEMININE if feminine else _SOFT_MASCULINE)
    if word[-1:] in _CONSONANTS:
        return _spelled(word, _HARD)
    return (word,) * 6


def _spelled(base: str, cases: tuple[str, ...]) -> tuple[str, ...]:
    hushing = base[-1:] in _HUSHING
    if base[-1:] in tuple("цжшщч"):
        cases = tuple("ей" if end == "ой" else end for end in cases)
    return tuple(base + ("и" + end[1:] if hushing and end[:1] == "ы" else end) for end in cases)


def adjective_forms(word: str) -> tuple[str, ...]:
    """The six cases of a Russian adjective in the singular."""
    return tuple(word[:-2] + end for end in _ADJECTIVES[word[-2:]])


def is_adjective(word: str) -> bool:
    """Whether a Russian word in the nominative looks like an adjective."""
    return len(word) > 4 and word[-2:] in _ADJECTIVES and not word.endswith(("рий", "лий", "ргий"))


def phrase_forms(phrase: str) -> frozenset[str]:
    """A Russian phrase of adjectives and one noun in all its cases; what follows stays as it is."""
    words = phrase.split()
    cases: list[tuple[str, ...]] = []
    after_noun = False
    for at, word in enumerate(words):
        adjective = is_adjective(word) and at < len(words) - 1
        cases.append((word,) * 6 if after_noun else _word_cases(word, adjective))
        after_noun = after_noun or not adjective
    return frozenset(" ".join(forms) for forms in zip(*cases, strict=True))


def _word_cases(word: str, adjective: bool) -> tuple[str, ...]:
    if adjective:
        return adjective_forms(word)
    if word.isupper():
        return (word,) * 6
    return noun_forms(word)


@cache
def _suffixes(profile: str) -> tuple[str, ...]:
    return tuple(sorted(_SUFFIXES.get(profile, "").split(), key=len, reverse=True))


def stripped(word: str, profile: str) -> Iterator[str]:
    """The word itself, then what is left without an ending of this language, longest first."""
    yield word
    for suffix in _suffixes(profile):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            yield word[: -len(suffix)].rstrip("-’'")


def nominative_adjective(word: str, gender: str) -> str:
    """The nominative of a Russian adjective beside a noun of gender m, f or n."""
    match = re.search(r"(ого|его|ому|ему|ой|ей|ую|юю|ая|яя|ое|ее|ый|ий|ым|им|ом|ем)$", word)
    if not match or len(word) - len(match[1]) < 3:
        return word
    stem = word[: match.start()]
    if gender == "f":
        return stem + ("яя" if match[1][0] in "ея" or match[1] == "юю" else "ая")
    if gender == "n":
        return stem + ("ее" if match[1][0] == "е" and stem[-1] in "шщчжн" else "ое")
    if match[1] in ("ый", "ой", "ий") and word.endswith(match[1]) and match[1] != "ой":
        return word
    soft = match[1][0] == "е" or stem[-1] in _HUSHING
    return stem + ("ий" if soft else "ый")


_CYRILLIC_DIGRAPHS = (
    ("o‘", "ў"), ("g‘", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"),
    ("ye", "е"), ("ts", "ц"),
)  # fmt: skip
_CYRILLIC_LETTERS = str.maketrans("abvgdejziyklmnoprstufxqh’", "абвгдежзийклмнопрстуфхқҳъ")


def uzbek_cyrillic(latin: str) -> str:
    """An Uzbek word in Latin letters as it is written in Cyrillic."""
    words = []
    for word in latin.split(" "):
        small = word.lower()
        if small.startswith("e"):
            small = "э" + small[1:]
        for pair, letter in _CYRILLIC_DIGRAPHS:
            small = small.replace(pair, letter)
        small = small.translate(_CYRILLIC_LETTERS)
        words.append(small[:1].upper() + small[1:] if word[:1].isupper() else small)
    return " ".join(words)

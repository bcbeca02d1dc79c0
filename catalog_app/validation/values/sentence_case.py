"""Titles in capitals throughout, and how they would read in sentence case."""

from __future__ import annotations

import re
from functools import cache

from catalog_app.schema.vocabularies import vocabulary
from catalog_app.validation.values.problem import ValueProblem

_WORD = re.compile(r"[^\W_]+(?:['’ʻʼ‘`][^\W_]+)*")
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|[XVI]+")
_VOWELS = frozenset("AEIOUYÄÖÜÉÈÊÁÓÍАЕЁИОУЫЭЮЯІЇЄҰҮӘӨЎ")
_SMALL = frozenset(
    """a an and as at be but by do for from he his how if in into is it its me my new no nor not of
    off on or our out over own per she so than that the their this to too two under up upon via vs
    was way we what when who why with you all are can day has have her had him may one old see top
    use war law men man age art big end few far far get let low oil old per red ten web
    der die das den dem des ein eine und oder für mit von vom zum zur bei aus auf im am als ist
    le la les de du des et en une au aux sur par pour dans
    в во и или на не но о об от до за из к ко над под по при про с со у что как для это их его ее
    она они мы вы быть был было её без год мир
    va bilan uchun ham bu shu bir yil yangi
    """.split()  # noqa: SIM905
)
_ACRONYMS = frozenset(
    """UN EU USA US UK UAE USSR CIS SCO NATO UNESCO UNICEF UNDP WHO WTO IMF OSCE OECD ASEAN BRICS
    IFLA ISO DNA RNA HIV AIDS COVID GDP GIS IT ICT AI PR TV NGO BBC CNN CSTO EAEU ECO OTS PHD CEO
    ООН СНГ ШОС США ЕС СССР РФ ОБСЕ НАТО ЮНЕСКО ЕАЭС ОДКБ ВОЗ МВФ ВТО ВВП ИКТ СМИ ТВ УЗР РУЗ
    BMT MDH AQSH YUNESKO OAV AKT
    """.split()  # noqa: SIM905
)
_NAMES = frozenset(
    """asian european african american russian english french german chinese japanese korean indian
    turkish turkic arab arabic persian islamic christian soviet uzbek kazakh kyrgyz tajik turkmen
    caucasian siberian british italian spanish ukrainian tashkent samarkand bukhara khiva fergana
    andijan namangan nukus astana almaty bishkek dushanbe ashgabat moscow london paris berlin
    beijing washington january february march april june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday muslim
    ташкент самарканд бухара хива москва астана алматы бишкек душанбе toshkent samarqand buxoro
    узбекистан казахстан киргизия кыргызстан таджикистан туркменистан россия азия европа
    узбекистана казахстана кыргызстана таджикистана туркменистана россии азии европы
    oʻzbekiston o'zbekiston qozogʻiston rossiya osiyo
    """.split()  # noqa: SIM905
)

_PHRASES = re.compile(
    r"\b(?:(?:central|north|northern|south|southern|east|eastern|west|western|latin|saudi|great|new)"
    r"\s+(?:asian?|african?|america|american|europe|european|korean?|arabia|britain|zealand|york)"
    r"|middle east|far east|united (?:nations|states|kingdom)|european union|soviet union"
    r"|world war|silk road|центральн(?:ая|ой|ую) ази[яию]|шелков(?:ый|ого|ом) пут[ьие])\b",
    re.I,
)


def check_capitals(value: str) -> list[ValueProblem]:
    """Whether the text is wholly in capitals: three words or more, or two long ones."""
    letters = [c for c in value if c.isalpha()]
    words = [w for w in _WORD.findall(value) if len(w) > 1 and not w.isdigit()]
    if len(letters) < 14 or len(words) < 2 or any(c.islower() for c in letters):
        return []
    if all(w in _ACRONYMS for w in words):
        return []
    if 2 * sum(c.isupper() for c in letters) < len(letters):
        return []  # an acronym among letters that know no capitals: Arabic, Hebrew, Chinese
    proposal, doubtful = sentence_case(value)
    message = "The text is in capitals throughout. Write it with small letters"
    message += f"; make sure of {', '.join(doubtful[:6])}." if doubtful else "."
    return [ValueProblem("text.capitals", "advice", message, "MODS guidelines", proposal)]


def sentence_case(text: str) -> tuple[str, list[str]]:
    """The text in sentence case, and the words in it that somebody should confirm.

    Known acronyms, Roman numerals and words without a vowel keep their capitals, names of
    countries and peoples their first one. Short words that might be acronyms are only listed.
    """
    doubtful: dict[str, None] = {}
    pieces: list[str] = []
    at, begins = 0, True
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        begins = begins or bool(re.search(r"[.?!…]\s+[«“\"'(\[]*$", between))
        word, unsure = _cased(match[0])
        pieces += [between, word[:1].upper() + word[1:] if begins else word]
        if unsure:
            doubtful.setdefault(pieces[-1])
        at, begins = match.end(), False
    proposal = "".join(pieces) + text[at:]
    for phrase in _PHRASES.findall(proposal):
        doubtful.setdefault(phrase.title())
    return _PHRASES.sub(lambda m: m[0].title(), proposal), list(doubtful)


def _cased(word: str) -> tuple[str, bool]:
    """The word as it should be inside a sentence, and whether that is a guess."""
    upper, lower = word.upper(), word.lower()
    if lower in _SMALL or len(word) == 1:
        return (word if word.isdigit() or upper == "I" else lower), upper in _ACRONYMS
    if upper in _ACRONYMS:
        return upper, True
    if any(c.isdigit() for c in word):
        return word, not word.isdigit()
    if len(word) > 1 and _ROMAN.fullmatch(upper):
        return upper, True
    if not _VOWELS & set(upper) and len(word) <= 5:
        return upper, True
    if lower in _proper_names():
        return word[0].upper() + lower[1:], True
    return lower, len(word) <= 3


@cache
def _proper_names() -> frozenset[str]:
    """Single words that name countries and regions, in small letters."""
    names = set(_NAMES)
    for list_name in ("iso3166", "marcgac"):
        for entry in vocabulary(list_name).entries:
            if re.fullmatch(r"[^\W\d_]{4,}", entry.label):
                names.add(entry.label.lower())
    return frozenset(names - {"earth", "moon", "tropics", "turkey", "guinea", "chad", "jersey"})

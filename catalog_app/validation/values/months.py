"""Names of months and seasons in the languages that the region's newspapers are written in."""

from __future__ import annotations

import re

# English, German, French, Russian, Uzbek in both scripts, Tajik, Kazakh; full and shortened.
_MONTHS = (
    r"jan(?:uary?|vier)?|jänner|januar|янв(?:ар[ьяей]?|ар)?|yanvar|қаңтар",
    r"feb(?:ruary?|r)?|fevral|février|фев(?:рал[ьяе]?|р)?|ақпан",
    r"mar(?:ch|s|t)?|märz|мар(?:т[ае]?)?|наурыз",
    r"apr(?:il|el)?|avril|апр(?:ел[ьяе]?)?|сәуір",
    r"may|mai|ма[йяе]|мамыр",
    r"june?|juni|juin|iyun|июн[ьяе]?|маусым",
    r"july?|juli|juillet|iyul|июл[ьяе]?|шілде",
    r"aug(?:ust)?|avgust|août|авг(?:уста?|усте)?|тамыз",
    r"sept?(?:ember|embre)?|sentabr|sentyabr|сен(?:т(?:ябр[ьяе]?)?)?|қыркүйек",
    r"o[ck]t(?:ober|obre|abr|yabr)?|окт(?:ябр[ьяе]?)?|қазан",
    r"nov(?:ember|embre)?|noyabr|ноя(?:бр[ьяе]?)?|қараша",
    r"de[cz](?:ember|embre)?|décembre|dekabr|дек(?:абр[ьяе]?)?|желтоқсан",
)
_SEASONS = (
    (21, r"spring|весн(?:а|ой|ы)|bahor|баҳор|frühling|frühjahr|printemps"),
    (22, r"summer|лето|летом|yoz|ёз|sommer|été"),
    (23, r"autumn|fall|осень|осенью|kuz|куз|herbst|automne"),
    (24, r"winter|зима|зимой|qish|қиш|hiver"),
)
MONTH = "(?:" + "|".join(_MONTHS) + r")\.?"
SEASON = "(?:" + "|".join(words for _, words in _SEASONS) + ")"


def month_number(word: str) -> int | None:
    """The number of a month's name or abbreviation, 1 to 12."""
    plain = word.lower().rstrip(".")
    for number, pattern in enumerate(_MONTHS, 1):
        if re.fullmatch(pattern, plain):
            return number
    return None


def season_number(word: str) -> int | None:
    """The EDTF number of a season, 21 to 24."""
    for number, words in _SEASONS:
        if re.fullmatch(words, word.lower()):
            return number
    return None

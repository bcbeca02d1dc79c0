"""Letters that look like letters of another script."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from catalog_app.validation.values.problem import ValueProblem

# Cyrillic letters (Russian, Ukrainian, Kazakh…) and the Latin ones that print the same.
_TO_LATIN = {
    "А": "A",
    "В": "B",
    "С": "C",
    "Е": "E",
    "Н": "H",
    "І": "I",
    "Ӏ": "I",
    "Ј": "J",
    "К": "K",
    "М": "M",
    "О": "O",
    "Р": "P",
    "Ѕ": "S",
    "Т": "T",
    "Х": "X",
    "Ү": "Y",
    "а": "a",
    "с": "c",
    "ԁ": "d",
    "е": "e",
    "һ": "h",
    "і": "i",
    "ј": "j",
    "ӏ": "l",
    "о": "o",
    "р": "p",
    "ԛ": "q",
    "ѕ": "s",
    "у": "y",
    "х": "x",
    "ԝ": "w",
}
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in reversed(_TO_LATIN.items())}
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"[IVXLCDM]+[а-яё]{1,3}")
_ROMAN = re.compile(r"[IVXLCDM]+")


def check_mixed_scripts(value: str) -> list[ValueProblem]:
    """Words that mix Latin and Cyrillic letters where the odd ones look like the others.

    A word such as "HTMLом", whose odd letters cannot be taken for the others, is left alone.
    """
    if value.isascii():
        return []
    mended: dict[str, str] = {}
    for word in _WORD.findall(value):
        if word not in mended and not word.isascii() and (better := _mended(word)):
            mended[word] = better
    if not mended:
        return []
    repaired = _WORD.sub(lambda m: mended.get(m[0], m[0]), value)
    return [
        ValueProblem("text.mixed-scripts", "warning", _message(mended), "", repaired),
    ]


def _mended(word: str) -> str | None:
    if _NUMBERED.fullmatch(word):
        return None
    latin = [c for c in word if _is(c, "LATIN")]
    cyrillic = [c for c in word if _is(c, "CYRILLIC")]
    if not latin or not cyrillic:
        return None
    to_latin = all(c in _TO_LATIN for c in cyrillic)
    to_cyrillic = all(c in _TO_CYRILLIC for c in latin)
    as_latin = "".join(_TO_LATIN.get(c, c) for c in word)
    as_cyrillic = "".join(_TO_CYRILLIC.get(c, c) for c in word)
    if to_latin and (_ROMAN.fullmatch(as_latin) or not to_cyrillic or len(latin) >= len(cyrillic)):
        return as_latin
    return as_cyrillic if to_cyrillic else None


@cache
def _is(letter: str, script: str) -> bool:
    return unicodedata.name(letter, "").startswith(script)


def _message(mended: dict[str, str]) -> str:
    shown = []
    for word, better in list(mended.items())[:3]:
        odd = [c for c, new in zip(word, better, strict=True) if c != new]
        script = "Cyrillic" if _is(odd[0], "CYRILLIC") else "Latin"
        letters = ", ".join(f"“{c}”" for c in dict.fromkeys(odd))
        is_are = "is a" if len(set(odd)) == 1 else "are"
        noun = "letter" if len(set(odd)) == 1 else "letters"
        shown.append(f"in “{word}”, {letters} {is_are} {script} {noun}")
    more = f" (and {len(mended) - 3} more words)" if len(mended) > 3 else ""
    return f"Two alphabets are mixed: {'; '.join(shown)}{more}. Searches will not find the word."

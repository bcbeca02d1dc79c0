"""The characters of the palette, and how they are found by words in English and Russian."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from catalog_app import paths

_CLUSTER = re.compile(r"\w͡\w|[OoGg]ʻ|z̤|\S|[\u00a0\u2009\u202f]", re.DOTALL)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Group:
    """Characters of one alphabet or kind; `words` are all by which it is found."""

    name: str
    words: str
    signs: tuple[str, ...]


@cache
def _data() -> tuple[tuple[Group, ...], dict[str, str]]:
    text = (paths.resources() / "characters.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    groups = (
        Group(one["name"], _folded(f"{one['name']} {one['words']}"), tuple(in_group(one["signs"])))
        for one in data["group"]
    )
    return tuple(groups), {word: _folded(said) for word, said in data["russian"].items()}


def groups() -> tuple[Group, ...]:
    """The groups in the order of the palette."""
    return _data()[0]


def characters() -> list[str]:
    """Every character of the palette once, in the palette's order."""
    return list(dict.fromkeys(sign for group in groups() for sign in group.signs))


def in_group(signs: str) -> list[str]:
    """The characters of a group; a letter with its modifier counts as one."""
    return list(dict.fromkeys(_CLUSTER.findall(signs)))


@cache
def _names(language: str) -> dict[str, str]:
    """The names of the palette's characters in a language, as far as they were written."""
    file = paths.resources() / "i18n" / f"characters.{language}.tsv"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return {"".join(chr(int(one, 16)) for one in points.split()): name for points, name in cells}


def name_of(sign: str, language: str = "en") -> str:
    """The name in a language; the Unicode name, in small letters, where there is no other."""
    named = _names(language).get(sign)
    return named or " + ".join(unicodedata.name(one, f"U+{ord(one):04X}") for one in sign).lower()


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


@cache
def _words_of(sign: str) -> str:
    """All words by which one character is found: its name and its groups, in both languages."""
    name, russian = name_of(sign), _data()[1]
    said = (russian.get(word, "") for word in _WORD.findall(name))
    around = (group.words for group in groups() if sign in group.signs)
    return " ".join((name, *said, _folded(name_of(sign, "ru")), *around))


def found(text: str, recent: Iterable[str] = ()) -> list[str]:
    """The characters for what was typed: its words in the name, the group, or U+0000.

    Recent ones come first, then the alphabet that is called so. What the palette does not list is
    found among all of Unicode by full name, code point or by being the very character typed.
    """
    words = _folded(text).split()
    recent = list(recent)
    order = list(dict.fromkeys([*recent, *characters()]))
    if not words:
        return order
    near = [sign for sign in order if all(word in _words_of(sign) for word in words)]
    used = [sign for sign in recent if sign in near]
    alphabet = [sign for group in groups() if _is_called(group, words) for sign in group.signs]
    return list(dict.fromkeys([*used, *alphabet, *near, *_exact(text.strip())]))


def _is_called(group: Group, words: list[str]) -> bool:
    mine = group.words.split()
    return all(any(one.startswith(word) for one in mine) for word in words)


def _exact(text: str) -> list[str]:
    """The one character that `text` is, or names in full, or gives the code point of."""
    code = re.fullmatch(r"(?:u\+|0x)?([0-9a-f]{4,6})", text.casefold())
    if code and int(code[1], 16) <= 0x10FFFF:
        sign = chr(int(code[1], 16))
        return [sign] if unicodedata.name(sign, "") else []
    if len(text) == 1:
        return [text] if unicodedata.name(text, "") else []
    try:
        return [unicodedata.lookup(text)]
    except KeyError:
        return []

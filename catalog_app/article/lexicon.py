"""The word lists of resources/article, read once when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from catalog_app.article.inflect import noun_forms, phrase_forms, stripped, uzbek_cyrillic
from catalog_app.paths import resources

PROFILES = ("eng", "rus", "uzb", "uzc", "kaz", "kir", "tgk")
"""Languages with rules of their own; "uzc" is Uzbek in Cyrillic letters."""

_FOLDED = str.maketrans(dict.fromkeys("ʻʼ`´‘'", "’") | {"ё": "е"})


@dataclass(frozen=True)
class Place:
    """A place with its codes; `kind` is country, region, city, area or water."""

    name: str
    kind: str
    iso: str
    marccountry: str
    marcgac: str


@dataclass(frozen=True)
class Body:
    """A body known by its name in one language, with its abbreviations."""

    name: str
    abbreviations: tuple[str, ...]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a word list, without its comments."""
    path = resources() / "article" / f"{name}.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The words of a list under one key, or under "any"."""
    return tuple(word for row in rows(name) if row[0] in (key, "any") for word in row[1].split("|"))


@cache
def group(key: str) -> frozenset[str]:
    """A small closed set of words, folded."""
    return frozenset(
        folded(word) for row in rows("groups") if row[0] == key for word in row[1].split(" ")
    )


@cache
def exact(key: str) -> frozenset[str]:
    """A small closed set of words, as they are written."""
    return frozenset(word for row in rows("groups") if row[0] == key for word in row[1].split(" "))


@cache
def quoted_heads() -> dict[str, tuple[str, str]]:
    """Folded form of a Russian noun that heads a body's name in quotation marks, its gender."""
    return {
        folded(form): (noun, gender)
        for gender in "mfn"
        for noun in words("heads", f"rus.{gender}.quoted")
        for form in phrase_forms(noun)
    }


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """A word for comparing: small letters, one apostrophe, ё as е."""
    return word.lower().translate(_FOLDED)


def folded_text(text: str) -> str:
    """A long text folded, of the same length, and not remembered as single words are."""
    return text.lower().translate(_FOLDED)


@cache
def places(profile: str) -> dict[str, tuple[Place, str]]:
    """Folded form → the place and its name in the language, for one language."""
    found: dict[str, tuple[Place, str]] = {}
    for row in rows("places"):
        place = Place(row[0].split("|")[0], *row[1:5])
        names = _names(row + [""] * 10, profile)
        for name in names:
            for form in phrase_forms(name) if profile == "rus" else (name,):
                found.setdefault(folded(form), (place, name))
    return found


def _names(row: list[str], profile: str) -> list[str]:
    column = {"eng": 0, "rus": 5, "uzb": 6, "uzc": 6, "kaz": 7, "kir": 8, "tgk": 9}.get(profile, 0)
    own = row[column].split("|") if row[column] else []
    if profile == "uzc":
        return [uzbek_cyrillic(name) for name in own]
    if profile in ("kaz", "kir", "tgk"):
        return own or [name for name in row[5].split("|") if name]
    return own


@lru_cache(maxsize=100_000)
def place_of(phrase: str, profile: str) -> tuple[Place, str] | None:
    """The place a phrase names, with or without an ending of the language."""
    known = places(profile)
    for form in stripped(folded(phrase), profile):
        if form in known:
            return known[form]
    return None


def place_name(place: Place, profile: str) -> str:
    """The usual name of a place in one language; the English one where there is none."""
    names = (name for known, name in places(profile).values() if known == place)
    return next(names, place.name)


@cache
def place_words(profile: str) -> tuple[frozenset[str], frozenset[str]]:
    """Folded words that stand before a place's name, and those that stand after it."""
    for row in rows("place-words"):
        if row[0] == profile:
            before, after = (frozenset(map(folded, column.split("|"))) for column in row[1:3])
            return before, after
    return frozenset(), frozenset()


@cache
def place_starts(profile: str) -> dict[str, int]:
    """Folded first word of a place's name → the most words such a name has."""
    longest: dict[str, int] = {}
    for form in places(profile):
        parts = form.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


@cache
def given_names() -> dict[str, tuple[str, str, bool]]:
    """Folded form → nominative, sex (m or f), and whether the form is another case."""
    found: dict[str, tuple[str, str, bool]] = {}
    listed = [(row[0], name) for row in rows("names") for name in row[1].split("|")]
    for sex, name in listed:
        found[folded(name)] = (name, sex, False)
    for sex, name in listed:
        for form in _cases(name, sex) if "Ѐ" <= name[0] <= "ӿ" else ():
            found.setdefault(folded(form), (name, sex, True))
    return found


def _cases(name: str, sex: str) -> tuple[str, ...]:
    if sex == "f" and name.endswith("ь"):
        return tuple(name[:-1] + end for end in ("и", "ью"))
    if sex == "f" and name[-1] not in "ая":
        return ()
    irregular = {"Пётр": "Петр", "Лев": "Льв", "Павел": "Павл"}
    if name in irregular:
        return tuple(irregular[name] + end for end in ("а", "у", "ом", "е"))
    forms = noun_forms(name)
    return (*forms, name[:-1] + "ии") if name.endswith("ий") else forms


@cache
def roles(profile: str) -> dict[str, str]:
    """Folded form of an office or trade → its nominative."""
    found: dict[str, str] = {}
    for role in words("roles", profile):
        for form in phrase_forms(role) if profile == "rus" else (role,):
            found.setdefault(folded(form), _plain_role(role, profile))
        if profile == "rus":
            for form in _feminine_forms(role):
                found.setdefault(folded(form), role)
    return found


@cache
def role_starts(profile: str) -> frozenset[str]:
    """Folded first words of the offices and trades."""
    return frozenset(form.split()[0] for form in roles(profile))


def _plain_role(role: str, profile: str) -> str:
    """A role without the ending that ties it to its body, as “direktori” is “direktor”."""
    if profile in ("eng", "rus"):
        return role
    endings = ("si", "си", "сы", "сі", "су", "i", "и", "ы", "і", "у", "ү")
    plain = (role[: -len(end)] for end in endings if role.endswith(end))
    listed = words("roles", profile)
    return next((form for form in plain if form in listed), role)


def _feminine_forms(role: str) -> tuple[str, ...]:
    if role.startswith("заведующая"):
        return tuple(role.replace("заведующая", form) for form in ("заведующей", "заведующую"))
    if role.startswith("заведующий"):
        return tuple(role.replace("заведующий", form) for form in ("заведующего", "заведующему",
                     "заведующим"))  # fmt: skip
    return ()


@cache
def heads(profile: str) -> dict[str, tuple[str, str]]:
    """Folded form of a noun that heads a body's name → its nominative and gender ("" if none)."""
    found: dict[str, tuple[str, str]] = {}
    if profile != "rus":
        return {folded(word): (word, "") for word in words("heads", profile)}
    for gender in "mfn":
        for noun in words("heads", f"rus.{gender}"):
            for form in phrase_forms(noun):
                found.setdefault(folded(form), (noun, gender))
    return found


@cache
def bodies(profile: str) -> tuple[Body, ...]:
    """The bodies known by name in one language."""
    return tuple(
        Body(row[1], tuple(row[2].split("|")) if len(row) > 2 else ())
        for row in rows("bodies")
        if row[0] == profile
    )


@cache
def speech(profile: str) -> frozenset[str]:
    """Folded verbs of saying, of one word or two."""
    return frozenset(folded(verb) for verb in words("speech", profile))


@cache
def agencies() -> dict[str, str]:
    """Folded name of a news agency or newspaper → the name."""
    return {folded(name): name for name in words("agencies", "any")}


@cache
def agency_starts() -> frozenset[str]:
    """Folded first words of the agencies' names, as words are cut in a text."""
    return frozenset(re.split(r"[ .]", name)[0] for name in agencies()) | frozenset(
        re.split(r" ", name)[0] for name in agencies()
    )

"""Names of persons: what is in the wrong part, and how a whole name is split.

`split_name("Feruza Nazarova")` gives `("Nazarova", "Feruza")`. `check_name` looks at the parts of
one MODS name as (type, text) pairs, where type is that of namePart and empty if it has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog_app.validation.values.name_words import (
    CORPORATE,
    DATES,
    FAMILY_ENDING,
    FILIATION,
    PARTICLES,
    PATRONYMIC,
    is_initials,
    is_term_of_address,
)
from catalog_app.validation.values.problem import Severity, quoted

Part = tuple[str, str]

_FROM_PLACE = ("al-", "el-", "аль-", "ал-", "эль-")


@dataclass(frozen=True, slots=True)
class NameProblem:
    """One thing wrong with a name, and its parts as they should be, where that can be told.

    `part` is the position of the part it is about.
    """

    rule: str
    severity: Severity
    message: str
    part: int
    proposal: tuple[Part, ...] = ()


def check_name(parts: Sequence[Part], name_type: str = "") -> list[NameProblem]:
    """What is in the wrong part of a name of that type ("personal", "corporate", "" …)."""
    if name_type not in ("", "personal"):
        return _untypical(parts, name_type)
    if name_type == "" and len(parts) == 1 and CORPORATE.search(parts[0][1]):
        return []
    problems = []
    for number, (kind, text) in enumerate(parts):
        if text.strip():
            problem = _check_part(parts, number, kind.strip(), text.strip(), name_type)
            problems += [problem] if problem else []
    return problems


def split_name(text: str) -> tuple[str, str]:
    """Family and given name of a person as written out; the family is empty for a single name.

    "Family, Given" is taken at its word. Otherwise the last word is the family with the particles
    before it, but Russian, Uzbek, Kazakh and other names in the order of documents (family, given,
    father's name) are known by the father's name.
    """
    text = " ".join(text.split()).strip(" ,;")
    if "," in text:
        family, _, given = text.partition(",")
        return family.strip(), given.strip()
    words = text.split(" ")
    if len(words) == 1:
        return "", text
    return _split_words(words)


def _split_words(words: list[str]) -> tuple[str, str]:
    if words[-1].lower().startswith(_FROM_PLACE):
        return words[-1], " ".join(words[:-1])
    if is_initials(" ".join(words[1:])):
        return words[0], " ".join(words[1:])
    if len(words) == 2 and FAMILY_ENDING.fullmatch(words[0]) and not _is_family(words[1]):
        return words[0], words[1]
    return _by_fathers_name(words) or _by_particle(words)


def _by_fathers_name(words: list[str]) -> tuple[str, str] | None:
    """Family, given, father's name, as documents have it; or the family last."""
    if len(words) >= 3 and FILIATION.fullmatch(words[-1]):
        return words[0], " ".join(words[1:])
    if len(words) == 3 and PATRONYMIC.fullmatch(words[2]):
        return words[0], " ".join(words[1:])
    if len(words) == 3 and PATRONYMIC.fullmatch(words[1]):
        return words[2], " ".join(words[:2])
    return None


def _by_particle(words: list[str]) -> tuple[str, str]:
    """The family from its first particle on, else the last word."""
    if len(words) == 2 and words[0].lower() in PARTICLES:
        return " ".join(words), ""
    for number, word in enumerate(words[1:-1], 1):
        if word.lower() in PARTICLES and word[0].islower():
            return " ".join(words[number:]), " ".join(words[:number])
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def _is_family(word: str) -> bool:
    return bool(FAMILY_ENDING.fullmatch(word)) or word[0].islower()


def _check_part(
    parts: Sequence[Part], number: int, kind: str, text: str, name_type: str
) -> NameProblem | None:
    if kind == "date":
        return _check_date(number, text)
    if kind == "termsOfAddress":
        return None
    if problem := _dates_inside(parts, number, kind, text):
        return problem
    if problem := _address_inside(parts, number, kind, text):
        return problem
    if kind == "given":
        return _check_given(parts, number, text)
    if kind == "family":
        return _check_family(parts, number, text)
    if kind == "" and name_type == "personal":
        return _check_untyped(parts, number, text)
    return None


def _check_date(number: int, text: str) -> NameProblem | None:
    if any(c.isdigit() for c in text) or re.search(r"cent|век|asr|jh", text, re.I):
        return None
    message = f"{quoted(text)} stands in the part for dates but is none."
    return NameProblem("name.no-date", "warning", message, number)


def _dates_inside(parts: Sequence[Part], number: int, kind: str, text: str) -> NameProblem | None:
    match = DATES.search(text)
    if not match or not text[: match.start()].strip(" ,"):
        return None
    rest, dates = text[: match.start()].rstrip(" ,(["), match[0].strip(" ,()[].")
    message = f"The dates {quoted(dates)} belong in a part of their own, of type date."
    new = _replaced(parts, number, (kind, rest), ("date", dates))
    return NameProblem("name.dates-inside", "advice", message, number, new)


def _address_inside(parts: Sequence[Part], number: int, kind: str, text: str) -> NameProblem | None:
    words = text.split()
    found = [w for w in (words[0], words[-1]) if is_term_of_address(w)]
    if not found or len(words) < 2:
        return None
    terms = " ".join(dict.fromkeys(w.strip(",()") for w in found))
    rest = " ".join(w for w in words if w not in found).rstrip(",")
    if not rest:
        return None
    message = f"{quoted(terms)} is a term of address; give it a part of that type."
    new = _replaced(parts, number, (kind, rest), ("termsOfAddress", terms))
    return NameProblem("name.address-inside", "advice", message, number, new)


def _check_given(parts: Sequence[Part], number: int, text: str) -> NameProblem | None:
    if "," in text:
        family, _, given = (piece.strip() for piece in text.partition(","))
        message = f"The given name {quoted(text)} holds a comma: it seems to be a whole name."
        if not given or _has(parts, "family"):
            return NameProblem("name.comma-in-given", "warning", message, number)
        new = _replaced(parts, number, ("family", family), ("given", given))
        return NameProblem("name.comma-in-given", "warning", message, number, new)
    words = text.split()
    whole = len(words) == 2 and FAMILY_ENDING.fullmatch(words[1]) and not is_initials(words[1])
    if whole and not _has(parts, "family"):
        message = f"{quoted(text)} stands under given name and seems to be the whole name."
        family, given = split_name(text)
        new = _replaced(parts, number, ("family", family), ("given", given))
        return NameProblem("name.whole-in-given", "advice", message, number, new)
    return None


def _check_family(parts: Sequence[Part], number: int, text: str) -> NameProblem | None:
    if "<" in text or CORPORATE.search(text):
        return None
    if "," in text.strip(","):
        family, _, given = (piece.strip() for piece in text.partition(","))
        message = f"The family name {quoted(text)} holds a comma: it seems to be a whole name."
        if ("given", given) in parts:
            new = _replaced(parts, number, ("family", family))
        else:
            new = () if _has(parts, "given") else _pair(parts, number, family, given)
        return NameProblem("name.comma-in-family", "warning", message, number, new)
    words = text.split()
    if len(words) < 2 or _has(parts, "given") or words[0].lower() in PARTICLES:
        return None
    family, given = split_name(text)
    message = f"{quoted(text)} stands under family name and seems to be the whole name."
    new = _pair(parts, number, family, given)
    return NameProblem("name.whole-in-family", "advice", message, number, new)


def _check_untyped(parts: Sequence[Part], number: int, text: str) -> NameProblem | None:
    if _has(parts, "family") or _has(parts, "given") or text.count(",") != 1 or "<" in text:
        return None
    family, _, given = (piece.strip() for piece in text.partition(","))
    if not family or not given or CORPORATE.search(text) or len(given.split()) > 4:
        return None
    message = (
        f"{quoted(text)} can be divided into family name {quoted(family)} and "
        f"given name {quoted(given)}, so that others can sort and cite it."
    )
    new = _pair(parts, number, family, re.sub(r"(?<=[^\W\d_]{3})\.$", "", given))
    return NameProblem("name.undivided", "advice", message, number, new)


def _untypical(parts: Sequence[Part], name_type: str) -> list[NameProblem]:
    """Parts of persons in the name of a body."""
    if name_type not in ("corporate", "conference"):
        return []
    for number, (kind, text) in enumerate(parts):
        if kind in ("family", "given") and text.strip():
            message = (
                f"{quoted(text)} is marked as {kind} name, but the name is that of a {name_type} "
                "body. Remove the type of the part, or make the name personal."
            )
            return [NameProblem("name.person-part", "warning", message, number)]
    return []


def _has(parts: Sequence[Part], kind: str) -> bool:
    return any(k == kind and text.strip() for k, text in parts)


def _pair(parts: Sequence[Part], number: int, family: str, given: str) -> tuple[Part, ...]:
    return _replaced(parts, number, ("family", family), ("given", given))


def _replaced(parts: Sequence[Part], number: int, *new: Part) -> tuple[Part, ...]:
    kept = [part for part in new if part[1]]
    return (*parts[:number], *kept, *parts[number + 1 :])

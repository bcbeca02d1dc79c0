"""Codes and terms against the vocabulary that their authority names."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from catalog_app.schema.vocabularies import Entry, Vocabulary, authority_vocabulary, vocabulary
from catalog_app.schema.vocabulary_names import LANGUAGE_TAGS
from catalog_app.validation.values.language_tags import check_language_tag
from catalog_app.validation.values.problem import ValueProblem, quoted

_SUBDIVISION = re.compile(r"(?P<country>[A-Z]{2})-[A-Z0-9]{1,3}")
# Lists whose terms are fixed words; names of languages and places are written in many ways.
_ALIKE = 0.8  # of the letters of two words; below that another word may be meant
_FIXED_TERMS = frozenset({"marcrelator"})


def check_code(value: str, authority: str) -> list[ValueProblem]:
    """What is wrong with a code: not in the list, obsolete, or a term instead of a code.

    `authority` is the value of MODS @authority; one that we have no list for gives nothing.
    """
    name, code = authority_vocabulary(authority), value.strip()
    if name is None or not code:
        return []
    if name == LANGUAGE_TAGS:
        return check_language_tag(code)
    words = vocabulary(name)
    entry = words.entry(code)
    if entry is not None:
        return [] if entry.is_current else [_obsolete(entry, words)]
    if words.holds_terms and words.by_label(code):
        return []
    if name == "iso3166" and (match := _SUBDIVISION.fullmatch(code)):
        country = words.entry(match["country"])
        if country and country.status == "current":
            return []
    return [_unknown(code, words)]


def check_term(value: str, authority: str) -> list[ValueProblem]:
    """What is wrong with a term of a list that consists of terms, such as MARC genre terms."""
    name, term = authority_vocabulary(authority), value.strip()
    if name is None or not term:
        return []
    words = vocabulary(name)
    if not words.holds_terms and name not in _FIXED_TERMS:
        return []
    entry = words.by_label(term) or (words.entry(term) if words.holds_terms else None)
    if entry is not None:
        return [] if entry.is_current else [_obsolete(entry, words, term=True)]
    if coded := words.entry(term):
        message = f"{quoted(term)} is the code for {coded.label}; mark it as a code."
        return [
            ValueProblem(
                "code.as-term", "warning", message, words.label, attribute=("type", "code")
            )
        ]
    return [_unknown_term(term, words)]


@cache
def _like(value: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(get_close_matches(value, usual, 3, _ALIKE))


def check_suggested(value: str, usual: tuple[str, ...]) -> list[ValueProblem]:
    """Whether a free word, such as a type, looks like a slip for one in common use."""
    typed = value.strip().casefold()
    if typed in (one.casefold() for one in usual):
        return []
    meant = _like(typed, usual)
    if not meant:
        return []
    message = f"{quoted(value)} is not in common use here. Perhaps {', '.join(map(quoted, meant))}?"
    repaired = meant[0] if len(meant) == 1 else None
    return [ValueProblem("code.slip", "advice", message, "", repaired)]


def check_pair(code: str, text: str, authority: str) -> list[ValueProblem]:
    """Whether a code and the text beside it say the same.

    A text that is not in the list (in another language, say) proves nothing.
    """
    name = authority_vocabulary(authority)
    if name is None or not code.strip() or not text.strip():
        return []
    words = vocabulary(name)
    entry, named = words.entry(code.strip()), words.labelled(text)
    if entry is None or not named or entry.status == "local":
        return []
    if entry.code in {e.code for e in named} or entry.replaced_by in {e.code for e in named}:
        return []
    if any(e.replaced_by == entry.code for e in named):
        return []
    message = (
        f"The code {quoted(entry.code)} means {entry.label}, but the text beside it is "
        f"{quoted(text)}, whose code is {named[0].code}. Correct one of the two."
    )
    return [ValueProblem("code.disagrees", "warning", message, words.label)]


def check_uri_pair(uri: str, text: str, authority: str) -> list[ValueProblem]:
    """Whether a valueURI and the code or term it stands beside say the same.

    What the list does not have (a term in another language, say) proves nothing.
    """
    name = authority_vocabulary(authority)
    entry = vocabulary(name).by_uri(uri.strip()) if name else None
    if name is None or entry is None or not text.strip():
        return []
    own = _own_entries(vocabulary(name), text.strip())
    codes = {e.code for e in own} | {e.replaced_by for e in own}
    if not own or entry.code in codes or entry.replaced_by in codes - {""}:
        return []
    message = (
        f"{quoted(text)} stands beside the address (valueURI) of {entry.label} ({entry.code}). "
        "Correct one of the two."
    )
    mended = ("valueURI", own[0].uri) if len(own) == 1 and own[0].uri else None
    return [
        ValueProblem("code.disagrees", "warning", message, vocabulary(name).label, attribute=mended)
    ]


def _own_entries(words: Vocabulary, text: str) -> list[Entry]:
    """What a value may stand for: the entry of a code, the entries of a label."""
    coded = words.entry(text)
    labelled = words.labelled(text)
    return labelled if coded is None else [coded, *(e for e in labelled if e.code != coded.code)]


def _obsolete(entry: Entry, words: Vocabulary, *, term: bool = False) -> ValueProblem:
    value = entry.label if term else entry.code
    message = f"{quoted(value)} is no longer used in the list {words.label}"
    instead = words.entry(entry.replaced_by) if entry.replaced_by else None
    if instead is None:
        message += "; choose another."
        return ValueProblem("code.obsolete", "warning", message, words.label)
    repaired = instead.label if term else instead.code
    message += f"; write {repaired}" + ("." if term else f" ({instead.label}).")
    return ValueProblem("code.obsolete", "warning", message, words.label, repaired)


def _unknown(code: str, words: Vocabulary) -> ValueProblem:
    meant = words.nearest(code)
    message = f"{quoted(code)} is not a code of the list {words.label}."
    same_letters = bool(meant) and meant[0].code.lower() == code.lower()
    if same_letters:
        message = f"The code is written {meant[0].code}, not {code}."
    elif meant:
        message += f" Perhaps {_shown(meant)}?"
    else:
        message += " Choose one from the list, or remove the authority."
    sure = len(meant) == 1 or same_letters
    repaired = meant[0].code if sure else None
    safe = same_letters or bool(meant and code in meant[0].kindred)
    return ValueProblem("code.unknown", "warning", message, words.label, repaired, sure and safe)


def _unknown_term(term: str, words: Vocabulary) -> ValueProblem:
    meant = words.nearest(term)
    message = f"{quoted(term)} is not a term of the list {words.label}."
    if meant:
        message += f" Perhaps {', '.join(quoted(e.label) for e in meant[:3])}?"
    else:
        message += " Choose one from the list, or remove the authority."
    repaired = meant[0].label if len(meant) == 1 else None
    return ValueProblem("code.unknown-term", "warning", message, words.label, repaired)


def _shown(entries: list[Entry]) -> str:
    return ", ".join(f"{e.code} ({e.label})" for e in entries[:3])

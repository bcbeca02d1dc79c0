"""Language tags as RFC 5646 (and before it RFC 3066) writes them: uz, uz-Latn, zh-Hans-CN."""

from __future__ import annotations

import re

from catalog_app.schema.vocabularies import Vocabulary, vocabulary
from catalog_app.schema.vocabulary_names import LANGUAGE_TAGS
from catalog_app.validation.values.problem import ValueProblem, quoted

STANDARD = "RFC 5646"
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<extlang>(?:-[a-z]{3}){0,3})(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_PRIVATE = re.compile(r"x(?:-[a-z0-9]{1,8})+", re.IGNORECASE)
# Registered before there was a grammar, each with the tag that took its place.
_GRANDFATHERED = {
    "art-lojban": "jbo",
    "cel-gaulish": "",
    "en-gb-oed": "en-GB-oxendict",
    "i-ami": "ami",
    "i-bnn": "bnn",
    "i-default": "",
    "i-enochian": "",
    "i-hak": "hak",
    "i-klingon": "tlh",
    "i-lux": "lb",
    "i-mingo": "",
    "i-navajo": "nv",
    "i-pwn": "pwn",
    "i-tao": "tao",
    "i-tay": "tay",
    "i-tsu": "tsu",
    "no-bok": "nb",
    "no-nyn": "nn",
    "sgn-be-fr": "sfb",
    "sgn-be-nl": "vgt",
    "sgn-ch-de": "sgg",
    "zh-guoyu": "cmn",
    "zh-hakka": "hak",
    "zh-min": "",
    "zh-min-nan": "nan",
    "zh-xiang": "hsn",
}


def check_language_tag(value: str) -> list[ValueProblem]:
    """What is wrong with a language tag; an empty one gives nothing."""
    tag = value.strip()
    if not tag or _PRIVATE.fullmatch(tag):
        return []
    if tag.lower() in _GRANDFATHERED:
        return _grandfathered(tag)
    match = _TAG.fullmatch(tag)
    if not match:
        return _no_tag(tag)
    return _language(tag, match["language"]) or _script(tag, match) or _region(tag, match)


def _grandfathered(tag: str) -> list[ValueProblem]:
    instead = _GRANDFATHERED[tag.lower()]
    if not instead:
        return []
    message = f"The language tag {quoted(tag)} is out of date; write {instead}."
    return [ValueProblem("language.obsolete", "warning", message, STANDARD, instead, True)]


def _no_tag(tag: str) -> list[ValueProblem]:
    if (underlined := tag.replace("_", "-")) != tag and _TAG.fullmatch(underlined):
        message = f"The parts of a language tag are joined by hyphens: {underlined}."
        return [ValueProblem("language.tag", "warning", message, STANDARD, underlined, True)]
    named = vocabulary(LANGUAGE_TAGS).by_label(tag)
    if named:
        message = f"{quoted(tag)} is a language's name; its tag is {named.code}."
        return [ValueProblem("language.tag", "warning", message, STANDARD, named.code)]
    message = f"{quoted(tag)} is not a language tag; write one such as uz, en or uz-Latn."
    return [ValueProblem("language.tag", "warning", message, STANDARD)]


def _language(tag: str, subtag: str) -> list[ValueProblem]:
    code = subtag.lower()
    entry = vocabulary(LANGUAGE_TAGS).entry(code) or vocabulary("iso639-5").entry(code)
    if entry is None and vocabulary("iso639-3").entry(code):
        entry = vocabulary("iso639-3").entry(code)
        short = next((k for k in entry.kindred if len(k) == 2), "") if entry else ""
        if short:
            return _shorter(tag, subtag, short)
    if entry is None:
        return _unknown(tag, subtag, "language", vocabulary(LANGUAGE_TAGS))
    if entry.is_current or not entry.replaced_by:
        return []
    repaired = _preferred(entry.replaced_by) + tag[len(subtag) :]
    message = f"The language code {quoted(subtag)} is out of date; write {repaired}."
    return [ValueProblem("language.obsolete", "warning", message, STANDARD, repaired, True)]


def _preferred(code: str) -> str:
    """The two-letter code of a language that has one, else the code itself."""
    entry = vocabulary("iso639-3").entry(code)
    return next((k for k in entry.kindred if len(k) == 2), code) if entry else code


def _shorter(tag: str, subtag: str, short: str) -> list[ValueProblem]:
    repaired = short + tag[len(subtag) :]
    message = (
        f"{quoted(subtag)} is the three-letter code; where there is one of two letters, "
        f"a language tag has that: {repaired}."
    )
    return [ValueProblem("language.long-code", "warning", message, STANDARD, repaired, True)]


def _script(tag: str, match: re.Match[str]) -> list[ValueProblem]:
    script = match["script"]
    if not script or vocabulary("iso15924").entry(script.title()):
        return []
    return _unknown(tag, script, "script", vocabulary("iso15924"))


def _region(tag: str, match: re.Match[str]) -> list[ValueProblem]:
    region = match["region"]
    if not region or region.isdigit() or vocabulary("iso3166").entry(region.upper()):
        return []
    return _unknown(tag, region, "country", vocabulary("iso3166"))


def _unknown(tag: str, subtag: str, what: str, among: Vocabulary) -> list[ValueProblem]:
    meant = among.nearest(subtag, 3)
    message = f"There is no {what} with the code {quoted(subtag)}."
    repaired = None
    if meant:
        message += f" Perhaps {', '.join(f'{e.code} ({e.label})' for e in meant)}?"
        repaired = tag.replace(subtag, meant[0].code, 1) if len(meant) == 1 else None
    return [ValueProblem("language.unknown", "warning", message, STANDARD, repaired)]

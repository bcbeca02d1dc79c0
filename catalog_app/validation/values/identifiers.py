"""Standard numbers and persistent identifiers: shape, check digit, and the form that MODS wants.

`check_identifier(value, type)` picks the check by MODS identifier/@type; a type that is not known
gives nothing. A wrong check digit is never "corrected": the mistake may be in any digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from catalog_app.validation.values.check_digits import (
    ean_digit,
    isbn10_digit,
    issn_digit,
    orcid_digit,
)
from catalog_app.validation.values.problem import ValueProblem, quoted
from catalog_app.validation.values.urls import check_uri

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LABEL = re.compile(
    r"^(?:urn:)?(?:e-?|p-?)?(?:isbn|issn|ismn|orcid|isni)(?:-?1[03]|-l)?\s*[:.]?\s*", re.I
)
_QUALIFIER = re.compile(r"^(?P<number>[\dXxM][\dXx\s-]{6,}?)\s*(?P<rest>[(:;=,].*)$")
_DOI_LEAD = re.compile(r"^(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:\s*|info:doi/)\s*", re.I)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_HANDLE_LEAD = re.compile(r"^(?:https?://hdl\.handle\.net/|hdl:\s*|info:hdl/)", re.I)
_HANDLE = re.compile(r"[\w.-]+/\S+")
_ORCID_LEAD = re.compile(r"^https?://(?:www\.)?(?:orcid\.org|isni\.org/isni|isni\.org)/", re.I)
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,30}:\S+", re.I)
_LCCN = re.compile(r"[a-z]{0,3}(?:\d{8}|\d{10})")


def check_identifier(value: str, type_: str) -> list[ValueProblem]:
    """What is wrong with an identifier of that MODS type ("isbn", "doi", …)."""
    check = _CHECKS.get(type_.strip().lower())
    return check(value) if check and value.strip() else []


def check_isbn(value: str) -> list[ValueProblem]:
    """Length, prefix and check digit of an ISBN, with or without hyphens."""
    text, problems = _number_part(value, "ISBN", "isbn")
    compact = _compact(text)
    if re.fullmatch(r"\d{9}[\dX]", compact):
        right = isbn10_digit(compact[:9])
    elif re.fullmatch(r"97[89]\d{10}", compact):
        right = ean_digit(compact[:12])
    else:
        return [_shape(value, "ISBN", "isbn", "10 digits (the last may be X) or 13 beginning 978")]
    if wrong := _digit(value, compact, right, "ISBN", "isbn"):
        return wrong
    return problems or _form(value, text.upper(), "ISBN", "isbn")


def check_issn(value: str) -> list[ValueProblem]:
    """Shape and check digit of an ISSN: two groups of four with a hyphen between."""
    text, problems = _number_part(value, "ISSN", "issn")
    compact = _compact(text)
    if not re.fullmatch(r"\d{7}[\dX]", compact):
        return [_shape(value, "ISSN", "issn", "two groups of four digits, as in 1471-2105")]
    if wrong := _digit(value, compact, issn_digit(compact[:7]), "ISSN", "issn"):
        return wrong
    wanted = f"{compact[:4]}-{compact[4:]}"
    return problems or _form(value, wanted, "ISSN", "issn")


def check_ismn(value: str) -> list[ValueProblem]:
    """Shape and check digit of an ISMN: 979-0 and nine digits, or M and nine digits."""
    text, problems = _number_part(value, "ISMN", "ismn")
    compact = re.sub("^M", "9790", _compact(text))
    if not re.fullmatch(r"9790\d{9}", compact):
        return [_shape(value, "ISMN", "ismn", "13 digits beginning 979-0, or M and nine digits")]
    if wrong := _digit(value, compact, ean_digit(compact[:12]), "ISMN", "ismn"):
        return wrong
    return problems or _form(value, text.upper(), "ISMN", "ismn")


def check_orcid(value: str) -> list[ValueProblem]:
    """Shape and check digit of an ORCID iD, bare or as an address."""
    return _sixteen(value, "ORCID", "orcid")


def check_isni(value: str) -> list[ValueProblem]:
    """Shape and check digit of an ISNI, bare or as an address."""
    return _sixteen(value, "ISNI", "isni")


def check_doi(value: str) -> list[ValueProblem]:
    """Shape of a DOI; MODS holds it bare, beginning with 10."""
    text = value.strip()
    bare = _DOI_LEAD.sub("", text)
    if not _DOI.fullmatch(bare):
        joined = re.sub(r"\s+", "", bare)
        if _DOI.fullmatch(joined) and re.search(r"\s", bare):
            message = f"The DOI {quoted(text)} has a blank in it; a DOI has none."
            return [ValueProblem("identifier.doi", "warning", message, "DOI", joined)]
        return [
            _shape(value, "DOI", "doi", "10., a number, a stroke and a name: 10.1186/1471-2105")
        ]
    if stop := re.search(r"[.,;]+$", bare):
        message = f"The DOI {quoted(text)} ends with {quoted(stop[0])}, which is hardly part of it."
        return [ValueProblem("identifier.doi", "warning", message, "DOI", bare.rstrip(".,;"))]
    return _form(value, bare, "DOI", "doi")


def check_handle(value: str) -> list[ValueProblem]:
    """Shape of a Handle: a prefix, a stroke, a name."""
    bare = _HANDLE_LEAD.sub("", value.strip())
    if not _HANDLE.fullmatch(bare):
        return [
            _shape(value, "Handle", "handle", "a prefix, a stroke and a name: 20.500.12345/678")
        ]
    return _trimmed(value, "Handle", "handle")


def check_urn(value: str) -> list[ValueProblem]:
    """Shape of a URN."""
    if not _URN.fullmatch(value.strip()):
        return [_shape(value, "URN", "urn", "urn:, a namespace, a colon and a name without blanks")]
    return _trimmed(value, "URN", "urn")


def check_lccn(value: str) -> list[ValueProblem]:
    """Shape of a Library of Congress control number, in any of the forms it is written in."""
    text = value.strip().partition("/")[0].replace(" ", "").lower()
    if match := re.fullmatch(r"([a-z]{0,3})(\d{2}|\d{4})-(\d{1,6})", text):
        text = f"{match[1]}{match[2]}{match[3].zfill(6)}"
    if not _LCCN.fullmatch(text):
        return [_shape(value, "LCCN", "lccn", "up to three letters and 8 or 10 digits: n78890351")]
    return []


_CHECKS: dict[str, Callable[[str], list[ValueProblem]]] = {
    "isbn": check_isbn,
    "isbn-10": check_isbn,
    "isbn-13": check_isbn,
    "issn": check_issn,
    "issn-l": check_issn,
    "eissn": check_issn,
    "pissn": check_issn,
    "ismn": check_ismn,
    "doi": check_doi,
    "orcid": check_orcid,
    "isni": check_isni,
    "hdl": check_handle,
    "handle": check_handle,
    "urn": check_urn,
    "lccn": check_lccn,
    "uri": check_uri,
    "url": check_uri,
}


def _compact(text: str) -> str:
    return re.sub(r"[\s-]", "", text).upper()


def _number_part(value: str, name: str, rule: str) -> tuple[str, list[ValueProblem]]:
    """The number without label and qualifier, and what to say about those."""
    text = _DASHES.sub("-", value.strip())
    bare = _LABEL.sub("", text)
    if match := _QUALIFIER.match(bare):
        message = (
            f"Only the number belongs in the {name} field; {quoted(match['rest'])} goes into "
            "the display label or a note."
        )
        number = match["number"].strip()
        return number, [ValueProblem(f"identifier.{rule}-words", "warning", message, name, number)]
    return bare, []


def _sixteen(value: str, name: str, rule: str) -> list[ValueProblem]:
    text = _DASHES.sub("-", value.strip())
    lead = _ORCID_LEAD.match(text)
    compact = _compact(_LABEL.sub("", _ORCID_LEAD.sub("", text)).rstrip("/"))
    if not re.fullmatch(r"\d{15}[\dX]", compact):
        return [_shape(value, name, rule, "four groups of four digits, as in 0000-0002-1825-0097")]
    if wrong := _digit(value, compact, orcid_digit(compact[:15]), name, rule):
        return wrong
    if rule == "isni":
        return _trimmed(value, name, rule)
    groups = "-".join(compact[i : i + 4] for i in range(0, 16, 4))
    return _form(value, (lead[0] if lead else "") + groups, name, rule)


def _shape(value: str, name: str, rule: str, wanted: str) -> ValueProblem:
    message = (
        f"{quoted(value)} is not the shape of {_a(name)}: {wanted}. Compare it with the source."
    )
    return ValueProblem(f"identifier.{rule}", "warning", message, name)


def _digit(value: str, compact: str, right: str, name: str, rule: str) -> list[ValueProblem]:
    if compact[-1] == right:
        return []
    message = (
        f"A digit of the {name} {quoted(value)} is mistyped: it ends with {compact[-1]} where the "
        f"others ask for {right}. Compare it with the source; if the source itself has it wrong, "
        "mark the number as invalid."
    )
    problem = ValueProblem(
        f"identifier.{rule}-check-digit", "warning", message, name, attribute=("invalid", "yes")
    )
    return [problem]


def _form(value: str, wanted: str, name: str, rule: str) -> list[ValueProblem]:
    if value == wanted:
        return []
    message = f"Write the {name} as {wanted}; {quoted(value)} is understood by fewer systems."
    return [ValueProblem(f"identifier.{rule}-form", "advice", message, name, wanted, True)]


def _trimmed(value: str, name: str, rule: str) -> list[ValueProblem]:
    if value == value.strip():
        return []
    message = f"There are blanks or line breaks around the {name}; remove them."
    problem = ValueProblem(f"identifier.{rule}-form", "advice", message, "", value.strip(), True)
    return [problem]


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'IOL' else 'a'} {name}"

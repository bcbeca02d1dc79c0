"""Validation of whole files, of one record and of one value, as fast as each is needed.

`validate` judges all parts of a file; `validating` does the same in slices, with progress, for a
job that may be cancelled. `validate_record` judges one record cut out of an open document, shortly
after a key; `check_value` looks at one field on each key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from catalog_app.lossless.wellformed import parse_content, parse_document
from catalog_app.schema.model import Element as Declared
from catalog_app.validation.finding import Finding
from catalog_app.validation.place import Places, Xml, elements_of, is_package, name_of
from catalog_app.validation.report import PartReport, combined, without_emptying
from catalog_app.validation.rules import checks
from catalog_app.validation.rules.codes import attribute_problems
from catalog_app.validation.rules.eprints import from_eprints
from catalog_app.validation.rules.ids import given_before, repeated_ids
from catalog_app.validation.rules.quick import links_hold
from catalog_app.validation.rules.rule import Context, Rules
from catalog_app.validation.rules.values import (
    problem_fixes,
    problem_severity,
    rule_of,
    value_problems,
)
from catalog_app.validation.schema_check import check_part
from catalog_app.validation.schema_parts import Part, parts, version_of
from catalog_app.validation.values.problem import ValueProblem

__all__ = [
    "Excerpt",
    "PartReport",
    "Rules",
    "check_value",
    "validate",
    "validate_record",
    "validating",
]

ALL_RULES = Rules()
LARGE = 2_000_000
Versions = tuple[str | None, str | None]


def validate(
    text: bytes,
    *,
    mods_version: str | None = None,
    mets_version: str | None = None,
    rules: Rules = ALL_RULES,
) -> list[PartReport]:
    """Judge every part of a file of UTF-8 bytes, in document order.

    Raises NotWellFormed.
    """
    found: list[PartReport] = []
    steps = validating(text, mods_version=mods_version, mets_version=mets_version, rules=rules)
    for step in steps:
        if isinstance(step, PartReport):
            found.append(step)
    return found


def validating(
    text: bytes,
    *,
    mods_version: str | None = None,
    mets_version: str | None = None,
    rules: Rules = ALL_RULES,
) -> Iterator[float | PartReport]:
    """The same part by part: yields the progress (0–1) and the reports as they are made.

    Closing the iterator cancels the rest. Raises NotWellFormed.
    """
    versions = (mods_version, mets_version)
    with ThreadPoolExecutor(1) as aside:
        # libxml2 leaves the second core free while it parses and validates.
        links = aside.submit(links_hold, text).result if len(text) > LARGE else None
        root = parse_document(text)
        yield 0.1
        yield from _judged(root, Context(Places({}), "", False, text, links), rules, versions)


def _judged(
    root: Xml, start: Context, rules: Rules, versions: Versions
) -> Iterator[float | PartReport]:
    found = list(parts(root))
    places = Places({part.element: part.name for part in found})
    origins: dict[Xml, bool] = {}
    again = repeated_ids([part.element for part in found if _is_collected(part)])
    for number, part in enumerate(found, 1):
        element, version = part.element, version_of(part, *versions)
        context = replace(
            start, places=places, version=version, eprints=_is_from_eprints(element, origins)
        )
        twice = [given_before(one, context) for one in again.get(element, ())]
        ours = checks.adjusted(twice, rules) + _by_rules(part, context, rules)
        findings = _spoken(check_part(part, *versions, places), ours, part, places)
        path = root.getroottree().getpath(element)
        yield PartReport(part.kind, version, part.name, places.line(element), path, findings)
        yield 0.1 + 0.9 * number / len(found)


def _is_collected(part: Part) -> bool:
    parent = part.element.getparent()
    return part.kind == "mods" and parent is not None and name_of(parent)[1] == "modsCollection"


def _by_rules(part: Part, context: Context, rules: Rules) -> list[Finding]:
    check = checks.check_package if part.kind == "mets" else checks.check_record
    return check(part.element, context, rules)


def _spoken(
    said: list[Finding], ours: list[Finding], part: Part, places: Places
) -> tuple[Finding, ...]:
    said, ours = (without_emptying(each, part.element, places) for each in (said, ours))
    return combined(said, ours)


def _is_from_eprints(element: Xml, known: dict[Xml, bool]) -> bool:
    for each in (element, *element.iterancestors()):
        if is_package(each):
            if each not in known:
                known[each] = from_eprints(each)
            return known[each]
    return False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One record cut out of a document, with all that its judgement needs.

    `raw` holds its bytes, `namespaces` and `entities` what is in scope around it; `kind` is "mods"
    or "bare" (then `raw` is the xmlData). `path` says where it stands in the file, `begins` on
    which line, from 1.
    """

    raw: bytes
    part: str
    kind: str
    version: str
    namespaces: Mapping[str, str] = field(default_factory=dict)
    entities: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    begins: int = 1
    eprints: bool = False


def validate_record(excerpt: Excerpt, rules: Rules = ALL_RULES) -> PartReport:
    """Judge one record by itself: what the whole file says about it, links between parts aside.

    Raises NotWellFormed.
    """
    # As many empty lines before it as in the file, so that whoever counts lines counts alike.
    raw = b"\n" * (excerpt.begins - 1) + excerpt.raw
    element = elements_of(parse_content(raw, excerpt.namespaces, excerpt.entities))[0]
    places = Places({element: excerpt.part}, element, excerpt.path)
    part = Part("bare" if excerpt.kind == "bare" else "mods", element, excerpt.part)
    context = Context(places, excerpt.version, excerpt.eprints)
    said = check_part(part, excerpt.version, None, places)
    findings = _spoken(said, checks.check_record(element, context, rules), part, places)
    line = places.line(element)
    return PartReport(excerpt.kind, excerpt.version, excerpt.part, line, excerpt.path, findings)


def check_value(
    declared: Declared,
    value: str,
    attributes: Mapping[str, str] | None = None,
    rules: Rules = ALL_RULES,
) -> list[Finding]:
    """What is wrong with the value of one field and with its attributes, without a place.

    The field gives the findings its address; they tell only what can be seen from the value.
    """
    given = attributes or {}
    found = [_about(problem) for problem in value_problems(declared, value, given)]
    for name, problem in attribute_problems(declared, given):
        found.append(_about(problem, name))
    return checks.adjusted(found, rules)


def _about(problem: ValueProblem, attribute: str = "") -> Finding:
    return Finding(
        problem_severity(problem),
        "rule",
        rule_of(problem),
        problem.message,
        standard=problem.standard,
        fixes=problem_fixes(problem, attribute),
    )

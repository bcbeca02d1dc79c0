"""The values' checks, applied to the fields they fit: by the schema's editor, not by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from catalog_app.schema.model import Element as Declared
from catalog_app.validation.finding import Finding, Fix, Severity
from catalog_app.validation.rules.codes import AS_WORD, attribute_problems, code_problems
from catalog_app.validation.rules.elements import in_version
from catalog_app.validation.rules.rule import Field
from catalog_app.validation.rules.table import TABLE
from catalog_app.validation.values.dates import check_date
from catalog_app.validation.values.identifiers import check_identifier
from catalog_app.validation.values.problem import ValueProblem, quoted
from catalog_app.validation.values.sentence_case import sentence_case
from catalog_app.validation.values.text import check_text, clean_text
from catalog_app.validation.values.understanding import understand_date
from catalog_app.validation.values.urls import check_url

_KINDS = re.compile(r"identifier\.\w+-(form|words|check-digit)")
_BLANKS = frozenset(
    ("text.html-entity", "text.outer-blank", "text.doubled-blank", "text.hard-blank")
)
_ENTITY = re.compile(r"&#?\w+;")
_LEFT = {
    "text.doubled-blank": "doubled blanks",
    "text.hard-blank": "non-breaking blanks",
    "text.outer-blank": "blanks at its ends",
}
_TITLES = frozenset(("title", "subTitle", "partName"))
Attributes = Mapping[str, str]


def value_problems(declared: Declared, value: str, attributes: Attributes) -> list[ValueProblem]:
    """What is wrong with the text of one element, by the kind of its editor."""
    check = _BY_EDITOR.get(declared.editor)
    if check is None or not value.strip():
        return []
    return [*check(declared, value, attributes), *code_problems(declared, value, attributes)]


def _date(declared: Declared, value: str, attributes: Attributes) -> list[ValueProblem]:
    return check_date(value, attributes.get("encoding", ""))


def _identifier(declared: Declared, value: str, attributes: Attributes) -> list[ValueProblem]:
    if attributes.get("invalid") == "yes":
        return []
    kind = attributes.get("type", attributes.get("TYPE", ""))
    return check_identifier(value, kind) or check_text(value)


def _url(declared: Declared, value: str, attributes: Attributes) -> list[ValueProblem]:
    return check_url(value)


def _line(declared: Declared, value: str, attributes: Attributes) -> list[ValueProblem]:
    problems = check_text(value, title=declared.name in _TITLES)
    if attributes.get("xml:space") == "preserve" or declared.name == "nonSort":
        problems = [p for p in problems if p.rule != "text.outer-blank"]
    return problems


def _text(declared: Declared, value: str, attributes: Attributes) -> list[ValueProblem]:
    return check_text(value, one_line=False)


_BY_EDITOR: dict[str, Callable[[Declared, str, Attributes], list[ValueProblem]]] = {
    "date": _date,
    "identifier": _identifier,
    "url": _url,
    "line": _line,
    "code": _line,
    "choice": _line,
    "text": _text,
}


def rule_of(problem: ValueProblem) -> str:
    """The rule in the table that a value's problem belongs to."""
    return _KINDS.sub(r"identifier.\1", problem.rule)


def problem_severity(problem: ValueProblem) -> Severity:
    """How grave it is here: an error only where the table says so, too."""
    known = TABLE[rule_of(problem)].severity
    return known if problem.severity == "error" else problem.severity


def problem_fixes(problem: ValueProblem, attribute: str = "") -> tuple[Fix, ...]:
    """The repairs that a problem of a value, or of an attribute's value, names."""
    fixes = []
    if problem.repaired is not None:
        title = _TITLE.get(rule_of(problem)) or f"Write {quoted(problem.repaired)}"
        if attribute:
            data: tuple[str, ...] = (attribute, problem.repaired)
            fixes.append(Fix(title, "set-attribute", problem.safe, data))
        else:
            fixes.append(Fix(title, "set-value", problem.safe, (problem.repaired,)))
    if problem.attribute == AS_WORD and not attribute:
        fixes.append(Fix("Keep it as a word", "as-word", False))
    elif problem.attribute is not None and not attribute:
        name, value = problem.attribute
        title = _SETTING.get(name, f"Set {name} to {{}}").format(value)
        fixes.append(Fix(title, "set-attribute", False, (name, value)))
    return tuple(fixes)


_SETTING = {
    "invalid": "Mark the number as invalid",
    "type": "Mark it as a {}",
    "encoding": "Change the date format to {}",
}
_TITLE = {
    "text.html-entity": "Write the characters themselves",
    "text.html-tag": "Remove the tags",
    "text.outer-blank": "Remove the blanks",
    "text.doubled-blank": "Leave one blank",
    "text.hard-blank": "Make it an ordinary blank",
    "text.invisible": "Remove the invisible characters",
    "text.direction-mark": "Remove the marks",
    "text.not-composed": "Join letters and accents",
    "text.forbidden-character": "Remove the character",
    "date.spaces": "Remove the blanks",
}


def check_values(field: Field) -> Iterator[Finding]:
    """Findings about the value of one element of a record."""
    if field.declared is None or field.declared.content != "value" or len(field.element):
        return
    value, named = field.value, field.context.named
    problems = value_problems(field.declared, value, field.attributes)
    leftovers = [p for p in problems if p.rule in _BLANKS and field.context.eprints]
    if leftovers:
        yield _leftovers(field, value, leftovers)
    for problem in problems:
        if problem.rule == "text.capitals":
            yield _capitals(field, value, named("Q15", problem.rule))
        elif problem not in leftovers:
            yield _finding(field, _possible(field, problem))


def _possible(field: Field, problem: ValueProblem) -> ValueProblem:
    """The problem without the attribute that would mend it, if the version does not have it."""
    if problem.attribute is None or field.declared is None:
        return problem
    name, value = problem.attribute
    known = in_version(field.declared.path, field.context.version)
    attribute = known.attribute(name) if known else None
    if attribute is not None and (not attribute.values or value in attribute.values):
        return problem
    return replace(problem, attribute=None)


def check_attributes(field: Field) -> Iterator[Finding]:
    """Findings about the attributes of one element of a record."""
    if field.declared is not None and 0 < len(field.element.attrib) < 100:
        for name, problem in attribute_problems(field.declared, field.attributes):
            yield _finding(field, problem, name)


def check_one_range(field: Field) -> Iterator[Finding]:
    """A range of dates in one element that could be a start and an end, and says no format."""
    known = field.declared
    if known is None or known.editor != "date" or known.attribute("point") is None:
        return
    if known.name == "temporal":  # a heading for a time is written as a range: 1914-1918
        return
    if "encoding" in field.attributes or "point" in field.attributes:
        return
    found = understand_date(field.value) if field.value.strip() else []
    if len(found) == 2:
        shown = f"{found[0].value} – {found[1].value}"
        message = f"{quoted(field.value)} is a range. As a start and an end, it can be searched."
        fix = Fix(f"Write {shown} as start and end", "date-range", False, (field.value,))
        yield field.context.finding("date.range", field.element, message, fix)


def _finding(field: Field, problem: ValueProblem, attribute: str = "") -> Finding:
    return field.context.finding(
        rule_of(problem),
        field.element,
        problem.message,
        *problem_fixes(problem, attribute),
        attribute=attribute,
        standard=problem.standard,
        severity=problem_severity(problem),
    )


def _leftovers(field: Field, value: str, problems: list[ValueProblem]) -> Finding:
    """One finding for all that EPrints leaves in a text, with the one repair for all of it."""
    message = f"The text holds {_listed(problems, value)}. Cleaned, it reads well everywhere."
    severity = min((p.severity for p in problems), key=("error", "warning", "advice").index)
    fix = Fix("Clean the text", "set-value", all(p.safe for p in problems), (clean_text(value),))
    return field.context.finding("eprints.Q12", field.element, message, fix, severity=severity)


def _listed(problems: list[ValueProblem], value: str) -> str:
    kinds = {problem.rule for problem in problems}
    words = [word for rule, word in _LEFT.items() if rule in kinds and word]
    if "text.html-entity" in kinds:
        shown = ", ".join(f"“{one}”" for one in list(dict.fromkeys(_ENTITY.findall(value)))[:3])
        words.insert(0, f"leftovers of HTML ({shown})")
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _capitals(field: Field, value: str, rule: str) -> Finding:
    proposal, doubtful = sentence_case(value)
    message = f"The {field.label.lower()} is written in capitals throughout."
    if doubtful:
        words = ", ".join(f"“{word}”" for word in doubtful)
        message += f" In ordinary writing, look at {words}: which of them keep their capitals?"
    fix = Fix(f"Write {quoted(proposal, 90)}", "set-value", False, (proposal, *doubtful))
    return field.context.finding(rule, field.element, message, fix)

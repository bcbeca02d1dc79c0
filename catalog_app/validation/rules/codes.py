"""Codes and terms against the lists that their authority or the schema names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from catalog_app.schema.model import Element as Declared
from catalog_app.validation.values.codes import check_code, check_suggested, check_term
from catalog_app.validation.values.problem import ValueProblem
from catalog_app.validation.values.urls import check_url

#: The attribute that makes a word of what is no code; what says that a list has it goes then.
AS_WORD = ("type", "text")


def code_problems(
    declared: Declared, value: str, attributes: Mapping[str, str]
) -> list[ValueProblem]:
    """What is wrong with a code or term, where it says from which list it is."""
    if declared.editor not in ("code", "choice") or not value.strip():
        return []
    authority = attributes.get("authority", "")
    if not authority or declared.values:
        return []
    if attributes.get("type") == "code":
        return [_or_a_word(problem) for problem in check_code(value, authority)]
    return (check_code if _only_codes(declared) else check_term)(value, authority)


def _or_a_word(problem: ValueProblem) -> ValueProblem:
    """What no list has may be meant as a word."""
    unknown = problem.rule == "code.unknown"
    return replace(problem, attribute=AS_WORD) if unknown else problem


def _only_codes(declared: Declared) -> bool:
    """Whether an element holds nothing but codes, and so does not say which it holds."""
    return declared.name.endswith("Code")


def attribute_problems(
    declared: Declared, attributes: Mapping[str, str]
) -> Iterator[tuple[str, ValueProblem]]:
    """What is wrong with the attributes whose values come from a list or are addresses."""
    for name, value in attributes.items():
        attribute = declared.attribute(name)
        if attribute is None or not value.strip():
            continue
        if attribute.editor == "code" and attribute.vocabulary:
            for problem in check_code(value, attribute.vocabulary):
                yield name, problem
        elif attribute.suggestions and not attribute.values:
            for problem in check_suggested(value, attribute.suggestions):
                yield name, problem
        elif attribute.editor == "url" and name != "xlink:href":
            for problem in check_url(value):
                yield name, problem

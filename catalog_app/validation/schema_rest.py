"""What the own pass does not explain: libxml2's own words, made readable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from catalog_app.document.names import XSI
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.schema_texts import Told

if TYPE_CHECKING:
    from catalog_app.validation.schema_pass import Pass, Xml

_NAME = re.compile(r"\{[^}]*\}")
_ELEMENT = re.compile(r"Element '((?:\{[^}]*\})?[^']+)'")


def unexplained(run: Pass, complaints: list[tuple[int, str, str]]) -> list[Finding]:
    """A finding for each complaint (line, kind, message) that is left over, once each."""
    found = {}
    for line, kind, message in complaints:
        element = _element(run, line, message)
        told = _told(run, element, kind, message)
        found[element, told.message] = run.finding(told)
    return list(found.values())


def _element(run: Pass, line: int, message: str) -> Xml:
    name = _ELEMENT.match(message)
    for element in run.root.iter(name[1] if name else "*"):
        found: Any = element.sourceline
        if found == line:
            return element
    return run.root


def _told(run: Pass, element: Xml, kind: str, message: str) -> Told:
    sentence = _sentence(run, kind, message)
    if not _other_rules(message):
        return Told("not-valid", element, sentence)
    fix = Fix("Remove the attribute xsi:type", "remove-attribute", False, ("xsi:type",))
    return Told("other-rules", element, sentence, "xsi:type", (fix,))


def _other_rules(message: str) -> bool:
    return f"attribute '{{{XSI}}}type'" in message


def _sentence(run: Pass, kind: str, message: str) -> str:
    name = _ELEMENT.match(message)
    what = f"“{_NAME.sub('', name[1])}”" if name else "This"
    if kind == "INTERNAL":
        return (
            f"This part cannot be judged by {run.book.title}, because an abbreviation "
            "(&name;) stands in it. Replace the abbreviation by what it stands for."
        )
    if _other_rules(message):
        return (
            f"{what} asks to be judged by other rules (xsi:type), which {run.book.title} does "
            "not have for it. Remove the attribute xsi:type."
        )
    said = _NAME.sub("", message.partition(": ")[2] or message)
    return f"{what} does not fit {run.book.title}. The schema says: {said}"

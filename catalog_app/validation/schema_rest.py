"""What the own pass does not explain: libxml2's own words, made readable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog_app.validation.finding import Finding
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
        told = Told(_rule(kind), element, _sentence(run, kind, message))
        found[element, told.message] = run.finding(told)
    return list(found.values())


def _element(run: Pass, line: int, message: str) -> Xml:
    name = _ELEMENT.match(message)
    for element in run.root.iter(name[1] if name else "*"):
        if element.sourceline == line:
            return element
    return run.root


def _rule(kind: str) -> str:
    return "other-rules" if kind.startswith("SCHEMAV_CVC_ELT_4") else "not-valid"


def _sentence(run: Pass, kind: str, message: str) -> str:
    name = _ELEMENT.match(message)
    what = f"“{_NAME.sub('', name[1])}”" if name else "This"
    if kind == "INTERNAL":
        return (
            f"This part cannot be judged by {run.book.title}, because an abbreviation "
            "(&name;) stands in it. Replace the abbreviation by what it stands for."
        )
    if kind.startswith("SCHEMAV_CVC_ELT_4"):
        return (
            f"{what} asks to be judged by other rules (xsi:type), which {run.book.title} does "
            "not have for it. Remove the attribute xsi:type."
        )
    said = _NAME.sub("", message.partition(": ")[2] or message).replace("'", "”", 0)
    return f"{what} does not fit {run.book.title}. The schema says: {said}"

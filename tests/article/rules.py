"""What the analysis finds in a sentence, for the tests of single rules."""

from __future__ import annotations

from catalog_app.article.analyse import suggest
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import from_text


def of_kind(text: str, kind: str) -> dict[str, Suggestion]:
    """The suggestions of one kind by their labels."""
    return {one.label: one for one in suggest(from_text(text)) if one.kind == kind}


def roles(text: str) -> dict[str, str]:
    """Person → the role the text gives, "" for none."""
    found = {}
    for label, one in of_kind(text, "person").items():
        terms = [value for path, value in one.shaped.values() if path[-1] == "roleTerm"]
        found[label] = terms[0] if terms else ""
    return found


def values(text: str) -> set[str]:
    """The dates as a record has them."""
    return {one.shaped.values()[0][1] for one in of_kind(text, "date").values()}

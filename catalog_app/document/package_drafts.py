"""New elements of a package with what the standard requires of them."""

from __future__ import annotations

from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.ids import all_ids, mint
from catalog_app.document.targets import new_id
from catalog_app.schema.model import Attribute, Element

_NUMBERS = frozenset({"positive", "integer", "int", "long"})


def section_draft(document: Document, known: Element) -> Draft:
    """A new element with its required attributes and children; IDs are in the file's habit."""
    return _draft(document, known, set())


def _draft(document: Document, known: Element, taken: set[str]) -> Draft:
    attributes = tuple(
        (attribute.name, _preset(document, known, attribute, taken))
        for attribute in known.attributes
        if attribute.required
    )
    inside = []
    for child in known.children:
        inside += [_draft(document, child, taken) for _ in range(child.min)]
    return Draft(known.name, attributes, "", tuple(inside))


def _preset(document: Document, known: Element, attribute: Attribute, taken: set[str]) -> str:
    """The value that a required attribute begins with; "" where only a person can know it."""
    if attribute.kind == "id":
        made = new_id(document, known.name)
        if made in taken:
            made = mint(made, taken | all_ids(document))
        taken.add(made)
        return made
    if attribute.values:
        fitting = attribute.example in attribute.values
        return attribute.example if fitting else attribute.values[0]
    return "1" if attribute.kind in _NUMBERS else ""

"""New elements of a package with what the standard requires of them."""

from __future__ import annotations

from collections.abc import Container
from functools import partial

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.ids import with_free_ids
from catalog_app.document.minting import has_id, new_id
from catalog_app.document.slices import Slices, returned
from catalog_app.document.targets import TARGETS
from catalog_app.schema.model import Attribute, Element

_NUMBERS = frozenset({"positive", "integer", "int", "long"})
#: What is there to be pointed at: without an ID it could not be.
_POINTED_AT = frozenset(name for names in TARGETS.values() for name in names)


def section_draft(document: Document, known: Element, parent: Address | None = None) -> Draft:
    """A new element for a place, with its required attributes and children.

    What can be pointed at, and what has an ID wherever else it stands in the package, gets one in
    the habit of the file.
    """
    return returned(drafting_section(document, known, parent))


def drafting_section(document: Document, known: Element, parent: Address | None) -> Slices[Draft]:
    """The same a little at a time, since IDs must be looked for in the whole file."""
    make = partial(_with_ids, document, known, parent)
    return (yield from with_free_ids(document, make))


def _with_ids(
    document: Document, known: Element, parent: Address | None, there: Container[str]
) -> Draft:
    return _draft(document, known, parent, _Given(there))


class _Given(set[str]):
    """The IDs that are given, beside those that are there."""

    def __init__(self, there: Container[str]) -> None:
        super().__init__()
        self._there = there

    def __contains__(self, identifier: object) -> bool:
        return super().__contains__(identifier) or identifier in self._there


def _draft(document: Document, known: Element, parent: Address | None, taken: _Given) -> Draft:
    attributes = tuple(
        (attribute.name, _preset(document, known, attribute, parent, taken))
        for attribute in known.attributes
        if attribute.required or (attribute.name == "ID" and _named(document, known, parent))
    )
    inside = []
    for child in known.children:
        inside += [_draft(document, child, parent, taken) for _ in range(child.min)]
    return Draft(known.name, attributes, "", tuple(inside))


def _named(document: Document, known: Element, parent: Address | None) -> bool:
    return known.name in _POINTED_AT or has_id(document, known.name, parent)


def _preset(
    document: Document,
    known: Element,
    attribute: Attribute,
    parent: Address | None,
    taken: _Given,
) -> str:
    """The value that an attribute begins with; "" where only a person can know it."""
    if attribute.kind == "id":
        made = new_id(document, known.name, parent, taken)
        taken.add(made)
        return made
    if attribute.name == "MDTYPE" and parent is not None and parent.name in TARGETS["ADMID"]:
        return "OTHER"  # By which standard technical facts are written only a person can know.
    if attribute.values:
        fitting = attribute.example in attribute.values
        return attribute.example if fitting else attribute.values[0]
    return "1" if attribute.kind in _NUMBERS else ""

"""From a description of an element to an edit that puts it where it belongs in a record.

What describes it comes from elsewhere (the article package makes such values); all this module
asks of it is a name, attributes, a text and children. The record's own MODS version decides what
is written: an attribute that it does not know is left out, a date it cannot encode is respelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.allowed import fitting
from catalog_app.document.compose import composed
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.new import new_record
from catalog_app.document.said import children_of, text_of
from catalog_app.document.template import Template

_SHARED = frozenset({"originInfo", "location"})
"""Elements that take in what is added below them instead of being repeated."""


class Described(Protocol):
    """An element described without XML."""

    @property
    def name(self) -> str:
        """Its name in MODS."""

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """Its attributes, spelled as in addresses."""

    @property
    def text(self) -> str:
        """The text directly inside."""

    @property
    def children(self) -> Sequence[Described]:
        """The elements inside."""


class Shape(Protocol):
    """An element described, and its path from the record's top."""

    @property
    def field(self) -> tuple[str, ...]:
        """The names from the record's top down to the element itself."""

    @property
    def element(self) -> Described:
        """The element."""


# ---- one shape


def draft_of(described: Described) -> Draft:
    """The draft of a described element."""
    children = tuple(draft_of(child) for child in described.children)
    return Draft(described.name, described.attributes, described.text, children)


def edit_for(document: Document, record: Address, shape: Shape) -> Edit | None:
    """The edit that adds a shape to a record; None when the record says so already.

    The edit's address is that of the element made, filled or enlarged. An empty element of its
    kind is filled; a person who is there without a role is given it; the parts of an originInfo
    go into the one that is there.
    """
    draft = fitting(document, record, shape.field, draft_of(shape.element))
    if draft is None:
        return None
    parent = _parent(document, record, shape.field[:-1])
    there = list(_siblings(document, parent, draft.name))
    if any(_says(element, draft) for _, element in there):
        return None
    for address, element in there:
        if _is_blank(element):
            return _filled(document, address, draft)
        if missing := _missing_from_name(element, draft):
            return _together(document, [(address, part) for part in missing], address)
    return edits.add(document, parent, _as_another(draft, there))


def address_of(document: Document, record: Address, shape: Shape) -> Address | None:
    """Where a record says already what a shape would add; None where it does not."""
    draft = fitting(document, record, shape.field, draft_of(shape.element))
    if draft is None:
        return None
    parent = _parent(document, record, shape.field[:-1])
    there = _siblings(document, parent, draft.name)
    return next((address for address, element in there if _says(element, draft)), None)


def edit_for_all(
    document: Document, record: Address, shapes: Iterable[Shape], name: str = ""
) -> tuple[Edit | None, list[Address | None]]:
    """One edit that adds several shapes, and the address of each; None for one already there."""
    made: list[Edit | None] = []

    def step(shape: Shape, document: Document) -> Edit | None:
        made.append(edit_for(document, record, shape))
        return made[-1]

    whole = composed(document, name, (partial(step, shape) for shape in shapes))
    done = [edit for edit in made if edit is not None]
    if whole is not None:
        own = done[0].name if len(done) == 1 else f"Add {len(done)} fields"
        whole = replace(whole, name=name or own, address=done[-1].address)
    return whole, [edit.address if edit else None for edit in made]


def record_from(shapes: Iterable[Shape], template: Template | None = None) -> Document:
    """A new record that says all the shapes, beginning with what the template presets."""
    document = open_document(new_record(template))
    record = Address("record1")
    for shape in shapes:
        if edit := edit_for(document, record, shape):
            document.apply(edit)
    return open_document(b"".join(document.chunks()))


# ---- where it goes


def _draft_text(draft: Draft) -> str:
    pieces = [*draft.text.split(), *(_draft_text(child) for child in draft.children)]
    return " ".join(piece for piece in pieces if piece)


def _parent(document: Document, record: Address, above: tuple[str, ...]) -> Address:
    """The parent to add to: one that is there and shared, else a new one behind the last."""
    address = record
    for name in above:
        there = sum(1 for _ in _siblings(document, address, name))
        address = address.child(name, 1 if name in _SHARED or not there else there + 1)
    return address


def _siblings(document: Document, parent: Address, name: str) -> Iterator[tuple[Address, Element]]:
    element = document.element(parent)
    if element is None:
        return
    for address, child in children_of(document, parent, element):
        if address.name == name:
            yield address, child


def _says(element: Element, draft: Draft) -> bool:
    """Whether an element has all that a draft would say, whatever else it has."""
    kind = dict(draft.attributes).get("type")
    if kind and element.get("type") not in (kind, None):
        return False
    if draft.text and _plain(element.value) != _plain(draft.text):
        return False
    children = list(element.children())
    return all(_has(children, child) for child in draft.children)


def _has(children: list[Element], draft: Draft) -> bool:
    return any(child.name[1] == draft.name and _says(child, draft) for child in children)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_blank(element: Element) -> bool:
    """Whether an element stands there only to be filled."""
    known = {"type", "authority", "encoding", "usage", "lang", "keyDate"}
    return not text_of(element) and set(element.attributes) <= known


def _filled(document: Document, address: Address, draft: Draft) -> Edit | None:
    """Put a draft in the place of an empty element, which keeps attributes that it does not set."""
    element = document.element(address)
    kept = dict(element.attributes) if element else {}
    kept.pop("type" if "type" in dict(draft.attributes) else "", None)
    mine = dict(draft.attributes)
    attributes = tuple({**{k: v for k, v in kept.items() if k not in mine}, **mine}.items())
    put = replace(draft, attributes=attributes)
    behind = replace(address.steps[-1], occurrence=address.steps[-1].occurrence + 1)
    steps = (
        partial(edits.add, parent=address.parent, draft=put, before=address),
        partial(edits.remove, address=Address(address.part, (*address.steps[:-1], behind))),
    )
    return composed(document, f"Fill {label(document, address)}", steps, address)


def _missing_from_name(element: Element, draft: Draft) -> list[Draft]:
    """The role and affiliation that a name lacks, where it is the same name."""
    parts = [child for child in draft.children if child.name == "namePart"]
    rest = [child for child in draft.children if child.name != "namePart"]
    if draft.name != "name" or not parts or not rest:
        return []
    children = list(element.children())
    same = all(_has(children, part) for part in parts)
    known = {child.name[1] for child in children}
    return [child for child in rest if child.name not in known] if same else []


def _together(
    document: Document, additions: list[tuple[Address, Draft]], address: Address
) -> Edit | None:
    """Several additions as one edit."""
    steps = [partial(edits.add, parent=parent, draft=draft) for parent, draft in additions]
    return composed(document, f"Complete {label(document, address)}", steps, address)


def _as_another(draft: Draft, there: list[tuple[Address, Element]]) -> Draft:
    """A second main title is an alternative one."""
    main = any(not element.get("type") and text_of(element) for _, element in there)
    if draft.name == "titleInfo" and main and "type" not in dict(draft.attributes):
        return replace(draft, attributes=(("type", "alternative"), *draft.attributes))
    return draft

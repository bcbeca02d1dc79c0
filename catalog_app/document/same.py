"""Making one field, or a whole group, what it was in the record worked on before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.template import Want


@dataclass(frozen=True, slots=True)
class _Place:
    """A step to what is meant: its name, its type and which of its like it is, from 0."""

    name: str
    kind: str
    number: int


class NothingLike(LookupError):
    """The last record has nothing of this kind."""


def same_group(
    document: Document, address: Address, last: Sequence[Draft], depth: int, kind: str = ""
) -> Edit | None:
    """The edit that makes an element, there or not, what one of its name was with all in it.

    `last` are the cards of that name in the last record, `depth` the number of steps to the
    form's root, below which the cards stand, `kind` the type of one not there yet. None if it is
    the same already; raises NothingLike.
    """
    if document.element(address) is not None:
        return _put_for(document, address, _found(document, address, last, depth))
    draft = _nearest(last, _Place(address.name, kind, address.steps[-1].occurrence - 1))
    return edits.add(document, address.parent, _there(draft))


def same_field(document: Document, field: Field, last: Sequence[Draft], depth: int) -> Edit | None:
    """The edit that makes one field what it was, and nothing beside it; as `same_group`."""
    address = field.address
    if field.missing and field.base is not None:
        base = field.base
        above = [_place(document, Address(base.part, base.steps[:n])) for n in _depths(base, depth)]
        draft = _there(_below(last, [*above, *map(_wanted, field.missing)]))
        return edits.add(document, base, _around(field.missing, draft), field.before)
    draft = _found(document, address.element, last, depth)
    if address.attribute:
        if address.attribute not in dict(draft.attributes):
            raise NothingLike
        return edits.set_attribute(document, address, dict(draft.attributes)[address.attribute])
    element = document.element(address)
    if draft.children or element is None or element.has_elements:
        return _put_for(document, address, draft)
    gone = [(name, None) for name in element.attributes if name not in dict(draft.attributes)]
    return edits.set_term(document, address, draft.text, [*gone, *draft.attributes])


def _depths(address: Address, depth: int) -> range:
    return range(depth + 1, len(address.steps) + 1)


def _there(draft: Draft | None) -> Draft:
    if draft is None:
        raise NothingLike
    return draft


def _found(document: Document, address: Address, last: Sequence[Draft], depth: int) -> Draft:
    """What stood in the last record where something stands in this one."""
    places = [
        _place(document, Address(address.part, address.steps[:n])) for n in _depths(address, depth)
    ]
    return _there(_below(last, places))


def _place(document: Document, address: Address) -> _Place:
    """An element as a step: which it is among those of its name and type."""
    element, step = document.element(address), address.steps[-1]
    kind = (element.get("type") or "") if element else ""
    before = (address.parent.child(step.name, n) for n in range(1, step.occurrence))
    like = (document.element(one) for one in before)
    return _Place(step.name, kind, sum((e.get("type") or "") == kind for e in like if e))


def _wanted(want: Want) -> _Place:
    return _Place(want.name, dict(want.attributes).get("type", ""), 0)


def _below(drafts: Sequence[Draft], places: Sequence[_Place]) -> Draft | None:
    """The draft that a way leads to: the nearest of its like at each step that leads there."""
    place, *further = places
    if not further:
        return _nearest(drafts, place)
    ways = _like(drafts, place)
    nearest = sorted(range(len(ways)), key=lambda at: abs(at - place.number))
    found = (_below(ways[at].children, further) for at in nearest)
    return next((draft for draft in found if draft is not None), None)


def _nearest(drafts: Sequence[Draft], place: _Place) -> Draft | None:
    like = _like(drafts, place)
    return like[min(place.number, len(like) - 1)] if like else None


def _like(drafts: Sequence[Draft], place: _Place) -> list[Draft]:
    """The drafts of a name and type; where the type is not said, those of any if none has none."""
    named = [draft for draft in drafts if draft.name == place.name]
    same = [draft for draft in named if dict(draft.attributes).get("type", "") == place.kind]
    return same or ([] if place.kind else named)


def _around(missing: Sequence[Want], draft: Draft) -> Draft:
    """A draft with the elements around it that are missing too."""
    for want in reversed(missing[:-1]):
        draft = Draft(want.name, want.attributes, "", (draft,))
    return draft


def _put_for(document: Document, address: Address, draft: Draft) -> Edit | None:
    """A draft in the place of an element."""
    last = address.steps[-1]
    moved = address.parent.child(last.name, last.occurrence + 1)
    steps = (partial(_added, address, draft), partial(_removed, moved))
    return composed(document, "", steps, address)


def _added(address: Address, draft: Draft, document: Document) -> Edit | None:
    return edits.add(document, address.parent, draft, address)


def _removed(address: Address, document: Document) -> Edit | None:
    return edits.remove(document, address)

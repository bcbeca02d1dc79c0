"""What can be added, and where: the answers to one search box over the whole schema."""

from __future__ import annotations

from dataclasses import replace

from catalog_app.document.adding_near import Near
from catalog_app.document.adding_places import Places
from catalog_app.document.adding_search import Search
from catalog_app.document.addition import Addition
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.names import METS, MODS, OAI, step_name
from catalog_app.document.starters import starters
from catalog_app.document.template import Wanted, drafts_of, nested
from catalog_app.schema.model import Element

__all__ = [
    "Addition",
    "additions",
    "draft_of",
    "fields_of",
    "is_there",
    "next_address",
    "next_address_of",
]

_MOST = 200


def additions(
    document: Document,
    root: Address,
    focus: Address | None,
    query: str,
    version: str | None = None,
    language: str = "en",
) -> list[Addition]:
    """Everything the schema allows that answers to a query, the likeliest first.

    A word means what it mostly means to cataloguers, in its usual place, whatever has the focus;
    the other places follow, and attributes come after elements unless asked for with “@”. With no
    query it is what may stand in the element in focus and those around it.
    """
    standard = document.standard(root.part)
    if standard not in (MODS, METS, OAI):
        return []
    places = Places(document, root, focus, version, language)
    near = Near(places)
    if standard != MODS or root.steps or not query:
        found = near.elements(query) if "@" not in query else []
        return _once([*found, *near.attributes(query)])
    if "@" in query and "[" not in query:
        return _once([*near.attributes(query), *near.attributes_elsewhere(query)])
    return Search(places, query).additions(near.attributes(query))


def _once(found: list[Addition]) -> list[Addition]:
    """At most so many, none twice."""
    keyed: dict[object, Addition] = {}
    for one in found:
        keyed.setdefault((one.parent, one.wants, one.path), one)
    return list(keyed.values())[:_MOST]


def fields_of(document: Document, addition: Addition) -> tuple[Wanted, ...]:
    """The empty fields that an addition begins with, by their paths below its parent."""
    standard = document.standard(addition.parent.part)
    assert isinstance(addition.declared, Element)
    *above, last = addition.wants
    name = "mods" if standard == MODS else "mets"
    found = starters(name, addition.declared, last, tuple(above))
    return tuple(replace(one, default=addition.role) if _is_role(one) else one for one in found)


def _is_role(field: Wanted) -> bool:
    return field.path[-1].name == "roleTerm"


def is_there(document: Document, addition: Addition) -> bool:
    """Whether the parent has such a child already."""
    parent = document.element(addition.parent)
    standard = document.standard(addition.parent.part)
    if parent is None:
        return False
    return any(addition.wants[0].fits(child, standard) for child in parent.children())


def next_address(document: Document, addition: Addition) -> Address:
    """The address that the new element will have."""
    return next_address_of(document, addition.parent, addition.wants[0].name)


def next_address_of(document: Document, place: Address, name: str) -> Address:
    """The address that one more child of a name will have."""
    parent = document.element(place)
    standard = document.standard(place.part)
    children = parent.children() if parent else ()
    number = sum(step_name(child.name, standard) == name for child in children)
    return place.child(name, number + 1)


def draft_of(document: Document, addition: Addition) -> Draft:
    """A draft of the addition with its first field, empty, and what is known beforehand."""
    first, *others = fields_of(document, addition)
    draft = nested(first.path, "")
    known = drafts_of(tuple(others))
    return replace(draft, children=(*draft.children, *known[0].children)) if known else draft

"""What the keys that repeat, move and remove are meant for: the field in focus or its card."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import declared_at

# The words of one thing: who wants a second author does not want a second family name.
_WORDS = frozenset(
    (
        *("title", "subTitle", "partNumber", "partName", "nonSort", "namePart", "number"),
        *("caption", "roleTerm", "placeTerm", "languageTerm", "scriptTerm"),
    )
)


def meant_to_repeat(document: Document, card: Address, place: Address) -> Address:
    """What is duplicated or removed with the focus at a place: the innermost that may be repeated.

    That is the card itself where there is nothing else in it.
    """
    found = _existing(document, card, place)
    while len(found.steps) > len(card.steps) and not _repeatable(document, found):
        found = found.parent
    return found


def meant_to_move(document: Document, card: Address, place: Address) -> Address:
    """What changes places with its like: the innermost that has any, else the card."""
    found = _existing(document, card, place)
    while len(found.steps) > len(card.steps) and len(_like(document, found)) < 2:
        found = found.parent
    return found


def _existing(document: Document, card: Address, place: Address) -> Address:
    """The place, or what is around it if the record does not have it yet."""
    found = place.element if card.contains(place) else card
    while len(found.steps) > len(card.steps) and document.element(found) is None:
        found = found.parent
    return found


def _repeatable(document: Document, address: Address) -> bool:
    if len(_like(document, address)) > 1:
        return True
    parent = document.element(address.parent)
    if parent is None or len(list(parent.children())) == 1 or address.name in _WORDS:
        return False
    known = declared_at(document.standard(address.part), address.path, None, "en")
    return known is None or known.max != 1


def _like(document: Document, address: Address) -> list[Element]:
    """The element and its siblings of one name and type."""
    element = document.element(address)
    parent = element.parent if element is not None else None
    if element is None or parent is None or parent.box is not None:
        return []
    kind = element.get("type")
    return [c for c in parent.children() if c.name == element.name and c.get("type") == kind]

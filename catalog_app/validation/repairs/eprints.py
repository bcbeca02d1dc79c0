"""The repairs of what is odd in the exports of EPrints."""

from __future__ import annotations

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.names import METS, METS2, MODS
from catalog_app.document.writing import inserted
from catalog_app.lossless.spans import ELEMENT, TEXT
from catalog_app.validation.repairs.naming import to_mods_namespace
from catalog_app.validation.repairs.together import (
    Data,
    of_splices,
    sibling_before,
    there,
    together,
)

_FIRST_WITH_MARKUP = "3.3"
_NOT_FOR_TOPICS = ("authority", "authorityURI", "valueURI", "edition", "generator")
_FOR_TOPICS = frozenset(("lang", "xml:lang", "script", "transliteration"))


def wrap_run(document: Document, address: Address, data: Data) -> Edit | None:
    """Put one record, with its version, around the fields that stand in an xmlData (Q1).

    Fields that claim to be METS become MODS on the way.
    """
    fields = list(there(document, address).children())
    places = [document.address_of(field) for field in fields]
    if not places:
        return None
    made = [
        to_mods_namespace(document, place)
        for place, field in zip(places, fields, strict=True)
        if field.name[0] in (METS, METS2)
    ]
    if None in made or any(field.name[0] not in (MODS, METS, METS2) for field in fields):
        return None
    made.append(edits.wrap(document, places[0], places[-1], "mods", (("version", data[0]),)))
    return together("Put a MODS record around the description", made, address)


def access_condition(document: Document, address: Address, data: Data) -> Edit | None:
    """Make an access condition of useAndReproduction, in a record of its own if it has none (Q2).

    Its XHTML is allowed from MODS 3.3; a record that declares less is written as 3.3.
    """
    element = there(document, address)
    made = [edits.rename(document, address, "accessCondition")]
    if element.get("type") is None:
        made.append(edits.set_attribute(document, address.at("type"), "use and reproduction"))
    if _is_run(element):
        version = max(data[0] if data else _FIRST_WITH_MARKUP, _FIRST_WITH_MARKUP)
        made.append(edits.wrap(document, address, address, "mods", (("version", version),)))
    return together("Make it an access condition", made, address)


def _is_run(element: Element) -> bool:
    """Whether an element is alone in an xmlData."""
    parent = element.parent
    if parent is None or parent.name[1] != "xmlData" or parent.name[0] not in (METS, METS2):
        return False
    return len(list(parent.children())) == 1


def merge_into_previous(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Move what is in an element to the end of the one before it, and remove the rest (Q9)."""
    element, target = there(document, address), sibling_before(document, address)
    if target is None or target.name != element.name or element.attributes != target.attributes:
        return None
    if any(child.kind not in (ELEMENT, TEXT) for child in element.node.children):
        return None
    moved = [splice for child in element.children() for splice in inserted(target, None, child.raw)]
    gone = edits.remove(document, address)
    return of_splices(
        "Put the two origins together",
        [*moved[::-1], *(gone.splices if gone else ())],
        document.address_of(target),
    )


def classification_to_topic(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Make a subject with a topic of a classification; its scheme does not fit and goes (Q10)."""
    element = there(document, address)
    others = set(element.attributes) - set(_NOT_FOR_TOPICS) - _FOR_TOPICS
    if others or element.has_elements:
        return None
    made = [
        edits.rename(document, address, "topic"),
        *(
            edits.remove_attribute(document, address.at(name))
            for name in _NOT_FOR_TOPICS
            if name in element.attributes
        ),
        edits.wrap(document, address, address, "subject"),
    ]
    return together("Make it a topic", made, address)


def classification_and_topic(document: Document, address: Address, data: Data) -> Edit | None:
    """Leave the class mark in a classification, and add a subject with its words (Q10)."""
    mark, words = data
    subject = Draft("subject", (), "", (Draft("topic", (), words),))
    made = [
        edits.set_value(document, address, mark),
        edits.add(document, address.parent, subject),
    ]
    return together("Divide class mark and topic", made[::-1], address)

"""Letting something point at what has no ID yet: it gets one, in the same edit."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import set_attribute
from catalog_app.document.minting import new_id
from catalog_app.document.renaming import in_order
from catalog_app.document.targets import MANY


def is_address_of_division(pointer: Address) -> bool:
    """Whether an attribute names a division by an address, “#div1”, and not by its mere ID."""
    return pointer.attribute == "xlink:href" and pointer.name == "smLocatorLink"


def point_at(document: Document, pointer: Address, place: Address) -> Edit:
    """Let an attribute point at an element, one more where it may point at several."""
    target, element = document.element(place), document.element(pointer.element)
    if target is None or element is None:
        raise EditError("There is nothing there any more to point at.")
    identifier = target.get("ID") or new_id(document, place.name, place.parent)
    value = f"#{identifier}" if is_address_of_division(pointer) else identifier
    if pointer.attribute in MANY:
        value = f"{element.get(pointer.attribute) or ''} {identifier}".strip()
    own = set_attribute(document, pointer, value)
    named = None if target.get("ID") else set_attribute(document, place.at("ID"), identifier)
    splices = [splice for edit in (own, named) if edit for splice in edit.splices]
    return Edit(f"Point at {identifier}", in_order(splices), pointer)

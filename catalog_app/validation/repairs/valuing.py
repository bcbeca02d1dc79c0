"""Other values for elements and attributes."""

from __future__ import annotations

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.ids import all_ids, mint
from catalog_app.document.labels import declared, label
from catalog_app.document.names import MODS
from catalog_app.document.ranges import DateRange
from catalog_app.document.terms import called_word
from catalog_app.validation.repairs.together import (
    Data,
    sibling_before,
    sibling_behind,
    spelled,
    there,
    together,
)
from catalog_app.validation.values.understanding import understand_date


def set_value(document: Document, address: Address, data: Data) -> Edit | None:
    """Give the element, or the attribute of the address, the value in `data`."""
    there(document, address.element)
    if address.attribute:
        return set_attribute(document, address, (address.attribute, data[0]))
    return _own_step(edits.set_value(document, address, data[0]))


def set_attribute(document: Document, address: Address, data: Data) -> Edit | None:
    """Give an attribute a value: name and value are in `data`."""
    name, value = data
    there(document, address.element)
    return _own_step(edits.set_attribute(document, address.element.at(spelled(name)), value))


def as_word(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Call a word what stands as a code of a list and is none."""
    there(document, address.element)
    return _own_step(called_word(document, address.element))


def _own_step(edit: Edit | None) -> Edit | None:
    """The edit as a step of its own, which typing does not run into."""
    return Edit(edit.name, edit.splices, edit.address) if edit else None


def set_version(document: Document, address: Address, data: Data) -> Edit | None:
    """Declare a MODS version at the record that an address is in."""
    record = Address(address.part)
    if there(document, record).name != (MODS, "mods"):
        return None
    return _own_step(edits.set_attribute(document, record.at("version"), data[0]))


def new_id(document: Document, address: Address, data: Data) -> Edit | None:
    """Give an element an ID like its old one that nothing else has."""
    element, name = there(document, address.element), data[0]
    old = element.get(name)
    return set_attribute(document, address, (name, mint(old, all_ids(document)))) if old else None


def exchange_values(document: Document, address: Address, data: Data = ()) -> Edit | None:
    """Let an element and the one before it exchange their values."""
    other = sibling_before(document, address)
    if other is None:
        return None
    first = document.address_of(other)
    values = other.value, there(document, address).value
    made = [
        edits.set_value(document, first, values[1]),
        edits.set_value(document, address, values[0]),
    ]
    return together(f"Exchange {label(document, first)}", made, address)


def add_behind(document: Document, address: Address, data: Data) -> Edit | None:
    """Add an element behind this one: name, text, then attribute names and values."""
    name, text, *rest = data
    draft = Draft(name, tuple(zip(rest[::2], rest[1::2], strict=True)), text)
    following = sibling_behind(document, address)
    before = document.address_of(following) if following else None
    return edits.add(document, address.parent, draft, before)


def date_range(document: Document, address: Address, data: Data) -> Edit | None:
    """Make a start and an end of a date that holds both; its text is in `data`."""
    found, known = understand_date(data[0]), declared(document, address)
    if there(document, address).value != data[0] or len(found) != 2 or known is None:
        return None
    field = Field(str(address), address, known.label, "value", declared=known)
    return _own_step(DateRange(*found).taken(document, field))


def name_parts(document: Document, address: Address, data: Data) -> Edit | None:
    """Divide a name: types and texts of its parts, the first ones in the parts that are there."""
    wanted = list(zip(data[::2], data[1::2], strict=True))
    parent = there(document, address.parent)
    there_now = [child for child in parent.children() if child.name[1] == "namePart"]
    made: list[Edit | None] = []
    for part, (kind, text) in zip(there_now, wanted, strict=False):
        made += _part_as(document, part, kind, text)
    made += [edits.remove(document, document.address_of(p)) for p in there_now[len(wanted) :]]
    made += _further(document, there_now[-1], wanted[len(there_now) :])
    return together("Divide the name", made, address)


def _part_as(document: Document, part: Element, kind: str, text: str) -> list[Edit | None]:
    address = document.address_of(part)
    made = [edits.set_value(document, address, text)]
    if kind:
        return [*made, edits.set_attribute(document, address.at("type"), kind)]
    if part.get("type") is not None:
        made.append(edits.remove_attribute(document, address.at("type")))
    return made


def _further(document: Document, last: Element, wanted: list[tuple[str, str]]) -> list[Edit | None]:
    """Parts behind the last one; the later come first, because all go to one place."""
    address = document.address_of(last)
    drafts = (("namePart", text, *(("type", kind) if kind else ())) for kind, text in wanted)
    return [add_behind(document, address, data) for data in drafts][::-1]

"""What is told about one attribute that does not fit, and how it can be mended."""

from __future__ import annotations

import re
from typing import Protocol

from lxml import etree

from catalog_app.schema.definition import AttributeEntry
from catalog_app.schema.model import qualified
from catalog_app.schema.notation import first_and_last
from catalog_app.validation.finding import Fix
from catalog_app.validation.place import name_of
from catalog_app.validation.schema_form import Book, Form
from catalog_app.validation.schema_mends import mended, slug
from catalog_app.validation.schema_texts import (
    Told,
    is_before,
    name_in_words,
    value_fixes,
    version_fix,
)
from catalog_app.validation.schema_words import (
    KINDS,
    attribute_called,
    called,
    listing,
    nearest,
    offered,
    quoted,
)

Xml = etree._Element


class Ids(Protocol):
    """Something that knows the IDs of the part."""

    def new_id(self, wish: str) -> str:
        """An ID that the part does not have."""


def unknown_attribute(book: Book, form: Form, element: Xml, name: str) -> Told:
    """An attribute that the element does not have in this version."""
    remove = Fix(f"Remove the attribute “{_plain(name)}”", "remove-attribute", False, (name,))
    later = next((a for a in form.entry.attributes if a.name == name), None)
    owner = called(form.entry)
    if later is not None:
        return _later_attribute(book, element, owner, later, remove)
    names = [a.name for a in form.attributes.values() if qualified(a.name) not in element.attrib]
    if name.startswith("xsi:"):
        names = ["xsi:schemaLocation"]
    meant = _prefixed(_plain(name), names) or nearest(_plain(name), names)
    message = f"{owner} has no attribute “{_plain(name)}” in {book.title}."
    if not meant:
        known = f" Possible: {offered(name, names)}." if names else " It has no attributes."
        return Told("unknown-attribute", element, message + known, name, (remove,))
    safe = meant.casefold() == name.strip().casefold()
    rename = Fix(f"Rename it to “{meant}”", "rename-attribute", safe, (name, meant))
    message += f" Was “{meant}” meant?"
    return Told("unknown-attribute", element, message, name, (rename, remove))


def _prefixed(name: str, names: list[str]) -> str:
    """The attribute with a prefix that is meant by its name alone: href, xlink:href."""
    local = name.rpartition(":")[2]
    return next((known for known in names if ":" in known and known.endswith(f":{local}")), "")


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _later_attribute(
    book: Book, element: Xml, owner: str, attribute: AttributeEntry, remove: Fix
) -> Told:
    since, until = first_and_last(attribute.versions, book.schema.versions)
    name = book.schema.name
    when = f"since {name} {since}" if is_before(book, since) else f"only until {name} {until}"
    message = (
        f"{owner} has the attribute {attribute_called(attribute)} {when}, and this is judged by "
        f"{book.title}. Remove it, or say which version is used."
    )
    other = since if is_before(book, since) else until
    fixes = (*version_fix(book, element, other), remove)
    return Told("attribute-of-other-version", element, message, attribute.name, fixes)


def missing_attribute(
    book: Book, form: Form, element: Xml, attribute: AttributeEntry, ids: Ids
) -> Told:
    """An attribute that must be there and is not."""
    message = (
        f"{called(form.entry)} needs the attribute {attribute_called(attribute)}. {attribute.help}"
    )
    value = _likely(book, element, attribute, ids)
    fixes: tuple[Fix, ...] = ()
    if value:
        title = f"Set {attribute.label} to “{value}”"
        safe = attribute.content.value == "id"
        fixes = (Fix(title, "set-attribute", safe, (attribute.name, value)),)
    return Told("missing-attribute", element, message, attribute.name, fixes)


def _likely(book: Book, element: Xml, attribute: AttributeEntry, ids: Ids) -> str:
    """The value that a missing attribute most probably has, or ""."""
    if attribute.content.value == "id":
        return ids.new_id(name_of(element)[1])
    allowed = attribute.values_in(book.version)
    content = {name_of(e)[0].casefold() for e in element.iter(etree.Element)}
    for value in allowed:
        if any(f"/{value.casefold()}/" in f"{uri}/" for uri in content):
            return value
    address = element.get(qualified("xlink:href")) or ""
    if "URL" in allowed and re.match(r"https?://", address):
        return "URL"
    return allowed[0] if len(allowed) == 1 else ""


def not_in_list(
    book: Book, element: Xml, attribute: AttributeEntry, value: str, allowed: tuple[str, ...]
) -> Told:
    """An attribute's value that is not in its closed list."""
    what = attribute_called(attribute)
    remove = Fix(f"Remove {attribute.label}", "remove-attribute", not value, (attribute.name,))
    message = f"{quoted(value)} is no value of {what} in {book.title}."
    if not value:
        message = f"The attribute {what} is empty."
    message += f" Allowed: {offered(value, [v for v in allowed if v])}."
    fixes = (*value_fixes(value, allowed), remove)
    newer = next((v for v in attribute.values if v.text == value), None)
    if newer is not None:
        since = first_and_last(newer.versions, book.schema.versions)[0]
        message = f"{quoted(value)} is a value of {what} since {book.schema.name} {since}, " + (
            f"and this is judged by {book.title}. Allowed here: {listing(allowed)}."
        )
        fixes = (*version_fix(book, element, since), remove)
    return Told("value-not-in-list", element, message, attribute.name, fixes)


def bad_attribute(
    book: Book, element: Xml, attribute: AttributeEntry, value: str, ids: Ids
) -> Told:
    """An attribute's value that has not the right form."""
    kind = attribute.content.value
    what = attribute_called(attribute)
    form = KINDS.get(kind, "something else")
    message = f"{quoted(value)} cannot stand in {what}: it must be {form}."
    if not value.strip():
        message = f"The attribute {what} is empty. It must be {form}, or not be there."
    remove = Fix(
        f"Remove {attribute.label}", "remove-attribute", not value.strip(), (attribute.name,)
    )
    fixes: tuple[Fix, ...] = ()
    if kind == "id" and value.strip():
        new = ids.new_id(slug(value))
        fixes = (Fix(f"Change it to “{new}” everywhere", "rename-id", False, (value, new)),)
    elif better := mended(kind, value):
        fixes = (Fix(f"Change it to “{better}”", "set-value", False, (better,)),)
    if not _is_required(attribute, book):
        fixes = (*fixes, remove)
    return Told("bad-value", element, message, attribute.name, fixes)


def _is_required(attribute: AttributeEntry, book: Book) -> bool:
    return book.version in attribute.required


def same_id(
    book: Book, element: Xml, attribute: AttributeEntry, value: str, line: int, ids: Ids
) -> Told:
    """An ID that another element of the part has already."""
    message = (
        f"The ID {quoted(value)} is given twice: it stands already in line {line}. "
        "Each ID may occur only once."
    )
    new = ids.new_id(value)
    fix = Fix(f"Change this one to “{new}”", "set-value", False, (new,))
    return Told("duplicate-id", element, message, attribute.name, (fix,))


def no_nil(book: Book, element: Xml) -> Told:
    """The mark for “deliberately empty”, which neither MODS nor METS knows."""
    message = (
        f"{name_in_words(book, element)} is marked as deliberately empty (xsi:nil), which "
        f"{book.schema.name} does not allow. Remove the mark, or the field."
    )
    fix = Fix("Remove the mark", "remove-attribute", False, ("xsi:nil",))
    return Told("unknown-attribute", element, message, "xsi:nil", (fix,))

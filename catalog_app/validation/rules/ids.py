"""IDs, and those that are given more than once."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import Xml
from catalog_app.validation.rules.queries import select, strings
from catalog_app.validation.rules.rule import Context

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def ids_of(element: Xml, context: Context) -> list[str]:
    """Every ID of an element and in it."""
    found = strings("descendant-or-self::*/@ID", element)
    if context.mentions("xml:id"):
        found += strings("descendant-or-self::*/@xml:id", element)
    return found


def given_twice(package: Xml, context: Context) -> Iterator[Finding]:
    """IDs that stand on more than one element of a package."""
    seen: set[str] = set()
    for element in select("descendant-or-self::*[@ID or @xml:id]", package):
        word = _id_of(element)
        if word in seen:
            yield given_before(element, context)
        seen.add(word)


def _id_of(element: Xml) -> str:
    return element.get("ID") or element.get(XML_ID) or ""


def given_before(element: Xml, context: Context) -> Finding:
    """The finding about an ID that another element has already."""
    attribute = "ID" if element.get("ID") is not None else "xml:id"
    message = (
        f"The ID “{_id_of(element)}” is given to another element before this one. "
        "An ID may stand only once in a file; links to it can mean either."
    )
    fix = Fix("Give it a new ID", "new-id", False, (attribute,))
    return context.finding("id.duplicate", element, message, fix, attribute=attribute)


def repeated_ids(records: list[Xml]) -> dict[Xml, list[Xml]]:
    """For each record of a collection, the elements whose ID an earlier record has given."""
    seen: set[str] = set()
    found: dict[Xml, list[Xml]] = {}
    for record in records:
        given = select("descendant-or-self::*[@ID or @xml:id]", record)
        found[record] = [element for element in given if _id_of(element) in seen]
        seen.update(map(_id_of, given))
    return found

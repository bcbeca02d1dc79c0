"""What is told about one element or attribute that does not fit, and how it can be mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from catalog_app.document.names import attribute_name
from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.model import qualified
from catalog_app.schema.notation import first_and_last
from catalog_app.validation.finding import Fix
from catalog_app.validation.place import name_of, text_of
from catalog_app.validation.schema_form import Book, Form
from catalog_app.validation.schema_values import is_valid
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


@dataclass(frozen=True)
class Told:
    """What a finding says: its rule (without the standard), place, sentence and repairs."""

    rule: str
    element: Xml
    message: str
    attribute: str = ""
    fixes: tuple[Fix, ...] = ()


class Ids(Protocol):
    """Something that knows the IDs of the part."""

    def new_id(self, wish: str) -> str:
        """An ID that the part does not have."""


def spelled(name: str) -> str:
    """An attribute's name as addresses spell it: `type`, `xlink:href`, `{namespace}local`."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    return attribute_name((namespace, local))


def clark(attribute: AttributeEntry) -> str:
    """The attribute's name as lxml spells it."""
    return qualified(attribute.name)


def _entry(book: Book, element: Xml) -> ElementEntry | None:
    parent = element.getparent()
    above = name_of(parent)[1] if parent is not None else ""
    return book.schema.library.entry(above, name_of(element)[1])


def _called(book: Book, element: Xml) -> str:
    entry = _entry(book, element)
    return called(entry) if entry else written(element)


def written(element: Xml) -> str:
    """The element's name as the file writes it."""
    local = name_of(element)[1]
    return f"“{element.prefix}:{local}”" if element.prefix else f"“{local}”"


# ---------------------------------------------------------------- attributes


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
    when = f"since {name} {since}" if _before(book, since) else f"only until {name} {until}"
    message = (
        f"{owner} has the attribute {attribute_called(attribute)} {when}, and this is judged by "
        f"{book.title}. Remove it, or say which version is used."
    )
    other = since if _before(book, since) else until
    fixes = (*version_fix(book, element, other), remove)
    return Told("attribute-of-other-version", element, message, attribute.name, fixes)


def _before(book: Book, version: str) -> bool:
    versions = book.schema.versions
    return versions.index(book.version) < versions.index(version)


def version_fix(book: Book, element: Xml, version: str) -> tuple[Fix, ...]:
    """The repair that declares another MODS version, where there is a record to say it."""
    record = f"{{{book.schema.namespace}}}mods"
    inside = element.tag == record or next(element.iterancestors(record), None) is not None
    if book.schema.standard != "mods" or not inside or version == "3.0":
        return ()
    return (Fix(f"Declare MODS {version} for this record", "set-version", False, (version,)),)


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
    fixes = (*_value_fixes(value, allowed), remove)
    newer = next((v for v in attribute.values if v.text == value), None)
    if newer is not None:
        since = first_and_last(newer.versions, book.schema.versions)[0]
        message = f"{quoted(value)} is a value of {what} since {book.schema.name} {since}, " + (
            f"and this is judged by {book.title}. Allowed here: {listing(allowed)}."
        )
        fixes = (*version_fix(book, element, since), remove)
    return Told("value-not-in-list", element, message, attribute.name, fixes)


def _value_fixes(value: str, allowed: tuple[str, ...]) -> tuple[Fix, ...]:
    meant = nearest(value, allowed, 0.6) if value.strip() else ""
    if not meant and len(allowed) == 1:
        meant = allowed[0]
    if not meant:
        return ()
    safe = " ".join(value.split()).casefold() == meant.casefold()
    return (Fix(f"Change it to “{meant}”", "set-value", safe, (meant,)),)


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
        new = ids.new_id(_slug(value))
        fixes = (Fix(f"Change it to “{new}” everywhere", "rename-id", False, (value, new)),)
    elif better := _mended(kind, value):
        fixes = (Fix(f"Change it to “{better}”", "set-value", False, (better,)),)
    if not _is_required(attribute, book):
        fixes = (*fixes, remove)
    return Told("bad-value", element, message, attribute.name, fixes)


def _is_required(attribute: AttributeEntry, book: Book) -> bool:
    return book.version in attribute.required


def _slug(value: str) -> str:
    plain = re.sub(r"[^\w.-]+", "_", value.strip()).strip("_")
    return plain if re.match(r"[^\W\d]", plain) else f"id_{plain}"


def _mended(kind: str, value: str) -> str:
    """A value of that kind which says the same, or ""."""
    text = " ".join(value.split())
    if kind in ("integer", "int", "long", "positive"):
        digits = re.findall(r"\d+", text)
        text = digits[0] if len(digits) == 1 else re.sub(r"(?<=\d)[ ,.](?=\d{3}\b)", "", text)
    elif kind == "datetime" and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        text += "T00:00:00"
    elif kind == "datetime":
        text = _with_zone(text)
        text = re.sub(r"^(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?)", r"\1T\2", text)
        text = re.sub(r"T(\d\d:\d\d)(?=$|Z|[+-])", r"T\1:00", text)
    elif kind == "uri":
        text = re.sub(r"[ <>\"{}|\\^`\[\]]", lambda m: f"%{ord(m[0]):02X}", text)
        text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    elif kind in ("idref", "id"):
        text = _slug(text)
    return text if text != value and is_valid(kind, text) else ""


def _with_zone(text: str) -> str:
    """A date and time whose zone is written as the standard wants it."""
    for name, offset in {"CEST": "+02:00", "CET": "+01:00", "UTC": "Z", "GMT": "Z"}.items():
        found = re.fullmatch(rf"(\d{{4}}-\d\d-\d\d){name}(\d\d:\d\d:\d\d(?:\.\d+)?)", text)
        if found:
            return f"{found[1]}T{found[2]}{offset}"
        text = re.sub(rf" ?{name}$", offset, text)
    return re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text) if "T" in text else text


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
        f"{_called(book, element)} is marked as deliberately empty (xsi:nil), which "
        f"{book.schema.name} does not allow. Remove the mark, or the field."
    )
    fix = Fix("Remove the mark", "remove-attribute", False, ("xsi:nil",))
    return Told("unknown-attribute", element, message, "xsi:nil", (fix,))


# ---------------------------------------------------------------- values and text of elements


def element_not_in_list(
    book: Book, form: Form, element: Xml, value: str, allowed: tuple[str, ...]
) -> Told:
    """An element's value that is not in its closed list."""
    choices = [v for v in allowed if v]
    message = f"{quoted(value)} is no value of {called(form.entry)} in {book.title}."
    if not value.strip():
        message = f"{called(form.entry)} is empty."
    message += f" Allowed: {offered(value, choices)}."
    fixes = _value_fixes(value, tuple(choices)) if value.strip() else ()
    values = form.entry.library.values(form.content.list)
    newer = next((v for v in values if v.text == value), None)
    if newer is not None and value:
        since = first_and_last(newer.versions, book.schema.versions)[0]
        message += f" {quoted(value)} is allowed since {book.schema.name} {since}."
        fixes = (*version_fix(book, element, since), *fixes)
    fixes = (*fixes, remove_element(form.entry, element))
    return Told("value-not-in-list", element, message, "", fixes)


def bad_element(book: Book, form: Form, element: Xml, value: str) -> Told:
    """An element's value that has not the right form."""
    kind = form.content.value
    message = f"{quoted(value)} cannot stand in {called(form.entry)}: it must be {KINDS[kind]}."
    if not value.strip():
        message = f"{called(form.entry)} is empty. It must be {KINDS[kind]}, or not be there."
    better = _mended(kind, value)
    fixes: tuple[Fix, ...] = (remove_element(form.entry, element),)
    if better:
        fixes = (Fix(f"Change it to “{better}”", "set-value", False, (better,)), *fixes)
    return Told("bad-value", element, message, "", fixes)


def remove_element(entry: ElementEntry, element: Xml) -> Fix:
    """The repair that removes an element; safe if nothing is lost with it."""
    nothing = not len(element) and not text_of(element).strip() and not element.attrib
    label = entry.say("label") or entry.name
    title = f"Remove the empty “{label}”" if nothing else f"Remove “{label}”"
    return Fix(title, "remove-element", nothing)


def must_be_empty(book: Book, form: Form, element: Xml) -> Told:
    """Something stands in an element that says everything with its attributes."""
    text = text_of(element)
    inside = "a line break or spaces" if not text.strip() else quoted(text)
    inside = (
        written(next(element.iterchildren(etree.Element))) if _holds_elements(element) else inside
    )
    message = (
        f"{called(form.entry)} must have nothing inside: it says everything with its attributes. "
        f"Now {inside} stands in it."
    )
    safe = not text.strip() and not len(element)
    return Told("must-be-empty", element, message, "", (Fix("Empty it", "clear-content", safe),))


def _holds_elements(element: Xml) -> bool:
    return any(isinstance(child.tag, str) for child in element)


def markup(book: Book, form: Form, element: Xml, inside: list[Xml]) -> Told:
    """Elements inside a field of plain text."""
    names = list(dict.fromkeys(written(child) for child in inside))
    message = (
        f"{called(form.entry)} takes plain text only in {book.title}, and now "
        f"{listing(names, 'and')} {'stands' if len(names) == 1 else 'stand'} inside it."
    )
    fix = Fix("Keep the words and remove the markup", "to-plain-text", False)
    return Told("markup-in-text", element, message, "", (fix,))


def stray_text(book: Book, form: Form, element: Xml, text: str) -> Told:
    """Text directly in an element that may hold only other elements."""
    if not text.strip():
        message = (
            f"An invisible character, such as a non-breaking space, stands directly in "
            f"{called(form.entry)}, where only fields may stand."
        )
        fix = Fix("Remove it", "remove-text", True)
        return Told("text-between-fields", element, message, "", (fix,))
    path = main_path(book, form.entry)
    target = form.entry
    for name in path:
        target = book.schema.library.entry(target.name, name) or target
    message = (
        f"The text {quoted(text)} stands directly in {called(form.entry)}, where only fields may "
        f"stand."
    )
    fixes: tuple[Fix, ...] = (Fix("Remove the text", "remove-text", False),)
    if path:
        message += f" It probably belongs in {called(target)}."
        label = target.say("label")
        fixes = (Fix(f"Move the text into “{label}”", "move-text", False, path), *fixes)
    return Told("text-between-fields", element, message, "", fixes)


def main_path(book: Book, entry: ElementEntry) -> tuple[str, ...]:
    """The way from a container to the field that holds its plain value; () if it has none."""
    path: list[str] = []
    current = entry
    while name := str(current.table.get("main", "")):
        child = book.form(current).children.get(name)
        if child is None or len(path) > 3:
            return ()
        path.append(name)
        current = child
    return tuple(path) if current.content_in(book.version).kind == "value" else ()

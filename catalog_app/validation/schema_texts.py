"""What is told about one element or attribute that does not fit, and how it can be mended."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from catalog_app.document.names import attribute_name
from catalog_app.schema.definition import AttributeEntry, ElementEntry
from catalog_app.schema.model import qualified
from catalog_app.schema.notation import first_and_last
from catalog_app.validation.finding import Fix
from catalog_app.validation.place import name_of, text_of
from catalog_app.validation.schema_form import Book, Form
from catalog_app.validation.schema_mends import mended
from catalog_app.validation.schema_words import (
    KINDS,
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


def name_in_words(book: Book, element: Xml) -> str:
    entry = _entry(book, element)
    return called(entry) if entry else written(element)


def written(element: Xml) -> str:
    """The element's name as the file writes it."""
    local = name_of(element)[1]
    return f"“{element.prefix}:{local}”" if element.prefix else f"“{local}”"


def is_before(book: Book, version: str) -> bool:
    versions = book.schema.versions
    return versions.index(book.version) < versions.index(version)


def version_fix(book: Book, element: Xml, version: str) -> tuple[Fix, ...]:
    """The repair that declares another MODS version, where there is a record to say it."""
    record = f"{{{book.schema.namespace}}}mods"
    inside = element.tag == record or next(element.iterancestors(record), None) is not None
    if book.schema.standard != "mods" or not inside or version == "3.0":
        return ()
    return (Fix(f"Declare MODS {version} for this record", "set-version", False, (version,)),)


def value_fixes(value: str, allowed: tuple[str, ...]) -> tuple[Fix, ...]:
    meant = nearest(value, allowed, 0.6) if value.strip() else ""
    if not meant and len(allowed) == 1:
        meant = allowed[0]
    if not meant:
        return ()
    safe = " ".join(value.split()).casefold() == meant.casefold()
    return (Fix(f"Change it to “{meant}”", "set-value", safe, (meant,)),)


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
    fixes = value_fixes(value, tuple(choices)) if value.strip() else ()
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
    better = mended(kind, value)
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

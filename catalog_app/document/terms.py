"""Taking an entry of a vocabulary: the value, and the attributes that say where it is from."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from catalog_app.document.card import Field
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.edits import add, set_attributes, set_term
from catalog_app.document.template import nested
from catalog_app.schema.model import Element as Declared
from catalog_app.schema.vocabularies import Entry, Vocabulary, authority_vocabulary, vocabulary


def vocabulary_of(field: Field) -> Vocabulary | None:
    """The vocabulary that serves a field: that of its authority, else the schema's own."""
    named = authority_vocabulary(field.authority) if field.authority else None
    name = named or (field.declared.vocabulary if field.declared else "")
    try:
        return vocabulary(name) if name else None
    except LookupError:
        return None


def written_value(field: Field, entry: Entry) -> str:
    """What a field writes for an entry: the word in a field for words, else the code."""
    return entry.label if field.type == "text" else entry.code


def take_entry(document: Document, field: Field, entry: Entry, source: Vocabulary) -> Edit | None:
    """The edit that writes an entry with its authority and addresses, as far as allowed."""
    value = written_value(field, entry)
    attributes = _attributes(field, entry, source)
    if field.missing and field.base is not None:
        *above, last = field.missing
        given = dict(last.attributes) | {name: text for name, text in attributes if text}
        path = (*above, replace(last, attributes=tuple(given.items())))
        return add(document, field.base, nested(path, value))
    return set_term(document, field.address, value, attributes)


def as_word(document: Document, field: Field) -> Edit | None:
    """The edit that calls a value a word, where it stands as a code and is none.

    What was typed into a code field without being taken from its list is a word; its authority
    would claim that the list knows it.
    """
    source, known = vocabulary_of(field), field.declared
    kinds = known.attribute("type") if isinstance(known, Declared) else None
    if source is None or kinds is None or "text" not in kinds.value_labels:
        return None
    if field.type != "code" or not field.value or source.entry(field.value) is not None:
        return None
    named = source.by_label(field.value)
    if named is not None:
        return take_entry(document, field, named, source)
    gone = [("authority", None), ("authorityURI", None), ("valueURI", None)]
    return set_attributes(document, field.address, [("type", "text"), *gone])


class Dated(Protocol):
    """A date that was understood."""

    value: str
    encoding: str
    qualifier: str
    point: str


def take_date(document: Document, field: Field, date: Dated) -> Edit | None:
    """The edit that writes an understood date with its encoding and qualifier."""
    known = field.declared
    given = {"encoding": date.encoding, "qualifier": date.qualifier, "point": date.point}
    if not isinstance(known, Declared):
        return None
    allowed = {n: v for n, v in given.items() if v and known.attribute(n) is not None}
    if field.missing and field.base is not None:
        *above, last = field.missing
        merged = dict(last.attributes) | allowed
        path = (*above, replace(last, attributes=tuple(merged.items())))
        return add(document, field.base, nested(path, date.value))
    return set_term(document, field.address, date.value, list(allowed.items()))


def _attributes(field: Field, entry: Entry, source: Vocabulary) -> list[tuple[str, str | None]]:
    known = field.declared
    if not isinstance(known, Declared):
        return []
    wanted = {
        "authority": source.authority,
        "authorityURI": source.authority_uri,
        "valueURI": entry.uri,
    }
    found: list[tuple[str, str | None]] = []
    for name, value in wanted.items():
        attribute = known.attribute(name)
        if attribute is None or (attribute.values and value not in attribute.values):
            continue
        found.append((name, value or None))
    return found

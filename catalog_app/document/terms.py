"""Taking an entry of a vocabulary: the value, and the attributes that say where it is from."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from catalog_app.document.address import Address
from catalog_app.document.card import Field, begun
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.edits import add, set_attributes, set_term
from catalog_app.document.labels import declared
from catalog_app.document.template import nested
from catalog_app.schema.model import Attribute
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


def by_words(field: Field, source: Vocabulary) -> bool:
    """Whether a field holds the words of a vocabulary and not its codes."""
    return field.type == "text" or (source.holds_terms and field.type != "code")


def written_value(field: Field, entry: Entry, source: Vocabulary) -> str:
    """What a field writes for an entry: the word in a field for words, else the code."""
    return entry.label if by_words(field, source) else entry.code


def take_entry(document: Document, field: Field, entry: Entry, source: Vocabulary) -> Edit | None:
    """The edit that writes an entry with its authority and addresses, as far as allowed."""
    return _written(document, field, written_value(field, entry, source), entry, source)


def _written(
    document: Document, field: Field, value: str, entry: Entry, source: Vocabulary
) -> Edit | None:
    if field.address.attribute:
        return field.editing(document, value)
    attributes = _attributes(field, entry, source)
    if field.missing and field.base is not None:
        *above, last = field.missing
        given = dict(last.attributes) | {name: text for name, text in attributes if text}
        path = (*above, replace(last, attributes=tuple(given.items())))
        return begun(add(document, field.base, nested(path, value), field.before), path)
    return set_term(document, field.address, value, attributes)


def suggested(field: Field) -> str:
    """What of a free attribute's list was typed by its label or in other letters, or ""."""
    known = field.declared
    if not isinstance(known, Attribute) or known.values or field.value in known.suggestions:
        return ""
    typed = field.value.strip().casefold()
    named = ((one, known.value_labels[one].casefold()) for one in known.suggestions)
    return next((one for one, label in named if typed in (one.casefold(), label)), "")


def settled(document: Document, field: Field, language: str = "en") -> Edit | None:
    """The edit that makes of a typed code or word what picking it from the list would have.

    What the list does not know is a word, and loses what said that it was an entry; what is like
    an entry of it stays what it was typed as, so that somebody can say what was meant. A field
    that was left because it has gone settles nothing, least of all in what stands there now.
    """
    if not field.ghost and not _stands(document, field):
        return None
    if meant := suggested(field):
        return field.editing(document, meant)
    source = vocabulary_of(field)
    if field.ghost or not field.value or source is None:
        return _without(document, field, "valueURI")
    entry = source.meant(field.value, language)
    if entry is None:
        mistyped = bool(field.authority and source.nearest(field.value))
        word = None if mistyped else _as_word(document, field)
        return word or _without(document, field, "authorityURI", "valueURI")
    if source.name in _PLACES and field.type == "text" and not field.authority:
        return None
    return _written(document, field, _settled_value(field, entry, source), entry, source)


def _stands(document: Document, field: Field) -> bool:
    """Whether a field is still there, and holds what it did."""
    element, name = document.element(field.address.element), field.address.attribute
    there = element and (element.get(name) if name else element.value)
    return there == field.value


# Names of places are written in many ways, and a town may be called as a country is: a typed one
# is an entry only where the record says from which list it is.
_PLACES = frozenset(("marccountry", "marcgac", "iso3166"))


def _settled_value(field: Field, entry: Entry, source: Vocabulary) -> str:
    """The entry as the field holds it; a word or code that is as good stands as it was typed."""
    if by_words(field, source):
        return field.value if entry in source.labelled(field.value) else entry.label
    return field.value if field.value in entry.also else entry.code


def _as_word(document: Document, field: Field) -> Edit | None:
    """The edit that calls a value a word, where it stands as a code and is none."""
    known = field.declared
    kinds = known.attribute("type") if isinstance(known, Declared) else None
    if kinds is None or "text" not in kinds.value_labels or field.type != "code":
        return None
    return called_word(document, field.address)


def called_word(document: Document, address: Address) -> Edit | None:
    """The edit that calls a value a word; its authority would claim that a list knows it."""
    gone = [("authority", None), ("authorityURI", None), ("valueURI", None)]
    return set_attributes(document, address, [("type", "text"), *gone])


def _without(document: Document, field: Field, *names: str) -> Edit | None:
    """The edit that takes away the addresses of the entry that stood there before."""
    element = document.element(field.address) if isinstance(field.declared, Declared) else None
    gone: list[tuple[str, str | None]] = [
        (name, None) for name in names if element is not None and element.get(name) is not None
    ]
    return set_attributes(document, field.address, gone) if gone else None


# Encodings in which a W3CDTF date is written in the same way.
_WIDER = ("iso8601", "edtf")


class Dated(Protocol):
    """A date that was understood."""

    @property
    def value(self) -> str:
        """As it is written."""

    @property
    def encoding(self) -> str:
        """The format it is written in."""

    @property
    def qualifier(self) -> str:
        """How sure it is."""

    @property
    def point(self) -> str:
        """Which end of a range it is."""


def take_date(document: Document, field: Field, date: Dated) -> Edit | None:
    """The edit that writes an understood date with its encoding and qualifier."""
    if not isinstance(field.declared, Declared):
        return None
    given = date_attributes(document, field.address, date)
    if field.missing and field.base is not None:
        *above, last = field.missing
        merged = dict(last.attributes) | dict(given)
        path = (*above, replace(last, attributes=tuple(merged.items())))
        return begun(add(document, field.base, nested(path, date.value), field.before), path)
    return set_term(document, field.address, date.value, given)


def date_attributes(document: Document, address: Address, date: Dated) -> list[tuple[str, str]]:
    """What an understood date says of itself, as far as the element may say it."""
    known, there = declared(document, address), document.element(address)
    given = {"encoding": date.encoding, "qualifier": date.qualifier, "point": date.point}
    if there is not None and date.encoding == "w3cdtf" and there.get("encoding") in _WIDER:
        del given["encoding"]
    return [(n, v) for n, v in given.items() if v and known and known.attribute(n) is not None]


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

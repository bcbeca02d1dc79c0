"""The oddities of EPrints' exports that are found in single fields, each with its repair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_app.document.names import MODS
from catalog_app.schema.vocabularies import authority_vocabulary
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import name_of
from catalog_app.validation.rules.elements import is_hollow
from catalog_app.validation.rules.eprints import USE
from catalog_app.validation.rules.eprints_types import AUTHORITY, genre_term
from catalog_app.validation.rules.rule import Field, local_name
from catalog_app.validation.values.problem import quoted

_CLASS_MARK = re.compile(r"[A-Z]{1,3}(?:\s?\d{1,4}(?:\.\d+)?(?:[\s.].*)?)?", re.S)
_MARK_AND_LABEL = re.compile(r"([A-Z]{1,3}\d{0,4}(?:\.\d+)?)\s+(\D.*)", re.S)
_WORD = re.compile(r"[^\W\d_A-Z]{3,}")


def check_agreement(field: Field) -> Iterator[Finding]:
    """Q2: the deposit agreement in an element that MODS does not have."""
    if field.element.tag != USE or is_hollow(field.element):
        return
    message = (
        "“useAndReproduction” is no MODS element. The standard's place for it is Access condition. "
        "The text is the agreement between depositor and repository, not the licence of the item."
    )
    fix = Fix("Make it an access condition", "access-condition", True, (field.context.version,))
    yield field.context.finding("eprints.Q2", field.element, message, fix, standard="MODS")


def check_encoding(field: Field) -> Iterator[Finding]:
    """Q8: iso8061 for iso8601."""
    if field.element.get("encoding", "").strip().lower() == "iso8061":
        message = "The format of this date is misspelt: “iso8061” should be “iso8601”."
        fix = Fix("Write “iso8601”", "set-attribute", True, ("encoding", "iso8601"))
        yield field.context.finding(
            "eprints.Q8", field.element, message, fix, attribute="encoding", standard="MODS"
        )


def check_classification(field: Field) -> Iterator[Finding]:
    """Q10: a classification that holds a subject's label."""
    value = field.value.strip()
    if local_name(field.element) != "classification" or field.element.get("authority") != "lcc":
        return
    if not value or (_CLASS_MARK.fullmatch(value) and not _WORD.search(value)):
        return
    message = (
        f"{quoted(value)} is not just a class mark of the Library of Congress; it names a subject. "
        "As a topic, readers find it."
    )
    fixes = [Fix("Make it a topic", "classification-to-topic", False)]
    if found := _MARK_AND_LABEL.fullmatch(value):
        mark, label = found.groups()
        title = f"Keep {mark} as the class mark and add the topic {quoted(label)}"
        fixes.insert(0, Fix(title, "classification-and-topic", False, (mark, label)))
    rule = field.context.named("Q10", "classification.label")
    yield field.context.finding(rule, field.element, message, *fixes, standard="MODS")


def check_genre(field: Field) -> Iterator[Finding]:
    """Q11: the site's own word for the type, without a term from a list beside it."""
    element, value = field.element, field.value.strip()
    if field.declared is None or field.declared.path != ("genre",):
        return
    if element.get("authority") or element.get("valueURI"):
        return
    term = genre_term(value)
    siblings = [*element.itersiblings(preceding=True), *element.itersiblings()]
    genres = [other for other in siblings if name_of(other) == (MODS, "genre")]
    if any(authority_vocabulary(other.get("authority", "")) for other in genres):
        return
    if not value or (not field.context.eprints and term in (None, value.casefold())):
        return
    message = f"{quoted(value)} comes from no list. "
    if field.context.eprints:
        message = f"{quoted(value)} is this repository's own word for the type of the item. "
    fixes = []
    if term:
        message += "A term from the MARC list beside it lets other catalogues understand it."
        data = ("genre", term, "authority", AUTHORITY)
        fixes.append(Fix(f"Add “{term}”", "add-behind", False, data))
    else:
        message += "Add a second genre with a term from a list, and other catalogues understand it."
    rule = field.context.named("Q11", "genre.uncontrolled")
    yield field.context.finding(rule, element, message, *fixes, standard="MARC genre terms")

"""From a field of the projection to its editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from catalog_app.document.card import Field
from catalog_app.document.ranges import DateRange, pages
from catalog_app.document.terms import by_words, vocabulary_of
from catalog_app.schema.model import Attribute, Element
from catalog_app.schema.vocabularies import Entry, Vocabulary
from catalog_app.session.sentences import in_words
from catalog_app.ui.form.editors import Editor, Offer, make_editor
from catalog_app.ui.form.editors.date import MIDNIGHT
from catalog_app.ui.form.links import Links, link_kind
from catalog_app.ui.form.row import spoken
from catalog_app.validation.values.identifiers import check_identifier
from catalog_app.validation.values.understanding import DateValue, understand_date

_MOST = 60
_CHECKED = frozenset(["isbn", "issn", "issn-l", "ismn", "orcid", "isni", "doi"])


class Remembered(Protocol):
    """Values met before, in this document and in earlier sessions."""

    def search(self, path: tuple[str, ...], text: str) -> Iterable[object]:
        """The values of such a field that fit, best first."""

    def forget(self, path: tuple[str, ...], value: str) -> bool:
        """Offer a value no more; False if it is not one of those that are remembered."""


class Maker:
    """Makes editors; knows the vocabularies and the values met before."""

    def __init__(
        self,
        remembered: Remembered | None = None,
        language: str = "en",
        links: Links | None = None,
    ) -> None:
        self._remembered, self._language, self._links = remembered, language, links

    def editor(self, field: Field, parent: QWidget) -> Editor:
        """The editor for a field, showing its value."""
        kind = editor_kind(field)
        if kind in ("reference", "id") and self._links is None:
            kind = "line"
        made = make_editor(kind, **self._order(field, kind), parent=parent)
        made.set_value(field.value)
        if field.kind == "stray":
            made.set_read_only(True)
        return made

    def _order(self, field: Field, kind: str) -> dict[str, object]:
        order: dict[str, object] = {
            "label": spoken(field),
            "address": str(field.address),
            "placeholder": field.hint if field.ghost else "",
        }
        known = field.declared
        if kind in ("choice", "switch"):
            order |= self._choice(field)
        if kind in ("code", "language"):
            order |= self._code(field)
        if kind == "reference" and self._links is not None:
            order["choices"] = self._links.choices(field.address)
        if kind == "id" and self._links is not None:
            order["why_not"] = self._links.id_check(field.address)
        if kind == "date":
            order["interpret"] = understood_range if _may_be_two(field) else understood
        if kind == "moment":
            order["interpret"] = understood_moment
        if kind == "pages":
            order["interpret"] = pages
        if kind == "identifier":
            order["check"] = identifier_check(field.type)
        if (
            kind in ("line", "date", "pages")
            and self._remembered
            and not isinstance(known, Attribute)
        ):
            order["search"] = self._search_remembered(field)
        return order

    def _choice(self, field: Field) -> dict[str, object]:
        known = field.declared
        values = known.values if known else ()
        labels = known.value_labels if known else {}
        required = isinstance(known, Attribute) and known.required
        return {
            "values": [(value, labels.get(value, value)) for value in values],
            "required": required,
        }

    def _code(self, field: Field) -> dict[str, object]:
        source = vocabulary_of(field)
        if source is None and isinstance(field.declared, Attribute) and field.declared.suggestions:
            known = field.declared
            return {"values": [(one, known.value_labels[one]) for one in known.suggestions]}
        if source is None:
            return {"search": self._search_remembered(field), "describe": _nothing}
        words = by_words(field, source)
        language = self._language

        def search(text: str) -> list[Offer]:
            found = (
                source.search(text, _MOST, language) if text else source.looked_through(language)
            )
            return [_offer(source, entry, words, language) for entry in found]

        def describe(value: str) -> Offer | None:
            if not value:
                return None
            entry = source.by_label(value) if words else source.entry(value)
            # A word stands as it was written, were it only for a capital.
            if entry is None or (words and entry.label != value):
                return None
            return _offer(source, entry, words, language)

        return {"search": search, "describe": describe, "free": True}

    def _search_remembered(self, field: Field) -> Search:
        return Search(self._remembered, (*field.address.path, field.type))


class Search:
    """The values met before of one field; what is offered of earlier records can be forgotten."""

    def __init__(self, remembered: Remembered | None, path: tuple[str, ...]) -> None:
        self._remembered, self._path = remembered, path

    def __call__(self, text: str) -> Iterable[object]:
        return self._remembered.search(self._path, text) if self._remembered else ()

    def forget(self, value: str) -> bool:
        """Offer a value no more; False if nobody remembers it."""
        return self._remembered is not None and self._remembered.forget(self._path, value)


def editor_kind(field: Field) -> str:
    """The kind of editor: a choice whose list this version has opened is a code list."""
    if field.kind == "stray":
        return "line"
    known = field.declared
    if field.address.path[-2:] == ("extent", "start") and not field.address.attribute:
        return "pages"
    linking = link_kind(field)
    if linking:
        return linking
    helped = isinstance(known, Attribute) and known.suggestions and not known.values
    if helped and field.editor in ("line", "choice"):
        return "code"
    if field.editor == "choice" and not (known and known.values):
        return "code" if known and known.vocabulary else "line"
    return field.editor or "line"


def understood(text: str) -> DateValue | None:
    """What a freely typed date means, unless it is written that way already."""
    found = understand_date(text) if text.strip() else []
    return found[0] if len(found) == 1 and found[0].value != text else None


def understood_moment(text: str) -> str | None:
    """What a freely typed day means where a time must be written too."""
    found = understand_date(text) if text.strip() and "T" not in text else []
    whole = len(found) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", found[0].value)
    return found[0].value + MIDNIGHT if whole else None


def understood_range(text: str) -> DateValue | DateRange | None:
    """What a date means that may be two: a start and an end."""
    found = understand_date(text) if text.strip() else []
    return DateRange(*found) if len(found) == 2 else understood(text)


def _may_be_two(field: Field) -> bool:
    """Whether a date may be two elements; EDTF writes a range in one."""
    known = field.declared
    encoding = next((f.value for f in field.beside if f.address.attribute == "encoding"), "")
    ends = isinstance(known, Element) and known.attribute("point") is not None
    return ends and encoding != "edtf"


def identifier_check(kind: str) -> Callable[[str], tuple[bool | None, str]]:
    """A live check of an identifier of a type: right, wrong with the reason, or nothing to say."""

    def check(value: str) -> tuple[bool | None, str]:
        if not value.strip() or kind.lower() not in _CHECKED:
            return None, ""
        problems = check_identifier(value, kind)
        return (False, in_words(problems[0].message)) if problems else (True, "")

    return check


def _nothing(_value: str) -> None:
    return None


def _offer(source: Vocabulary, entry: Entry, words: bool, language: str) -> Offer:
    label = source.label_in(entry, language)
    hint = entry.status if entry.status != "current" else in_words(entry.scope)
    if words:
        code = entry.code if entry.code != entry.label else ""  # said once is enough
        return Offer(entry.label, label, hint or code, entry)
    return Offer(entry.code, label, hint, entry)

"""From a passage or a suggestion to a field of the record: the edit, the trace, and what to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from catalog_app.article.mending import mended, trimmed
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article
from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.described import (
    address_of,
    edit_for,
    edit_for_all,
)
from catalog_app.document.edit import EditError
from catalog_app.document.labels import label
from catalog_app.document.said import text_of, told, values_of
from catalog_app.session.readings import Other, offered, readings_of, statement_label
from catalog_app.session.session import Session
from catalog_app.session.traces import Traces

_SHOWN = 90
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Made:
    """What has become of a passage: where it is, in a few words, and what else it could be.

    `turn` is the undo stack's index after it; -1 when the record said so already.
    """

    address: Address
    label: str
    value: str
    note: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    others: tuple[Other, ...] = ()
    turn: int = -1

    @property
    def is_new(self) -> bool:
        """Whether an edit was made."""
        return self.turn >= 0


class Describing(QObject):
    """Describes an article in the record that has the focus."""

    def __init__(self, session: Session, traces: Traces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._traces = session, traces

    @property
    def record(self) -> Address | None:
        """The record that takes in what is described: the one in focus, else the first."""
        document, place = self._session.document, self._session.place
        part = place.part if place and place.part.startswith("record") else "record1"
        return Address(part) if document.anchor(part) else None

    def known(self) -> list[tuple[str, str]]:
        """What the record has, as the analysis wants it."""
        record = self.record
        if record is None:
            return []
        found = values_of(self._session.document, record)
        # That a person belongs to a body does not say that the record names the body.
        told = ((address.path, text) for address, text in found if address.name != "affiliation")
        return [("/".join(path), text) for path, text in told]

    def statements(self) -> list[tuple[str, str, str]]:
        """What the record says: address, label and value."""
        document, record = self._session.document, self.record
        if record is None:
            return []
        return [
            (str(address), statement_label(document, address, element), element.value.strip())
            for address, element in told(document, record)
        ]

    # ---- making fields

    def take(
        self, key: str, article: Article, start: int, end: int, kind: str, origin: object
    ) -> Made | None:
        """Make a field of a passage; None when it has no such shape or it was refused."""
        first, last = trimmed(article.text, *sorted((start, end)))
        readings = readings_of(article, first, last, kind)
        if not readings:
            return None
        return self.make(key, article, ((first, last),), readings, origin)

    def make(
        self, key: str, article: Article, spans: Spans, readings: Sequence[Other], origin: object
    ) -> Made | None:
        """Make a field of the first reading; the others are offered in its place."""
        session, record, reading = self._session, self.record, readings[0]
        if record is None:
            session.refused.emit(self.tr("There is no record in this file to describe it in."))
            return None
        session.end_typing()
        try:
            edit = edit_for(session.document, record, reading.shape)
        except EditError as error:
            session.refused.emit(str(error))
            return None
        there = None if edit else address_of(session.document, record, reading.shape)
        address = edit.address if edit else there
        if address is None or (edit is not None and not session.perform(edit, origin)):
            if edit is None:
                session.refused.emit(self.tr("This version of MODS has no place for it."))
            return None
        session.end_typing()
        self._traces.add(key, article.text, spans, address, reading.kind)
        turn = session.undo_stack.index() if edit else -1
        return self._made(address, reading, tuple(spans), tuple(readings[1:]), turn)

    def _made(
        self,
        address: Address,
        reading: Other,
        spans: tuple[tuple[int, int], ...],
        others: tuple[Other, ...],
        turn: int,
    ) -> Made:
        document = self._session.document
        element = document.element(address)
        said = text_of(element) if element is not None else ""
        short = said if len(said) <= _SHOWN else said[: _SHOWN - 1].rstrip() + "…"
        name = label(document, address)
        note = reading.shape.note
        return Made(address, name, short, note, reading.kind, spans, others, turn)

    def instead(
        self, made: Made, other: Other, key: str, article: Article, origin: object
    ) -> Made | None:
        """Take another reading in the place of what was made, if that was the last thing done."""
        stack = self._session.undo_stack
        if made.is_new and stack.index() == made.turn:
            stack.undo()
            self._traces.settle()
        rest = [reading for reading in made.others if reading is not other]
        return self.make(key, article, made.spans, [other, *rest], origin)

    def fill(
        self, key: str, article: Article, span: tuple[int, int], append: bool, origin: object
    ) -> Made | None:
        """Put a passage into the field in focus, behind what it has or in its place."""
        session, place = self._session, self._session.place
        first, last = trimmed(article.text, *sorted(span))
        if place is None or not place.steps or first == last:
            return None
        value = mended(article.text[first:last])
        element = session.document.element(place)
        if append and element is not None and not place.attribute and element.value.strip():
            value = f"{element.value.rstrip()} {value}"
        session.end_typing()
        try:
            edit = edits.set_value(session.document, place, value)
        except EditError as error:
            session.refused.emit(str(error))
            return None
        if not session.perform(edit, origin) or edit is None:
            return None
        session.end_typing()
        where = edit.address or place
        self._traces.add(key, article.text, [(first, last)], where.element, "note")
        name = label(session.document, where)
        turn = session.undo_stack.index()
        return Made(where, name, value[:_SHOWN], "", "note", ((first, last),), (), turn)

    # ---- suggestions

    def accept(
        self, key: str, article: Article, suggestion: Suggestion, origin: object, which: int = 0
    ) -> Made | None:
        """Take a suggestion, in its first shape or another one of it."""
        readings = offered(suggestion)
        ordered = [readings[which], *(r for r in readings if r is not readings[which])]
        return self.make(key, article, suggestion.passages, ordered, origin)

    def accept_all(
        self, key: str, article: Article, suggestions: Sequence[Suggestion], origin: object
    ) -> int:
        """Take several suggestions as one edit; returns how many fields it made."""
        session, record = self._session, self.record
        if record is None or not suggestions:
            return 0
        session.end_typing()
        name = self.tr("Add {0} from the article").format(len(suggestions))
        shapes = [suggestion.shaped for suggestion in suggestions]
        try:
            edit, places = edit_for_all(session.document, record, shapes, name)
        except EditError as error:
            session.refused.emit(str(error))
            return 0
        if not session.perform(edit, origin):
            return 0
        session.end_typing()
        for suggestion, address in zip(suggestions, places, strict=True):
            if address is not None:
                spans = suggestion.passages
                self._traces.add(key, article.text, spans, address, suggestion.kind)
        return sum(address is not None for address in places)

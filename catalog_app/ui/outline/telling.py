"""What the outline says of a row: its name, the small words behind it, what was found in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.outline import Entry, record_title, section_label
from catalog_app.document.outline_inside import Said, said
from catalog_app.session.sentences import in_words
from catalog_app.ui.outline import words

_HEADS = ("group", "block")
_SILENT = Said()
Counts = tuple[int, int]


class Counted(Protocol):
    """Whoever knows what was found at a place."""

    def counts(self, address: Address) -> Counts:
        """How many errors and other findings there are."""


class Telling:
    """Reads what rows say of themselves when they are shown, and keeps it until it is forgotten."""

    def __init__(self, document: Document, findings: Counted) -> None:
        self._document, self._findings = document, findings
        self._totals: dict[str, Counts] = {}
        self._titles: dict[str, tuple[int, str]] = {}
        self._said: dict[str, Said] = {}
        #: How much is in sections that are only counted, by the keys of their rows.
        self.numbers: dict[str, int] = {}

    def forget(self) -> None:
        """Read everything anew, the numbers aside: they stand until they are counted again."""
        self._titles.clear()
        self._said.clear()
        self._totals.clear()

    def forget_titles(self, parts: Collection[int]) -> list[str]:
        """Read the titles in some parts of the file anew; the keys of their rows."""
        keys = [key for key, (part, _) in self._titles.items() if part in parts]
        for key in keys:
            del self._titles[key]
        return keys

    def forget_totals(self) -> None:
        """The findings are others."""
        self._totals.clear()

    def name(self, entry: Entry) -> str:
        """What a row is called."""
        if entry.kind == "record":
            return self._title(entry)
        if entry.kind in (*_HEADS, "other"):
            return words.kind(entry.name or entry.kind)
        if entry.listed and entry.name:
            return entry.name
        told = self._of_itself(entry)
        if entry.kind == "filegroup":
            return words.group(told.title) or words.kind(entry.kind)
        if told.title or (told.id and entry.address is not None and len(entry.address.steps) > 1):
            return told.title or told.id
        if entry.kind == "package" and entry.name and len(self._document.packages()) > 1:
            return entry.name
        if entry.kind == "section" and entry.address is not None:
            return in_words(section_label(self._document, entry.address))
        return words.kind(entry.kind)

    def _of_itself(self, entry: Entry) -> Said:
        """What a section says of itself in the file, read once; nothing for other rows."""
        address = entry.address
        if entry.kind in _HEADS or address is None or not address.steps:
            return _SILENT
        if len(address.steps) == 1 and entry.kind != "section":
            return _SILENT
        if entry.key not in self._said:
            self._said[entry.key] = said(self._document, address)
        return self._said[entry.key]

    def _title(self, entry: Entry) -> str:
        assert entry.anchor is not None
        if entry.key not in self._titles:
            title = record_title(self._document, entry.anchor)
            number = str(entry.address).removeprefix("record")
            nameless = QCoreApplication.translate("OutlineModel", "Record %1")
            self._titles[entry.key] = entry.anchor.part, title or nameless.replace("%1", number)
        return self._titles[entry.key][1]

    def note(self, entry: Entry) -> str:
        """The small words behind a row's name: how much is in it, which of its kind it is."""
        told = self._of_itself(entry)
        if told != _SILENT:
            named = self.name(entry) == told.id
            if entry.kind == "filegroup":
                return " · ".join(filter(None, ("" if named else told.id, words.files(told.files))))
            return " · ".join(note for note in ("" if named else told.id, told.inside) if note)
        return "" if entry.listed else words.note(entry, self.numbers.get(entry.key, entry.count))

    def counts(self, entry: Entry) -> Counts:
        """How many errors and other findings there are in the places of a row."""
        found = [self._findings.counts(place) for place in entry.covers]
        return sum(errors for errors, _ in found), sum(others for _, others in found)

    def total(self, entry: Entry) -> Counts:
        """The counts of a row with all the rows below it."""
        if entry.key not in self._totals:
            below = list(entry.children)
            if entry.kind == "package":
                below = [child for part in entry.children for child in _records_in(part)]
            elif entry.kind == "records":
                below = list(_records_in(entry))
            found = [self.counts(entry), *(self.counts(child) for child in below)]
            total = sum(errors for errors, _ in found), sum(others for _, others in found)
            self._totals[entry.key] = total
        return self._totals[entry.key]

    def lines(self, entry: Entry) -> list[str]:
        """All that is said of a row."""
        parts = [self.name(entry), self.note(entry), words.found(*self.total(entry))]
        return [part for part in parts if part]


def _records_in(entry: Entry) -> Iterator[Entry]:
    """The rows at and below one whose places are records, which no package contains."""
    covers = tuple(place for place in entry.covers if place.part.startswith("record"))
    if covers:
        yield replace(entry, covers=covers)
    for child in entry.children:
        yield from _records_in(child)

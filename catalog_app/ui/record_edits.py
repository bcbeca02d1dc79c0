"""Adding, duplicating and removing whole records of a list or a package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.large import Making
from catalog_app.document.names import MODS
from catalog_app.document.outline import remainder
from catalog_app.document.outline_inside import opened_at
from catalog_app.document.package_records import described, package_of
from catalog_app.document.places import making_room, making_room_behind
from catalog_app.session.large_edits import perform_in_slices

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk

_LIST = (MODS, "modsCollection")
Make = Callable[[], Edit | None]


class RecordEdits:
    """Edits of the record in focus, in a list of records or in a package."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """An empty record behind this one; in a package behind all that describe it."""
        document, package = self._desk.session.document, self._package()
        if package is not None:
            self._describe(*_described(document, package))
        else:
            self._perform(partial(_fresh, document, self._record()))

    def add_dublin_core(self) -> None:
        """A description of the package in Dublin Core."""
        document, package = self._desk.session.document, self._package()
        if package is not None:
            self._describe(*_described(document, package, "DC"))

    def duplicate(self) -> None:
        """A copy of the record behind it, in a package with the section around it.

        Of a record that is alone in its file, a document of its own.
        """
        document, record = self._desk.session.document, self._record()
        section = self._section()
        if section is not None:
            room = partial(making_room_behind, document, section)
            self._describe(room, partial(edits.duplicate, document, section))
        elif _is_listed(document, record):
            self._perform(partial(edits.duplicate, document, record))
        elif document.anchor(record.part) is not None:
            self._desk.record_copy_wanted.emit(record.part)

    def remove(self) -> None:
        """The record taken away; in a package with the section around it."""
        document, section = self._desk.session.document, self._section()
        if section is not None:
            self._do(partial(edits.remove, document, section))
        else:
            self._perform(partial(edits.remove, document, self._record()))

    def _section(self) -> Address | None:
        """The section of a package that is there for the record in focus alone."""
        document, record = self._desk.session.document, self._record()
        section = remainder(document, record) if document.anchor(record.part) else record
        return section if section != record else None

    def _package(self) -> Address | None:
        session = self._desk.session
        at = session.place if self._desk.record_number() == 0 else self._record()
        return package_of(session.document, at) if at is not None else None

    def _describe(self, room: Callable[[], Iterator[float]], make: Make) -> None:
        """Make a section that describes, when there is room for it, and go to the record in it."""
        session = self._desk.session
        session.end_typing()

        def making() -> Making:
            yield from room()
            yield make()

        words = QCoreApplication.translate("RecordEdits", "Adding a description")
        perform_in_slices(session, self._desk.services.jobs, words, making, None, self._go_to_new)

    def _go_to_new(self, edit: Edit | None) -> None:
        session = self._desk.session
        if edit is not None and edit.address is not None:
            session.go_to(opened_at(session.document, edit.address))
            self._desk.form.begin_title()

    def _record(self) -> Address:
        return Address(f"record{max(1, self._desk.record_number())}")

    def _perform(self, make: Make) -> None:
        session, record = self._desk.session, self._record()
        if not _is_listed(session.document, record):
            session.refused.emit(
                QCoreApplication.translate(
                    "RecordEdits",
                    "This file is not a list of records, so none can be added or removed here. "
                    "File > New record begins one in a file of its own.",
                )
            )
            return
        before = len(session.document.records())
        if self._do(make):
            self._show(record, before)

    def _do(self, make: Make) -> bool:
        session = self._desk.session
        session.end_typing()
        try:
            return session.perform(make())
        except EditError as error:
            session.refused.emit(str(error))
            return False

    def _show(self, record: Address, before: int) -> None:
        """Go to the record that is new, or to the one that took the removed one's place."""
        document = self._desk.session.document
        now, number = len(document.records()), int(record.part.removeprefix("record"))
        target = max(1, min(number if now < before else number + 1, now))
        if now:
            self._desk.session.go_to(Address(f"record{target}"), origin=self._desk)


def _described(
    document: Document, package: Address, kind: str = "MODS"
) -> tuple[Callable[[], Iterator[float]], Make]:
    """How room is made for one more description, and how it is made."""
    room = partial(making_room, document, package, "dmdSec")
    return room, partial(described, document, package, kind)


def _fresh(document: Document, record: Address) -> Edit | None:
    """An empty record right behind one, with its start tag: the same prefix and version."""
    number = int(record.part.removeprefix("record"))
    new = Address(f"record{number + 1}")
    steps = (partial(_copied, record), partial(_emptied, new))
    words = QCoreApplication.translate("RecordEdits", "Add record")
    made = composed(document, words, steps, new)
    return replace(made, back=record) if made else None


def _copied(record: Address, document: Document) -> Edit | None:
    return edits.duplicate(document, record)


def _emptied(record: Address, document: Document) -> Edit | None:
    element = document.element(record)
    if element is None or not element.node.children:
        return None
    tag = element.raw[: element.node.tag_end - element.node.start].decode()
    return edits.replace_xml(document, record, f"{tag}</{element.node.qname}>")


def _is_listed(document: Document, record: Address) -> bool:
    element = document.element(record)
    above = element.parent if element is not None else None
    return above is not None and above.name == _LIST

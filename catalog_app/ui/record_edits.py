"""Adding, duplicating and removing whole records of a list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.names import MODS

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk

_LIST = (MODS, "modsCollection")
Make = Callable[[], Edit | None]


class RecordEdits:
    """Edits of the record in focus, in a file that is a list of records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """An empty record at the end of the list."""
        document = self._desk.session.document
        self._perform(partial(_fresh, document, self._record()))

    def duplicate(self) -> None:
        """A copy of the record behind it."""
        self._perform(partial(edits.duplicate, self._desk.session.document, self._record()))

    def remove(self) -> None:
        """The record taken away."""
        self._perform(partial(edits.remove, self._desk.session.document, self._record()))

    def _record(self) -> Address:
        return Address(f"record{max(1, self._desk.record_number())}")

    def _perform(self, make: Make) -> None:
        session, record = self._desk.session, self._record()
        if not _is_listed(session.document, record):
            session.refused.emit(
                _said(
                    "This file is not a list of records, so none can be added or removed here. "
                    "File > New record begins one in a file of its own."
                )
            )
            return
        session.end_typing()
        before = len(session.document.records())
        try:
            edit = make()
        except EditError as error:
            session.refused.emit(str(error))
            return
        if session.perform(edit):
            self._show(record, before)

    def _show(self, record: Address, before: int) -> None:
        """Go to the record that is new, or to the one that took the removed one's place."""
        document = self._desk.session.document
        now, number = len(document.records()), int(record.part.removeprefix("record"))
        target = max(1, min(number if now < before else number + 1, now))
        if now:
            self._desk.session.go_to(Address(f"record{target}"), origin=self._desk)


def _fresh(document: Document, record: Address) -> Edit | None:
    """An empty record of the same version, right behind one."""
    element = document.element(record)
    above = element.parent if element else None
    if element is None or above is None:
        return None
    version = element.get("version")
    draft = Draft(f"{{{MODS}}}mods", (("version", version),) if version else ())
    number = int(record.part.removeprefix("record"))
    follower = Address(f"record{number + 1}")
    before = follower if document.element(follower) is not None else None
    return edits.add(document, document.address_of(above), draft, before)


def _is_listed(document: Document, record: Address) -> bool:
    element = document.element(record)
    above = element.parent if element is not None else None
    return above is not None and above.name == _LIST


def _said(text: str) -> str:
    return QCoreApplication.translate("RecordEdits", text)

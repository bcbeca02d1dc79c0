"""What the Record menu does: edits of the card or of the record in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.labels import declared

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk


class PlaceEdits:
    """Edits of the occurrence in focus: the innermost repeatable element around the place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def _place(self) -> Address | None:
        return self._desk.session.place

    def card(self) -> Address | None:
        """The occurrence that moving, duplicating and removing is about."""
        place = self._place
        if place is None or not place.steps:
            return None
        current = place.element
        while len(current.steps) > 1 and not self._repeats(current):
            current = current.parent
        return current

    def _repeats(self, address: Address) -> bool:
        known = declared(self._desk.session.document, address)
        return known is not None and known.max is None

    def _record(self) -> Address | None:
        number = self._desk.record_number()
        return Address(f"record{number}") if number else None

    def _perform(self, make: object, address: Address | None) -> bool:
        if address is None:
            return False
        try:
            edit: Edit | None = make(address)  # type: ignore[operator]
        except EditError as error:
            self._desk.session.refused.emit(str(error))
            return False
        self._desk.session.end_typing()
        done = self._desk.session.perform(edit)
        if done and edit is not None and edit.address is not None:
            self._desk.session.go_to(edit.address, origin=self._desk)
        return done

    def duplicate(self) -> None:
        """A copy of the card below it."""
        document = self._desk.session.document
        self._perform(lambda address: edits.duplicate(document, address), self.card())

    def remove(self) -> None:
        """The card taken away."""
        document = self._desk.session.document
        self._perform(lambda address: edits.remove(document, address), self.card())

    def move(self, by: int) -> None:
        """The card before the one above, or behind the one below."""
        document = self._desk.session.document
        self._perform(lambda address: edits.move(document, address, by), self.card())

    def duplicate_record(self) -> None:
        """A copy of the record behind it."""
        document = self._desk.session.document
        if self._wrapped(self._record()):
            self._perform(lambda address: edits.duplicate(document, address), self._record())

    def remove_record(self) -> None:
        """The record taken away."""
        document = self._desk.session.document
        if self._wrapped(self._record()):
            self._perform(lambda address: edits.remove(document, address), self._record())

    def add_record(self) -> None:
        """An empty record behind the one in focus, or the last."""
        document = self._desk.session.document
        if not document.records():
            self._desk.session.refused.emit(_said("This file has no place for a record."))
            return
        address = self._record() or Address(f"record{len(document.records())}")
        if self._wrapped(address):
            self._perform(self._fresh_record, address)

    def _fresh_record(self, address: Address) -> Edit | None:
        """A duplicate without its content, so that prefix and place are the neighbour's."""
        document = self._desk.session.document
        above = document.anchored(document.anchor(address.part)).parent  # type: ignore[arg-type]
        assert above is not None
        version = document.element(address).get("version")  # type: ignore[union-attr]
        attributes = (("version", version),) if version else ()
        name = "{http://www.loc.gov/mods/v3}mods"
        return edits.add(document, document.address_of(above), Draft(name, attributes))

    def _wrapped(self, address: Address | None) -> bool:
        """Whether a record has an element of its own in a list of records."""
        if address is None:
            return False
        document = self._desk.session.document
        element = document.element(address)
        if element is not None and element.name[1] == "modsCollection":
            return True
        above = element.parent if element is not None else None
        if above is None or above.name[1] != "modsCollection":
            self._desk.session.refused.emit(
                _said(
                    "This file is not a list of records, so records cannot be added to it or "
                    "removed from it. Use File > New record, or duplicate the file."
                )
            )
            return False
        return True


def _said(text: str) -> str:
    return QCoreApplication.translate("PlaceEdits", text)

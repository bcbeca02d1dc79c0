"""What the record still misses, in the form: the list of it, and the way to each field."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer

from catalog_app.document.adding import next_address_of
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.template import Completeness, Want, Wanted, completeness, find
from catalog_app.ui.form.adding import AddingForm, answering
from catalog_app.ui.form.missing import MissingList


class LackingForm(AddingForm):
    """A form that leads to what its template asks for and the record has not."""

    _led_to: Wanted | None = None

    def next_missing(self) -> None:
        """Put the focus in the next field that the template asks for and the record has not."""
        found = self._completeness()
        if found is None or not found.missing:
            return
        there = [self._in_focus(self._asked(wanted)) for wanted in found.missing]
        led = self._led_to if self._led_to and not self._led_to.shown else None
        last = found.missing.index(led) if led in found.missing else -1
        at = there.index(True) if True in there else last
        self.go_to_missing(found.missing[(at + 1) % len(there)])

    def show_missing(self) -> None:
        """List what the template asks for and the record has not, and why."""
        found = self._completeness()
        if found is None or self.template is None:
            self.template_menu_wanted.emit()
            return
        listed = MissingList(self.template.title, found, self.language, self)
        listed.chosen.connect(self._on_missing_chosen)
        listed.open_below(self.header.template)

    def _on_missing_chosen(self, wanted: Wanted) -> None:
        # The list gives the focus back first.
        QTimer.singleShot(0, self, partial(self.go_to_missing, wanted))

    def _completeness(self) -> Completeness | None:
        """How far the record that is shown fulfils its template, if it has one."""
        asking = self.asking
        return completeness(self.session.document, self.root.part, asking) if asking else None

    def go_to_missing(self, wanted: Wanted) -> None:
        """Put the focus in the field for what is wanted, or in the one that is to be changed."""
        self._led_to = wanted
        found = self._asked(wanted)
        if found is not None:
            self._focus_field(found[0].address, found[1])
            return
        document = self.session.document
        near = None if wanted.shown else self._near(wanted)
        if near is None or not self.reveal(near):
            bare = wanted if wanted.shown else replace(wanted, path=_bare(wanted.path))
            self._await(next_address_of(document, self.root, wanted.path[0].name), (bare,))

    def _near(self, wanted: Wanted) -> Address | None:
        """The element that lacks no more than the attributes that are wanted of it."""
        document = self.session.document
        record, standard = document.element(self.root), document.standard(self.root.part)
        for path in (wanted.path, *wanted.instead):
            element = find(record, _bare(path), standard) if record is not None else None
            if element is not None:
                return document.address_of(element)
        return None

    def _asked(self, wanted: Wanted) -> tuple[Card, Field] | None:
        """The empty field of the form that is shown for what is wanted, with its card."""
        for card in list(self._cards):
            if card.address.name != wanted.path[0].name:
                continue
            field = answering(self._read(card), wanted)
            if field is not None:
                return card, field
        return None

    def _in_focus(self, found: tuple[Card, Field] | None) -> bool:
        place = self.place()
        if found is None or place is None or place[1] is None:
            return False
        return place[0].card.address == found[0].address and place[1].key == found[1].key


def _bare(path: tuple[Want, ...]) -> tuple[Want, ...]:
    """A path without what is wanted of the last element's attributes."""
    return (*path[:-1], Want(path[-1].name))

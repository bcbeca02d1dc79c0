"""Typing in the form, and leaving what was typed in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from catalog_app.document import edits
from catalog_app.document.address import Address, Step
from catalog_app.document.card import Field
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.pointing import point_at
from catalog_app.document.ranges import DateRange, PageRange
from catalog_app.document.targets import Target
from catalog_app.document.template import Wanted, drafts_of
from catalog_app.document.terms import settled, suggested, take_date, take_entry, vocabulary_of
from catalog_app.session.remembered import Companions, Offered
from catalog_app.ui.form.following import FollowingForm


class FillingForm(FollowingForm):
    """A form whose fields can be filled; one that is left empty again writes nothing."""

    def _connect(self) -> None:
        super()._connect()
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)

    # ---- typing

    def _on_card_edited(self, field: Field, value: str) -> None:
        document = self.session.document
        if field.missing and (field.kind == "attribute" or not value):
            self._say(field, value)
            return
        try:
            edit = field.editing(document, value)
        except EditError as error:
            self.session.refused.emit(str(error))
            return
        if not self._perform_in(field, edit) and edit is not None:
            self._refresh(False)

    def _perform_in(self, field: Field | None, edit: Edit | None) -> bool:
        """Do an edit that fills a field; what was asked for in an empty card goes on in it."""
        self._typed = field
        try:
            return self.session.perform(edit, self)
        finally:
            self._typed = None

    def _say(self, field: Field, value: str) -> None:
        """Keep what is said of a field that is not there yet: its type, or the role of a name."""
        name = field.address.attribute
        self._wishes.say(field.key.rpartition("@")[0] if name else field.key, name, value)
        self._refresh(False)

    def _on_card_left(self, field: Field) -> None:
        if field.ghost and (meant := suggested(field)):
            self._say(field, meant)
            return
        edit = settled(self.session.document, field, self.language)
        if edit is not None:
            self.session.end_typing()
            self.session.perform(edit, self)
            self._say_word(field)

    def _say_word(self, field: Field) -> None:
        """Say of what was typed as a code and is none that it has become a word."""
        there = self.session.document.element(field.address.element)
        if field.type == "code" and there is not None and there.get("type") == "text":
            words = self.tr("No list has “{0}”: it is written as a word, and not as a code.")
            self._tell(words.format(field.value))

    def _on_card_picked(self, field: Field, entry: object) -> None:
        document, source = self.session.document, vocabulary_of(field)
        entry = entry.entry if isinstance(entry, Offered) else entry
        try:
            if isinstance(entry, DateRange | PageRange):
                edit = entry.taken(document, field)
            elif hasattr(entry, "encoding"):
                edit = take_date(document, field, entry)
            elif source is not None and hasattr(entry, "uri"):
                edit = take_entry(document, field, entry, source)
            elif isinstance(entry, Target):
                edit = point_at(document, field.address, entry.place) if entry.place else None
            elif isinstance(entry, Companions):
                edit = self._whole_name(field, entry)
            else:
                return
        except EditError as error:
            self.session.refused.emit(str(error))
            return
        self.session.end_typing()
        self._perform_in(field, edit)

    def _whole_name(self, field: Field, name: Companions) -> Edit | None:
        """Fill the other parts of a name that was met before, where they are empty."""
        card = next((c for c in self._cards if c.address.contains(field.address)), None)
        here = (
            {f.type: f for f in card.fields if f.address.name == field.address.name} if card else {}
        )
        empty = [(here[kind], text) for kind, text in name.parts if kind in here]
        others = [(f, text) for f, text in empty if not f.value]
        if field.base is not None and field.missing:
            mine = Wanted(field.missing, default=name.value)
            with_it = [Wanted(f.missing, default=t) for f, t in others if f.base == field.base]
            draft = drafts_of((mine, *with_it))[0]
            return edits.add(self.session.document, field.base, draft, field.before)
        steps = [partial(_filled, f, text) for f, text in others]
        return composed(self.session.document, self.tr("Fill in the name"), steps, field.address)

    # ---- leaving

    def _on_column_focused(self, address: Address) -> None:
        left = self.session.place
        if left is not None and self._leave(left, address):
            return
        super()._on_column_focused(address)

    def show_root(self, address: Address) -> None:
        """Show another record or section; what is left empty here is gone before."""
        place = self.place() if address != self.root else None
        if place is not None and place[1] is not None:
            self._leave(place[1].address, None)
        super().show_root(address)

    def _on_application_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """The focus went from a field to another pane."""
        inside = old is not None and self.column.isAncestorOf(old)
        if inside and new is not None and not self.column.isAncestorOf(new):
            self.leave()

    def leave(self) -> None:
        """Let the field that has or had the focus be left, as before a save."""
        if self.session.place is not None:
            self._leave(self.session.place, None)

    def _leave(self, left: Address, now: Address | None) -> bool:
        """Take a field back that was made by typing and is empty again; True if that was done.

        The focus, if it goes to another field, is there afterwards, wherever that stands then.
        """
        if self._leaving or (now is not None and now.element == left.element):
            return False
        document, left = self.session.document, left.element
        gone = self.session.begun.emptied(document, left) if self.root.contains(left) else None
        if gone is None:
            return False
        self._leaving = True
        try:
            if not self.session.take_back(left, self):
                edit = edits.remove(document, gone)
                if edit is not None:  # one step with the erasing, if that came right before
                    edit = replace(edit, address=left, back=None, removes=None, merges=True)
                self.session.perform(edit, self)
        finally:
            self._leaving = False
        # What stands at the address now may be another field.
        self.session.end_typing()
        if now is not None:
            self._go_on(self._after(gone, now))
        return True

    def _after(self, gone: Address, place: Address) -> Address:
        """Where a place is when an element that was left empty is gone."""
        depth = len(gone.steps)
        card = self._wishes.moved.get(Address(place.part, place.steps[:depth]))
        if card is None:
            return after_removal(gone, place)
        return replace(place, steps=(*card.steps, *place.steps[depth:]))

    def _go_on(self, address: Address) -> None:
        """Keep the focus in the field that it came to, which may have another address now."""
        focus = QApplication.focusWidget()
        place = self.place() if focus is not None and self.column.isAncestorOf(focus) else None
        if place is None or place[1] is None or place[1].address != address:
            editor = self.column.reveal(address)
            if editor is not None:
                editor.input.setFocus(Qt.FocusReason.TabFocusReason)
        self.session.go_to(address, self)


def after_removal(gone: Address, place: Address) -> Address:
    """Where a place is when an element is gone."""
    depth = len(gone.steps)
    beside = place.steps[depth - 1 : depth]
    last = gone.steps[-1]
    if not gone.parent.contains(place) or not beside or beside[0].name != last.name:
        return place
    if beside[0].occurrence <= last.occurrence:
        return place
    step = Step(last.name, beside[0].occurrence - 1)
    return replace(place, steps=(*place.steps[: depth - 1], step, *place.steps[depth:]))


def _filled(field: Field, text: str, document: Document) -> Edit | None:
    return field.editing(document, text)

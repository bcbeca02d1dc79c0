"""What is done to what is in focus: moved, repeated, removed, made as it was in the last record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.repeating import meant_to_move, meant_to_repeat
from catalog_app.document.same import NothingLike, same_field, same_group
from catalog_app.ui.form.editors.oneline import OneLine
from catalog_app.ui.form.filling import after_removal
from catalog_app.ui.form.lacking import LackingForm

Meant = Callable[[Document, Address, Address], Address]

# The buttons in a card's head by what their keys are meant for.
_BUTTONS: dict[Meant, tuple[str, ...]] = {
    meant_to_move: ("up", "down"),
    meant_to_repeat: ("duplicate", "remove"),
}


class ActingForm(LackingForm):
    """A form whose fields and cards can be moved, repeated and removed by keys.

    What a key is meant for is in `document.repeating`: the innermost in focus that may stand
    several times, else the card.
    """

    def _aim(self, meant: Meant) -> Address | None:
        """What a key is meant for with the focus where it is."""
        found = self.place()
        if found is None or found[0].card.ghost or not found[0].card.address.steps:
            return None
        view, field = found
        card = view.card.address
        return meant(self.session.document, card, field.address if field else card)

    def _on_column_focused(self, address: Address) -> None:
        super()._on_column_focused(address)
        self._name_buttons()

    def _refresh(self, fresh: bool, typed_at: Address | None = None) -> None:
        super()._refresh(fresh, typed_at)
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Say in a card's head the keys that are meant for the card, and not for a field in it.

        What cannot be moved any further, because none of its like stands there, says so too.
        """
        view = self.column.active()
        card = view.card.address if view is not None and not view.card.ghost else None
        mine = [names for meant, names in _BUTTONS.items() if self._aim(meant) == card]
        buttons = self.column.buttons
        buttons.say_keys([name for names in mine for name in names] if card else ())
        for name, by in (("up", -1), ("down", 1)):
            buttons.allow(
                name, card is not None and edits.can_move(self.session.document, card, by)
            )

    def duplicate_place(self) -> None:
        """Add a copy of what is in focus behind it."""
        address = self._aim(meant_to_repeat)
        if address is not None:
            self._duplicate(address)

    def move_place(self, by: int) -> None:
        """Let what is in focus change places with its like above (-1) or below (1)."""
        address = self._aim(meant_to_move)
        if address is not None:
            self._move(address, by)

    def remove_place(self) -> None:
        """Remove what is in focus; the focus goes to its neighbour."""
        found = self.place()
        if found is None:
            return
        view, field = found
        if view.card.ghost:
            self._wishes.drop(view.card.address)
            self._refresh(False)
        elif field is not None and field.ghost:
            if self._wishes.withdraw(view.card.address, field.key):
                self._refresh(False)
                self.reveal(field.base or view.card.address)
        else:
            address = self._aim(meant_to_repeat)
            if address is not None:
                self._remove(address)

    def _duplicate(self, address: Address) -> None:
        edit = self._made(edits.duplicate, address)
        if edit is None or edit.address is None:
            return
        self._do_and_stay(edit, address, edit.address)
        self._select_copied()

    def _select_copied(self) -> None:
        """Let what is typed now take the place of the copied text."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        if isinstance(focus, OneLine):
            focus.select_whole()
        elif isinstance(focus, QPlainTextEdit):
            focus.selectAll()

    def _move(self, address: Address, by: int) -> None:
        if not edits.can_move(self.session.document, address, by):
            above = self.tr("There is nothing of its kind above it to change places with.")
            below = self.tr("There is nothing of its kind below it to change places with.")
            self._tell(above if by < 0 else below)
            return
        edit = self._made(edits.move, address, by)
        if edit is None or edit.address is None:
            return
        self._do_and_stay(edit, address, edit.address)

    def _do_and_stay(self, edit: Edit, was: Address, now: Address) -> None:
        """Do an edit; the focus stays in the field it was in, where that is now."""
        place = self._carried(was, now)
        if self.session.perform(edit, self):
            self.reveal(place if place and self._editor_exists(place) else now)

    def _remove(self, address: Address) -> None:
        edit = self._made(edits.remove, address)
        if edit is None:
            return
        near = self._neighbour(address)
        if not self.session.perform(edit, self):
            return
        if near is not None:
            self.reveal(near)

    def _neighbour(self, address: Address) -> Address | None:
        """Where the focus goes when an element goes: the next of its like or the one before."""
        document, last = self.session.document, address.steps[-1]
        if self._is_card(address):
            # What says the version of the record is no neighbour to go on typing in.
            views = [one for one in self.column.views if one.card.address.steps]
            at = next((n for n, v in enumerate(views) if v.card.address == address), None)
            if at is None:
                return None
            view = views[at + 1] if at + 1 < len(views) else views[at - 1] if at else None
            return None if view is None else after_removal(address, view.card.address)
        if document.element(address.parent.child(last.name, last.occurrence + 1)) is not None:
            return address
        if last.occurrence > 1:
            return address.parent.child(last.name, last.occurrence - 1)
        return address.parent

    def _is_card(self, address: Address) -> bool:
        return len(address.steps) == len(self.root.steps) + 1

    def same_as_last(self) -> None:
        """Make the field in focus what it was in the record worked on before; an empty card whole.

        Nothing beside the field is touched.
        """
        found = self.place()
        if found is not None and found[0].card.address.steps:
            view, field = found
            whole = field is None or not any(f.value for row in view.card.fields for f in _all(row))
            self._same(view.card, None if whole else field)

    def _same(self, card: Card, field: Field | None) -> None:
        """Let a field or a group inside a card, or a whole card, be as in the last record."""
        depth, document = len(self.root.steps), self.session.document
        known, name = self._remembered, card.address.name
        last = known.last(name, document, self.root.part) if known else []
        try:
            if field is None:
                edit = same_group(document, card.address, last, depth, _kind_of(card))
            elif field.kind == "head":
                edit = same_group(document, field.address, last, depth)
            else:
                edit = same_field(document, field, last, depth)
        except NothingLike:
            words = self.tr("The last record has nothing of this kind.")
            if not known or not known.has_last(document, self.root.part):
                words = self.tr("No other record was shown before this one.")
            self.session.refused.emit(words)
        except EditError as error:
            self.session.refused.emit(str(error))
        else:
            if field is None and card.ghost:
                self._wishes.drop(card.address)
            if edit is not None:
                self._fill_in(replace(edit, name=self.tr("Same as in the last record")), field)

    def _fill_in(self, edit: Edit, field: Field | None) -> None:
        """Do an edit that fills a field, and go to where that is then."""
        self.session.end_typing()
        done = self._perform_in(field if field and field.ghost else None, edit)
        if done and edit.address is not None:
            self.reveal(edit.address)

    # ---- doing it

    def _made(self, make: Callable[..., Edit | None], *arguments: object) -> Edit | None:
        try:
            return make(self.session.document, *arguments)
        except EditError as error:
            self.session.refused.emit(str(error))
            return None

    def _perform(self, make: Callable[..., Edit | None], *arguments: object) -> bool:
        return self.session.perform(self._made(make, *arguments), self)

    def _perform_and_show(self, make: Callable[..., Edit | None], *arguments: object) -> None:
        edit = self._made(make, *arguments)
        if self.session.perform(edit, self) and edit is not None and edit.address is not None:
            self.reveal(edit.address)


def _all(row: Field) -> tuple[Field, ...]:
    return (row, *row.beside)


def _kind_of(card: Card) -> str:
    """The type that a card which is not there yet is asked for with."""
    first = next((f.missing[0] for f in card.fields if f.missing and f.base), None)
    named = first is not None and first.name == card.address.name
    return dict(first.attributes).get("type", "") if named else ""

"""The form in step with the session: with edits, undo, and the place of the other views."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import Address
from catalog_app.document.edit import Change
from catalog_app.document.package_spots import is_coarse
from catalog_app.document.whereabouts import place_of, says_nothing
from catalog_app.session.opening import AT_ONCE
from catalog_app.ui.form.shown import ShownForm, whole_section
from catalog_app.ui.turns import Background, Turns

_FLASH = 500
_REST = 400  # milliseconds without a key, after which what was typed is read for offers
_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod)
_MOST_NOTED = 200  # records whose values are remembered at one save


class _Edited:
    """The records that were edited since the last save, by their names or their parts."""

    def __init__(self) -> None:
        self.records: set[str] = set()
        self.parts: set[int] = set()

    def note(self, change: Change) -> None:
        """An edit, an undo or a redo has been done."""
        if change.address is not None and change.address.part.startswith("record"):
            self.records.add(change.address.part)
        else:
            self.parts |= change.parts


class FollowingForm(ShownForm):
    """A form that follows what happens to its document, whoever did it."""

    #: Whether what is done now takes back a field that was left empty.
    _leaving = False

    _read_others = False
    #: The last that was done elsewhere in a large file, until it is shown here.
    _behind: Change | None = None

    def _connect(self) -> None:
        super()._connect()
        self._edited = _Edited()
        self._read_later = QTimer(self, singleShot=True, interval=_REST)
        self._read_later.timeout.connect(self._on_read_later)
        self._turns = Turns(self)
        self.session.changed.connect(self._on_session_changed)
        self.session.place_changed.connect(self._on_session_place_changed)
        self.session.saved.connect(self._on_session_saved)

    # ---- edits

    def show_root(self, address: Address) -> None:
        """Show another record or section; the values of all records are soon known."""
        super().show_root(address)
        if not self._read_others and self.session.document.records():
            self._read_others = True
            Background(self._here.reading(), self)

    def _on_read_later(self) -> None:
        Background(self._here.catching_up(), self)

    def _on_session_changed(self, change: Change) -> None:
        self._here.edited(change.parts)
        self._read_later.start()
        self._edited.note(change)
        waited = self._behind is not None
        is_large = len(self.session.document.source.text) > AT_ONCE
        if is_large and change.origin is not self and not self._wishes:
            self._behind = change
            if not waited:
                self._turns.later(self._catch_up)
                QApplication.instance().installEventFilter(self)
            return
        self._behind = None
        self._keep_up(change, waited)

    def _catch_up(self) -> None:
        """Show what was done elsewhere in a large file, after the views that work on it.

        They have painted by now. If a key or the mouse is pressed before that, it comes first.
        """
        QApplication.instance().removeEventFilter(self)
        change, self._behind = self._behind, None
        if change is not None:
            self._keep_up(change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nobody work on what is not there any more."""
        if event.type() in _INPUT:
            self._catch_up()
        return super().eventFilter(watched, event)

    def _keep_up(self, change: Change, waited: bool = False) -> None:
        """Show what has been done, and all if something that came before is not shown yet."""
        if change.records_changed and self._lost_its_record():
            return
        if not change.typing and self._lost_its_root(change):
            return
        self._wishes.follow(change, self._filled(change))
        # The first letter in an empty field makes an element, maybe where another one stood.
        came = self._typed is not None and self._typed.ghost
        typing = change.typing and change.origin is self and not (came or waited or self._leaving)
        again = change.address if change.kind != "edit" else None
        stay = self._carried(change.back, again) if again is not None else None
        leaving = again is not None and self._is_elsewhere(again)
        if not leaving and not (typing and self._retyped(change.address)):
            elsewhere = change.records_changed and change.origin is not self
            other = elsewhere and self.root.part.startswith("record")
            self._refresh(other, change.address if self._typed else None)
        self._meter_later.start()
        if again is not None:
            self._show_again(change, again, leaving, stay)

    def _lost_its_record(self) -> bool:
        """Go to the record that stands where the removed one stood, or to the last."""
        document, part = self.session.document, self.root.part
        if document.anchor(part) is not None or not part.startswith("record"):
            return False
        number = min(int(part.removeprefix("record")), len(document.records()))
        near = Address(f"record{max(1, number)}")
        self.show_root(near)
        if number:
            self.session.go_to(near, self)
        return True

    def _lost_its_root(self, change: Change) -> bool:
        """Where an edit has taken away what was shown, follow it, or go to its neighbour or parent.

        It can be followed where the edit has moved something.
        """
        document, root = self.session.document, self.root
        if not root.steps or document.anchor(root.part) is None:
            return False
        if is_coarse(document, whole_section(root)) or document.element(root) is not None:
            return False
        last = root.steps[-1]
        near = root.parent.child(last.name, last.occurrence - 1) if last.occurrence > 1 else None
        if change.moves:
            near = change.address
        if near is None or document.element(near) is None:
            near = root.parent
            while near.steps and document.element(near) is None:
                near = near.parent
        self.show_root(near)
        self.session.go_to(near, self)
        return True

    def _filled(self, change: Change) -> tuple[Address, Address] | None:
        """The empty card that was typed in, and the address it has now that it is there."""
        address, typed = change.address, self._typed
        card = next((c for c in self._cards if c.ghost and typed in c.fields), None)
        if card is None or address is None:
            return None
        return card.address, Address(address.part, address.steps[: len(self.root.steps) + 1])

    def _on_session_saved(self) -> None:
        document, edited, self._edited = self.session.document, self._edited, _Edited()
        if self._remembered is not None and document.records():
            named = {*edited.records, self.root.part}
            named |= {document.part_name(a) for a in document.records() if a.part in edited.parts}
            self._remembered.note(document, *sorted(named)[:_MOST_NOTED])
            self._remembered.keep_last(document, self.root.part)

    # ---- undo and redo

    def _is_elsewhere(self, address: Address) -> bool:
        """Whether a place is in another record or section than the one that is shown."""
        if self.session.document.anchor(address.part) is None:
            return False
        if address.part != self.root.part:
            return True
        return not address.part.startswith("record") and not self._is_shown(address)

    def _carried(self, was: Address | None, now: Address) -> Address | None:
        """Where the field in focus is when what it stands in has moved; None if it has not."""
        found = self.place()
        field = found[1].address if found is not None and found[1] is not None else None
        if was is None or field is None or was == now or not was.contains(field):
            return None
        if (len(was.steps), was.name) != (len(now.steps), now.name):
            return None
        return Address(now.part, (*now.steps, *field.steps[len(was.steps) :]), field.attribute)

    def _show_again(
        self, change: Change, address: Address, leaving: bool, stay: Address | None
    ) -> None:
        """After undo or redo: bring what changed into sight, and the focus if it was in the form.

        A person who is in the XML or goes through the history stays there; so does the focus
        where no field has changed, and in its field (`stay`) where that has moved. Where another
        form is about to be shown (`leaving`), the old one has not been brought up to date for that.
        """
        before = self.root
        place = self._shown_again(change, address)
        if leaving and self.root == before:
            self._refresh(False)
        if place is not None:
            self._reveal_again(stay if stay and self._editor_exists(stay) else place)

    def _shown_again(self, change: Change, address: Address) -> Address | None:
        """Show the record or section of a change; the place to go to, None to stay."""
        if self.session.document.anchor(address.part) is None:
            return None
        elsewhere, is_record = address.part != self.root.part, address.part.startswith("record")
        if elsewhere and is_record:
            self.show_root(Address(address.part))
        elif not elsewhere and self._has_no_field(change, address):
            return None
        address = self._meant(change, address)
        if not is_record and not self._is_shown(address):
            self.show_root(self._section(address))
        return address

    def _reveal_again(self, address: Address) -> None:
        if address.element == self.root:
            self._go_to_first(address)
            return
        if address.attribute:
            self._unfold_for(address)
        editor = self.column.reveal(address)
        if editor is None:
            return
        if self.has_focus():
            editor.input.setFocus()
        else:
            self.session.go_to(address, self)
        view = self.column.view_of(editor)
        if view is not None:
            view.flash(True)
            QTimer.singleShot(_FLASH, view, partial(view.flash, False))

    def _has_no_field(self, change: Change, address: Address) -> bool:
        """Whether but comments and blanks between the elements of a place have changed."""
        document, splices = self.session.document, change.splices
        there = document.element(address.element)
        among = there is not None and there.has_elements and not address.attribute
        return among and bool(splices) and says_nothing(document, splices[-1])

    def _meant(self, change: Change, address: Address) -> Address:
        """The place to go to: an edit of a whole record or group says nothing nearer itself."""
        there = self.session.document.element(address)
        if address.steps and there is not None and not there.has_elements:
            return address
        if there is None and self._editor_exists(address):  # the empty field that was typed in
            return address
        found = place_of(self.session.document, change.splices[-1]) if change.splices else None
        if there is None:  # it has gone: what stands there now, or what held it
            address = address.element.parent
        if found is None or not address.contains(found) or found.element == address:
            return address
        return found

    def _go_to_first(self, address: Address) -> None:
        """A record as a whole: its first field has the focus, never what says its version."""
        if self.has_focus():
            focus = QApplication.focusWidget()
            if focus is None or not self.column.isAncestorOf(focus):
                self.column.focus_first()
        else:
            self.session.go_to(address.element, self)

    def has_focus(self) -> bool:
        """Whether the focus is the form's to move: it is nowhere else in the window."""
        focus = QApplication.focusWidget()
        if not self.isVisible():
            return False
        return focus is None or self.isAncestorOf(focus) or focus.window() is not self.window()

    # ---- places

    def _on_session_place_changed(self, address: Address, origin: object) -> None:
        if origin is self or address is None:
            return
        if self._behind is not None:  # what was done comes first
            self._turns.later(partial(self._go_where, address, origin))
            return
        if address.part.startswith("record"):
            if not self.root.contains(address):
                self.show_root(Address(address.part))
        elif self._section(address) != self.root:
            self.show_root(self._section(address))
        if address != self.root:
            self.reveal(address, focus=origin is None)
        elif origin is None:
            self.column.focus_first()

    def _go_where(self, address: Address, origin: object) -> None:
        """Show a place late, unless another has been gone to since."""
        if address == self.session.place:
            self._on_session_place_changed(address, origin)

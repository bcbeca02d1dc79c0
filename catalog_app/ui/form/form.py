"""The form of one record or section, with all that is done to its cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.carried import standing_alone
from catalog_app.document.edits import can_duplicate, can_move
from catalog_app.document.references import find_id
from catalog_app.document.removing import pointing_inside, remove_with_links
from catalog_app.document.repeating import meant_to_move, meant_to_repeat
from catalog_app.ui.form.acting import ActingForm
from catalog_app.ui.form.characters import CharacterPalette
from catalog_app.ui.form.menus import Entry, show_menu
from catalog_app.ui.keys import KEYS

_QUICK = 4_000_000


class Form(ActingForm):
    """A form whose cards can be moved, repeated, removed and looked into."""

    def toggle_attributes(self) -> None:
        """Unfold or fold the attributes of the field in focus."""
        found = self.place()
        if found is None:
            return
        view, field = found
        self._toggle(field.address.element if field else view.card.address)

    def _toggle(self, address: Address) -> None:
        self._unfolded.toggle(address)
        self._refresh(False)

    def edit_xml(self) -> None:
        """Ask for the XML of the field or card in focus."""
        found = self.place()
        if found is not None:
            view, field = found
            self.xml_wanted.emit(field.address.element if field else view.card.address)

    def _on_buttons_pressed(self, name: str) -> None:
        """The buttons stand in the head of a card and are meant for it."""
        view = self.column.active()
        if view is None or view.card.ghost:
            self.remove_place()
        elif name in ("up", "down"):
            self._move(view.card.address, -1 if name == "up" else 1)
        elif name == "duplicate":
            self._duplicate(view.card.address)
        else:
            self._remove(view.card.address)

    def _on_column_moved(self, address: Address, other: Address, behind: bool) -> None:
        self._perform_and_show(edits.move_behind if behind else edits.move_before, address, other)

    # ---- menus

    def _on_card_menu_wanted(self, target: Card | Field, spot: QPoint) -> None:
        self._menu = show_menu(self, [*self._entries(target), *self._around(target)])
        self._menu.popup(spot)

    def open_menu(self) -> None:
        """Open the menu of the field in focus; those of what it stands in are in it."""
        found = self.place()
        if found is not None:
            view, field = found
            self._on_card_menu_wanted(field or view.card, view.mapToGlobal(QPoint(40, 30)))

    def _around(self, target: Card | Field) -> list[Entry]:
        """The menus of the groups that a field stands in, the innermost first, then of its card."""
        card, address = self._card_of(target), target.address.element
        if card is None or card is target or card.ghost:
            return []
        heads = [row for row in card.fields if row.kind == "head" and row is not target]
        around: list[Card | Field] = [h for h in reversed(heads) if h.address.contains(address)]
        around += [card] if card.address != address else []
        menus: list[Entry] = [("more", one.label, None, self._entries(one)) for one in around]
        return [None, *menus] if menus else []

    def _card_of(self, target: Card | Field) -> Card | None:
        holding = [card for card in self._cards if card.address.contains(target.address)]
        return max(holding, key=lambda card: len(card.address.steps), default=None)

    def _entries(self, target: Card | Field) -> list[Entry]:
        address = target.address.element
        words = self.tr("Hide attributes") if target.unfolded else self.tr("Show attributes")
        as_xml, helping = self.xml_wanted.emit, self.help_wanted.emit
        place = self.place()
        focus = (place[1] or place[0].card).address.element if place else None
        mine = _keys if focus == address else _none
        look: list[Entry] = [
            ("chevron-down", words, mine("attributes"), partial(self._toggle, address)),
            ("xml", self.tr("Edit as XML"), mine("edit_xml"), partial(as_xml, address)),
            ("help", self.tr("Help"), mine("help"), partial(helping, address)),
        ]
        if self.session.read_only or getattr(target, "ghost", False) or not address.steps:
            return look
        return [
            ("add", self.tr("Add inside…"), None, partial(self._add_inside, address)),
            *self._as_last(target, mine),
            None,
            *look,
            None,
            *self._acting(self._whole(target)),
            *self._remove_with_links(address),
            None,
            ("copy", self.tr("Copy as XML"), None, partial(self._copy_xml, address)),
            ("paste", self.tr("Paste XML after"), None, partial(self._paste_xml, address)),
        ]

    def _whole(self, target: Card | Field) -> Address:
        """What is moved, repeated and removed with a field: its card if that shows nothing else."""
        card, address = self._card_of(target), target.address.element
        rows = (
            [row.address.element for row in card.fields if row.kind != "attribute"] if card else []
        )
        return card.address if card is not None and rows == [address] else address

    def _acting(self, address: Address) -> list[Entry]:
        """What can be done to an element as a whole, and no more.

        A key is printed where it would do the same: it is meant for what is in focus.
        """
        moves = _keys if self._aim(meant_to_move) == address else _none
        repeats = _keys if self._aim(meant_to_repeat) == address else _none
        document, move = self.session.document, partial(self._move, address)
        copy, remove = partial(self._duplicate, address), partial(self._remove, address)
        can: list[tuple[bool, Entry]] = [
            (can_move(document, address, -1),
             ("up", self.tr("Move up"), moves("move_up"), partial(move, -1))),
            (can_move(document, address, 1),
             ("down", self.tr("Move down"), moves("move_down"), partial(move, 1))),
            (can_duplicate(document, address),
             ("duplicate", self.tr("Duplicate"), repeats("duplicate"), copy)),
            (True, ("remove", self.tr("Remove"), repeats("remove"), remove)),
        ]  # fmt: skip
        return [entry for possible, entry in can if possible]

    def _as_last(self, target: Card | Field, keys: Callable[[str], QKeySequence]) -> list[Entry]:
        card = self._card_of(target)
        if card is None or not card.address.steps or self._remembered is None:
            return []
        field = target if isinstance(target, Field) else None
        words = self.tr("Same as in the last record")
        return [("paste", words, keys("same_as_last"), partial(self._same, card, field))]

    def _remove_with_links(self, address: Address) -> list[Entry]:
        """The offer to take along what points at a place of a package; says how much that is."""
        document = self.session.document
        if not address.part.startswith("package"):
            return []
        words = self.tr("Remove with the links to it")
        if sum(part.size for part in document.parts.order) < _QUICK:
            pointing = pointing_inside(document, address)
            number = len({one for _, found in pointing for one in found})
            if not number:
                return []
            words = self.tr("Remove with the links to it ({0})").format(number)
        return [("link", words, None, partial(self._perform, remove_with_links, address))]

    def _add_inside(self, address: Address) -> None:
        editor = self.column.reveal(address)
        if editor is not None:
            editor.input.setFocus()
        self.session.go_to(address, self)
        self.add_field()

    def _copy_xml(self, address: Address) -> None:
        element = self.session.document.element(address)
        if element is not None:
            QGuiApplication.clipboard().setText(standing_alone(element).decode())

    def _paste_xml(self, address: Address) -> None:
        xml = QGuiApplication.clipboard().text().strip()
        if xml.startswith("<"):
            self._perform_and_show(edits.insert_xml_behind, address, xml)
        else:
            self.session.refused.emit(self.tr("There is no XML in the clipboard."))

    # ---- other

    def _on_card_url_wanted(self, url: str) -> None:
        if url.startswith("#"):
            self._follow(url[1:])
            return
        QDesktopServices.openUrl(QUrl(url))

    def _follow(self, identifier: str) -> None:
        """Go to the element with an ID."""
        found = find_id(self.session.document, identifier, self.root)
        if found is None:
            words = self.tr("Nothing in this file has the ID “{0}”.")
            self.session.refused.emit(words.format(identifier))
            return
        self.session.go_to(found)

    def show_characters(self) -> None:
        """Open the palette of characters; what is chosen goes where the cursor is."""
        if self._palette is None:
            self._palette = CharacterPalette(language=self.language, parent=self)
            self._palette.chosen.connect(self._on_palette_chosen)
        # The window's own focus: another pop-up, the list of actions, may still be closing.
        self._target = self.window().focusWidget()
        self._palette.open_at(self._target or self)

    def _on_palette_chosen(self, text: str) -> None:
        target = self._target
        if target is not None:
            target.setFocus()
            if hasattr(target, "insert"):
                target.insert(text)
                if hasattr(target, "textEdited"):
                    target.textEdited.emit(target.text())
            elif hasattr(target, "insertPlainText"):
                target.insertPlainText(text)


def _keys(name: str) -> QKeySequence:
    return QKeySequence.fromString(KEYS.of(name), QKeySequence.SequenceFormat.NativeText)


def _none(_name: str) -> QKeySequence:
    return QKeySequence()

"""The form of one record or section, with all that is done to its cards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.carried import standing_alone
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.references import find_id
from catalog_app.document.removing import pointing_inside, remove_with_links
from catalog_app.document.same import NothingLike, same_field, same_group
from catalog_app.ui.form.adding import AddingForm
from catalog_app.ui.form.characters import CharacterPalette
from catalog_app.ui.form.editors.oneline import OneLine
from catalog_app.ui.form.menus import Entry, show_menu

_QUICK = 4_000_000


class Form(AddingForm):
    """A form whose cards can be moved, repeated, removed and looked into."""

    # ---- cards

    def _place_card(self) -> Card | None:
        view = self.column.active()
        return view.card if view and not view.card.ghost and view.card.address.steps else None

    def duplicate_place(self) -> None:
        """Add a copy of the card in focus below it."""
        card = self._place_card()
        if card is not None:
            self._perform_and_show(edits.duplicate, card.address)
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

    def move_place(self, by: int) -> None:
        """Move the card in focus up (-1) or down (1)."""
        card = self._place_card()
        if card is not None:
            self._perform_and_show(edits.move, card.address, by)

    def remove_place(self) -> None:
        """Remove the card in focus; the focus goes to its neighbour."""
        view = self.column.active()
        if view is None:
            return
        if view.card.ghost:
            self._wishes.drop(view.card.address)
            self._refresh(False)
            return
        if not view.card.address.steps:
            return
        # What says the version of the record is no neighbour to go on typing in.
        views = [one for one in self.column.views if one.card.address.steps]
        at = views.index(view)
        follower = views[at + 1] if at + 1 < len(views) else views[at - 1] if at else None
        if self._perform(edits.remove, view.card.address):
            remaining = [v for v in self.column.views if v is follower]
            editor = remaining[0].first_editor() if remaining else None
            if editor is not None:
                editor.input.setFocus()

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
        last = self._remembered.last(card.address.name) if self._remembered else []
        depth, document = len(self.root.steps), self.session.document
        try:
            if field is None:
                edit = same_group(document, card.address, last, depth, _kind_of(card))
            elif field.kind == "head":
                edit = same_group(document, field.address, last, depth)
            else:
                edit = same_field(document, field, last, depth)
        except NothingLike:
            self.session.refused.emit(self.tr("The last record has nothing of this kind."))
        except EditError as error:
            self.session.refused.emit(str(error))
        else:
            if field is None and card.ghost:
                self._wishes.drop(card.address)
            if edit is not None:
                self._fill_in(replace(edit, name=self.tr("Same as in the last record")), field)

    def _fill_in(self, edit: Edit, field: Field | None) -> None:
        """Do an edit that fills a field; what was asked for in an empty card goes on in it."""
        self.session.end_typing()
        self._typed = field if field and field.ghost else None
        try:
            done = self.session.perform(edit, self)
        finally:
            self._typed = None
        if done and edit.address is not None:
            self.reveal(edit.address)

    def toggle_attributes(self) -> None:
        """Unfold or fold the attributes of the field in focus."""
        found = self.place()
        if found is None:
            return
        view, field = found
        self._toggle(field.address.element if field else view.card.address)

    def _toggle(self, address: Address) -> None:
        self._unfolded ^= {address}
        self._refresh(False)

    def edit_xml(self) -> None:
        """Ask for the XML of the field or card in focus."""
        found = self.place()
        if found is not None:
            view, field = found
            self.xml_wanted.emit(field.address.element if field else view.card.address)

    def _perform(self, make: object, *arguments: object) -> bool:
        try:
            edit = make(self.session.document, *arguments)
        except EditError as error:
            self.session.refused.emit(str(error))
            return False
        return self.session.perform(edit, self)

    def _perform_and_show(self, make: object, *arguments: object) -> None:
        try:
            edit = make(self.session.document, *arguments)
        except EditError as error:
            self.session.refused.emit(str(error))
            return
        if self.session.perform(edit, self) and edit.address is not None:
            self.reveal(edit.address)

    def _on_buttons_pressed(self, name: str) -> None:
        if name in ("up", "down"):
            self.move_place(-1 if name == "up" else 1)
        elif name == "duplicate":
            self.duplicate_place()
        else:
            self.remove_place()

    def _on_column_moved(self, address: Address, other: Address, behind: bool) -> None:
        self._perform_and_show(edits.move_behind if behind else edits.move_before, address, other)

    # ---- menus

    def _on_card_menu_wanted(self, target: Card | Field, spot: QPoint) -> None:
        self._menu = show_menu(self, self._entries(target))
        self._menu.popup(spot)

    def open_menu(self) -> None:
        """Open the menu of the field in focus."""
        found = self.place()
        if found is not None:
            view, field = found
            self._on_card_menu_wanted(field or view.card, view.mapToGlobal(QPoint(40, 30)))

    def _entries(self, target: Card | Field) -> list[Entry]:
        address = target.address.element
        words = self.tr("Hide attributes") if target.unfolded else self.tr("Show attributes")
        look = [
            ("chevron-down", words, "Alt+Return", partial(self._toggle, address)),
            ("xml", self.tr("Edit as XML"), "", partial(self.xml_wanted.emit, address)),
            ("help", self.tr("Help"), "F1", partial(self.help_wanted.emit, address)),
        ]
        if self.session.read_only or getattr(target, "ghost", False) or not address.steps:
            return look
        at = partial(self._perform_and_show)
        return [
            ("add", self.tr("Add inside…"), "", partial(self._add_inside, address)),
            None,
            *look,
            None,
            ("up", self.tr("Move up"), "Alt+Up", partial(at, edits.move, address, -1)),
            ("down", self.tr("Move down"), "Alt+Down", partial(at, edits.move, address, 1)),
            ("duplicate", self.tr("Duplicate"), "Ctrl+D", partial(at, edits.duplicate, address)),
            (
                "remove",
                self.tr("Remove"),
                "Ctrl+Del",
                partial(self._perform, edits.remove, address),
            ),
            *self._remove_with_links(address),
            None,
            ("copy", self.tr("Copy as XML"), "", partial(self._copy_xml, address)),
            ("paste", self.tr("Paste XML after"), "", partial(self._paste_xml, address)),
        ]

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
        return [("link", words, "", partial(self._perform, remove_with_links, address))]

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
            self._palette = CharacterPalette(parent=self)
            self._palette.chosen.connect(self._on_palette_chosen)
        focus = QGuiApplication.focusObject()
        self._target = focus if isinstance(focus, QWidget) else None
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


def _all(row: Field) -> tuple[Field, ...]:
    return (row, *row.beside)


def _kind_of(card: Card) -> str:
    """The type that a card which is not there yet is asked for with."""
    first = next((f.missing[0] for f in card.fields if f.missing and f.base), None)
    named = first is not None and first.name == card.address.name
    return dict(first.attributes).get("type", "") if named else ""

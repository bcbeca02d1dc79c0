"""Typing in the form, and adding to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

from catalog_app.document import edits
from catalog_app.document.adding import (
    Addition,
    additions,
    draft_of,
    fields_of,
    is_there,
    next_address,
    next_address_of,
)
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.names import MODS
from catalog_app.document.package import aside
from catalog_app.document.package_drafts import section_draft
from catalog_app.document.pointing import point_at
from catalog_app.document.ranges import DateRange, PageRange
from catalog_app.document.summary import record_version
from catalog_app.document.targets import Target
from catalog_app.document.template import Want, Wanted, completeness, drafts_of
from catalog_app.document.terms import settled, take_date, take_entry, vocabulary_of
from catalog_app.schema.load import load
from catalog_app.schema.search import prepare
from catalog_app.session.remembered import Companions, Offered
from catalog_app.session.session import Session
from catalog_app.ui.form.add_field import AddFieldBox
from catalog_app.ui.form.following import FollowingForm
from catalog_app.ui.turns import Background


class FillingForm(FollowingForm):
    """A form whose fields can be filled and added."""

    def __init__(
        self,
        session: Session,
        findings: object,
        services: object,
        parent: QWidget | None = None,
    ) -> None:
        #: The versions whose elements the search box need not meet for the first time.
        self._ready: set[str | None] = set()
        super().__init__(session, findings, services, parent)

    # ---- typing

    def _on_card_edited(self, field: Field, value: str) -> None:
        document = self.session.document
        try:
            edit = field.editing(document, value)
        except EditError as error:
            self.session.refused.emit(str(error))
            return
        self._typed = field
        try:
            performed = self.session.perform(edit, self)
        finally:
            self._typed = None
        if not performed and edit is not None:
            self._refresh(False)

    def _on_card_left(self, field: Field) -> None:
        edit = settled(self.session.document, field, self.language)
        if edit is not None:
            self.session.end_typing()
            self.session.perform(edit, self)

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
        self.session.perform(edit, self)

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

    # ---- adding

    def add_field(self) -> None:
        """Open the search box over everything that can be added."""
        if self.session.read_only:
            self.session.refused.emit(self.session.read_only)
            return
        if self._box is None:
            self._box = AddFieldBox(self._find_additions, self)
            self._box.chosen.connect(self.insert)
        width = min(560, self.width() - 40)
        spot = QPoint((self.width() - width) // 2, self.header.height() + 8)
        self._box.open_at(spot, QSize(width, min(460, self.height() - spot.y() - 8)))

    def _find_additions(self, query: str) -> list[Addition]:
        version = _bare_version(record_version(self.session.document, self.root))
        return additions(
            self.session.document, self.root, self._focus_address(), query, version, self.language
        )

    def show_root(self, address: Address) -> None:
        """Show another record or section; the search box over its version is soon ready."""
        super().show_root(address)
        version = _bare_version(record_version(self.session.document, self.root))
        if version not in self._ready and self.session.document.standard(self.root.part) == MODS:
            self._ready.add(version)
            Background(prepare(load("mods", self.language), version), self)

    def _focus_address(self) -> Address | None:
        found = self.column.active()
        if found is None:
            return None
        place = self.session.place
        return place if place and found.card.address.contains(place) else found.card.address

    def insert(self, addition: Addition) -> None:
        """Add what was chosen: an attribute or a card unfolds, a field stands ready to type in."""
        if addition.is_attribute:
            self._unfolded.add(addition.parent.element)
            self._refresh(False)
            self.reveal(addition.parent)
            return
        if addition.parent.part.startswith("package"):
            self._insert_section(addition)
            return
        wanted = fields_of(self.session.document, addition)
        waiting = self._waiting(wanted) if addition.parent == self.root else None
        if waiting is not None:
            self._focus_field(waiting[0].address, waiting[1])
        elif addition.parent == self.root:
            address = next_address(self.session.document, addition)
            self._await(self._wishes.free(address), wanted)
        elif addition.parent.parent == self.root and not is_there(self.session.document, addition):
            inside = tuple(self._inside(addition.parent, one) for one in wanted)
            self._await(addition.parent, inside)
        else:
            self._insert_now(addition)

    def begin_title(self) -> None:
        """Let the title of a record that is still empty stand ready, with the focus in it."""
        record = self.session.document.element(self.root)
        if self.template is None and record is not None and not record.has_elements:
            title = Wanted((Want("titleInfo"), Want("title")))
            self._await(self.root.child("titleInfo"), (title,))
        else:
            self.column.focus_first()

    def next_missing(self) -> None:
        """Put the focus in the next field that the template asks for and the record has not."""
        if self.template is None or self.root.steps or not self.root.part.startswith("record"):
            return
        missing = completeness(self.session.document, self.root.part, self.template).missing
        if not missing:
            return
        there = [(wanted, self._asked(wanted)) for wanted in missing]
        at = next((n for n, (_, found) in enumerate(there) if self._in_focus(found)), -1)
        wanted, found = there[(at + 1) % len(there)]
        if found is not None:
            self._focus_field(found[0].address, found[1])
        else:
            address = next_address_of(self.session.document, self.root, wanted.path[0].name)
            self._await(address, (wanted,))

    def _asked(self, wanted: Wanted) -> tuple[Card, Field] | None:
        """The empty field of the form that is shown for what is wanted, with its card."""
        for card in list(self._cards):
            if card.address.name != wanted.path[0].name:
                continue
            field = _answering(self._read(card), wanted)
            if field is not None:
                return card, field
        return None

    def _in_focus(self, found: tuple[Card, Field] | None) -> bool:
        place = self.place()
        if found is None or place is None or place[1] is None:
            return False
        return place[0].card.address == found[0].address and place[1].key == found[1].key

    def _inside(self, card: Address, wanted: Wanted) -> Wanted:
        known = self.session.document.element(card)
        kind = known.get("type") if known else None
        return Wanted((_want(card.name, kind), *wanted.path), wanted.level)

    def _waiting(self, wanted: tuple[Wanted, ...]) -> tuple[Card, Field] | None:
        """The empty card that is shown already for what is wanted, and its first field."""
        for card in self._cards:
            if card.ghost:
                answers = [_answering(card, one) for one in wanted]
                if answers[0] is not None and None not in answers:
                    return card, answers[0]
        return None

    def _await(self, card: Address, wanted: tuple[Wanted, ...]) -> None:
        self._wishes.add(card, wanted)
        self._refresh(False)
        view = next((c for c in self._cards if c.address == card), None)
        ghosts = [f for f in view.fields if f.missing] if view else []
        paths = {"/".join(step.name for step in one.path) for one in wanted}
        target = next((f for f in ghosts if f.path in paths), None)
        if target is not None:
            self._focus_field(card, target)

    def _focus_field(self, card: Address, field: Field) -> None:
        self.column.reveal(card)
        view = next((v for v in self.column.views if v.card.address == card), None)
        for row in view.rows if view else ():
            if row.field.key == field.key and row.editors:
                row.editors[0].input.setFocus()
                self.column.show_widget(row.editors[0])

    def _insert_section(self, addition: Addition) -> None:
        """Write an element of a package with what is required of it, and go to its first field."""
        document = self.session.document
        draft = replace(
            section_draft(document, addition.declared, addition.parent),
            name=addition.wants[-1].name,
        )
        edit = edits.add(document, addition.parent, draft)
        if not self.session.perform(edit, self) or edit is None or edit.address is None:
            return
        if not addition.parent.steps:
            self.session.go_to(edit.address)
            return
        if addition.declared.name in aside(self.root):  # it has a form of its own
            self.session.go_to(edit.address.at(addition.declared.attributes[0].name))
            return
        self._unfolded.add(edit.address)
        self._refresh(False)
        if not self.reveal(edit.address) and addition.declared.attributes:
            self.reveal(edit.address.at(addition.declared.attributes[0].name))

    def _insert_now(self, addition: Addition) -> None:
        document = self.session.document
        edit = edits.add(document, addition.parent, draft_of(document, addition))
        if self.session.perform(edit, self) and edit is not None and edit.address is not None:
            self.reveal(edit.address)


def _want(name: str, kind: str | None) -> Want:
    return Want(name, (("type", kind),) if kind else ())


def _answering(card: Card, wanted: Wanted) -> Field | None:
    fields = (f for row in card.fields for f in (row, *row.beside) if f.missing)
    return next((f for f in fields if Wanted(f.missing).answers(wanted)), None)


def _bare_version(words: str) -> str | None:
    version = words.rpartition(" ")[2]
    return version if version.startswith("3.") else None


def _filled(field: Field, text: str, document: Document) -> Edit | None:
    return field.editing(document, text)

"""Adding to the form: what is asked for stands ready, empty, and writes nothing yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize

from catalog_app.document import edits
from catalog_app.document.adding import (
    Addition,
    additions,
    fields_of,
    is_there,
    next_address,
    next_address_of,
)
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.foreign import main_inside
from catalog_app.document.large import Making
from catalog_app.document.names import METS, MODS, step_name
from catalog_app.document.outline_inside import opened_at
from catalog_app.document.package import aside
from catalog_app.document.package_drafts import drafting_section
from catalog_app.document.package_records import described_in
from catalog_app.document.places import making_room
from catalog_app.document.summary import record_version
from catalog_app.document.template import Want, Wanted
from catalog_app.document.wishes import More
from catalog_app.schema.load import load
from catalog_app.schema.search import prepare
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.ui.form.add_field import AddFieldBox
from catalog_app.ui.form.filling import FillingForm
from catalog_app.ui.turns import Background

_LEAST = 18  # lines in the search box; where they have no room below the head it covers the head


class AddingForm(FillingForm):
    """A form to which every field can be added, at any depth."""

    def _connect(self) -> None:
        super()._connect()
        #: The versions whose elements the search box need not meet for the first time.
        self._ready: set[str | None] = set()

    def add_field(self) -> None:
        """Open the search box over everything that can be added."""
        if self.session.read_only:
            self.session.refused.emit(self.session.read_only)
            return
        if self._box is None:
            self._box = AddFieldBox(self._find_additions, self)
            self._box.chosen.connect(self.insert)
        width = min(37 * self.fontMetrics().height(), self.width() - 40)
        top, least = self.header.height() + 8, _LEAST * self.fontMetrics().height()
        spot = QPoint((self.width() - width) // 2, top if self.height() - top >= least else 8)
        self._box.open_at(spot, QSize(width, min(width, self.height() - spot.y() - 8)))

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
        if addition.holds:
            self._insert_record(addition)
            return
        if not addition.parent.part.startswith("record"):
            self._insert_section(addition)
            return
        wanted = fields_of(self.session.document, addition)
        if addition.parent == self.root:
            self._ask_for_card(addition, wanted)
        elif self.session.document.element(addition.parent) is None:
            self._ask_in_empty(addition.parent, wanted)
        elif addition.parent.parent == self.root and not is_there(self.session.document, addition):
            self._await(addition.parent, tuple(self._inside(addition.parent, w) for w in wanted))
        else:
            self._ask_for_more(addition.parent, wanted)

    def _ask_for_card(self, addition: Addition, wanted: tuple[Wanted, ...]) -> None:
        waiting = self._waiting(wanted)
        if waiting is not None:
            self._preset(waiting[0], wanted)
            self._focus_field(waiting[0].address, waiting[1])
        else:
            address = next_address(self.session.document, addition)
            self._await(self._wishes.free(address), wanted)

    def _ask_in_empty(self, place: Address, wanted: tuple[Wanted, ...]) -> None:
        """Ask for fields in something that is only asked for itself."""
        document, depth = self.session.document, len(self.root.steps) + 1
        while len(place.steps) > depth and document.element(place) is None:
            wanted = tuple(replace(one, path=(Want(place.name), *one.path)) for one in wanted)
            place = place.parent
        if document.element(place) is not None:
            self._ask_for_more(place, wanted)
            return
        card = next((c for c in self._cards if c.address == place and c.ghost), None)
        first = next((f.missing[0] for f in card.fields if f.missing), None) if card else None
        outer = first or Want(place.name)
        self._await(place, tuple(replace(one, path=(outer, *one.path)) for one in wanted))

    def _ask_for_more(self, place: Address, wanted: tuple[Wanted, ...]) -> None:
        """Ask for one more of what a place may hold several times, however deep it is."""
        card = Address(place.part, place.steps[: len(self.root.steps) + 1])
        number = next_address_of(self.session.document, place, wanted[0].path[0].name)
        occurrence = number.steps[-1].occurrence
        more = tuple(
            More(one.path, one.level, one.default, inside=place, number=occurrence)
            for one in wanted
        )
        self._await(card, more)

    def begin_title(self) -> None:
        """Let the title of a record that is still empty stand ready, with the focus in it."""
        record = self.session.document.element(self.root)
        path = _title_of(record) if record is not None and self.asking is None else ()
        if path and record is not None and not record.has_elements:
            self._await(self.root.child(path[0].name), (Wanted(path),))
        else:
            self.column.focus_first()

    def _inside(self, card: Address, wanted: Wanted) -> Wanted:
        known = self.session.document.element(card)
        kind = known.get("type") if known else None
        return Wanted((_want(card.name, kind), *wanted.path), wanted.level)

    def _waiting(self, wanted: tuple[Wanted, ...]) -> tuple[Card, Field] | None:
        """The empty card that is shown already for what is wanted, and its first field."""
        for card in self._cards:
            if card.ghost:
                answers = [answering(card, one) for one in wanted]
                if answers[0] is not None and None not in answers:
                    return card, answers[0]
        return None

    def _preset(self, card: Card, wanted: tuple[Wanted, ...]) -> None:
        """Say in an empty card what is known beforehand: the role of an author."""
        for one in wanted:
            field = answering(card, one) if one.default else None
            if field is not None:
                self._wishes.say(field.key, "", one.default)
        self._refresh(False)

    def _await(self, card: Address, wanted: tuple[Wanted, ...]) -> None:
        self._wishes.add(card, wanted)
        for one in wanted:
            if one.default:
                self._wishes.say(f"{card}>{one.key}", "", one.default)
        self._refresh(False)
        found = next((c for c in self._cards if c.address == card), None)
        ghosts = [f for f in self._read(found).fields if f.missing] if found else []
        target = next((f for f in ghosts if any(_is_for(f, one) for one in wanted)), None)
        if target is not None:
            self._focus_field(card, target)

    def _insert_record(self, addition: Addition) -> None:
        """Put an empty record into a section that holds nothing, and go to its title."""
        document, section = self.session.document, addition.parent
        edit = described_in(document, section, addition.holds)
        if edit is None or self.session.perform(edit, self):
            self.session.go_to(opened_at(document, section))
            self.begin_title()

    def _insert_section(self, addition: Addition) -> None:
        """Write an element of a package with what is required of it, and go to its first field."""
        document, known, name = self.session.document, addition.declared, addition.wants[-1].name
        place = addition.parent if addition.within else addition.parent.child(name)

        def making() -> Making:
            yield from making_room(document, place.parent, place.name)
            draft = yield from drafting_section(document, known, addition.parent)
            yield edits.add(document, addition.parent, replace(draft, name=name))

        perform_in_slices(
            self.session,
            getattr(self._services, "jobs", None) or Jobs(self),
            self.tr("Adding {name}").format(name=addition.label),
            making,
            self,
            lambda edit: self._show_section(addition, edit),
        )

    def _show_section(self, addition: Addition, edit: Edit | None) -> None:
        if edit is None or edit.address is None:
            return
        if not addition.parent.steps or not self.root.steps:  # its section has a form of its own
            self.session.go_to(edit.address)
            return
        if addition.declared.name in aside(self.root):  # it has a form of its own
            self.session.go_to(edit.address.at(addition.declared.attributes[0].name))
            return
        self._unfolded.add(edit.address)
        self._refresh(False)
        if not self.reveal(edit.address) and addition.declared.attributes:
            self.reveal(edit.address.at(addition.declared.attributes[0].name))


def _title_of(record: Element) -> tuple[Want, ...]:
    """Where the title stands in a record, or in a description of another standard."""
    if record.name == (MODS, "mods"):
        return Want("titleInfo"), Want("title")
    main = main_inside(record)
    return (Want(step_name(main, METS)),) if main else ()


def _want(name: str, kind: str | None) -> Want:
    return Want(name, (("type", kind),) if kind else ())


def answering(card: Card, wanted: Wanted) -> Field | None:
    fields = (f for row in card.fields for f in (row, *row.beside) if f.missing)
    return next((f for f in fields if Wanted(f.missing).answers(wanted)), None)


def _is_for(field: Field, wanted: Wanted) -> bool:
    """Whether an empty field is the one that was asked for."""
    if not isinstance(wanted, More):
        return field.path == "/".join(step.name for step in wanted.path)
    return field.base is not None and wanted.key in field.key


def _bare_version(words: str) -> str | None:
    version = words.rpartition(" ")[2]
    return version if version.startswith("3.") else None

"""The form of one record or section: a projection, its widgets, and what the user does in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from catalog_app.document import edits
from catalog_app.document.adding import (
    Addition,
    additions,
    draft_of,
    fields_of,
    is_there,
    next_address,
)
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Change, Edit, EditError
from catalog_app.document.package import aside, form_root
from catalog_app.document.package_drafts import section_draft
from catalog_app.document.package_spots import is_coarse
from catalog_app.document.projection import Projector
from catalog_app.document.references import (
    find_id,
    pointing_inside,
    remove_with_links,
    shared_description,
)
from catalog_app.document.summary import record_title, record_version
from catalog_app.document.template import Template, Want, Wanted, completeness, drafts_of
from catalog_app.document.terms import as_word, take_date, take_entry, vocabulary_of
from catalog_app.session.remembered import Companions, Offered
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.ui.form.add_field import AddFieldBox
from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.cards import CardColumn
from catalog_app.ui.form.characters import CharacterPalette
from catalog_app.ui.form.header import Header
from catalog_app.ui.form.links import Links
from catalog_app.ui.form.maker import Maker
from catalog_app.ui.form.menus import Entry, show_menu
from catalog_app.ui.look.icons import icon
from catalog_app.ui.look.tokens import METRICS
from catalog_app.validation.finding import Finding

_FLASH = 500
_QUICK = 4_000_000


class Form(QWidget):
    """Shows what is at an address as cards, and makes edits of what the user does.

    `xml_wanted(Address)` asks for the XML view, `template_menu_wanted()` for the list of
    templates, `help_wanted(Address)` for the help on a field.
    """

    root_changed = Signal(object)
    xml_wanted = Signal(object)
    help_wanted = Signal(object)
    template_menu_wanted = Signal()

    def __init__(
        self,
        session: Session,
        findings: object,
        services: object,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self._findings, self._services = session, findings, services
        self.language = getattr(services, "language", "en")
        self._projector = Projector(session.document, self.language)
        self._remembered = getattr(services, "remembered", None)
        self._maker = Maker(self._remembered, self.language, Links(session.document))
        self.root = Address("record1")
        self.template: Template | None = None
        self.detailed = False
        self._unfolded: set[Address] = set()
        self._pending: dict[Address, tuple[Wanted, ...]] = {}
        self._cards: list[Card] = []
        self._box: AddFieldBox | None = None
        self._palette: CharacterPalette | None = None
        self._menu: QWidget | None = None
        self._target: QWidget | None = None
        self.header = Header(self)
        self.column = CardColumn(self._make_card, self)
        self.adder = QToolButton(self)
        self.column.before = self.header.template
        self._lay_out()
        self._meter_later = QTimer(self)
        self._meter_later.setSingleShot(True)
        self._meter_later.setInterval(250)
        self._connect()

    def _lay_out(self) -> None:
        self.adder.setText(self.tr("Add a field…   Ctrl+K"))
        self.adder.setIcon(icon("add", "dim"))
        self.adder.setToolTip(self.tr("Search everything that may stand here, and add it"))
        self.adder.setToolButtonStyle(self.adder.toolButtonStyle().ToolButtonTextBesideIcon)
        self.adder.setAccessibleName(self.tr("Add a field"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.column, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(METRICS.edge - 4, 4, METRICS.edge, 6)
        foot.addWidget(self.adder)
        foot.addStretch(1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_session_changed)
        self.session.place_changed.connect(self._on_session_place_changed)
        self.session.saved.connect(self._on_session_saved)
        self.column.focused.connect(self._on_column_focused)
        self.column.moved.connect(self._on_column_moved)
        self.column.buttons.pressed.connect(self._on_buttons_pressed)
        self.adder.clicked.connect(self.add_field)
        self.header.template_wanted.connect(self.template_menu_wanted)
        self._meter_later.timeout.connect(self._show_standing)
        if self._findings is not None:
            self._findings.changed.connect(self._on_findings_changed)

    # ---- what is shown

    def show_root(self, address: Address) -> None:
        """Show another record or section."""
        if self.detailed and address.steps and is_coarse(self.session.document, _whole(address)):
            return  # It is being cut finer, and will be shown then.
        if address.steps and self.session.document.element(address) is None:
            return
        fresh = address != self.root or not self._cards
        if fresh and self._cards and self._remembered is not None:
            self._remembered.keep_last(self.session.document, self.root.part)
        if fresh:
            self._unfolded.clear()
            self._pending.clear()
        self.root = address
        self._refresh(fresh)
        self._show_standing()
        if fresh:
            self.root_changed.emit(address)

    def choose_template(self, template: Template | None) -> None:
        """Ask for what a template asks for, from now on."""
        self.template = template
        self._refresh(False)
        self._show_standing()

    def begin_as(self, template: Template | None) -> None:
        """Choose a template; a record that is still empty gets what the template presets."""
        record = self.session.document.element(self.root)
        if template and record is not None and not record.has_elements and not self.root.steps:
            presets = [partial(_added, self.root, d, None) for d in drafts_of(template.fields)]
            words = self.tr("Begin as {0}").format(template.title)
            self.session.perform(composed(self.session.document, words, presets), self)
        self.choose_template(template)

    def _refresh(self, fresh: bool) -> None:
        self._drop_filled()
        self._cards = self._projector.cards(
            self.root,
            frozenset(self._unfolded),
            self.template,
            self._pending,
            aside(self.root) if self.detailed else frozenset(),
        )
        self.column.show_cards(self._cards, fresh)
        if fresh:
            self._on_findings_changed()

    def _retyped(self, address: Address | None) -> bool:
        """Bring the one card in step whose value has been typed; False if that is not enough."""
        at = (
            next(
                (
                    k
                    for k, c in enumerate(self._cards)
                    if c.address.steps and c.address.contains(address)
                ),
                None,
            )
            if address is not None and address.steps
            else None
        )
        if at is None:
            return False
        card = self._projector.again(
            self._cards[at], self.root, frozenset(self._unfolded), self.template, self._pending
        )
        if card is None:
            return False
        self._cards[at] = card
        return self.column.renew_card(card)

    def _drop_filled(self) -> None:
        document = self.session.document
        for address, wanted in list(self._pending.items()):
            element = document.element(address)
            if element is not None and not wanted:
                del self._pending[address]

    def _show_standing(self) -> None:
        document, root = self.session.document, self.root
        if document.anchor(root.part) is None:
            self.header.show_standing(self.session.title, "", "")
            self.header.show_completeness("", None)
            return
        number = ""
        if root.part.startswith("record"):
            total = len(document.records())
            at = root.part.removeprefix("record")
            number = self.tr("Record {number} of {total}").format(number=at, total=total)
        number = " · ".join(words for words in (number, self._shared()) if words)
        title = record_title(document, root) or self.tr("Untitled")
        title = title if root.part.startswith("record") else in_words(title)
        self.header.show_standing(title, number, record_version(document, root))
        is_record = root.part.startswith("record") and not root.steps
        self.header.template.setVisible(is_record)
        found = (
            completeness(document, root.part, self.template)
            if self.template and is_record
            else None
        )
        self.header.show_completeness(self.template.title if self.template else "", found)

    def _shared(self) -> str:
        """How many divisions or files share the description that is shown, if several do."""
        document = self.session.document
        if sum(part.size for part in document.parts.order) > _QUICK:
            return ""
        number = shared_description(document, self.root)
        return self.tr("shared by {0} places").format(number) if number > 1 else ""

    def _make_card(self, card: Card, parent: QWidget) -> CardView:
        view = CardView(card, self._maker, bool(self.session.read_only), parent)
        view.edited.connect(self._on_card_edited)
        view.picked.connect(self._on_card_picked)
        view.left.connect(self._on_card_left)
        view.menu_wanted.connect(self._on_card_menu_wanted)
        view.xml_wanted.connect(self.xml_wanted)
        view.fix_wanted.connect(self._on_card_fix_wanted)
        view.url_wanted.connect(self._on_card_url_wanted)
        view.refused.connect(self.session.refused)
        return view

    # ---- from the session

    def _on_session_changed(self, change: Change) -> None:
        if change.records_changed and self.session.document.anchor(self.root.part) is None:
            self.root = Address("record1")
        if not (change.typing and change.origin is self and self._retyped(change.address)):
            self._refresh(False)
        self._meter_later.start()
        if change.kind != "edit" and change.address is not None:
            self._show_again(change.address)

    def _on_session_saved(self) -> None:
        if self._remembered is not None and self.root.part.startswith("record"):
            self._remembered.note(self.session.document, self.root.part)
            self._remembered.keep_last(self.session.document, self.root.part)

    def _show_again(self, address: Address) -> None:
        """After undo or redo: bring the field that changed into sight, with the focus."""
        if address.part != self.root.part:
            self.show_root(Address(address.part))
        if address.part.startswith("package") and self._section(address) != self.root:
            self.show_root(self._section(address))
        if address.attribute:
            self._unfold_for(address)
        editor = self.column.reveal(address)
        if editor is not None and self._has_window_focus():
            editor.input.setFocus()
            view = self.column.view_of(editor)
            if view is not None:
                view.flash(True)
                QTimer.singleShot(_FLASH, view, partial(view.flash, False))

    def _has_window_focus(self) -> bool:
        return self.isVisible()

    def _on_session_place_changed(self, address: Address, origin: object) -> None:
        if origin is self or address is None:
            return
        if address.part.startswith("record"):
            if not self.root.contains(address):
                self.show_root(Address(address.part))
        elif self._section(address) != self.root:
            self.show_root(self._section(address))
        self.reveal(address, focus=origin is None)

    def _section(self, address: Address) -> Address:
        return form_root(address) if self.detailed else Address(address.part, address.steps[:1])

    def show_traces(self, traced: dict[Address, str]) -> None:
        """Mark the fields that came from the article: address → token of the passage's colour."""
        self.column.show_traces(traced)

    def _on_findings_changed(self) -> None:
        if self._findings is None:
            return
        mine: dict[Address, list[Finding]] = {}
        errors = others = 0
        for finding in self._findings.items:
            if finding.address is None or not self.root.contains(finding.address):
                continue
            errors += finding.severity == "error"
            others += finding.severity != "error"
            depth = len(self.root.steps)
            if len(finding.address.steps) > depth:
                card = Address(finding.address.part, finding.address.steps[: depth + 1])
                mine.setdefault(card, []).append(finding)
            else:
                mine.setdefault(self.root, []).append(finding)
        self.header.show_found(errors, others)
        self.column.show_findings({card: tuple(found) for card, found in mine.items()})

    # ---- focus

    def _on_column_focused(self, address: Address) -> None:
        self.session.go_to(address, self)

    def reveal(self, address: Address, focus: bool = True) -> bool:
        """Bring a field into sight, and the focus into it; False if it is not in this form."""
        if not self.root.contains(address):
            return False
        self._unfold_for(address)
        editor = self.column.reveal(address)
        if editor is not None and focus:
            editor.input.setFocus()
        return editor is not None

    def _unfold_for(self, address: Address) -> None:
        if not address.attribute or self._editor_exists(address):
            return
        self._unfolded.add(address.element)
        self._refresh(False)

    def _editor_exists(self, address: Address) -> bool:
        return any(
            field.address == address
            for card in self._cards
            for row in card.fields
            for field in (row, *row.beside)
        )

    def place(self) -> tuple[CardView, Field | None] | None:
        """The card in focus and the field, if one is."""
        view = self.column.active()
        if view is None:
            return None
        return view, view.field_of(QGuiApplication.focusObject())

    # ---- typing

    def _on_card_edited(self, field: Field, value: str) -> None:
        document = self.session.document
        try:
            edit = field.editing(document, value)
            if field.kind == "attribute" and not value:
                edit = edits.remove_attribute(document, field.address)
        except EditError as error:
            self.session.refused.emit(str(error))
            return
        if not self.session.perform(edit, self) and edit is not None:
            self._refresh(False)

    def _on_card_left(self, field: Field) -> None:
        edit = as_word(self.session.document, field) if not field.missing else None
        if edit is not None:
            self.session.perform(edit, self)

    def _on_card_picked(self, field: Field, entry: object) -> None:
        document, source = self.session.document, vocabulary_of(field)
        entry = entry.entry if isinstance(entry, Offered) else entry
        try:
            if hasattr(entry, "encoding"):
                edit = take_date(document, field, entry)
            elif source is not None and hasattr(entry, "uri"):
                edit = take_entry(document, field, entry, source)
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
            return edits.add(self.session.document, field.base, draft)
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
        self._box.open_at(spot, QSize(width, min(460, self.height() - 60)))

    def _find_additions(self, query: str) -> list[Addition]:
        version = _bare_version(record_version(self.session.document, self.root))
        return additions(
            self.session.document, self.root, self._focus_address(), query, version, self.language
        )

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
        if addition.parent == self.root:
            address = next_address(self.session.document, addition)
            while address in self._pending:
                last = address.steps[-1]
                address = self.root.child(last.name, last.occurrence + 1)
            self._await(address, wanted)
        elif addition.parent.parent == self.root and not is_there(self.session.document, addition):
            inside = tuple(self._inside(addition.parent, one) for one in wanted)
            self._await(addition.parent, inside)
        else:
            self._insert_now(addition)

    def _inside(self, card: Address, wanted: Wanted) -> Wanted:
        known = self.session.document.element(card)
        kind = known.get("type") if known else None
        return Wanted((_want(card.name, kind), *wanted.path), wanted.level)

    def _await(self, card: Address, wanted: tuple[Wanted, ...]) -> None:
        self._pending[card] = (*self._pending.get(card, ()), *wanted)
        self._refresh(False)
        view = next((c for c in self._cards if c.address == card), None)
        ghosts = [f for f in view.fields if f.missing] if view else []
        keys = {f"{view.key}>{one.key}" for one in wanted} if view else set()
        target = next((f for f in ghosts if f.key in keys), None)
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
        edit = edits.add(document, addition.parent, section_draft(document, addition.declared))
        if not self.session.perform(edit, self) or edit is None or edit.address is None:
            return
        if not addition.parent.steps:
            self.session.go_to(edit.address)
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

    # ---- cards

    def _place_card(self) -> Card | None:
        view = self.column.active()
        return view.card if view and not view.card.ghost and view.card.address.steps else None

    def duplicate_place(self) -> None:
        """Add a copy of the card in focus below it."""
        card = self._place_card()
        if card is not None:
            self._perform_and_show(edits.duplicate, card.address)

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
            self._pending.pop(view.card.address, None)
            self._refresh(False)
            return
        if not view.card.address.steps:
            return
        views = self.column.views
        at = views.index(view)
        follower = views[at + 1] if at + 1 < len(views) else views[at - 1] if at else None
        if self._perform(edits.remove, view.card.address):
            remaining = [v for v in self.column.views if v is follower]
            editor = remaining[0].first_editor() if remaining else None
            if editor is not None:
                editor.input.setFocus()

    def same_as_last(self) -> None:
        """Make the card in focus what it was in the record worked on before."""
        view = self.column.active()
        if view is None or self._remembered is None or not view.card.address.steps:
            return
        address, name = view.card.address, view.card.address.name
        found = self._remembered.last(name)
        at = address.steps[-1].occurrence - 1
        if not found:
            self.session.refused.emit(self.tr("The last record has nothing of this kind."))
            return
        draft = found[min(at, len(found) - 1)]
        steps = [] if view.card.ghost else [partial(_removed, address)]
        before = None if view.card.ghost else address
        steps.insert(0, partial(_added, self.root, draft, before))
        if not view.card.ghost:
            last = address.steps[-1]
            moved = self.root.child(last.name, last.occurrence + 1)
            steps[-1] = partial(_removed, moved)
        words = self.tr("Same as in the last record")
        edit = composed(self.session.document, words, steps, address)
        self._pending.pop(address, None)
        if self.session.perform(edit, self):
            self.reveal(address)

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

    def _on_column_moved(self, card: Card, before: Card) -> None:
        self._perform(edits.move_before, card.address, before.address)

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
            ("paste", self.tr("Paste XML behind"), "", partial(self._paste_xml, address)),
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
            QGuiApplication.clipboard().setText(element.raw.decode())

    def _paste_xml(self, address: Address) -> None:
        xml = QGuiApplication.clipboard().text().strip()
        if xml.startswith("<"):
            self._perform_and_show(edits.insert_xml_behind, address, xml)
        else:
            self.session.refused.emit(self.tr("There is no XML in the clipboard."))

    # ---- other

    def _on_card_fix_wanted(self, finding: Finding, fix: object) -> None:
        self._findings.apply(finding, fix)

    def _on_card_url_wanted(self, url: str) -> None:
        if url.startswith("#"):
            self._follow(url[1:])
            return
        QDesktopServices.openUrl(QUrl(url))

    def _follow(self, identifier: str) -> None:
        """Go to the element with an ID."""
        found = find_id(self.session.document, identifier)
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


def _added(
    parent: Address, draft: Draft, before: Address | None, document: Document
) -> Edit | None:
    return edits.add(document, parent, draft, before)


def _removed(address: Address, document: Document) -> Edit | None:
    return edits.remove(document, address)


def _filled(field: Field, text: str, document: Document) -> Edit | None:
    return field.editing(document, text)


def _want(name: str, kind: str | None) -> Want:
    return Want(name, (("type", kind),) if kind else ())


def _bare_version(words: str) -> str | None:
    version = words.rpartition(" ")[2]
    return version if version.startswith("3.") else None


def _whole(address: Address) -> Address:
    """The section of a package that holds an address."""
    return Address(address.part, address.steps[:1])

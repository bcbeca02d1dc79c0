"""What the form shows, kept in step with the session; the rest of the form is built on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.compose import composed
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit
from catalog_app.document.package import aside, form_root, is_shown
from catalog_app.document.package_spots import is_coarse
from catalog_app.document.projection import Projector
from catalog_app.document.template import Template, drafts_of
from catalog_app.document.wishes import Wishes
from catalog_app.session.met_here import Met, MetHere
from catalog_app.session.session import Session
from catalog_app.ui.form.add_field import AddFieldBox
from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.cards import CardColumn
from catalog_app.ui.form.characters import CharacterPalette
from catalog_app.ui.form.header import Header
from catalog_app.ui.form.links import Links
from catalog_app.ui.form.maker import Maker
from catalog_app.ui.form.nearest import nearest, places_of
from catalog_app.ui.form.standing import has_kind, shared_out, show_standing
from catalog_app.ui.form.unfolding import Unfolding
from catalog_app.ui.keys import KEYS
from catalog_app.ui.look.icons import icon
from catalog_app.ui.look.tokens import METRICS

# So many cards are read at once; those below them when they come near.
_READ = 60


class ShownForm(QWidget):
    """Shows what is at an address as cards, and makes edits of what the user does.

    `xml_wanted(Address)` asks for the XML view, `template_menu_wanted()` for the list of
    templates, `help_wanted(Address)` for the help on a field, `mend_wanted(Finding, Fix)` for a
    repair. `refusal(words)` when a field has refused what was typed, "" when it is typed in anew.
    """

    root_changed = Signal(object)
    xml_wanted = Signal(object)
    help_wanted = Signal(object)
    mend_wanted = Signal(object, object)
    template_menu_wanted = Signal()
    refusal = Signal(str)

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
        self._tell: Callable[[str], None] = getattr(services, "tell", lambda _text: None)
        self._projector = Projector(session.document, self.language)
        self._remembered = getattr(services, "remembered", None)
        self._here = MetHere(session.document)
        met = Met(self._remembered, self._here)
        self._maker = Maker(met, self.language, Links(session.document))
        self.root = Address("record1")
        self.template: Template | None = None
        self.detailed = False
        self._unfolded = Unfolding(getattr(services, "settings", None))
        self._wishes = Wishes(session.document)
        self._typed: Field | None = None
        self._cards: list[Card] = []
        self._box: AddFieldBox | None = None
        self._palette: CharacterPalette | None = None
        self._menu: QWidget | None = None
        self._target: QWidget | None = None
        self.header = Header(self)
        self.column = CardColumn(self._make_card, self._read, self)
        self.adder = QToolButton(self)
        self.column.before = self.header.meter
        self._lay_out()
        self._meter_later = QTimer(self)
        self._meter_later.setSingleShot(True)
        self._meter_later.setInterval(250)
        self._connect()

    def _lay_out(self) -> None:
        KEYS.changed.connect(self._name_adder)
        self._name_adder()
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

    def _name_adder(self) -> None:
        """The button names its key, as the user set it."""
        words = self.tr("Add a field…")
        self.adder.setText(f"{words}   {KEYS.of('add_field')}".rstrip())

    def _connect(self) -> None:
        self.column.focused.connect(self._on_column_focused)
        self.column.moved.connect(self._on_column_moved)
        self.column.buttons.pressed.connect(self._on_buttons_pressed)
        self.adder.clicked.connect(self.add_field)
        self.header.template_wanted.connect(self.template_menu_wanted)
        # A popup that opens while the mouse is still let go never gives the focus back.
        queued = Qt.ConnectionType.QueuedConnection
        self.header.meter.clicked.connect(self.show_missing, queued)
        self.header.fix_wanted.connect(self.mend_wanted)
        self._meter_later.timeout.connect(self._show_standing)
        if self._findings is not None:
            self._findings.changed.connect(self._on_findings_changed)

    # ---- what is shown

    def hideEvent(self, event: QHideEvent) -> None:
        """What another document comes before was worked on last."""
        super().hideEvent(event)
        self._keep_last()

    def _keep_last(self) -> None:
        if self._cards and self._remembered is not None:
            self._remembered.keep_last(self.session.document, self.root.part)

    def show_root(self, address: Address) -> None:
        """Show another record or section."""
        if (
            self.detailed
            and address.steps
            and is_coarse(self.session.document, whole_section(address))
        ):
            return  # It is being cut finer, and will be shown then.
        if address.steps and self.session.document.element(address) is None:
            return
        fresh = address != self.root or not self._cards
        if fresh:
            self._keep_last()
        if fresh:
            self._unfolded.show(address)
            self._wishes.clear()
        self.root = address
        self._refresh(fresh)
        self._show_standing()
        if fresh:
            self.root_changed.emit(address)

    @property
    def shows_something(self) -> bool:
        """Whether a record or section is shown already."""
        return bool(self._cards)

    @property
    def asking(self) -> Template | None:
        """The template in force, where what is shown is of the kinds that have one."""
        return self.template if self.template and has_kind(self.session, self.root) else None

    def begin_with(self, template: Template | None) -> None:
        """Ask for what a template asks for, in what is shown first."""
        self.template, self.session.kind = template, template.id if template else ""
        if self.shows_something:
            self.choose_template(template)

    def choose_template(self, template: Template | None) -> None:
        """Ask for what a template asks for, from now on."""
        if template is not None:
            self._wishes.leave_to(one for one in template.fields if one.shown)
        self.template, self.session.kind = template, template.id if template else ""
        view, field = self.place() or (None, None)
        before = places_of(self._cards) if field else []
        with self.column.kept_still():
            self._refresh(False, (field or view.card).address if view else None)
        near = nearest(field, before, places_of(self._cards)) if field else None
        if near is not None:
            self._focus_field(*near)
        self._show_standing()

    def begin_as(self, template: Template | None) -> None:
        """Choose a template; a record that is still empty gets what the template presets."""
        record = self.session.document.element(self.root)
        if template and record is not None and not record.has_elements and not self.root.steps:
            presets = [partial(added, self.root, d, None) for d in drafts_of(template.fields)]
            words = self.tr("Begin as {0}").format(template.title)
            self.session.perform(composed(self.session.document, words, presets), self)
        self.choose_template(template)

    def _refresh(self, fresh: bool, typed_at: Address | None = None) -> None:
        self._cards = self._projector.cards(
            self.root,
            self._unfolded.now,
            self.asking,
            self._wishes,
            aside(self.root) if self.detailed else frozenset(),
            _READ,
        )
        self.column.show_cards(self._cards, fresh, typed_at)
        if fresh:
            self._on_findings_changed()

    def _read(self, card: Card) -> Card:
        """The card with its fields, read now if nobody has asked for them before."""
        if not card.unread:
            return card
        at = next(k for k, one in enumerate(self._cards) if one is card)
        read = self._projector.again(card, self.root, self._unfolded.now, self.asking, self._wishes)
        self._cards[at] = read or card
        return self._cards[at]

    def _retyped(self, address: Address | None) -> bool:
        """Bring the one card in step whose value has been typed; False if that is not enough."""
        at = self._holding(address) if address is not None and address.steps else None
        if at is None:
            return False
        card = self._projector.again(
            self._cards[at], self.root, self._unfolded.now, self.asking, self._wishes
        )
        if card is None:
            return False
        self._cards[at] = card
        return self.column.renew_card(card)

    def _holding(self, address: Address) -> int | None:
        """Which of the cards holds an address, the root's own card aside."""
        root = self.root.steps
        holding = (k for k, c in enumerate(self._cards) if len(c.address.steps) > len(root))
        return next((k for k in holding if self._cards[k].address.contains(address)), None)

    def _show_standing(self) -> None:
        self.adder.setVisible(not self.session.read_only)
        show_standing(self.header, self.session, self.root, self.template, self.language)

    def _make_card(self, card: Card, parent: QWidget) -> CardView:
        view = CardView(card, self._maker, bool(self.session.read_only), parent)
        view.edited.connect(self._on_card_edited)
        view.picked.connect(self._on_card_picked)
        view.left.connect(self._on_card_left)
        view.menu_wanted.connect(self._on_card_menu_wanted)
        view.xml_wanted.connect(self.xml_wanted)
        view.fix_wanted.connect(self.mend_wanted)
        view.url_wanted.connect(self._on_card_url_wanted)
        view.refused.connect(self._on_view_refused)
        return view

    def _on_view_refused(self, words: str) -> None:
        if words:
            self.session.refused.emit(words)
        self.refusal.emit(words)

    # ---- other

    def _is_shown(self, address: Address) -> bool:
        if not self.detailed:
            return self._section(address) == self.root
        return is_shown(self.session.document, self.root, address)

    def _section(self, address: Address) -> Address:
        if not self.detailed:
            return Address(address.part, address.steps[:1])
        return form_root(self.session.document, address)

    def show_traces(self, traced: dict[Address, str]) -> None:
        """Mark the fields that came from the article: address → token of the passage's colour."""
        self.column.show_traces(traced)

    def _on_findings_changed(self) -> None:
        if self._findings is None:
            return
        with_card = any(card.address == self.root for card in self._cards)
        found = shared_out(self._findings.items, self.root, with_card)
        self.header.show_found(found.errors, found.others)
        self.header.show_whole(tuple(found.whole))
        self.column.show_findings({card: tuple(mine) for card, mine in found.cards.items()})

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
            for card in list(self._cards)
            if card.address.contains(address)
            for row in self._read(card).fields
            for field in (row, *row.beside)
        )

    def _focus_field(self, card: Address, field: Field) -> None:
        """Put the focus in a field of a card, though others may have the same address."""
        self.column.reveal(card)
        view = next((v for v in self.column.views if v.card.address == card), None)
        editor = view.editor_of(field.key) if view else None
        if editor is not None:
            editor.input.setFocus()
            self.column.show_widget(editor)

    def place(self) -> tuple[CardView, Field | None] | None:
        """The card in focus and the field, if one is."""
        view = self.column.active()
        if view is None:
            return None
        return view, view.field_of(QApplication.focusWidget())


def whole_section(address: Address) -> Address:
    """The section of a package that holds an address."""
    return Address(address.part, address.steps[:1])


def added(parent: Address, draft: Draft, before: Address | None, document: Document) -> Edit | None:
    """The edit that adds a draft, as a step of a composed one."""
    return edits.add(document, parent, draft, before)

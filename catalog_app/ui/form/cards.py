"""The column of cards: only those in sight, and a little around, are widgets."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from catalog_app.document.address import Address
from catalog_app.document.card import Card
from catalog_app.session.sentences import in_words
from catalog_app.ui.form.buttons import CardButtons
from catalog_app.ui.form.canvas import Block, Canvas
from catalog_app.ui.form.card import CardView, exchange
from catalog_app.ui.form.card_layout import ROW_GAP
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.look.tokens import METRICS
from catalog_app.validation.finding import Finding

_BUDGET = 0.012
_KEPT = 60
_WIDEST = 860


class CardColumn(QScrollArea):
    """Shows cards below one another.

    `focused(Address)` when a field gets the focus, `moved(Address, Address, bool)` when something
    was dropped before another of its like, or behind it; `buttons` stand in the card in focus.
    """

    focused = Signal(object)
    moved = Signal(object, object, bool)

    def __init__(
        self,
        make: Callable[[Card, QWidget], CardView],
        read: Callable[[Card], Card],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._make, self._read = make, read
        #: What Tab comes from into the first card.
        self.before: QWidget | None = None
        self._chained: list[QWidget] = []
        self.blocks: list[Block] = []
        self._findings: dict[Address, tuple[Finding, ...]] = {}
        self._traced: dict[Address, str] = {}
        self._holding = self._resized = self._grown = False
        # While the card in focus goes with its record, Qt gives the focus to the next that goes.
        self._leaving = False
        self._canvas = Canvas(self)
        self.buttons = CardButtons(self._canvas)
        self.setWidget(self._canvas)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        self._later.timeout.connect(self._on_later)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)

    # ---- content

    def show_cards(self, cards: list[Card], fresh: bool, typed_at: Address | None = None) -> None:
        """Show these cards; `fresh` when they are of another record than before.

        `typed_at` is the address that what is being typed has now: the card and the field in
        focus stay in focus there, whatever their keys have become.
        """
        typed = _card_at(cards, typed_at) if typed_at else None
        holder = self.active() if typed else None
        moved = holder is not None and typed is not None and holder.card.key != typed.key
        if not fresh and not moved and self._renewed(cards, typed_at):
            return
        old = {b.card.key: b.view for b in self.blocks if b.card and b.view}
        if moved:
            exchange(old, holder.card.key, typed.key)
        views = {} if fresh else old
        blocks: list[Block] = []
        group = None
        for card in cards:
            if card.group != group and card.group:
                blocks.append(Block(text=in_words(card.group)))
            group = card.group
            view = views.pop(card.key, None)
            blocks.append(Block(card=card, view=view))
            if view is not None:
                blocks[-1].card = self._read(card)
                view.show_card(blocks[-1].card, typed_at)
        self._leaving = fresh and self._canvas.isAncestorOf(_focus())
        for view in (old if fresh else views).values():
            if self.buttons.parent() is view:
                self.buttons.stand_in(None)
            _discard(view)
        self.blocks = blocks
        if fresh:
            self.verticalScrollBar().setValue(0)
        self._place()
        self._build_near()
        self.chain_tabs()
        if self._leaving:
            self._leaving = False
            self.focus_first(Qt.FocusReason.OtherFocusReason)

    def renew_card(self, card: Card) -> bool:
        """Show another state of one card; False if it is not among those shown."""
        block = next(
            (b for b in self.blocks if b.card is not None and b.card.key == card.key), None
        )
        if block is None or block.card.group != card.group:
            return False
        block.card = card
        if block.view is not None and block.view.show_card(card):
            self.chain_tabs()
        return True

    def _renewed(self, cards: list[Card], typed_at: Address | None) -> bool:
        """Show the cards where they are the same ones as before but for values; else False."""
        old = [block for block in self.blocks if block.card is not None]
        if len(old) != len(cards):
            return False
        changed = [(b, c) for b, c in zip(old, cards, strict=True) if b.card is not c]
        if any(b.card.key != c.key or b.card.group != c.group for b, c in changed):
            return False
        came = False
        with self._placed_once():
            for block, card in changed:
                block.card = card
                if block.view is not None:
                    block.card = self._read(card)
                    came = block.view.show_card(block.card, typed_at) or came
        if came:
            self.chain_tabs()
        return True

    def show_findings(self, findings: dict[Address, tuple[Finding, ...]]) -> None:
        """Show what is wrong, by card; what is new of the field in focus comes into sight."""
        self._findings = findings
        focus = _focus()
        before, seen = self._said_below(focus), not focus.visibleRegion().isEmpty()
        with self._placed_once():
            for block in self.blocks:
                if block.view is not None:
                    block.view.show_findings(findings.get(block.card.address, ()))
        if seen and self._said_below(focus) > before and not _is_offering(focus):
            self.show_widget(focus)

    def show_traces(self, traced: dict[Address, str]) -> None:
        """Mark what came from the article: address → token of the passage's colour."""
        self._traced = traced
        for view in self.views:
            view.show_traces(traced)

    @property
    def views(self) -> list[CardView]:
        """The cards that are widgets now, from top to bottom."""
        return [b.view for b in self.blocks if b.view is not None]

    def active(self) -> CardView | None:
        """The card that has the focus, or had it last."""
        return next((view for view in self.views if view.active), None)

    # ---- geometry

    def column(self) -> QRect:
        """Left edge and width of the cards."""
        edge = METRICS.edge if self.viewport().width() > 420 else 8
        width = min(self.viewport().width() - 2 * edge, round(_WIDEST * self._scale()))
        return QRect(edge, 0, max(width, 200), 0)

    def _scale(self) -> float:
        return QFontMetrics(self.font()).height() / 16

    def _place(self, only: CardView | None = None) -> None:
        """Give every block its place; `only` that card has another height than before, if named."""
        column, y, moved = self.column(), 6, False
        line = QFontMetrics(self.font()).height() + 12
        for block in self.blocks:
            height = block.height
            if only is None or block.view is only:
                height = _height(block, column.width(), line)
            moved = moved or (block.y, block.height) != (y, height)
            block.y, block.height = y, height
            if block.view is not None:
                block.view.setGeometry(column.x(), y, column.width(), block.height)
            y += block.height + (0 if block.card is None else METRICS.card_gap)
        self.buttons.follow()
        size = QSize(self.viewport().width(), max(y + 60, self.viewport().height()))
        if moved or size != self._canvas.size():
            self._canvas.setFixedSize(size)
            self._canvas.update()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._settle(self.verticalScrollBar().value())
        self._build_near()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grown = True
            self._later.start()

    def _on_later(self) -> None:
        """Build more; in text of another size the field in focus stays in sight."""
        self._build_near()
        grown, self._grown = self._grown, False
        view, focus = self.active(), _focus()
        if grown and view and view.isAncestorOf(focus) and not view.visibleRegion().isEmpty():
            self.show_widget(focus)

    def _on_scrolled(self) -> None:
        self._build_near()

    def _build_near(self) -> None:
        """Make widgets of the cards in sight at once, of those around as time allows."""
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        started = time.perf_counter()
        built, pending = False, False
        for block in self.blocks:
            if block.card is None or block.view is not None:
                continue
            seen = block.y < top + height and block.y + block.height > top
            near = block.y < top + 2 * height and block.y + block.height > top - height
            if not near:
                continue
            if not seen and time.perf_counter() - started > _BUDGET:
                pending = True
                break
            self._build(block)
            built = True
        if built:
            self.chain_tabs()
            self._settle(top)
        if pending:
            self._later.start()
        else:
            self._forget_far(top, height)

    def _build(self, block: Block) -> None:
        if block.view is not None:
            return
        block.card = self._read(block.card)
        view = self._make(block.card, self._canvas)
        block.view = view
        view.show_findings(self._findings.get(block.card.address, ()))
        view.show_traces(self._traced)
        column = self.column()
        view.setGeometry(column.x(), block.y, column.width(), view.height_for(column.width()))
        # Heard of only when all is in its place: a card that asks for room while it is being
        # made would have everything placed again, scrolled, and itself made a second time.
        view.resized.connect(partial(self._on_view_resized, view))
        view.show()

    def chain_tabs(self) -> None:
        """Let Tab go through the cards from top to bottom, whenever they were made."""
        stops = [self.before] if self.before else []
        stops += [stop for view in self.views for stop in view.stops()]
        # Qt's own chain is not asked: whoever asks a widget for the next one owns it, in Python.
        pairs = enumerate(zip(stops, self._chained, strict=False))
        shared = min(len(stops), len(self._chained))
        kept = next((at for at, (now, old) in pairs if now is not old), shared)
        for at in range(max(kept, 1), len(stops)):
            QWidget.setTabOrder(stops[at - 1], stops[at])
        self._chained = stops

    def _settle(self, top: int, only: CardView | None = None) -> None:
        """Place everything again, keeping still what is in sight, above all the card in focus."""
        active = (b for b in self.blocks if b.view is not None and b.view.active)
        in_sight = (b for b in active if top <= b.y < top + self.viewport().height())
        first = (b for b in self.blocks if b.y + b.height > top)
        anchor = next(in_sight, None) or next(first, None)
        before = anchor.y if anchor else 0
        self._place(only)
        if anchor and anchor.y != before:
            self.verticalScrollBar().setValue(top + anchor.y - before)

    @contextmanager
    def kept_still(self) -> Iterator[None]:
        """Leave the card in focus where it is on the screen, whatever comes above it."""
        view, bar = self.active(), self.verticalScrollBar()
        above = view.y() - bar.value() if view else 0
        yield
        if view is not None and view is self.active():
            bar.setValue(view.y() - above)
            if view.isAncestorOf(_focus()):
                self.show_widget(_focus())

    def _forget_far(self, top: int, height: int) -> None:
        kept = [b for b in self.blocks if b.view is not None]
        if len(kept) <= _KEPT:
            return
        for block in kept:
            far = block.y > top + 4 * height or block.y + block.height < top - 4 * height
            if far and not block.view.active and not block.view.isAncestorOf(_focus()):
                _discard(block.view)
                block.view = None

    def _on_view_resized(self, view: CardView) -> None:
        if self._holding:
            self._resized = True
        else:
            self._settle(self.verticalScrollBar().value(), view)

    @contextmanager
    def _placed_once(self) -> Iterator[None]:
        """Let many cards change their heights, and place them all when they have."""
        self._holding, self._resized = True, False
        try:
            yield
        finally:
            self._holding = False
        if self._resized:
            self._settle(self.verticalScrollBar().value())

    # ---- focus

    def focus_first(self, why: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Put the focus in the uppermost field; by a shortcut, with its text selected."""
        self.verticalScrollBar().setValue(0)
        self._build_near()
        stop = next((stop for view in self.views for stop in view.stops()), None)
        if stop is not None:
            stop.setFocus(why)

    def reveal(self, address: Address) -> Editor | None:
        """Bring a field into sight, building it if need be; returns its editor."""
        block = self._block(address)
        if block is None:
            return None
        if block.view is None:
            self.verticalScrollBar().setValue(self._beginning(block))  # may have built it
            self._build(block)
            self.chain_tabs()
            self._settle(self.verticalScrollBar().value())
            self._build_near()
        editor = block.view.editor_at(address) or block.view.first_editor()
        if block.height < self.viewport().height():
            self.show_widget(block.view)  # the whole card, where it has room
        elif editor is not None and editor.visibleRegion().isEmpty():
            self.verticalScrollBar().setValue(self._beginning(block))  # as much of it as has room
        self.show_widget(editor or block.view)
        return editor

    def _beginning(self, block: Block) -> int:
        """Where to scroll for a card to begin at the upper edge, below the head of its group."""
        before = self.blocks[max(0, self.blocks.index(block) - 1)]
        return before.y if not before.card else block.y - METRICS.card_gap

    def _block(self, address: Address) -> Block | None:
        inside = [b for b in self.blocks if b.card and b.card.address.contains(address)]
        # The card of a section's own attributes holds all the others too: the innermost is meant.
        return max(inside, key=lambda b: len(b.card.address.steps), default=None)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll as little as needed to show a widget, what is said of it, and room around it."""
        top = widget.mapTo(self._canvas, QPoint(0, 0)).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        above, below = round(50 * self._scale()), round(40 * self._scale())
        foot = top + widget.height() + self._said_below(widget)
        if top - above < bar.value():
            bar.setValue(self._whole_head(max(0, top - above), foot + 8))
        elif foot + below > bar.value() + height:
            bar.setValue(self._whole_head(min(top - above // 2, foot + below - height), foot + 8))

    def _whole_head(self, value: int, foot: int) -> int:
        """Where to scroll so that the head of a group or card at the edge is not cut through."""
        heads = ((b.y, b.y + _head(b)) for b in self.blocks)
        cut = next(((top, end) for top, end in heads if top < value < end), None)
        if cut is None:
            return value
        whole = foot - self.viewport().height() <= cut[0]
        return cut[0] if whole else cut[1]

    def _said_below(self, widget: QWidget) -> int:
        """How much of the line that a widget stands in is below it: what is said of its field."""
        view = self.view_of(widget)
        if view is None:
            return 0
        foot = widget.mapTo(view, QPoint(0, widget.height())).y()
        return max(0, view.foot_of(widget) - foot)

    def view_of(self, widget: QWidget | None) -> CardView | None:
        """The card that holds a widget."""
        return next((v for v in self.views if widget is not None and v.isAncestorOf(widget)), None)

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._leaving or new is None or not self._canvas.isAncestorOf(new):
            return
        view = self.view_of(new)
        for other in self.views:
            other.set_active(other is view)
        self.buttons.stand_in(view)
        if view is None:
            return
        field_ = view.field_of(new)
        self.show_widget(new if new.height() < self.viewport().height() else view)
        if field_ is not None:
            self.focused.emit(field_.address)


def _height(block: Block, width: int, line: int) -> int:
    """How high a block is; what is no widget yet is guessed from its lines of text."""
    if block.card is None:
        return line
    if block.view is not None:
        return block.view.height_for(width)
    return 16 + (line + ROW_GAP) * (1 + (block.card.unread or len(block.card.fields)))


def _head(block: Block) -> int:
    """How high the words are that a block begins with."""
    if block.card is None:
        return block.height
    return 8 + block.view.header_height if block.view is not None else 0


def _focus() -> QWidget:
    return QApplication.focusWidget() or QWidget()


def _is_offering(widget: QWidget) -> bool:
    editor = widget.parentWidget()
    return isinstance(editor, Editor) and editor.is_offering


def _discard(view: CardView) -> None:
    view.hide()
    view.deleteLater()


def _card_at(cards: list[Card], address: Address) -> Card | None:
    """The innermost card that is there and holds an address."""
    found = [c for c in cards if not c.ghost and c.address.steps and c.address.contains(address)]
    return max(found, key=lambda card: len(card.address.steps), default=None)

"""One card: the fields of one occurrence of an element."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.session.sentences import in_words
from catalog_app.ui.form.card_paint import PaintedCard
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.grasp import grasped
from catalog_app.ui.form.maker import Maker, editor_kind
from catalog_app.ui.form.missing import level_in_words
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.form.row import Row, renew
from catalog_app.validation.finding import Finding

_SETTLING = ("code", "language")  # what is typed there means an entry of a list
_WORST = ("error", "warning", "advice")


class CardView(PaintedCard):
    """Shows a card and reports what the user does with it; labels are painted, fields are widgets.

    Signals: `edited(Field, str)`, `picked(Field, entry)`, `left(Field)` of a code list,
    `menu_wanted(Field | Card, QPoint)`, `xml_wanted(Address)`, `fix_wanted(Finding, Fix)`,
    `resized()` when the height has changed.
    """

    edited = Signal(object, object)
    picked = Signal(object, object)
    left = Signal(object)
    menu_wanted = Signal(object, object)
    xml_wanted = Signal(object)
    fix_wanted = Signal(object, object)
    url_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, card: Card, maker: Maker, read_only: bool, parent: QWidget) -> None:
        super().__init__(card, parent)
        self._maker, self.read_only = maker, read_only
        self._findings: tuple[Finding, ...] = ()
        #: The field typed in by its key, what it held before, and what was typed last.
        self._typed_in: tuple[str, str, object] = "", "", ""
        self._build({})
        self.setMouseTracking(True)
        self.setAccessibleName(card.label)

    # ---- content

    def _build(self, old: dict[str, Editor]) -> None:
        self.rows = [Row(field) for field in self.card.fields]
        for row in self.rows:
            for field in row.editable:
                editor = old.pop(_reuse_key(field), None)
                if editor is None:
                    editor = self._maker.editor(field, self)
                    self._connect(editor)
                else:
                    renew(editor, field)
                editor.set_read_only(self.read_only or field.kind == "stray")
                row.editors.append(editor)
                editor.show()
        for editor in old.values():
            editor.hide()
            editor.deleteLater()

    def _connect(self, editor: Editor) -> None:
        editor.edited.connect(self._on_editor_edited)
        editor.picked.connect(self._on_editor_picked)
        editor.finished.connect(self._on_editor_finished)
        editor.refused.connect(self.refused)
        if hasattr(editor, "xml_requested"):
            editor.xml_requested.connect(self._on_editor_xml_requested)
        if hasattr(editor, "open_requested"):
            editor.open_requested.connect(self.url_wanted)

    def stops(self) -> list[QWidget]:
        """What Tab goes to in this card, as the eye does."""
        return [stop for row in self.rows for editor in row.editors for stop in editor.stops()]

    def show_card(self, card: Card, typed_at: Address | None = None) -> bool:
        """Show another state of the card, touching only what differs; True if fields came.

        The editor in focus goes on with the field at `typed_at`.
        """
        if card == self.card:
            return False
        keys = self._typing_keys(card, typed_at)
        same, self.card = card.shape == self.card.shape and not keys, card
        self.setAccessibleName(card.label)
        if same:
            for row, field in zip(self.rows, card.fields, strict=True):
                row.renew(field)
        else:
            old = {
                _reuse_key(field): editor
                for row in self.rows
                for field, editor in zip(row.editable, row.editors, strict=True)
            }
            if keys:
                exchange(old, *keys)
            self._build(old)
            self._place_notices()
        self._arrange()
        self.update()
        return not same

    def _typing_keys(self, card: Card, typed_at: Address | None) -> tuple[str, str] | None:
        """The keys by which the editor in focus was known and will be, if they differ."""
        if typed_at is None:
            return None
        before = self.field_of(QApplication.focusWidget())
        every = (f for row in card.fields for f in (row, *row.beside))
        now = next((f for f in every if f.address == typed_at and not f.missing), None)
        if before is None or now is None:
            return None
        keys = _reuse_key(before), _reuse_key(now)
        return keys if keys[0] != keys[1] and _kind(before) == _kind(now) else None

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark fields and say what is wrong under them."""
        if findings == self._findings and not self._holds_back:
            return
        self._findings = findings
        self._say_findings()

    def _say_findings(self) -> None:
        self._place_notices()
        self._arrange()
        self.update()

    @property
    def _holds_back(self) -> bool:
        """Whether something was found that is not said yet."""
        return len(self._notices) < len(self._findings)

    def _to_be_said(self) -> list[Finding]:
        """What was found, but what is new of a value that is half typed waits until it is left."""
        said = [notice.finding for notice in self._notices]
        return [one for one in self._findings if one in said or not self._is_half_typed(one)]

    def _is_half_typed(self, finding: Finding) -> bool:
        row = self._row_for(finding.address)
        return row is not None and any(editor.is_offering for editor in row.editors)

    def show_traces(self, traced: Mapping[Address, str]) -> None:
        """Mark what came from the article, in the colour of its passage: address → token."""
        self._traced = {a: look for a, look in traced.items() if self.card.address.contains(a)}
        self.update()

    def _place_notices(self) -> None:
        findings = self._to_be_said()
        for notice in self._notices:
            notice.hide()
            notice.deleteLater()
        self._notices = []
        for row in self.rows:
            row.notices = []
        for finding in findings:
            row = self._row_for(finding.address)
            before = row.notices if row is not None else self._notices
            first = not any(other.finding.fixes for other in before)
            notice = Notice(finding, self, first)
            notice.fix_wanted.connect(self.fix_wanted)
            notice.show()
            self._notices.append(notice)
            if row is not None:
                row.notices.append(notice)
        for row in self.rows:
            self._mark(row)

    def _mark(self, row: Row) -> None:
        for field, editor in zip(row.editable, row.editors, strict=True):
            mine = [n.finding for n in row.notices if _about(n.finding.address, field.address)]
            worst = next((s for s in _WORST if any(f.severity == s for f in mine)), None)
            editor.set_mark(worst, " ".join(in_words(f.message) for f in mine))

    def _row_for(self, address: Address | None) -> Row | None:
        if address is None:
            return None
        exact = [r for r in self.rows if any(f.address == address for f in r.editable)]
        near = [r for r in self.rows if any(_about(address, f.address) for f in r.fields)]
        return (exact or near or [None])[0]

    # ---- fields

    def editor_at(self, address: Address) -> Editor | None:
        """The editor of an address, or of the field whose attribute or inner part it is."""
        for row in self.rows:
            for field, editor in zip(row.editable, row.editors, strict=True):
                if field.address == address:
                    return editor
        row = self._row_for(address)
        if row is not None and row.editors:
            return row.editors[0]
        inner = [r for r in self.rows if address.contains(r.field.address) and r.editors]
        return inner[0].editors[0] if inner else None

    def editor_of(self, key: str) -> Editor | None:
        """The editor of the field with a key."""
        pairs = (pair for row in self.rows for pair in zip(row.editable, row.editors, strict=True))
        return next((editor for field, editor in pairs if field.key == key), None)

    def field_of(self, widget: QWidget | None) -> Field | None:
        """The field whose editor holds a widget."""
        for row in self.rows:
            # The focus may come while the editors of a row are still being put into it.
            for field, editor in zip(row.editable, row.editors, strict=False):
                if editor is widget or (widget is not None and editor.isAncestorOf(widget)):
                    return field
        return None

    def foot_of(self, widget: QWidget) -> int:
        """Where the line ends in which a widget stands, with what is said under it."""
        field = self.field_of(widget)
        return next((r.y + r.height for r in self.rows if field in r.editable), 0)

    def first_editor(self) -> Editor | None:
        """The first field's editor."""
        return next((e for row in self.rows for e in row.editors), None)

    def _sender_field(self) -> Field | None:
        sender = self.sender()
        return self.field_of(sender) if isinstance(sender, QWidget) else None

    def _on_editor_edited(self, value: object) -> None:
        field = self._sender_field()
        if field is not None:
            key, before, _ = self._typed_in
            self._typed_in = field.key, before if key == field.key else field.value, value
            self.edited.emit(field, value)

    def _on_editor_picked(self, entry: object) -> None:
        field = self._sender_field()
        if field is not None:
            self.picked.emit(field, entry)

    def _on_editor_finished(self) -> None:
        """Say what was held back while the value was typed, if leaving it has not changed it."""
        card = self.card
        self._say_left()
        if self._holds_back and self.card is card:
            self._say_findings()

    def _say_left(self) -> None:
        """Say that a code was left that is not what it was; passing through changes nothing."""
        field, (key, before, typed) = self._sender_field(), self._typed_in
        if field is None or field.key != key:
            return
        self._typed_in = "", "", ""
        if field.value != before and field.value == typed and editor_kind(field) in _SETTLING:
            self.left.emit(field)

    def _on_editor_xml_requested(self) -> None:
        field = self._sender_field()
        if field is not None:
            self.xml_wanted.emit(field.address)

    # ---- mouse

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _more_at(self, spot: QPoint) -> Field | Card | None:
        if self._header_more().contains(spot) and not self.card.ghost:
            return self.card
        for row in self.rows:
            shown = row.field.kind == "head" or self._has_more(row.field)
            if shown and self._row_more(row).contains(spot):
                return row.field
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        target = self._more_at(spot)
        if target is not None and event.button() == Qt.MouseButton.LeftButton:
            self.menu_wanted.emit(target, event.globalPosition().toPoint())
            return
        editor = self._editor_near(spot)
        if editor is not None:
            editor.input.setFocus(Qt.FocusReason.MouseFocusReason)
        event.ignore()  # a press on the header may begin a drag, which is the list's business

    def _editor_near(self, spot: QPoint) -> Editor | None:
        """The editor of the row at a spot; of a head, the first below it."""
        at = next((k for k, row in enumerate(self.rows) if row is self._row_at(spot)), 0)
        return next((row.editors[0] for row in self.rows[at:] if row.editors), self.first_editor())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            self.setCursor(self._shape_over(event.position().toPoint()))
        event.ignore()

    def _shape_over(self, spot: QPoint) -> Qt.CursorShape:
        """A hand where something opens, an open one where something can be dragged."""
        if self._more_at(spot) is not None:
            return Qt.CursorShape.PointingHandCursor
        fixed = self.read_only or self.card.ghost or not self.card.address.steps
        row = None if fixed else self._row_at(spot)
        field = row is not None and self.grasped_at(spot) != self.card.address
        head = not fixed and spot.y() < 8 + self.header_height
        return Qt.CursorShape.OpenHandCursor if head or field else Qt.CursorShape.ArrowCursor

    def grasped_at(self, spot: QPoint) -> Address:
        """What the mouse takes hold of at a spot: one of several fields, or the card."""
        return grasped(self.card, self.rows, self._row_at(spot))

    def contextMenuEvent(self, event: QEvent) -> None:
        row = self._row_at(event.pos())
        self.menu_wanted.emit(row.field if row else self.card, event.globalPos())

    def _row_at(self, spot: QPoint) -> Row | None:
        return next((r for r in self.rows if r.y <= spot.y() < r.y + r.height), None)

    def _tip(self, spot: QPoint, where: QPoint) -> None:
        row = self._row_at(spot)
        target = self._more_at(spot)
        if target is not None:
            words = self.tr("More: attributes, add inside, copy, XML")
            if target.set:
                words += "\n" + self.tr("%n attribute(s) set", "", target.set)
        elif row is not None:
            help_ = getattr(row.field.declared, "help", "")
            level = level_in_words(row.field.level)
            said = (row.field.path, level, help_, row.field.hint)
            words = "\n".join(part for part in said if part)
        else:
            words = getattr(self.card.declared, "help", "")
        QToolTip.showText(where, words, self) if words else QToolTip.hideText()


def _reuse_key(field: Field) -> str:
    return f"{field.key}|{_kind(field)}"


def _kind(field: Field) -> str:
    return f"{editor_kind(field)}|{field.type}|{field.authority}|{field.kind}"


def exchange(known: dict, one: str, other: str) -> None:
    """Let what is known by two keys change places; either may be unknown."""
    mine, theirs = known.pop(one, None), known.pop(other, None)
    if mine is not None:
        known[other] = mine
    if theirs is not None:
        known[one] = theirs


def _about(finding: Address | None, field: Address) -> bool:
    return finding is not None and (finding == field or finding.element == field)

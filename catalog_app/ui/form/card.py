"""One card: the fields of one occurrence of an element."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.session.sentences import in_words
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.maker import Maker, editor_kind
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.form.row import Row, renew
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.look.roles import colours
from catalog_app.ui.look.theme import fixed_family
from catalog_app.ui.look.tokens import METRICS
from catalog_app.validation.finding import Finding

PAD, ROW_GAP = 14, 5
_NARROW = 28  # lines of text: in a narrower card labels stand above their fields
_BUTTONS = 4  # that stand in the head of the card in focus
_SETTLING = ("code", "language")  # what is typed there means an entry of a list
_WORST = ("error", "warning", "advice")


class CardView(QWidget):
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
    resized = Signal()

    def __init__(self, card: Card, maker: Maker, read_only: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.card, self._maker, self._read_only = card, maker, read_only
        self.active = False
        self.rows: list[Row] = []
        self._notices: list[Notice] = []
        self._findings: tuple[Finding, ...] = ()
        self._traced: Mapping[Address, str] = {}
        self._flash = False
        self._typed_in = "", ""
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
                editor.set_read_only(self._read_only or field.kind == "stray")
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
        if findings == self._findings:
            return
        self._findings = findings
        self._place_notices()
        self._arrange()
        self.update()

    def show_traces(self, traced: Mapping[Address, str]) -> None:
        """Mark what came from the article, in the colour of its passage: address → token."""
        self._traced = {a: look for a, look in traced.items() if self.card.address.contains(a)}
        self.update()

    def _place_notices(self) -> None:
        for notice in self._notices:
            notice.hide()
            notice.deleteLater()
        self._notices = []
        for row in self.rows:
            row.notices = []
        for finding in self._findings:
            row = self._row_for(finding.address)
            notice = Notice(finding, self)
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

    def field_of(self, widget: QWidget | None) -> Field | None:
        """The field whose editor holds a widget."""
        for row in self.rows:
            for field, editor in zip(row.editable, row.editors, strict=True):
                if editor is widget or (widget is not None and editor.isAncestorOf(widget)):
                    return field
        return None

    def first_editor(self) -> Editor | None:
        """The first field's editor."""
        return next((e for row in self.rows for e in row.editors), None)

    def _sender_field(self) -> Field | None:
        sender = self.sender()
        return self.field_of(sender) if isinstance(sender, QWidget) else None

    def _on_editor_edited(self, value: object) -> None:
        field = self._sender_field()
        if field is not None:
            if self._typed_in[0] != field.key:
                self._typed_in = field.key, field.value
            self.edited.emit(field, value)

    def _on_editor_picked(self, entry: object) -> None:
        field = self._sender_field()
        if field is not None:
            self.picked.emit(field, entry)

    def _on_editor_finished(self) -> None:
        """Say that a code was left that is not what it was; passing through changes nothing."""
        field, (key, value) = self._sender_field(), self._typed_in
        if field is None or field.key != key:
            return
        self._typed_in = "", ""
        if field.value != value and editor_kind(field) in _SETTLING:
            self.left.emit(field)

    def _on_editor_xml_requested(self) -> None:
        field = self._sender_field()
        if field is not None:
            self.xml_wanted.emit(field.address)

    # ---- geometry

    def set_active(self, active: bool) -> None:
        """Show the card as the one in focus, or not."""
        if active != self.active:
            self.active = active
            self.update()

    def flash(self, on: bool) -> None:
        """Tint the card for a moment, after undo or a fix has changed it."""
        self._flash = on
        self.update()

    @property
    def header_height(self) -> int:
        """The height of the line with label and path."""
        return QFontMetrics(self.font()).height() + 10

    def label_width(self, width: int = 0) -> int:
        """The width of the column of labels in a card of a width, the same in all cards."""
        if self._is_narrow(width or self.width()):
            return (width or self.width()) - 2 * PAD - self.gutter
        return round(METRICS.label_column * QFontMetrics(self.font()).height() / 16)

    def _is_narrow(self, width: int) -> bool:
        """Whether a card of a width has no room for labels beside the fields."""
        return width < _NARROW * QFontMetrics(self.font()).height()

    def _fields_left(self, width: int) -> int:
        """Where the fields begin in a card of a width."""
        if self._is_narrow(width):
            return PAD
        return PAD + self.label_width(width) + METRICS.label_gap

    @property
    def more_side(self) -> int:
        """The side of the sign “⋯”, as large as a line of text."""
        return max(METRICS.icon, QFontMetrics(self.font()).height())

    @property
    def gutter(self) -> int:
        """The room for “⋯” at the right of the fields."""
        return self.more_side + 10

    @property
    def line_height(self) -> int:
        """The height of a field of one line."""
        return max(METRICS.input_height, QFontMetrics(self.font()).height() + 12)

    def height_for(self, width: int) -> int:
        """The height of the card at a width."""
        return self._layout(width, apply=False)

    def _layout(self, width: int, apply: bool) -> int:
        labels, narrow = self.label_width(width), self._is_narrow(width)
        left = self._fields_left(width)
        right = width - PAD - self.gutter
        metrics = QFontMetrics(self.font())
        y = 8 + self.header_height
        for notice in self._notices:
            if not any(notice in row.notices for row in self.rows):
                height = notice.height_for(right - left)
                if apply:
                    notice.setGeometry(left, y, right - left, height)
                y += height + ROW_GAP
        for row in self.rows:
            row.wrap(metrics, labels - narrow * row.indent, narrow)
            y += row.place(left, right, y, apply) + ROW_GAP
        return y + 8

    def _arrange(self) -> None:
        # The room that it has now decides, not what it once needed at another width.
        if self._layout(self.width(), apply=True) != self.height():
            self.resized.emit()

    def sizeHint(self) -> QSize:
        return QSize(600, self._layout(max(self.width(), 300), apply=False))

    def resizeEvent(self, _event: QEvent) -> None:
        self._layout(self.width(), apply=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        elif event.type() == QEvent.Type.ToolTip:
            self._tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.accent if self.active else theme.line), 1))
        painter.setBrush(QColor(theme.accent_tint if self._flash else theme.raised))
        painter.drawRoundedRect(box, METRICS.card_radius, METRICS.card_radius)
        self._paint_header(painter)
        for row in self.rows:
            self._paint_row(painter, row)
        painter.end()

    def _paint_header(self, painter: QPainter) -> None:
        theme, card = colours(self), self.card
        bold, small = QFont(self.font()), _fixed(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        several = card.total > 1 and not card.ghost
        words = self.tr("{number} of {total}") if several else ""
        count = words.format(number=card.number, total=card.total)
        # The room of the buttons is kept free in every card, so that nothing jumps with the focus.
        room = self.width() - 2 * PAD - self.gutter - _BUTTONS * (self.more_side + 14) - 9
        line = QRect(PAD, 8, room, self.header_height - 4)
        self._paint_trace(painter, card.address, line)
        counted = QFontMetrics(self.font()).horizontalAdvance(count) + 9 if count else 0
        line.setRight(line.right() - counted)
        line.setLeft(
            self._write(painter, line, card.label, bold, theme.dim if card.ghost else theme.text)
        )
        if line.width() >= 5 * self.more_side:  # of a path, a stump says nothing
            line.setLeft(self._write(painter, line.translated(0, 1), card.path, small, theme.faint))
        line.setRight(line.right() + counted)
        self._write(painter, line, count, self.font(), theme.dim)
        if not card.ghost:
            self._paint_more(painter, self._header_more(), card.set, card.unfolded)

    def _write(self, painter: QPainter, room: QRect, words: str, font: QFont, ink: str) -> int:
        """Write what fits at the left of some room; returns where the next words begin."""
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        if len(shown) < 3 < len(words):
            return room.left()
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return room.left() + QFontMetrics(font).horizontalAdvance(shown) + 9 * bool(shown)

    def _paint_row(self, painter: QPainter, row: Row) -> None:
        theme, field = colours(self), row.field
        spot = QRect(PAD, row.y, self.label_width(), self.line_height)
        if row.above:
            spot.setLeft(PAD + row.indent)
        if field.address != self.card.address:
            self._paint_trace(painter, field.address, spot)
        if field.kind == "head":
            self._paint_head(painter, row, spot)
            return
        painter.setFont(self.font())
        colour = theme.faint if field.ghost or field.kind == "attribute" else theme.dim
        painter.setPen(QColor(colour))
        self._paint_label(painter, row, spot)
        if field.level == "required":
            self._paint_star(painter, row, spot)
        if self._has_more(field):
            self._paint_more(painter, self._row_more(row), field.set, field.unfolded)

    def _paint_label(self, painter: QPainter, row: Row, spot: QRect) -> None:
        height = QFontMetrics(self.font()).height()
        line = QRect(spot.x(), spot.y() + row.label_top, spot.width(), height)
        side = Qt.AlignmentFlag.AlignLeft if row.above else Qt.AlignmentFlag.AlignRight
        for words in row.label:
            painter.drawText(line, side, words)
            line.translate(0, height)

    def _paint_star(self, painter: QPainter, row: Row, spot: QRect) -> None:
        """The sign of what a template requires, at the free end of the label."""
        metrics = QFontMetrics(self.font())
        taken = metrics.horizontalAdvance(row.label[0]) + 2 if row.label else 0
        side = Qt.AlignmentFlag.AlignLeft if row.above else Qt.AlignmentFlag.AlignRight
        across = (taken, 0) if row.above else (0, -taken)
        box = spot.adjusted(across[0], row.label_top, across[1], 0)
        painter.setPen(QColor(colours(self).accent))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, "*")

    def _paint_trace(self, painter: QPainter, address: Address, spot: QRect) -> None:
        """A tab at the card's edge: this came from a passage of the article."""
        own = self.card.address
        look = next(
            (
                look
                for traced, look in self._traced.items()
                if traced == address or (traced != own and traced.contains(address))
            ),
            None,
        )
        if look is not None:
            box = QRectF(1, spot.y() + 4, METRICS.step + 2, spot.height() - 8)
            painter.setPen(QPen(QColor(colours(self).faint), 0.5))
            painter.setBrush(QColor(getattr(colours(self), look)))
            painter.drawRoundedRect(box, 2, 2)

    def _paint_head(self, painter: QPainter, row: Row, spot: QRect) -> None:
        theme = colours(self)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        left = self._fields_left(self.width()) + row.indent
        area = QRect(left, row.y, self.width() - left - PAD - self.gutter, spot.height())
        area.setLeft(self._write(painter, area, row.field.label, bold, theme.dim))
        small = _fixed(self.font())
        self._write(painter, area.translated(0, 1), row.field.path, small, theme.faint)
        self._paint_more(painter, self._row_more(row), row.field.set, row.field.unfolded)

    def _paint_more(self, painter: QPainter, spot: QRect, number: int, unfolded: bool) -> None:
        ratio, side = self.devicePixelRatioF(), self.more_side
        role = "accent" if number or unfolded else "faint"
        inside = spot.center() - QPoint(side // 2 - 1, side // 2 - 1)
        painter.drawPixmap(inside, pixmap("more", side, role, ratio))
        if number and not unfolded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours(self).accent))
            dot = spot.center() + QPoint(side // 2 + 1, -side // 3)
            painter.drawEllipse(dot, side // 8, side // 8)

    def _header_more(self) -> QRect:
        return self._more_spot(8, self.header_height - 4)

    def _row_more(self, row: Row) -> QRect:
        return self._more_spot(row.y + row.above, self.line_height)

    def _more_spot(self, top: int, height: int) -> QRect:
        side = self.more_side
        return QRect(self.width() - PAD - side - 4, top, side + 8, height)

    def _has_more(self, field: Field) -> bool:
        own = field.address.element == self.card.address
        return field.kind in ("value", "markup") and not field.ghost and not own

    # ---- mouse

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
        row = self._row_at(spot)
        editor = row.editors[0] if row and row.editors else self.first_editor()
        if editor is not None:
            editor.input.setFocus(Qt.FocusReason.MouseFocusReason)
        event.ignore()  # a press on the header may begin a drag, which is the list's business

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._more_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        event.ignore()

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
            words = "\n".join(part for part in (row.field.path, help_, row.field.hint) if part)
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


def _fixed(font: QFont) -> QFont:
    small = QFont(fixed_family())
    small.setPixelSize(max(9, round(QFontMetrics(font).height() * 0.68)))
    return small

"""What is painted of a card: everything but its fields, which are widgets."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from catalog_app.document.address import Address
from catalog_app.document.card import Card
from catalog_app.ui.form.card_layout import PAD, LaidOutCard
from catalog_app.ui.form.row import SIGNS, Row
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.look.roles import colours
from catalog_app.ui.look.theme import fixed_family
from catalog_app.ui.look.tokens import METRICS

_BUTTONS = 4  # that stand in the head of the card in focus


class PaintedCard(LaidOutCard):
    """A card with its ground, head and labels; a card in focus has the accent's border."""

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(card, parent)
        self.active = False
        self._traced: Mapping[Address, str] = {}
        self._flash = False

    def set_active(self, active: bool) -> None:
        """Show the card as the one in focus, or not."""
        if active != self.active:
            self.active = active
            self.update()

    def flash(self, on: bool) -> None:
        """Tint the card for a moment, after undo or a fix has changed it."""
        self._flash = on
        self.update()

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
        # Of a path a stump says nothing, and what no schema knows is called by it already.
        if line.width() >= 5 * self.more_side and card.path != card.label:
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
        if row.is_range:
            left, right = (editor.geometry() for editor in row.editors[:2])
            gap = QRect(left.right() + 1, left.y(), right.x() - left.right() - 1, self.line_height)
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, "–")
        if field.level in SIGNS:
            self._paint_sign(painter, row, spot)
        if self._has_more(field):
            self._paint_more(painter, self._row_more(row), field.set, field.unfolded)

    def _paint_label(self, painter: QPainter, row: Row, spot: QRect) -> None:
        height = QFontMetrics(self.font()).height()
        line = QRect(spot.x(), spot.y() + row.label_top, spot.width(), height)
        side = Qt.AlignmentFlag.AlignLeft if row.above else Qt.AlignmentFlag.AlignRight
        for words in row.label:
            painter.drawText(line, side, words)
            line.translate(0, height)

    def _paint_sign(self, painter: QPainter, row: Row, spot: QRect) -> None:
        """The sign of what a template requires or recommends, at the free end of the label."""
        metrics = QFontMetrics(self.font())
        taken = metrics.horizontalAdvance(row.label[0]) + 2 if row.label else 0
        side = Qt.AlignmentFlag.AlignLeft if row.above else Qt.AlignmentFlag.AlignRight
        across = (taken, 0) if row.above else (0, -taken)
        box = spot.adjusted(across[0], row.label_top, across[1], 0)
        painter.setPen(QColor(colours(self).accent))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, SIGNS[row.field.level])

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


def _fixed(font: QFont) -> QFont:
    small = QFont(fixed_family())
    small.setPixelSize(max(9, round(QFontMetrics(font).height() * 0.68)))
    return small

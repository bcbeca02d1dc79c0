"""What the cards stand on: the headings of the groups, and dragging a card before another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from catalog_app.document.card import Card
from catalog_app.ui.form.card import CardView
from catalog_app.ui.look.roles import colours
from catalog_app.ui.look.tokens import METRICS

if TYPE_CHECKING:
    from catalog_app.ui.form.cards import CardColumn


@dataclass(eq=False)
class Block:
    """A group's heading or a card, with its place; `view` is made when it comes near."""

    text: str = ""
    card: Card | None = None
    y: int = 0
    height: int = 0
    view: CardView | None = field(default=None, repr=False)


class Canvas(QWidget):
    """What the cards stand on; paints the headings of the groups."""

    def __init__(self, column: CardColumn) -> None:
        super().__init__(column)
        self._column = column
        self._pressed: tuple[CardView, QPoint] | None = None
        self._target: int | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = colours(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.background))
        font = QFont(self.font())
        font.setPixelSize(max(9, round(QFontMetrics(self.font()).height() * 0.68)))
        font.setWeight(QFont.Weight.Bold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
        painter.setFont(font)
        painter.setPen(QColor(theme.dim))
        x = self._column.column().x()
        for block in self._column.blocks:
            if block.card is None and event.rect().intersects(self._area(block)):
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
                area = self._area(block).adjusted(x + 1, 0, 0, -5)
                painter.drawText(area, flags, block.text.upper())
        if self._target is not None:
            column = self._column.column()
            bar = QRect(column.x(), self._target - 1, column.width(), 2)
            painter.fillRect(bar, QColor(theme.accent))
        painter.end()

    def _area(self, block: Block) -> QRect:
        return QRect(0, block.y, self.width(), block.height)

    # A press on a card's header comes here when the card has no use for it.

    def mousePressEvent(self, event: QEvent) -> None:
        spot = event.position().toPoint()
        view = self.childAt(spot)
        if isinstance(view, CardView) and not view.card.ghost and view.card.address.steps:
            self._pressed = (view, spot)

    def mouseMoveEvent(self, event: QEvent) -> None:
        if self._pressed is None:
            return
        spot = event.position().toPoint()
        if (spot - self._pressed[1]).manhattanLength() < QApplication.startDragDistance():
            return
        block = self._drop_before(spot.y())
        target = block.y - METRICS.card_gap // 2 if block else None
        if target != self._target:
            self._target = target
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QEvent) -> None:
        pressed, target = self._pressed, self._target
        self._pressed = self._target = None
        self.unsetCursor()
        self.update()
        if pressed is None or target is None:
            return
        block = self._drop_before(event.position().toPoint().y())
        if block is not None:
            self._column.moved.emit(pressed[0].card, block.card)

    def _drop_before(self, y: int) -> Block | None:
        """The card of the dragged one's group in front of which it would be put."""
        if self._pressed is None:
            return None
        group = self._pressed[0].card.group
        same = [b for b in self._column.blocks if b.card and b.card.group == group]
        return next((b for b in same if y < b.y + b.height // 2 and not b.card.ghost), None)

"""What the cards stand on: the headings of the groups, and dragging what stands below them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from catalog_app.document.card import Card
from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.drag import Drag
from catalog_app.ui.look.roles import colours

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
        self._drag: Drag | None = None

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
        painter.end()

    def _area(self, block: Block) -> QRect:
        return QRect(0, block.y, self.width(), block.height)

    # A press on a card comes here when the card has no use for it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._let_go()
        spot = event.position().toPoint()
        view = self._column.view_of(self.childAt(spot))
        movable = view is not None and not view.read_only and not view.card.ghost
        if movable and view.card.address.steps and event.button() == Qt.MouseButton.LeftButton:
            self._drag = Drag(self._column, self, view, spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            was_moving = self._drag.moving
            self._drag.follow(event.globalPosition().toPoint())
            if self._drag.moving and not was_moving:
                self.grabKeyboard()  # so that Escape is heard, wherever the focus is

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        self._drag.follow(event.globalPosition().toPoint())
        address, spot = self._drag.address, self._drag.spot
        self._let_go()
        if spot is not None:
            self._column.moved.emit(address, spot.address, spot.behind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()
        super().hideEvent(event)

    def _let_go(self) -> None:
        if self._drag is not None:
            if self._drag.moving:
                self.releaseKeyboard()
            self._drag.end()
            self._drag = None

"""Dragging a card, or one of several fields in a card, to another place among its like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.grasp import Spot, Unit, cards_beside, fields_beside, spot_near
from catalog_app.ui.look.roles import colours
from catalog_app.ui.look.tokens import METRICS

if TYPE_CHECKING:
    from catalog_app.ui.form.cards import CardColumn

_EDGE, _STEP, _PACE = 40, 16, 20  # so near its edge the column scrolls, so far, every so many ms


class _Line(QWidget):
    """Shows where what is dragged would come to stand."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours(self).accent))
        painter.end()


class Drag(QObject):
    """A press of the mouse that may become a drag, until the release."""

    def __init__(self, column: CardColumn, canvas: QWidget, view: CardView, spot: QPoint) -> None:
        super().__init__(canvas)
        self._column, self._view, self._card = column, view, view.card
        self.address = view.grasped_at(view.mapFrom(canvas, spot))
        self.moving = False
        #: Where it would be put if it were let go now.
        self.spot: Spot | None = None
        self._pressed = self._at = canvas.mapToGlobal(spot)
        self._line = _Line(canvas)
        self._pace = QTimer(self)
        self._pace.setInterval(_PACE)
        self._pace.timeout.connect(self._scroll)

    def follow(self, at: QPoint) -> None:
        """Follow the mouse, whose place on the screen is given."""
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._at = at
        if not self.moving and far:
            self.moving = True
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pace.start()
        if self.moving:
            self._aim()

    def end(self) -> None:
        """Take away what was shown."""
        self._pace.stop()
        self._view.unsetCursor()
        self._line.hide()
        self._line.deleteLater()
        self.deleteLater()

    def _scroll(self) -> None:
        """Scroll while the mouse is held near an edge of the column."""
        port = self._column.viewport()
        y, bar = port.mapFromGlobal(self._at).y(), self._column.verticalScrollBar()
        by = -_STEP if y < _EDGE else _STEP if y > port.height() - _EDGE else 0
        if by:
            bar.setValue(bar.value() + by)
            self._aim()

    def _aim(self) -> None:
        y = self._line.parentWidget().mapFromGlobal(self._at).y()
        self.spot = spot_near(y, self._units(), self.address, METRICS.card_gap)
        self._show_line()

    def _units(self) -> list[Unit]:
        card, view = self._card, self._view
        if self.address != card.address:
            return [
                Unit(unit.address, view.y() + unit.top, view.y() + unit.bottom)
                for unit in fields_beside(view.card, view.rows, self.address)
            ]
        blocks = (block for block in self._column.blocks if block.card is not None)
        stand = [(b.card, Unit(b.card.address, b.y, b.y + b.height)) for b in blocks]
        return cards_beside(stand, card)

    def _show_line(self) -> None:
        self._line.setVisible(self.spot is not None)
        if self.spot is not None:
            inside = self.address != self._card.address
            area = self._view.fields_area() if inside else self._view.rect()
            left = self._view.x() + area.x()
            self._line.setGeometry(left, self.spot.y - 1, area.width(), 2)
            self._line.raise_()

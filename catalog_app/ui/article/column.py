"""A column of text that is scrolled: how wide it is, where its lines stand, what is at a point."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from catalog_app.ui.article.painting import EDGE, TOP
from catalog_app.ui.article.surface import Surface
from catalog_app.ui.look import METRICS
from catalog_app.ui.look.theme import article_font


class Column(QAbstractScrollArea):
    """Lines of a comfortable length in the middle; `zoomed(int)` by steps, with the wheel."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.surface = Surface()
        self.left, self._scale = float(EDGE), 1.0
        self.verticalScrollBar().valueChanged.connect(self._on_bar_moved)

    # ---- the lines

    def set_scale(self, scale: float) -> None:
        """Show the text larger or smaller than the interface."""
        self._scale = scale
        self.dress()

    def dress(self) -> None:
        """Lay the lines out for the width and the font there are."""
        base = self.font().pixelSize() or round(self.fontInfo().pixelSize())
        font = article_font()
        font.setPixelSize(max(8, round(base * METRICS.article_ratio * self._scale)))
        widest = QFontMetricsF(font).averageCharWidth() * METRICS.article_measure
        room = self.viewport().width() - 2 * EDGE
        self.left = EDGE + max(0.0, (room - widest) / 2)
        self.surface.dress(font, min(room, widest), METRICS.article_line_height / 100)
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.dress()
        else:
            self.surface.move(0.0, self.room())
            self.follow()

    def changeEvent(self, event: object) -> None:
        """Take the interface's font size."""
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and hasattr(self, "surface"):
            self.dress()

    # ---- scrolling

    def room(self) -> float:
        """The height in which lines are shown."""
        return max(1.0, self.viewport().height() - 2.0 * TOP)

    def follow(self) -> None:
        """Let the scroll bar follow the text, and paint."""
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setPageStep(int(self.room()))
        bar.setSingleStep(int(self.surface.line_height))
        bar.setRange(0, max(0, int(self.surface.pieces.total - self.room())))
        bar.setValue(int(self.surface.value))
        bar.blockSignals(False)
        self.viewport().update()

    def _on_bar_moved(self, value: int) -> None:
        self.surface.go(value, self.room())
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        pixels = event.pixelDelta().y() or event.angleDelta().y() / 120 * 3 * self.line_height
        self.scroll_by(-pixels)
        event.accept()

    @property
    def line_height(self) -> float:
        """The height of a line on the screen."""
        return self.surface.line_height

    def scroll_by(self, pixels: float) -> None:
        """Scroll by pixels, down if positive."""
        self.surface.move(pixels, self.room())
        self.follow()

    # ---- points and places

    def offset_at(self, point: QPointF) -> int:
        """The place in the text nearest to a point of the view."""
        y, x = point.y() - TOP, point.x() - self.left
        last = (0, 0.0, None)
        for piece, top, laid in self.surface.visible(self.room() + TOP):
            last = (piece, top, laid)
            if y < top + laid.height:
                break
        piece, top, laid = last
        if laid is None:
            return 0
        return self.surface.pieces.starts[piece] + laid.hit(QPointF(x, y - top))

    def spot_of(self, at: int) -> QRectF:
        """Where a cursor at an offset stands in the view; empty if that is out of sight."""
        piece = self.surface.pieces.at(at)
        top = self.surface.top_of(piece, self.room() + TOP)
        if top is None:
            return QRectF()
        laid = self.surface.laid(piece)
        inside = min(at - self.surface.pieces.starts[piece], laid.length)
        y = top + TOP + laid.line_of(inside) * self.line_height
        height = self.line_height if laid.length else laid.height
        return QRectF(self.left + laid.x_of(inside), y + height * 0.14, 1.5, height * 0.72)

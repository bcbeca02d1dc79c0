"""Which letter makes which field, always in the same place under the article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from catalog_app.ui.article.keys import LETTERS, Letter
from catalog_app.ui.look import colours

_EDGE, _GAP, _INNER = 16, 9, 5


class Legend(QWidget):
    """A strip of keys with their fields; bright while words are selected. `chosen(letter)`.

    Where the rows would leave too little of the article only the keys are there, and their fields
    are told under the mouse.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = self._brief = False
        self._hovered: Letter | None = None
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(
            self.tr("Keys: {0}").format(", ".join(f"{o.letter} {o.words}" for o in LETTERS))
        )

    def set_active(self, active: bool) -> None:
        """Show whether a letter would do something now."""
        if active != self._active:
            self._active = active
            self.update()

    def fit(self, room: int) -> None:
        """Take no more than this height, if that can be."""
        brief = self._height(self.width(), False) > room
        if brief != self._brief:
            self._brief = brief
            self.setFixedHeight(self.heightForWidth(self.width()))
            self.update()

    # ---- geometry

    def _font(self) -> QFont:
        small = QFont(self.font())
        size = self.font().pixelSize() or self.fontInfo().pixelSize()
        small.setPixelSize(max(10, round(size * 0.9)))
        return small

    def _boxes(self, width: int, brief: bool) -> list[tuple[Letter, QRect, QRect]]:
        """Every letter with the box of its key and of its words, in rows."""
        metrics = QFontMetrics(self._font())
        height, side = metrics.height() + 2, metrics.height() + 2
        found, x, y = [], _EDGE, 0
        for one in LETTERS:
            words = 0 if brief else metrics.horizontalAdvance(one.words)
            if x + side + _INNER + words > width - _EDGE + 4 and x > _EDGE:
                x, y = _EDGE, y + height + 4
            key = QRect(x, y, side, height)
            beside = QRect() if brief else QRect(x + side + _INNER, y, words + 2, height)
            found.append((one, key, beside))
            x += side + _INNER + words + (0 if brief else _GAP)
        return found

    def _height(self, width: int, brief: bool) -> int:
        return self._boxes(width, brief)[-1][1].bottom() + 8

    def hasHeightForWidth(self) -> bool:
        """The letters flow into as many rows as they need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the rows at a width."""
        return self._height(width, self._brief)

    def sizeHint(self) -> QSize:
        """As high as the width in force asks for."""
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        """Narrow panes have more rows."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def resizeEvent(self, event: QEvent) -> None:
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that another font asks for."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(self.heightForWidth(self.width()))

    # ---- mouse

    def _at(self, point: QPoint) -> Letter | None:
        for one, key, words in self._boxes(self.width(), self._brief):
            if key.united(words).adjusted(-2, -2, 4, 2).contains(point):
                return one
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what would be chosen."""
        found = self._at(event.position().toPoint())
        if found is not self._hovered:
            self._hovered = found
            hand = found is not None and self._active
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.setToolTip(found.words if found is not None and self._brief else "")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a field."""
        found = self._at(event.position().toPoint())
        if found is not None and self._active:
            self.chosen.emit(found.letter)
        elif found is not None:
            QToolTip.showText(
                event.globalPosition().toPoint(),
                self.tr("Select words in the article first."),
                self,
            )

    def leaveEvent(self, event: object) -> None:
        """Nothing is lit up any more."""
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    # ---- paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Keys as small caps on a keyboard, words beside them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = colours(self)
        painter.setFont(self._font())
        for one, key, words in self._boxes(self.width(), self._brief):
            lit = self._active and one is self._hovered
            painter.setPen(QColor(theme.accent if self._active else theme.field_line))
            painter.setBrush(QColor(theme.accent_tint if lit else theme.panel))
            painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(QColor(theme.accent if self._active else theme.dim))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, one.letter.upper())
            painter.setPen(QColor(theme.text if self._active else theme.dim))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, one.words)
        painter.end()

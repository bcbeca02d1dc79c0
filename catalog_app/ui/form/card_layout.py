"""Where everything stands in a card: its head, its labels, its fields, and the room they take."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from catalog_app.document.card import Card, Field
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.form.row import Row
from catalog_app.ui.look.tokens import METRICS

PAD, ROW_GAP = 14, 5
_NARROW = 28  # lines of text: in a narrower card labels stand above their fields


class LaidOutCard(QWidget):
    """The rows of a card and their places; `resized()` when its height has changed."""

    resized = Signal()

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self.rows: list[Row] = []
        self._notices: list[Notice] = []

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

    def fields_area(self) -> QRect:
        """Where the fields stand, from the left edge to the right one."""
        left = self._fields_left(self.width())
        return QRect(left, 0, self.width() - PAD - self.gutter - left, self.height())

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
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    # ---- what can be pointed at

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

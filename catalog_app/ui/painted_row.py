"""Rows of a list that are painted: their height, their ground, and what stands in them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from catalog_app.ui.look import colours

Index = QModelIndex | QPersistentModelIndex


class PaintedRow(QStyledItemDelegate):
    """Paints what `kept` (a role of the model) gives for a row; a subclass says how, in `draw`."""

    def __init__(self, kept: Qt.ItemDataRole | int, padding: int, parent: QObject) -> None:
        super().__init__(parent)
        self._kept, self._padding = kept, padding

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(200, option.fontMetrics.height() + self._padding)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        thing = index.data(self._kept)
        if thing is None:
            return
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ground(painter, option)
            self.draw(painter, option, index, thing)
        finally:
            painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = colours()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, thing: object
    ) -> None:
        """Paint what stands in the row."""
        raise NotImplementedError

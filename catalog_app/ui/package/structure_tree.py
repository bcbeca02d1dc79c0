"""The table whose first column is a tree: keys, chevrons, and what may be dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.package.cells import CellDelegate
from catalog_app.ui.package.section_pane import RowTable
from catalog_app.ui.package.structure_model import DEPTH, FOLDING

_STEP, _CHEVRON = 16, 14


class Tree(RowTable):
    """A table with a tree in its first column: Right unfolds, Left folds or goes up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._painter = _Indented(self)
        self.setItemDelegateForColumn(0, self._painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Right and not event.modifiers():
            if not self.model().unfold(row) and row + 1 < self.model().rowCount():
                self.setCurrentIndex(self.model().index(row + 1, 0))
            return
        if row >= 0 and event.key() == Qt.Key.Key_Left and not event.modifiers():
            if not self.model().fold(row):
                self._go_up(row)
            return
        super().keyPressEvent(event)

    def _go_up(self, row: int) -> None:
        above = self.model().structure.row_of(self.model().address(row).parent)
        if 0 <= above < row:
            self.setCurrentIndex(self.model().index(above, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            left = self.visualRect(index).left() + 4 + index.data(DEPTH) * _STEP
            if left <= event.position().x() <= left + _CHEVRON and index.data(FOLDING):
                self.model().unfold(index.row()) or self.model().fold(index.row())
                return
        super().mousePressEvent(event)


class _Indented(CellDelegate):
    """The first column: indented by depth, with a chevron where there is more inside."""

    def _shift(self, index: QModelIndex) -> int:
        return 4 + (index.data(DEPTH) or 0) * _STEP + _CHEVRON

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        shift, folding = self._shift(index), index.data(FOLDING)
        if option.state & option.state.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        if folding:
            name = "chevron-down" if folding == "open" else "chevron-right"
            ratio = painter.device().devicePixelRatioF()
            drawn = pixmap(name, 12, "dim", ratio)
            top = option.rect.top() + (option.rect.height() - 12) // 2
            painter.drawPixmap(QPoint(option.rect.left() + shift - _CHEVRON, top), drawn)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(shift, 0, 0, 0)
        super().paint(painter, inner, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        editor.setGeometry(QRect(option.rect).adjusted(self._shift(index), 0, 0, 0))

"""The history pane: the undo stack in words; a click or Enter goes to that state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from catalog_app.ui.look import METRICS, icon
from catalog_app.ui.whole_rows import WholeRows


class _View(WholeRows, QUndoView):
    """The states, one a row."""


class HistoryPane(QWidget):
    """What was done, oldest first; the states after the current one can be done again."""

    def __init__(self, session: object, services: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.view = _View(session.undo_stack, self)
        self.view.setEmptyLabel(self.tr("As it was opened"))
        self.view.setCleanIcon(QIcon(icon("save", "dim")))
        self._delegate = _Row(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("History"))
        self.view.setToolTip(self.tr("Go to a state to undo or redo up to it"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(METRICS.step, 4, METRICS.step, 4)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)


class _Row(QStyledItemDelegate):
    """Every row as high as the others, with the room of the sign that marks the saved state."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        side = max(METRICS.icon, option.fontMetrics.height())
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(side, side)

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, option.fontMetrics.height() + 8)

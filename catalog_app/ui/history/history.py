"""The history pane: the undo stack in words; a click or Enter goes to that state."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QUndoView, QVBoxLayout, QWidget

from catalog_app.ui.look import icon


class HistoryPane(QWidget):
    """What was done, oldest first; the states after the current one can be done again."""

    def __init__(self, session: object, services: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.view = QUndoView(session.undo_stack, self)
        self.view.setEmptyLabel(self.tr("As it was opened"))
        self.view.setCleanIcon(QIcon(icon("save", "dim")))
        side = self.fontMetrics().ascent()
        self.view.setIconSize(QSize(side, side))
        self.view.setAccessibleName(self.tr("History"))
        self.view.setToolTip(self.tr("Go to a state to undo or redo up to it"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

"""The tree of the outline with keys of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeView

from catalog_app.ui.whole_rows import WholeRows


class OutlineTree(WholeRows, QTreeView):
    """The tree with its own keys, which the window's actions must not take from it."""

    pressed_key = Signal(str)

    _KEYS = (
        (QKeySequence("Alt+Up"), "up"),
        (QKeySequence("Alt+Down"), "down"),
        (QKeySequence("Ctrl+D"), "copy"),
        (QKeySequence("Del"), "remove"),
        (QKeySequence("Return"), "open"),
        (QKeySequence("Enter"), "open"),
    )

    def _key(self, event: QKeyEvent) -> str:
        pressed = QKeySequence(event.keyCombination())
        return next((name for keys, name in self._KEYS if keys == pressed), "")

    def event(self, event: QEvent) -> bool:
        """Claim the tree's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which of the tree's own keys was pressed; the rest moves about."""
        name = self._key(event)
        if name:
            self.pressed_key.emit(name)
        else:
            super().keyPressEvent(event)

    # ---- what is dropped on a row

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Look at what is dragged when it is over a row."""
        super().dragEnterEvent(event)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Scroll near the edges; take what the row below the mouse takes."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.model().takes(index, event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give it to the row."""
        index = self.indexAt(event.position().toPoint())
        if self.model().takes(index, event.mimeData()):
            self.model().dropMimeData(event.mimeData(), event.proposedAction(), -1, -1, index)
            event.acceptProposedAction()
        self.stopAutoScroll()
        self.setState(QTreeView.State.NoState)
        self.viewport().update()

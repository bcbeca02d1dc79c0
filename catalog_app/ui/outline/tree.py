"""The tree of the outline with keys of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeView


class OutlineTree(QTreeView):
    """The tree with its own keys, which the window's actions must not take from it."""

    pressed_key = Signal(str)

    _KEYS = (
        (QKeySequence("Alt+Up"), "up"),
        (QKeySequence("Alt+Down"), "down"),
        (QKeySequence("Ctrl+D"), "duplicate"),
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

"""A number in a bar of the window, which leaves undo and redo to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox

from catalog_app.ui.form.editors.keys import is_for_window


class NumberBox(QSpinBox):
    """A spin box whose Ctrl+Z is that of the document."""

    def event(self, event: QEvent) -> bool:
        """Claim no key of the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to what is around the box."""
        if is_for_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

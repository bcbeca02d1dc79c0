"""The list of problems with keys of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView

from catalog_app.ui.whole_rows import WholeRows


class ProblemList(WholeRows, QListView):
    """The list with its own keys: Enter goes, Space shows in full, Ctrl+. mends."""

    entered_key = Signal(str)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go: the current row may have been let go of."""
        super().focusInEvent(event)
        self.setCurrentIndex(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which of the list's own keys was pressed; the rest moves about."""
        name = self._name(event)
        if name:
            self.entered_key.emit(name)
        else:
            super().keyPressEvent(event)

    def _name(self, event: QKeyEvent) -> str:
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "go"
        if key == Qt.Key.Key_Period and control:
            return "fix"
        if key == Qt.Key.Key_Space:
            return "detail"
        return "hide" if key == Qt.Key.Key_Escape else ""

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+. for the row that is current here."""
        if event.type() == QEvent.Type.ShortcutOverride and self._name(event) == "fix":
            event.accept()
            return True
        return super().event(event)

"""Cut, copy, paste and select all for whatever text has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


class Texts(QObject):
    """Passes the Edit menu's text actions on to the widget in focus."""

    def cut(self) -> None:
        """Cut the selection."""
        self._ask("cut")

    def copy(self) -> None:
        """Copy the selection."""
        self._ask("copy")

    def paste(self) -> None:
        """Insert the clipboard."""
        self._ask("paste")

    def select_all(self) -> None:
        """Select the whole text."""
        self._ask("selectAll")

    def _ask(self, method: str) -> None:
        call = getattr(QApplication.focusWidget(), method, None)
        if call is not None:
            call()

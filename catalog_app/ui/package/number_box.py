"""A number in a bar of the window, which leaves undo and redo to the window."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from catalog_app.ui.form.editors.keys import LeavesUndo
from catalog_app.ui.look import METRICS, role


class NumberBox(LeavesUndo, QSpinBox):
    """A spin box whose Ctrl+Z is that of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "field")
        self.lineEdit().setTextMargins(METRICS.step, 0, 0, 0)  # its padding stays with its arrows

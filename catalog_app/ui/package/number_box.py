"""A number in a bar of the window, which leaves undo and redo to the window."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

from catalog_app.ui.form.editors.keys import LeavesUndo


class NumberBox(LeavesUndo, QSpinBox):
    """A spin box whose Ctrl+Z is that of the document."""

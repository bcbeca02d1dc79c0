"""The editor of an ID: written once, when it is whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from catalog_app.ui.form.editors.line import LineEditor
from catalog_app.ui.form.editors.typed import accepted


class IdEditor(LineEditor):
    """An ID is written when the field is left or Enter pressed, so that no half of one ever is.

    What cannot be one is marked as it is typed; left like that, the field goes back to what it
    was and says why. `check` gives the reason, or "".
    """

    def __init__(
        self, label: str, address: str, *, check: Callable[[str], str], **others: object
    ) -> None:
        self._check, self._written = check, ""
        super().__init__(label, address, **others)
        self.input.entered.disconnect(self.finished)
        self.input.entered.connect(self._on_line_entered)

    def value(self) -> str:
        return self._written

    def set_value(self, value: str) -> None:
        self._written = value
        self._value = value
        self.input.show_text(value)
        self._judge(None)

    def _on_line_edited(self, _text: str) -> None:
        typed = self.input.text()
        text, _ = accepted(self._value, typed, one_line=True)
        if text != typed:
            self.input.show_text(text)
        self._value = text
        why = self._why_not()
        self._judge("error" if why else None, why)

    def _why_not(self) -> str:
        text = self._value.strip()
        return self._check(text) if text and text != self._written else ""

    def _settle(self) -> None:
        """Write what stands here, or go back to what was there if it cannot be an ID."""
        text, why = self._value.strip(), self._why_not()
        if text == self._written:
            self.set_value(text)
        elif why:
            self.set_value(self._written)
            self.refused.emit(why)
        else:
            self.set_value(text)
            self.edited.emit(text)

    def _on_line_entered(self) -> None:
        self._settle()
        self.finished.emit()

    def _on_line_focused(self, focused: bool) -> None:
        if not focused:
            self._settle()
        super()._on_line_focused(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._value != self._written:
            self.set_value(self._written)
            return
        super().keyPressEvent(event)

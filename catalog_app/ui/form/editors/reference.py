"""Editors of an ID, and of what points at one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from catalog_app.ui.form.editors.code import CodeEditor
from catalog_app.ui.form.editors.line import Check, LineEditor


class ReferenceEditor(CodeEditor):
    """A pointer chosen from what the file has, with a button that follows it.

    `open_requested("#ID")` asks to go there; of several the first one is followed.
    """

    open_requested = Signal(str)

    def __init__(
        self, label: str, address: str, *, parent: QWidget | None = None, **others: object
    ) -> None:
        super().__init__(label, address, parent=parent, **others)
        words = QCoreApplication.translate("Editor", "Go to what it points at")
        self._follow = self._add_button("go-to", words)
        self._follow.setEnabled(False)
        self._follow.clicked.connect(self._on_follow_clicked)

    def _judge_value(self) -> None:
        super()._judge_value()
        if hasattr(self, "_follow"):
            self._follow.setEnabled(bool(self.value().strip()))

    def _on_follow_clicked(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Ask to go to the first thing that is pointed at."""
        words = self.value().split()
        if words:
            self.open_requested.emit(f"#{words[0]}")


class IdEditor(LineEditor):
    """An ID: one that is taken is marked and not written; what is no ID is marked only."""

    def __init__(self, label: str, address: str, *, check: Check, **others: object) -> None:
        self._check, self._written = check, ""
        super().__init__(label, address, **others)
        self.input.entered.connect(self._settle)
        self.input.focused.connect(self._on_line_left)

    def value(self) -> str:
        return self._written

    def set_value(self, value: str) -> None:
        self._written = value
        self._value = value
        self.input.show_text(value)
        self._judge(None)

    def _on_line_edited(self, _text: str) -> None:
        text = self.input.text().strip()
        self._value = text
        if text == self._written:
            self._judge(None)
            return
        right, why = self._check(text) if text else (True, "")
        self._judge("error" if right is False else "warning" if why else None, why)
        if right is not False:
            self._written = text
            self.edited.emit(text)

    def _settle(self) -> None:
        """Go back to the ID that was last written if what stands here cannot be one."""
        if self._value != self._written:
            self.refused.emit(self.remark())
            self.set_value(self._written)

    def _on_line_left(self, focused: bool) -> None:
        if not focused:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._value != self._written:
            self.set_value(self._written)
            return
        super().keyPressEvent(event)

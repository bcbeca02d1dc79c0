"""Who is asked amid typing may type on: that is no answer, and nothing of it is lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class TypingOn(QObject):
    """Says what is typed on a button that has the focus without having been gone to.

    `typed(str)`, a blank too, which would press the button; Enter presses it.
    """

    typed = Signal(str)

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        #: Whether who is asked came from a field.
        self.amid = True
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is typed from the button."""
        if self.amid and event.type() == QEvent.Type.KeyPress and _is_text(event):
            self.typed.emit(event.text())
            return True
        return super().eventFilter(watched, event)


def type_into(widget: QWidget, text: str) -> None:
    """Let a widget have a key, as if the focus had never left it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text))


def _is_text(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _COMMANDS

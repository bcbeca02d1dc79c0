"""The keys of the actions as the user set them, for what names them elsewhere than in menus."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from catalog_app.ui.action_table import ACTIONS

_DEFAULTS = {spec.id: spec.keys.split("; ")[0] for spec in ACTIONS}


class Keys(QObject):
    """The first key of every action; `changed()` when the user has set others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._set: dict[str, str] = {}

    def take(self, chosen: Mapping[str, str]) -> None:
        """Hear which keys are in force."""
        if chosen != self._set:
            self._set = dict(chosen)
            self.changed.emit()

    def of(self, action: str) -> str:
        """The key of an action as it is written on this computer; nothing if it has none."""
        key = QKeySequence(self._set.get(action, _DEFAULTS[action]))
        return key.toString(QKeySequence.SequenceFormat.NativeText)


#: The one set of keys of the program, as there is one set of settings.
KEYS = Keys()


class KeyTip(QObject):
    """A tooltip that names the key of an action, for as long as its widget lives."""

    def __init__(self, widget: QWidget, words: str, action: str) -> None:
        super().__init__(widget)
        self._widget, self._words, self._action = widget, words, action
        self._says = True
        KEYS.changed.connect(self.show)
        self.show()

    def say(self, true: bool) -> None:
        """Name the key only where it would do the same as the widget."""
        self._says = true
        self.show()

    def show(self) -> None:
        """Write it."""
        key = KEYS.of(self._action) if self._says else ""
        self._widget.setToolTip(f"{self._words} ({key})" if key else self._words)

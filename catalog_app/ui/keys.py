"""The keys of the actions as the user set them, for what names them elsewhere than in menus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from catalog_app.ui.action_table import ACTIONS

#: The actions on what the form's cursor stands in: elsewhere their keys are nobody's.
_IN_FORM = ("duplicate", "move_up", "move_down", "remove", "same_as_last")
_DEFAULTS = {spec.id: spec.keys for spec in ACTIONS}


class Keys(QObject):
    """The keys of every action; `changed()` when the user has set others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._set: dict[str, str] = {}
        self._all = _sequences(_DEFAULTS.values())

    def take(self, chosen: Mapping[str, str]) -> None:
        """Hear which keys are in force."""
        if chosen != self._set:
            self._set = dict(chosen)
            self._all = _sequences(chosen.values())
            self.changed.emit()

    def has(self, pressed: QKeySequence) -> bool:
        """Whether a key is one of an action."""
        return pressed.toString() in self._all

    def only_in_form(self, pressed: QKeySequence) -> bool:
        """Whether a key is one of an action on what the form's cursor stands in."""
        mine = (self._set.get(action, _DEFAULTS[action]) for action in _IN_FORM)
        return pressed.toString() in _sequences(mine)

    def of(self, action: str) -> str:
        """The first key of an action as it is written here; nothing if it has none."""
        key = QKeySequence(self._set.get(action, _DEFAULTS[action]).split("; ")[0])
        return key.toString(QKeySequence.SequenceFormat.NativeText)


def _sequences(texts: Iterable[str]) -> frozenset[str]:
    """Those that are keys, in one spelling."""
    read = (QKeySequence(key) for text in texts for key in text.split("; "))
    return frozenset(key.toString() for key in read if not key.isEmpty())


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

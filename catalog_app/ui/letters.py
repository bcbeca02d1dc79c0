"""A menu in which letters jump to an entry, as in a list."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

_PAUSE = 1000  # milliseconds after which a letter begins a word anew


class LetterMenu(QMenu):
    """A menu of things by name: a letter goes to the next entry that begins with it.

    Letters typed on end are the beginning of a name. Qt's own menus hear only letters that are
    underlined, and names have none.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._word = ""
        self._since = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump by letters; every other key as in any menu."""
        letter = event.text().casefold()
        if len(letter) != 1 or not letter.isprintable():
            super().keyPressEvent(event)
            return
        word = letter
        if self._since.isValid() and self._since.elapsed() < _PAUSE:
            word = self._word + letter
        found = self._next(word)
        if found is None and len(set(word)) == 1:  # the same letter again goes on to the next
            word, found = letter, self._next(letter)
        if found is not None and not word.isspace():
            self.setActiveAction(found)
        elif len(word) == 1 or letter.isspace():
            word = ""
            super().keyPressEvent(event)
        self._word = word
        self._since.start()

    def _next(self, word: str) -> QAction | None:
        """The next entry with this beginning behind the active one, round the end.

        A longer beginning may be that of the active one.
        """
        listed = [action for action in self.actions() if action.isEnabled() and action.text()]
        active = self.activeAction()
        at = listed.index(active) + (len(word) == 1) if active in listed else 0
        around = [*listed[at:], *listed[:at]]
        return next((one for one in around if _name(one).startswith(word)), None)


def _name(action: QAction) -> str:
    return action.text().replace("&", "").casefold()

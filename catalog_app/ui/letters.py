"""A menu in which a letter jumps to an entry, as in a list."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu


class LetterMenu(QMenu):
    """A menu of things by name: a letter goes to the next entry that begins with it.

    Qt's own menus hear only letters that are underlined, and names have none.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump by a letter; every other key as in any menu."""
        letter = event.text().casefold()
        found = self._next(letter) if len(letter) == 1 and letter.isprintable() else None
        if found is None or letter.isspace():
            super().keyPressEvent(event)
        else:
            self.setActiveAction(found)

    def _next(self, letter: str) -> QAction | None:
        """The next entry with this first letter behind the active one, round the end."""
        listed = [action for action in self.actions() if action.isEnabled() and action.text()]
        active = self.activeAction()
        at = listed.index(active) + 1 if active in listed else 0
        around = [*listed[at:], *listed[:at]]
        return next((one for one in around if _name(one).startswith(letter)), None)


def _name(action: QAction) -> str:
    return action.text().replace("&", "").casefold()

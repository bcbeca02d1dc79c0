"""The one undo command: an edit and its inverse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from catalog_app.document.edit import Edit
from catalog_app.session.sentences import in_words

_MERGING = 1
Apply = Callable[[Edit, str], None]


class EditCommand(QUndoCommand):
    """An edit that has been done already; undo and redo apply it through the session.

    The edit is applied before the command is pushed, because an exception in `redo` during the
    push would leave a command on the stack that never happened.
    """

    #: Whether nothing of it is to be left in the history once it is taken back.
    vanishes = False

    def __init__(self, edit: Edit, apply: Apply, turn: int) -> None:
        super().__init__()
        self.edit, self._apply, self._turn = edit, apply, turn
        self._done = True
        self.name()

    def name(self) -> None:
        """Bear the edit's name in the language of the interface."""
        self.setText(in_words(self.edit.name))

    def id(self) -> int:
        """Typing may merge; anything else stands alone."""
        return _MERGING if self.edit.merges else -1

    def redo(self) -> None:
        """Do the edit, unless it was just done."""
        if self._done:
            self._done = False
            return
        self._apply(self.edit, "redo")

    def undo(self) -> None:
        """Take the edit back."""
        self._apply(self.edit.inverse, "undo")
        self.setObsolete(self.vanishes)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Become one with typing that follows in the same place and turn."""
        if not isinstance(other, EditCommand) or other._turn != self._turn:
            return False
        merged = self.edit.merge(other.edit)
        if merged is None:
            return False
        self.edit = merged
        return True

"""The note of the editing in a package's header, before each save, if the user wants it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from catalog_app.document.package_provenance import Edited, edited, provenance
from catalog_app.session.session import Session

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow

PROVENANCE = "saving/provenance"


def now() -> str:
    """The time, as METS writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Noting(QObject):
    """Notes the editing in the headers of those packages that were edited since the last save."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._saved: WeakKeyDictionary[Session, Edited] = WeakKeyDictionary()

    def choose(self) -> None:
        """Note the editing in a package's header before each save, or do not."""
        wanted = self._window.actions_by_id["provenance"].isChecked()
        self._window.services.settings.keep(PROVENANCE, wanted)
        for desk in self._window.desks():
            if desk.saved:
                self.saved(desk.session)

    def before_save(self, session: Session) -> int:
        """Note the editing where the user wants it; how many edits that made."""
        if session.read_only or not self._wanted:
            return 0
        document, saved = session.document, self._saved.get(session, {})
        changed = edited(document)
        packages = [one for one in document.packages() if changed.get(one) != saved.get(one)]
        names = [document.part_name(one) for one in packages]
        return sum(session.perform(provenance(document, now(), name), self) for name in names)

    def not_saved(self, session: Session, made: int) -> None:
        """Take the notes back: nothing was saved, so nothing is to be noted."""
        for _ in range(made):
            session.undo_stack.undo()

    def saved(self, session: Session) -> None:
        """A save was made: from now on only what is edited further is noted."""
        if self._wanted:  # to look for what was edited takes its time in a large file
            self._saved[session] = edited(session.document)

    @property
    def _wanted(self) -> bool:
        return self._window.services.settings.flag(PROVENANCE)

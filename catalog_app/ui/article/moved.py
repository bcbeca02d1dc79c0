"""Says that the links to files beside a package broke when it was saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from catalog_app.document.moved import Astray, astray, relinked
from catalog_app.session.session import Session
from catalog_app.ui.bars import Notice, NoticeBar


class Moved(QObject):
    """Watches where a package is saved, and offers to correct its links and save again.

    `beside` gives the folder that the links of a package without a file are meant from.
    """

    def __init__(
        self,
        session: Session,
        bar: NoticeBar,
        beside: Callable[[], Path | None],
        save: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._bar, self._beside, self._save = session, bar, beside, save
        self._folder = session.folder
        session.path_changed.connect(self._on_session_path_changed)

    def _on_session_path_changed(self) -> None:
        path = self._session.path
        before = self._folder or self._beside()
        self._folder = path.parent if path else None
        if before is None or path is None or before.absolute() == path.parent.absolute():
            return
        links = list(astray(self._session.document, before, path.parent))
        if links:
            self._tell(links)

    def _tell(self, links: list[Astray]) -> None:
        names = ", ".join(link.location for link in links[:3])
        names += ", …" if len(links) > 3 else ""
        text = self.tr(
            "The package was saved in another folder, where its links do not lead to the files "
            "any more ({0}). The files are where they were."
        ).format(names)
        correct = self.tr("Correct the links and save")
        self._bar.tell(Notice("moved", text, ((correct, partial(self._correct, links)),)))

    def _correct(self, links: list[Astray]) -> None:
        edit = relinked(self._session.document, links)
        if edit is not None and self._session.perform(edit, self):
            self._save()

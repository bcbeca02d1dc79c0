"""The article's file becomes part of the package that describes it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.document.attached import attach, can_attach
from catalog_app.document.edit import EditError
from catalog_app.document.files_disk import Facts, look
from catalog_app.session.jobs import Report
from catalog_app.ui.numbers import grouped

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane

CHECKSUM = "SHA-256"


def facts_of(path: Path, folder: Path | None, report: Report = lambda _share: None) -> Facts:
    """Size, type, date and checksum of a text; raises OSError."""
    return look([path], folder, CHECKSUM, report)[0]


class Attaching(QObject):
    """Adds the article in front to the package, its checksum computed beside the window's work."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane

    @property
    def possible(self) -> bool:
        """Whether there is a file that could be added to a package."""
        return self._pane.path is not None and not self._pane.session.read_only

    def attach(self) -> None:
        """Attach the article in front; where there is no package, offer to make one."""
        path, session, said = self._pane.path, self._pane.session, self._pane.said
        if path is None:
            said.say(self.tr("Open a text from a file first; a paste cannot be attached."), ())
            return
        if not self.possible:
            return
        if not can_attach(session.document):
            words = self.tr("Only a package can hold the text, and this file is a record.")
            said.say(words, ((self.tr("Make a package of both"), self._make_package),), "advice")
            return
        folder = session.path.parent if session.path else path.parent
        work = partial(_look, path, folder)
        self._pane.services.jobs.run("", work, self._on_looked, self._on_failed)

    def _make_package(self) -> None:
        action = self._pane.services.actions.get("package_around_record")
        if action is not None:
            action.trigger()

    def _on_looked(self, facts: Facts) -> None:
        session, said = self._pane.session, self._pane.said
        try:
            edit = attach(session.document, facts)
        except EditError as error:
            session.refused.emit(str(error))
            return
        if edit is None:
            said.say(self.tr("The package has this file already."), (), "label")
        elif session.perform(edit, self._pane):
            words = self.tr("Attached {0}, {1} bytes, with its checksum.")
            words = words.format(facts.path.name, grouped(facts.size))
            said.say(words, ((self.tr("Undo"), session.undo_stack.undo),), "label")

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        words = self.tr("The file could not be read: {0}").format(error.strerror or str(error))
        self._pane.said.say(words, (), "error")


def _look(path: Path, folder: Path, report: Report) -> Facts:
    return facts_of(path, folder, report)

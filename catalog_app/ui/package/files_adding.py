"""Files and folders from the disk into the package: what is asked, and how it is read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from catalog_app.document.files_disk import ALGORITHMS, files_below, is_own, look
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session
from catalog_app.ui.files import questions
from catalog_app.ui.look import icon


class FilesAdding(QObject):
    """`chosen(paths)` when the user chose some; `found(facts, more)` when files have been read."""

    chosen = Signal(list)
    found = Signal(object, object)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._window = session, jobs, parent
        self.algorithm, self.relative = ALGORITHMS[0], True
        self.menu = self._made_menu()

    @property
    def folder(self) -> Path | None:
        """The folder that the document is in, or is to be in."""
        return self._session.folder

    @property
    def start(self) -> str:
        """Where a dialog begins."""
        return str(self.folder or Path.home())

    def _made_menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.addAction(icon("new", "dim"), self.tr("Files…"), self.choose_files)
        menu.addAction(icon("folder", "dim"), self.tr("A folder…"), self.choose_folder)
        menu.addSeparator()
        self._algorithms = QActionGroup(self)
        for name in (*ALGORITHMS, ""):
            words = self.tr("Checksum {0}").format(name) if name else self.tr("No checksum")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name == self.algorithm)
            action.setData(name)
            self._algorithms.addAction(action)
        self._algorithms.triggered.connect(self._on_algorithm_chosen)
        menu.addSeparator()
        self._relative = menu.addAction(self.tr("Locations relative to this file"))
        self._relative.setCheckable(True)
        self._relative.setChecked(True)
        self._relative.toggled.connect(self._on_relative_toggled)
        return menu

    def _on_algorithm_chosen(self, action: QAction) -> None:
        self.algorithm = str(action.data())

    def _on_relative_toggled(self, relative: bool) -> None:
        self.relative = relative

    def choose_files(self) -> None:
        """Ask for files and add them."""
        words = self.tr("Add files")
        filters = [self.tr("All files (*)")]
        questions.choose_files(self._window, words, Path(self.start), filters, self.chosen.emit)

    def choose_folder(self) -> None:
        """Ask for a folder and add the files in it."""
        words = self.tr("Add a folder")
        questions.choose_folder(self._window, words, Path(self.start), self.chosen.emit)

    def add(self, paths: list[Path], more: object = None) -> None:
        """Read files off the window's thread; `more` comes back with what is found."""
        own = self._session.path
        found = [path for path in files_below(paths) if not is_own(path, own)]
        if found:
            base = self.folder if self.relative else None
            label = self.tr("Reading {0} files").format(len(found))
            work = partial(look, found, base, self.algorithm)
            self._jobs.run(label, work, partial(self._on_looked, more), self._on_failed)

    def _on_looked(self, more: object, facts: object) -> None:
        self.found.emit(facts, more)

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

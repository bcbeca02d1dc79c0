"""Files and folders from the disk into the package: what is asked, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from catalog_app.document.files_disk import ALGORITHMS, Facts, gathered, is_own, look
from catalog_app.document.files_known import finding_known
from catalog_app.document.files_rows import FileRows
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import run_in_slices
from catalog_app.session.opening import shown_name
from catalog_app.session.session import Session
from catalog_app.ui.files import questions
from catalog_app.ui.look import icon

_NAMED = 4


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

    def add(self, paths: list[Path], more: object = None, rows: FileRows | None = None) -> None:
        """Read files off the window's thread; `more` comes back with what is found.

        Those that `rows` name already are left out, as are hidden ones, and that is said. Where a
        package that is not saved yet will be, is asked if locations are to be relative to it.
        """
        if self.relative and self.folder is None and paths:
            self._ask_folder(paths, partial(self.add, paths, more, rows))
            return
        found, aside = gathered(paths)
        wanted = [path for path in found if not is_own(path, self._session.path)]
        steps = finding_known(rows, self.folder, wanted) if rows is not None else iter(())
        label = self.tr("Looking for files that are in the package already")
        then = partial(self._on_known, wanted, aside, more)
        run_in_slices(self._jobs, label, steps, then, self._on_failed)

    def _ask_folder(self, paths: list[Path], then: Callable[[], None]) -> None:
        folder = paths[0] if paths[0].is_dir() else paths[0].parent

        def answered(answer: str) -> None:
            if answer == "here":
                self._session.meant_for = folder
            elif answer == "absolute":
                self._relative.setChecked(False)
            if answer:
                then()

        questions.ask(
            self._window,
            self.tr("Where will this package be saved?"),
            self.tr(
                "It is not saved yet, and the locations of its files are written relative to the "
                "folder that it will be in."
            ),
            (
                ("here", self.tr("In “{0}”, with the files").format(folder.name), questions.SAVE),
                ("absolute", self.tr("Elsewhere: write whole locations"), questions.DISCARD),
                ("", self.tr("Cancel"), questions.CANCEL),
            ),
            answered,
        )

    def _on_known(
        self, wanted: list[Path], aside: list[Path], more: object, known: frozenset[Path] | None
    ) -> None:
        """Read what is new; what is left out is said when that is done, or at once if it is all."""
        new = [path for path in wanted if path not in (known or ())]
        there = [path for path in wanted if path in (known or ())]
        said = [self._left_out(there, aside)] if there or aside else []
        if not new:
            self._say(said)
            return
        base = self.folder if self.relative else None
        work = partial(look, new, base, self.algorithm)
        label = self.tr("Reading {0} files").format(len(new))
        self._jobs.run(label, work, partial(self._on_looked, more, said), self._on_failed)

    def _on_looked(self, more: object, said: list[str], facts: list[Facts]) -> None:
        outside = [one for one in facts if one.href.startswith("file:")] if self.relative else []
        if outside:
            words = self.tr("Not below “{0}”, so the whole location is written: {1}.")
            folder = self.folder.name if self.folder else ""
            said = [*said, words.format(folder, listed([one.path for one in outside]))]
        self.found.emit(facts, more)
        self._say(said)

    def _left_out(self, there: list[Path], aside: list[Path]) -> str:
        said = []
        if there:
            words = self.tr("In the package already, and left out: {0}.")
            said.append(words.format(listed(there)))
        if aside:
            said.append(left_aside(aside))
        return " ".join(said)

    def _say(self, said: list[str]) -> None:
        if said:
            self._session.refused.emit(" ".join(said))

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))


def left_aside(paths: Sequence[Path]) -> str:
    """A sentence on hidden files and those of the system, which are left out."""
    words = QCoreApplication.translate("FilesAdding", "Hidden or of the system, and left out: {0}.")
    return words.format(listed(paths))


def listed(paths: Sequence[Path]) -> str:
    """The names of files, of many the first ones and how many there are."""
    names = ", ".join(shown_name(path) for path in paths[:_NAMED])
    return names if len(paths) <= _NAMED else f"{names}, … ({len(paths)})"

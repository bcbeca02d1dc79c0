"""Packages and lists as whole files: new from a folder, round a record, split, joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.document.document import OpenError, open_document
from catalog_app.document.files_disk import ALGORITHMS, Facts, gathered, look
from catalog_app.document.items import descriptions
from catalog_app.document.package_new import package_of_files, package_round
from catalog_app.export.mods import mods
from catalog_app.export.split import join, split
from catalog_app.session import opening
from catalog_app.session.saving import write_elsewhere
from catalog_app.session.session import Session
from catalog_app.ui.bars import Notice
from catalog_app.ui.files import questions
from catalog_app.ui.package.files_adding import left_aside
from catalog_app.ui.package.noting import now
from catalog_app.validation.fixes import split_packages

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow


class Gathering(QObject):
    """Makes new documents of files on the disk and files of the records of a document."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def _tell(self, text: str) -> None:
        bar = self._window.desk.bar if self._window.desk else self._window.bar
        bar.tell(Notice("gathering", text, (), "error"))

    def _folder(self, title: str, then: object) -> None:
        def chosen(folders: list[Path]) -> None:
            for folder in folders:
                then(folder)

        start = self._window.services.settings.folder()
        questions.choose_folder(self._window, title, start, chosen)

    # ---- new packages

    def new_package(self) -> None:
        """Ask for a folder of pages and make a package of it."""
        self._folder(self.tr("A package from the files of a folder"), self.package_from)

    def package_from(self, folder: Path) -> None:
        """Make a package of a folder; checksums are computed off the window's thread."""
        found, aside = gathered([folder])
        if not found:
            self._tell(self.tr("There are no files in {0}.").format(folder.name))
            return
        work = partial(look, found, folder, ALGORITHMS[0])
        label = self.tr("Reading {0} files").format(len(found))
        done = partial(self._on_looked, folder, aside)
        self._window.services.jobs.run(label, work, done, self._on_failed)

    def _on_looked(self, folder: Path, aside: list[Path], facts: list[Facts]) -> None:
        session = Session(open_document(package_of_files(facts, folder.name, now())))
        session.mark_unsaved()
        session.meant_for = folder
        self._window.add_session(session)
        if aside:
            session.refused.emit(left_aside(aside))

    def _on_failed(self, error: BaseException) -> None:
        self._tell(getattr(error, "strerror", None) or str(error))

    def package_round(self) -> None:
        """Begin a package that holds the record in focus."""
        desk = self._window.desk
        document, number = desk.session.document, max(1, desk.record_number())
        if number > len(document.records()):
            self._tell(self.tr("There is no record here."))
            return
        record = mods(document, f"record{number}")
        session = Session(open_document(package_round(record, now())))
        session.mark_unsaved()
        self._window.add_session(session)

    # ---- lists

    def split(self) -> None:
        """Write every item to a file of its own: of packages as packages, or as records."""
        document = self._window.desk.session.document
        packages = len(document.packages())
        if packages < 2:
            self.split_records()
            return
        records = len(descriptions(document))
        questions.ask(
            self._window,
            self.tr("What shall become a file of its own?"),
            self.tr(
                "A package keeps everything: the record, the rights, the files and the structure. "
                "A record alone is the description only."
            ),
            (
                ("packages", self.tr("Packages ({0})").format(packages), questions.SAVE),
                ("records", self.tr("Records alone ({0})").format(records), questions.DISCARD),
                ("", self.tr("Cancel"), questions.CANCEL),
            ),
            self._on_split_answered,
        )

    def _on_split_answered(self, answer: str) -> None:
        if answer == "packages":
            self.split_packages()
        elif answer == "records":
            self.split_records()

    def split_records(self) -> None:
        """Ask for a folder and write every record to a file of its own there."""
        self._folder(self.tr("Write every record to a file in"), self.split_into)

    def split_into(self, folder: Path) -> None:
        """Write every record to a file of its own; files that are there are not replaced."""
        session = self._window.desk.session
        stem = session.path.stem if session.path else self.tr("record")
        steps = _writing(split(session.document, stem), len(descriptions(session.document)), folder)
        label = self.tr("Writing the records")
        self._window.services.jobs.slices(label, steps, self._on_split, self._on_failed)

    def split_packages(self, _fix: object = None) -> None:
        """Ask for a folder and write every package of a list to a file of its own there."""
        self._folder(self.tr("Write every package to a file in"), self.split_packages_into)

    def split_packages_into(self, folder: Path) -> None:
        """Write every package to a file of its own; files that are there are not replaced."""
        files = split_packages(self._window.desk.session.document)
        steps = _writing(files, len(files), folder)
        label = self.tr("Writing the packages")
        self._window.services.jobs.slices(label, steps, self._on_packages_split, self._on_failed)

    def _on_packages_split(self, counts: tuple[int, int]) -> None:
        self._say_written(self.tr("packages written: {0}").format(counts[0]), counts[1])

    def _on_split(self, counts: tuple[int, int]) -> None:
        left = len(self._window.desk.session.document.entries())
        words = self.tr("records written: {0}").format(counts[0])
        self._say_written("; ".join(filter(None, (words, self._left_out(left)))), counts[1])

    def _left_out(self, number: int) -> str:
        if not number:
            return ""
        return self.tr("entries without MODS, left out: {0}").format(number)

    def _say_written(self, words: str, kept: int) -> None:
        if kept:
            words += self.tr("; {0} files were there already and stay as they are").format(kept)
        self._window.tell(words)

    def join(self) -> None:
        """Ask for files and put all their records into a new collection."""
        folder = self._window.services.settings.folder()
        filters = [self.tr("XML (*.xml)"), self.tr("All files (*)")]
        title = self.tr("Join the records of")
        questions.choose_files(self._window, title, folder, filters, self.join_files)

    def join_files(self, files: list[Path]) -> None:
        """Put all records of some files into a new collection."""
        documents = []
        for path in files:
            try:
                documents.append(opening.open_now(path))
            except OpenError as error:
                self._tell(f"{opening.shown_name(path)}: {error}")
                return
        left = sum(len(document.entries()) for document in documents)
        if not any(document.records() for document in documents):
            self._tell(self.tr("None of these files holds a MODS record."))
            return
        session = Session(open_document(join(documents)))
        session.mark_unsaved()
        self._window.add_session(session)
        self._window.tell(self._left_out(left))


def _writing(
    files: Iterable[tuple[str, bytes]], total: int, folder: Path
) -> Iterator[float | tuple[int, int]]:
    """Write files; yields how far it is, then how many were written and how many there already."""
    written, kept = 0, 0
    for number, (name, data) in enumerate(files, 1):
        target = folder / name
        if target.exists():
            kept += 1
        else:
            write_elsewhere(target, (data,))
            written += 1
        yield number / max(total, 1)
    yield (written, kept)

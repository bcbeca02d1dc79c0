"""The files of a package compared with the disk, and what was found of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from catalog_app.document.files_disk import REPORT
from catalog_app.document.files_rows import FileRow, FileRows
from catalog_app.document.files_verify import (
    Tally,
    Verdict,
    basis,
    judged,
    tally,
    told,
    verify,
)
from catalog_app.document.locations import found_path, is_relative
from catalog_app.session.jobs import Report
from catalog_app.session.large_edits import run_in_slices
from catalog_app.session.session import Session
from catalog_app.ui.package.files_bars import ReportBar
from catalog_app.ui.package.files_model import COLUMNS, FilesModel
from catalog_app.ui.package.section_pane import SectionPane

STATE = COLUMNS.index("state")
_STEP = 100
_Found = tuple[list[Verdict], dict[int, Verdict], Tally]


class VerifyingPane(SectionPane):
    """Knows where files are on this disk, and whether they are as described."""

    model: FilesModel

    def __init__(
        self, session: Session, services: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, services, parent)
        self._actions = getattr(services, "actions", {})
        self.verdicts: list[Verdict] = []
        self.report = ReportBar(self)
        self.report.sort_wanted.connect(self._on_sort_wanted)
        self.report.report_wanted.connect(self.save_report)
        self.report.save_wanted.connect(self._on_save_wanted)

    # ---- one file

    def path_of(self, row: FileRow) -> Path | None:
        """Where a file is on this disk, if its location says that."""
        return found_path(row.location, self._session.folder) if row.location else None

    def open_current(self) -> None:
        """Open the file in focus with the program for its kind."""
        row = self.model.at(self.view.currentIndex().row())
        path = self.path_of(row)
        if path is None and (not row.location or is_relative(row.location)):
            words = self.tr("Save the package first: its files are looked for from its folder.")
            unknown = self.tr("The package does not say where this file is.")
            self._session.refused.emit(words if row.location else unknown)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)) if path else QUrl(row.location))

    # ---- all files

    def verify(self) -> None:
        """Compare all files with the disk, off the window's thread."""
        if self.model.rows is not None and not self.model.loading:
            steps = _listed(self.model.rows)
            label = self.tr("Comparing the files")
            run_in_slices(self._jobs, label, steps, self._on_listed, self._on_failed)

    def _on_listed(self, listed: list[FileRow]) -> None:
        if self._session.folder is None and any(is_relative(row.location) for row in listed):
            self.report.ask_to_save()
            return
        work = partial(_compared, listed, self._session.folder, self._session.path)
        self._jobs.run(self.tr("Comparing the files"), work, self._on_verified, self._on_failed)

    def _on_verified(self, found: _Found) -> None:
        self.verdicts, known, counts = found
        self.model.show_verdicts(known)
        self.view.setColumnHidden(STATE, False)
        head = self.view.horizontalHeader().sectionSizeHint(STATE)
        self.view.setColumnWidth(STATE, max(self.view.sizeHintForColumn(STATE), head) + 12)
        unsaved = self._session.folder if self._session.path is None else None
        self.report.show_counts(counts, unsaved.name if unsaved else "")

    def _on_unjudged(self, rows: dict[int, FileRow]) -> None:
        """Look at files that are described otherwise since all were compared."""
        work = partial(_judged_anew, rows, self._session.folder)
        self._jobs.run("", work, self.model.add_verdicts, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

    def _on_sort_wanted(self) -> None:
        """Sort by what was found, and go to the first row: what is not as described comes first."""
        once = Qt.ConnectionType.SingleShotConnection
        self.model.ordered.connect(self._on_sorted_by_state, once)
        self.view.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)

    def _on_sorted_by_state(self) -> None:
        self._choose(0 if self.model.rowCount() else -1)
        self.view.setFocus()

    # ---- what is saved

    def _on_save_wanted(self) -> None:
        """Save the package by the window's own action; what was found is old then."""
        save = self._actions.get("save")
        if save is not None:
            once = Qt.ConnectionType.SingleShotConnection
            self._session.path_changed.connect(self.report.hide, once)
            save.trigger()

    def save_report(self) -> None:
        """Ask where to save what was found, and save it."""
        words = self.tr("Save the report")
        own = self._session.path
        name = f"{own.name}{REPORT}" if own is not None else REPORT[1:]
        start = str((self._session.folder or Path.home()) / name)
        name, _ = QFileDialog.getSaveFileName(self, words, start, "CSV (*.csv)")
        if name:
            self.write_report(Path(name))

    def write_report(self, path: Path) -> None:
        """Save what was found as a table."""
        try:
            path.write_bytes(told(self.verdicts))
        except OSError as error:
            self._session.refused.emit(str(error))


def _listed(rows: FileRows) -> Iterator[float | list[FileRow]]:
    """All rows, read in slices."""
    found: list[FileRow] = []
    for number in range(len(rows)):
        found.append(rows.row(number))
        if number % _STEP == 0:
            yield number / len(rows)
    yield found


def _compared(
    listed: list[FileRow], folder: Path | None, own: Path | None, report: Report
) -> _Found:
    """The verdicts, those of files by what was compared, and how many there are of each kind."""
    found = verify(listed, len(listed), folder, report, own)
    known = {basis(row): verdict for row, verdict in zip(listed, found, strict=False)}
    return found, known, tally(found)


def _judged_anew(
    rows: dict[int, FileRow], folder: Path | None, _report: Report
) -> dict[int, Verdict]:
    return {key: judged(row, folder) for key, row in rows.items()}

"""The files of a package as a table: rows are read when they are painted, never before."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from catalog_app.document.address import Address
from catalog_app.document.edit import Change, EditError
from catalog_app.document.files_disk import Verdict
from catalog_app.document.files_edit import set_cell
from catalog_app.document.files_rows import FileRow, FileRows
from catalog_app.session.jobs import Job, Jobs
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.ui.look.roles import colour

COLUMNS = ("name", "id", "group", "use", "mime", "size", "checksum", "location", "state")
_EDITABLE = frozenset({"id", "use", "mime", "size", "checksum", "location"})
_RUN, _STEP, _KEPT = 4096, 500, 3000
_Index = QModelIndex


class FilesModel(QAbstractTableModel):
    """`ordered()` when sorting and filtering are done; `loaded()` when the section is open."""

    ordered = Signal()
    loaded = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.rows: FileRows | None = None
        self.verdicts: dict[str, Verdict] = {}
        self._order: array[int] | None = None
        self._where: dict[int, int] | None = None
        self._cache: dict[int, FileRow] = {}
        self._sorting: tuple[int, bool] | None = None
        self._words = ""
        self._job: Job | None = None
        self._titles = {
            "name": self.tr("File"),
            "id": self.tr("ID"),
            "group": self.tr("Group"),
            "use": self.tr("Use"),
            "mime": self.tr("Media type"),
            "size": self.tr("Size"),
            "checksum": self.tr("Checksum"),
            "location": self.tr("Location"),
            "state": self.tr("On the disk"),
        }
        session.changed.connect(self._on_session_changed)

    # ---- content

    @contextmanager
    def _resetting(self) -> Iterator[None]:
        self.beginResetModel()
        try:
            self._cache.clear()
            yield
        finally:
            self.endResetModel()

    def show_section(self, section: Address) -> None:
        """Show the files of a section; a large one is opened in slices first."""
        if self.rows is not None and self.rows.section == section:
            return
        with self._resetting():
            self.rows = FileRows(self._session.document, section)
            self._order = None
        rows = self.rows
        self._run(self.tr("Reading the files"), rows.reading(), self._on_read)

    def _run(self, label: str, steps: Iterator[object], done: object) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.slices(label, steps, done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._session.refused.emit(str(error))

    def _on_read(self, _result: object) -> None:
        self._job = None
        with self._resetting():
            self._order = None
        self.loaded.emit()
        if self._words or self._sorting:
            self._arrange()

    def total(self) -> int:
        """How many files there are, filtered or not."""
        return len(self.rows) if self.rows else 0

    def file_row(self, row: int) -> int:
        """The number of the file that a row shows."""
        return row if self._order is None else self._order[row]

    def address(self, row: int) -> Address:
        """The address of the file that a row shows."""
        assert self.rows is not None
        return self.rows.address(self.file_row(row))

    def row_at(self, address: Address) -> int:
        """The row that shows a file; -1 where none does."""
        number = self.rows.row_of(address) if self.rows else -1
        if number < 0 or self._order is None:
            return number
        if self._where is None:
            self._where = {file: row for row, file in enumerate(self._order)}
        return self._where.get(number, -1)

    def at(self, row: int) -> FileRow:
        """What a row shows."""
        found = self._cache.get(row)
        if found is None:
            assert self.rows is not None
            if len(self._cache) > _KEPT:
                self._cache.clear()
            found = self._cache[row] = self.rows.row(self.file_row(row))
        return found

    # ---- order

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column in slices; a column below 0 is the order of the file."""
        down = order == Qt.SortOrder.DescendingOrder
        self._sorting = (column, down) if column >= 0 else None
        self._arrange()

    def filter(self, words: str) -> None:
        """Show only files whose markup holds some words."""
        if words.strip() != self._words:
            self._words = words.strip()
            self._arrange()

    def _arrange(self) -> None:
        if self.rows is None:
            return
        if self._sorting is None and not self._words:
            if self._job is not None and self._order is not None:
                self._job.cancel()
            self._on_arranged(None)
            return
        self._run("", self._arranging(self.rows), self._on_arranged)

    def _arranging(self, rows: FileRows) -> Iterator[object]:
        kept: list[int] = []
        if self._words:
            for number, fits in enumerate(rows.matching(self._words)):
                if fits:
                    kept.append(number)
                if number % _STEP == 0:
                    yield 0.1
        else:
            kept = list(range(len(rows)))
        if self._sorting is None:
            yield array("I", kept)
            return
        column, down = self._sorting
        yield from _sorted(self._keys(rows, COLUMNS[column]), kept, down)

    def _keys(self, rows: FileRows, column: str) -> Iterator[object]:
        if column == "state":
            for identifier in rows.values("id"):
                verdict = self.verdicts.get(identifier)
                yield verdict.state if verdict else ""
        elif column == "size":
            for value in rows.values(column):
                yield int(value) if value.isdecimal() else -1
        else:
            for value in rows.values(column):
                yield value.casefold()

    def _on_arranged(self, order: array[int] | None) -> None:
        self._job = None
        if order is not None or self._order is not None:
            with self._resetting():
                self._order, self._where = order, None
        self.ordered.emit()

    # ---- edits

    def _on_session_changed(self, change: Change) -> None:
        if self.rows is None or not (change.parts & self.rows.parts or not self.rows.parts):
            return
        before = _sizes(self.rows)
        self.rows.recount()
        if _sizes(self.rows) == before:
            self._cache.clear()
            if self.rowCount():
                last = self.index(self.rowCount() - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        with self._resetting():
            self._order = None
        self._arrange()

    def show_verdicts(self, verdicts: dict[str, Verdict]) -> None:
        """Show what was found on the disk, by ID."""
        self.verdicts = verdicts
        if self.rowCount():
            column = COLUMNS.index("state")
            last = self.index(self.rowCount() - 1, column)
            self.dataChanged.emit(self.index(0, column), last)

    # ---- the model's own

    def rowCount(self, parent: _Index = _Index()) -> int:  # noqa: B008
        if parent.isValid() or self.rows is None:
            return 0
        return len(self.rows) if self._order is None else len(self._order)

    def columnCount(self, parent: _Index = _Index()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[COLUMNS[section]] if 0 <= section < len(COLUMNS) else None
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        try:
            return self._data(index, role)
        except (IndexError, AssertionError, AttributeError):
            return None  # The document has changed under a row that is still being painted.

    def _data(self, index: _Index, role: int) -> object:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "size":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.ForegroundRole,
        ):  # fmt: skip
            return None
        row = self.at(index.row())
        verdict = self.verdicts.get(row.id) if column == "state" or self.verdicts else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(column, verdict)
        if role == Qt.ItemDataRole.ToolTipRole and column == "state":
            return in_words(verdict.reason) if verdict else None
        if column == "state":
            return self._said(verdict)
        value = row.name if column == "name" else str(getattr(row, column))
        if role == Qt.ItemDataRole.DisplayRole and column == "size" and value.isdecimal():
            return QLocale().toString(int(value))
        return value

    def _ink(self, column: str, verdict: Verdict | None) -> QColor | None:
        if column == "state" and verdict and verdict.state in ("missing", "changed"):
            return colour("error")
        return None if column in ("name", "use", "state") else colour("dim")

    def _said(self, verdict: Verdict | None) -> str:
        words = {
            "right": self.tr("as described"),
            "missing": self.tr("missing"),
            "changed": self.tr("changed"),
            "elsewhere": self.tr("on the web"),
            "unknown": self.tr("not comparable"),
        }
        return words.get(verdict.state, "") if verdict else ""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if COLUMNS[index.column()] in _EDITABLE and not self._session.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(  # noqa: N802 - Qt's name
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = COLUMNS[index.column()]
        try:
            address = self.address(index.row())
            if str(value) == str(getattr(self.at(index.row()), column)):
                return False
            edit = set_cell(self._session.document, address, column, str(value))
        except EditError as error:
            self._session.refused.emit(str(error))
            return False
        self._session.end_typing()
        return self._session.perform(edit, self)


def _sizes(rows: FileRows) -> list[tuple[Address, str, int]]:
    """The groups with how many files each has: what tells whether rows have moved."""
    return [(group.address, group.label, len(group.files)) for group in rows.groups]


def _sorted(keys: Iterator[object], kept: list[int], down: bool) -> Iterator[object]:
    """Sort row numbers by their keys in short steps: runs of some thousand, then merged."""
    wanted, at, pairs = iter(kept), next(iter(kept), None), []
    next(wanted, None)
    runs: list[list[tuple[object, int]]] = []
    for number, key in enumerate(keys):
        if number % _STEP == 0:
            yield 0.3
        if number != at:
            continue
        pairs.append((key, -number if down else number))
        at = next(wanted, None)
        if len(pairs) >= _RUN:
            runs.append(sorted(pairs, reverse=down))
            pairs = []
            yield 0.5
    runs.append(sorted(pairs, reverse=down))
    found = array("I")
    for _, number in heapq.merge(*runs, reverse=down):
        found.append(abs(number))
        if len(found) % _STEP == 0:
            yield 0.8
    yield found

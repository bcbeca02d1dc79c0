"""The files of a package as a table: rows are read when they are painted, never before."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor

from catalog_app.document.address import Address
from catalog_app.document.edit import Change
from catalog_app.document.files_edit import setting_cell
from catalog_app.document.files_rows import FileRow, FileRows, first_rows
from catalog_app.document.files_verify import Verdict, bases, basis
from catalog_app.document.large import Making
from catalog_app.document.locations import natural_words, shown
from catalog_app.session.jobs import Job, Jobs
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.ui.look.roles import colour
from catalog_app.ui.numbers import grouped
from catalog_app.ui.outline import words
from catalog_app.ui.package.drops import FILES, as_mime, words_of
from catalog_app.ui.package.rows_model import RowsModel

#: What verifying may find of a file, the most urgent first.
_STATES = ("missing", "changed", "extra", "unknown", "elsewhere", "right", "")
COLUMNS = ("name", "id", "group", "use", "mime", "size", "checksum", "location", "state")
_NATURAL = frozenset({"name", "id", "group", "location"})
_EDITABLE = frozenset({"id", "use", "mime", "size", "checksum", "location"})
_RUN, _STEP = 4096, 500
# After so many milliseconds of rest a file that is described otherwise is judged anew.
_AT_REST = 300
_INSIDE = "    ↳ "
_Index = QModelIndex
_ROLE = Qt.ItemDataRole
_SHOWN = (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole, _ROLE.ForegroundRole)


class FilesModel(RowsModel):
    """`ordered()` when sorting and filtering are done; `loaded()` when the section is open,
    and `ready` from then on.

    `dropped(file IDs, group)` when files were dropped on one of a group; `unjudged(rows)` when
    files are seen that were not compared with the disk as they are described now.
    Until then the first rows of a large section are shown; what is put into them waits.
    """

    ordered = Signal()
    dropped = Signal(object, object)
    unjudged = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        self.rows: FileRows | None = None
        self.verdicts: dict[int, Verdict] = {}
        self._unjudged: dict[int, FileRow] = {}
        self.dragged: list[int] = []
        self._first: list[FileRow] = []
        self._waiting: list[tuple[int, str, str]] = []
        self._order: array[int] | None = None
        self._where: dict[int, int] | None = None
        self._sorting: tuple[int, bool] | None = None
        self._words = ""
        self.ready = False
        self._job: Job | None = None
        super().__init__(session, jobs, dict.fromkeys(COLUMNS, ""), parent)
        self._soon = QTimer(self, singleShot=True, interval=_AT_REST)
        self._soon.timeout.connect(self._on_at_rest)
        self._titles = [
            self.tr("File"), self.tr("ID"), self.tr("Group"), self.tr("Use"),
            self.tr("Media type"), self.tr("Size"), self.tr("Checksum"), self.tr("Location"),
            self.tr("On the disk"),
        ]  # fmt: skip

    # ---- content

    def show_section(self, section: Address) -> None:
        """Show the files of a section; a large one is opened in slices first."""
        if self.rows is not None and self.rows.section == section:
            return
        with self.resetting():
            self.rows = FileRows(self._session.document, section)
            self._order, self._waiting, self.ready = None, [], False
            self._first = first_rows(self._session.document, section)
        self._run(self.tr("Reading the files"), self.rows.reading(), self._on_read)

    def _run(self, label: str, steps: Iterator[object], done: object) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.slices(label, steps, done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        super()._on_failed(error)

    def _on_read(self, _result: object) -> None:
        self._job = None
        self.ready = True
        assert self.rows is not None
        there = len(self._first)
        if 0 < there < len(self.rows):
            self.beginInsertRows(_Index(), there, len(self.rows) - 1)
            self._first = []
            self.endInsertRows()
            self.repaint()
        else:
            with self.resetting():
                self._first, self._order = [], None
        self.loaded.emit()
        waiting, self._waiting = self._waiting, []
        for row, column, text in waiting:
            self.put(row, column, text)
        if self._words or self._sorting:
            self._arrange()

    @property
    def loading(self) -> bool:
        """Whether only the first rows are there."""
        return bool(self._first)

    @property
    def arranging(self) -> bool:
        """Whether the rows are still being sorted or filtered."""
        return self._job is not None

    @property
    def filtered(self) -> bool:
        """Whether only rows that hold some words are shown."""
        return bool(self._words)

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
        number = self.rows.row_of(address) if self.rows and not self._first else -1
        if number < 0 or self._order is None:
            return number
        if self._where is None:
            self._where = {file: row for row, file in enumerate(self._order)}
        return self._where.get(number, -1)

    def read(self, row: int) -> FileRow:
        """What a row shows, read from the document."""
        if self._first:
            return self._first[row]
        assert self.rows is not None
        return self.rows.row(self.file_row(row))

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
        if self.rows is None or self._first:
            return  # It is done when the section has been read.
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
            for key in bases(rows):
                verdict = self.verdicts.get(key)
                yield _STATES.index(verdict.state if verdict else "")
        elif column == "size":
            for value in rows.values(column):
                yield int(value) if value.isdecimal() else -1
        elif column in _NATURAL:
            for value in rows.values(column):
                yield natural_words(shown(value))
        else:
            for value in rows.values(column):
                yield value.casefold()

    def _on_arranged(self, order: array[int] | None) -> None:
        self._job = None
        if order is not None or self._order is not None:
            with self.resetting():
                self._order, self._where = order, None
        self.ordered.emit()

    # ---- edits

    def _on_session_changed(self, change: object) -> None:
        assert isinstance(change, Change)
        rows = self.rows
        if rows is None or self._first or not (change.parts & rows.parts or not rows.parts):
            return
        before = _sizes(rows)
        rows.recount()
        if _sizes(rows) == before:
            self.repaint()
            return
        with self.resetting():
            self._order = None
        self._arrange()

    def making(self, address: Address, column: str, text: str) -> Making:
        """Make the edit that puts a text into a cell."""
        return setting_cell(self._session.document, address, column, text)

    def put(self, row: int, column: str, text: str) -> bool:
        """Put a text into a cell; while the section is being read, once that is done."""
        if not self._first:
            return super().put(row, column, text)
        self._waiting.append((row, column, text))
        self._first[row] = replace(self._first[row], **{column: text})
        self.repaint()
        return True

    def show_verdicts(self, verdicts: dict[int, Verdict]) -> None:
        """Show what was found on the disk, by what was compared."""
        self.verdicts, self._unjudged = verdicts, {}
        self.repaint()

    def add_verdicts(self, verdicts: dict[int, Verdict]) -> None:
        """Show what was found of a few more."""
        self.verdicts |= verdicts
        self.repaint()

    def _verdict(self, row: FileRow) -> Verdict | None:
        """What was found of a file; one that is described otherwise since then is asked for."""
        if not self.verdicts:
            return None
        key = basis(row)
        if key not in self.verdicts and key not in self._unjudged:
            self._unjudged[key] = row
            self._soon.start()
        return self.verdicts.get(key)

    def _on_at_rest(self) -> None:
        wanted = {key: row for key, row in self._unjudged.items() if key not in self.verdicts}
        self.unjudged.emit(wanted)

    # ---- the model's own

    def rowCount(self, parent: _Index = _Index()) -> int:  # noqa: B008
        if parent.isValid() or self.rows is None:
            return 0
        if self._first:
            return len(self._first)
        return len(self.rows) if self._order is None else len(self._order)

    def mimeTypes(self) -> list[str]:
        return [FILES]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index
    ) -> bool:
        at = parent.row() if parent.isValid() else min(max(row - 1, 0), self.rowCount() - 1)
        if self.rows is not None and not self.loading and at >= 0:
            group = self.rows.group(self.file_row(at))
            self.dropped.emit(words_of(data, FILES), group.address)
        return False  # Qt would otherwise remove the rows that it thinks were copied.

    def mimeData(self, indexes: list[_Index]) -> QMimeData:
        rows = self.dragged = sorted({index.row() for index in indexes})
        return as_mime(FILES, (self.at(row).id for row in rows))

    def cell(self, row: int, column: str, role: int) -> object:
        """What one cell shows in a role."""
        if role == _ROLE.TextAlignmentRole and column == "size":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in _SHOWN:
            return None
        said = self.at(row)
        verdict = self._verdict(said) if column == "state" else None
        if role == _ROLE.ForegroundRole:
            return self._ink(column, verdict)
        if role == _ROLE.ToolTipRole and column == "state":
            return in_words(verdict.reason) if verdict else None
        if column == "state":
            return self._said(verdict)
        if column == "name":
            return self._indent(row) + said.name if role == _ROLE.DisplayRole else said.name
        if column == "group":
            return words.group(said.group)
        if column == "location" and role == _ROLE.DisplayRole:
            return shown(said.location)
        value = str(getattr(said, column))
        if role == _ROLE.DisplayRole and column == "size" and value.isdecimal():
            return grouped(int(value))
        return value

    def _indent(self, row: int) -> str:
        """Blanks before a file inside another one, where that one is the row above."""
        if self.rows is None or self._first or self._sorting is not None:
            return ""
        return _INSIDE * self.rows.depth(self.file_row(row))

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
        if not self._session.read_only:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            if COLUMNS[index.column()] in _EDITABLE:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags


def _sizes(rows: FileRows) -> list[object]:
    """The groups with how many files each has: what tells whether rows have moved."""
    return [len(rows), *((group.address, group.label, len(group.files)) for group in rows.groups)]


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

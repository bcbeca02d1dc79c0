"""The outline's rows as a Qt model with integer ids; titles are read when a row is shown."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from itertools import chain

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.outline import Entry, counting, outlining
from catalog_app.document.package_spots import is_coarse, opening
from catalog_app.document.sections import Known
from catalog_app.session.opening import OpenError
from catalog_app.session.pace import Pace
from catalog_app.ui.outline.rows import Rows, Wanted
from catalog_app.ui.outline.telling import Counted, Telling
from catalog_app.ui.package.drops import FILES, words_of

ENTRY = Qt.ItemDataRole.UserRole
COUNTS = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2
_QUICK = 2_000  # parts: the rows of a larger file are made in turns of their own
Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractItemModel):
    """Packages, records and sections of one document.

    `ENTRY` gives the row's entry, `COUNTS` its (errors, others), `NOTE` the small words behind
    its name. A row is known by its number in a list, which is its internal id.
    `renewed()` after the structure was read again; `files_dropped(IDs, group)` when files were
    dropped on a group.
    """

    renewed = Signal()
    files_dropped = Signal(object, object)

    def __init__(
        self, document: Document, findings: Counted, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._rows, self._wanted = Rows(document), Wanted()
        self.telling = Telling(document, findings)
        self._known: Known = {}
        self._opening: set[str] = set()
        self._changing = False
        self._reading = False
        self._building: Iterator[tuple[Entry, ...] | None] = iter(())
        self._counted: Iterator[bool] = iter(())
        self._timer, self._pace = QTimer(self), Pace()
        self._timer.timeout.connect(self._on_turn)
        self.renew()

    # ---- content

    def renew(self) -> None:
        """Read the document's structure again; what takes long comes a little later."""
        self._building, self._reading = outlining(self._document), True
        self._timer.start(0)
        if len(self._document.parts.order) < _QUICK:
            self._on_turn()

    @property
    def busy(self) -> bool:
        """Whether the rows are still those from before the last change."""
        return self._reading

    def _on_turn(self) -> None:
        """Go on reading the structure, then counting what is in bulky sections."""
        with self._pace.slice() as end:
            self._go_on(end)

    def _go_on(self, end: float) -> None:
        for entries in self._building:
            if entries is not None:
                self.telling.forget()
                self._reading = False
                self._make(entries)
                self._counted = self._count()
                self._opening.clear()
                self.renewed.emit()
            elif time.monotonic() > end:
                return
        while self._goes_on():
            if time.monotonic() > end:
                return
        self._timer.stop()

    def _goes_on(self) -> bool:
        """Do a little of what is to be done, which may grow meanwhile; False when all is done."""
        counted = self._counted
        return next(counted, False) or self._counted is not counted

    def _count(self) -> Iterator[bool]:
        for entry in self.entries():
            if entry.bulk is None:
                continue
            for number in counting(entry, self._known):
                yield True
                if number is not None:
                    self.telling.numbers[entry.key] = number
                    index = self.index_of(entry.key)
                    self.dataChanged.emit(index, index)

    def narrow(self, wanted: frozenset[str] | None, holding: Collection[str] = ()) -> None:
        """Show only the rows of these keys and those above them; None shows all.

        `holding` are the keys of sections in which some of them stand.
        """
        self._wanted = Wanted(wanted, frozenset(holding))
        self._make()

    def _make(self, entries: tuple[Entry, ...] | None = None) -> None:
        """Make the rows anew, of other entries or of the same."""
        self._changing = True
        self.beginResetModel()
        try:
            if entries is None:
                self._rows.make_again(self._wanted)
            else:
                self._rows.make(entries, self._wanted)
        finally:
            self.endResetModel()
            self._changing = False

    def holds(self, entry: Entry) -> bool:
        """Whether a row is only there, or also there, for what was found in its section."""
        return self._wanted.holds(entry)

    def entries(self) -> Iterator[Entry]:
        """All entries of the file, whether they are shown or not."""
        return self._rows.entries()

    def branches(self) -> Iterator[QModelIndex]:
        """The rows that have others below them, from the top."""
        return map(self._index_at, self._rows.branches())

    def index_of(self, key: str) -> QModelIndex:
        """The row with that key; an invalid index if it is not shown."""
        return self._index_at(self._rows.number_of(key))

    def index_for(self, address: Address) -> QModelIndex:
        """The innermost row whose places contain an address."""
        return self._index_at(self._rows.number_for(address))

    def _index_at(self, number: int) -> QModelIndex:
        if number < 0:
            return QModelIndex()
        return self.createIndex(self._rows[number].place, 0, number)

    def forget_titles(self, parts: Collection[int]) -> None:
        """Read the titles of the records in some parts of the file anew: they may have changed."""
        for key in self.telling.forget_titles(parts):
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def refresh_counts(self) -> None:
        """Tell the view that the findings are others."""
        self.telling.forget_totals()
        for rows in self._rows.made():
            if rows:
                first, last = self._index_at(rows[0]), self._index_at(rows[-1])
                self.dataChanged.emit(first, last, [COUNTS])

    # ---- Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a row."""
        rows = self._below(parent)
        if column or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def _below(self, parent: Index) -> list[int]:
        return self._rows.below(parent.internalId() if parent.isValid() else -1)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether anything stands below a row, without making the rows of a closed block."""
        if not parent.isValid():
            return bool(self._below(parent))
        row = self._rows[parent.internalId()]
        return bool(row.children) or not row.built

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the rows inside a section are yet to be made."""
        if not parent.isValid() or self._reading or self._changing:
            return False
        if parent.internalId() >= len(self._rows):
            return False
        row = self._rows[parent.internalId()]
        asked = row.entry.key in self._opening
        return row.entry.within is not None and not row.built and not asked

    def fetchMore(self, parent: Index) -> None:
        """Make the rows inside a section; but the files of a large one are left whole."""
        if self.canFetchMore(parent):  # some ask without looking
            within = self._rows[parent.internalId()].entry.within
            bulky = within is not None and within.section.name == "fileSec"
            if not (bulky and is_coarse(self._document, within.section)):
                self.open(parent)

    def open(self, parent: Index) -> None:
        """Make the rows inside a section; a large one is cut finer first, a little at a time."""
        if not self.canFetchMore(parent):
            return
        entry = self._rows[parent.internalId()].entry
        assert entry.within is not None
        if entry.within.name or not is_coarse(self._document, entry.within.section):
            self._fill(parent.internalId())
        else:
            self._opening.add(entry.key)
            self._counted = chain(self._open(entry), self._counted)
            self._timer.start(0)

    def _open(self, entry: Entry) -> Iterator[bool]:
        assert entry.within is not None
        try:
            for _ in opening(self._document, entry.within.section):
                yield True
        except OpenError:
            return  # The form that shows the section says why.
        finally:
            self._opening.discard(entry.key)
        index = self.index_of(entry.key)
        if index.isValid():
            self._fill(index.internalId())

    def _fill(self, number: int) -> None:
        entries = self._rows.open(number)
        if not entries:
            return
        self._changing = True  # whoever hears of the rows may not ask for more at once
        self.beginInsertRows(self._index_at(number), 0, len(entries) - 1)
        try:
            self._rows.put(number, entries)
        finally:
            self.endInsertRows()
            self._changing = False

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of the row above."""
        if not index.isValid():
            return QModelIndex()
        return self._index_at(self._rows[index.internalId()].parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows stand below an index."""
        return len(self._below(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One column."""
        return 1

    def mimeTypes(self) -> list[str]:
        """What can be dropped here."""
        return [FILES]

    def takes(self, index: Index, data: QMimeData) -> bool:
        """Whether something may be dropped on a row: files, on a group of files.

        Flags would say so too, but Qt asks for those of every row at once.
        """
        entry = self._rows[index.internalId()].entry if index.isValid() else None
        return entry is not None and entry.kind == "filegroup" and data.hasFormat(FILES)

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Tell of files that were dropped on a group."""
        if self.takes(parent, data):
            entry = self._rows[parent.internalId()].entry
            self.files_dropped.emit(words_of(data, FILES), entry.address)
        return False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of a row; never raises, since C++ asks."""
        if not index.isValid() or index.internalId() >= len(self._rows):
            return None
        try:
            return self._data(self._rows[index.internalId()].entry, role)
        except Exception:  # a title that cannot be read must not end the process
            return None

    def _data(self, entry: Entry, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.telling.name(entry)
        if role == ENTRY:
            return entry
        if role == COUNTS:
            return self.telling.counts(entry)
        if role == NOTE:
            return self.telling.note(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.telling.lines(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self.telling.lines(entry))
        return None

"""The outline's rows as a Qt model with integer ids; titles are read when a row is shown."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
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
from catalog_app.document.outline import Entry, counting, outlining, record_title, section_label
from catalog_app.document.outline_inside import Said, rows_inside, said
from catalog_app.document.package_spots import is_coarse, opening
from catalog_app.document.sections import Known
from catalog_app.session.opening import OpenError
from catalog_app.session.pace import Pace
from catalog_app.session.sentences import in_words
from catalog_app.ui.outline import words
from catalog_app.ui.package.drops import FILES, words_of

ENTRY = Qt.ItemDataRole.UserRole
COUNTS = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2
_QUICK = 2_000  # parts: the rows of a larger file are made in turns of their own
_HEADS = ("group", "block")
_ITEMS = ("record", "other")  # of a list, each with a number
_SILENT = Said()
Counts = tuple[int, int]
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Node:
    entry: Entry
    parent: int
    row: int
    children: list[int] = field(default_factory=list)
    built: bool = True


class OutlineModel(QAbstractItemModel):
    """Packages, records and sections of one document.

    `ENTRY` gives the row's entry, `COUNTS` its (errors, others), `NOTE` the small words behind
    its name. A row is known by its number in a list, which is its internal id.
    `renewed()` after the structure was read again; `files_dropped(IDs, group)` when files were
    dropped on a group.
    """

    renewed = Signal()
    files_dropped = Signal(object, object)

    def __init__(self, document: Document, findings: object, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._findings = document, findings
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._records: dict[str, tuple[int, int]] = {}
        self._others: list[int] = []
        self._totals: dict[str, Counts] = {}
        self._titles: dict[str, tuple[int, str]] = {}
        self._words: dict[str, Said] = {}
        self._entries: tuple[Entry, ...] = ()
        self._wanted: frozenset[str] | None = None
        self._holding: frozenset[str] = frozenset()
        self._counts: dict[str, int] = {}
        self._known: Known = {}
        self._opening: set[str] = set()
        self._filled: set[str] = set()
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
                self._titles.clear()
                self._words.clear()
                self._totals.clear()
                self._reading = False
                self._rebuild(entries)
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
                    self._counts[entry.key] = number
                    index = self.index_of(entry.key)
                    self.dataChanged.emit(index, index)

    def narrow(self, wanted: frozenset[str] | None, holding: Collection[str] = ()) -> None:
        """Show only the rows of these keys and those above them; None shows all.

        `holding` are the keys of sections in which some of them stand.
        """
        self._wanted, self._holding = wanted, frozenset(holding)
        self._rebuild(self._entries)

    def _rebuild(self, entries: tuple[Entry, ...]) -> None:
        self._changing = True
        self.beginResetModel()
        try:
            self._entries = entries
            self._nodes, self._top = [], []
            self._records, self._others = {}, []
            for entry in entries:
                self._enter(entry, -1, self._top)
            self._note()
        finally:
            self.endResetModel()
            self._changing = False

    def _enter(self, entry: Entry, parent: int, siblings: list[int]) -> bool:
        number = len(self._nodes)
        node = _Node(entry, parent, len(siblings))
        self._nodes.append(node)
        siblings.append(number)
        if entry.within is not None:
            node.built = self._wanted is None and self._again(entry, number)
        elif entry.kind == "block" and self._wanted is None:
            node.built = False  # its rows are made when it is opened
        if self._wanted is None and (entry.within is not None or not node.built):
            return True
        inside = entry.children
        if entry.within is not None and entry.key in self._holding:
            node.built, inside = True, rows_inside(self._document, entry.within)
        kept = [self._enter(child, number, node.children) for child in inside]
        if self._wanted is None or entry.key in self._wanted or any(kept):
            return True
        siblings.pop()
        del self._nodes[number:]
        return False

    def _again(self, entry: Entry, number: int) -> bool:
        """Make the rows inside a section that was open before; False if it was not."""
        within = entry.within
        if within is None or entry.key not in self._filled:
            return False
        if not within.name and is_coarse(self._document, within.section):
            return False
        for child in rows_inside(self._document, within):
            self._enter(child, number, self._nodes[number].children)
        return True

    def _children(self, number: int) -> list[int]:
        node = self._nodes[number]
        if not node.built and node.entry.within is None:
            node.built = True
            first = len(self._nodes)
            for row, child in enumerate(node.entry.children):
                self._nodes.append(_Node(child, number, row))
            node.children.extend(range(first, len(self._nodes)))
        return node.children

    def _note(self) -> None:
        """Remember which row shows which record, and which rows are none."""
        for number, node in enumerate(self._nodes):
            entry = node.entry
            if entry.kind in _ITEMS and entry.address is not None:
                self._records[entry.address.part] = (node.parent, node.row)
                continue
            self._others.append(number)
            for place in entry.covers:
                if place.part.startswith("record"):
                    self._records.setdefault(place.part, (node.parent, node.row))
            if not node.built:
                for row, child in enumerate(entry.children):
                    if child.address is not None:
                        self._records[child.address.part] = (number, row)

    def holds(self, entry: Entry) -> bool:
        """Whether a row is only there, or also there, for what was found in its section."""
        return self._wanted is not None and entry.key in self._holding

    def entries(self) -> Iterator[Entry]:
        """All entries of the file, whether they are shown or not."""
        stack = list(reversed(self._entries))
        while stack:
            entry = stack.pop()
            yield entry
            stack.extend(reversed(entry.children))

    def branches(self) -> Iterator[QModelIndex]:
        """The rows that have others below them, from the top."""
        for number in self._others:
            node = self._nodes[number]
            if node.children or not node.built:
                yield self.createIndex(node.row, 0, number)

    def index_of(self, key: str) -> QModelIndex:
        """The row with that key; an invalid index if it is not shown."""
        kind, part, _ = f"{key}::".split(":", 2)
        if kind in _ITEMS:
            found = self._record_index(part)
            entry = found.data(ENTRY) if found.isValid() else None
            return found if entry is not None and entry.kind == kind else QModelIndex()
        number = next((n for n in self._others if self._nodes[n].entry.key == key), -1)
        return self._index_at(number)

    def _index_at(self, number: int) -> QModelIndex:
        if number < 0:
            return QModelIndex()
        return self.createIndex(self._nodes[number].row, 0, number)

    def _record_index(self, part: str) -> QModelIndex:
        if part not in self._records:
            return QModelIndex()
        parent, row = self._records[part]
        return self._index_at((self._children(parent) if parent >= 0 else self._top)[row])

    def index_for(self, address: Address) -> QModelIndex:
        """The innermost row whose places contain an address."""
        if not address.part.startswith("package"):
            return self._record_index(address.part)
        best, depth = -1, -1
        for number in self._others:
            entry = self._nodes[number].entry
            for place in entry.covers if entry.kind != "records" else ():
                if place.contains(address) and len(place.steps) > depth:
                    best, depth = number, len(place.steps)
        return self._index_at(best)

    def forget_titles(self, parts: Collection[int]) -> None:
        """Read the titles of the records in some parts of the file anew: they may have changed."""
        for key in [key for key, (part, _) in self._titles.items() if part in parts]:
            del self._titles[key]
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def refresh_counts(self) -> None:
        """Tell the view that the findings are others."""
        self._totals.clear()
        branches = [self._nodes[number].children for number in self._others]
        for rows in (self._top, *branches):
            if rows:
                first, last = self._index_at(rows[0]), self._index_at(rows[-1])
                self.dataChanged.emit(first, last, [COUNTS])

    # ---- Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a row."""
        rows = self._children(parent.internalId()) if parent.isValid() else self._top
        if column or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether anything stands below a row, without making the rows of a closed block."""
        if not parent.isValid():
            return bool(self._top)
        node = self._nodes[parent.internalId()]
        return bool(node.children) or not node.built

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the rows inside a section are yet to be made."""
        if not parent.isValid() or self._reading or self._changing:
            return False
        if parent.internalId() >= len(self._nodes):
            return False
        node = self._nodes[parent.internalId()]
        asked = node.entry.key in self._opening
        return node.entry.within is not None and not node.built and not asked

    def fetchMore(self, parent: Index) -> None:
        """Make the rows inside a section; but the files of a large one are left whole."""
        if self.canFetchMore(parent):  # some ask without looking
            within = self._nodes[parent.internalId()].entry.within
            bulky = within is not None and within.section.name == "fileSec"
            if not (bulky and is_coarse(self._document, within.section)):
                self.open(parent)

    def open(self, parent: Index) -> None:
        """Make the rows inside a section; a large one is cut finer first, a little at a time."""
        if not self.canFetchMore(parent):
            return
        entry = self._nodes[parent.internalId()].entry
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
        node = self._nodes[number]
        if node.built or node.entry.within is None:
            return
        node.built = True
        self._filled.add(node.entry.key)
        rows = rows_inside(self._document, node.entry.within)
        if not rows:
            return
        self._changing = True  # whoever hears of the rows may not ask for more at once
        self.beginInsertRows(self._index_at(number), 0, len(rows) - 1)
        try:
            for row, entry in enumerate(rows):
                self._others.append(len(self._nodes))
                node.children.append(len(self._nodes))
                self._nodes.append(_Node(entry, number, row, built=entry.within is None))
        finally:
            self.endInsertRows()
            self._changing = False

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of the row above."""
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return self.createIndex(self._nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows stand below an index."""
        return len(self._children(parent.internalId()) if parent.isValid() else self._top)

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
        entry = self._nodes[index.internalId()].entry if index.isValid() else None
        return entry is not None and entry.kind == "filegroup" and data.hasFormat(FILES)

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Tell of files that were dropped on a group."""
        if self.takes(parent, data):
            entry = self._nodes[parent.internalId()].entry
            self.files_dropped.emit(words_of(data, FILES), entry.address)
        return False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of a row; never raises, since C++ asks."""
        if not index.isValid() or index.internalId() >= len(self._nodes):
            return None
        try:
            return self._data(self._nodes[index.internalId()].entry, role)
        except Exception:  # a title that cannot be read must not end the process
            return None

    def _data(self, entry: Entry, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(entry)
        if role == ENTRY:
            return entry
        if role == COUNTS:
            return self.counts(entry)
        if role == NOTE:
            return self.note(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    # ---- words

    def name(self, entry: Entry) -> str:
        """What a row is called."""
        if entry.kind == "record":
            return self._title(entry)
        if entry.kind in (*_HEADS, "other"):
            return words.kind(entry.name or entry.kind)
        if entry.listed and entry.name:
            return entry.name
        told = self._said(entry)
        if entry.kind == "filegroup":
            return words.group(told.title) or words.kind(entry.kind)
        if told.title or (told.id and entry.address is not None and len(entry.address.steps) > 1):
            return told.title or told.id
        if entry.kind == "package" and entry.name and len(self._document.packages()) > 1:
            return entry.name
        if entry.kind == "section" and entry.address is not None:
            return in_words(section_label(self._document, entry.address))
        return words.kind(entry.kind)

    def _said(self, entry: Entry) -> Said:
        """What a section says of itself in the file, read once; nothing for other rows."""
        address = entry.address
        if entry.kind in _HEADS or address is None or not address.steps:
            return _SILENT
        if len(address.steps) == 1 and entry.kind != "section":
            return _SILENT
        if entry.key not in self._words:
            self._words[entry.key] = said(self._document, address)
        return self._words[entry.key]

    def _title(self, entry: Entry) -> str:
        assert entry.anchor is not None
        if entry.key not in self._titles:
            title = record_title(self._document, entry.anchor)
            number = str(entry.address).removeprefix("record")
            title = title or self.tr("Record %1").replace("%1", number)
            self._titles[entry.key] = entry.anchor.part, title
        return self._titles[entry.key][1]

    def note(self, entry: Entry) -> str:
        """The small words behind a row's name: how much is in it, which of its kind it is."""
        told = self._said(entry)
        if told != _SILENT:
            named = self.name(entry) == told.id
            if entry.kind == "filegroup":
                return " · ".join(filter(None, ("" if named else told.id, words.files(told.files))))
            return " · ".join(note for note in ("" if named else told.id, told.inside) if note)
        return "" if entry.listed else words.note(entry, self._counts.get(entry.key, entry.count))

    def counts(self, entry: Entry) -> tuple[int, int]:
        """How many errors and other findings there are in the places of a row."""
        found = [self._findings.counts(place) for place in entry.covers]
        return sum(errors for errors, _ in found), sum(others for _, others in found)

    def total(self, entry: Entry) -> tuple[int, int]:
        """The counts of a row with all the rows below it."""
        if entry.key not in self._totals:
            below = list(entry.children)
            if entry.kind == "package":
                below = [child for part in entry.children for child in _records_in(part)]
            elif entry.kind == "records":
                below = list(_records_in(entry))
            found = [self.counts(entry), *(self.counts(child) for child in below)]
            total = sum(errors for errors, _ in found), sum(others for _, others in found)
            self._totals[entry.key] = total
        return self._totals[entry.key]

    def _tooltip(self, entry: Entry) -> str:
        errors, others = self.total(entry)
        parts = [self.name(entry), self.note(entry), words.found(errors, others)]
        return "\n".join(part for part in parts if part)

    def _spoken(self, entry: Entry) -> str:
        return ", ".join(self._tooltip(entry).split("\n"))


def _records_in(entry: Entry) -> Iterator[Entry]:
    """The rows at and below one whose places are records, which no package contains."""
    covers = tuple(place for place in entry.covers if place.part.startswith("record"))
    if covers:
        yield replace(entry, covers=covers)
    for child in entry.children:
        yield from _records_in(child)

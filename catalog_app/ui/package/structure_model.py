"""A structural map as a table whose first column is a tree, unfolded row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from catalog_app.document.address import Address
from catalog_app.document.edit import Change, EditError
from catalog_app.document.edits import remove_attribute, set_attribute
from catalog_app.document.references import rename_id
from catalog_app.document.structure_edit import move_divisions
from catalog_app.document.structure_rows import Division, Structure
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session
from catalog_app.ui.look.roles import colour

COLUMNS = ("title", "type", "order", "number", "files", "described", "id")
DEPTH, FOLDING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ATTRIBUTES = {"title": "LABEL", "type": "TYPE", "order": "ORDER", "number": "ORDERLABEL"}
_MIME, _KEPT = "application/x-catalog-divisions", 3000
_Index = QModelIndex


class StructureModel(QAbstractTableModel):
    """`loaded()` when the map is open; rows come and go as divisions are unfolded and folded."""

    loaded = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.structure: Structure | None = None
        self._cache: dict[int, Division] = {}
        self._titles = {
            "title": self.tr("Division"),
            "type": self.tr("Type"),
            "order": self.tr("Order"),
            "number": self.tr("Number shown"),
            "files": self.tr("Files"),
            "described": self.tr("Described by"),
            "id": self.tr("ID"),
        }
        session.changed.connect(self._on_session_changed)

    @contextmanager
    def _resetting(self) -> Iterator[None]:
        self.beginResetModel()
        try:
            self._cache.clear()
            yield
        finally:
            self.endResetModel()

    def show_section(self, section: Address) -> None:
        """Show a structMap; a large one is opened in slices first."""
        if self.structure is not None and self.structure.section == section:
            return
        found = Structure(self._session.document, section)
        with self._resetting():
            self.structure = found
        label = self.tr("Reading the structure")
        self._jobs.slices(label, self._reading(found), self._on_read, self._on_failed)

    def _reading(self, found: Structure) -> Iterator[object]:
        yield from found.reading()
        yield (found,)

    def _on_read(self, result: tuple[Structure]) -> None:
        if result[0] is self.structure:
            with self._resetting():
                pass
            self.loaded.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

    def _on_session_changed(self, change: Change) -> None:
        found = self.structure
        if found is None or not (change.parts & found.parts or found.root is None):
            return
        before = len(found)
        self._cache.clear()
        depths = found.sizes()
        found.recount()
        if before == len(found) and depths == found.sizes():
            if before:
                last = self.index(before - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        with self._resetting():
            pass

    # ---- rows

    def at(self, row: int) -> Division:
        """What a row shows."""
        found = self._cache.get(row)
        if found is None:
            assert self.structure is not None
            if len(self._cache) > _KEPT:
                self._cache.clear()
            found = self._cache[row] = self.structure.division(row)
        return found

    def address(self, row: int) -> Address:
        """The address of a row's division."""
        assert self.structure is not None
        return self.structure.address(row)

    def unfold(self, row: int) -> bool:
        """Show what is in a row's division."""
        found = self.structure
        if found is None or found.is_open(row) or not self.at(row).has_children:
            return False
        inside = found.inside(row)
        if inside:
            self.beginInsertRows(_Index(), row + 1, row + inside)
            try:
                found.unfold(row)
                self._cache.clear()
            finally:
                self.endInsertRows()
            self._touch(row)
        return bool(inside)

    def fold(self, row: int) -> bool:
        """Hide what is in a row's division."""
        found = self.structure
        if found is None or not found.is_open(row):
            return False
        node, index = found.locate(row)
        self.beginRemoveRows(_Index(), row + 1, row + node.open[index].visible)
        try:
            found.fold(row)
            self._cache.clear()
        finally:
            self.endRemoveRows()
        self._touch(row)
        return True

    def _touch(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def reveal(self, address: Address) -> int:
        """Unfold what is above a division; its row, or -1."""
        if self.structure is None or self.structure.root is None:
            return -1
        row = self.structure.row_of(address)
        if row >= 0 and not self.address(row).contains(address):
            return row
        with self._resetting():
            self.structure.reveal(address)
        return self.structure.row_of(address)

    # ---- the model's own

    def rowCount(self, parent: _Index = _Index()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.structure is None else len(self.structure)

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
        if not index.isValid() or self.structure is None:
            return None
        column, row = COLUMNS[index.column()], index.row()
        if role == DEPTH:
            return self.structure.depth(row)
        if role == FOLDING:
            if not self.at(row).has_children:
                return ""
            return "open" if self.structure.is_open(row) else "closed"
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(column, self.at(row))
        if role == Qt.ItemDataRole.EditRole:
            said = self.at(row)
            return said.label if column == "title" else self._text(said, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.at(row), column)
        return None

    def _text(self, said: Division, column: str) -> str:
        if column == "files":
            more = len(said.files) - 1
            return f"{said.files[0]} +{more}" if more > 0 else "".join(said.files)
        return str(getattr(said, column))

    def _ink(self, column: str, said: Division) -> QColor | None:
        if column == "title" and (said.label or said.number):
            return None
        return colour("dim")

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags if self._session.read_only else (
                Qt.ItemFlag.ItemIsDropEnabled
            )  # fmt: skip
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._session.read_only:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            if COLUMNS[index.column()] not in ("files", "described"):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(  # noqa: N802 - Qt's name
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if str(value) == (index.data(Qt.ItemDataRole.EditRole) or ""):
            return False
        column, document = COLUMNS[index.column()], self._session.document
        address, text = self.address(index.row()), str(value).strip()
        try:
            if column == "id":
                edit = rename_id(document, address, text) if text else None
            elif text:
                edit = set_attribute(document, address.at(_ATTRIBUTES[column]), text)
            else:
                edit = remove_attribute(document, address.at(_ATTRIBUTES[column]))
        except EditError as error:
            self._session.refused.emit(str(error))
            return False
        self._session.end_typing()
        return self._session.perform(edit, self)

    # ---- drag and drop

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: list[_Index]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(_MIME, " ".join(map(str, rows)).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index
    ) -> bool:
        if not data.hasFormat(_MIME) or self.structure is None:
            return False
        rows = [int(word) for word in data.data(_MIME).data().split()]
        moving = [self.address(one) for one in rows]
        if parent.isValid():
            into, before = self.address(parent.row()), None
        else:
            into, before = self._between(row)
        self.move(moving, into, before)
        return False  # Qt would otherwise remove the rows that it thinks were copied.

    def _between(self, row: int) -> tuple[Address, Address | None]:
        if 0 < row < self.rowCount():
            before = self.address(row)
            return before.parent, before
        return self.address(0), None

    def move(self, moving: list[Address], into: Address, before: Address | None) -> bool:
        """Move divisions into another one, before one of its divisions or last."""
        try:
            edit = move_divisions(self._session.document, moving, into, before)
        except EditError as error:
            self._session.refused.emit(str(error))
            return False
        return self._session.perform(edit, self)

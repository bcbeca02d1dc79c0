"""A structural map as a table whose first column is a tree, unfolded row by row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from catalog_app.document.address import Address
from catalog_app.document.edit import Change, EditError
from catalog_app.document.edits import remove_attribute, set_attribute
from catalog_app.document.large import Making
from catalog_app.document.renaming import renaming
from catalog_app.document.structure_rows import Division, Structure
from catalog_app.document.typed import objection
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session
from catalog_app.ui.look.roles import colour
from catalog_app.ui.package.drops import DIVISIONS, FILES, as_mime, words_of
from catalog_app.ui.package.rows_model import RowsModel

COLUMNS = ("title", "type", "order", "number", "files", "described", "id")
DEPTH, FOLDING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ATTRIBUTES = {
    "title": "LABEL", "type": "TYPE", "order": "ORDER", "number": "ORDERLABEL", "id": "ID",
}  # fmt: skip
_LINKED = "⇄"
_Index = QModelIndex


class StructureModel(RowsModel):
    """Rows come and go as divisions are unfolded and folded.

    `dropped(divisions, into, before)` and `linked(file IDs, division)` when something was dropped,
    `tied(its map, rows, division)` when rows of another map were.
    """

    dropped = Signal(object, object, object)
    linked = Signal(object, object)
    tied = Signal(object, object, object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        self.structure: Structure | None = None
        #: The IDs of the divisions that are marked as linked with the one in focus elsewhere.
        self.marked: frozenset[str] = frozenset()
        #: Whether all of it has been read, however much that is.
        self.ready = False
        super().__init__(session, jobs, dict.fromkeys(COLUMNS, ""), parent)
        self._titles = [
            self.tr("Division"), self.tr("Type"), self.tr("Order"), self.tr("Number shown"),
            self.tr("Files"), self.tr("Described by"), self.tr("ID"),
        ]  # fmt: skip

    def show_section(self, section: Address) -> None:
        """Show a structMap; a large one is opened in slices first."""
        if self.structure is not None and self.structure.section == section:
            return
        found = Structure(self._session.document, section)
        self.ready = False
        with self.resetting():
            self.structure = found
        label = self.tr("Reading the structure")
        self._jobs.slices(label, self._reading(found), self._on_read, self._on_failed)

    def _reading(self, found: Structure) -> Iterator[object]:
        yield from found.reading()
        yield (found,)

    def _on_read(self, result: tuple[Structure]) -> None:
        if result[0] is self.structure:
            with self.resetting():
                pass
            self.ready = True
            self.loaded.emit()

    def _on_session_changed(self, change: object) -> None:
        assert isinstance(change, Change)
        found = self.structure
        if found is None or not (change.parts & found.parts or found.root is None):
            return
        before, sizes = len(found), found.sizes()
        found.recount(change.address, change.back)
        if before == len(found) and sizes == found.sizes():
            self.repaint()
            return
        with self.resetting():
            pass

    # ---- rows

    def read(self, row: int) -> Division:
        """What a row shows, read from the document."""
        assert self.structure is not None
        return self.structure.division(row)

    def address(self, row: int) -> Address:
        """The address of a row's division."""
        assert self.structure is not None
        return self.structure.address(row)

    def mark(self, identifiers: frozenset[str]) -> None:
        """Mark divisions as linked with the one in focus in another map."""
        if identifiers != self.marked:
            self.marked = identifiers
            self.repaint()

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
        if row >= 0 and self.address(row) == address:
            return row
        with self.resetting():
            self.structure.reveal(address)
        return self.structure.row_of(address)

    # ---- the model's own

    def rowCount(self, parent: _Index = _Index()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.structure is None else len(self.structure)

    def cell(self, row: int, column: str, role: int) -> object:
        """What one cell shows in a role."""
        if self.structure is None:
            return None
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
        words = str(getattr(said, column))
        return f"{_LINKED} {words}" if column == "title" and said.id in self.marked else words

    def _ink(self, column: str, said: Division) -> QColor | None:
        if said.id in self.marked:
            return colour("accent")
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

    def making(self, address: Address, column: str, text: str) -> Making:
        """Make the edit that puts a text into a cell; "" takes the attribute away."""
        document, place = self._session.document, address.at(_ATTRIBUTES[column])
        if said := objection(document, place, text):
            raise EditError(said)
        if column == "id" and text:
            yield from renaming(document, address, text)
        else:
            yield (
                set_attribute(document, place, text) if text else remove_attribute(document, place)
            )

    # ---- drag and drop

    def mimeTypes(self) -> list[str]:
        return [DIVISIONS, FILES]

    def mimeData(self, indexes: list[_Index]) -> QMimeData:
        assert self.structure is not None
        rows = sorted({index.row() for index in indexes})
        return as_mime(DIVISIONS, map(str, (self.structure.section, *rows)))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index
    ) -> bool:
        if self.structure is None:
            return False
        files, dragged = words_of(data, FILES), words_of(data, DIVISIONS)
        at = parent.row() if parent.isValid() else row - 1
        on = self.address(at) if 0 <= at < self.rowCount() else None
        rows = [int(one) for one in dragged[1:]]
        if files and on is not None:
            self.linked.emit(files, on)
        elif rows and dragged[0] == str(self.structure.section):
            into, before = self._between(row)
            if parent.isValid():
                into, before = self.address(parent.row()), None
            self.dropped.emit([self.address(one) for one in rows], into, before)
        elif rows and on is not None:
            self.tied.emit(dragged[0], rows, on)
        return False  # Qt would otherwise remove the rows that it thinks were copied.

    def _between(self, row: int) -> tuple[Address, Address | None]:
        if 0 < row < self.rowCount():
            before = self.address(row)
            return before.parent, before
        return self.address(0), None

"""What the table of files and the tree of divisions are alike in: rows read when painted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit
from catalog_app.document.large import Making
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.session import Session

_KEPT = 3000
_Index = QModelIndex


class RowsModel(QAbstractTableModel):
    """A table of columns by name; a kind of rows says what a row and a cell of it are.

    `loaded()` when the section that is shown is open; `refused(index, text, why)` when what was
    typed into a cell cannot stand there.
    """

    loaded = Signal()
    refused = Signal(object, str, str)

    def __init__(
        self, session: Session, jobs: Jobs, titles: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._titles = list(titles.values())
        self._names = list(titles)
        self._cache: dict[int, Any] = {}
        session.changed.connect(self._on_session_changed)

    @property
    def loading(self) -> bool:
        """Whether only the first rows are there."""
        return False

    # ---- what a kind of rows says

    def read(self, row: int) -> Any:
        """What a row shows, read from the document."""
        raise NotImplementedError

    def cell(self, row: int, column: str, role: int) -> object:
        """What one cell shows in a role."""
        raise NotImplementedError

    def address(self, row: int) -> Address:
        """The address of what a row shows."""
        raise NotImplementedError

    def making(self, address: Address, column: str, text: str) -> Making:
        """Make the edit that puts a text into a cell."""
        raise NotImplementedError

    # ---- rows

    @contextmanager
    def resetting(self) -> Iterator[None]:
        """All rows become others."""
        self.beginResetModel()
        try:
            self._cache.clear()
            yield
        finally:
            self.endResetModel()

    def repaint(self) -> None:
        """The same rows, with other things in them."""
        self._cache.clear()
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(self._names) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def at(self, row: int) -> Any:
        """What a row shows."""
        found = self._cache.get(row)
        if found is None:
            if len(self._cache) > _KEPT:
                self._cache.clear()
            found = self._cache[row] = self.read(row)
        return found

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

    def _on_session_changed(self, change: object) -> None:
        raise NotImplementedError

    # ---- the model's own

    def columnCount(self, parent: _Index = _Index()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section] if 0 <= section < len(self._titles) else None
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        try:
            if index.isValid():
                return self.cell(index.row(), self._names[index.column()], role)
        except (IndexError, AssertionError, AttributeError):
            pass  # The document has changed under a row that is still being painted.
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if str(value) == (index.data(Qt.ItemDataRole.EditRole) or ""):
            return False
        return self.put(index.row(), self._names[index.column()], str(value).strip())

    def put(self, row: int, column: str, text: str) -> bool:
        """Put a text into a cell by an edit; False where none was made, or not at once."""
        self._session.end_typing()
        done: list[Edit | None] = []
        make = partial(self.making, self.address(row), column, text)
        label = self.tr("Renaming with all links")
        index = QPersistentModelIndex(self.index(row, self._names.index(column)))
        refuse = partial(self.refused.emit, index, text)
        perform_in_slices(self._session, self._jobs, label, make, self, done.append, refuse)
        return bool(done and done[0])

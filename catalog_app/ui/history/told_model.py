"""Differences told in words, as a table: what, where, before, after."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from catalog_app.document.changes import Told
from catalog_app.document.difference import what_differs
from catalog_app.session.sentences import apart, in_words

TOLD = Qt.ItemDataRole.UserRole
_AROUND = (12, 6, 2)  # characters left on either side of what differs, as there is room
_MARK, _PLACE, _OLD, _NEW = range(4)
Index = QModelIndex | QPersistentModelIndex


class ToldModel(QAbstractTableModel):
    """One difference a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Told] = []

    @property
    def rows(self) -> list[Told]:
        """The differences."""
        return self._rows

    def take(self, rows: list[Told]) -> None:
        """Show these differences from now on."""
        if rows == self._rows:
            return
        self.beginResetModel()
        try:
            self._rows = rows
        finally:
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many differences there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What happened, where, before, after."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of a difference."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == TOLD:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            old, new = map(apart, _values(row))
            return f"{row.address}\n{old} → {new}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Change"), self.tr("Field"), self.tr("Before"), self.tr("After"))
        return names[section]

    def _text(self, row: Told, column: int) -> str:
        if column == _MARK:
            return self._word(row.kind)
        if column == _PLACE:
            return in_words(row.label)
        return _values(row)[column - _OLD]

    def _word(self, kind: str) -> str:
        words = {
            "changed": self.tr("changed"),
            "added": self.tr("added"),
            "removed": self.tr("removed"),
            "moved": self.tr("moved"),
            "wrapped": self.tr("put around what was there"),
            "spelled": self.tr("written differently"),
        }
        return words.get(kind, kind)


class ToldDelegate(QStyledItemDelegate):
    """Values that have no room in their columns show what differs, not the beginning they share."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().initStyleOption(option, index)
        self._shorten(option, index)
        option.text = apart(option.text)

    def _shorten(self, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.data(TOLD), index.column()
        if row is None or column < _OLD:
            return
        old, new = _values(row)
        room = option.rect.width() - 2 * option.fontMetrics.horizontalAdvance("0")
        if not old or not new or self._fit((old, new), option, room):
            return
        shorter = (what_differs(old, new, around) for around in _AROUND)
        told = next((both for both in shorter if self._fit(both, option, room)), None)
        option.text = (told or what_differs(old, new, _AROUND[-1]))[column - _OLD]

    def _fit(self, both: tuple[str, str], option: QStyleOptionViewItem, room: int) -> bool:
        return max(map(option.fontMetrics.horizontalAdvance, both)) <= room


def _values(row: Told) -> tuple[str, str]:
    """What was and what is, each in one line."""
    return " ".join(row.old.split()), " ".join(row.new.split())

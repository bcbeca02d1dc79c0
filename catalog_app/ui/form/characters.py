"""A palette of characters that keyboards lack, searched by name, for the field in focus."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from catalog_app.ui.form.editors.keys import is_enter
from catalog_app.ui.form.signs import found, name_of
from catalog_app.ui.look.roles import role

MOST_RECENT = 16

_INVISIBLE = {
    "\u00a0": "NBSP",
    "\u2009": "thin",
    "\u202f": "nnbsp",
    "\u200b": "ZWSP",
    "\u200e": "LRM",
    "\u200f": "RLM",
}


def visible(sign: str) -> str:
    """`sign` so that it can be seen: a mark on a dotted circle, a blank by its name."""
    if sign in _INVISIBLE:
        return _INVISIBLE[sign]
    return "◌" + sign if unicodedata.combining(sign[0]) else sign


class CharacterPalette(QFrame):
    """A popup that emits the character that was picked and stays open for the next."""

    chosen = Signal(str)

    def __init__(
        self, recent: Iterable[str] = (), language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._language = language
        self._recent = list(recent)[:MOST_RECENT]
        role(self, "popup")
        self.setAccessibleName(self.tr("Characters"))
        self._search = role(QLineEdit(), "field")
        self._search.setPlaceholderText(self.tr("Name, such as “acute” or “Uzbek”, or U+02BB"))
        self._search.setAccessibleName(self.tr("Search characters"))
        self._grid = QListWidget()
        self._grid.setAccessibleName(self.tr("Characters"))
        self._name = role(QLabel(), "faint")
        self._build()
        self._refresh()
        self._connect()

    def recent(self) -> list[str]:
        """The characters used last, newest first; the caller remembers them."""
        return list(self._recent)

    def open_at(self, widget: QWidget) -> None:
        """Show the palette below `widget`, ready to search."""
        self._search.clear()
        self._refresh()
        self.adjustSize()
        self.move(self._corner(widget))
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _corner(self, widget: QWidget) -> QPoint:
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner.setY(max(room.top(), widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        return corner

    def _build(self) -> None:
        grid = self._grid
        grid.setViewMode(QListView.ViewMode.IconMode)
        grid.setMovement(QListView.Movement.Static)
        grid.setResizeMode(QListView.ResizeMode.Adjust)
        grid.setUniformItemSizes(True)
        grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * 1.3) if font.pixelSize() > 0 else 17)
        grid.setFont(font)
        cell = QFontMetrics(font).height() + 14
        self._cell = QSize(cell, cell)
        grid.setGridSize(self._cell)
        grid.setFixedSize(cell * 12 + 20, cell * 6 + 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._search)
        layout.addWidget(grid)
        foot = QHBoxLayout()
        foot.addWidget(self._name, 1)
        foot.addWidget(role(QLabel(self.tr("Enter")), "key"))
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._refresh)
        self._grid.currentItemChanged.connect(self._on_grid_moved)
        self._grid.itemClicked.connect(self._on_grid_picked)
        self._grid.itemActivated.connect(self._on_grid_picked)

    def _refresh(self) -> None:
        grid = self._grid
        grid.clear()
        small = QFont(self.font())
        small.setPixelSize(max(8, round(QFontMetrics(small).height() * 0.5)))
        for sign in found(self._search.text(), self._recent):
            item = QListWidgetItem(visible(sign), grid)
            item.setData(Qt.ItemDataRole.UserRole, sign)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._called(sign))
            item.setToolTip(self._called(sign))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setSizeHint(self._cell)
            if sign in _INVISIBLE:
                item.setFont(small)
        grid.setCurrentRow(0)
        if not grid.count():
            self._name.setText(self.tr("No character has such a name."))

    def _called(self, sign: str) -> str:
        return name_of(sign, self._language)

    def _on_grid_moved(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            sign = item.data(Qt.ItemDataRole.UserRole)
            points = " ".join(f"U+{ord(one):04X}" for one in sign)
            words = f"{points}  {self._called(sign)}"
            metrics, width = QFontMetrics(self._name.font()), self._grid.width() - 70
            self._name.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))

    def _on_grid_picked(self, item: QListWidgetItem) -> None:
        sign = item.data(Qt.ItemDataRole.UserRole)
        self._recent = [sign, *(other for other in self._recent if other != sign)][:MOST_RECENT]
        self._search.selectAll()  # what is typed next seeks the next one
        self.chosen.emit(sign)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the grid while the search box has the focus."""
        if watched is self._search and event.type() == QEvent.Type.KeyPress:
            return self._on_search_key(event)
        return False

    def _on_search_key(self, event: QKeyEvent) -> bool:
        if is_enter(event):
            item = self._grid.currentItem()
            if item is not None:
                self._on_grid_picked(item)
            return True
        step = {
            Qt.Key.Key_Down: self._columns(),
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Right: 1 if self._search.cursorPosition() == len(self._search.text()) else 0,
            Qt.Key.Key_Left: -1 if not self._search.text() else 0,
        }.get(event.key(), 0)
        if not step:
            return False
        row = self._grid.currentRow() + step
        if 0 <= row < self._grid.count():
            self._grid.setCurrentRow(row)
        return True

    def _columns(self) -> int:
        return max(1, self._grid.viewport().width() // self._cell.width())

"""Cells that are typed in: what cannot stand there is refused at the cell, to be mended there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QStyledItemDelegate, QWidget

from catalog_app.session.sentences import in_words
from catalog_app.ui.look import role

_WIDEST, _GAP = 420, 3


class CellDelegate(QStyledItemDelegate):
    """Writes what was typed; what cannot stand there is said below the cell, to be mended there.

    The view says it (`lost`) where its cell is not in sight any more.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._writing = False
        self.refusal: QLabel | None = None
        self.closeEditor.connect(self._on_editor_closed)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        self._writing = True
        try:
            super().setModelData(editor, model, index)
        finally:
            self._writing = False

    def refuse(self, index: QPersistentModelIndex, typed: str, words: str) -> None:
        """Ask again at the cell, if that is where the user still is; else say what was refused."""
        if self._writing or (self._view.hasFocus() and self._view.isVisible()):
            QTimer.singleShot(0, self, partial(self._ask_again, index, typed, words))
        else:
            self._view.lost.emit(words)

    def _ask_again(self, index: QPersistentModelIndex, typed: str, words: str) -> None:
        """Open the cell again with what was typed, and say below it why it cannot stand there."""
        if not index.isValid() or not self._view.isVisible():
            self._view.lost.emit(words)
            return
        here = self._view.model().index(index.row(), index.column())
        self._view.setCurrentIndex(here)
        self._view.edit(here)
        editor = self._view.indexWidget(here)
        if isinstance(editor, QLineEdit):
            editor.setText(typed)
            editor.selectAll()
            editor.setAccessibleDescription(in_words(words))
        self._say(in_words(words), here)

    def _say(self, words: str, index: QModelIndex) -> None:
        if self.refusal is None:
            self.refusal = role(QLabel(self._view, wordWrap=True, margin=6), "popup")
        said, room = self.refusal, self._view.viewport().rect()
        said.setText(words)
        said.setFixedWidth(min(_WIDEST, room.width() - 2 * _GAP))
        said.adjustSize()
        cell = self._view.visualRect(index)
        below = cell.bottom() + _GAP
        above = cell.top() - _GAP - said.height()
        top = below if below + said.height() <= room.bottom() or above < 0 else above
        left = max(_GAP, min(cell.left(), room.right() - said.width()))
        said.move(self._view.viewport().pos().x() + left, self._view.viewport().pos().y() + top)
        said.show()
        said.raise_()

    def _on_editor_closed(self, *_: object) -> None:
        if self.refusal is not None:
            self.refusal.hide()

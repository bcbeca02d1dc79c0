"""How a row of the outline is painted: name, small words, sign and number of what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from catalog_app.session.sentences import apart
from catalog_app.ui.look import colours
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.numbers import grouped
from catalog_app.ui.outline.model import COUNTS, ENTRY, NOTE

_GAP = 6
_FEW = 13  # letters: an outline that has no more room shows signs without their numbers


class OutlineDelegate(QStyledItemDelegate):
    """Paints rows; a closed row shows what was found anywhere below it."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are alike: the text's height and room to breathe."""
        return QSize(120, option.fontMetrics.height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        try:
            self._paint(painter, option, index)
        finally:
            painter.restore()

    def _paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = colours()
        self._ground(painter, option, index)
        room = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        room.setRight(self._found(painter, option, index, room) - _GAP)
        painter.setPen(QColor(theme.text))
        metrics = option.fontMetrics
        name = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole) or "").split())
        note = str(index.data(NOTE) or "")
        link = index.data(ENTRY).kind == "link"  # both of its ends tell it from the others
        name = name if link else name[: room.width()]  # Qt measures all that it is given
        cut = Qt.TextElideMode.ElideMiddle if link else Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(name, cut, room.width())
        left = room.width() - metrics.horizontalAdvance(shown) - _GAP
        least = min(metrics.horizontalAdvance(note), 4 * metrics.averageCharWidth())
        if note.startswith("("):
            least = metrics.horizontalAdvance(note)  # a number that is cut says nothing
        note = note if left >= least else ""  # the name comes first
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side, apart(shown))
        if note:
            painter.setPen(QColor(theme.dim))
            at = QRect(room)
            at.setLeft(room.left() + metrics.horizontalAdvance(shown) + _GAP)
            short = metrics.elidedText(note, Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(at, side, apart(short))

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        row = QRect(option.rect)
        if selected and not index.model().hasChildren(index):
            row.setLeft(0)
        painter.fillRect(row, QColor(theme.accent_tint if selected else theme.hover))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(0, row.top(), 2, row.height()), QColor(theme.accent))

    def _found(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        room: QRect,
    ) -> int:
        """Paint sign and number at the right; returns where they begin."""
        errors, others = self._counts(index)
        total = errors + others
        if not total:
            return room.right() + _GAP
        theme = colours()
        word = grouped(total)
        if self._view.viewport().width() < _FEW * option.fontMetrics.averageCharWidth():
            word = ""  # in a very narrow outline the name is wanted more than the number
        width = option.fontMetrics.horizontalAdvance(word)
        side = option.fontMetrics.ascent()
        painter.setPen(QColor(theme.error if errors else theme.advice))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        left = room.right() - width - side - 3
        sign, role = ("error", "error") if errors else ("advice", "advice")
        ratio = painter.device().devicePixelRatioF()
        top = room.top() + (room.height() - side) // 2
        painter.drawPixmap(left, top, pixmap(sign, side, role, ratio))
        return left

    def _counts(self, index: QModelIndex | QPersistentModelIndex) -> tuple[int, int]:
        entry = index.data(ENTRY)
        if entry is None:
            return 0, 0
        if index.model().hasChildren(index):
            closed = not self._view.isExpanded(QModelIndex(index))
            return index.model().telling.total(entry) if closed else (0, 0)
        return index.data(COUNTS) or (0, 0)

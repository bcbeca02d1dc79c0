"""The search box over everything that can be added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from catalog_app.document.adding import Addition
from catalog_app.ui.look.roles import colours, role
from catalog_app.ui.look.theme import fixed_family

_ROLE = Qt.ItemDataRole.UserRole
_WIDE = 64  # letters of a line that holds label, path and place
_SHORT = 24  # letters of the MARC fields that are said
Find = Callable[[str], list[Addition]]


class AdditionModel(QAbstractListModel):
    """What the search found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Addition] = []

    def show_rows(self, rows: list[Addition]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == _ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (row.label, place_words(row), row.path)))
        return None


def place_words(row: Addition) -> str:
    """Where an addition goes, in words; "" for the record itself."""
    if row.where:
        return QCoreApplication.translate("AddField", "in {place}").format(place=row.where)
    if row.within:
        words = QCoreApplication.translate("AddField", "in a new “{place}”")
        return words.format(place=row.within)
    return ""


class _Delegate(QStyledItemDelegate):
    """Label, path in the fixed font, and at the right where it goes or else the MARC field.

    Where a line has no room for all of it there are two.
    """

    narrow = False  # whether a row takes two lines

    def row_height(self, font: QFont) -> int:
        """The height of every row."""
        return QFontMetrics(font).height() * (2 if self.narrow else 1) + 10

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(200, self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = index.data(_ROLE)
        theme = colours()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_tint))
        marc = getattr(row.declared, "marc", "")
        marc = f"MARC {marc}" if marc and len(marc) < _SHORT else ""
        inner, place = option.rect.adjusted(10, 0, -10, 0), place_words(row)
        upper = lower = inner
        if self.narrow:
            upper = QRect(inner.x(), inner.y() + 3, inner.width(), (inner.height() - 6) // 2)
            lower = upper.translated(0, upper.height())
        painter.setFont(option.font)
        text, faint = QColor(theme.text), QColor(theme.faint)
        if upper is not lower:
            self._write(painter, upper, row.label, marc, text, faint)
            self._write_path(painter, lower, row.path, place, option.font, faint)
            return
        left = self._write(painter, upper, row.label, place or marc, text, faint)
        self._write_path(painter, left, row.path, "", option.font, faint)

    def _write(
        self, painter: QPainter, box: QRect, label: str, side: str, ink: QColor, faint: QColor
    ) -> QRect:
        """Write a label and what stands at the right; tell what room is left between them."""
        metrics, gap = painter.fontMetrics(), 12
        wanted = metrics.horizontalAdvance(side)
        room = max(box.width() - metrics.horizontalAdvance(label) - gap, box.width() * 2 // 5)
        if wanted > room:
            side = metrics.elidedText(side, Qt.TextElideMode.ElideRight, room)
        taken = metrics.horizontalAdvance(side) + gap if side else 0
        if metrics.horizontalAdvance(label) > box.width() - taken:
            label = metrics.elidedText(label, Qt.TextElideMode.ElideRight, box.width() - taken)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(ink)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(faint)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, side)
        return box.adjusted(metrics.horizontalAdvance(label) + gap, 1, -taken, 1)

    def _write_path(
        self, painter: QPainter, box: QRect, path: str, side: str, font: QFont, ink: QColor
    ) -> None:
        """Write a path in small letters, unless a stump of it is all there is room for."""
        metrics, middle = QFontMetrics(font), Qt.AlignmentFlag.AlignVCenter
        small = QFont(fixed_family())
        small.setPixelSize(max(9, round(metrics.height() * 0.68)))
        fixed = QFontMetrics(small)
        most = box.width() * 3 // 5
        room = box.width() - (min(metrics.horizontalAdvance(side), most) + 12 if side else 0)
        fits = room >= min(fixed.horizontalAdvance(path), 8 * fixed.height())
        side = metrics.elidedText(side, Qt.TextElideMode.ElideRight, most if fits else box.width())
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, side)
        if not fits:
            return
        painter.setFont(small)
        if fixed.horizontalAdvance(path) > room:
            path = fixed.elidedText(path, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, path)


class AddFieldBox(QFrame):
    """A search box with its list, over the form; `chosen(Addition)` on Enter, Escape closes it.

    It is no window of its own: a pop-up would take the focus from the window, which not every
    desktop gives back in time.
    """

    chosen = Signal(object)

    def __init__(self, find: Find, parent: QWidget) -> None:
        super().__init__(parent)
        self._find = find
        self._from: QWidget | None = None
        self._room = QSize()
        self.hide()
        role(self, "popup")
        self.box = role(QLineEdit(self), "field")
        self.box.setPlaceholderText(
            self.tr("Label, element, path, MARC tag (245) or Dublin Core name")
        )
        self.box.setAccessibleName(self.tr("Add a field"))
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("What can be added here"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._model = AdditionModel(self)
        self._delegate = _Delegate(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.help = role(QLabel(self), "dim")
        self.help.setWordWrap(True)
        self.help.setMinimumHeight(QFontMetrics(self.font()).height() * 3)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        for widget in (self.box, self.list, self.help):
            column.addWidget(widget)
        self.box.installEventFilter(self)
        self._connect()

    def _connect(self) -> None:
        self.box.textChanged.connect(self._on_box_text_changed)
        self.list.clicked.connect(self._on_list_clicked)
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)

    def _fit(self) -> None:
        """As high as what was found, at most the room there is; the list ends with a whole row."""
        edges, font = self.layout().contentsMargins(), self.list.font()
        width = self._room.width() - edges.left() - edges.right()
        self._delegate.narrow = width < _WIDE * QFontMetrics(font).averageCharWidth()
        row = self._delegate.row_height(font)
        taken = self.box.sizeHint().height() + self.help.minimumHeight()
        taken += edges.top() + edges.bottom() + 2 * self.layout().spacing()
        most = max(1, (self._room.height() - taken) // row)
        height = min(self._model.rowCount(), most) * row
        self.list.setFixedHeight(height)
        self.resize(self._room.width(), taken + height)

    def open_at(self, spot: QPoint, size: QSize) -> None:
        """Show the box with its top left at a place of its parent, empty."""
        self._from = QApplication.focusWidget()
        self._room = size
        self.box.clear()
        self._on_box_text_changed("")
        self.move(spot)
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_box_text_changed(self, text: str) -> None:
        self._model.show_rows(self._find(text.strip()))
        self._fit()
        self.list.setVisible(bool(self._model.rowCount()))  # else the sentence stands in its place
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))
        else:
            self.help.setText(self.tr("Nothing of that name may stand here."))

    def _on_list_current_changed(self, current: QModelIndex, _old: QModelIndex) -> None:
        row = current.data(_ROLE)
        if row is not None:
            self._explain(row.declared.help, getattr(row.declared, "example", ""))

    def _explain(self, words: str, example: str) -> None:
        """Say what a field is for, with an example where three lines hold both."""
        lines = QFontMetrics(self.help.font()).height() * 3
        self.help.setMinimumHeight(lines)
        self.help.setText(words)
        if example:
            said = self.tr("For example: {example}").format(example=example)
            self.help.setText(f"{words} {said}")
            if self.help.heightForWidth(self.width() - 20) > lines:
                self.help.setText(words)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(_ROLE)
        if row is not None:
            self.hide()
            if isinstance(self._from, QLineEdit) and isValid(self._from):
                self._from.deselect()  # the focus, lent till now, does not come back
            self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        left = watched is self.box and event.type() == QEvent.Type.FocusOut
        if left and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key, row, last = event.key(), self.list.currentIndex().row(), self._model.rowCount() - 1
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in steps and last >= 0:
            target = min(max(row + steps[key], 0), last)
            self.list.setCurrentIndex(self._model.index(target))
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            if self._from is not None:
                self._from.setFocus()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            return True
        return False

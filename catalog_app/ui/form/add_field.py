"""The search box over everything that can be added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
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

from catalog_app.document.adding import Addition
from catalog_app.ui.look.roles import colours, role
from catalog_app.ui.look.theme import fixed_family

_ROLE = Qt.ItemDataRole.UserRole
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
            return f"{row.label}, {row.path}"
        return None


class _Delegate(QStyledItemDelegate):
    """Label, path in the fixed font, and at the right the MARC field or where it goes."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = index.data(_ROLE)
        theme = colours()
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_tint))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        inner = box.adjusted(10, 0, -10, 0)
        painter.setPen(QColor(theme.text))
        painter.setFont(option.font)
        painter.drawText(inner, left, row.label)
        x = QFontMetrics(option.font).horizontalAdvance(row.label) + 10
        side = getattr(row.declared, "marc", "")
        side = f"MARC {side}" if side and len(side) < 24 else ""
        if row.where:
            side = self.tr("in {place}").format(place=row.where)
        painter.setPen(QColor(theme.faint))
        if QFontMetrics(option.font).horizontalAdvance(side) > inner.width() - x - 10:
            side = ""  # the label is wanted more
        painter.drawText(inner, right, side)
        taken = QFontMetrics(option.font).horizontalAdvance(side) + 12
        small = QFont(fixed_family())
        small.setPixelSize(max(9, round(QFontMetrics(option.font).height() * 0.68)))
        painter.setFont(small)
        room = QRect(inner.x() + x, inner.y() + 1, inner.width() - x - taken, inner.height())
        metrics = QFontMetrics(small)
        if room.width() < min(metrics.horizontalAdvance(row.path), 8 * metrics.height()):
            return  # a stump of a path says nothing
        path = metrics.elidedText(row.path, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, left, path)


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list end with a whole row, clear of the words below it."""
        super().resizeEvent(event)
        edges, row = self.layout().contentsMargins(), QFontMetrics(self.list.font()).height() + 10
        taken = self.box.sizeHint().height() + self.help.minimumHeight()
        taken += edges.top() + edges.bottom() + 2 * self.layout().spacing()
        self.list.setMaximumHeight(max(1, (self.height() - taken) // row) * row)

    def open_at(self, spot: QPoint, size: QSize) -> None:
        """Show the box with its top left at a place of its parent, empty."""
        self._from = QApplication.focusWidget()
        self.resize(size)
        self.box.clear()
        self._on_box_text_changed("")
        self.move(spot)
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_box_text_changed(self, text: str) -> None:
        self._model.show_rows(self._find(text.strip()))
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

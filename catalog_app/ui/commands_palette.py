"""All actions and their keys in one box to search (Ctrl+Shift+P)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from catalog_app.ui import actions as table
from catalog_app.ui.look import METRICS, role

_ROW, _WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PASSED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandsPalette(QFrame):
    """Type some letters, choose with the arrows, do it with Enter; Esc goes back."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        listed: Sequence[tuple[str, QAction]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions, self._rows = actions, []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        role(self, "popup")
        self.search = role(QLineEdit(placeholderText=self.tr("What do you want to do?")), "field")
        self.search.setAccessibleName(self.tr("Search all actions"))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(3)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Actions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[METRICS.step * 2] * 4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.nothing = role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "dim")
        column.addWidget(self.nothing, 1)
        self._fill(listed)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_search_changed)
        self.list.itemClicked.connect(self._on_item_chosen)
        self._on_search_changed("")

    def _fill(self, listed: Sequence[tuple[str, QAction]]) -> None:
        menus = dict(table.MENUS)
        for spec in table.ACTIONS:
            action = self._actions[spec.id]
            menu = table.said(menus[spec.menu.partition("/")[0]]).replace("&", "")
            words = f"{table.said(spec.tip)} {table.said(spec.also) if spec.also else ''}"
            self._add(action, menu, table.said(spec.tip), words)
        for menu, action in listed:
            self._add(action, menu.replace("&", "").rstrip("…"), action.toolTip(), "")

    def _add(self, action: QAction, menu: str, tip: str, words: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        item = QTreeWidgetItem(self.list, [action.text().replace("&", ""), menu, keys])
        item.setIcon(0, _blank() if action.icon().isNull() else action.icon())
        item.setData(0, _ROW, len(self._rows))
        item.setData(0, _WORDS, f"{item.text(0)} {menu} {keys} {tip} {words}".casefold())
        item.setToolTip(0, tip)
        item.setDisabled(not action.isEnabled())
        self._rows.append(action)

    def open_above(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        width = min(620, window.width() - 40)
        self.resize(width, min(460, window.height() - 80))
        for index, share in enumerate((0.52, 0.26)):
            self.list.setColumnWidth(index, int(width * share))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 60)
        self.show()
        self.search.setFocus()

    def _on_search_changed(self, text: str) -> None:
        words = text.casefold().split()
        first, found = None, False
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            item.setHidden(not all(word in item.data(0, _WORDS) for word in words))
            found = found or not item.isHidden()
            if first is None and not item.isHidden() and not item.isDisabled():
                first = item
        self.list.setCurrentItem(first)
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        self.nothing.setText("" if found else self.tr("No action has “{0}”.").format(text.strip()))

    def _on_item_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is None or item.isDisabled():
            return
        action = self._rows[item.data(0, _ROW)]
        self.close()
        QTimer.singleShot(0, action.trigger)  # after the popup has given the focus back

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search box are for the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _PASSED_ON:
            self.list.event(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_item_chosen(self.list.currentItem())
            return True
        return False


def _blank() -> QIcon:
    """The room of an icon, so that all names begin at the same place."""
    nothing = QPixmap(METRICS.icon, METRICS.icon)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)

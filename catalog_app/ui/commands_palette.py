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
from catalog_app.ui.sought import EXACTLY, Sought
from catalog_app.ui.whole_rows import WholeRows

_ROW = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 620, 27  # in pixels, and in lines
_BESIDE = 28  # round the words of a column
_PASSED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class _List(WholeRows, QTreeWidget):
    """Actions with their menus and keys."""


class CommandsPalette(QFrame):
    """Type some letters, choose with the arrows, do it with Enter; Esc goes back."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        listed: Sequence[tuple[str, QAction]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions: Mapping[str, QAction] = actions
        self._rows: list[QAction] = []
        self._items: list[QTreeWidgetItem] = []
        self._sought: list[Sought] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        role(self, "popup")
        self.search = role(QLineEdit(placeholderText=self.tr("What do you want to do?")), "field")
        self.search.setAccessibleName(self.tr("Search all actions"))
        self.list = _List()
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
            words = f"{table.said(spec.also) if spec.also else ''} {spec.text.replace('&', '')}"
            self._add(action, menu, table.said(spec.tip), words)  # found by its English name too
        for menu, action in listed:
            self._add(action, menu.replace("&", "").rstrip("…"), action.toolTip(), "")

    def _add(self, action: QAction, menu: str, tip: str, words: str) -> None:
        name, _, own = action.text().replace("&", "").partition("\t")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or own
        item = QTreeWidgetItem(self.list, [name, menu, keys])
        self._items.append(item)
        self._sought.append(Sought(item.text(0), f"{menu} {keys} {tip} {words}"))
        item.setIcon(0, _blank() if action.icon().isNull() else action.icon())
        item.setData(0, _ROW, len(self._rows))
        item.setToolTip(0, tip)
        item.setDisabled(not action.isEnabled())
        self._rows.append(action)

    def open_above(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        most = window.width() - 40
        names, menus, keys = (self._widest(column) for column in range(3))
        edges = METRICS.step * 4 + METRICS.scroll_bar + 2
        width = min(most, max(_WIDTH, names + menus + keys + edges))
        height = min(_HEIGHT * self.fontMetrics().height(), window.height() - 80)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 60)
        self.show()
        bar = self.list.verticalScrollBar().sizeHint().width()
        self._share_out(self.list.width() - bar - 2 * self.list.frameWidth(), names, keys)
        self.search.setFocus()

    def _widest(self, column: int) -> int:
        """How wide a column must be for the longest words in it."""
        metrics = self.list.fontMetrics()
        icon = METRICS.icon if column == 0 else 0
        return _BESIDE + icon + max(metrics.horizontalAdvance(i.text(column)) for i in self._items)

    def _share_out(self, room: int, names: int, keys: int) -> None:
        """Whole keys; the menus give way before the names do."""
        names = min(names, room - keys)
        menus = room - names - keys
        self.list.setColumnWidth(0, names)
        self.list.setColumnWidth(1, menus)
        self.list.setColumnHidden(1, menus < 2 * _BESIDE)

    def _on_search_changed(self, text: str) -> None:
        """List what is called so first, then what begins so, then what has the words."""
        ranks = [one.rank(text) for one in self._sought]
        order = sorted(range(len(ranks)), key=lambda row: (ranks[row] or 0, row))
        self.list.invisibleRootItem().takeChildren()
        self.list.addTopLevelItems([self._items[row] for row in order])
        shown = [row for row in order if ranks[row] is not None]
        for row in order:
            self._items[row].setHidden(ranks[row] is None)
        self.list.setCurrentItem(self._first(shown, ranks))
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText("" if shown else self.tr("No action has “{0}”.").format(text.strip()))

    def _first(self, shown: list[int], ranks: list[int | None]) -> QTreeWidgetItem | None:
        """What Enter does: never another thing, where the one that is named cannot be done now."""
        if not shown or (ranks[shown[0]] == EXACTLY and self._items[shown[0]].isDisabled()):
            return None
        return next((self._items[row] for row in shown if not self._items[row].isDisabled()), None)

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
    nothing = QPixmap(64, 64)  # larger than any icon: it is made smaller, but not larger
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)

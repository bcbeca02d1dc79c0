"""The keys of all actions, and how to change them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from catalog_app.session.settings import Settings
from catalog_app.ui import actions as table
from catalog_app.ui.look import role
from catalog_app.ui.whole_rows import WholeRows

_ID = Qt.ItemDataRole.UserRole

translate = QCoreApplication.translate


class ShortcutsDialog(QDialog):
    """A list to search; the key of the chosen action is pressed in the field below."""

    def __init__(self, actions: Mapping[str, QAction], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self.setWindowTitle(self.tr("Keys"))
        self.resize(620, 560)
        self.search = role(QLineEdit(placeholderText=self.tr("Search actions and keys")), "field")
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.list = _list()
        self.keys = _KeyField()
        self.keys.setAccessibleName(self.tr("New key"))
        line = role(self.keys.findChild(QLineEdit), "field")
        line.setAccessibleName(self.tr("New key"))
        self.take = QPushButton(self.tr("Use this key"))
        self.default = QPushButton(self.tr("As it was"))
        self.without = QPushButton(self.tr("No key"))
        self.hint = role(QLabel(" ", wordWrap=True), "advice")
        self._lay_out()
        self._fill()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (self.keys, self.take, self.without, self.default):
            row.addWidget(widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.list.currentItemChanged.connect(self._on_item_changed)
        self.list.itemActivated.connect(lambda _item: self.keys.setFocus())
        self.keys.keySequenceChanged.connect(self._on_keys_changed)
        self.keys.kept.connect(self._on_take_clicked)
        self.keys.given_up.connect(self._on_keys_given_up)
        self.take.clicked.connect(self._on_take_clicked)
        self.default.clicked.connect(self._on_default_clicked)
        self.without.clicked.connect(self._on_without_clicked)
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def _fill(self) -> None:
        for spec in table.ACTIONS:
            item = QTreeWidgetItem(self.list)
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 9))
            item.setData(0, _ID, spec.id)
            self._say(item, spec)

    def _say(self, item: QTreeWidgetItem, spec: table.Spec) -> None:
        name = table.said(spec.text).replace("&", "")
        item.setText(0, name)
        item.setText(1, ", ".join(table.keys_said(spec, self._settings)))
        item.setToolTip(0, table.said(spec.tip))

    @property
    def _spec(self) -> table.Spec | None:
        item = self.list.currentItem()
        wanted = item.data(0, _ID) if item else ""
        return next((spec for spec in table.ACTIONS if spec.id == wanted), None)

    def choose(self, name: str) -> None:
        """Select an action by its id."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item.data(0, _ID) == name:
                self.list.setCurrentItem(item)

    def _on_search_changed(self, text: str) -> None:
        words = text.lower().split()
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            said = f"{item.text(0)} {item.text(1)} {item.toolTip(0)}".lower()
            item.setHidden(not all(word in said for word in words))
        self._choose_seen()
        none = self.list.currentItem() is None
        if none:
            nothing = translate("CommandsPalette", "No action has “{0}”.")
            self.hint.setText(nothing.format(text.strip()))
        for widget in (self.keys, self.take, self.without, self.default):
            widget.setDisabled(none)

    def _choose_seen(self) -> None:
        """Choose the first that is listed if the one that was chosen no longer is."""
        chosen = self.list.currentItem()
        if chosen is None or chosen.isHidden():
            rows = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
            seen = next((item for item in rows if not item.isHidden()), None)
            self.list.setCurrentItem(seen)

    def _on_item_changed(self) -> None:
        spec = self._spec
        keys = table.keys_of(spec, self._settings) if spec else []
        self.keys.setKeySequence(keys[0] if keys else QKeySequence())
        self.hint.setText(" ")

    def _on_keys_changed(self, keys: QKeySequence) -> None:
        other = self._owner(keys)
        if other is None or keys.isEmpty():
            self.hint.setText(" ")
        else:
            name = table.said(other.text).replace("&", "")
            self.hint.setText(self.tr("{0} has this key now and would lose it.").format(name))

    def _on_keys_given_up(self) -> None:
        """Show the key that is in force, and go back to the actions."""
        self._on_item_changed()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _owner(self, keys: QKeySequence) -> table.Spec | None:
        mine = self._spec
        for spec in table.ACTIONS:
            if spec is not mine and keys in table.keys_of(spec, self._settings):
                return spec
        return None

    def _on_take_clicked(self) -> None:
        keys, spec = self.keys.keySequence(), self._spec
        if spec is None:
            return
        self._take_away(keys)
        self._keep(spec, [keys] if not keys.isEmpty() else [])

    def _take_away(self, keys: QKeySequence) -> None:
        """Let no other action have a key: of two that share one, neither would be done."""
        other = self._owner(keys) if not keys.isEmpty() else None
        if other is not None:
            kept = [key for key in table.keys_of(other, self._settings) if key != keys]
            self._keep(other, kept)

    def _on_without_clicked(self) -> None:
        if self._spec is not None:
            self._keep(self._spec, [])

    def _on_default_clicked(self) -> None:
        if self._spec is not None:
            self._settings.forget(f"shortcuts/{self._spec.id}")
            for keys in table.keys_of(self._spec, self._settings):
                self._take_away(keys)
            self._apply()

    def _keep(self, spec: table.Spec, keys: list[QKeySequence]) -> None:
        portable = QKeySequence.SequenceFormat.PortableText
        self._settings.keep(
            f"shortcuts/{spec.id}", "; ".join(key.toString(portable) for key in keys)
        )
        self._apply()

    def _apply(self) -> None:
        table.apply_keys(self._actions, self._settings)
        for row, spec in enumerate(table.ACTIONS):
            self._say(self.list.topLevelItem(row), spec)
        self._on_item_changed()


class _KeyField(QKeySequenceEdit):
    """Shows the key that is pressed; `kept()` by Enter and `given_up()` by Esc, which are none."""

    kept = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key but those that mean what they mean everywhere."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)


class _List(WholeRows, QTreeWidget):
    """Actions with their keys."""


def _list() -> QTreeWidget:
    tree = _List()
    tree.setHeaderLabels(
        [translate("ShortcutsDialog", "Action"), translate("ShortcutsDialog", "Key")]
    )
    tree.setRootIsDecorated(False)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    tree.setAccessibleName(translate("ShortcutsDialog", "Actions"))
    return tree

"""The values met before, by kind of field: to look through, and to offer some no more."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.labels import declared_at
from catalog_app.document.names import MODS
from catalog_app.session.remembered import Forgotten, Remembered
from catalog_app.ui.look import role

_KIND, _VALUE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class RememberedDialog(QDialog):
    """A list by kinds; what is chosen in it is removed, and every removal can be undone here."""

    def __init__(self, remembered: Remembered, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._remembered, self._language = remembered, language
        self._gone: list[list[Forgotten]] = []
        self.setWindowTitle(self.tr("Values met before"))
        self.resize(560, 560)
        self.search = role(QLineEdit(placeholderText=self.tr("Search the values")), "field")
        self.search.setAccessibleName(self.tr("Search the values"))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Values met before, by field"))
        self.remove = QPushButton(self.tr("Offer no more"))
        self.remove_all = QPushButton(self.tr("Offer none of them"))
        self.undo = QPushButton(self.tr("Undo"))
        self.said = role(QLabel(" ", wordWrap=True), "dim")
        self._lay_out()
        self._connect()
        self._fill()
        self.list.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (self.remove, self.remove_all, self.undo):
            widget.setAutoDefault(False)
            row.addWidget(widget)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.search, self.list):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.list.itemSelectionChanged.connect(self._on_list_selection_changed)
        self.remove.clicked.connect(self.remove_chosen)
        self.remove_all.clicked.connect(self.remove_everything)
        self.undo.clicked.connect(self.bring_back)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self.remove_chosen)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.bring_back)

    # ---- what is shown

    def _fill(self) -> None:
        self.list.clear()
        height = QSize(0, self.fontMetrics().height() + 9)
        for kind, values in self._remembered.kinds():
            outer = QTreeWidgetItem(self.list, [_said(kind, self._language)])
            outer.setData(0, _KIND, kind)
            outer.setSizeHint(0, height)
            for value in values:
                item = QTreeWidgetItem(outer, [value])
                item.setData(0, _KIND, kind)
                item.setData(0, _VALUE, value)
                item.setSizeHint(0, height)
        self.list.expandAll()
        self.list.setCurrentItem(self.list.topLevelItem(0))
        self._on_search_changed(self.search.text())
        self._on_list_selection_changed()

    def _on_search_changed(self, text: str) -> None:
        wanted = text.casefold().strip()
        for at in range(self.list.topLevelItemCount()):
            outer = self.list.topLevelItem(at)
            whole = wanted in outer.text(0).casefold()
            items = [outer.child(n) for n in range(outer.childCount())]
            for item in items:
                item.setHidden(not whole and wanted not in item.text(0).casefold())
            outer.setHidden(all(item.isHidden() for item in items))

    def _on_list_selection_changed(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
        self.remove_all.setEnabled(self.list.topLevelItemCount() > 0)
        self.undo.setEnabled(bool(self._gone))

    # ---- removing

    def remove_chosen(self) -> None:
        """Offer the chosen values no more; of a kind all that it shows."""
        chosen: dict[str, list[str]] = {}
        for item in self.list.selectedItems():
            inner = [item.child(n) for n in range(item.childCount())]
            for one in inner or [item]:
                if not one.isHidden():
                    chosen.setdefault(one.data(0, _KIND), []).append(one.data(0, _VALUE))
        self._forget(chosen)

    def remove_everything(self) -> None:
        """Offer nothing of what is remembered any more."""
        self._forget(dict(self._remembered.kinds()))

    def _forget(self, chosen: dict[str, list[str]]) -> None:
        gone = [self._remembered.forget_of(kind, *values) for kind, values in chosen.items()]
        if gone:
            self._gone.append(gone)
            number = sum(len(one.values) for one in gone)
            self.said.setText(self.tr("%n value(s) are offered no more.", "", number))
        self._fill()

    def bring_back(self) -> None:
        """Undo the last removal."""
        for one in self._gone.pop() if self._gone else ():
            self._remembered.bring_back(one)
        self.said.setText(" ")
        self._fill()


def _said(kind: str, language: str) -> str:
    """A kind of field in words: “Name › Given name”."""
    path, _, type_ = kind.partition("|")
    names = tuple(path.split("/"))
    known = declared_at(MODS, names, None, language)
    around = declared_at(MODS, names[:-1], None, language) if len(names) > 1 else None
    words = known.label if known is not None else names[-1]
    attribute = known.attribute("type") if known is not None and type_ else None
    if type_:
        labels = attribute.value_labels if attribute else {}
        words = labels.get(type_, f"{words} ({type_})").partition(":")[0]
    outer = around.label if around is not None else "/".join(names[:-1])
    return f"{outer} › {words}" if outer else words

"""The start page: what one can begin with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from catalog_app.document.template import Template
from catalog_app.session.opening import shown_name
from catalog_app.ui.look import METRICS, icon, role

_SHOWN = 8
_BEGINNINGS = (("open", "new", "new_from_article"), ("new_package", "new_package_from_article"))
Open = Callable[[Path], object]


class StartPage(QWidget):
    """Buttons to begin, the files opened last, and examples; files may be dropped on it."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        open_file: Open,
        open_example: Open,
        begin: Callable[[Template], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_file, self._open_example, self._begin = open_file, open_example, begin
        self._recent, self._examples = QVBoxLayout(), QVBoxLayout()
        self._kinds = QVBoxLayout()
        page = QVBoxLayout()
        page.setSpacing(METRICS.step * 2)
        page.addWidget(role(QLabel(self.tr("Describe a resource")), "title"))
        hint = self.tr("Open a METS or MODS file, begin a new record, or drop a file here.")
        page.addWidget(role(QLabel(hint, wordWrap=True), "dim"))
        page.addSpacing(METRICS.step * 3)
        page.addLayout(self._beginnings(actions))
        page.addSpacing(METRICS.step * 5)
        page.addLayout(self._lists())
        page.addStretch(2)
        self._centre(page)

    def _centre(self, page: QVBoxLayout) -> None:
        column = QFrame()
        column.setMaximumWidth(760)
        column.setLayout(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.edge, METRICS.edge * 3, METRICS.edge, METRICS.edge)
        row.addStretch(1)
        row.addWidget(column, 6)
        row.addStretch(1)

    def _beginnings(self, actions: Mapping[str, QAction]) -> QVBoxLayout:
        """Records in one row, packages in another: side by side a small window has no room."""
        rows = QVBoxLayout()
        rows.setSpacing(METRICS.step * 2)
        self.buttons: list[QPushButton] = []
        for names in _BEGINNINGS:
            row = QHBoxLayout()
            row.setSpacing(METRICS.step * 2)
            for name in names:
                button = self._button(actions[name], name == "open")
                row.addWidget(button)
                self.buttons.append(button)
            row.addStretch(1)
            rows.addLayout(row)
        return rows

    def _button(self, action: QAction, first: bool) -> QPushButton:
        words = action.text().replace("&", "")
        button = QPushButton(action.icon(), f" {words}")
        if first:
            role(button, "primary").setIcon(icon("open", "on_accent"))
        button.setToolTip(action.toolTip())
        button.setAccessibleName(words)
        button.clicked.connect(action.trigger)
        return button

    def _lists(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(METRICS.edge * 2)
        for title, column in (
            (self.tr("Opened last"), self._recent),
            (self.tr("New record of a kind"), self._kinds),
            (self.tr("Examples to try"), self._examples),
        ):
            outer = QVBoxLayout()
            outer.setSpacing(METRICS.step * 2)
            outer.addWidget(role(QLabel(title), "head"), 0, Qt.AlignmentFlag.AlignTop)
            column.setSpacing(0)
            outer.addLayout(column)
            outer.addStretch(1)
            row.addLayout(outer, 1)
        return row

    def show_recent(self, files: list[Path]) -> None:
        """List the files opened last."""
        self._fill(self._recent, files[:_SHOWN], self._open_file, self.tr("No file yet."))

    def show_examples(self, files: list[Path]) -> None:
        """List the examples."""
        self._fill(self._examples, files, self._open_example, self.tr("None installed."))

    def show_kinds(self, templates: list[Template]) -> None:
        """List the kinds of resources that a record can be begun for."""
        _empty(self._kinds)
        for template in templates:
            button = role(QPushButton(icon("new", "dim"), f" {template.title}"), "entry")
            button.setToolTip(template.description)
            button.setAccessibleName(template.title)
            button.clicked.connect(partial(self._on_kind_clicked, template))
            self._kinds.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_kind_clicked(self, template: Template, _checked: bool = False) -> None:
        self._begin(template)

    def _fill(self, column: QVBoxLayout, files: list[Path], act: Open, none: str) -> None:
        _empty(column)
        for path in files:
            column.addWidget(_link(path, act), 0, Qt.AlignmentFlag.AlignLeft)
        if not files:
            column.addWidget(role(QLabel(none), "dim"))

    def focus_first(self) -> None:
        """Put the focus on the first button."""
        self.buttons[0].setFocus()


def _empty(column: QVBoxLayout) -> None:
    while column.count():
        gone = column.takeAt(0).widget()
        gone.hide()  # it is there until the event loop has its turn
        gone.deleteLater()


def _link(path: Path, act: Open) -> QPushButton:
    button = role(QPushButton(icon("record", "dim"), f" {shown_name(path)}"), "entry")
    button.setToolTip(str(path).encode("utf-8", "replace").decode())
    button.setAccessibleName(shown_name(path))
    button.clicked.connect(lambda _checked=False: act(path))
    return button

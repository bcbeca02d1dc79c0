"""The menus of the window, and the lists in them that change: recent files, kinds, formats."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from catalog_app.document.template import Template
from catalog_app.export import FORMATS
from catalog_app.session.opening import shown_name
from catalog_app.session.sentences import in_words
from catalog_app.ui import actions as table
from catalog_app.ui.letters import LetterMenu

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow

# Lists of things by name that actions open; they are no submenus, so keys reach them.
_LISTS = {"new": "new_from_template", "export": "export"}


class Menus(QObject):
    """The menus by name; those that list things are filled when they are opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self.fill()

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def values(self) -> list[QMenu]:
        """All of them."""
        return list(self._menus.values())

    def fill(self) -> None:
        """Make the menus, or make them anew in another language."""
        window, bar = self._window, self._window.menuBar()
        for menu in self._menus.values():
            menu.deleteLater()
        bar.clear()
        self._menus = table.fill_menus(bar, window.actions_by_id)
        self._menus |= {name: LetterMenu("", window) for name in _LISTS}
        self._menus["Package"].aboutToShow.connect(self._on_package_opening)
        self._menus["new"].aboutToShow.connect(self._on_new_opening)
        self._menus["recent"].aboutToShow.connect(self._on_recent_opening)
        self._menus["examples"].aboutToShow.connect(self._on_examples_opening)
        for kind in FORMATS:
            action = self._menus["export"].addAction(in_words(kind.label))
            action.triggered.connect(partial(self._export, kind))

    def kinds(self) -> list[Template]:
        """The kinds of resources that a record can be begun for."""
        services = self._window.services
        return [one for one in services.templates(services.language) if not one.measure]

    def listed_actions(self) -> list[tuple[str, QAction]]:
        """What the lists of templates, formats and examples offer, with the name of the list."""
        self._on_new_opening()
        self._on_examples_opening()
        for action in self._menus["export"].actions():
            action.setEnabled(self._window.desk is not None)
        found = [
            (table.said(table.spec_of(spec).text), action)
            for name, spec in _LISTS.items()
            for action in self._menus[name].actions()
            if not action.isSeparator() and not action.objectName()  # those of the table have one
        ]
        examples = table.said(table.SUBMENUS["examples"][2])
        return found + [(examples, action) for action in self._menus["examples"].actions()]

    # ---- opening

    def _on_package_opening(self) -> None:
        self._window.offering.enable()

    def _on_new_opening(self) -> None:
        menu = self._menus["new"]
        menu.clear()
        for template in self.kinds():
            action = menu.addAction(template.title)
            action.setToolTip(template.description)
            action.triggered.connect(partial(self._new_from, template))
        menu.addSeparator()
        menu.addAction(self._window.actions_by_id["own_templates"])

    def _on_recent_opening(self) -> None:
        self._list("recent", self._window.services.settings.recent, self._open)

    def _on_examples_opening(self) -> None:
        self._list("examples", list(self._window.opener.examples()), self._open_example)

    def _list(self, name: str, files: list[Path], act: Callable[..., None]) -> None:
        menu = self._menus[name]
        menu.clear()
        for path in files:
            action = menu.addAction(shown_name(path).replace("&", "&&"))
            action.setToolTip(str(path).encode("utf-8", "replace").decode())
            action.triggered.connect(partial(act, path))
        if not files:
            menu.addAction(self.tr("None")).setEnabled(False)

    # ---- chosen

    def _export(self, kind: object, _checked: bool = False) -> None:
        self._window.saver.export(kind)

    def _new_from(self, template: Template, _checked: bool = False) -> None:
        self._window.opener.new_record(template)

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._window.opener.open_file(path)

    def _open_example(self, path: Path, _checked: bool = False) -> None:
        self._window.opener.open_example(path)

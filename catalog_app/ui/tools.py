"""The Tools and Help menus: all actions, keys, errors of the program, about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from catalog_app.session.faults import Fault
from catalog_app.ui.bars import Notice
from catalog_app.ui.commands_palette import CommandsPalette
from catalog_app.ui.dialogs.about import AboutDialog
from catalog_app.ui.dialogs.faults import FaultsDialog
from catalog_app.ui.dialogs.remembered import RememberedDialog
from catalog_app.ui.dialogs.shortcuts import ShortcutsDialog

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow


class Tools(QObject):
    """Opens the small windows; each is kept while it is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: object = None
        window.services.faults.happened.connect(self._on_fault)

    def show_palette(self) -> None:
        """Search all actions."""
        self._window.offering.enable()
        listed = self._window.menus.listed_actions()
        self.shown = CommandsPalette(self._window.actions_by_id, listed, self._window)
        self.shown.open_above(self._window)

    def choose_new(self) -> None:
        """Choose the kind of a new record from a list."""
        self._drop("new")

    def choose_export(self) -> None:
        """Choose the form in which the record is written, from a list."""
        self._drop("export")

    def _drop(self, name: str) -> None:
        """Open a list of the window in its upper middle, at the first entry."""
        window, menu = self._window, self._window.menus[name]
        menu.popup(window.mapToGlobal(QPoint(window.width() // 2 - 140, 80)))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def show_shortcuts(self) -> None:
        """See and change the keys."""
        services = self._window.services
        self.shown = ShortcutsDialog(self._window.actions_by_id, services.settings, self._window)
        self.shown.open()

    def show_values(self) -> None:
        """The values of earlier records, to look through and to offer some no more."""
        services = self._window.services
        self.shown = RememberedDialog(services.remembered, services.language, self._window)
        self.shown.open()

    def show_faults(self) -> None:
        """What went wrong inside the program."""
        self.shown = FaultsDialog(self._window.services.faults, self._window)
        self.shown.show()

    def show_about(self) -> None:
        """Versions and licence."""
        self.shown = AboutDialog(self._window)
        self.shown.open()

    def _on_fault(self, fault: Fault) -> None:
        self._window.bar.tell(partial(self._fault, fault))

    def _fault(self, fault: Fault) -> Notice:
        text = self.tr(
            "Something went wrong inside the program ({0}). Your documents are as they were; "
            "it is wise to save them."
        ).format(fault.sentence)
        offers = ((self.tr("Show the report"), self.show_faults),)
        return Notice("fault", text, offers, "error")

"""The user's own templates: where they are, and what in them cannot be used."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from catalog_app.document.template import Template
from catalog_app.document.template_files import Fault, faults, shipped_file
from catalog_app.session.sentences import in_words
from catalog_app.ui.bars import Act, Notice

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow

_TOLD = 3  # faults at once; the next are told when these are mended


class OwnTemplates(QObject):
    """Shows the folder, begins it with a copy, and says once what is wrong in a file there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._told = window, list[Fault]()

    @property
    def folder(self) -> Path:
        """Where they are; it may not exist yet."""
        return self._window.services.own_templates

    def look(self) -> None:
        """Say what is left out of them, if that is not what was said before."""
        found = faults(self.folder)
        if found == self._told:
            return
        self._told = found
        if self._window.desk is None:
            self._window.start.show_kinds(self._window.menus.kinds())
        if not found:
            self._window.bar.withdraw("templates")
            return
        self._window.bar.tell(self._faults)

    def _faults(self) -> Notice:
        return self._notice(self._wrong())

    def _wrong(self) -> str:
        found = self._told
        said = [self._said(fault) for fault in found[:_TOLD]]
        if len(found) > _TOLD:
            said.append(self.tr("… and %n more", "", len(found) - _TOLD))
        head = self.tr("Something in your own templates cannot be used and is left out:")
        foot = self.tr("Mend it with a text editor and choose the template again.")
        return "\n".join((head, *said, foot))

    def _said(self, fault: Fault) -> str:
        name, words = fault.file.name, in_words(fault.message)
        if not fault.line:
            return self.tr("“{0}”: {1}.").format(name, words)
        return self.tr("“{0}”, line {1}: {2}.").format(name, fault.line, words)

    def show(self) -> None:
        """Say where they are, what is wrong in them, and how to begin one."""
        self.look()
        self._window.bar.tell(self._place)
        self._window.bar.focus_first()

    def _place(self) -> Notice:
        words = self.tr(
            "Your own templates are the files ending in .toml in {0}. "
            "One with the name of a shipped file takes its place."
        ).format(self.folder)
        if self._told:
            words = f"{words}\n{self._wrong()}"
        return self._notice(words, *self._copying())

    def _notice(self, words: str, *choices: tuple[str, Act]) -> Notice:
        opening = (self.tr("Open the folder"), self.open_folder)
        return Notice("templates", words, (opening, *choices))

    def _copying(self) -> list[tuple[str, Act]]:
        """The offer to begin with a copy of the template in force."""
        desk = self._window.desk
        template = desk.form.template if desk is not None else None
        shipped = shipped_file(template) if template else None
        if template is None or shipped is None or (self.folder / shipped.name).exists():
            return []
        words = self.tr("Copy “{0}” there").format(template.title)
        return [(words, partial(self._copy, template, shipped))]

    def _copy(self, template: Template, shipped: Path) -> None:
        copy = self.folder / shipped.name
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shipped, copy)
        except OSError as error:
            self._refused(error)
            return
        self._window.bar.tell(partial(self._copied, template, copy))

    def _copied(self, template: Template, copy: Path) -> Notice:
        words = self.tr("“{0}” is now the file {1}. Change it with a text editor.")
        return self._notice(words.format(template.title, copy))

    def open_folder(self) -> None:
        """Open the folder in the file manager; it is made if it is not there yet."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._refused(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self._window.bar.tell(self._unopened)

    def _unopened(self) -> Notice:
        words = self.tr("No program opens folders here. This one is {0}.")
        return Notice("templates", words.format(self.folder))

    def _refused(self, error: OSError) -> None:
        self._window.bar.tell(partial(self._refusal, error))

    def _refusal(self, error: OSError) -> Notice:
        words = self.tr("The folder {0} cannot be written to: {1}.")
        return Notice("templates", words.format(self.folder, error.strerror))

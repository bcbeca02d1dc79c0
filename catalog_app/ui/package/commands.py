"""What the menus and the search of all actions ask of the panes of a package."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_groups import adding_first_files, new_group
from catalog_app.document.names import METS, PACKAGES
from catalog_app.document.package_spots import children, package_spot
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.session import Session
from catalog_app.ui.package.files_adding import FilesAdding
from catalog_app.ui.package.files_pane import FilesPane
from catalog_app.ui.package.structure_pane import StructurePane

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk


def package_in_focus(session: Session) -> str:
    """The package that the user is in, or the first one."""
    place = session.place
    return place.part if place and place.part.startswith("package") else "package1"


def is_package(document: Document, package: str) -> bool:
    """Whether there is a package that the panes of the window work on."""
    return document.anchor(package) is not None and document.standard(package) == METS


def has_section(document: Document, name: str, package: str = "package1") -> bool:
    """Whether a package has a section that a pane of the window works on."""
    if document.anchor(package) is None or document.standard(package) not in PACKAGES:
        return False
    spot = package_spot(document, package)
    return spot is not None and len(children(document, spot, name)) > 0


class PackageCommands(QObject):
    """Brings the files or the structure of the package to the front, and works there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._adding: FilesAdding | None = None

    def _at(self, name: str) -> None:
        """Show the section of a name, if it is not shown already."""
        place, package = self._desk.session.place, package_in_focus(self._desk.session)
        if place is None or place.part != package or place.path[:1] != (name,):
            self._desk.session.go_to(Address(package).child(name), self)

    def _in_files(self, act: Callable[[FilesPane], object]) -> None:
        """Do something in the table of files, when it has been read."""
        self._at("fileSec")
        pane = self._desk.sections.files
        self._when(pane.model, pane.model.ready, partial(act, pane))

    def _in_structure(self, act: Callable[[StructurePane], object]) -> None:
        """Do something in the tree of divisions, when it has been read; one of them is chosen."""
        self._at("structMap")
        pane = self._desk.sections.tree

        def choose_and_act() -> None:
            if not pane.chosen() and pane.model.rowCount():
                pane.tree.setCurrentIndex(pane.model.index(0, 0))
            act(pane)

        self._when(pane.model, pane.model.ready, choose_and_act)

    def _when(self, model: QObject, loaded: bool, act: Callable[[], object]) -> None:
        if loaded:
            act()
        else:
            once = Qt.ConnectionType.SingleShotConnection
            model.loaded.connect(act, once)

    # ---- files

    def add_files(self) -> None:
        """Choose files to add."""
        self._adding_there(FilesAdding.choose_files)

    def add_folder(self) -> None:
        """Choose a folder whose files are added."""
        self._adding_there(FilesAdding.choose_folder)

    def _adding_there(self, ask: Callable[[FilesAdding], object]) -> None:
        """Ask for files in the table of files; where there is none yet, they make it."""
        session = self._desk.session
        if has_section(session.document, "fileSec", package_in_focus(session)):
            self._in_files(lambda pane: ask(pane.adding))
            return
        if self._adding is None:
            self._adding = FilesAdding(session, self._desk.services.jobs, self._desk)
            self._adding.chosen.connect(self._on_first_chosen)
            self._adding.found.connect(self._on_first_found)
        ask(self._adding)

    def _on_first_chosen(self, paths: list[Path]) -> None:
        assert self._adding is not None
        self._adding.add(paths, package_in_focus(self._desk.session))

    def _on_first_found(self, facts: list[Facts], package: str) -> None:
        """Make the section and a group with the first files, in one step; show the first file."""
        session = self._desk.session
        make = partial(adding_first_files, session.document, Address(package), facts)
        label = self.tr("Adding the files")
        perform_in_slices(session, self._desk.services.jobs, label, make, self, self._on_added)

    def _on_added(self, edit: Edit | None) -> None:
        if edit is not None and edit.address is not None:
            self._desk.session.go_to(edit.address.child("file"), self)
            self._in_files(lambda pane: pane.table.setFocus())

    def add_group(self) -> None:
        """Add an empty group of files, with the section that it stands in if there is none."""
        session = self._desk.session
        section = Address(package_in_focus(session)).child("fileSec")
        session.end_typing()
        edit = new_group(session.document, section)
        if session.perform(edit, self) and edit is not None and edit.address is not None:
            session.go_to(edit.address.at("USE"))

    def verify(self) -> None:
        """Compare the files on the disk with what is said here."""
        self._in_files(FilesPane.verify)

    def replace_base(self) -> None:
        """Ask for another beginning of all locations."""
        self._in_files(FilesPane.ask_base)

    def find_files(self) -> None:
        """Put the focus in the search of the table of files."""
        self._in_files(lambda pane: pane.filter.setFocus())

    # ---- structure

    def add_inside(self) -> None:
        """Add a division at the end of the one in focus."""
        self._in_structure(StructurePane.insert_inside)

    def add_before(self) -> None:
        """Add a division before the one in focus."""
        self._in_structure(StructurePane.insert_before)

    def group(self) -> None:
        """Put a division round those that are chosen."""
        self._in_structure(StructurePane.group_chosen)

    def link_chapter(self) -> None:
        """Ask for the division of another map to which what is chosen belongs."""
        self._in_structure(StructurePane.ask_link)

    def number(self) -> None:
        """Offer the ways to number the divisions that are chosen."""
        self._in_structure(lambda pane: _drop(pane.number.menu(), pane.number))

    def add_pages(self) -> None:
        """Offer the groups whose files can have a page each."""
        self._in_structure(lambda pane: _drop(pane.pages, pane.adder))


def _drop(menu: QMenu, button: object) -> None:
    """Open a menu below its button, at its first entry."""
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])

"""The command that ties what is chosen in one map to a division of another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit
from catalog_app.document.structure_links import is_physical, linking_divisions
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.session import Session
from catalog_app.ui.package.choose_division import ChooseDivision


class StructureLinking(QObject):
    """Asks for the division of another map, and ties what is chosen to it in one edit."""

    def __init__(
        self, session: Session, jobs: Jobs, parent: QWidget, services: object = None
    ) -> None:
        super().__init__(parent)
        self._tell: Callable[[str], None] = getattr(services, "tell", lambda _text: None)
        self._session, self._jobs, self._pane = session, jobs, parent
        self.box: ChooseDivision | None = None

    def words(self, section: Address | None) -> str:
        """What the command is called in a map: of pages, or of chapters."""
        if section is None or is_physical(self._session.document, section):
            return self.tr("Link to a chapter…")
        return self.tr("Link to a page…")

    def ask(self, section: Address, chosen: list[Address]) -> None:
        """Ask which division; those of the map in front are left out."""
        if not chosen or self._session.read_only:
            return
        heading = self.tr("The chapter to which what is chosen belongs")
        if not is_physical(self._session.document, section):
            heading = self.tr("The page that belongs to what is chosen")
        self.box = box = ChooseDivision(
            self._session, self._jobs, section.part, len(chosen), self._pane, section, heading
        )
        box.chosen.connect(partial(self.link, chosen))
        box.finished.connect(self._on_finished)
        box.open()

    def _on_finished(self, _result: int) -> None:
        box, self.box = self.box, None
        if box is not None:
            box.deleteLater()

    def link(self, chosen: list[Address], other: Address) -> None:
        """Tie divisions to one of another map."""
        make = partial(linking_divisions, self._session.document, chosen, other)
        label = self.tr("Linking the divisions")
        perform_in_slices(self._session, self._jobs, label, make, self, self._on_linked)

    def _on_linked(self, edit: Edit | None) -> None:
        if edit is not None:
            self._tell(self.tr("Linked. The outline lists all links under “Links”."))

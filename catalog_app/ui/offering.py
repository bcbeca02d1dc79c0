"""Which actions can be chosen now, and what undo and redo would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.ui import actions as table
from catalog_app.ui.package.commands import has_section, is_package, package_in_focus

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow


class Offering(QObject):
    """Keeps the window's actions in step with the document in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._known = (False, False, False)
        self._looked_at = (0, -1)

    def follow(self) -> None:
        """After every key: do what is new, and no more."""
        session = self._window.session
        editable = session is not None and not session.read_only
        other = self._window.actions_by_id["add_field"].isEnabled() != editable
        if other or (self._may_differ() and self._sections() != self._known):
            self.enable()
        self._name_histories()

    def enable(self) -> None:
        """Let those actions be chosen that there is something to do for."""
        session = self._window.session
        package, files, structure = self._known = self._sections()
        there = {
            "": True,
            "document": session is not None,
            "editable": session is not None and not session.read_only,
            "file": session is not None and session.path is not None,
            "package": package,
            "files": files,
            "structure": structure,
        }
        for name in ("package", "files", "structure"):
            there[f"{name}_edit"] = there[name] and there["editable"]
        for spec in table.ACTIONS:
            self._window.actions_by_id[spec.id].setEnabled(there[spec.needs])
        self._name_histories()  # an empty history has nothing to take back

    def _name_histories(self) -> None:
        for name in ("undo", "redo"):
            self._name_history(name)

    def _may_differ(self) -> bool:
        """Whether sections may have come or gone: what is typed into a record brings none."""
        session = self._window.session
        version = session.document.version if session is not None else -1
        if session is None or (id(session), version) == self._looked_at:
            return False
        self._looked_at = id(session), version
        return session.place is None or not session.place.part.startswith("record")

    def _sections(self) -> tuple[bool, bool, bool]:
        """Whether a package is in front that can be worked on, with files, with a structure."""
        session = self._window.session
        if session is None:
            return False, False, False
        document, package = session.document, package_in_focus(session)
        return (
            is_package(document, package),
            has_section(document, "fileSec", package),
            has_section(document, "structMap", package),
        )

    def _name_history(self, name: str) -> None:
        """Say in the menu what would be taken back or done again."""
        action, session = self._window.actions_by_id[name], self._window.session
        stack = session.undo_stack if session else None
        can = bool(stack and (stack.canUndo() if name == "undo" else stack.canRedo()))
        action.setEnabled(can)
        title = table.said(table.spec_of(name).text)
        what = (stack.undoText() if name == "undo" else stack.redoText()) if can else ""
        named = self.tr("{0}: {1}").format(title, what.replace("&", "&&"))
        action.setText(named if what else title)

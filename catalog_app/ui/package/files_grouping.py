"""The groups that files stand in: gone to, added, and files moved among them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QMenu

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit
from catalog_app.document.files_edit import moving_files
from catalog_app.document.files_groups import new_group
from catalog_app.document.files_rows import Group
from catalog_app.ui.look import icon
from catalog_app.ui.outline import words
from catalog_app.ui.package.files_model import COLUMNS
from catalog_app.ui.package.files_verifying import VerifyingPane

GROUP = COLUMNS.index("group")
_MOST = 40


class GroupingPane(VerifyingPane):
    """Leads from files to their group, whose form says what it is for."""

    _added: list[Address]

    # ---- going there

    def show_group(self) -> None:
        """Show the group of the file in focus: what it is for, its ID, its metadata."""
        group = self._group_in_focus()
        if group is not None:
            self._session.go_to(group.address)

    def _group_in_focus(self) -> Group | None:
        rows, current = self.model.rows, self.view.currentIndex()
        if rows is None or self.model.loading or not current.isValid():
            return None
        return rows.group(self.model.file_row(current.row()))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == GROUP:
            self.show_group()

    # ---- changing

    def add_group(self) -> None:
        """Add an empty group at the end, and let its use be typed."""
        if self.model.rows is None:
            return
        self._session.end_typing()
        edit = new_group(self._session.document, self.model.rows.section)
        if self._session.perform(edit, self) and edit is not None and edit.address is not None:
            self._session.go_to(edit.address.at("USE"))

    def move_chosen(self, group: Address) -> None:
        """Move the files that are chosen to the end of a group."""
        then = partial(self._on_moved, group, self._number_in(group))
        self._perform_on_chosen(self.tr("Moving the files"), moving_files, group, then=then)

    def _on_moved(self, group: Address, before: int, edit: Edit | None) -> None:
        if edit is not None:
            self._choose_last(group, before)

    def _choose_last(self, group: Address, before: int) -> None:
        """Choose the files of a group that have come behind so many, once the rows are in order."""
        numbers = range(before + 1, self._number_in(group) + 1)
        self._added = [group.child("file", number) for number in numbers]
        self._on_rows_changed()

    def _number_in(self, group: Address) -> int:
        """How many files stand right in a group."""
        groups = self.model.rows.groups if self.model.rows else ()
        return next((len(one.files) for one in groups if one.address == group), 0)

    def take_dropped(self, files: list[str], group: Address) -> None:
        """Move files that were dragged out of this table and dropped on a group."""
        rows, self.model.dragged = self.model.dragged, []
        there = rows and rows[-1] < self.model.rowCount() and not self._session.read_only
        if there and files == [self.model.at(row).id for row in rows]:
            self._choose_all(rows)
            QTimer.singleShot(0, self, partial(self.move_chosen, group))  # when the drag has ended

    # ---- menus

    def _fill_moving(self, menu: QMenu) -> None:
        """Where the files that are chosen can be moved."""
        move = menu.addMenu(self.tr("Move to group"))
        for group in self.model.rows.groups if self.model.rows else ():
            move.addAction(_indented(group)).triggered.connect(
                partial(self._on_move_triggered, group.address)
            )

    def _on_move_triggered(self, group: Address, _checked: bool = False) -> None:
        self.move_chosen(group)

    def _fill_groups(self, menu: QMenu) -> None:
        """The groups to go to, and a new one; of very many only the first, the outline has all."""
        if self._group_in_focus() is not None:
            menu.addAction(icon("section", "dim"), self.tr("Show its group"), self.show_group)
        inside = menu.addMenu(self.tr("Groups"))
        for group in (self.model.rows.groups if self.model.rows else [])[:_MOST]:
            inside.addAction(_indented(group)).triggered.connect(
                partial(self._on_group_triggered, group.address)
            )
        if not self._session.read_only:
            inside.addSeparator()
            inside.addAction(icon("add", "dim"), self.tr("Add a group"), self.add_group)

    def _on_group_triggered(self, group: Address, _checked: bool = False) -> None:
        self._session.go_to(group)


def _indented(group: Group) -> str:
    return "   " * group.depth + words.group(group.label).replace("&", "&&")

"""The structure of a package: a tree of divisions, moved, numbered and grouped by hand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Change, Edit
from catalog_app.document.files_rows import FileRows
from catalog_app.document.large import Making
from catalog_app.document.slices import Slices, let_go
from catalog_app.document.structure_edit import (
    PATTERNS,
    adding_pages,
    duplicating,
    group_divisions,
    insert_division,
    link_files,
    renumbering,
)
from catalog_app.document.structure_find import without_page
from catalog_app.document.structure_links import other_map
from catalog_app.document.structure_move import (
    count_divisions,
    landing,
    moving_by,
    moving_divisions,
    outermost,
)
from catalog_app.session.large_edits import run_in_slices
from catalog_app.session.removals import remove_asking
from catalog_app.session.session import Session
from catalog_app.ui.outline import words
from catalog_app.ui.package.number_box import NumberBox
from catalog_app.ui.package.section_pane import SectionPane
from catalog_app.ui.package.structure_linking import StructureLinking
from catalog_app.ui.package.structure_model import COLUMNS, StructureModel
from catalog_app.ui.package.structure_tree import Tree

# The widths of the columns, in lines of text.
_WIDTHS = {
    "title": 14, "type": 5, "order": 4, "number": 7, "files": 7, "described": 6, "id": 7
}  # fmt: skip


class StructurePane(SectionPane):
    """Shows a structMap. `beside(bool)` when another one is wanted beside it, or no more."""

    beside = Signal(bool)

    def __init__(
        self, session: Session, services: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, services, parent)
        self.model = StructureModel(session, self._jobs, self)
        self.tree = self.view = Tree(self)
        self.first = NumberBox(self)
        self.linking = StructureLinking(session, self._jobs, self, services)
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self.tree)
        self._follow()
        session.changed.connect(self._on_session_changed)
        self.model.dropped.connect(self.move_into)
        self.model.linked.connect(self.link)

    def _make_actions(self) -> None:
        make = self._action
        inside, before = self.tr("A division inside"), self.tr("A division before this one")
        self.add_inside = make(inside, "Shift+Insert", self.insert_inside, "add")
        self.add_before = make(before, "Insert", self.insert_before, "add")
        self.group = make(self.tr("A division round these"), "Ctrl+G", self.group_chosen)
        self.copy = make(self.tr("Duplicate"), "", self.duplicate, "duplicate")
        self.up = make(self.tr("Move up"), "Alt+Up", partial(self.move_by, -1), "up")
        self.down = make(self.tr("Move down"), "Alt+Down", partial(self.move_by, 1), "down")
        self.tie = make(self.linking.words(None), "Ctrl+L", self.ask_link, "link")
        self.remove = make(self.tr("Remove"), "Delete", self.remove_chosen, "remove")

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("Structure"))
        for column, name in enumerate(COLUMNS):
            needed = self.tree.horizontalHeader().sectionSizeHint(column)
            width = _WIDTHS[name] * self.fontMetrics().height()
            self.tree.setColumnWidth(column, max(width, needed))
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(self.count, 1)
        self.first.setRange(1, 100_000)
        self.first.setAccessibleName(self.tr("First number"))
        self.first.setToolTip(self.tr("The number that the first of them gets"))
        self.adder = self._button("add", self.tr("Add"), "", self._add_menu())
        self.number = self._button("edit", self.tr("Number"), "", self._number_menu())
        tip = self.tr("Show another map beside this one, to drag pages onto their chapter")
        self.both = self._button("structure", "", tip)
        self.both.setCheckable(True)
        self.both.toggled.connect(self.beside)
        self.both.toggled.connect(self._on_both_toggled)
        for widget in (self.adder, self.number, self.first, self.both):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.tree, 1)

    def _on_both_toggled(self, two: bool) -> None:
        """Two trees have no room for words: the icons say it, and the words as their tips."""
        self.count.setHidden(two)
        style = Qt.ToolButtonStyle
        for button in (self.adder, self.number):
            words = style.ToolButtonIconOnly if two else style.ToolButtonTextBesideIcon
            button.setToolButtonStyle(words)
            button.setToolTip(button.text())

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.add_before, self.add_inside, self.group])
        self.pages = menu.addMenu(self.tr("A page for each file of"))
        self.pages.aboutToShow.connect(self._on_pages_about_to_show)
        return menu

    def _number_menu(self) -> QMenu:
        menu = QMenu(self)
        for pattern in PATTERNS:
            words = pattern or self.tr("Order only")
            menu.addAction(words).triggered.connect(partial(self._on_number_triggered, pattern))
        return menu

    # ---- what is shown

    @property
    def section(self) -> Address | None:
        """The structMap that is shown."""
        return self.model.structure.section if self.model.structure is not None else None

    def show_section(self, section: Address) -> None:
        """Show a structMap."""
        self.model.show_section(section)
        self.tie.setText(self.linking.words(section))
        self.both.setVisible(other_map(self._session.document, section) is not None)

    def _say_count(self) -> None:
        number = self.model.rowCount()
        self.count.setText(self.tr("%n row(s) shown", "", number) if number else "")

    def _on_session_changed(self, change: Change) -> None:
        if change.moves and self._wanted == change.back:
            self._wanted = change.address
        self._on_rows_changed()

    def _show_wanted(self) -> None:
        found, place = self.model.structure, self._wanted
        if found is None or place is None or not found.section.contains(place):
            return
        if place == found.section:
            self._choose_none()
        elif self.model.rowCount():
            row = self.model.reveal(place)
            self._say_count()
            self._choose(row)

    # ---- changes

    def _show(self, edit: Edit | None) -> None:
        """Put the focus on the division that an edit made."""
        if edit is not None and edit.address is not None:
            self._wanted = edit.address
            self._show_wanted()

    def _name(self, edit: Edit | None) -> None:
        """Put the focus on the division that an edit made, ready to be named."""
        self._show(edit)
        if edit is not None:
            self.tree.edit(self.model.index(self.tree.currentIndex().row(), 0))

    def _name_open(self, edit: Edit | None) -> None:
        """Unfold the division that an edit made round others, ready to be named."""
        self._show(edit)
        if edit is not None:
            self.model.unfold(self.tree.currentIndex().row())
            self._name(edit)

    def _first_chosen(self) -> Address | None:
        row = next(self.tree.chosen_rows(), -1)
        return self.model.address(row) if row >= 0 else None

    def insert_inside(self) -> None:
        """Add a division at the end of the one in focus; the first one where there is none."""
        chosen = self._first_chosen()
        if chosen is None:
            empty, structure = not self.model.rowCount(), self.model.structure
            root = structure.section if structure is not None else None
            chosen = root if empty else self.model.address(0)
        if chosen is not None:
            self._perform("", self._do(insert_division, chosen, None), self._name)

    def insert_before(self) -> None:
        """Add a division before the one in focus."""
        chosen = self._first_chosen()
        if chosen is None or len(chosen.steps) <= len(self.model.structure.section.steps) + 1:
            self.insert_inside()
        else:
            self._perform("", self._do(insert_division, chosen.parent, chosen), self._name)

    def group_chosen(self) -> None:
        """Put a new division round those that are chosen."""
        self._perform("", self._do(group_divisions, self.chosen(), ""), self._name_open)

    def remove_chosen(self) -> None:
        """Remove the divisions that are chosen; where something points at them, ask about that."""
        if self._any_chosen() and not self._session.read_only:
            gather = partial(_outermost_of, self._gathering(self.tree.chosen_rows()))
            label = self.tr("Removing the divisions")
            remove_asking(self._session, self._jobs, label, gather, _removal_name, self)

    def number_chosen(self, pattern: str) -> None:
        """Number the divisions that are chosen, or those inside the one in focus."""
        rows, first = self.tree.chosen_rows(), self._first_chosen()
        one = next(rows, -1) >= 0 and next(rows, -1) < 0
        number = count_divisions(self._session.document, first) if first and one else 0
        label = self.tr("Numbering the divisions")
        if first is not None and number:
            self.model.unfold(self.tree.currentIndex().row())
            make = partial(_numbering_inside, self._session.document, first, pattern)
            self._perform(label, partial(make, self.first.value()))
        elif first is not None:
            self._perform_on_chosen(label, renumbering, pattern, self.first.value())

    def add_pages(self, group: Address) -> None:
        """Add a page for each file of a group to the division in focus."""
        parent = self._first_chosen() or self.model.address(0)
        there = count_divisions(self._session.document, parent)
        make = partial(_pages_of, self._session.document, parent, group)
        then = partial(self._show_pages, parent, there)
        self._perform(self.tr("Adding a page for each file"), make, then)

    def _show_pages(self, parent: Address, before: int, edit: Edit | None) -> None:
        """Unfold the division that pages were added to, and choose them."""
        if edit is None:
            return
        added = count_divisions(self._session.document, parent) - before
        first = self.model.reveal(parent.child("div", before + 1))
        if first >= 0 and added > 0:
            self._choose_stretches([(first, first + added - 1)])

    def ask_link(self) -> None:
        """Ask for the division of another map to which what is chosen belongs."""
        if self._any_chosen() and self.model.structure is not None:
            self.linking.ask(self.model.structure.section, self.chosen())

    def tie_rows(self, rows: list[int], division: Address) -> None:
        """Tie rows of this map to a division of another one."""
        self.linking.link([self.model.address(row) for row in rows], division)

    def link(self, files: list[str], division: Address) -> None:
        """Let a division point at files, by their IDs."""
        self._perform("", self._do(link_files, division, files), self._show)

    def duplicate(self) -> None:
        """Put a copy of the division in focus behind it."""
        chosen = self._first_chosen()
        if chosen is not None:
            make = partial(duplicating, self._session.document, chosen)
            self._perform(self.tr("Copying the division"), make, self._show)

    def _on_pages_about_to_show(self) -> None:
        """List the groups of files; those of a large section are there when it has been read."""
        self.pages.clear()
        section = Address(self.model.structure.section.part).child("fileSec")
        rows = FileRows(self._session.document, section)
        label = self.tr("Reading the files")
        self.pages.addAction(label).setEnabled(False)
        fill = partial(self._fill_pages, rows)
        run_in_slices(self._jobs, label, rows.reading(), fill, self._on_pages_failed)

    def _on_pages_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

    def _fill_pages(self, rows: FileRows, _result: object) -> None:
        self.pages.clear()
        for group in rows.groups:
            action = self.pages.addAction(words.group(group.label).replace("&", "&&"))
            action.triggered.connect(partial(self._on_pages_triggered, group.address))
        if not rows.groups:
            self.pages.addAction(self.tr("There are no groups of files yet")).setEnabled(False)

    def _on_pages_triggered(self, group: Address, _checked: bool = False) -> None:
        self.add_pages(group)

    def _on_number_triggered(self, pattern: str, _checked: bool = False) -> None:
        self.number_chosen(pattern)

    # ---- moving

    def move_into(self, moving: list[Address], into: Address, before: Address | None) -> None:
        """Move divisions into another one, before one of its divisions or last."""
        document = self._session.document
        landed: list[tuple[Address, int]] = []

        def making() -> Making:
            landed.append((yield from landing(document, moving, into, before)))
            yield from moving_divisions(document, moving, into, before)

        def then(edit: Edit | None) -> None:
            self._choose_again(*landed[-1], edit)

        self._perform(self.tr("Moving the divisions"), making, then)

    def move_by(self, by: int) -> None:
        """Move the divisions that are chosen past their neighbour."""
        first = self._first_chosen()
        if first is not None:
            step = first.steps[-1]
            moved = first.parent.child(step.name, max(step.occurrence + by, 1))
            then = partial(self._choose_again, moved, self.tree.number_chosen())
            label = self.tr("Moving the divisions")
            self._perform_on_chosen(label, moving_by, by, then=then)

    def _choose_again(self, first: Address, number: int, edit: Edit | None) -> None:
        if edit is not None:
            self._wanted = first
            self._show_wanted()
            self._choose_spans(self.model.structure.spans(first, number))

    # ---- the menu

    def _on_menu_requested(self, spot: QPoint) -> None:
        self._menu = menu = QMenu(self)
        if not self._session.read_only:
            self._name_copy()
            menu.addActions([self.add_before, self.add_inside, self.group, self.copy])
            menu.addSeparator()
            menu.addAction(self.tie)
            menu.addActions([self.up, self.down, self.remove])
        menu.popup(self.tree.viewport().mapToGlobal(spot))


def _numbering_inside(document: Document, parent: Address, pattern: str, first: int) -> Making:
    """Make the edit that numbers what is right inside a division."""
    number = count_divisions(document, parent)
    inside: Iterable[Address] = (parent.child("div", n) for n in range(1, number + 1))
    yield from renumbering(document, inside, pattern, first)


def _pages_of(document: Document, parent: Address, group: Address) -> Making:
    """Make the edit that adds a page for each file of a group that has none yet."""
    rows = FileRows(document, Address(group.part, group.steps[:1]))
    yield from rows.reading()
    found = next((one for one in rows.groups if one.address == group), None)
    files = (identifier for identifier in rows.ids(found) if identifier) if found else ()
    section = Address(parent.part, parent.steps[:1])
    pageless = yield from without_page(document, section, files)
    yield from adding_pages(document, parent, pageless)
    yield from let_go(pageless)


def _outermost_of(gathering: Slices[list[Address]]) -> Slices[list[Address]]:
    chosen = yield from gathering
    return (yield from outermost(chosen))


def _removal_name(number: int) -> str:
    return "Remove a division" if number == 1 else f"Remove {number} divisions"

"""The files of a package: the table, what is done to files, and a look at the one in focus."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_edit import (
    adding_files,
    replacing_base,
)
from catalog_app.document.files_groups import adding_first_files
from catalog_app.document.locations import common_folder
from catalog_app.document.names import METS
from catalog_app.document.structure_edit import duplicating
from catalog_app.session.removals import remove_asking
from catalog_app.session.session import Session
from catalog_app.ui.look import icon, role
from catalog_app.ui.package.files_adding import FilesAdding
from catalog_app.ui.package.files_bars import BaseBar
from catalog_app.ui.package.files_grouping import GroupingPane
from catalog_app.ui.package.files_model import COLUMNS, FilesModel
from catalog_app.ui.package.files_verifying import STATE
from catalog_app.ui.package.preview import Preview
from catalog_app.ui.package.section_pane import RowTable

_WIDEST = {
    "name": 190, "id": 116, "group": 96, "use": 96, "mime": 116, "size": 90, "checksum": 80,
    "location": 260, "state": 130,
}  # fmt: skip
_SEEN = 40
# So many locations are looked at to see in which folder most of them are.
_LOOK = 60


class FilesPane(GroupingPane):
    """Shows a file section. `beside(bool)` when the structure is wanted beside it, or no more;
    `link_wanted(IDs)` when files are to be linked to a division.
    """

    beside = Signal(bool)
    link_wanted = Signal(object)

    def __init__(
        self, session: Session, services: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, services, parent)
        self.model = FilesModel(session, self._jobs, self)
        self._added = []
        self._fitted: Address | None = None
        self.table = self.view = RowTable(self)
        self.preview = Preview(self._jobs, self)
        self.filter = QLineEdit(self)
        self.adding = FilesAdding(session, self._jobs, self)
        self.base = BaseBar(self)
        self.remove = self._action(self.tr("Remove"), "Delete", self.remove_chosen, "remove")
        self.copy = self._action(self.tr("Duplicate"), "", self.duplicate, "duplicate")
        self.link = self._action(self.tr("Link to a division…"), "Ctrl+L", self.ask_link, "link")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._follow()
        self._connect()

    # ---- layout

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Files"))
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.table.setDragDropOverwriteMode(False)
        self.table.setDefaultDropAction(Qt.DropAction.CopyAction)
        heads = self.table.horizontalHeader()
        heads.setSortIndicatorShown(True)
        heads.setSectionsClickable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setResizeContentsPrecision(_SEEN)
        heads.moveSection(STATE, 1)  # What verifying finds stands beside the name.
        self.table.setColumnHidden(STATE, True)
        self.filter.setPlaceholderText(self.tr("Find files…"))
        self.filter.setAccessibleName(self.tr("Find files"))
        self.filter.setClearButtonEnabled(True)
        role(self.filter, "field")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.report)
        column.addWidget(self.base)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.setHandleWidth(1)
        across.addWidget(self.table)
        across.addWidget(self.preview)
        for at, share in enumerate((5, 2)):  # a small window is for the table first
            across.setStretchFactor(at, share)
        across.setSizes([480, 240])
        column.addWidget(across, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.count)
        tip = self.tr("Add files from the disk")
        self.adder = self._button("add", self.tr("Add"), tip, self.adding.menu)
        tip = self.tr("Compare the files on the disk with what is said here")
        self.checker = self._button("ok", self.tr("Verify"), tip)
        tip = self.tr("Show the structure beside the files, to drag files onto its divisions")
        self.both = self._button("structure", "", tip)
        self.both.setCheckable(True)
        self.more = self._button("more", "", self.tr("More about the files that are chosen"))
        self.adder.setEnabled(not self._session.read_only)
        for button in (self.adder, self.checker, self.both, self.more):
            bar.addWidget(button)
        return bar

    def _connect(self) -> None:
        self._session.changed.connect(self._on_session_changed)
        self.model.ordered.connect(self._on_rows_changed)
        self.filter.textChanged.connect(self._on_filter_changed)
        self._later.timeout.connect(self._on_later)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_changed)
        self.adding.chosen.connect(self.add_paths)
        self.adding.found.connect(self._on_looked)
        self.checker.clicked.connect(self.verify)
        self.both.toggled.connect(self.beside)
        self.more.clicked.connect(self._on_more_clicked)
        self.model.dropped.connect(self.take_dropped)
        self.model.unjudged.connect(self._on_unjudged)
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.base.wanted.connect(self.replace_base)

    # ---- what is shown

    def show_section(self, section: Address) -> None:
        """Show the files of a section."""
        self.model.show_section(section)
        self.both.setVisible(self._session.document.standard(section.part) == METS)
        self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        super()._on_rows_changed()
        section = self.model.rows.section if self.model.rows else None
        if self._fitted != section and self.model.rowCount():
            self._fitted = section
            self._fit()

    def _fit(self) -> None:
        """Make each column as wide as what its first rows and its head need, within reason."""
        heads = self.table.horizontalHeader()
        for column, name in enumerate(COLUMNS):
            needed = max(self.table.sizeHintForColumn(column), heads.sectionSizeHint(column))
            self.table.setColumnWidth(column, min(needed + 6, _WIDEST[name]))

    def _say_count(self) -> None:
        if self.model.loading:
            self.count.clear()
            return
        shown, total = self.model.rowCount(), self.model.total()
        words = self.tr("%n file(s)", "", total) if shown == total else self.tr("{0} of {1}")
        self.count.setText(words.format(shown, total).replace("(s)", "" if total == 1 else "s"))

    def _show_wanted(self) -> None:
        place, rows = self._wanted, self.model.rows
        if rows is None or self.model.loading:
            return
        if self._added:
            waiting = self.model.arranging or self.model.filtered != bool(
                self.filter.text().strip()
            )
            if not waiting:
                self._choose_added()
            return
        row = self.model.row_at(place) if place else -1
        self._choose(row)
        if row < 0 and place is not None and rows.section.contains(place):
            self._choose_none()

    def _on_session_changed(self, change: object) -> None:
        self._say_count()

    def _on_current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        super()._on_current_changed(current, before)
        if current.isValid():
            row = self.model.at(current.row())
            self.preview.show_file(self.path_of(row), row.mime)

    def _on_filter_changed(self, _text: str) -> None:
        self._later.start()

    def _on_later(self) -> None:
        self.model.filter(self.filter.text())

    def _on_sort_changed(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)

    # ---- changing

    def add_paths(self, paths: list[Path], group: Address | None = None) -> None:
        """Read files off the window's thread, then add them to a group in one edit."""
        if self.model.ready:
            self.adding.add(paths, group or self._target(), self.model.rows)
        else:
            once = Qt.ConnectionType.SingleShotConnection
            self.model.loaded.connect(partial(self.add_paths, paths, group), once)

    def _target(self) -> Address | None:
        rows, first = self.model.rows, next(self.table.chosen_rows(), -1)
        if rows is not None and first >= 0 and not self.model.loading:
            return rows.group(self.model.file_row(first)).address
        groups, place = rows.groups if rows is not None else [], self._session.place
        around = [one.address for one in groups if place and one.address.contains(place)]
        return next(iter([*reversed(around), *(one.address for one in groups)]), None)

    def _on_looked(self, facts: list[Facts], target: Address | None) -> None:
        group, document = target or self._target(), self._session.document
        if group is None:  # The first group, and the section if need be, come with the files.
            package = Address(self.model.rows.section.part)
            make = partial(adding_first_files, document, package, facts)
            group = package.child("fileSec").child("fileGrp")
        else:
            make = partial(adding_files, document, group, facts)
        then = partial(self._on_added, group, len(facts))
        self._perform(self.tr("Adding the files"), make, then)

    def _on_added(self, group: Address, number: int, edit: object) -> None:
        """Show what was added, although the filter would hide it, and choose it in the table."""
        if edit is not None:
            if self.table.isVisible():
                self.table.setFocus()
            self.filter.clear()
            self._choose_last(group, self._number_in(group) - number)

    def _choose_added(self) -> None:
        rows = [row for one in self._added if (row := self.model.row_at(one)) >= 0]
        self._added = []
        if rows:
            self._choose_all(sorted(rows))

    def remove_chosen(self) -> None:
        """Remove the files that are chosen; where something points at them, ask about that."""
        if self._any_chosen() and not self._session.read_only:
            gather = partial(self._gathering, self.table.chosen_rows())
            label = self.tr("Removing the files")
            remove_asking(self._session, self._jobs, label, gather, _removal_name, self)

    def duplicate(self) -> None:
        """Put a copy of the file in focus behind it, which gets an ID of its own."""
        first = next(self.table.chosen_rows(), -1)
        if first >= 0 and not self.model.loading:
            make = partial(duplicating, self._session.document, self.model.address(first))
            self._perform(self.tr("Copying the file"), make, self._on_duplicated)

    def _on_duplicated(self, edit: Edit | None) -> None:
        if edit is not None and edit.address is not None:
            self._wanted = edit.address
            self._show_wanted()

    def ask_base(self) -> None:
        """Show the fields for a new beginning of all locations, with the folder of most of them."""
        rows = self.model.rows if not self.model.loading else None
        spread = range(0, len(rows), len(rows) // _LOOK + 1) if rows is not None else ()
        self.base.ask(common_folder(rows.row(number).location for number in spread))

    def replace_base(self, old: str, new: str) -> None:
        """Replace the beginning of all locations in one edit."""
        if self.model.rows is not None and not self.model.loading:
            make = partial(replacing_base, self._session.document, self.model.rows, old, new)
            self._perform(self.tr("Replacing the beginning of all locations"), make, self._on_based)

    def _on_based(self, edit: object) -> None:
        if edit is not None:
            self.base.close_bar()
        else:
            self.base.say_nothing_begins()

    def ask_link(self) -> None:
        """Ask for the division to which the files that are chosen shall be linked."""
        if self._any_chosen() and not self._session.read_only:
            names = [self.model.at(row).id for row in self.table.chosen_rows()]
            self.link_wanted.emit([name for name in names if name])

    # ---- the menu

    def _on_menu_requested(self, spot: QPoint) -> None:
        self._open_menu(self.table.viewport().mapToGlobal(spot))

    def _on_more_clicked(self) -> None:
        self._open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _open_menu(self, spot: QPoint) -> None:
        self._menu = menu = QMenu(self)
        if self._any_chosen() and not self._session.read_only:
            self._fill_moving(menu)
            self._name_copy()
            menu.addActions([self.link, self.copy])
            menu.addAction(self.remove)
            menu.addSeparator()
        if self._any_chosen():
            menu.addAction(icon("open", "dim"), self.tr("Open the file"), self.open_current)
        self._fill_groups(menu)
        menu.addAction(self.tr("In the order of the file"), self._on_unsorted)
        if not self._session.read_only:
            menu.addAction(self.tr("Replace the beginning of all locations…"), self.ask_base)
        menu.popup(spot)

    def _on_unsorted(self) -> None:
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.sort(-1)


def _removal_name(number: int) -> str:
    return "Remove a file" if number == 1 else f"Remove {number} files"

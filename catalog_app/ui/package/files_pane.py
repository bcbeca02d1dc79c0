"""The files of a package: the table, what is done to files, and a look at the one in focus."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.files_disk import (
    ALGORITHMS,
    Facts,
    Verdict,
    files_below,
    local_path,
    look,
    told,
    verify,
)
from catalog_app.document.files_edit import add_files, move_files, remove_files, replace_base
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session
from catalog_app.ui.look import icon, role
from catalog_app.ui.package.files_model import COLUMNS, FilesModel
from catalog_app.ui.package.preview import Preview

_WIDTHS = {
    "name": 150, "id": 92, "group": 70, "use": 56, "mime": 92, "size": 70, "checksum": 100,
    "location": 240, "state": 100,
}  # fmt: skip


class FilesPane(QWidget):
    """Shows a file section; every change is an edit of the session."""

    def __init__(
        self, session: Session, services: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = getattr(services, "jobs", None) or Jobs(self)
        self._settings = getattr(services, "settings", None)
        self.model = FilesModel(session, self._jobs, self)
        self.algorithm, self.relative = ALGORITHMS[0], True
        self.verdicts: list[Verdict] = []
        self._wanted: Address | None = None
        self._menu: QMenu | None = None
        self.table, self.preview = _Table(self), Preview(self._jobs, self)
        self.filter, self.count = QLineEdit(self), role(QLabel(self), "faint")
        self.report = self._report_bar()
        self.base = self._base_bar()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()

    # ---- layout

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Files"))
        for column, name in enumerate(COLUMNS):
            self.table.setColumnWidth(column, _WIDTHS[name])
        self.table.setColumnHidden(COLUMNS.index("state"), True)
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
        across.setStretchFactor(0, 1)
        across.setSizes([500, 160])
        column.addWidget(across, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.count)
        self.adder = self._button("add", self.tr("Add"), self.tr("Add files from the disk"))
        self.adder.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.adder.setMenu(self._add_menu())
        self.checker = self._button(
            "ok", self.tr("Verify"), self.tr("Compare the files on the disk with what is said here")
        )
        self.more = self._button("more", "", self.tr("More about the files that are chosen"))
        for button in (self.adder, self.checker, self.more):
            bar.addWidget(button)
        return bar

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "dim"))
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text or tip)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(style if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icon("new", "dim"), self.tr("Files…"), self.choose_files)
        menu.addAction(icon("folder", "dim"), self.tr("A folder…"), self.choose_folder)
        menu.addSeparator()
        self._algorithms = QActionGroup(self)
        for name in (*ALGORITHMS, ""):
            words = self.tr("Checksum {0}").format(name) if name else self.tr("No checksum")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name == self.algorithm)
            action.setData(name)
            self._algorithms.addAction(action)
        menu.addSeparator()
        self._relative = menu.addAction(self.tr("Locations relative to this file"))
        self._relative.setCheckable(True)
        self._relative.setChecked(True)
        return menu

    def _report_bar(self) -> QWidget:
        bar, self._report_words = _line_bar(self)
        save = role(QPushButton(self.tr("Save the report…"), bar), "link")
        save.clicked.connect(self.save_report)
        self._narrow = role(QPushButton(self.tr("Sort by state"), bar), "link")
        self._narrow.clicked.connect(self._on_narrow_clicked)
        close = role(QPushButton(self.tr("Close"), bar), "link")
        close.clicked.connect(bar.hide)
        for button in (self._narrow, save, close):
            bar.layout().addWidget(button)
        return bar

    def _base_bar(self) -> QWidget:
        bar, words = _line_bar(self)
        words.setText(self.tr("Replace the beginning of all locations"))
        self.old_base, self.new_base = QLineEdit(bar), QLineEdit(bar)
        self.old_base.setAccessibleName(self.tr("Beginning as it is"))
        self.new_base.setAccessibleName(self.tr("New beginning"))
        replace = role(QPushButton(self.tr("Replace"), bar), "primary")
        replace.clicked.connect(self.replace_base)
        close = role(QPushButton(self.tr("Close"), bar), "link")
        close.clicked.connect(bar.hide)
        for widget in (self.old_base, self.new_base, replace, close):
            bar.layout().addWidget(widget)
        return bar

    def _connect(self) -> None:
        self._session.place_changed.connect(self._on_session_place_changed)
        self._session.changed.connect(self._on_session_changed)
        self.model.loaded.connect(self._on_model_loaded)
        self.model.ordered.connect(self._on_model_ordered)
        self.filter.textChanged.connect(self._on_filter_changed)
        self._later.timeout.connect(self._on_later)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_changed)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self._algorithms.triggered.connect(self._on_algorithm_chosen)
        self._relative.toggled.connect(self._on_relative_toggled)
        self.checker.clicked.connect(self.verify)
        self.more.clicked.connect(self._on_more_clicked)
        self.table.remove.triggered.connect(self.remove_chosen)
        self.addAction(self.table.remove)

    # ---- what is shown

    def show_section(self, section: Address) -> None:
        """Show the files of a section."""
        self.model.show_section(section)
        self._say_count()

    def _on_model_loaded(self) -> None:
        self._say_count()
        self._show_wanted()

    def _on_model_ordered(self) -> None:
        self._say_count()
        self._show_wanted()

    def _say_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        words = self.tr("%n file(s)", "", total) if shown == total else self.tr("{0} of {1}")
        self.count.setText(words.format(shown, total).replace("(s)", "" if total == 1 else "s"))

    def _on_session_place_changed(self, address: Address, origin: object) -> None:
        if origin is not self and address is not None:
            self._wanted = address
            self._show_wanted()

    def _show_wanted(self) -> None:
        place = self._wanted
        row = self.model.row_at(place) if place is not None and self.model.rows else -1
        chosen = self.table.selectionModel().isRowSelected(row) if row >= 0 else True
        if row >= 0 and (row != self.table.currentIndex().row() or not chosen):
            index = self.model.index(row, max(self.table.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)

    def _on_session_changed(self, change: object) -> None:
        self._say_count()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        address = self.model.address(current.row())
        self._wanted = address
        self._session.go_to(address, self)
        row = self.model.at(current.row())
        path = local_path(row.location, self._folder()) if row.location else None
        self.preview.show_file(path, row.mime)

    def _on_filter_changed(self, _text: str) -> None:
        self._later.start()

    def _on_later(self) -> None:
        self.model.filter(self.filter.text())

    def _on_sort_changed(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)

    def _folder(self) -> Path | None:
        return self._session.path.parent if self._session.path else None

    def chosen(self) -> list[Address]:
        """The addresses of the files that are chosen."""
        return [self.model.address(i.row()) for i in self.table.selectionModel().selectedRows()]

    # ---- adding

    def _on_algorithm_chosen(self, action: QAction) -> None:
        self.algorithm = str(action.data())

    def _on_relative_toggled(self, relative: bool) -> None:
        self.relative = relative

    def _start_folder(self) -> str:
        return str(self._folder() or Path.home())

    def choose_files(self) -> None:
        """Ask for files and add them."""
        words = self.tr("Add files")
        names, _ = QFileDialog.getOpenFileNames(self, words, self._start_folder())
        self.add_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and add the files in it."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"), self._start_folder())
        if name:
            self.add_paths([Path(name)])

    def add_paths(self, paths: list[Path], group: Address | None = None) -> None:
        """Read files off the window's thread, then add them to a group in one edit."""
        found = files_below(paths)
        if not found or self.model.rows is None:
            return
        base = self._folder() if self.relative else None
        target = group or self._target()
        label = self.tr("Reading {0} files").format(len(found))
        work = partial(look, found, base, self.algorithm)
        self._jobs.run(label, work, partial(self._on_looked, target), self._on_failed)

    def _target(self) -> Address | None:
        rows = self.model.rows
        chosen = self.chosen()
        if chosen:
            return chosen[0].parent
        return rows.groups[0].address if rows and rows.groups else None

    def _on_looked(self, target: Address | None, facts: list[Facts]) -> None:
        if target is None:
            self._session.refused.emit(self.tr("Add a file group first: files stand in groups."))
            return
        self._perform(add_files, target, facts)

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

    # ---- changing

    def _perform(self, make: object, *arguments: object) -> Edit | None:
        try:
            edit = make(self._session.document, *arguments)
        except EditError as error:
            self._session.refused.emit(str(error))
            return None
        return edit if self._session.perform(edit, self) else None

    def remove_chosen(self) -> None:
        """Remove the files that are chosen, with the links to them."""
        chosen = self.chosen()
        if chosen:
            self._perform(remove_files, chosen)

    def remove_keeping_links(self) -> None:
        """Remove the files that are chosen; what pointed at them points nowhere."""
        chosen = self.chosen()
        if chosen:
            self._perform(remove_files, chosen, False)

    def move_chosen(self, group: Address) -> None:
        """Move the files that are chosen to the end of a group."""
        self._perform(move_files, self.chosen(), group)

    def ask_base(self) -> None:
        """Show the fields for a new beginning of all locations."""
        location = self.model.at(0).location if self.model.rowCount() else ""
        self.old_base.setText(location.rpartition("/")[0] + "/" if "/" in location else "")
        self.base.show()
        self.new_base.setFocus()

    def replace_base(self) -> None:
        """Replace the beginning of all locations in one edit."""
        done = self._perform(
            replace_base, self.model.rows, self.old_base.text(), self.new_base.text()
        )
        if done is not None:
            self.base.hide()

    # ---- the menu

    def _on_menu_requested(self, spot: QPoint) -> None:
        self._open_menu(self.table.viewport().mapToGlobal(spot))

    def _on_more_clicked(self) -> None:
        self._open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _open_menu(self, spot: QPoint) -> None:
        self._menu = menu = QMenu(self)
        number = len(self.chosen())
        if number and not self._session.read_only:
            move = menu.addMenu(self.tr("Move to group"))
            for group in self.model.rows.groups:
                words = "   " * group.depth + group.label
                move.addAction(words).triggered.connect(
                    partial(self._on_move_triggered, group.address)
                )
            menu.addAction(self.table.remove)
            menu.addAction(self.tr("Remove, keep the links"), self.remove_keeping_links)
            menu.addSeparator()
        if number:
            menu.addAction(icon("open", "dim"), self.tr("Open the file"), self.open_current)
        menu.addAction(self.tr("In the order of the file"), self._on_unsorted)
        if not self._session.read_only:
            menu.addAction(self.tr("Replace the beginning of all locations…"), self.ask_base)
        menu.popup(spot)

    def _on_move_triggered(self, group: Address, _checked: bool = False) -> None:
        self.move_chosen(group)

    def _on_unsorted(self) -> None:
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.sort(-1)

    def open_current(self) -> None:
        """Open the file in focus with the program for its kind."""
        row = self.model.at(self.table.currentIndex().row())
        path = local_path(row.location, self._folder())
        url = QUrl.fromLocalFile(str(path)) if path else QUrl(row.location)
        QDesktopServices.openUrl(url)

    # ---- verifying

    def verify(self) -> None:
        """Compare all files with the disk, off the window's thread."""
        rows = self.model.rows
        if rows is None:
            return
        listed = [rows.row(number) for number in range(len(rows))]
        work = partial(verify, listed, len(listed), self._folder())
        self._jobs.run(self.tr("Comparing the files"), work, self._on_verified, self._on_failed)

    def _on_verified(self, verdicts: list[Verdict]) -> None:
        self.verdicts = verdicts
        self.model.show_verdicts({v.id: v for v in verdicts if v.id})
        self.table.setColumnHidden(COLUMNS.index("state"), False)
        counts = {s: sum(v.state == s for v in verdicts) for s in ("missing", "changed", "extra")}
        words = self.tr("{missing} missing, {changed} changed, {extra} extra").format(**counts)
        right = self.tr("All files are as described.")
        self._report_words.setText(words if any(counts.values()) else right)
        self.report.show()

    def _on_narrow_clicked(self) -> None:
        order = Qt.SortOrder.DescendingOrder
        self.table.sortByColumn(COLUMNS.index("state"), order)

    def save_report(self) -> None:
        """Ask where to save what was found, and save it."""
        words = self.tr("Save the report")
        start = str(Path(self._start_folder()) / "files.csv")
        name, _ = QFileDialog.getSaveFileName(self, words, start, "CSV (*.csv)")
        if name:
            self.write_report(Path(name))

    def write_report(self, path: Path) -> None:
        """Save what was found as a table."""
        try:
            path.write_bytes(told(self.verdicts))
        except OSError as error:
            self._session.refused.emit(str(error))


def _line_bar(parent: QWidget) -> tuple[QWidget, QLabel]:
    """A hidden bar of one line with words at its left."""
    bar, words = QWidget(parent), role(QLabel(parent), "dim")
    line = QHBoxLayout(bar)
    line.setContentsMargins(10, 2, 10, 4)
    line.addWidget(words, 1)
    bar.hide()
    return bar, words


class _Table(QTableView):
    """A table of whole rows that lets the keyboard leave it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 9)
        columns.setHighlightSections(False)
        columns.setSortIndicatorShown(True)
        columns.setSectionsClickable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.remove = QAction(icon("remove", "dim"), self.tr("Remove"), self)
        self.remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

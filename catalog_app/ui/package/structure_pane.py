"""The structure of a package: a tree of divisions, moved, numbered and grouped by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import duplicate
from catalog_app.document.files_rows import FileRows
from catalog_app.document.removing import remove_with_links
from catalog_app.document.structure_edit import (
    PATTERNS,
    add_pages,
    group_divisions,
    insert_division,
    renumber,
)
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session
from catalog_app.ui.look import icon, role
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.package.structure_model import COLUMNS, DEPTH, FOLDING, StructureModel

_WIDTHS = {"title": 260, "type": 90, "order": 60, "number": 110, "files": 120, "described": 110}
_STEP, _CHEVRON = 16, 14


class StructurePane(QWidget):
    """Shows a structMap; every change is an edit of the session."""

    def __init__(
        self, session: Session, services: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = getattr(services, "jobs", None) or Jobs(self)
        self.model = StructureModel(session, self._jobs, self)
        self._wanted: Address | None = None
        self._menu: QMenu | None = None
        self.tree, self.count = _Tree(self), role(QLabel(self), "faint")
        self.first = QSpinBox(self)
        self._actions()
        self._lay_out()
        self.setFocusProxy(self.tree)
        self._connect()

    def _actions(self) -> None:
        def action(text: str, keys: str, icon_name: str = "") -> QAction:
            made = QAction(icon(icon_name, "dim"), text, self) if icon_name else QAction(text, self)
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.tree.addAction(made)
            return made

        self.add_inside = action(self.tr("A division inside"), "Shift+Insert", "add")
        self.add_before = action(self.tr("A division before this one"), "Insert", "add")
        self.group = action(self.tr("A division round these"), "Ctrl+G")
        self.copy = action(self.tr("Duplicate"), "", "duplicate")
        self.up = action(self.tr("Move up"), "Alt+Up", "up")
        self.down = action(self.tr("Move down"), "Alt+Down", "down")
        self.remove = action(self.tr("Remove with the links to it"), "Delete", "remove")

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("Structure"))
        for column, name in enumerate(COLUMNS):
            self.tree.setColumnWidth(column, _WIDTHS.get(name, 110))
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(self.count, 1)
        self.first.setRange(1, 100_000)
        self.first.setAccessibleName(self.tr("First number"))
        self.first.setToolTip(self.tr("The number that the first of them gets"))
        self.adder = self._button("add", self.tr("Add"), self._add_menu())
        self.number = self._button("edit", self.tr("Number"), self._number_menu())
        for widget in (self.adder, self.number, self.first):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.tree, 1)

    def _button(self, name: str, text: str, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "dim"))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.add_before, self.add_inside, self.group])
        self._pages = menu.addMenu(self.tr("A page for each file of"))
        self._pages.aboutToShow.connect(self._on_pages_about_to_show)
        return menu

    def _number_menu(self) -> QMenu:
        menu = QMenu(self)
        for pattern in PATTERNS:
            words = pattern or self.tr("Order only")
            menu.addAction(words).triggered.connect(partial(self._on_number_triggered, pattern))
        return menu

    def _connect(self) -> None:
        self._session.place_changed.connect(self._on_session_place_changed)
        self._session.changed.connect(self._on_session_changed)
        self.model.loaded.connect(self._on_model_loaded)
        self.tree.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        self.add_inside.triggered.connect(self.insert_inside)
        self.add_before.triggered.connect(self.insert_before)
        self.group.triggered.connect(self.group_chosen)
        self.copy.triggered.connect(self._on_copy_triggered)
        self.up.triggered.connect(partial(self._on_move_triggered, -1))
        self.down.triggered.connect(partial(self._on_move_triggered, 1))
        self.remove.triggered.connect(self.remove_chosen)

    # ---- what is shown

    def show_section(self, section: Address) -> None:
        """Show a structMap."""
        self.model.show_section(section)

    def _on_model_loaded(self) -> None:
        self._say_count()
        self._show_wanted()

    def _say_count(self) -> None:
        number = self.model.rowCount()
        self.count.setText(self.tr("{0} rows in sight").format(number) if number else "")

    def _on_session_changed(self, _change: object) -> None:
        self._say_count()
        self._show_wanted()

    def _on_session_place_changed(self, address: Address, origin: object) -> None:
        if origin is not self and address is not None:
            self._wanted = address
            self._show_wanted()

    def _show_wanted(self) -> None:
        found, place = self.model.structure, self._wanted
        if found is None or place is None or not found.section.contains(place):
            return
        if place == found.section or not self.model.rowCount():
            return
        row = self.model.reveal(place)
        self._say_count()
        if row >= 0 and not self.tree.selectionModel().isRowSelected(row):
            index = self.model.index(row, max(self.tree.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag
            self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.tree.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._wanted = self.model.address(current.row())
            self._session.go_to(self._wanted, self)

    def chosen(self) -> list[Address]:
        """The addresses of the divisions that are chosen, in their order."""
        rows = sorted(index.row() for index in self.tree.selectionModel().selectedRows())
        return [self.model.address(row) for row in rows]

    # ---- changes

    def _perform(self, make: object, *arguments: object) -> Edit | None:
        try:
            edit = make(self._session.document, *arguments)
        except EditError as error:
            self._session.refused.emit(str(error))
            return None
        return edit if self._session.perform(edit, self) else None

    def _show(self, edit: Edit | None) -> None:
        """Put the focus on the division that an edit made, ready to be named."""
        if edit is not None and edit.address is not None:
            self._wanted = edit.address
            self._show_wanted()
            self.tree.edit(self.model.index(self.tree.currentIndex().row(), 0))

    def insert_inside(self) -> None:
        """Add a division at the end of the one in focus."""
        chosen = self.chosen()
        if chosen:
            self._show(self._perform(insert_division, chosen[0], None))

    def insert_before(self) -> None:
        """Add a division before the one in focus."""
        chosen = self.chosen()
        if chosen and len(chosen[0].steps) > len(self.model.structure.section.steps) + 1:
            self._show(self._perform(insert_division, chosen[0].parent, chosen[0]))
        else:
            self.insert_inside()

    def group_chosen(self) -> None:
        """Put a new division round those that are chosen."""
        self._show(self._perform(group_divisions, self.chosen(), ""))

    def remove_chosen(self) -> None:
        """Remove the divisions that are chosen, with the links to them."""
        for address in reversed(self.chosen()):
            self._perform(remove_with_links, address)

    def number_chosen(self, pattern: str) -> None:
        """Number the divisions that are chosen, or those inside the one in focus."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.model.unfold(self.tree.currentIndex().row())
            row, inside = self.model.structure.row_of(chosen[0]), chosen[0]
            below = range(row + 1, self.model.rowCount())
            listed = [self.model.address(at) for at in below]
            chosen = [one for one in listed if one.parent == inside] or chosen
        if chosen:
            self._perform(renumber, chosen, pattern, self.first.value())

    def add_pages(self, group: Address) -> None:
        """Add a page for each file of a group to the division in focus."""
        chosen = self.chosen()
        rows = FileRows(self._session.document, Address(group.part, group.steps[:1]))
        for _ in rows.reading():
            pass
        files = [
            rows.row(number).id
            for number in range(len(rows))
            if rows.group(number).address == group
        ]
        parent = chosen[0] if chosen else self.model.address(0)
        self._perform(add_pages, parent, [one for one in files if one])

    def _on_pages_about_to_show(self) -> None:
        self._pages.clear()
        section = Address(self.model.structure.section.part).child("fileSec")
        rows = FileRows(self._session.document, section)
        rows.recount()
        for group in rows.groups:
            action = self._pages.addAction(group.label)
            action.triggered.connect(partial(self._on_pages_triggered, group.address))

    def _on_pages_triggered(self, group: Address, _checked: bool = False) -> None:
        self.add_pages(group)

    def _on_number_triggered(self, pattern: str, _checked: bool = False) -> None:
        self.number_chosen(pattern)

    def _on_copy_triggered(self) -> None:
        chosen = self.chosen()
        if chosen:
            edit = self._perform(duplicate, chosen[0])
            self._wanted = edit.address if edit else self._wanted
            self._show_wanted()

    def _on_move_triggered(self, by: int, _checked: bool = False) -> None:
        """Move the divisions that are chosen past their neighbour."""
        chosen = self.chosen()
        if not chosen or any(one.parent != chosen[0].parent for one in chosen):
            return
        first, last = chosen[0].steps[-1].occurrence, chosen[-1].steps[-1].occurrence
        parent = chosen[0].parent
        if by < 0 and first > 1:
            self._move(chosen, parent, parent.child("div", first - 1), first - 1)
        elif by > 0 and self._session.document.element(parent.child("div", last + 1)) is not None:
            behind = parent.child("div", last + 2)
            there = self._session.document.element(behind) is not None
            self._move(chosen, parent, behind if there else None, first + 1)

    def _move(
        self, chosen: list[Address], parent: Address, before: Address | None, first: int
    ) -> None:
        if self.model.move(chosen, parent, before):
            flags = QItemSelectionModel.SelectionFlag
            self._wanted = parent.child("div", first)
            self._show_wanted()
            for number in range(first + 1, first + len(chosen)):
                row = self.model.structure.row_of(parent.child("div", number))
                index = self.model.index(row, 0)
                self.tree.selectionModel().select(index, flags.Select | flags.Rows)

    # ---- the menu

    def _on_menu_requested(self, spot: QPoint) -> None:
        self._menu = menu = QMenu(self)
        if not self._session.read_only:
            menu.addActions([self.add_before, self.add_inside, self.group, self.copy])
            menu.addSeparator()
            menu.addActions([self.up, self.down, self.remove])
        menu.popup(self.tree.viewport().mapToGlobal(spot))


class _Tree(QTableView):
    """A table with a tree in its first column: Right unfolds, Left folds or goes up."""

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
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 9)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._painter = _Indented(self)
        self.setItemDelegateForColumn(0, self._painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Right and not event.modifiers():
            if not self.model().unfold(row) and row + 1 < self.model().rowCount():
                self.setCurrentIndex(self.model().index(row + 1, 0))
            return
        if row >= 0 and event.key() == Qt.Key.Key_Left and not event.modifiers():
            if not self.model().fold(row):
                self._go_up(row)
            return
        super().keyPressEvent(event)

    def _go_up(self, row: int) -> None:
        above = self.model().structure.row_of(self.model().address(row).parent)
        if 0 <= above < row:
            self.setCurrentIndex(self.model().index(above, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            left = self.visualRect(index).left() + 4 + index.data(DEPTH) * _STEP
            if left <= event.position().x() <= left + _CHEVRON and index.data(FOLDING):
                self.model().unfold(index.row()) or self.model().fold(index.row())
                return
        super().mousePressEvent(event)


class _Indented(QStyledItemDelegate):
    """The first column: indented by depth, with a chevron where there is more inside."""

    def _shift(self, index: QModelIndex) -> int:
        return 4 + (index.data(DEPTH) or 0) * _STEP + _CHEVRON

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        shift, folding = self._shift(index), index.data(FOLDING)
        if option.state & option.state.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        if folding:
            name = "chevron-down" if folding == "open" else "chevron-right"
            ratio = painter.device().devicePixelRatioF()
            drawn = pixmap(name, 12, "dim", ratio)
            top = option.rect.top() + (option.rect.height() - 12) // 2
            painter.drawPixmap(QPoint(option.rect.left() + shift - _CHEVRON, top), drawn)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(shift, 0, 0, 0)
        super().paint(painter, inner, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        editor.setGeometry(QRect(option.rect).adjusted(self._shift(index), 0, 0, 0))

"""The outline pane: a filter over a tree of packages, records and sections."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QTreeView, QVBoxLayout, QWidget

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Change, Edit, EditError
from catalog_app.document.edits import can_duplicate, can_move, duplicate, move, remove
from catalog_app.document.outline import Entry, record_inside, remainder
from catalog_app.document.outline_inside import opened_at
from catalog_app.ui.look import icon, role
from catalog_app.ui.outline.delegate import OutlineDelegate
from catalog_app.ui.outline.filtering import Filtering
from catalog_app.ui.outline.model import ENTRY, OutlineModel
from catalog_app.ui.outline.tree import OutlineTree

_OPEN = ("package", "records", "others")
_HEADS = ("records", "group", "block", "others")
_FEW = 200
_BULKY, _SOON = ("fileSec", "structMap"), 300


class OutlinePane(QWidget):
    """What is in the file; a click, an arrow or Enter shows it in the form.

    The shell wires `add_record_requested()` and `save_record_requested(Address)`, and
    `files_dropped(IDs, group)`; the other actions are edits that the pane does itself.
    """

    add_record_requested = Signal()
    save_record_requested = Signal(object)
    files_dropped = Signal(object, object)

    def __init__(
        self, session: object, findings: object, services: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._findings = session, findings
        self._actions = getattr(services, "actions", {})
        self._moving = False
        self._kept = ("", 0)
        self._following: Address | None = None
        self._closed: set[str] = set()
        self._expanded: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._model = OutlineModel(session.document, findings, self)
        self._filtering = Filtering(session.document, self._model.telling.name, self)
        self.filter = self._filter()
        self.tree = self._tree()
        self.nothing = role(QLabel(self.tr("No row has these words."), self), "dim")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.nothing)
        layout.addWidget(self.tree, 1)
        #: Whether nothing is shown yet: then it is Qt that chooses a row, with the first focus.
        self.waiting = False
        self.setFocusProxy(self.tree)
        self._restore("")
        self._connect()

    def _filter(self) -> QLineEdit:
        box = QLineEdit(self)
        role(box, "field")
        box.setPlaceholderText(self._placeholder(box))
        box.setAccessibleName(self.tr("Filter outline"))
        box.setToolTip(self.tr("Show only the rows whose name contains these words"))
        box.setClearButtonEnabled(True)
        box.installEventFilter(self)
        return box

    def _placeholder(self, box: QLineEdit) -> str:
        """What the box is for, with the key that leads to it where there is room."""
        action = self._actions.get("filter_outline")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if action else ""
        word = self.tr("Filter")
        whole = f"{word}   {keys}".strip()
        room = box.width() - 3 * box.fontMetrics().height() // 2
        return whole if box.fontMetrics().horizontalAdvance(whole) <= room else word

    def filter_rows(self) -> None:
        """Put the focus in the filter, with its words ready to be replaced."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _tree(self) -> QTreeView:
        tree = OutlineTree(self)
        tree.setModel(self._model)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.setAnimated(False)
        tree.setExpandsOnDoubleClick(False)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setAccessibleName(self.tr("Outline"))
        tree.setMouseTracking(True)
        tree.setDragDropMode(QTreeView.DragDropMode.DropOnly)
        self._delegate = OutlineDelegate(tree)
        tree.setItemDelegate(self._delegate)
        return tree

    def _connect(self) -> None:
        self._soon.timeout.connect(self._renew)
        self.filter.textChanged.connect(self._on_filter_text)
        self._filtering.found.connect(self._on_filter_found)
        self._model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        self._model.modelReset.connect(self._on_model_reset)
        self._model.files_dropped.connect(self.files_dropped)
        self._model.renewed.connect(self._on_model_renewed)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.pressed_key.connect(self._on_key)
        self.tree.expanded.connect(self._on_expanded)
        self.tree.collapsed.connect(self._on_collapsed)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self._session.changed.connect(self._on_session_changed)
        self._session.place_changed.connect(self._on_place)
        self._findings.changed.connect(self._model.refresh_counts)

    # ---- state

    @property
    def current(self) -> Entry | None:
        """The entry of the current row."""
        return self.tree.currentIndex().data(ENTRY)

    def state(self) -> list[str]:
        """The rows that were closed and opened by hand, to be remembered: `-key` and `+key`."""
        return [f"-{key}" for key in sorted(self._closed)] + [
            f"+{key}" for key in sorted(self._expanded)
        ]

    def set_state(self, state: list[str]) -> None:
        """Open and close the rows as they were."""
        self._closed = {key[1:] for key in state if key.startswith("-")}
        self._expanded = {key[1:] for key in state if key.startswith("+")}
        self._restore(self.current.key if self.current else "")

    def _restore(self, current: str) -> None:
        """Bring back what was open and which row was current, without moving the focus.

        The row of the package stands for a place whose own row has only now been made.
        """
        self._moving = True
        try:
            self._open_rows()
            index = self._model.index_of(current) if current else QModelIndex()
            place = self._session.place
            waits = current.startswith("package:") and place is not None and place.steps
            if place is not None and (waits or not index.isValid()):
                index = self._index_of(place)
            if index.isValid():
                self.tree.setCurrentIndex(index)
        finally:
            self._moving = False

    def _open_rows(self) -> None:
        packages = sum(1 for index in self._model.branches() if not index.parent().isValid())
        filtered = bool(self.filter.text().strip())
        for index in list(self._model.branches()):
            entry = index.data(ENTRY)
            few = entry.kind == "package" and packages <= _FEW
            usual = few or entry.kind in ("records", "others")
            wanted = usual and entry.key not in self._closed
            found = filtered and (entry.within is None or self._model.holds(entry))
            self.tree.setExpanded(index, wanted or found or entry.key in self._expanded)

    # ---- from the session

    def _on_session_changed(self, change: Change) -> None:
        place = change.address
        inside = place is not None and place.part.startswith("record")
        if change.records_changed or not inside:
            if place is not None and len(place.steps) > 1 and place.steps[0].name in _BULKY:
                self._soon.start()  # No row comes or goes, and what is in it takes long to count.
            else:
                self._renew()
        else:
            self._model.forget_titles(change.parts)

    def _renew(self) -> None:
        self._soon.stop()
        self._filtering.stop()
        self._model.renew()

    def _on_model_about_to_be_reset(self) -> None:
        current = self.current
        self._kept = (current.key if current else "", self.tree.verticalScrollBar().value())

    def _on_model_reset(self) -> None:
        key, top = self._kept
        self._restore(key)
        self.tree.verticalScrollBar().setValue(top)
        if self._following is not None:
            self._follow(self._following)

    def _on_model_renewed(self) -> None:
        for index in list(self._model.branches()):
            if self.tree.isExpanded(index):
                self._model.open(index)
        if self.filter.text().strip():
            self._on_filter_text(self.filter.text())

    def _on_place(self, place: Address, origin: object) -> None:
        if origin is self:
            return
        current = self.current
        inner = not self._model.hasChildren(self.tree.currentIndex())
        chosen = self.tree.currentIndex() in self.tree.selectedIndexes()
        if inner and chosen and current is not None and _covers(current, place):
            return  # Qt makes a row the current one without choosing it, with the first focus
        index = self._index_of(place)
        if index.isValid():
            self._moving = True
            try:
                self.tree.setCurrentIndex(index)
            finally:
                self._moving = False

    # ---- from the user

    def _on_filter_text(self, text: str) -> None:
        self._filtering.look(text, self._model.entries())

    def _on_filter_found(self, keys: frozenset[str] | None) -> None:
        self._model.narrow(keys, self._filtering.holding)
        self.nothing.setVisible(keys is not None and not keys)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._moving and not self.waiting:
            self._go(current)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go(index)

    def _go(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry is None or entry.kind in _HEADS or entry.address is None:
            return
        place = opened_at(self._session.document, entry.address)
        if place != self._session.place:
            self._session.go_to(place, origin=self)

    def _enter(self, entry: Entry) -> None:
        """Open or close a row that has others below it, or take the focus into the form."""
        index = self.tree.currentIndex()
        if entry.kind in _HEADS:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif entry.address is not None:
            self._session.go_to(opened_at(self._session.document, entry.address))

    def _on_expanded(self, index: QModelIndex) -> None:
        self._model.open(index)
        self._note(index, self._expanded, self._closed)

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._note(index, self._closed, self._expanded)

    def _note(self, index: QModelIndex, into: set[str], out_of: set[str]) -> None:
        entry = index.data(ENTRY)
        if self._moving or entry is None or self.filter.text().strip():
            return
        out_of.discard(entry.key)
        usual = entry.kind in _OPEN
        if usual != (into is self._expanded):
            into.add(entry.key)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """From the filter box down into the tree, and Escape to empty it."""
        if watched is getattr(self, "filter", None) and event.type() == QEvent.Type.Resize:
            self.filter.setPlaceholderText(self._placeholder(self.filter))
        if watched is getattr(self, "filter", None) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.tree.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return False

    def act(self, name: str) -> bool:
        """Do something with the current row, if the focus is in the tree."""
        if self.tree.hasFocus():
            self._on_key(name)
        return self.tree.hasFocus()

    def _on_key(self, name: str) -> None:
        entry = self.current
        if entry is None:
            return
        if name == "open":
            self._enter(entry)
        elif name == "remove":
            self.remove()
        elif name == "copy":
            self.duplicate()
        else:
            self.move(-1 if name == "up" else 1)

    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """The actions on the current row."""
        entry = self.current
        record = entry is not None and entry.kind in ("record", "other")
        free = not self._session.read_only
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._action(menu, "add", self.tr("Add record"), "", self._on_add, free)
        can = self._can(can_duplicate)
        self._action(menu, "duplicate", self.tr("Duplicate"), "Ctrl+D", self.duplicate, can)
        menu.addSeparator()
        up, down = self._can(can_move, -1), self._can(can_move, 1)
        self._action(menu, "up", self.tr("Move up"), "Alt+Up", self._on_up, up)
        self._action(menu, "down", self.tr("Move down"), "Alt+Down", self._on_down, down)
        self._action(menu, "remove", self.tr("Remove"), "Del", self.remove, self._can())
        menu.addSeparator()
        self._action(
            menu, "section", self.tr("Show its section"), "", self.show_section, self._holds()
        )
        self._action(menu, "save-as", self.tr("Save record as…"), "", self._on_save_record, record)
        return menu

    def _action(
        self, menu: QMenu, sign: str, text: str, key: str, handler: object, enabled: bool
    ) -> QAction:
        action = menu.addAction(icon(sign), text)
        if key:  # shown only: the tree handles its own keys
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(enabled)
        action.triggered.connect(handler)
        return action

    def _can(self, allowed: object = None, *more: object) -> bool:
        """Whether the current row can be edited, and so that there is something to do."""
        place = self._target()
        if place is None or self._session.read_only:
            return False
        return allowed is None or allowed(self._session.document, place, *more)

    def _holds(self) -> bool:
        """Whether the current row opens what its section holds, and not the section itself."""
        entry, place = self.current, self._target()
        if entry is None or entry.address is None or place is None:
            return False
        return opened_at(self._session.document, entry.address) != place

    def show_section(self) -> None:
        """Show the section around a record or description: its ID, its dates, its wrapper."""
        place = self._target()
        if place is not None:
            self._session.go_to(place, origin=self)

    def _on_add(self) -> None:
        self.add_record_requested.emit()

    def _on_save_record(self) -> None:
        if self.current is not None and self.current.kind in ("record", "other"):
            self.save_record_requested.emit(self.current.address)

    def _on_up(self) -> None:
        self.move(-1)

    def _on_down(self) -> None:
        self.move(1)

    def _index_of(self, place: Address) -> QModelIndex:
        """The row for a place: of a description the record in it, or what that is folded into."""
        record = record_inside(self._session.document, place)
        index = self._model.index_for(record) if record is not None else QModelIndex()
        if index.isValid() and not self.tree.isExpanded(index.parent()):
            index = index.parent()
        return index if index.isValid() else self._model.index_for(place)

    # ---- edits

    def _target(self) -> Address | None:
        """What the actions work on: a record with the section it stands in, or a section."""
        entry = self.current
        if entry is None or entry.address is None or entry.kind in ("package", *_HEADS):
            return None
        if entry.kind == "record":
            return remainder(self._session.document, entry.address)
        return entry.covers[0]

    def duplicate(self) -> None:
        """Put a copy of the current record or section behind it, with IDs of its own."""
        self._do(duplicate)

    def remove(self) -> None:
        """Remove the current record with the section that holds it, or the current section.

        Where something points at it, the session asks first what becomes of that.
        """
        back = self.current.address if self.current is not None else None
        self._do(lambda document, place: _removal(document, place, back))

    def move(self, by: int) -> None:
        """Let the current record or section change places with its neighbour."""
        self._do(lambda document, place: move(document, place, by))

    def _do(self, make: object) -> None:
        place = self._target()
        if place is None or self._session.read_only:
            return
        try:
            edit: Edit | None = make(self._session.document, place)
        except EditError as error:
            self._session.refused.emit(str(error))
            return
        self._following = edit.address if edit is not None else None
        if not self._session.perform(edit, self):
            self._following = None
        elif not self._model.busy:
            self._follow(self._following)

    def _follow(self, place: Address | None) -> None:
        """Stand at what an edit was about, once its row is there."""
        self._following, document = None, self._session.document
        if place is not None and place.steps:
            place = opened_at(document, place)
        index = self._model.index_for(place) if place is not None else QModelIndex()
        if index.isValid():
            self.tree.setCurrentIndex(index)


def _removal(document: Document, place: Address, back: Address | None) -> Edit | None:
    """The edit that removes a place; undone, it shows `back`, the record that was chosen."""
    edit = remove(document, place)
    return replace(edit, back=back or place) if edit else None


def _covers(entry: Entry, place: Address) -> bool:
    return any(cover.contains(place) for cover in entry.covers)

"""The middle of the window: the form, and above it the files or the structure when one is there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from catalog_app.document.address import Address
from catalog_app.document.edit import EditError
from catalog_app.document.names import METS, METS2
from catalog_app.document.package import form_root
from catalog_app.document.package_spots import is_coarse, opening
from catalog_app.document.structure_edit import link_files
from catalog_app.document.structure_links import other_map
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session
from catalog_app.ui.form.form import Form
from catalog_app.ui.nothing import NothingHere
from catalog_app.ui.outline.pane import OutlinePane
from catalog_app.ui.package.choose_division import ChooseDivision
from catalog_app.ui.package.files_pane import FilesPane
from catalog_app.ui.package.structure_marking import StructureMarking
from catalog_app.ui.package.structure_model import StructureModel
from catalog_app.ui.package.structure_pane import StructurePane


class SectionView(QWidget):
    """Follows the session's place: the form shows the very file or division that is in focus."""

    def __init__(
        self,
        session: Session,
        findings: object = None,
        services: object = None,
        form: Form | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._services = session, services
        self._jobs = getattr(services, "jobs", None) or Jobs(self)
        self.form = form or Form(session, findings, services, self)
        self.form.detailed = True
        self.files: FilesPane | None = None
        self.structure: StructurePane | None = None
        #: The tree of another map beside the first one.
        self.other: StructurePane | None = None
        self._tops = QSplitter(Qt.Orientation.Horizontal, self)
        self._tops.setHandleWidth(1)
        self._tops.setChildrenCollapsible(False)
        self._tops.hide()
        self._beside = self._maps = False
        self._marking: StructureMarking | None = None
        self._entered: FilesPane | StructurePane | None = None
        self._choosing: ChooseDivision | None = None
        self._down = QSplitter(Qt.Orientation.Vertical, self)
        self._down.setHandleWidth(1)
        self._down.setChildrenCollapsible(False)
        self._down.addWidget(self._tops)
        self._down.addWidget(self.form)
        self._down.setSizes([330, 300])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._down)
        self._nothing: NothingHere | None = None
        if not session.document.anchors():
            self._down.hide()
            self._nothing = NothingHere(session.document, self)
            column.addWidget(self._nothing)
        self.setFocusProxy(self.form)
        session.place_changed.connect(self._on_session_place_changed)
        self.form.root_changed.connect(self._on_form_root_changed)
        self.show_place(session.place or self.form.root)

    def _on_session_place_changed(self, address: Address | None, origin: object) -> None:
        if address is None:
            return
        if self._nothing is not None and self._session.document.element(address) is not None:
            self._nothing.hide()
            self._down.show()
        self.show_place(address)
        back, self._entered = self._entered, None
        row = back.left_at if back and len(address.steps) == 1 else None
        if row and address.contains(row) and isinstance(origin, OutlinePane | None):
            QTimer.singleShot(0, self, partial(self._come_back, row, address))

    def _come_back(self, row: Address, section: Address) -> None:
        """From another section back to the rows: show the one that was in focus there."""
        document = self._session.document
        if self._session.place == section and document.element(row) is not None:
            self._session.go_to(row, self)

    def _on_form_root_changed(self, address: Address) -> None:
        self.show_place(address)

    def act_on_rows(self, name: str) -> bool:
        """Do something with the rows of the table or the tree, if the focus is there."""
        return any(pane.view.hasFocus() and pane.act(name) for pane in self._panes())

    def settle(self) -> None:
        """Let what is being typed in a cell of the table or the tree be written, or refused."""
        focus = QApplication.focusWidget()
        for pane in self._panes():
            if focus is not None and pane.view.isAncestorOf(focus):
                pane.view.setFocus()

    def _panes(self) -> list[FilesPane | StructurePane]:
        return [pane for pane in (self.files, self.structure, self.other) if pane is not None]

    @property
    def tree(self) -> StructurePane | None:
        """The tree of the map that the place in focus is in."""
        place = self._session.place
        return self._tree_of(Address(place.part, place.steps[:1])) if place else self.structure

    def show_place(self, address: Address) -> None:
        """Show the table or the tree that an address belongs to, or neither."""
        name = address.steps[0].name if address.steps else ""
        top = None
        if address.part.startswith("package") and name in ("fileSec", "structMap"):
            top = self._top(name, Address(address.part, address.steps[:1]))
        if top is not None and not top.isVisible():
            self._entered = top
        self._tops.setVisible(top is not None)
        if top is not None:
            self._show_top(top)
        elif address.part.startswith("package") and address.steps:
            self._open_in_slices(Address(address.part, address.steps[:1]))

    def _show_top(self, top: QWidget) -> None:
        """Show the table or the tree; the table also with the tree beside it."""
        structure = Address(self._session.place.part if self._session.place else "package1")
        if self._beside and self.structure is None:
            self._top("structMap", structure.child("structMap"))
        files, maps = top is self.files or self._beside, top is not self.files or self._beside
        if self.files is not None:
            self.files.setVisible(files)
        if self.structure is not None:
            self.structure.setVisible(maps)
        if self.other is not None:
            self.other.setVisible(maps and self._maps and self._show_other())

    def _show_other(self) -> bool:
        """Show another map beside the first one; False if there is none."""
        assert self.structure is not None
        assert self.other is not None
        document, first = self._session.document, self.structure.section
        shown = self.other.section
        if shown is None or shown == first or document.element(shown) is None:
            shown = other_map(document, first) if first else None
            if shown is not None:
                self.other.show_section(shown)
        return shown is not None

    def _on_maps(self, wanted: bool) -> None:
        """Show two maps beside each other, or one."""
        self._maps = wanted
        if wanted and self.other is None:
            self.other = self._new_tree()
            self._marking = StructureMarking(self._session, self._jobs, self._shown_maps, self)
        for tree in (self.structure, self.other):
            if tree is not None:
                tree.both.setChecked(wanted)
        if self._session.place is not None:
            self.show_place(self._session.place)
        if self._marking is not None:
            self._marking.look_soon()

    def _shown_maps(self) -> list[StructureModel]:
        """The models of two maps beside each other; of one alone nothing is marked."""
        trees = [tree for tree in (self.structure, self.other) if tree and tree.isVisible()]
        return [tree.model for tree in trees]

    def _on_tied(self, section: str, rows: list[int], division: Address) -> None:
        """Tie the rows that were dragged from one map to a division of the other."""
        trees = (tree for tree in (self.structure, self.other) if tree is not None)
        source = next((tree for tree in trees if str(tree.section) == section), None)
        if source is not None:
            source.tie_rows(rows, division)

    def _on_beside(self, wanted: bool) -> None:
        self._beside = wanted
        if self._session.place is not None:
            self.show_place(self._session.place)

    def take_dropped(self, files: list[str], group: Address) -> None:
        """Move the files that were dragged out of the table to a group."""
        if self.files is not None:
            self.files.take_dropped(files, group)

    def _on_link_wanted(self, files: list[str]) -> None:
        """Ask for a division, and link files to it."""
        package = self._session.place.part if self._session.place else "package1"
        box = ChooseDivision(self._session, self._jobs, package, len(files), self)
        box.chosen.connect(partial(self._link, files))
        box.finished.connect(box.deleteLater)
        self._choosing = box
        box.open()

    def _link(self, files: list[str], division: Address) -> None:
        try:
            edit = link_files(self._session.document, division, files)
        except EditError as error:
            self._session.refused.emit(str(error))
            return
        if self._session.perform(edit, self):
            self._session.end_typing()

    def _open_in_slices(self, section: Address) -> None:
        """Cut a large section without a table or tree of its own finer; the form shows it then."""
        if is_coarse(self._session.document, section):
            steps = opening(self._session.document, section)
            label = self.tr("Reading a large section")
            self._jobs.slices(label, steps, self._on_opened, self._on_failed)

    def _on_opened(self, _result: object) -> None:
        place = self._session.place
        if place is not None and place.part.startswith("package"):
            self.form.show_root(form_root(self._session.document, place))

    def _on_loaded(self) -> None:
        self._on_opened(None)

    def _on_failed(self, error: BaseException) -> None:
        self._session.refused.emit(str(error))

    def _top(self, name: str, section: Address) -> FilesPane | StructurePane | None:
        document = self._session.document
        anchor = document.anchor(section.part)
        known = (METS, METS2) if name == "fileSec" else (METS,)
        if anchor is None or document.standard(section.part) not in known:
            return None
        if name == "fileSec":
            if self.files is None:
                self.files = FilesPane(self._session, self._services, self)
                self._tops.addWidget(self.files)
                self.files.model.loaded.connect(self._on_loaded)
                self.files.beside.connect(self._on_beside)
                self.files.link_wanted.connect(self._on_link_wanted)
            self.files.show_section(section)
            return self.files
        if self.structure is None:
            self.structure = self._new_tree()
        tree = self._tree_of(section)
        tree.show_section(section)
        return tree

    def _new_tree(self) -> StructurePane:
        tree = StructurePane(self._session, self._services, self)
        self._tops.addWidget(tree)
        tree.model.loaded.connect(self._on_loaded)
        tree.model.tied.connect(self._on_tied)
        tree.beside.connect(self._on_maps)
        return tree

    def _tree_of(self, section: Address) -> StructurePane | None:
        """The tree that shows a map already, else the first."""
        there = self._maps and self.other is not None and self.other.section == section
        return self.other if there else self.structure

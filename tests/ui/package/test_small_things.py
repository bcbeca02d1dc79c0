"""Pages that are made are shown, links have titles, a package can be begun on the start page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.package_spots import is_coarse
from catalog_app.ui.outline.model import ENTRY
from tests.large import large_mets
from tests.ui.package.test_groups import opened_desk
from tests.ui.shell.conftest import Open

STRUCTURE = Address("package1").child("structMap")
PAGES = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <fileSec><fileGrp USE="master"><file ID="f1"/><file ID="f2"/><file ID="f3"/></fileGrp></fileSec>
  <structMap TYPE="LOGICAL"><div ID="book"><div ID="ch1" LABEL="Chapter one"/></div></structMap>
  <structMap TYPE="PHYSICAL"><div ID="phys" TYPE="volume"><div ID="p1"/></div></structMap>
  <structLink><smLink xlink:from="ch1" xlink:to="phys"/><smLink xlink:from="p1" xlink:to="no"/>
  </structLink>
</mets>
"""


def test_a_page_for_each_file_unfolds_the_division_and_chooses_the_pages(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened_desk(opened, tmp_path, PAGES)
    desk.session.go_to(STRUCTURE.child("div").child("div"), desk)
    pane = desk.sections.structure
    qtbot.waitUntil(lambda: len(pane.chosen()) == 1)
    rows = pane.model.rowCount()
    pane.add_pages(Address("package1").child("fileSec").child("fileGrp"))
    QApplication.processEvents()
    chapter = STRUCTURE.child("div").child("div")
    assert pane.chosen() == [chapter.child("div", number) for number in (1, 2, 3)]
    assert pane.model.rowCount() == rows + 3
    first = pane.tree.visualRect(pane.tree.currentIndex())
    assert pane.tree.viewport().rect().contains(first.center())
    desk.session.undo_stack.undo()
    assert desk.session.document.text == PAGES


def test_the_groups_of_a_large_section_are_offered_for_pages(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.xml"
    path.write_bytes(large_mets(5000))
    window = opened(path)
    qtbot.waitUntil(lambda: window.desk is not None)
    desk = window.desk
    desk.session.go_to(STRUCTURE, desk)
    pane = desk.sections.structure
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    assert is_coarse(desk.session.document, Address("package1").child("fileSec"))
    pane.pages.aboutToShow.emit()
    assert not pane.pages.isEmpty()
    qtbot.waitUntil(lambda: pane.pages.actions()[0].isEnabled())
    assert len(pane.pages.actions()) == 1


def test_links_are_called_by_the_titles_of_their_ends(opened: Open, tmp_path: Path) -> None:
    desk = opened_desk(opened, tmp_path, PAGES)
    model = desk.outline.tree.model()
    while model.busy:
        QApplication.processEvents()
    package = model.index(0, 0)
    rows = [model.index(row, 0, package) for row in range(model.rowCount(package))]
    links = next(index for index in rows if index.data(ENTRY).kind == "links")
    desk.outline.tree.expand(links)
    shown = [model.index(row, 0, links).data() for row in range(model.rowCount(links))]
    assert shown == ["Chapter one → volume", "p1 → no"]


def test_a_package_is_begun_on_the_start_page(opened: Open) -> None:
    window = opened()
    words = [button.accessibleName() for button in window.start.buttons]
    assert words[0] == "Open…"
    next(
        b for b in window.start.buttons if b.accessibleName() == "New package from a folder…"
    ).click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.reject()

"""Files are linked to divisions: chosen by keys, or dragged onto the tree beside the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.ui.desk import Desk
from catalog_app.ui.package.structure_pane import StructurePane
from tests.document.test_package import SMALL
from tests.ui.package.test_stack import Open

FILES = Address("package1").child("fileSec")
BOOK = Address("package1").child("structMap").child("div")


@pytest.fixture
def desk(opened: Open, tmp_path: Path, qtbot: QtBot) -> Desk:
    path = tmp_path / "mets.xml"
    path.write_bytes(SMALL)
    found = opened(path).desks()[0]
    found.session.go_to(FILES)
    qtbot.waitUntil(lambda: found.sections.files.model.rowCount() == 3)
    return found


def drop(pane: StructurePane, data: object, row: int) -> bool:
    """Enter, move over and drop on a row, as the window system reports it."""
    spot = pane.tree.visualRect(pane.model.index(row, 0)).center()
    none, copy, left = (
        Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton,
    )  # fmt: skip
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(spot, copy, data, left, none)
        QApplication.sendEvent(pane.tree.viewport(), event)
        if not event.isAccepted():
            return False
    event = QDropEvent(QPointF(spot), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(pane.tree.viewport(), event)
    return True


@pytest.mark.filterwarnings("ignore:.*QDrag.*deprecated:DeprecationWarning")
def test_files_are_dragged_onto_a_division_beside_the_table(desk: Desk, qtbot: QtBot) -> None:
    files = desk.sections.files
    files.both.click()
    structure = desk.sections.structure
    qtbot.waitUntil(lambda: structure.model.rowCount() >= 2)
    assert files.isVisible()
    assert structure.isVisible()
    row = structure.model.structure.row_of(BOOK)
    data = files.model.mimeData([files.model.index(n, 0) for n in (0, 1)])
    assert drop(structure, data, row)
    text = desk.session.document.text
    assert text.index(b'<fptr FILEID="f1"/><fptr FILEID="f2"/>') < text.index(b'<div ID="log2"')
    desk.session.undo_stack.undo()
    assert desk.session.document.text == SMALL
    files.both.click()
    desk.session.go_to(FILES)
    assert files.isVisible()
    assert not structure.isVisible()


def test_a_division_is_found_by_typing_and_gets_the_file(desk: Desk, qtbot: QtBot) -> None:
    files = desk.sections.files
    files.table.selectRow(1)
    files.table.setFocus()
    QTest.keyClick(files.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    box = desk.sections._choosing
    assert box is not None
    qtbot.waitUntil(lambda: box.found.count() == 2)
    QTest.keyClicks(box.query, "log2")
    qtbot.waitUntil(lambda: box.found.count() == 1)
    QTest.keyClick(box.query, Qt.Key.Key_Return)
    division = desk.session.document.element(BOOK.child("div"))
    assert division is not None
    assert [child.get("FILEID") for child in division.children()] == ["f1", "f11", "f2"]
    desk.session.undo_stack.undo()
    assert desk.session.document.text == SMALL


def test_a_division_without_an_id_is_chosen_by_its_label(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path, page = tmp_path / "mets.xml", b'<div TYPE="page" ORDERLABEL="xiv"/>'
    before = SMALL.replace(b"</structMap>", b'</structMap><structMap><div LABEL="Notes">' + page
                           + b"</div></structMap>", 1)  # fmt: skip
    path.write_bytes(before)
    desk = opened(path).desks()[0]
    desk.session.go_to(FILES)
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.rowCount() == 3)
    files.table.selectRow(1)
    files.table.setFocus()
    QTest.keyClick(files.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    box = desk.sections._choosing
    QTest.keyClicks(box.query, "xiv")
    qtbot.waitUntil(lambda: box.found.count() == 1)
    assert box.found.item(0).text() == "Notes › xiv"
    QTest.keyClick(box.query, Qt.Key.Key_Return)
    text = desk.session.document.text
    assert b'<div TYPE="page" ORDERLABEL="xiv"><fptr FILEID="f2"/></div>' in text
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


TWO_MAPS = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <structMap TYPE="LOGICAL">
    <div ID="book"><div ID="ch1" LABEL="one"/><div ID="ch2" LABEL="two"/></div>
  </structMap>
  <structMap TYPE="PHYSICAL">
    <div ID="seq"><div ID="p1"/><div ID="p2"/><div ID="p3"/></div>
  </structMap>
</mets>
"""
CHAPTERS = Address("package1").child("structMap")
PAGES = Address("package1").child("structMap", 2)


@pytest.fixture
def maps(opened: Open, tmp_path: Path, qtbot: QtBot) -> Desk:
    """A package with its chapters and, beside them, its pages."""
    path = tmp_path / "mets.xml"
    path.write_bytes(TWO_MAPS)
    found = opened(path).desks()[0]
    found.session.go_to(CHAPTERS)
    sections = found.sections
    qtbot.waitUntil(lambda: sections.structure.model.rowCount() == 3)
    QTest.mouseClick(sections.structure.both, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sections.other.model.rowCount() == 4)
    return found


@pytest.mark.filterwarnings("ignore:.*QDrag.*deprecated:DeprecationWarning")
def test_pages_are_dragged_onto_their_chapter_in_the_map_beside(maps: Desk) -> None:
    chapters, pages = maps.sections.structure, maps.sections.other
    assert (chapters.section, pages.section) == (CHAPTERS, PAGES)
    assert chapters.isVisible()
    assert pages.isVisible()
    for tree in (chapters, pages):  # no room for words, which would be cut to their first letter
        assert tree.number.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        assert tree.number.toolTip() == tree.number.text() != ""
    data = pages.model.mimeData([pages.model.index(row, 0) for row in (1, 2)])
    assert drop(chapters, data, 2)
    links = (
        b'<smLink xlink:from="ch2" xlink:to="p1"/>',
        b'<smLink xlink:from="ch2" xlink:to="p2"/>',
    )
    assert all(link in maps.session.document.text for link in links)
    assert drop(pages, chapters.model.mimeData([chapters.model.index(1, 0)]), 3)
    assert b'<smLink xlink:from="ch1" xlink:to="p3"/>' in maps.session.document.text
    maps.session.undo_stack.undo()
    maps.session.undo_stack.undo()
    assert maps.session.document.text == TWO_MAPS
    assert drop(pages, pages.model.mimeData([pages.model.index(3, 0)]), 1)
    assert b'<div ID="p1"><div ID="p3"/></div>' in maps.session.document.text.replace(b"\n", b"")


def test_what_is_done_in_one_of_two_maps_is_done_where_the_place_in_focus_is(
    maps: Desk, qtbot: QtBot
) -> None:
    sections = maps.sections
    maps.session.go_to(PAGES.child("div").child("div", 2))
    assert (sections.structure.section, sections.other.section) == (CHAPTERS, PAGES)
    assert sections.tree is sections.other
    assert sections.other.chosen() == [PAGES.child("div").child("div", 2)]
    maps.window().actions_by_id["division_before"].trigger()
    qtbot.waitUntil(lambda: sections.other.model.rowCount() == 5)
    assert sections.structure.model.rowCount() == 3
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # it stays without a name
    maps.session.undo_stack.undo()
    QTest.mouseClick(sections.other.both, Qt.MouseButton.LeftButton)
    assert not sections.other.isVisible()
    assert not sections.structure.both.isChecked()
    assert sections.structure.section == PAGES
    assert maps.session.document.text == TWO_MAPS


def titles(pane: StructurePane) -> list[str]:
    return [pane.model.index(row, 0).data() for row in range(pane.model.rowCount())]


def test_what_is_linked_with_the_division_in_focus_is_marked_in_the_map_beside(
    maps: Desk, qtbot: QtBot
) -> None:
    chapters, pages = maps.sections.structure, maps.sections.other
    pages.tie_rows([1, 3], chapters.model.address(1))
    maps.session.go_to(chapters.model.address(1).at("LABEL"))
    qtbot.waitUntil(lambda: titles(pages) == ["seq", "⇄ p1", "p2", "⇄ p3"])
    assert titles(chapters) == ["book", "one", "two"]
    maps.session.go_to(pages.model.address(3))
    qtbot.waitUntil(lambda: titles(chapters) == ["book", "⇄ one", "two"])
    assert titles(pages) == ["seq", "p1", "p2", "p3"]
    maps.session.undo_stack.undo()
    maps.session.go_to(pages.model.address(3))
    qtbot.waitUntil(lambda: titles(chapters) == ["book", "one", "two"])
    maps.session.undo_stack.redo()
    qtbot.waitUntil(lambda: titles(chapters) == ["book", "⇄ one", "two"])
    chapters.both.setChecked(False)
    maps.session.go_to(CHAPTERS)
    qtbot.waitUntil(lambda: titles(chapters) == ["book", "one", "two"])


def test_a_package_with_one_map_offers_no_other(desk: Desk, qtbot: QtBot) -> None:
    desk.session.go_to(BOOK)
    qtbot.waitUntil(lambda: desk.sections.structure.model.rowCount() > 0)
    assert desk.sections.structure.both.isHidden()

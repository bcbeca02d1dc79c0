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

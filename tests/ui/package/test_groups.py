"""Groups of files in the real window: reached, named, added, copied, taken away, filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.ui.desk import Desk
from catalog_app.ui.outline.model import ENTRY, NOTE
from catalog_app.ui.package.files_grouping import GROUP
from tests.stories.hands import Hands
from tests.ui.form.conftest import focused
from tests.ui.package.test_gathering import errors
from tests.ui.shell.conftest import Open

FILES = Address("package1").child("fileSec")
NAMELESS = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <fileSec>
    <fileGrp USE="master">
      <file ID="f1"><FLocat LOCTYPE="URL" xlink:href="a/1.tif"/></file>
      <file ID="f2"/>
    </fileGrp>
    <fileGrp ID="small"><file ID="f3"/></fileGrp>
    <fileGrp>
      <fileGrp><file ID="f4"/></fileGrp>
    </fileGrp>
  </fileSec>
  <structMap><div><fptr FILEID="f1"/></div></structMap>
</mets>
"""
EMPTY = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
%s  <structMap><div/></structMap>
</mets>
"""


def opened_desk(opened: Open, tmp_path: Path, data: bytes) -> Desk:
    path = tmp_path / "mets.xml"
    path.write_bytes(data)
    window = opened(path)
    window.resize(1400, 900)
    return window.desk


def files_row(desk: Desk) -> QModelIndex:
    model = desk.outline.tree.model()
    while model.busy:
        QApplication.processEvents()
    package = model.index(0, 0)
    rows = (model.index(row, 0, package) for row in range(model.rowCount(package)))
    return next(index for index in rows if index.data(ENTRY).kind == "files")


def rows_below(desk: Desk, index: QModelIndex) -> list[QModelIndex]:
    model = desk.outline.tree.model()
    desk.outline.tree.expand(index)
    QApplication.processEvents()
    return [model.index(row, 0, index) for row in range(model.rowCount(index))]


def click(desk: Desk, index: QModelIndex) -> None:
    tree = desk.outline.tree
    tree.scrollTo(index)
    spot = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


def test_groups_are_rows_of_the_outline_and_open_their_form(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened_desk(opened, tmp_path, NAMELESS)
    rows = rows_below(desk, files_row(desk))
    assert [row.data() for row in rows] == ["master", "small", "Group 3"]
    assert [row.data(NOTE) for row in rows] == ["(2)", "(1)", "(none)"]
    assert [row.data() for row in rows_below(desk, rows[2])] == ["Group 3.1"]
    click(desk, rows_below(desk, files_row(desk))[0])
    group = FILES.child("fileGrp")
    assert desk.form.root == group
    for name in ("USE", "ID", "ADMID"):
        assert desk.form.reveal(group.at(name)), name
    desk.form.reveal(group.at("USE"))
    QTest.keyClick(focused().input, Qt.Key.Key_End)
    QTest.keyClicks(focused().input, "s")
    assert files_row(desk).isValid()
    qtbot.waitUntil(lambda: rows_below(desk, files_row(desk))[0].data() == "masters")
    files = desk.sections.files
    assert [files.model.index(row, GROUP).data() for row in range(4)] == [
        "masters", "masters", "small", "Group 3.1"
    ]  # fmt: skip
    desk.session.undo_stack.undo()
    assert desk.session.document.text == NAMELESS


def test_a_double_click_on_the_group_of_a_file_shows_the_group(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened_desk(opened, tmp_path, NAMELESS)
    desk.session.go_to(FILES, desk)
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.ready)
    cell = files.table.visualRect(files.model.index(3, GROUP)).center()
    QTest.mouseClick(files.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(files.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    group = FILES.child("fileGrp", 3).child("fileGrp")
    assert desk.session.place.element == desk.form.root == group
    assert files.isVisible()


def test_a_group_is_added_and_its_use_is_typed_at_once(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened_desk(opened, tmp_path, NAMELESS)
    desk.window().actions_by_id["add_group"].trigger()
    QApplication.processEvents()
    hands = Hands(desk.window())
    assert hands.at == "package1/fileSec/fileGrp[4]/@USE"
    hands.type("text")
    assert b'<fileGrp USE="text"/>' in desk.session.document.text
    qtbot.waitUntil(lambda: rows_below(desk, files_row(desk))[-1].data() == "text")
    desk.session.undo_stack.setIndex(0)
    assert desk.session.document.text == NAMELESS


def test_a_group_added_by_the_search_box_is_shown_with_its_use_in_focus(
    opened: Open, tmp_path: Path
) -> None:
    desk = opened_desk(opened, tmp_path, NAMELESS)
    desk.session.go_to(FILES)
    hands = Hands(desk.window())
    desk.form.column.focus_first()
    hands.add("fileGrp")
    assert desk.form.root == FILES.child("fileGrp", 4)
    assert hands.at == "package1/fileSec/fileGrp[4]/@USE"


def test_a_group_is_copied_and_taken_away_in_the_outline(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened_desk(opened, tmp_path, NAMELESS)
    click(desk, rows_below(desk, files_row(desk))[1])
    desk.outline.tree.setFocus()
    Hands(desk.window()).press("Ctrl+D")
    text = desk.session.document.text
    assert text.count(b"<fileGrp") == 5
    assert text.count(b'ID="small"') == 1
    qtbot.waitUntil(lambda: len(rows_below(desk, files_row(desk))) == 4)
    desk.session.undo_stack.undo()
    assert desk.session.document.text == NAMELESS
    qtbot.waitUntil(lambda: len(rows_below(desk, files_row(desk))) == 3)
    click(desk, rows_below(desk, files_row(desk))[1])
    desk.outline.tree.setFocus()
    Hands(desk.window()).press("Del")
    assert b'<fileGrp ID="small">' not in desk.session.document.text
    qtbot.waitUntil(lambda: len(rows_below(desk, files_row(desk))) == 2)
    desk.session.undo_stack.undo()
    assert desk.session.document.text == NAMELESS


@pytest.mark.parametrize(
    "section", [b"", b"  <fileSec/>\n", b'  <fileSec>\n    <fileGrp USE="master"/>\n  </fileSec>\n']
)
def test_files_are_added_where_there_is_no_group_or_no_section(
    opened: Open, tmp_path: Path, qtbot: QtBot, section: bytes
) -> None:
    before = EMPTY % section
    desk = opened_desk(opened, tmp_path, before)
    for number in (1, 2):
        (tmp_path / f"p{number}.png").write_bytes(b"png")
    window = desk.window()
    assert window.actions_by_id["add_files"].isEnabled()
    files = [tmp_path / "p1.png", tmp_path / "p2.png"]
    if section:
        desk.session.go_to(FILES, desk)
        pane = desk.sections.files
        qtbot.waitUntil(lambda: pane.model.ready)
        pane.add_paths(files)
    else:
        desk.package._adding_there(lambda adding: adding.chosen.emit(files))
    qtbot.waitUntil(lambda: desk.session.undo_stack.count() == 1)
    QApplication.processEvents()
    text = desk.session.document.text
    assert text.count(b"<file ") == 2
    assert (b'USE="master"' if b"master" in section else b'USE="images"') in text
    assert errors(text) == []
    shown = desk.sections.files
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    assert shown.isVisible()
    assert desk.session.place.element == FILES.child("fileGrp").child("file")
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


def test_what_can_be_chosen_follows_what_is_there(opened: Open, tmp_path: Path) -> None:
    desk = opened_desk(opened, tmp_path, EMPTY % b"")
    actions = desk.window().actions_by_id
    assert actions["add_files"].isEnabled()
    assert not actions["verify"].isEnabled()
    actions["add_group"].trigger()
    assert actions["verify"].isEnabled()
    desk.undo()
    assert not actions["verify"].isEnabled()
    assert actions["add_files"].isEnabled()

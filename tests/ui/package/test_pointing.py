"""References are chosen and never typed, IDs are renamed once: by keys, in the real window."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address, parse_address
from catalog_app.ui.desk import Desk
from catalog_app.ui.form.editors.reference import ReferenceEditor
from tests.document.test_package import SMALL
from tests.document.test_reach import TWICE, halves
from tests.ui.form.conftest import focused
from tests.ui.shell.conftest import Open

ADMID = parse_address("package1/fileSec/fileGrp/file/@ADMID")
NAMED = SMALL.replace(
    b"</amdSec>", b'  <techMD ID="t1"><mdWrap MDTYPE="PREMIS:OBJECT"/></techMD></amdSec>'
)
KEY = Qt.Key


@pytest.fixture
def desk(opened: Open, tmp_path: Path) -> Desk:
    return open_bytes(opened, tmp_path, NAMED)


def open_bytes(opened: Open, folder: Path, data: bytes) -> Desk:
    path = folder / "mets.xml"
    path.write_bytes(data)
    return opened(path).desks()[0]


def at(desk: Desk, address: Address) -> ReferenceEditor:
    desk.session.go_to(address.element)
    desk.form.reveal(address)
    return focused()


def value(desk: Desk, address: Address) -> str | None:
    return desk.session.document.element(address.element).get(address.attribute)


def press(editor: object, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(editor.input, key)


def rows(editor: ReferenceEditor) -> list[tuple[str, bool]]:
    listed = editor._offers._list
    return [
        (item.data(Qt.ItemDataRole.UserRole).code, item.checkState() == Qt.CheckState.Checked)
        for item in (listed.item(row) for row in range(listed.count()))
    ]


def choose(editor: ReferenceEditor, code: str) -> None:
    """Open the list with its button and click a row, as with the mouse."""
    QTest.mouseClick(editor._buttons[0], Qt.MouseButton.LeftButton)
    listed = editor._offers._list
    at = [one for one, _ in rows(editor)].index(code)
    spot = listed.visualItemRect(listed.item(at)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))


def test_choosing_from_the_list_adds_and_takes_away_one_by_one(desk: Desk) -> None:
    editor = at(desk, ADMID)
    QTest.mouseClick(editor._buttons[0], Qt.MouseButton.LeftButton)
    assert rows(editor) == [("r1", True), ("amd1", True), ("t1", False)] or rows(editor) == [
        ("amd1", True), ("r1", True), ("t1", False)
    ]  # fmt: skip
    press(editor, KEY.Key_Escape)
    choose(editor, "t1")
    assert value(desk, ADMID) == "r1 amd1 t1"
    choose(editor, "amd1")
    assert value(desk, ADMID) == "r1 t1"
    desk.session.undo_stack.undo()
    assert value(desk, ADMID) == "r1 amd1 t1"
    desk.session.undo_stack.undo()
    assert desk.session.document.text == NAMED


def test_typing_looks_in_the_list_and_enter_adds(desk: Desk) -> None:
    editor = at(desk, ADMID)
    editor.input.select_whole()  # as Tab does: what is typed now must not wipe anything
    QTest.keyClicks(editor.input, "premis")
    assert desk.session.document.text == NAMED
    assert rows(editor) == [("t1", False)]
    press(editor, KEY.Key_Return)
    assert value(desk, ADMID) == "r1 amd1 t1"
    desk.session.undo_stack.undo()
    assert desk.session.document.text == NAMED


def test_what_names_nothing_is_not_written_and_the_field_says_so(desk: Desk) -> None:
    editor = at(desk, ADMID)
    shown = editor.input.text()
    press(editor, KEY.Key_End)
    QTest.keyClicks(editor.input, "nonsense")
    press(editor, KEY.Key_Tab)
    assert desk.session.document.text == NAMED
    assert "nonsense" in desk.bar.text
    assert editor.input.text() == shown
    editor = at(desk, parse_address("package1/structMap/div/div/fptr/@FILEID"))
    editor.input.select_whole()
    QTest.keyClicks(editor.input, "no such file")
    press(editor, KEY.Key_Return)
    assert desk.session.document.text == NAMED


def test_words_are_taken_away_with_the_keyboard_and_all_with_delete(desk: Desk) -> None:
    editor = at(desk, ADMID)
    press(editor, KEY.Key_End, *[KEY.Key_Backspace] * 5)
    assert desk.session.document.text == NAMED
    press(editor, KEY.Key_Return)
    assert value(desk, ADMID) == "r1"
    editor.input.select_whole()
    press(editor, KEY.Key_Delete, KEY.Key_Tab)
    assert value(desk, ADMID) is None
    desk.session.undo_stack.setIndex(0)
    assert desk.session.document.text == NAMED


def test_tab_through_a_field_and_a_list_that_is_only_looked_at_change_nothing(desk: Desk) -> None:
    editor = at(desk, ADMID)
    QTest.mouseClick(editor._buttons[0], Qt.MouseButton.LeftButton)
    press(editor, KEY.Key_Tab)
    editor = at(desk, ADMID)
    QTest.keyClicks(editor.input, "t")
    press(editor, KEY.Key_Escape, KEY.Key_Escape)
    press(editor, KEY.Key_Tab)
    assert desk.session.undo_stack.count() == 0


def test_a_dangling_reference_stays_until_it_is_taken_away(opened: Open, tmp_path: Path) -> None:
    data = NAMED.replace(b'ADMID="r1 amd1"', b'ADMID="r1 gone"')
    desk = open_bytes(opened, tmp_path, data)
    editor = at(desk, ADMID)
    press(editor, KEY.Key_Tab)
    assert desk.session.document.text == data
    choose(at(desk, ADMID), "t1")
    assert value(desk, ADMID) == "r1 gone t1"
    choose(at(desk, ADMID), "gone")
    assert value(desk, ADMID) == "r1 t1"


def test_every_one_of_several_can_be_followed(desk: Desk) -> None:
    for number, place in enumerate(("package1/amdSec/rightsMD", "package1/amdSec")):
        editor = at(desk, ADMID)
        editor._follow.setFocus()
        QTest.keyClick(editor._follow, KEY.Key_Space)
        for _ in range(number):
            QTest.keyClick(editor.menu, KEY.Key_Down)
        QTest.keyClick(editor.menu, KEY.Key_Return)
        desk.window().activateWindow()
        assert str(desk.session.place.element) == place


def test_a_division_without_an_id_gets_one_when_it_is_chosen(opened: Open, tmp_path: Path) -> None:
    data = NAMED.replace(b"</div></structMap>", b'<div LABEL="Notes"/></div></structMap>')
    desk = open_bytes(opened, tmp_path, data)
    address = parse_address("package1/structLink/smLink/@xlink:to")
    editor = at(desk, address)
    editor.input.select_whole()
    QTest.keyClicks(editor.input, "notes")
    assert editor._offers.is_open
    press(editor, KEY.Key_Return)
    assert value(desk, address) == "log3"
    assert b'<div LABEL="Notes" ID="log3"/>' in desk.session.document.text
    desk.session.undo_stack.undo()
    assert desk.session.document.text == data


def test_choices_and_links_stay_in_their_package(opened: Open, tmp_path: Path) -> None:
    desk = open_bytes(opened, tmp_path, TWICE)
    address = parse_address("package2/structMap/div/div/fptr/@FILEID")
    editor = at(desk, address)
    assert "2.tif" in editor.input.text()
    editor.follow()
    assert str(desk.session.place.element) == "package2/fileSec/fileGrp/file"
    identifier = parse_address("package2/structMap/div/@ID")
    editor = at(desk, identifier)
    editor.input.select_whole()
    QTest.keyClicks(editor.input, "book")
    press(editor, KEY.Key_Return)
    first, second = halves(desk.session.document.text)
    assert first == halves(TWICE)[0]
    assert second.count(b'"book"') == 2
    desk.session.undo_stack.undo()
    assert desk.session.document.text == TWICE


@pytest.mark.parametrize("wrong", ["TECH NEW", "dmd1", "1x", "a:b"])
def test_an_id_that_cannot_be_is_refused_and_what_was_comes_back(desk: Desk, wrong: str) -> None:
    editor = at(desk, parse_address("package1/amdSec/rightsMD/@ID"))
    editor.input.select_whole()
    QTest.keyClicks(editor.input, wrong)
    assert desk.session.document.text == NAMED
    press(editor, KEY.Key_Tab)
    assert desk.session.document.text == NAMED
    assert editor.input.text() == "r1"
    assert wrong in desk.bar.text
    assert desk.session.undo_stack.count() == 0
    QApplication.processEvents()


def test_an_id_is_written_once_when_the_field_is_left(desk: Desk) -> None:
    editor = at(desk, parse_address("package1/amdSec/rightsMD/@ID"))
    QTest.keyClick(editor.input, KEY.Key_End)
    QTest.keyClicks(editor.input, "2b")
    assert desk.session.document.text == NAMED
    press(editor, KEY.Key_Tab)
    assert desk.session.document.text == NAMED.replace(b'"r1', b'"r12b')
    desk.session.undo_stack.undo()
    assert desk.session.document.text == NAMED


def test_what_a_field_refused_is_said_until_the_user_goes_on(desk: Desk, qtbot: QtBot) -> None:
    said, others = "Nothing to point at is called", cycle(map(ADMID.element.at, ("ID", "SIZE")))

    def go_on() -> bool:
        desk.session.go_to(next(others), desk)
        return not desk.bar.isVisible()

    editor = at(desk, ADMID)
    QTest.keyClicks(editor.input, "nothing")
    press(editor, KEY.Key_Tab)
    assert said in desk.bar.text
    qtbot.waitUntil(go_on)
    editor = at(desk, ADMID)
    QTest.keyClicks(editor.input, "nothing")
    press(editor, KEY.Key_Tab)
    assert said in desk.bar.text
    editor.input.setFocus()
    QTest.keyClicks(editor.input, "x")
    assert not desk.bar.isVisible()


GROUPED = """<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <structMap><div ID="log1" LABEL="Chapter"><div LABEL="Page"/></div></structMap>
  <structLink><smLinkGrp><smLocatorLink xlink:href="%s" xlink:label="a"/><smLocatorLink \
xlink:href="#log1"/><smArcLink xlink:from="a" xlink:to="b"/></smLinkGrp></structLink>
</mets>
"""
END = parse_address("package1/structLink/smLinkGrp/smLocatorLink/@xlink:href")


def test_the_end_of_a_link_in_a_group_is_chosen_by_its_name_and_followed(
    opened: Open, tmp_path: Path
) -> None:
    desk = open_bytes(opened, tmp_path, (GROUPED % "#gone").encode())
    editor = at(desk, END)
    assert editor.input.text() == "#gone"
    choose(editor, "#log1")
    assert value(desk, END) == "#log1"
    assert at(desk, END).input.text().startswith("Chapter")
    at(desk, END).follow()
    assert parse_address("package1/structMap/div").contains(desk.session.place)
    desk.session.undo_stack.undo()
    assert desk.session.document.text == (GROUPED % "#gone").encode()
    editor = at(desk, END)
    editor.input.selectAll()
    QTest.keyClicks(editor.input, "Page")
    press(editor, KEY.Key_Return)
    assert b'<div LABEL="Page" ID="' in desk.session.document.text
    assert value(desk, END).startswith("#")

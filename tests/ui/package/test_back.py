"""Back and forward: from what a link leads to, over sections, in the real window by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import parse_address
from catalog_app.document.edits import remove
from catalog_app.ui.desk import Desk
from tests.document.test_package import SMALL
from tests.ui.form.conftest import focused
from tests.ui.package.test_pointing import at, open_bytes
from tests.ui.shell.conftest import Open

FILEID = parse_address("package1/structMap/div/div/fptr/@FILEID")
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(opened: Open, tmp_path: Path) -> Desk:
    return open_bytes(opened, tmp_path, SMALL)


def press(key: Qt.Key) -> None:
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget(), key, ALT)
    QApplication.processEvents()


def place(desk: Desk) -> str:
    return str(desk.session.place)


def test_from_a_link_to_the_file_and_back_into_the_field(desk: Desk, qtbot: QtBot) -> None:
    editor = at(desk, FILEID)
    editor.follow()
    qtbot.waitUntil(lambda: place(desk).startswith("package1/fileSec/fileGrp/file"))
    qtbot.waitUntil(lambda: desk.sections.files.model.rowCount() == 3)
    press(KEY.Key_Left)
    assert place(desk).startswith("package1/structMap/div/div")
    assert focused().address == str(FILEID)
    press(KEY.Key_Right)
    assert place(desk).startswith("package1/fileSec/fileGrp/file")
    assert desk.form.root == parse_address("package1/fileSec/fileGrp/file")
    assert desk.session.document.text == SMALL


def test_several_steps_back_and_a_new_way_from_there(desk: Desk) -> None:
    for name in ("dmdSec", "amdSec", "structLink"):
        desk.session.go_to(parse_address(f"package1/{name}"))
        QApplication.processEvents()
    press(KEY.Key_Left)
    assert place(desk).startswith("package1/amdSec")
    press(KEY.Key_Left)
    assert place(desk).startswith("package1/dmdSec")
    press(KEY.Key_Right)
    assert place(desk).startswith("package1/amdSec")
    desk.session.go_to(parse_address("package1/structMap"))
    press(KEY.Key_Right)
    assert place(desk).startswith("package1/structMap")
    press(KEY.Key_Left)
    assert place(desk).startswith("package1/amdSec")


def test_what_was_removed_is_passed_over(desk: Desk) -> None:
    for name in ("dmdSec", "amdSec/rightsMD", "structLink"):
        desk.session.go_to(parse_address(f"package1/{name}"))
        QApplication.processEvents()
    gone = remove(desk.session.document, parse_address("package1/amdSec"))
    desk.session.document.apply(gone)
    desk.go_back()
    assert place(desk).startswith("package1/dmdSec")


def test_rows_that_an_arrow_passes_are_no_places(desk: Desk, qtbot: QtBot) -> None:
    desk.session.go_to(parse_address("package1/dmdSec"))
    QApplication.processEvents()
    desk.session.go_to(parse_address("package1/fileSec"))
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.rowCount() == 3)
    files.table.setFocus()
    for _ in range(3):
        QTest.keyClick(files.table, KEY.Key_Down)
    assert place(desk).endswith("fileGrp/file")
    desk.go_back()
    assert place(desk).startswith("package1/fileSec")
    desk.go_back()
    assert place(desk).startswith("package1/dmdSec")


def test_at_the_first_place_a_word_says_so(desk: Desk) -> None:
    for _ in range(9):
        desk.go_back()
    assert "no place before" in desk.window().status.file.text()


def test_a_pointer_shows_its_file_at_once(desk: Desk) -> None:
    desk.session.go_to(FILEID.element.parent)
    cards = {str(card.address): card for card in desk.form._cards}
    fields = cards[str(FILEID.element)].fields
    assert [(field.address.attribute, field.value) for field in fields] == [("FILEID", "f1")]


def test_in_the_help_the_key_goes_back_in_the_help(desk: Desk) -> None:
    desk.session.go_to(parse_address("package1/dmdSec"))
    QApplication.processEvents()
    desk.session.go_to(parse_address("package1/amdSec"))
    desk.go_help()
    before = place(desk)
    desk.pane("help").text.setFocus()
    press(KEY.Key_Left)
    assert place(desk) == before

"""What is pointed at is removed only after the bar has said what points there: by every way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address, parse_address
from catalog_app.document.references import find_id
from catalog_app.ui.desk import Desk
from tests.document.test_package import SMALL
from tests.document.test_reach import TWICE, halves
from tests.real_files import oracle
from tests.ui.form.conftest import focused
from tests.ui.package.test_pointing import open_bytes
from tests.ui.shell.conftest import Open

VALID = SMALL.replace(b'xlink:href="a.xml"/>', b'xlink:href="a.xml" LABEL="Rights"/>').replace(
    b"<xmlData/>", b'<xmlData><t xmlns="urn:x">A</t></xmlData>'
).replace(b'<file ID="f2"/>', b'<file ID="f2" ADMID="r1"/>')  # fmt: skip
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(opened: Open, tmp_path: Path) -> Desk:
    return open_bytes(opened, tmp_path, VALID)


def by_outline(desk: Desk, identifier: str) -> None:
    address = find_id(desk.session.document, identifier)
    desk.session.go_to(address)
    QApplication.processEvents()
    desk.go_outline()
    desk.outline.tree.setCurrentIndex(desk.outline._model.index_for(address))
    QTest.keyClick(desk.outline.tree, KEY.Key_Delete)


def by_form(desk: Desk, identifier: str) -> None:
    """Ctrl+Del with the focus in the card of a section."""
    address = find_id(desk.session.document, identifier)
    desk.session.go_to(Address(address.part))
    desk.session.go_to(address.parent)
    desk.form.show_root(address.parent)
    assert desk.form.reveal(address.at("ID"))
    desk.services.actions["remove"].trigger()


def by_menu(desk: Desk, identifier: str) -> None:
    address = find_id(desk.session.document, identifier)
    desk.session.go_to(address)
    card = next(c for c in desk.form._cards if address.contains(c.address))
    entries = [entry for entry in desk.form._entries(card) if entry is not None]
    next(entry for entry in entries if entry[1] == "Remove")[3]()


def in_table(desk: Desk, qtbot: QtBot, *rows: int) -> None:
    desk.session.go_to(parse_address("package1/fileSec"))
    pane = desk.sections.files
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3 and not pane.model.loading)
    pane.table.setFocus()
    pane._choose_all(list(rows))
    QTest.keyClick(pane.table, KEY.Key_Delete)


def in_tree(desk: Desk, qtbot: QtBot, address: str) -> None:
    desk.session.go_to(parse_address("package1/structMap"))
    pane = desk.sections.structure
    qtbot.waitUntil(lambda: pane.model.rowCount() >= 2)
    pane.tree.setFocus()
    pane._choose(pane.model.reveal(parse_address(address)))
    QTest.keyClick(pane.tree, KEY.Key_Delete)


def buttons(desk: Desk) -> list[str]:
    """The answers offered; looking for links is a job where it takes more than a moment."""
    for _ in range(200):
        QApplication.processEvents()
        if desk.bar.buttons:
            break
        QTest.qWait(10)
    return [button.text().replace("&", "") for button in desk.bar.buttons]


def said(desk: Desk) -> str:
    assert buttons(desk)
    return desk.bar.text


def answer(desk: Desk, number: int) -> None:
    """Go to an answer with Tab from the first one, which has the focus, and take it."""
    assert buttons(desk)
    assert QApplication.focusWidget() is desk.bar.buttons[0]
    for _ in range(number):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    QApplication.processEvents()


def is_valid(desk: Desk, folder: Path) -> bool:
    """What the official schema says of the file as it is now."""
    path = folder / "judged.xml"
    path.write_bytes(desk.session.document.text)
    judged = oracle().judge(path, True)
    return all(part["valid"] for part in judged["parts"])


def undone(desk: Desk) -> None:
    assert desk.session.undo_stack.count() == 1
    desk.session.undo_stack.undo()
    assert desk.session.document.text == VALID


@pytest.mark.parametrize(("way", "identifier"), [
    (by_outline, "amd1"), (by_outline, "dmd1"), (by_form, "r1"),
    (by_menu, "r1"),
])  # fmt: skip
def test_the_bar_says_what_points_there_and_takes_the_links_along(
    desk: Desk, way: Callable[[Desk, str], None], identifier: str, tmp_path: Path
) -> None:
    way(desk, identifier)
    assert desk.session.document.text == VALID
    assert buttons(desk) == ["Remove with the links", "Remove, keep the links", "Cancel"]
    expected = {
        "r1": "2 links lead to “r1”: from “f1”, “f2”.",
        "amd1": "3 links lead to what is to be removed: from “f1”, “f2”.",
        "dmd1": "2 links lead to “dmd1”: from “log1”, “log2”.",
    }
    assert desk.bar.text == expected[identifier]
    answer(desk, 0)
    assert is_valid(desk, tmp_path)
    text = desk.session.document.text
    assert f'"{identifier}'.encode() not in text
    assert f' {identifier}"'.encode() not in text
    assert desk.bar.text != expected[identifier]
    undone(desk)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_the_answer_in_focus_is_given_by_enter_as_by_space(desk: Desk, key: Qt.Key) -> None:
    by_outline(desk, "dmd1")
    assert buttons(desk)
    assert QApplication.focusWidget() is desk.bar.buttons[0]
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()
    assert b'"dmd1"' not in desk.session.document.text
    undone(desk)


def test_a_blank_typed_on_is_no_answer_to_what_was_asked_from_a_field(desk: Desk) -> None:
    by_form(desk, "r1")
    assert buttons(desk)
    assert QApplication.focusWidget() is desk.bar.buttons[0]
    QTest.keyClick(desk.bar.buttons[0], KEY.Key_Space)
    assert desk.session.document.text == VALID
    assert desk.bar.text == ""
    field = focused().input
    assert (field.objectName(), field.text()) == ("package1/amdSec/rightsMD/@ID", " r1")


def test_links_are_kept_if_that_is_wanted(desk: Desk) -> None:
    by_outline(desk, "amd1")
    answer(desk, 1)
    text = desk.session.document.text
    assert b"amdSec" not in text
    assert b'ADMID="r1 amd1"' in text
    undone(desk)


@pytest.mark.parametrize("how", ["cancel", "escape"])
def test_nothing_happens_and_the_focus_comes_back(desk: Desk, how: str) -> None:
    by_outline(desk, "amd1")
    assert buttons(desk)
    if how == "cancel":
        answer(desk, 2)
    else:
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert desk.session.document.text == VALID
    assert desk.bar.text == ""
    assert QApplication.focusWidget() is desk.outline.tree


def test_files_of_the_table_are_asked_about_once(desk: Desk, qtbot: QtBot) -> None:
    in_table(desk, qtbot, 0, 1, 2)
    assert said(desk) == "2 links lead to what is to be removed: from “log2”."
    answer(desk, 0)
    text = desk.session.document.text
    assert b"<file " not in text
    assert b"fptr" not in text
    undone(desk)


def test_where_nothing_points_nothing_is_asked(desk: Desk, qtbot: QtBot) -> None:
    in_table(desk, qtbot, 1)
    qtbot.waitUntil(lambda: b'ID="f2"' not in desk.session.document.text)
    assert desk.bar.text == ""
    undone(desk)


def test_a_division_of_the_tree_and_an_empty_list_of_links_go(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    in_tree(desk, qtbot, "package1/structMap/div/div")
    assert said(desk) == "1 link leads to “log2”: from “log1 → log2”."
    answer(desk, 0)
    assert b"structLink" not in desk.session.document.text
    assert is_valid(desk, tmp_path)
    undone(desk)


def test_an_id_that_is_pointed_at_is_not_emptied_without_a_word(desk: Desk) -> None:
    address = parse_address("package1/amdSec/rightsMD/@ID")
    desk.session.go_to(address.element)
    desk.form.reveal(address)
    editor = focused()
    editor.input.select_whole()
    QTest.keyClick(editor.input, KEY.Key_Delete)
    QTest.keyClick(editor.input, KEY.Key_Return)
    assert desk.session.document.text == VALID
    assert "“r1”" in said(desk)
    answer(desk, 0)
    assert b"r1" not in desk.session.document.text
    undone(desk)


def test_links_of_another_package_are_none_of_its_business(opened: Open, tmp_path: Path) -> None:
    desk = open_bytes(opened, tmp_path, TWICE)
    desk.session.go_to(parse_address("package2/amdSec"))
    desk.form.reveal(parse_address("package2/amdSec/rightsMD/@ID"))
    desk.services.actions["remove"].trigger()
    assert said(desk) == "1 link leads to “r1”: from “f1”."
    answer(desk, 0)
    first, second = halves(desk.session.document.text)
    assert first == halves(TWICE)[0]
    assert b"r1" not in second
    desk.session.undo_stack.undo()
    assert desk.session.document.text == TWICE


def test_an_answer_to_an_old_question_does_nothing(desk: Desk) -> None:
    by_outline(desk, "amd1")
    assert buttons(desk)
    act = desk.bar.current.choices[0][1]
    desk.form.show_root(parse_address("package1/dmdSec"))
    desk.session.perform(_label(desk))
    assert desk.bar.text == ""
    act()
    assert b'ID="amd1"' in desk.session.document.text
    assert "edited meanwhile" in desk.bar.text


def _label(desk: Desk) -> object:
    from catalog_app.document.edits import set_attribute

    return set_attribute(desk.session.document, parse_address("package1/structMap/@LABEL"), "x")

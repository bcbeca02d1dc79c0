"""Files added to a package in the real window: where they lie, and what is left out and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.session.session import Session
from catalog_app.ui.desk import Desk
from catalog_app.ui.main_window import MainWindow
from tests.document.test_package import SMALL
from tests.ui.shell.conftest import Open, press, settle

FILES = Address("package1").child("fileSec")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "book"
    made.mkdir()
    for number in (1, 2):
        (made / f"стр {number}.txt").write_text(f"page {number}")
    return made


def new_package(window: MainWindow, folder: Path, qtbot: QtBot) -> Desk:
    window.gathering.package_from(folder)
    qtbot.waitUntil(lambda: len(window.desks()) == 1)
    return window.desk


def add(desk: Desk, qtbot: QtBot, *paths: Path) -> bytes:
    """Add files in the table, and give what was written then."""
    desk.session.go_to(FILES, desk)
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.ready)
    files.add_paths(list(paths))
    settle(qtbot, desk.window())
    QApplication.processEvents()
    return desk.session.document.text


def test_before_the_first_save_locations_are_relative_to_the_folder_of_the_package(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), folder, qtbot)
    (folder / "more 3.txt").write_text("page 3")
    text = add(desk, qtbot, folder / "more 3.txt")
    assert b'xlink:href="more%203.txt"' in text
    assert b"file:" not in text


def test_when_files_have_been_added_the_focus_is_on_them_in_the_table(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), folder, qtbot)
    (folder / "more 3.txt").write_text("page 3")
    desk.session.go_to(FILES, desk)
    desk.go_form()
    files = desk.sections.files
    assert QApplication.focusWidget() is not files.table
    add(desk, qtbot, folder / "more 3.txt")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is files.table)
    assert [files.model.at(row).name for row in files.table.chosen_rows()] == ["more 3.txt"]
    assert desk.session.place == files.chosen()[0]


def test_files_that_are_there_already_are_left_out_and_said(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), folder, qtbot)
    before = desk.session.document.text
    assert add(desk, qtbot, folder / "стр 1.txt") == before
    assert desk.bar.text == "In the package already, and left out: стр 1.txt."
    (folder / "стр 3.txt").write_text("page 3")
    text = add(desk, qtbot, folder)
    assert text.count(b"<file ") == 3
    assert desk.bar.text == "In the package already, and left out: стр 1.txt, стр 2.txt."
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


def test_what_systems_leave_behind_is_left_out_and_said(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    (folder / ".git").mkdir()
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", ".git/config"):
        (folder / name).write_text("x")
    desk = new_package(opened(), folder, qtbot)
    assert desk.session.document.text.count(b"<file ") == 2
    assert "Hidden or of the system, and left out" in desk.bar.text
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "config"):
        assert name in desk.bar.text


def test_a_file_outside_the_folder_is_said_to_have_a_whole_location(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), folder, qtbot)
    outside = folder.parent / "cover.txt"
    outside.write_text("cover")
    text = add(desk, qtbot, outside)
    assert outside.as_uri().encode() in text
    assert desk.bar.text == "Not below “book”, so the whole location is written: cover.txt."


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("In “book”, with the files", b'href="%D1%81'),
        ("Elsewhere: write whole locations", b'href="file:'),
    ],
)
def test_where_a_new_package_will_be_is_asked(
    opened: Open, folder: Path, qtbot: QtBot, answer: str, written: bytes
) -> None:
    window = opened()
    session = Session(open_document(SMALL))
    session.mark_unsaved()
    window.add_session(session)
    desk = window.desk
    assert add(desk, qtbot, folder / "стр 1.txt") == SMALL
    press(window, answer)
    qtbot.waitUntil(lambda: session.undo_stack.count() == 1)
    assert written in session.document.text
    assert session.folder == (folder if b"%D1" in written else None)
    session.undo_stack.undo()
    assert session.document.text == SMALL


def test_a_question_that_is_cancelled_adds_nothing(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    window = opened()
    window.add_session(Session(open_document(SMALL)))
    add(window.desk, qtbot, folder / "стр 1.txt")
    press(window, "Cancel")
    settle(qtbot, window)
    assert window.desk.session.document.text == SMALL
    assert window.findChild(QMessageBox) is None or window.desk.session.folder is None

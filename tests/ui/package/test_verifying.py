"""Verifying in the real window: what is said is true, also where nothing could be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.session.session import Session
from catalog_app.ui.desk import Desk
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.package.files_model import COLUMNS
from catalog_app.ui.package.files_verifying import STATE
from tests.document.test_package import SMALL
from tests.ui.shell.conftest import Open, settle

FILES = Address("package1").child("fileSec")


def verify(desk: Desk, qtbot: QtBot) -> str:
    """Press Verify, and give what the bar says then."""
    desk.session.go_to(FILES, desk)
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.ready)
    QTest.mouseClick(files.checker, Qt.MouseButton.LeftButton)
    settle(qtbot, desk.window())
    QApplication.processEvents()
    assert files.report.isVisible()
    return files.report.words.text()


def new_package(window: MainWindow, folder: Path, qtbot: QtBot) -> Desk:
    folder.mkdir()
    for number in range(3):
        (folder / f"p{number}.txt").write_text(f"page {number}")
    window.gathering.package_from(folder)
    qtbot.waitUntil(lambda: len(window.desks()) == 1)
    return window.desk


def test_files_on_the_web_are_not_called_right(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mets.xml"
    web = SMALL.replace(b'xlink:href="', b'xlink:href="http://example.org/')
    path.write_bytes(web)
    said = verify(opened(path).desks()[0], qtbot)
    assert "All files" not in said
    assert said.endswith("1 on the web (not looked at), 2 with nothing to compare")
    assert said.startswith("0 as described, 0 missing, 0 changed, 0 extra")


def test_a_new_package_is_compared_with_the_folder_it_was_made_of(
    opened: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    desk = new_package(window, tmp_path / "book", qtbot)
    monkeypatch.chdir(tmp_path)
    said = verify(desk, qtbot)
    assert said.startswith("All files are as described. The package is not saved yet;")
    assert "“book”" in said
    files = desk.sections.files
    files.table.selectRow(0)
    qtbot.waitUntil(lambda: files.preview.text.toPlainText() == "page 0")
    QTest.mouseClick(files.report.save, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path / "book"
    dialog.findChild(QLineEdit).setText(str(tmp_path / "book" / "mets.xml"))
    dialog.accept()
    qtbot.waitUntil(lambda: desk.session.path is not None)
    assert not files.report.isVisible()
    assert verify(desk, qtbot) == "All files are as described."


def test_a_package_that_was_never_saved_is_to_be_saved_first(
    opened: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.tif").write_bytes(b"123")
    monkeypatch.chdir(tmp_path)
    window = opened()
    session = Session(open_document(SMALL))
    session.mark_unsaved()
    window.add_session(session)
    said = verify(window.desk, qtbot)
    assert "not saved yet" in said
    assert "missing" not in said
    files = window.desk.sections.files
    assert files.verdicts == []
    assert files.report.save.isVisible()
    assert not files.report.sort.isVisible()
    files.table.selectRow(0)
    QApplication.processEvents()
    assert not files.preview.isVisible()
    files.open_current()
    QTest.mouseClick(files.report.save, Qt.MouseButton.LeftButton)
    assert window.findChild(QFileDialog) is not None


def test_saved_in_another_folder_the_locations_are_said_and_corrected(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), tmp_path / "book", qtbot)
    (tmp_path / "other").mkdir()
    desk.session.save(tmp_path / "other" / "mets.xml")
    QApplication.processEvents()
    assert "was saved in another folder" in desk.bar.text
    next(one for one in desk.bar.buttons if one.text() == "Correct the links and save").click()
    assert b'xlink:href="../book/p1.txt"' in (tmp_path / "other" / "mets.xml").read_bytes()
    assert verify(desk, qtbot) == "All files are as described."


METS2 = b"""<mets xmlns="http://www.loc.gov/METS/v2"><fileSec><fileGrp USE="master">
  <file ID="f1" SIZE="3"><FLocat LOCTYPE="URL" LOCREF="b%2010.txt"/></file>
  <file ID="f2" SIZE="3"><FLocat LOCTYPE="URL" LOCREF="b%202.txt"/></file>
</fileGrp></fileSec><structSec><structMap><div><fptr FILEID="f1"/></div></structMap></structSec>
</mets>
"""


def test_the_files_of_mets_2_are_shown_and_verified_and_not_edited(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "book").mkdir()
    path = tmp_path / "book" / "mets2.xml"
    path.write_bytes(METS2)
    (path.parent / "b 10.txt").write_bytes(b"abc")
    window = opened(path)
    desk = window.desk
    actions = window.actions_by_id
    assert actions["verify"].isEnabled()
    assert not actions["add_files"].isEnabled()
    actions["verify"].trigger()
    files = desk.sections.files
    qtbot.waitUntil(lambda: bool(files.verdicts))
    said = "1 as described, 1 missing, 0 changed, 0 extra"
    assert files.report.words.text() == said
    assert files.model.index(0, 0).data() == "b 10.txt"
    with qtbot.waitSignal(files.model.ordered):
        files.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert files.model.index(0, 0).data() == "b 2.txt"
    assert not files.adder.isEnabled()
    assert not files.model.flags(files.model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
    assert not desk.session.document.edited


def test_what_is_wrong_comes_first_when_the_files_are_sorted_by_state(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), tmp_path / "book", qtbot)
    (tmp_path / "book" / "p1.txt").write_text("PAGE 1")
    (tmp_path / "book" / "p2.txt").unlink()
    assert verify(desk, qtbot).startswith("1 as described, 1 missing, 1 changed")
    files = desk.sections.files
    QTest.mouseClick(files.report.sort, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not files.model.arranging)
    shown = [files.model.index(row, COLUMNS.index("state")).data() for row in range(3)]
    assert shown == ["missing", "changed", "as described"]
    assert files.table.hasFocus()
    assert [str(one.steps[-1]) for one in files.chosen()] == ["file[3]"]
    head = files.table.horizontalHeader()
    assert head.sectionSize(STATE) >= head.sectionSizeHint(STATE)


def test_a_file_keeps_its_state_under_another_id_and_is_looked_at_anew_in_another_place(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = new_package(opened(), tmp_path / "book", qtbot)
    (tmp_path / "book" / "p2.txt").rename(tmp_path / "book" / "a&b.txt")
    assert verify(desk, qtbot).startswith("2 as described, 1 missing, 0 changed, 1 extra")
    files = desk.sections.files
    model, column = files.model, COLUMNS.index("state")
    qtbot.waitUntil(lambda: model.index(2, column).data() == "missing")
    assert model.put(0, "id", "renamed")
    assert model.index(0, column).data() == "as described"
    assert model.put(2, "location", "a&b.txt")
    qtbot.waitUntil(lambda: model.index(2, column).data() == "as described")
    assert model.put(1, "size", "77")
    qtbot.waitUntil(lambda: model.index(1, column).data() == "changed")
    desk.session.undo_stack.undo()
    assert model.index(1, column).data() == "as described"
    desk.session.undo_stack.redo()
    with qtbot.waitSignal(model.ordered):
        files.table.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
    shown = [model.index(row, column).data() for row in range(3)]
    assert shown == ["changed", "as described", "as described"]

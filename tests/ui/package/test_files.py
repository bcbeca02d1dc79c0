"""The table of files by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.session.session import Session
from catalog_app.ui.package.files_model import COLUMNS, FilesModel
from catalog_app.ui.package.files_pane import FilesPane
from tests.document.test_package import SMALL
from tests.document.test_package_files import NESTED
from tests.large import large_mets

SECTION = Address("package1").child("fileSec")
Make = Callable[..., FilesPane]


@pytest.fixture
def make_pane(qtbot: QtBot) -> Iterator[Make]:
    made: list[FilesPane] = []

    def make(data: bytes = SMALL, path: Path | None = None) -> FilesPane:
        session = Session(open_document(data), path)
        pane = FilesPane(session)
        session.setParent(pane)
        qtbot.addWidget(pane)
        pane.refusals = []
        session.refused.connect(pane.refusals.append)
        pane.resize(900, 400)
        pane.show()
        with qtbot.waitSignal(pane.model.loaded):
            pane.show_section(SECTION)
        made.append(pane)
        return pane

    yield make
    for pane in made:
        pane._jobs.close()


def shown(pane: FilesPane, column: str) -> list[str]:
    at = COLUMNS.index(column)
    model = pane.model
    return [model.index(row, at).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(make_pane: Make, qtbot: QtBot) -> None:
    pane = make_pane(large_mets(300))
    tester = QAbstractItemModelTester(
        pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    with qtbot.waitSignal(pane.model.ordered):
        pane.filter.setText("page_00000")
    assert pane.model.rowCount() == 10
    assert tester is not None


def test_a_click_on_a_head_sorts_and_the_filter_narrows(make_pane: Make, qtbot: QtBot) -> None:
    pane = make_pane(large_mets(5000))
    with qtbot.waitSignal(pane.model.ordered):
        pane.table.sortByColumn(COLUMNS.index("size"), Qt.SortOrder.DescendingOrder)
    assert pane.model.at(0).size == "1004999"
    with qtbot.waitSignal(pane.model.ordered):
        QTest.keyClicks(pane.filter, "page_0001")
    assert shown(pane, "id")[:2] == ["FILE_000199", "FILE_000198"]
    assert pane.model.rowCount() == 100
    assert pane.count.text() == "100 of 5000"


def test_a_cell_is_edited_in_place_and_undone(make_pane: Make) -> None:
    pane = make_pane()
    pane.table.setCurrentIndex(pane.model.index(0, COLUMNS.index("use")))
    QTest.keyClick(pane.table, Qt.Key.Key_F2)
    editor = pane.table.viewport().findChild(QLineEdit)
    QTest.keyClicks(editor, "reading")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert shown(pane, "use")[0] == "reading"
    pane._session.undo_stack.undo()
    assert pane._session.document.text == SMALL


def test_files_are_chosen_moved_to_a_group_and_removed(make_pane: Make) -> None:
    pane = make_pane()
    pane.table.selectRow(0)
    QTest.keyClick(pane.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(pane.chosen()) == 2
    pane.move_chosen(pane.model.rows.groups[-1].address)
    assert shown(pane, "group") == ["deep", "deep", "deep"]
    assert pane.chosen() == [pane.model.address(row) for row in (1, 2)]
    pane._session.go_to(pane.model.address(0))
    pane._session.go_to(pane.model.address(1))
    assert pane.chosen() == [pane.model.address(1)]
    QTest.keyClick(pane.table, Qt.Key.Key_Delete)
    assert shown(pane, "id") == ["f11", "f2"]
    assert b'FILEID="f1"' not in pane._session.document.text
    pane._session.undo_stack.setIndex(0)
    assert pane._session.document.text == SMALL
    assert pane.refusals == []


def test_a_folder_is_added_off_the_thread_and_a_missing_file_is_found(
    make_pane: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"p{number}.txt").write_text(f"page {number}")
    pane = make_pane(SMALL, tmp_path / "mets.xml")
    with qtbot.waitSignal(pane._session.changed):
        pane.add_paths([tmp_path])
    assert shown(pane, "name")[2:5] == ["p0.txt", "p1.txt", "p2.txt"]
    pane.table.selectRow(2)
    qtbot.waitUntil(lambda: pane.preview.text.toPlainText() == "page 0")
    (tmp_path / "p1.txt").unlink()
    with qtbot.waitSignal(pane._jobs.ended):
        pane.verify()
    assert "2 missing" in pane.report.words.text()
    assert shown(pane, "state")[3] == "missing"
    pane.write_report(tmp_path / "report.csv")
    assert b"missing,f13,p1.txt" in (tmp_path / "report.csv").read_bytes()


def test_a_base_is_replaced_by_keys(make_pane: Make) -> None:
    pane = make_pane(large_mets(50))
    pane.ask_base()
    assert pane.base.old.text() == "file:///volume/"
    QTest.keyClicks(pane.base.new, "images/")
    pane.base.send()
    assert shown(pane, "location")[49] == "images/page_000049.tif"
    assert pane.table.hasFocus()


def test_the_beginning_that_is_offered_is_that_of_most_files_and_esc_goes_back(
    make_pane: Make,
) -> None:
    data = large_mets(50).replace(b"file:///volume/page_00000", b"file:///other/page_00000")
    pane = make_pane(data)
    pane.filter.setText("other")
    pane.ask_base()
    assert pane.base.old.text() == "file:///volume/"
    QTest.keyClick(pane.base.new, Qt.Key.Key_Escape)
    assert not pane.base.isVisible()
    assert pane.table.hasFocus()


def test_the_place_of_the_session_and_the_row_follow_each_other(make_pane: Make) -> None:
    pane = make_pane()
    pane._session.go_to(SECTION.child("fileGrp", 2).child("fileGrp").child("file"))
    assert pane.table.currentIndex().row() == 2
    QTest.keyClick(pane.table, Qt.Key.Key_Up)
    assert str(pane._session.place) == "package1/fileSec/fileGrp/file[2]"


def test_the_first_rows_of_a_large_section_are_there_at_once_and_take_what_is_typed(
    make_pane: Make, qtbot: QtBot
) -> None:
    session = Session(open_document(large_mets(1_200)))
    pane = FilesPane(session)
    session.setParent(pane)
    qtbot.addWidget(pane)
    tester = QAbstractItemModelTester(
        pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    pane.show_section(SECTION)
    assert pane.model.loading
    assert shown(pane, "id")[:2] == ["FILE_000000", "FILE_000001"]
    pane.table.selectRow(2)
    assert pane.model.setData(pane.model.index(1, COLUMNS.index("use")), "early")
    assert shown(pane, "use")[1] == "early"
    assert not session.document.edited
    with qtbot.waitSignal(pane.model.loaded):
        pass
    assert pane.model.rowCount() == 1_200
    assert tester is not None
    assert pane.model.at(1).use == "early"
    assert pane.chosen() == [pane.model.address(2)]
    assert session.undo_stack.count() == 1
    pane._jobs.close()


def test_to_paint_the_table_costs_the_same_however_many_rows_are_chosen(
    make_pane: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = make_pane(large_mets(2000))
    pane.resize(900, 500)
    pane.show()
    qtbot.waitExposed(pane)
    asked: list[int] = []
    flags = FilesModel.flags
    monkeypatch.setattr(
        FilesModel, "flags", lambda model, index: asked.append(index.row()) or flags(model, index)
    )
    pane.table.selectAll()
    qtbot.wait(50)
    assert pane.table.number_chosen() == 2000
    assert max(asked, default=0) < 100  # the rows in sight, and no others
    pane.resize(910, 500)
    qtbot.wait(50)
    assert max(asked, default=0) < 100


def test_files_inside_a_file_are_set_in_until_the_rows_are_sorted(
    make_pane: Make, qtbot: QtBot
) -> None:
    pane = make_pane(NESTED)
    assert [name.split()[0] for name in shown(pane, "name")] == [
        "a1", "zip", "↳", "↳", "↳", "a2", "b1"
    ]  # fmt: skip
    with qtbot.waitSignal(pane.model.ordered):
        pane.table.sortByColumn(COLUMNS.index("id"), Qt.SortOrder.AscendingOrder)
    assert shown(pane, "id") == ["a1", "a2", "b1", "deep", "in1", "in2", "zip"]
    assert shown(pane, "name")[3] == "deep"

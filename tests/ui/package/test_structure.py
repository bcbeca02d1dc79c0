"""The tree of divisions by keys, menus and drag and drop."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from catalog_app.document.document import open_document
from catalog_app.session.session import Session
from catalog_app.ui.package.structure_pane import StructurePane
from tests.document.test_structure import BOOK, MAP, TREE
from tests.large import large_mets

Make = Callable[..., StructurePane]
TREE_DOWN = "book -two -three -one --p1 --p2"


@pytest.fixture
def make_pane(qtbot: QtBot) -> Iterator[Make]:
    made: list[StructurePane] = []

    def make(data: bytes = TREE) -> StructurePane:
        session = Session(open_document(data))
        pane = StructurePane(session)
        session.setParent(pane)
        qtbot.addWidget(pane)
        pane.refusals = []
        session.refused.connect(pane.refusals.append)
        pane.tester = QAbstractItemModelTester(
            pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        pane.resize(800, 400)
        pane.show()
        with qtbot.waitSignal(pane.model.loaded):
            pane.show_section(MAP)
        made.append(pane)
        return pane

    yield make
    for pane in made:
        pane._jobs.close()


def shown(pane: StructurePane) -> list[str]:
    model = pane.model
    return [
        "-" * model.structure.depth(row) + model.index(row, 0).data()
        for row in range(model.rowCount())
    ]


def choose(pane: StructurePane, first: int, last: int) -> None:
    pane.tree.clearSelection()
    pane.tree.setCurrentIndex(pane.model.index(first, 0))
    for _ in range(last - first):
        QTest.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_right_and_left_unfold_and_fold(make_pane: Make) -> None:
    pane = make_pane()
    assert shown(pane) == ["book", "-one", "-two", "-three"]
    pane.tree.setCurrentIndex(pane.model.index(1, 0))
    QTest.keyClick(pane.tree, Qt.Key.Key_Right)
    assert shown(pane) == ["book", "-one", "--p1", "--p2", "-two", "-three"]
    QTest.keyClick(pane.tree, Qt.Key.Key_Right)
    QTest.keyClick(pane.tree, Qt.Key.Key_Left)
    QTest.keyClick(pane.tree, Qt.Key.Key_Left)
    assert shown(pane) == ["book", "-one", "-two", "-three"]


def test_a_chapter_is_inserted_with_its_pages(make_pane: Make) -> None:
    pane = make_pane()
    pane.model.unfold(1)
    choose(pane, 2, 3)
    pane.group.trigger()
    editor = pane.tree.viewport().findChild(QLineEdit)
    QTest.keyClicks(editor, "Preface")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert shown(pane)[:3] == ["book", "-one", "--Preface"]
    pane.model.unfold(2)
    assert shown(pane)[3:5] == ["---p1", "---p2"]
    pane._session.undo_stack.setIndex(0)
    assert pane._session.document.text == TREE
    assert pane.refusals == []


def test_many_are_dropped_into_and_before_others(make_pane: Make) -> None:
    pane = make_pane()
    pane.model.unfold(1)
    rows = [pane.model.index(n, 0) for n in (2, 3)]
    data = pane.model.mimeData(rows)
    pane.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, pane.model.index(5, 0))
    pane.model.unfold(pane.model.structure.row_of(BOOK.child("div", 3)))
    assert shown(pane) == ["book", "-one", "-two", "-three", "--p1", "--p2"]
    data = pane.model.mimeData([pane.model.index(3, 0)])
    pane.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert shown(pane)[1] == "-three"
    assert pane.chosen() == [BOOK.child("div")]


def test_alt_and_arrows_move_what_is_chosen(make_pane: Make) -> None:
    pane = make_pane()
    choose(pane, 2, 3)
    QTest.keyClick(pane.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(pane) == ["book", "-two", "-three", "-one"]
    assert [str(a) for a in pane.chosen()] == [str(BOOK.child("div", n)) for n in (1, 2)]
    QTest.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown(pane) == ["book", "-one", "-two", "-three"]


def test_what_was_unfolded_stays_so_when_it_is_moved(make_pane: Make) -> None:
    pane = make_pane()
    stack, before = pane._session.undo_stack, ["book", "-one", "--p1", "--p2", "-two", "-three"]
    pane.model.unfold(1)
    choose(pane, 1, 1)
    for number, keys in ((1, "book -two -one --p1 --p2 -three"), (2, TREE_DOWN)):
        QTest.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert shown(pane) == keys.split()
        assert pane.chosen() == [BOOK.child("div", number + 1)]
    stack.undo()
    stack.undo()
    assert shown(pane) == before
    data = pane.model.mimeData([pane.model.index(1, 0)])
    pane.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, pane.model.index(5, 0))
    assert shown(pane) == ["book", "-two", "-three", "--one", "---p1", "---p2"]
    stack.undo()
    assert shown(pane) == before
    choose(pane, 4, 4)
    QTest.keyClick(pane.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(pane) == ["book", "-two", "-one", "--p1", "--p2", "-three"]


def test_what_is_named_anew_stays_unfolded_and_what_is_removed_unfolds_no_other(
    make_pane: Make,
) -> None:
    pane = make_pane()
    pane.model.unfold(1)
    for row, name in ((1, "first"), (2, "page")):
        assert pane.model.setData(pane.model.index(row, 0), name)
    assert shown(pane) == ["book", "-first", "--page", "--p2", "-two", "-three"]
    choose(pane, 1, 1)
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert shown(pane) == ["book", "-two", "-three"]


def test_pages_are_numbered_and_made_from_a_group(make_pane: Make) -> None:
    pane = make_pane(large_mets(30))
    pane.tree.setCurrentIndex(pane.model.index(0, 0))
    pane.number_chosen("i, ii, iii")
    assert pane.model.at(4).number == "iv"
    pane.add_pages(MAP.parent.child("fileSec").child("fileGrp"))
    assert pane.model.rowCount() == 61
    assert pane.model.at(60).files == ("FILE_000029",)


def test_files_that_have_a_page_get_no_second_one_beside_those_that_have_none(
    make_pane: Make,
) -> None:
    pane = make_pane(large_mets(30))
    for row in (29, 3):
        choose(pane, row, row)
        QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert pane.model.rowCount() == 29
    pane.tree.setCurrentIndex(pane.model.index(0, 0))
    pane.add_pages(MAP.parent.child("fileSec").child("fileGrp"))
    assert pane.model.rowCount() == 31
    assert [pane.model.at(row).files for row in (29, 30)] == [("FILE_000002",), ("FILE_000028",)]


def test_divisions_that_are_all_alike_stay_unfolded_when_one_before_them_comes_or_goes(
    make_pane: Make,
) -> None:
    alike = b'<div TYPE="chapter"><div TYPE="page"/></div>'
    pane = make_pane(
        b'<mets xmlns="http://www.loc.gov/METS/"><structMap><div>%s</div></structMap></mets>'
        % (alike * 6)
    )
    model = pane.model

    def unfolded() -> list[int]:
        chapters = [row for row in range(model.rowCount()) if model.structure.depth(row) == 1]
        return [at for at, row in enumerate(chapters, 1) if model.structure.is_open(row)]

    for chapter in (5, 4):
        model.unfold(chapter)
    assert unfolded() == [4, 5]
    choose(pane, 2, 2)
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert unfolded() == [3, 4]
    pane._session.undo_stack.undo()
    assert unfolded() == [4, 5]
    choose(pane, 1, 1)
    pane.duplicate()
    assert unfolded() == [5, 6]
    pane._session.undo_stack.undo()
    assert unfolded() == [4, 5]
    last = model.rowCount() - 1
    choose(pane, last, last)
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert unfolded() == [4, 5]


def test_the_place_of_the_session_unfolds_what_is_above_it(make_pane: Make) -> None:
    pane = make_pane()
    pane._session.go_to(BOOK.child("div", 2).child("div"))
    assert shown(pane)[pane.tree.currentIndex().row()] == "--p3"
    QTest.keyClick(pane.tree, Qt.Key.Key_Up)
    assert pane._session.place == BOOK.child("div", 2)

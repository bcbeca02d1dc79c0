"""Ways through files and structure by mouse and keys, in the real window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.edits import set_attribute
from catalog_app.ui.desk import Desk
from catalog_app.ui.outline.model import ENTRY
from catalog_app.ui.package.files_model import COLUMNS
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open

FILES = Address("package1").child("fileSec")
STRUCTURE = Address("package1").child("structMap")
STRUCTURE_TOP = STRUCTURE.child("div").child("div")


@pytest.fixture
def desk(opened: Open, tmp_path: Path, qtbot: QtBot) -> Desk:
    """A saved package of a folder of twelve pages, in a window of 1400 points."""
    folder = tmp_path / "book"
    folder.mkdir()
    for number in range(1, 13):
        (folder / f"p{number:02d}.txt").write_text(f"page {number}")
    window = opened()
    window.resize(1400, 900)
    window.gathering.package_from(folder)
    qtbot.waitUntil(lambda: len(window.desks()) == 1)
    window.desk.session.save(folder / "mets.xml")
    return window.desk


def click(view: QAbstractItemView, index: QModelIndex) -> None:
    view.scrollTo(index)
    spot = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


def open_section(desk: Desk, qtbot: QtBot, kind: str) -> None:
    """Click on a section in the outline, and wait until its rows are there."""
    model = desk.outline.tree.model()
    package = model.index(0, 0)
    rows = (model.index(row, 0, package) for row in range(model.rowCount(package)))
    click(desk.outline.tree, next(i for i in rows if i.data(ENTRY).kind == kind))
    pane = desk.sections.files if kind == "files" else desk.sections.structure
    qtbot.waitUntil(lambda: pane.model.rowCount() > 1 and not pane.model.loading)
    QApplication.processEvents()


def names(desk: Desk) -> list[str]:
    model = desk.sections.structure.model
    return [
        "-" * model.structure.depth(row) + model.index(row, 0).data()
        for row in range(model.rowCount())
    ]


def test_the_row_that_was_chosen_is_shown_again_and_by_a_click(desk: Desk, qtbot: QtBot) -> None:
    open_section(desk, qtbot, "files")
    table = desk.sections.files.table
    click(table, table.model().index(0, 0))
    first = FILES.child("fileGrp").child("file")
    assert desk.form.root == first
    open_section(desk, qtbot, "structure")
    open_section(desk, qtbot, "files")
    assert desk.session.place == desk.form.root == first
    assert desk.sections.files.chosen() == [first]
    open_section(desk, qtbot, "files")
    assert desk.form.root == FILES
    assert desk.sections.files.chosen() == []
    desk.session.go_to(first)
    desk.session.go_to(FILES.child("fileGrp"), desk.form)
    assert desk.sections.files.chosen() == []
    click(table, table.model().index(0, 0))
    assert desk.session.place == desk.form.root == first


def test_a_click_on_the_row_in_focus_brings_the_form_back_to_it(desk: Desk, qtbot: QtBot) -> None:
    open_section(desk, qtbot, "structure")
    tree = desk.sections.structure.tree
    click(tree, tree.model().index(2, 0))
    page = STRUCTURE.child("div").child("div", 2)
    assert desk.form.root == page
    desk.session.go_to(Address("record1"), desk)
    tree.clearSelection()
    desk.session.go_to(page.child("fptr"), tree.parent())
    click(tree, tree.model().index(2, 0))
    assert desk.form.root == page


def test_verifying_does_not_call_the_package_itself_or_its_report_extra_nor_adds_it(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "book"
    (folder / "mets.xml.traces.json").write_text("{}")
    (folder / "notes.txt").write_text("not mentioned")
    open_section(desk, qtbot, "files")
    files = desk.sections.files
    with qtbot.waitSignal(desk.sections._jobs.ended):
        QTest.mouseClick(files.checker, Qt.MouseButton.LeftButton)
    assert files.report.words.text() == "12 as described, 0 missing, 0 changed, 1 extra"
    assert [v.location for v in files.verdicts if v.state == "extra"] == ["notes.txt"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (asked[2], ""))
    QTest.mouseClick(files.report.report, Qt.MouseButton.LeftButton)
    assert b"notes.txt" in (folder / "mets.xml.files.csv").read_bytes()
    with qtbot.waitSignal(desk.sections._jobs.ended):
        QTest.mouseClick(files.checker, Qt.MouseButton.LeftButton)
    assert [v.location for v in files.verdicts if v.state == "extra"] == ["notes.txt"]
    with qtbot.waitSignal(desk.session.changed):
        files.add_paths([folder])
    assert files.model.rowCount() == 13
    assert files.model.at(12).name == "notes.txt"


def test_the_state_stands_beside_the_name_and_what_was_added_is_chosen(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    open_section(desk, qtbot, "files")
    files = desk.sections.files
    with qtbot.waitSignal(desk.sections._jobs.ended):
        QTest.mouseClick(files.checker, Qt.MouseButton.LeftButton)
    heads, state = files.table.horizontalHeader(), COLUMNS.index("state")
    assert heads.visualIndex(state) == 1
    assert not files.preview.isVisible()
    files.table.selectRow(0)
    qtbot.waitUntil(lambda: files.preview.width() >= 220)
    right = heads.sectionViewportPosition(state) + heads.sectionSize(state)
    assert right < files.table.viewport().width()
    assert heads.sectionSize(state) >= files.table.sizeHintForColumn(state)
    assert files.preview.width() >= 220
    files.filter.setText("p03")
    qtbot.waitUntil(lambda: files.model.rowCount() == 1)
    new = [tmp_path / f"new{number}.txt" for number in range(40)]
    for path in new:
        path.write_text("new")
    files.add_paths(new)
    qtbot.waitUntil(lambda: len(files.chosen()) == 40)
    assert files.filter.text() == ""
    assert [row.name for row in map(files.model.at, files.table.chosen_rows())] == [
        path.name for path in new
    ]
    first = FILES.child("fileGrp").child("file", 13)
    assert desk.session.place.element == desk.form.root == first
    shown = files.table.visualRect(files.model.index(files.model.row_at(first), 0))
    assert files.table.viewport().rect().contains(shown.center())


def test_added_files_are_chosen_in_a_table_that_is_sorted(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    open_section(desk, qtbot, "files")
    files = desk.sections.files
    with qtbot.waitSignal(files.model.ordered):
        files.table.sortByColumn(COLUMNS.index("name"), Qt.SortOrder.AscendingOrder)
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(name)
    files.add_paths([tmp_path / "a.txt", tmp_path / "z.txt"])
    qtbot.waitUntil(lambda: len(files.chosen()) == 2)
    assert list(files.table.chosen_rows()) == [0, 13]


def test_a_chapter_is_named_in_the_tree_and_taken_back_there(desk: Desk, qtbot: QtBot) -> None:
    open_section(desk, qtbot, "structure")
    structure, hands = desk.sections.structure, Hands(desk.window())
    before = desk.session.document.text
    click(structure.tree, structure.model.index(1, 0))
    hands.press("Shift+Down", "Shift+Down", "Ctrl+G")
    hands.type("Chapter one")
    hands.press("Return")
    qtbot.wait(200)
    assert hands.focus is structure.tree
    assert structure.chosen() == [STRUCTURE.child("div").child("div")]
    assert names(desk)[1:5] == ["-Chapter one", "--1", "--2", "--3"]
    hands.press("Ctrl+Z")
    assert b"Chapter one" not in desk.session.document.text
    structure.first.setFocus()
    hands.press("Ctrl+Z")
    assert desk.session.document.text == before
    hands.press("Ctrl+Y")
    assert desk.session.document.text != before


def test_the_number_box_is_still_typed_in(desk: Desk, qtbot: QtBot) -> None:
    open_section(desk, qtbot, "structure")
    structure, hands = desk.sections.structure, Hands(desk.window())
    structure.first.setFocus()
    structure.first.selectAll()
    hands.type("21")
    assert structure.first.value() == 21


@pytest.mark.parametrize("action", ["add_files", "add_folder"])
def test_files_are_added_by_the_actions_of_the_menu(
    desk: Desk, qtbot: QtBot, tmp_path: Path, action: str
) -> None:
    new = tmp_path / "more" / "appendix.txt"
    new.parent.mkdir()
    new.write_text("appendix")
    window = desk.window()
    window.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    wanted = new if action == "add_files" else new.parent
    dialog.setDirectory(str(wanted.parent))
    dialog.findChild(QLineEdit).setText(str(wanted))
    dialog.accept()
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.rowCount() == 13)
    assert files.model.at(12).name == "appendix.txt"


def test_an_edit_elsewhere_keeps_the_rows_that_are_chosen(desk: Desk, qtbot: QtBot) -> None:
    open_section(desk, qtbot, "files")
    files = desk.sections.files
    click(files.table, files.model.index(1, 0))
    QTest.keyClick(files.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = files.chosen()
    assert len(chosen) == 2
    desk.session.perform(set_attribute(desk.session.document, chosen[0].at("USE"), "reading"))
    assert files.chosen() == chosen


def test_the_keys_of_the_rows_are_theirs_also_where_the_window_has_the_same(
    desk: Desk, qtbot: QtBot
) -> None:
    open_section(desk, qtbot, "structure")
    tree, before = desk.sections.structure.tree, desk.session.document.text
    click(tree, tree.model().index(2, 0))
    second = STRUCTURE.child("div").child("div", 2)
    hands = Hands(desk.window())
    hands.press("Alt+Down")
    assert desk.sections.structure.chosen() == [second.parent.child("div", 3)]
    hands.press("Alt+Up")
    assert desk.sections.structure.chosen() == [second]
    assert desk.session.document.text == before


@pytest.mark.parametrize("way", ["key", "menu"])
@pytest.mark.parametrize("kind", ["files", "structure"])
def test_rows_are_copied_and_removed_by_the_windows_keys_and_its_menu(
    desk: Desk, qtbot: QtBot, kind: str, way: str
) -> None:
    open_section(desk, qtbot, kind)
    pane = desk.sections.files if kind == "files" else desk.sections.structure
    session, window, hands = desk.session, desk.window(), Hands(desk.window())
    before, rows = session.document.text, pane.model.rowCount()

    def do(keys: str, name: str) -> None:
        click(pane.view, pane.model.index(2, 0))
        window.actions_by_id[name].trigger() if way == "menu" else hands.press(keys)
        QApplication.processEvents()

    do("Ctrl+D", "duplicate")
    assert pane.model.rowCount() == rows + 1
    assert list(pane.view.chosen_rows()) == [3]
    found = re.findall(rb' ID="([^"]+)"', session.document.text)
    assert len(set(found)) == len(found)
    session.undo_stack.undo()
    assert session.document.text == before
    do("Ctrl+Del", "remove")
    assert pane.model.rowCount() == rows - (kind == "structure"), "links to files are asked about"
    assert kind == "structure" or desk.bar.isVisible()


def test_the_outline_shows_the_record_whose_section_is_in_focus(desk: Desk) -> None:
    desk.session.go_to(Address("package1").child("structMap"))
    desk.session.go_to(Address("package1").child("dmdSec").at("ID"))
    assert desk.outline.current.kind == "record"
    assert desk.form.root == Address("package1").child("dmdSec")
    desk.session.go_to(Address("package1"))
    assert desk.outline.current.kind == "package"


def test_undo_and_redo_of_a_move_choose_what_was_moved(desk: Desk, qtbot: QtBot) -> None:
    open_section(desk, qtbot, "structure")
    structure, stack = desk.sections.structure, desk.session.undo_stack
    second = STRUCTURE.child("div").child("div", 2)
    for keys, there in (("Alt+Down", second.parent.child("div", 3)), ("Alt+Up", STRUCTURE_TOP)):
        click(structure.tree, structure.model.index(2, 0))
        Hands(desk.window()).press(keys)
        assert structure.chosen() == [there]
        stack.undo()
        assert structure.chosen() == [second]
        stack.redo()
        assert structure.chosen() == [there]
        stack.undo()


def test_enter_in_the_bar_for_locations_presses_no_button_that_comes_into_focus(
    desk: Desk, qtbot: QtBot
) -> None:
    open_section(desk, qtbot, "files")
    files, hands = desk.sections.files, Hands(desk.window())
    pressed = []
    for button in (files.adder, files.checker, files.both, files.more):
        button.clicked.connect(lambda *_: pressed.append(1))
    files.ask_base()
    files.base.old.setText("p")
    files.base.new.setFocus()
    hands.press("q", "Return")
    assert b'xlink:href="q01.txt"' in desk.session.document.text
    assert not files.base.isVisible()
    assert not pressed
    files.both.setFocus()
    hands.press("Return")
    assert len(pressed) == 1
    assert files.both.isChecked()


def test_the_outline_goes_to_the_files_that_have_made_their_section(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mets.xml"
    path.write_bytes(b'<mets xmlns="http://www.loc.gov/METS/"><structMap><div/></structMap></mets>')
    (tmp_path / "a.txt").write_text("a")
    desk = opened(path).desk
    desk.session.go_to(Address("package1"))
    desk.package._adding_there(lambda adding: adding.chosen.emit([tmp_path / "a.txt"]))
    qtbot.waitUntil(lambda: b"a.txt" in desk.session.document.text)
    qtbot.waitUntil(lambda: str(desk.session.place).startswith("package1/fileSec"))
    qtbot.waitUntil(lambda: desk.outline.current.kind in ("files", "filegroup"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.sections.files.table)
    assert desk.sections.files.chosen() == [FILES.child("fileGrp").child("file")]


def test_the_windows_keys_for_cards_work_on_the_row_of_the_outline_in_focus(
    desk: Desk, qtbot: QtBot
) -> None:
    before = desk.session.document.text
    open_section(desk, qtbot, "structure")
    hands = Hands(desk.window())
    desk.outline.tree.setFocus()
    hands.press("Ctrl+Del")
    qtbot.waitUntil(lambda: desk.session.document.element(STRUCTURE) is None)
    assert desk.outline.tree.hasFocus()
    hands.press("Ctrl+Z")
    assert desk.session.document.text == before

"""Names, locations and numbers in the table and the tree, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.ui.desk import Desk
from catalog_app.ui.package.files_model import COLUMNS
from catalog_app.ui.package.section_pane import SectionPane
from catalog_app.ui.package.structure_model import COLUMNS as DIVISIONS
from tests.document.test_package import SMALL
from tests.ui.shell.conftest import Open

PACKAGE = Address("package1")


@pytest.fixture
def desk(opened: Open, tmp_path: Path, qtbot: QtBot) -> Desk:
    """A new package of a folder whose names are not Latin, with its files in front."""
    folder = tmp_path / "books" / "Том 1"
    folder.mkdir(parents=True)
    for number in (1, 2, 10):
        (folder / f"стр {number}.txt").write_text(f"page {number}")
    window = opened()
    window.resize(1400, 900)
    window.gathering.package_from(folder.parent)
    qtbot.waitUntil(lambda: len(window.desks()) == 1)
    desk = window.desk
    desk.session.go_to(PACKAGE.child("fileSec"), desk)
    qtbot.waitUntil(lambda: desk.sections.files.model.ready)
    return desk


def shown(desk: Desk, column: str) -> list[str]:
    model = desk.sections.files.model
    return [model.index(row, COLUMNS.index(column)).data() for row in range(model.rowCount())]


def typed(pane: SectionPane, index: QModelIndex, text: str) -> None:
    """Double-click a cell, type into it, and press Enter."""
    view = pane.view
    view.scrollTo(index)
    spot = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()
    view.scrollTo(index)
    spot = view.visualRect(index).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    for _ in range(5):  # The key is taken up in a turn of its own, and what follows in another.
        QApplication.processEvents()


def refusal(pane: SectionPane) -> str:
    """What is said below the cell that is typed in."""
    column = pane.view.currentIndex().column()
    said = pane.view.itemDelegateForColumn(column) or pane.view.itemDelegate()
    return said.refusal.text() if said.refusal is not None and said.refusal.isVisible() else ""


def test_names_that_are_not_latin_are_read_found_and_sorted(desk: Desk, qtbot: QtBot) -> None:
    files = desk.sections.files
    with qtbot.waitSignal(files.model.ordered):
        files.table.sortByColumn(COLUMNS.index("name"), Qt.SortOrder.DescendingOrder)
    assert shown(desk, "name") == ["стр 10.txt", "стр 2.txt", "стр 1.txt"]
    assert shown(desk, "location")[0] == "Том 1/стр 10.txt"
    for words, number in (("стр 1", 2), ("том 1", 3)):
        with qtbot.waitSignal(files.model.ordered):
            files.filter.setText(words)
        assert files.model.rowCount() == number


def test_replacing_a_beginning_says_when_there_is_nothing_to_do(desk: Desk) -> None:
    files, before = desk.sections.files, desk.session.document.text
    files.ask_base()
    assert files.base.old.text() == "Том 1/"
    files.base.old.selectAll()
    files.base.old.setText("nowhere/")
    files.base.new.setText("x/")
    files.base.send()
    assert files.base.isVisible()
    assert files.base.words.text() == "No location begins with “nowhere/”."
    files.base.old.clear()
    files.base.send()
    assert "Say how the locations begin" in files.base.words.text()
    files.base.old.setText("Том 1/")
    files.base.new.setText("https://x.org/a b&c/")
    files.base.send()
    assert not files.base.isVisible()
    assert b'"https://x.org/a%20b&amp;c/%D1%81' in desk.session.document.text
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


def test_a_size_that_is_no_number_is_refused_at_the_cell(desk: Desk) -> None:
    files, before = desk.sections.files, desk.session.document.text
    cell = files.model.index(1, COLUMNS.index("size"))
    typed(files, cell, "abc")
    assert desk.session.document.text == before
    assert "“abc” is no size" in refusal(files)
    editor = files.table.viewport().findChild(QLineEdit)
    assert editor.text() == "abc"
    QTest.keyClicks(editor, "77")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert refusal(files) == ""
    assert b'SIZE="77"' in desk.session.document.text
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


def test_an_order_that_is_no_number_is_refused_in_the_tree(desk: Desk, qtbot: QtBot) -> None:
    desk.session.go_to(PACKAGE.child("structMap"), desk)
    tree = desk.sections.structure
    qtbot.waitUntil(lambda: tree.model.rowCount() > 1)
    before = desk.session.document.text
    typed(tree, tree.model.index(1, DIVISIONS.index("order")), "first")
    assert desk.session.document.text == before
    assert "“first” is no whole number" in refusal(tree)
    editor = tree.view.viewport().findChild(QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert desk.session.document.text == before
    assert tree.model.put(1, "order", "second") is False


def test_an_id_is_renamed_in_the_table_by_double_click_with_its_links(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mets.xml"
    path.write_bytes(SMALL)
    desk = opened(path).desk
    desk.session.go_to(PACKAGE.child("fileSec"), desk)
    files = desk.sections.files
    qtbot.waitUntil(lambda: files.model.ready)
    cell = files.model.index(0, COLUMNS.index("id"))
    typed(files, cell, "page-one")
    assert b'<file ID="page-one"' in desk.session.document.text
    assert b'FILEID="page-one"' in desk.session.document.text
    assert b'"f1"' not in desk.session.document.text
    typed(files, files.model.index(0, COLUMNS.index("id")), "page one")
    assert b"page one" not in desk.session.document.text
    assert "no spaces" in refusal(files)
    QTest.keyClick(files.table.viewport().findChild(QLineEdit), Qt.Key.Key_Escape)
    desk.session.undo_stack.setIndex(0)
    assert desk.session.document.text == SMALL


def _calm() -> None:
    """Let what is to be deleted be so, as in a window that a person looks at."""
    for _ in range(8):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _typing(pane: SectionPane, index: QModelIndex, text: str) -> QLineEdit:
    """Open a cell by F2 and type instead of what it holds."""
    pane.view.setFocus()
    pane.view.setCurrentIndex(index)
    QTest.keyClick(pane.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, text)
    return editor


def _leave(desk: Desk, pane: SectionPane, editor: QLineEdit, how: str) -> None:
    if how == "click":
        spot = pane.view.visualRect(pane.model.index(0, 0)).center()
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    elif how == "elsewhere":
        desk.outline.tree.setFocus()
    else:
        QTest.keyClick(editor, getattr(Qt.Key, f"Key_{how}"))
    _calm()


@pytest.mark.parametrize(
    ("section", "column", "text", "why", "how"),
    [
        ("fileSec", "size", "x", "“x” is no size", "Tab"),
        ("fileSec", "id", "a b", "no spaces", "click"),
        ("fileSec", "id", "file_0001", "already a “file_0001”", "Return"),
        ("fileSec", "id", "file_0001", "already a “file_0001”", "elsewhere"),
        ("fileSec", "id", "", "needs an ID", "click"),
        ("structMap", "order", "abc", "“abc” is no whole number", "elsewhere"),
        ("structMap", "id", "1a", "begins with a letter", "Return"),
        ("structMap", "id", "div_0000", "already a “div_0000”", "Tab"),
    ],
)
def test_what_is_refused_is_said_at_its_cell_and_stays_there(
    desk: Desk, qtbot: QtBot, section: str, column: str, text: str, why: str, how: str
) -> None:
    desk.session.go_to(PACKAGE.child(section), desk)
    pane = desk.sections.files if section == "fileSec" else desk.sections.structure
    qtbot.waitUntil(lambda: pane.model.ready)
    _calm()
    before = desk.session.document.text
    columns = COLUMNS if section == "fileSec" else DIVISIONS
    cell = pane.model.index(1, columns.index(column))
    _leave(desk, pane, _typing(pane, cell, text), how)
    assert desk.session.document.text == before
    editor = QApplication.focusWidget()
    assert why in refusal(pane)
    assert pane.view.currentIndex() == cell
    assert isinstance(editor, QLineEdit)
    assert editor.text() == text
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert refusal(pane) == ""


def test_what_is_refused_where_nobody_looks_is_said_in_the_window(desk: Desk) -> None:
    files = desk.sections.files
    _typing(files, files.model.index(1, COLUMNS.index("size")), "x")
    desk.session.go_to(Address("record1"))
    _calm()
    assert not files.isVisible()
    assert any("“x” is no size" in notice.text for notice in desk.bar._notices)


def test_a_division_may_lose_its_id(desk: Desk, qtbot: QtBot) -> None:
    desk.session.go_to(PACKAGE.child("structMap"), desk)
    tree = desk.sections.structure
    qtbot.waitUntil(lambda: tree.model.rowCount() > 1)
    before = desk.session.document.text
    editor = _typing(tree, tree.model.index(1, DIVISIONS.index("id")), "")
    _leave(desk, tree, editor, "Return")
    assert desk.session.document.text == before.replace(b' ID="div_0001"', b"")
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


def test_what_is_typed_in_a_cell_is_saved_and_counts_when_the_window_closes(
    desk: Desk, tmp_path: Path
) -> None:
    files, path = desk.sections.files, tmp_path / "books" / "saved.xml"
    desk.session.save(path)
    size = files.model.index(1, COLUMNS.index("size"))
    _typing(files, size, "77")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    _calm()
    assert b'SIZE="77"' in path.read_bytes()
    assert files.view.hasFocus()
    _typing(files, size, "88")
    desk.window().closer.close_current()
    _calm()
    assert b'SIZE="88"' in desk.session.document.text
    assert not desk.saved


def test_a_cell_that_was_left_as_it_is_changes_nothing(desk: Desk) -> None:
    files, before = desk.sections.files, desk.session.document.text
    cell = files.model.index(0, COLUMNS.index("location"))
    spot = files.table.visualRect(cell).center()
    QTest.mouseDClick(files.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor = files.table.viewport().findChild(QLineEdit)
    if editor is not None:
        assert editor.text().startswith("%D0%A2")
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.mouseMove(files.table.viewport(), QPoint(2, 2))
    assert desk.session.document.text == before

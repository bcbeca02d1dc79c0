"""Pages are linked to chapters, many at once, by keys in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import open_document
from catalog_app.document.edit import EditError
from catalog_app.document.large import made
from catalog_app.document.structure_links import linking_divisions
from catalog_app.ui.desk import Desk
from tests.document.reversible import reversible
from tests.large import large_mets
from tests.ui.package.test_pointing import open_bytes
from tests.ui.package.test_removing import is_valid
from tests.ui.shell.conftest import Open

BOOK = b"""<?xml version="1.0"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <structMap TYPE="LOGICAL">
    <div LABEL="Book" ID="LOG_0000">
      <div LABEL="Chapter 1" TYPE="chapter"/>
      <div LABEL="Chapter 2" TYPE="chapter" ID="LOG_0002"/>
    </div>
  </structMap>
  <structMap TYPE="PHYSICAL">
    <div ID="PHYS_0000">
      <div TYPE="page" ORDERLABEL="i" ID="PHYS_0001"/>
      <div TYPE="page" ORDERLABEL="ii"/>
      <div TYPE="page" ORDERLABEL="1" ID="PHYS_0003"/>
    </div>
  </structMap>
</mets>
"""
CONTROL, SHIFT, KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.Key
PAGES = parse_address("package1/structMap[2]/div")
CHAPTER = parse_address("package1/structMap/div/div")


@pytest.fixture
def desk(opened: Open, tmp_path: Path) -> Desk:
    return open_bytes(opened, tmp_path, BOOK)


def choose(desk: Desk, qtbot: QtBot, section: Address, first: int, last: int) -> None:
    desk.session.go_to(section)
    pane = desk.sections.structure
    qtbot.waitUntil(
        lambda: (
            pane.model.structure.section == section
            and pane.model.rowCount() > last
            and not desk.turns.waiting
        )
    )
    pane.tree.setFocus()
    pane.tree.setCurrentIndex(pane.model.index(first, 0))
    for _ in range(last - first):
        QTest.keyClick(pane.tree, KEY.Key_Down, SHIFT)
    assert len(pane.tree.selectionModel().selectedRows()) == last - first + 1


def take(desk: Desk, qtbot: QtBot, words: str) -> None:
    """Ctrl+L, type, Enter."""
    pane = desk.sections.structure
    desk.window().activateWindow()
    qtbot.waitUntil(desk.window().isActiveWindow)
    pane.tree.setFocus()
    QTest.keyClick(pane.tree, KEY.Key_L, CONTROL)
    box = pane.linking.box
    QTest.keyClicks(box.query, words)
    qtbot.waitUntil(lambda: box.found.count() == 1)
    before = desk.session.document.version
    QTest.keyClick(box.query, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.session.document.version != before or bool(desk.bar.text))


def test_pages_are_chosen_and_linked_to_a_chapter(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    choose(desk, qtbot, PAGES.parent, 1, 2)
    assert desk.sections.structure.tie.text() == "Link to a chapter…"
    take(desk, qtbot, "chapter 1")
    text = desk.session.document.text
    assert b'LABEL="Chapter 1" TYPE="chapter" ID="LOG_0003"/>' in text
    assert b'ORDERLABEL="ii" ID="PHYS_0004"/>' in text
    assert text.count(b"<smLink ") == 2
    for page in (b"PHYS_0001", b"PHYS_0004"):
        assert b'<smLink xlink:from="LOG_0003" xlink:to="' + page in text
    assert text.index(b"<structLink") > text.rindex(b"</structMap>")
    assert is_valid(desk, tmp_path)
    assert desk.session.undo_stack.count() == 1
    desk.session.undo_stack.undo()
    assert desk.session.document.text == BOOK


def test_from_the_chapter_a_page_is_linked_and_only_once(desk: Desk, qtbot: QtBot) -> None:
    choose(desk, qtbot, CHAPTER.parent.parent, 2, 2)
    assert desk.sections.structure.tie.text() == "Link to a page…"
    take(desk, qtbot, "PHYS_0003")
    linked = desk.session.document.text
    assert b'<smLink xlink:from="LOG_0002" xlink:to="PHYS_0003"/>' in linked
    take(desk, qtbot, "PHYS_0003")
    assert desk.session.document.text == linked
    assert "linked already" in desk.bar.text
    desk.session.undo_stack.undo()
    assert desk.session.document.text == BOOK


def test_only_divisions_of_other_maps_are_offered(desk: Desk, qtbot: QtBot) -> None:
    choose(desk, qtbot, PAGES.parent, 1, 1)
    QTest.keyClick(desk.sections.structure.tree, KEY.Key_L, CONTROL)
    box = desk.sections.structure.linking.box
    qtbot.waitUntil(lambda: box.found.count() == 3)
    listed = [box.found.item(row).text() for row in range(3)]
    assert [one.rpartition("› ")[2] for one in listed] == [
        "Book · LOG_0000", "Chapter 1", "Chapter 2 · LOG_0002"
    ]  # fmt: skip
    box.reject()
    assert desk.session.document.text == BOOK


def test_links_join_those_that_are_there_and_a_division_of_the_same_map_is_refused() -> None:
    data = BOOK.replace(
        b"</mets>", b'  <structLink>\n    <smLink xlink:from="LOG_0002" xlink:to="PHYS_0001"/>\n'
        b"  </structLink>\n</mets>"
    )  # fmt: skip
    document = open_document(data)
    chapter = CHAPTER.parent.child("div", 2)
    pages = [PAGES.child("div", n) for n in (1, 3)]
    after = reversible(document, made(linking_divisions(document, pages, chapter)))
    link = b'\n    <smLink xlink:from="LOG_0002" xlink:to="PHYS_0003"/>'
    assert after == data.replace(b"\n  </structLink>", link + b"\n  </structLink>")
    with pytest.raises(EditError, match="another map"):
        made(linking_divisions(document, pages, PAGES))


def test_thousands_of_pages_are_linked_in_one_edit() -> None:
    logical = (
        b'<mets:structMap TYPE="LOGICAL"><mets:div LABEL="All"/></mets:structMap>\n</mets:mets>'
    )
    data = large_mets(3000).replace(b"</mets:mets>", logical)
    document = open_document(data)
    pages = [parse_address(f"package1/structMap/div/div[{n}]") for n in range(1, 3001)]
    other = parse_address("package1/structMap[2]/div")
    after = reversible(document, made(linking_divisions(document, pages, other)), keep=True)
    assert after.count(b"<mets:smLink ") == 3000

"""Entries of a harvested list that hold no MODS: shown, edited, saved apart, named in the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.document.edits import move, remove, set_value
from catalog_app.document.entries import other
from catalog_app.ui.desk import Desk
from catalog_app.ui.nothing import NothingHere
from tests.document.reversible import reversible
from tests.document.test_package import SMALL
from tests.stories.hands import Hands
from tests.ui.package.test_gathering import DC_INSIDE, ENTRY, HARVESTED, MODS_INSIDE
from tests.ui.package.test_groups import opened_desk
from tests.ui.shell.conftest import Open

MARC_INSIDE = (
    b'<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:datafield tag="245">'
    b'<marc:subfield code="a">The sea</marc:subfield></marc:datafield></marc:record>'
)
DELETED = b'<record><header status="deleted"><identifier>oai:4</identifier></header></record>'
LIST = HARVESTED % (
    b"\n".join(
        (
            ENTRY % (1, MODS_INSIDE),
            ENTRY % (2, DC_INSIDE),
            ENTRY % (3, MARC_INSIDE),
            DELETED,
            ENTRY % (5, SMALL),
            ENTRY % (6, b""),
        )
    )
)
TITLE = parse_address(
    "entry1/metadata/{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    "/{http://purl.org/dc/elements/1.1/}title"
)


@pytest.fixture
def desk(opened: Open, tmp_path: Path) -> Desk:
    return opened_desk(opened, tmp_path, LIST)


def choose(desk: Desk, entry: str) -> None:
    """Choose a row of the outline."""
    tree, model = desk.outline.tree, desk.outline.tree.model()
    while model.busy or desk.outline.waiting:
        QApplication.processEvents()
    tree.setFocus()
    tree.setCurrentIndex(model.index_for(parse_address(entry)))
    QApplication.processEvents()


def shown(desk: Desk) -> list[str]:
    return [
        " ".join(f"{card.label} {field.value}".split())
        for card in desk.form._cards
        for field in card.fields
    ]


def test_records_packages_and_entries_are_told_apart() -> None:
    document = open_document(LIST)
    assert len(document.packages()) == 1
    found = [other(document, entry) for entry in document.entries()]
    assert [(one.identifier, one.title, one.holds) for one in found] == [
        ("oai:2", "In Dublin Core", "dc"),
        ("oai:3", "", "record"),
        ("oai:4", "", "deleted"),
        ("oai:6", "", ""),
    ]
    assert document.parts.text() == LIST
    section = document.element(parse_address("package1/fileSec"))
    assert section is not None
    assert section.part is not document.anchored(document.packages()[0]).part  # cut as ever


def test_an_entry_in_dublin_core_has_its_form(desk: Desk) -> None:
    choose(desk, "entry1")
    assert desk.form.root == TITLE.parent
    assert shown(desk) == ["Title In Dublin Core"]
    assert desk.form.header.title.text() == "In Dublin Core"
    hands = Hands(desk.window())
    desk.session.go_to(TITLE)
    hands.press("End")
    hands.type("!")
    wanted = LIST.replace(b"In Dublin Core", b"In Dublin Core!")
    assert desk.session.document.text == wanted
    hands.add("creator")
    hands.type("Nazarova")
    made = b"<dc:creator>Nazarova</dc:creator></d:dc>"
    assert desk.session.document.text == wanted.replace(b"</d:dc>", made)
    choose(desk, "record1")
    while desk.session.undo_stack.canUndo():
        desk.session.undo_stack.undo()
    assert desk.session.document.text == LIST
    assert desk.form.root == TITLE.parent


def test_an_entry_in_another_standard_is_shown_as_a_tree_and_edited_as_xml(desk: Desk) -> None:
    choose(desk, "entry2")
    assert any("datafield" in line and "The sea" in line for line in shown(desk))
    desk.go_xml()
    QApplication.processEvents()
    text = desk.pane("xml").text
    assert "The sea" in text.toPlainText()
    assert not text.isReadOnly()
    choose(desk, "entry3")
    assert "Deleted by its repository" in desk.form.header.number.text()
    choose(desk, "entry4")
    assert "Nothing is in it" in desk.form.header.number.text()


def test_an_entry_is_found_by_its_name_and_saved_as_a_file(desk: Desk, tmp_path: Path) -> None:
    choose(desk, "entry1")
    assert desk.outline.current.name == "In Dublin Core"
    menu = desk.outline.menu()
    next(one for one in menu.actions() if one.text() == "Save record as…").trigger()
    menu.close()
    dialog = desk.window().findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "one.xml"))
    dialog.accept()
    written = (tmp_path / "one.xml").read_bytes()
    assert written == b'<?xml version="1.0" encoding="UTF-8"?>\n' + DC_INSIDE + b"\n"
    assert desk.session.document.text == LIST


def test_entries_are_edited_moved_and_removed_like_records() -> None:
    document = open_document(LIST)
    reversible(document, set_value(document, TITLE, "Other"))
    reversible(document, move(document, parse_address("entry2"), -1))
    after = reversible(document, remove(document, parse_address("entry1")))
    assert DC_INSIDE not in after
    document.apply(remove(document, parse_address("entry1")))
    assert [other(document, one).identifier for one in document.entries()] == [
        "oai:3",
        "oai:4",
        "oai:6",
    ]


def test_a_list_without_mods_says_so_until_an_entry_is_chosen(opened: Open, tmp_path: Path) -> None:
    desk = opened_desk(opened, tmp_path, HARVESTED % (ENTRY % (1, DC_INSIDE) + DELETED))
    (page,) = desk.findChildren(NothingHere)
    assert page.isVisible()
    assert not desk.form.isVisible()
    choose(desk, "entry1")
    assert not page.isVisible()
    assert desk.form.isVisible()
    assert shown(desk) == ["Title In Dublin Core"]

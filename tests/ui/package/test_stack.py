"""Sections of a package in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.document.edits import set_attribute
from catalog_app.document.package import sections
from catalog_app.document.references import find_id
from catalog_app.ui.desk import Desk
from tests.document.test_package import SMALL
from tests.real_files import SEED, needs_corpus, wellformed_files
from tests.ui.form.conftest import focused
from tests.ui.shell.conftest import Open

PACKAGE = Address("package1")


@pytest.fixture
def desk(opened: Open, tmp_path: Path, qtbot: QtBot) -> Desk:
    path = tmp_path / "mets.xml"
    path.write_bytes(SMALL)
    window = opened(path)
    return window.desks()[0]


def test_the_form_shows_the_very_file_that_is_chosen_in_the_table(desk: Desk, qtbot: QtBot) -> None:
    session, middle = desk.session, desk.sections
    session.go_to(PACKAGE.child("fileSec"), desk)
    assert middle.files.isVisible()
    qtbot.waitUntil(lambda: middle.files.model.rowCount() == 3)
    middle.files.table.setFocus()
    QTest.keyClick(middle.files.table, Qt.Key.Key_Down)
    file = session.place
    assert desk.form.root == file == PACKAGE.child("fileSec").child("fileGrp").child("file", 2)
    desk.form.reveal(file.at("USE"))
    QTest.keyClicks(focused().input, "thumbnail")
    assert middle.files.model.at(1).use == "thumbnail"
    session.undo_stack.undo()
    assert session.document.text == SMALL


def test_a_link_is_chosen_by_typing_and_followed_and_back(desk: Desk) -> None:
    session = desk.session
    division = find_id(session.document, "log2")
    session.go_to(division.child("fptr"))
    assert desk.sections.structure.isVisible()
    desk.form.reveal(division.child("fptr").at("FILEID"))
    editor = focused()
    assert "1.tif" in editor.input.text()
    editor.input.selectAll()
    QTest.keyClicks(editor.input, "f2")
    QApplication.processEvents()
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert session.document.element(division.child("fptr")).get("FILEID") == "f2"
    focused().follow()
    assert session.place.element == find_id(session.document, "f2")
    assert desk.sections.files.isVisible()


def test_an_id_typed_in_the_form_is_renamed_with_its_links_in_one_step(desk: Desk) -> None:
    session = desk.session
    place = find_id(session.document, "amd1").at("ID")
    session.go_to(place.element)
    desk.form.reveal(place)
    editor = focused()
    QTest.keyClick(editor.input, Qt.Key.Key_End)
    QTest.keyClicks(editor.input, "-rights")
    assert session.document.text == SMALL
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert b'ADMID="r1 amd1-rights"' in session.document.text
    assert session.undo_stack.count() == 1
    renamed = session.document.text
    QTest.keyClick(editor.input, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.input, "f1")
    assert "f1" in editor.remark()
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert session.document.text == renamed
    assert editor.input.text() == "amd1-rights"
    session.undo_stack.setIndex(0)
    assert session.document.text == SMALL


def test_the_menu_of_a_card_says_what_points_there_and_takes_it_along(desk: Desk) -> None:
    session = desk.session
    session.go_to(find_id(session.document, "r1"))
    card = next(c for c in desk.form._cards if c.address == find_id(session.document, "r1"))
    entries = [entry for entry in desk.form._entries(card) if entry is not None]
    offer = next(entry for entry in entries if "links" in entry[1])
    assert offer[1] == "Remove with the links to it (1)"
    offer[3]()
    assert b'ADMID="amd1"' in session.document.text
    session.undo_stack.undo()
    assert session.document.text == SMALL


def test_a_description_that_several_divisions_share_says_so(desk: Desk) -> None:
    desk.session.go_to(find_id(desk.session.document, "dmd1"))
    assert desk.form.header.number.text().endswith("shared by 2 places")
    desk.session.go_to(find_id(desk.session.document, "f1"))
    assert desk.form.header.number.text() == ""


def test_an_edit_in_the_tree_is_undone_with_the_form_on_it(desk: Desk, qtbot: QtBot) -> None:
    session, middle = desk.session, desk.sections
    session.go_to(PACKAGE.child("structMap"), desk)
    qtbot.waitUntil(lambda: middle.structure.model.rowCount() >= 2)
    tree = middle.structure.tree
    tree.setCurrentIndex(middle.structure.model.index(1, 0))
    QTest.keyClick(tree, Qt.Key.Key_F2)
    QTest.keyClicks(tree.viewport().findChild(QLineEdit), "Chapter")
    QTest.keyClick(tree.viewport().findChild(QLineEdit), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert b'<div ID="log2" DMDID="dmd1" LABEL="Chapter">' in session.document.text
    session.undo_stack.undo()
    assert session.document.text == SMALL


@needs_corpus
def test_every_section_of_the_seed_is_shown_without_a_word(opened: Open) -> None:
    desk = opened(SEED).desks()[0]
    data = open_document(SEED.read_bytes())
    for section in sections(data, "package1"):
        desk.session.go_to(section.address)
        QApplication.processEvents()
        assert desk.form.root.steps[0] == section.address.steps[0]


@needs_corpus
@pytest.mark.parametrize(
    "kind", [b"PREMIS", b"DVRIGHTS", b"csip:", b"OCR-D", b"DNX", b"METSRIGHTS"]
)
def test_files_of_many_producers_are_browsed_and_edited_in_each_section(
    opened: Open,
    kind: bytes,
) -> None:
    fitting = (
        path
        for path in wellformed_files()
        if kind in (data := path.read_bytes())
        and b"www.loc.gov/METS/" in data
        and 5_000 < len(data) < 400_000
        and b"<!DOCTYPE" not in data
        and list(sections(open_document(data), "package1"))
    )
    path = next(fitting, None)
    if path is None:
        pytest.skip("no such file in the corpus")
    desk = opened(path).desks()[0]
    document, before = desk.session.document, desk.session.document.text
    seen: set[str] = set()
    for section in sections(document, "package1"):
        if section.name in seen or desk.session.read_only:
            continue
        seen.add(section.name)
        desk.session.go_to(section.address)
        QApplication.processEvents()
        old = document.element(section.address).raw
        desk.session.perform(set_attribute(document, section.address.at("LABEL"), "looked at"))
        new = document.element(section.address).raw
        assert document.text == before.replace(old, new, 1)
        desk.session.undo_stack.undo()
        assert document.text == before
    assert seen


@pytest.mark.parametrize(("pane", "ident"), [("structure", "log2"), ("files", "f2")])
def test_what_is_gone_to_first_is_chosen_among_its_rows(
    desk: Desk, qtbot: QtBot, pane: str, ident: str
) -> None:
    place = find_id(desk.session.document, ident)
    desk.session.go_to(place)
    made = getattr(desk.sections, pane)
    qtbot.waitUntil(lambda: made.chosen() == [place])

"""Whole packages and lists, in the real window."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import EditError
from catalog_app.document.edits import add, duplicate, set_attribute, set_value
from catalog_app.document.items import descriptions
from catalog_app.document.references import find_id
from catalog_app.paths import resources
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.nothing import NothingHere
from catalog_app.ui.package.noting import PROVENANCE
from catalog_app.validation.run import validate
from tests.document.test_package import SMALL
from tests.ui.shell.conftest import RECORD, Open, press

HARVESTED = (
    b'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>%b</ListRecords></OAI-PMH>'
)
ENTRY = b"<record><header><identifier>oai:%d</identifier></header><metadata>%b</metadata></record>"
MODS_INSIDE = (
    b'<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>In MODS</title></titleInfo></mods>'
)
DC_INSIDE = (
    b'<d:dc xmlns:d="http://www.openarchives.org/OAI/2.0/oai_dc/" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>In Dublin Core</dc:title></d:dc>'
)


def errors(data: bytes) -> list[str]:
    return [
        finding.message
        for report in validate(data)
        for finding in report.findings
        if finding.severity == "error" and finding.source == "schema"
    ]


def test_50_page_images_become_a_valid_file_in_a_few_steps(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "A book"
    folder.mkdir()
    for number in range(1, 51):
        (folder / f"page{number}.tif").write_bytes(b"II*\0" + bytes([number]))
    window = opened()
    window.gathering.package_from(folder)
    qtbot.waitUntil(lambda: len(window.desks()) == 1)
    session = window.desk.session
    assert errors(session.document.text) == []
    session.save(folder / "mets.xml")
    assert (folder / "mets.xml").read_bytes().count(b"<file ") == 50


def test_a_list_is_split_and_joined_again(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "list.xml"
    body = RECORD[RECORD.find(b"<mods") :]
    path.write_bytes(b"<oai><header/>" + body + b"<r>" + body + b"</r></oai>")
    window = opened(path)
    target = tmp_path / "out"
    target.mkdir()
    with qtbot.waitSignal(window.services.jobs.ended):
        window.gathering.split_into(target)
    files = sorted(target.glob("*.xml"))
    assert [file.name for file in files] == [
        "list-1-A-house-by-the-sea.xml",
        "list-2-A-house-by-the-sea.xml",
    ]
    assert all(errors(file.read_bytes()) == [] for file in files)
    window.gathering.join_files(files)
    assert len(window.desk.session.document.records()) == 2
    window.gathering.package_round()
    assert errors(window.desk.session.document.text) == []


def test_a_list_of_packages_becomes_packages_unless_records_are_asked_for(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes((resources() / "examples" / "eprints_list.xml").read_bytes())
    window = opened(path)
    window.actions_by_id["split"].trigger()
    box = window.findChild(QMessageBox)
    assert box.defaultButton().text() == "Packages (2)"
    into(window, qtbot, tmp_path / "packages", box.defaultButton().click)
    split = sorted((tmp_path / "packages").iterdir())
    assert [file.name for file in split] == ["eprint_40011.xml", "eprint_40012.xml"]
    for file in split:
        found = open_document(file.read_bytes())
        assert len(found.packages()) == 1
        assert b"fileSec>" in found.text
        assert b"rightsMD>" in found.text
    window.actions_by_id["split"].trigger()
    into(window, qtbot, tmp_path / "records", lambda: press(window, "Records alone (2)"))
    alone = sorted((tmp_path / "records").iterdir())
    assert [file.name[:6] for file in alone] == ["list-1", "list-2"]
    assert all(not open_document(file.read_bytes()).packages() for file in alone)
    assert all(b"<mods:title>" in file.read_bytes() for file in alone)


def into(window: MainWindow, qtbot: QtBot, folder: Path, act: Callable[[], object]) -> None:
    """Choose a folder in the dialog that something opens, and wait until it is filled."""
    folder.mkdir()
    act()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(folder))
    dialog.findChild(QLineEdit).setText(str(folder))
    with qtbot.waitSignal(window.services.jobs.ended):
        dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)


def test_items_are_counted_and_what_is_beside_them_is_called_by_its_section(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes((resources() / "examples" / "eprints_list.xml").read_bytes())
    window = opened(path)
    said = []
    for number in range(1, 5):
        window.session.go_to(Address(f"record{number}"))
        header = window.desk.form.header
        said.append((header.title.accessibleName(), header.number.text()))
    rights = ("Rights", "")
    assert said[1::2] == [rights, rights]
    assert [number for _title, number in said[::2]] == ["Record 1 of 2", "Record 2 of 2"]


def test_editing_is_noted_only_if_the_user_wants_it(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "mets.xml"
    path.write_bytes(SMALL)
    window = opened(path)
    session = window.desk.session
    session.perform(set_attribute(session.document, find_id(session.document, "f1").at("USE"), "x"))
    window.saver.save()
    assert b"EDITOR" not in path.read_bytes()
    window.actions_by_id["provenance"].trigger()
    assert window.services.settings.flag(PROVENANCE)
    session.perform(set_attribute(session.document, find_id(session.document, "f1").at("USE"), "y"))
    window.saver.save()
    assert b'ROLE="EDITOR"' in path.read_bytes()
    assert open_document(path.read_bytes()).packages()
    session.undo_stack.undo()
    assert b"EDITOR" not in session.document.text


def test_in_a_list_the_editing_is_noted_in_the_package_that_was_edited(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes((resources() / "examples" / "eprints_list.xml").read_bytes())
    window = opened(path)
    window.services.settings.keep(PROVENANCE, True)
    session = window.desk.session

    def edit_and_save(title: str, value: str) -> list[bool]:
        session.perform(set_value(session.document, parse_address(title), value))
        window.saver.save()
        packages = path.read_bytes().split(b"<mets:mets ")[1:]
        return [b'ROLE="EDITOR"' in package for package in packages]

    assert edit_and_save("record3/titleInfo/title", "Other") == [False, True]
    dates = re.findall(rb'LASTMODDATE="([^"]*)"', path.read_bytes())
    assert edit_and_save("record1/titleInfo/title", "Others") == [True, True]
    assert dates[-1] == re.findall(rb'LASTMODDATE="([^"]*)"', path.read_bytes())[-1]


def test_descriptions_are_added_to_a_package_and_taken_back(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "letters.xml"
    path.write_bytes((resources() / "examples" / "letters_package.xml").read_bytes())
    window = opened(path)
    session = window.desk.session
    window.actions_by_id["add_record"].trigger()
    assert session.place.part == f"record{descriptions(session.document)[-1]}"
    QTest.keyClicks(QApplication.focusWidget(), "A new letter")
    assert b"<mods:title>A new letter</mods:title>" in session.document.text
    assert errors(session.document.text) == []
    window.actions_by_id["duplicate_record"].trigger()
    assert session.place.part == f"record{descriptions(session.document)[-1]}"
    assert session.document.text.count(b"A new letter") == 2
    qtbot.waitUntil(lambda: not window.desk.outline.tree.model().busy)
    window.desk.outline.duplicate()
    qtbot.waitUntil(lambda: session.place.part == f"record{descriptions(session.document)[-1]}")
    assert session.document.text.count(b"A new letter") == 3
    window.actions_by_id["remove_record"].trigger()
    assert session.document.text.count(b"A new letter") == 2
    assert errors(session.document.text) == []
    window.actions_by_id["add_dublin_core"].trigger()
    section = Address("package1", session.place.steps[:1])
    title = {"name": "{http://purl.org/dc/elements/1.1/}title", "text": "In Dublin Core"}
    inside = section.child("mdWrap").child("xmlData")
    session.perform(add(session.document, inside, Draft(**title)))
    assert errors(session.document.text) == []
    ids = re.findall(rb'dmdSec ID="([^"]*)"', session.document.text)
    assert len(set(ids)) == len(ids)
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.document.text == path.read_bytes()


def test_what_can_stand_only_once_is_not_duplicated(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "letters.xml"
    path.write_bytes((resources() / "examples" / "letters_package.xml").read_bytes())
    session = opened(path).desk.session
    for name in ("metsHdr", "fileSec"):
        with pytest.raises(EditError, match="There can be only one here"):
            duplicate(session.document, Address("package1").child(name))
    assert duplicate(session.document, Address("package1").child("structMap")) is not None


def test_the_first_division_is_put_into_an_empty_structure(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mets.xml"
    path.write_bytes(b'<mets xmlns="http://www.loc.gov/METS/"><structMap></structMap></mets>')
    window = opened(path)
    window.session.go_to(Address("package1").child("structMap"))
    for _ in range(2):  # before it is read, and after
        window.actions_by_id["division_inside"].trigger()
        qtbot.waitUntil(lambda: b"<div" in window.session.document.text)
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # it stands ready for a name
        window.session.undo_stack.undo()
    assert window.session.document.text == path.read_bytes()


def test_a_harvested_list_says_what_it_holds_besides_mods(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes(HARVESTED % (ENTRY % (1, MODS_INSIDE) + ENTRY % (2, DC_INSIDE)))
    window = opened(path)
    rows = [entry for entry in window.desk.outline._model.entries() if entry.kind == "other"]
    assert [(row.name, row.holds) for row in rows] == [("In Dublin Core", "dc")]
    assert path.read_bytes() == window.session.document.text
    path.write_bytes(HARVESTED % (ENTRY % (1, DC_INSIDE)))
    window = opened(path)
    (page,) = window.desk.findChildren(NothingHere)
    assert page.isVisibleTo(window.desk)
    assert "Dublin Core: 1" in page.words
    assert "metadataPrefix=mods" in page.words
    assert window.desk.pane("problems").nothing.text() == "There is nothing here to look at."


def test_what_could_not_be_saved_is_not_noted(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "mets.xml"
    path.write_bytes(SMALL)
    window = opened(path)
    window.services.settings.keep(PROVENANCE, True)
    session = window.desk.session
    session.perform(set_attribute(session.document, find_id(session.document, "f1").at("USE"), "x"))
    path.write_bytes(SMALL + b"<!-- by another program -->")
    window.saver.save()
    assert window.desk.bar.isVisibleTo(window.desk)
    assert b"EDITOR" not in session.document.text
    assert b'USE="x"' in session.document.text


def test_the_packages_of_an_export_list_are_saved_apart_from_the_problems_list(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path, target = tmp_path / "list.xml", tmp_path / "out"
    path.write_bytes((resources() / "examples" / "eprints_list.xml").read_bytes())
    target.mkdir()
    window = opened(path)
    pane = window.desk.pane("problems")
    qtbot.waitUntil(lambda: any(f.rule == "eprints.Q6" for f in pane.model.shown))
    row = next(r for r, f in enumerate(pane.model.shown) if f.rule == "eprints.Q6")
    pane.list.setCurrentIndex(pane.model.index(row))
    menu = pane.menu()
    next(a for a in menu.actions() if a.text() == "Save each package in its own file…").trigger()
    menu.close()
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(target))
    dialog.findChild(QLineEdit).setText(str(target))
    with qtbot.waitSignal(window.services.jobs.ended):
        dialog.accept()
    assert sorted(file.name for file in target.iterdir()) == [
        "eprint_40011.xml",
        "eprint_40012.xml",
    ]
    assert path.read_bytes() == b"".join(window.session.document.chunks())

"""What keys do to the field in focus: repeat it, move it, take it back, leave it empty."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from tests.stories.hands import Hands
from tests.stories.test_at_work import working, written
from tests.ui.shell.conftest import RECORD

__all__ = ["working"]

_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">'
)


def collection(*records: bytes) -> bytes:
    """A list of records."""
    inside = b"".join(b'\n<mods version="3.8">' + record + b"</mods>" for record in records)
    return _HEAD + inside + b"\n</modsCollection>\n"


TWO = collection(
    b"<originInfo><publisher>Fan</publisher><dateIssued>1980</dateIssued></originInfo>"
    b'<name type="personal"><namePart type="family">Aliev</namePart>'
    b"<role><roleTerm>author</roleTerm></role></name>",
    b"<originInfo><dateIssued>1999</dateIssued></originInfo>"
    b'<name type="personal"><namePart type="family">Bek</namePart></name>',
)


def test_one_field_becomes_what_it_was_and_nothing_beside_it(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/originInfo/dateIssued")
    hands.add("publisher")
    assert hands.at == "record2/originInfo/publisher"
    hands.press("Ctrl+Shift+L")
    assert hands.at == "record2/originInfo/publisher"
    assert b"<publisher>Fan</publisher><dateIssued>1999</dateIssued>" in written(hands)
    hands.press("Ctrl+Z")
    assert written(hands) == TWO


def test_a_field_that_says_something_else_becomes_what_it_was(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/name/namePart")
    hands.press("Ctrl+Shift+L")
    assert written(hands) == TWO.replace(b"Bek", b"Aliev")
    hands.press("Ctrl+Z")
    assert written(hands) == TWO


def test_an_empty_card_becomes_what_the_whole_group_was(working) -> None:
    bare = TWO.replace(b"<originInfo><dateIssued>1999</dateIssued></originInfo>", b"")
    hands = working(bare)
    hands.press("Ctrl+PgDown")
    hands.add("publisher")
    hands.press("Ctrl+Shift+L")
    assert written(hands).count(b"<publisher>Fan</publisher>") == 2
    assert written(hands).count(b"<dateIssued>1980</dateIssued>") == 2
    hands.press("Ctrl+Z")
    assert written(hands) == bare


def test_undo_of_xml_typed_in_the_pane_stays_in_the_pane(qtbot: QtBot, hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+E")
    pane = hands.focus
    hands.type("z")
    qtbot.waitUntil(lambda: written(hands) != RECORD)
    changed = written(hands)
    hands.press("Ctrl+Z")
    assert (written(hands), hands.focus) == (RECORD, pane)
    hands.press("Ctrl+Y")
    assert (written(hands), hands.focus) == (changed, pane)


def test_undo_in_the_form_goes_to_what_the_xml_changed(qtbot: QtBot, hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+E")
    text = hands.focus.toPlainText()
    at, now = text.index("Kept as"), hands.focus.textCursor().position()
    hands.press(*["Right"] * max(0, at - now), *["Left"] * max(0, now - at))
    hands.type("Well ")
    qtbot.waitUntil(lambda: b"Well Kept" in written(hands))
    hands.press("Ctrl+2")
    hands.tab_to("record1/titleInfo/title")
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at) == (RECORD, "record1/note")
    hands.press("Ctrl+Y", "Ctrl+Z")
    assert (written(hands), hands.at) == (RECORD, "record1/note")


def test_undo_of_a_removed_card_goes_to_the_card(hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+Del")
    assert hands.at == "record1/titleInfo/title"
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at) == (RECORD, "record1/note")


@pytest.mark.parametrize("action", ["duplicate_record", "add_record"])
def test_undo_of_a_new_record_shows_its_neighbour(working, action: str) -> None:
    hands = working(TWO)
    desk = hands.window.desk
    hands.press("Ctrl+PgDown", "Ctrl+4")
    hands.press("Ctrl+2")
    hands.window.actions_by_id[action].trigger()
    QApplication.processEvents()
    assert hands.window.session.place.part == "record3"
    hands.press("Ctrl+Z")
    assert written(hands) == TWO
    assert desk.form.root == Address("record2")
    assert hands.at.startswith("record2/")
    assert hands.window.session.place.part == "record2"
    assert desk.pane("xml").root == Address("record2")
    assert desk.form.column.views


def test_redo_of_a_removed_record_shows_its_neighbour(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown", "Ctrl+2")
    hands.window.actions_by_id["remove_record"].trigger()
    QApplication.processEvents()
    assert hands.at.startswith("record1/")
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at.split("/")[0]) == (TWO, "record2")
    hands.press("Ctrl+Y")
    assert hands.at.startswith("record1/")
    assert hands.window.desk.form.root == Address("record1")
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at.split("/")[0]) == (TWO, "record2")


def test_the_history_is_walked_with_the_focus_in_it(hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/titleInfo/title")
    hands.press("End")
    hands.type("1")
    hands.tab_to("record1/note")
    hands.press("Ctrl+End")
    hands.type("2")
    states = [RECORD, RECORD.replace(b"sea<", b"sea1<")]
    states.append(states[1].replace(b"is.<", b"is.2<"))
    assert written(hands) == states[2]
    hands.press("Ctrl+6")
    listed = hands.focus
    for key, state in (("Up", 1), ("Up", 0), ("Return", 0), ("Down", 1), ("Home", 0), ("End", 2)):
        hands.press(key)
        assert (written(hands), hands.focus) == (states[state], listed), key

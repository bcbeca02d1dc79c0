"""Records put right and worked on by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from catalog_app.ui.problems.sheet import MendSheet
from tests.stories.conftest import Verdict
from tests.stories.hands import Hands
from tests.ui.shell.conftest import RECORD, Open

TITLE = "record1/titleInfo/title"
AUTHORS = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <name type="personal"><namePart>Anna</namePart></name>
  <name type="personal"><namePart>Bobur</namePart></name>
  <name type="personal"><namePart>Chingiz</namePart></name>
</mods>
"""
TWO = b"""<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
  <mods version="3.8">
    <titleInfo><title>First</title></titleInfo>
    <originInfo><publisher>Fan</publisher></originInfo>
  </mods>
  <mods version="3.8">
    <titleInfo><title>Second</title></titleInfo>
  </mods>
</modsCollection>
"""


def written(hands: Hands) -> bytes:
    """The bytes that a save would write."""
    return b"".join(hands.window.session.document.chunks())


@pytest.fixture
def working(opened: Open, tmp_path: Path):
    """Hands on a document of these bytes."""

    def begin(data: bytes) -> Hands:
        path = tmp_path / "work.xml"
        path.write_bytes(data)
        hands = Hands(opened(path))
        hands.press("Ctrl+2")
        return hands

    return begin


def test_the_seed_record_is_put_right_and_saved_valid(
    qtbot: QtBot, opened: Open, seed: Path, official: Verdict
) -> None:
    hands = Hands(opened(seed))
    findings = hands.window.desk.findings
    qtbot.waitUntil(lambda: bool(findings.items))
    found = len(findings.items)
    hands.press("F8", "Ctrl+.")
    qtbot.waitUntil(lambda: len(findings.items) < found)
    hands.press("Ctrl+Shift+.")
    sheet = hands.window.findChild(MendSheet)
    qtbot.waitUntil(sheet.isVisible)
    hands.press("Return")
    qtbot.waitUntil(lambda: not any(f.severity == "error" for f in findings.items))
    hands.press("Ctrl+PgDown", "Ctrl+2")
    hands.tab_to(TITLE)
    hands.press("Ctrl+A")
    hands.type("Mechanisms for developing public diplomacy")
    hands.press("Ctrl+S")
    assert b"Mechanisms for developing public diplomacy<" in seed.read_bytes()
    assert b"&amp;nbsp;" not in seed.read_bytes()
    assert official(seed) == []


def test_a_related_item_stands_three_deep(
    qtbot: QtBot, hands_on: Hands, record: Path, official: Verdict
) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    for depth in (1, 2, 3):
        hands.add("relatedItem")
        hands.type(f"Level {depth}")
    hands.press("Ctrl+S")
    assert official(record) == []
    assert record.read_bytes().count(b"<relatedItem") == 3


def test_an_edit_made_in_the_xml_is_undone_from_the_form(qtbot: QtBot, hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+E")
    xml = hands.focus
    assert xml.accessibleName() == "XML"
    at = xml.toPlainText().index("Kept as")
    before = xml.textCursor().position()
    hands.press(*["Right"] * max(0, at - before), *["Left"] * max(0, before - at))
    hands.type("Well ")
    qtbot.waitUntil(lambda: b"Well Kept as it is." in written(hands))
    hands.press("Ctrl+2")
    assert hands.at == "record1/note"
    hands.press("Ctrl+Z")
    assert written(hands) == RECORD


def test_undo_inside_a_text_field_takes_back_what_was_typed_there(hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to(TITLE)
    hands.press("End")
    hands.type(" & more")
    hands.press("Ctrl+Z")
    assert written(hands) == RECORD
    assert hands.at == TITLE
    hands.press("Ctrl+Y")
    assert b"sea &amp; more" in written(hands)


def test_the_order_of_authors_changes_by_alt_and_arrow(working) -> None:
    hands = working(AUTHORS)
    hands.tab_to("record1/name/namePart")
    hands.press("Alt+Down", "Alt+Down")
    assert hands.at == "record1/name[3]/namePart"
    data = written(hands)
    assert data.index(b"Bobur") < data.index(b"Chingiz") < data.index(b"Anna")
    hands.press("Alt+Up", "Alt+Up")
    assert written(hands) == AUTHORS


def test_a_field_becomes_what_it_was_in_the_last_record(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.add("publisher")
    hands.press("Ctrl+Shift+L")
    assert written(hands).count(b"<publisher>Fan</publisher>") == 2
    hands.press("Ctrl+Z")
    assert written(hands) == TWO

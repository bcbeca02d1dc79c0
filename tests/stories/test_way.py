"""The way through the window by keys, as a newcomer goes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open

TITLE = "record1/titleInfo/title"
WRONG = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <language><languageTerm type="codde">eng</languageTerm></language>
  <note>Nothing is wrong with it</note>
  <language><languageTerm type="kode">rus</languageTerm></language>
  <language><languageTerm type="tekst">Uzbek</languageTerm></language>
</mods>
"""


@pytest.fixture
def working(qtbot: QtBot, opened: Open, tmp_path: Path):
    """Hands on a document of these bytes that has been judged."""

    def begin(data: bytes) -> Hands:
        path = tmp_path / "work.xml"
        path.write_bytes(data)
        hands = Hands(opened(path))
        hands.press("Ctrl+.", "Return")
        qtbot.waitUntil(lambda: bool(hands.window.desk.findings.reports), timeout=20_000)
        return hands

    return begin


def errors(hands: Hands) -> list[str]:
    """Where the errors are, in the order of the list."""
    shown = hands.window.desk.pane("problems").model.shown
    return [str(one.address.element) for one in shown if one.severity == "error"]


def test_f8_misses_no_problem_when_one_is_mended_on_the_way(qtbot: QtBot, working) -> None:
    hands = working(WRONG)
    first, second, third = errors(hands)
    hands.press("F8")
    assert hands.at.startswith(first)
    hands.press("Ctrl+.", "Return")
    qtbot.waitUntil(lambda: len(errors(hands)) == 2, timeout=20_000)
    hands.press("F8")
    assert hands.at.startswith(second)
    hands.press("Ctrl+.", "Return")
    qtbot.waitUntil(lambda: len(errors(hands)) == 1, timeout=20_000)
    hands.press("F8")
    assert hands.at.startswith(third)


def test_f8_goes_on_from_the_field_in_focus(working) -> None:
    hands = working(WRONG)
    first, second, third = errors(hands)
    hands.press("F8", "F8", "F8")
    assert hands.at.startswith(third)
    hands.tab_to("record1/note")
    hands.press("F8")
    assert hands.at.startswith(second)
    hands.tab_to("record1/note")
    hands.press("Shift+F8")
    assert hands.at.startswith(first)


def test_the_preview_of_a_repair_begins_with_the_line_that_changes(working) -> None:
    hands = working(WRONG)
    hands.press("F8", "Ctrl+.")
    sheet = hands.window.desk.pane("problems").sheet
    shown = sheet.lines.toPlainText().splitlines()
    assert "codde" in shown[1]
    assert {line[0] for line in shown[1:]} == {"-", "+"}
    assert sheet.cancel.geometry().right() < sheet.width() // 2
    hands.press("Escape")
    assert hands.at.startswith("record1/language")

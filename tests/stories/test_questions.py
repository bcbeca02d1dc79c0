"""A question is put where it is seen, and what is asked about waits for the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.ui.form.notice import Notice
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.problems.sheet import MendSheet
from tests.stories.hands import Hands
from tests.stories.test_at_work import written
from tests.ui.shell.conftest import Open

NAMED = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <name type="personal"><namePart>Karimova, Anna</namePart></name>
</mods>
"""
PART = "record1/name/namePart"


@pytest.fixture
def named(opened: Open, tmp_path: Path, qtbot: QtBot) -> Hands:
    """A window with a name in one part, which has a repair that asks; the focus is in it."""
    path = tmp_path / "named.xml"
    path.write_bytes(NAMED)
    hands = Hands(opened(path))
    qtbot.waitUntil(lambda: bool(hands.window.desk.findings.reports))
    return hands


def sheet(window: MainWindow) -> MendSheet:
    found = window.desk.pane("problems").sheet
    assert isinstance(found, MendSheet)
    return found


def hide_below(hands: Hands) -> None:
    hands.window.actions_by_id["pane_below"].trigger()
    QApplication.processEvents()
    assert not hands.window.desk.below.isVisible()


@pytest.mark.parametrize("before", ["Ctrl+6", "Ctrl+7", "hidden"])
def test_ctrl_dot_asks_in_sight_and_everything_goes_back(named: Hands, before: str) -> None:
    if before == "hidden":
        hide_below(named)
    else:
        named.press(before, "Ctrl+2")
    front = named.window.desk.below.currentIndex()
    named.tab_to(PART)
    named.press("Ctrl+.")
    assert sheet(named.window).mend.isVisible()
    assert sheet(named.window).mend.visibleRegion().boundingRect().height() > 10
    assert named.focus is sheet(named.window).mend
    assert written(named) == NAMED
    named.press("Escape")
    assert named.at == PART
    assert written(named) == NAMED
    assert named.window.desk.below.currentIndex() == front
    assert named.window.desk.below.isVisible() is (before != "hidden")
    named.press("Ctrl+.", "Return")
    assert written(named) != NAMED
    assert named.window.desk.form.isAncestorOf(named.focus)
    assert named.at.startswith("record1/name/namePart"), "in what the field has become"


def test_no_key_goes_to_a_widget_that_is_not_seen(named: Hands) -> None:
    named.press("Ctrl+6", "Ctrl+2")
    named.tab_to(PART)
    for key in ("Ctrl+.", "Ctrl+6", "Ctrl+2", "Ctrl+.", "Escape", "Ctrl+.", "Tab", "Tab", "Return"):
        named.press(key)
        assert named.focus.isVisible(), key


@pytest.mark.parametrize("typed", ["X. ", " X."])
def test_who_goes_on_typing_while_a_repair_asks_types_in_the_field(named: Hands, typed) -> None:
    named.tab_to(PART)
    named.press("End", "Ctrl+.")
    assert named.focus is sheet(named.window).mend
    named.type(typed)
    assert (named.at, sheet(named.window).isVisible()) == (PART, False)
    now = f"<namePart>Karimova, Anna{typed}</namePart>"
    assert written(named) == NAMED.replace(b"<namePart>Karimova, Anna</namePart>", now.encode())


def test_in_the_list_of_problems_a_blank_answers(named: Hands) -> None:
    named.window.desk.pane("problems").list.setFocus()
    named.press("Home", "Ctrl+.", "X")
    assert named.focus is sheet(named.window).mend
    named.press("Space")
    assert written(named) != NAMED


def test_the_link_under_a_field_asks_like_the_pane(named: Hands) -> None:
    named.press("Ctrl+6", "Ctrl+2")
    named.tab_to(PART)
    asking = [n for n in named.window.desk.form.findChildren(Notice) if "…</a>" in n.text()]
    assert asking
    asking[0].linkActivated.emit("0")
    assert sheet(named.window).mend.isVisible()
    assert written(named) == NAMED
    QTest.keyClick(named.focus, Qt.Key.Key_Escape)
    assert (written(named), named.at) == (NAMED, PART)


SPLIT = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <originInfo><publisher>Fan</publisher></originInfo>
  <originInfo><dateIssued>1999</dateIssued></originInfo>
  <language><languageTerm type="text">Uzbek</languageTerm></language>
</mods>
"""


def test_who_puts_two_cards_together_goes_on_in_the_one_they_have_become(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "split.xml"
    path.write_bytes(SPLIT)
    hands = Hands(opened(path))
    findings = hands.window.desk.findings
    qtbot.waitUntil(lambda: any(f.rule == "origin.split" for f in findings.items))
    hands.tab_to("record1/originInfo[2]/dateIssued")
    hands.press("Ctrl+.", "Return")
    assert b"<originInfo><publisher>Fan</publisher><dateIssued>1999</dateIssued></originInfo>" in (
        written(hands)
    )
    assert hands.at.startswith("record1/originInfo/")

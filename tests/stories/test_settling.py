"""Codes and words that are typed and not picked, by keys in the real window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from catalog_app.ui.form.notice import Notice
from tests.stories.hands import Hands
from tests.stories.test_at_work import working, written
from tests.stories.test_left_empty import NESTED

__all__ = ["working"]

LANGUAGE = "record1/language[1]/languageTerm[1]"


def term(hands: Hands, name: str = "languageTerm") -> str:
    """The element as the document has it now."""
    found = re.search(rf"<{name}\b.*?</{name}>", written(hands).decode(), re.S)
    return found[0] if found else ""


def offers(hands: Hands) -> QListWidget:
    """The list below the field in focus."""
    return next(
        found
        for found in hands.window.findChildren(QListWidget)
        if found.property("look") == "popup" and found.count()
    )


@pytest.fixture
def uzbek(hands: Hands) -> Hands:
    """A new record whose language was typed as a word and left with Tab."""
    hands.press("Ctrl+N")
    hands.add("language")
    hands.type("Uzbek")
    hands.press("Tab", "Shift+Tab")
    return hands


def test_a_typed_label_settles_as_picking_it_would(uzbek: Hands) -> None:
    assert 'valueURI="http://id.loc.gov/vocabulary/iso639-2/uzb">uzb<' in term(uzbek)
    assert uzbek.focus.text() == "Uzbek — uzb"


def test_a_code_typed_over_another_takes_its_own_address(uzbek: Hands) -> None:
    uzbek.press("Ctrl+A")
    uzbek.type("rus")
    uzbek.press("Tab", "Shift+Tab")
    assert 'valueURI="http://id.loc.gov/vocabulary/iso639-2/rus">rus<' in term(uzbek)
    assert uzbek.focus.text() == "Russian — rus"


def test_settling_is_one_step_and_undo_gives_back_what_was_typed(uzbek: Hands) -> None:
    uzbek.press("Ctrl+A")
    uzbek.type("Russian")
    typed = term(uzbek)
    uzbek.press("Tab")
    assert ">rus<" in term(uzbek)
    uzbek.press("Ctrl+Z")
    assert term(uzbek) == typed
    uzbek.press("Ctrl+Z")
    assert ">uzb<" in term(uzbek)


def test_what_no_list_knows_loses_the_address_of_what_stood_there(uzbek: Hands) -> None:
    told: list[str] = []
    uzbek.window.desk.form._tell = told.append
    uzbek.press("Ctrl+A")
    uzbek.type("Marsian")
    uzbek.press("Tab")
    assert term(uzbek) == '<languageTerm type="text">Marsian</languageTerm>'
    assert told[0].startswith("No list has “Marsian”")


def test_what_is_like_an_entry_is_kept_as_typed_and_the_nearest_is_offered(
    uzbek: Hands, qtbot: QtBot
) -> None:
    uzbek.press("Ctrl+A")
    uzbek.type("kyrg")
    uzbek.press("Tab")
    kept = '<languageTerm type="code" authority="iso639-2b">kyrg</languageTerm>'
    assert term(uzbek) == kept
    findings = uzbek.window.desk.findings
    qtbot.waitUntil(lambda: any(f.rule == "code.unknown" for f in findings.items))
    said = next(f for f in findings.items if f.rule == "code.unknown")
    assert "Perhaps kir (Kirghiz)?" in said.message
    uzbek.press("Shift+Tab", "Ctrl+.", "Return")
    assert ">kir<" in term(uzbek)
    uzbek.press("Ctrl+Z")
    assert term(uzbek) == kept
    qtbot.waitUntil(lambda: any(f.rule == "code.unknown" for f in findings.items))
    said = next(f for f in findings.items if f.rule == "code.unknown")
    as_word = next(fix for fix in said.fixes if fix.title == "Keep it as a word")
    uzbek.window.desk.pane("problems").mend(said, as_word)
    uzbek.press("Return")
    assert term(uzbek) == '<languageTerm type="text">kyrg</languageTerm>'


def test_enter_settles_as_tab_does(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.add("language")
    hands.type("rus")
    hands.press("Return")
    assert 'valueURI="http://id.loc.gov/vocabulary/iso639-2/rus">rus<' in term(hands)
    assert hands.focus.text() == "Russian — rus"


def test_the_list_stays_when_a_finding_comes_and_down_goes_into_it(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.press("Ctrl+N")
    hands.add("role")
    hands.type("auth")
    findings = hands.window.desk.findings
    qtbot.waitUntil(lambda: bool(findings.items))  # they come, and the card grows
    qtbot.wait(50)
    assert offers(hands).isVisible()
    hands.press("Down", "Return")
    assert ">aut<" in term(hands, "roleTerm")
    assert hands.focus.text() == "Author — aut"


def test_what_is_found_in_a_value_half_typed_is_said_when_it_is_left(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.press("Ctrl+N")
    hands.add("language")
    hands.type("uzbe")
    findings = hands.window.desk.findings
    qtbot.waitUntil(lambda: any(f.rule == "code.unknown" for f in findings.items))
    assert offers(hands).isVisible()
    assert not said_in_form(hands)
    hands.press("Escape")
    assert not said_in_form(hands), "the list is closed, the value is not left"
    hands.press("Tab")
    qtbot.waitUntil(lambda: bool(said_in_form(hands)))
    assert "“uzbe”" in said_in_form(hands)[0]


def said_in_form(hands: Hands) -> list[str]:
    """What the form says under its fields."""
    notices = hands.window.desk.form.findChildren(Notice)
    return [one.accessibleName() for one in notices if one.isVisible()]


def test_down_offers_what_was_typed_even_if_the_list_was_closed(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.add("role")
    hands.type("auth")
    hands.press("Escape", "Down", "Return")
    assert ">aut<" in term(hands, "roleTerm")


@pytest.fixture
def dated(hands: Hands) -> Hands:
    """A new record with the focus in an empty date of issue."""
    hands.press("Ctrl+N")
    hands.add("dateIssued")
    hands.tab_to("record1/originInfo/dateIssued")
    return hands


@pytest.mark.parametrize("key", ["Tab", "Return"])
def test_a_date_in_words_settles_in_one_step_and_undo_gives_back_the_words(
    dated: Hands, key: str
) -> None:
    dated.type("14 April 2026")
    words = written(dated)
    dated.press(key)
    assert term(dated, "dateIssued") == '<dateIssued encoding="w3cdtf">2026-04-14</dateIssued>'
    dated.press("Ctrl+Z")
    assert written(dated) == words
    assert dated.focus.text() == "14 April 2026"
    dated.press("Tab")
    assert written(dated) == words, "passing through changes nothing"


def test_tab_goes_on_from_a_date_that_settled(dated: Hands) -> None:
    dated.type("14 April 2026")
    dated.press("Tab", "Shift+Tab")
    assert dated.at == "record1/originInfo/dateIssued"
    assert dated.focus.text() == "2026-04-14"


@pytest.mark.parametrize("text", ["03/04/2026", "1999-", "spring 1920", "1860s", "© 1998"])
def test_a_date_that_may_mean_something_else_stays_as_typed(dated: Hands, text: str) -> None:
    dated.type(text)
    dated.press("Tab")
    assert f">{text}<" in term(dated, "dateIssued")


def test_a_date_that_can_be_read_in_two_ways_says_so(dated: Hands) -> None:
    dated.type("03/04/2026")
    assert "Day and month of “03/04/2026” cannot be told apart" in (
        dated.focus.accessibleDescription()
    )


LONG = "A very long title " * 12


def test_a_long_value_shows_its_beginning_when_tab_comes_to_it(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.add("title")
    title = hands.at
    hands.type(LONG.strip())
    hands.press("Tab", "Shift+Tab")
    assert hands.at == title
    line = hands.focus
    assert (line.selectedText(), line.cursorPosition()) == (LONG.strip(), 0)
    hands.type("Short")
    assert b"<title>Short</title>" in written(hands)


def test_what_is_typed_in_a_duplicate_takes_the_place_of_the_copied_text(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.add("note")
    hands.type("One")
    hands.press("Ctrl+D")
    hands.type("Two")
    assert b"<note>One</note>" in written(hands)
    assert b"<note>Two</note>" in written(hands)
    hands.add("topic")
    hands.type("Water")
    hands.press("Ctrl+D")
    hands.type("Bread")
    assert b"<topic>Water</topic>" in written(hands)
    assert b"<topic>Bread</topic>" in written(hands)


def test_a_creator_is_offered_as_a_person_first(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.add("creator")
    hands.type("Anna")
    assert b'<name type="personal">' in written(hands)


def test_a_save_settles_what_is_being_typed(qtbot: QtBot, hands_on: Hands, record: Path) -> None:
    hands_on.press("Ctrl+2")
    hands_on.add("language")
    hands_on.type("Uzbek")
    field = hands_on.at
    hands_on.press("Ctrl+S")
    qtbot.waitUntil(lambda: b'iso639-2/uzb">uzb<' in record.read_bytes())
    assert hands_on.at == field


def test_a_code_that_is_removed_while_it_is_typed_settles_nothing_in_the_next_one(working) -> None:
    role = b'<name><role><roleTerm type="code" authority="marcrelator">%s</roleTerm></role></name>'
    hands = working(NESTED.replace(b"<abstract/>", role % b"qq" + role % b"qqx"))
    hands.tab_to("record1/name[2]/role/roleTerm")
    hands.press("End")
    hands.type("y")
    hands.press("Ctrl+Del", "Tab")
    data = written(hands)
    assert (data.count(b"<role>"), data.count(role % b"qqx")) == (1, 1)

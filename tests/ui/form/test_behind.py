"""In a large file the form shows a turn later what was done elsewhere, or before the next key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.session.opening import AT_ONCE
from catalog_app.ui.form.form import Form

TITLE = parse_address("record1/titleInfo/title")
NOTE = parse_address("record1/note")
LARGE = (
    '<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">'
    "<titleInfo><title>One</title></titleInfo><note>A note</note>"
    f"<extension><a>{'x' * AT_ONCE}</a></extension></mods>"
).encode()


@pytest.fixture
def large(make_form: Callable[[bytes], Form], qtbot: QtBot) -> Form:
    """A form on a record of more than two million bytes."""
    return make_form(LARGE)


def said(form: Form) -> str:
    return form.column.reveal(TITLE).value()


def has_note(form: Form) -> bool:
    return NOTE in [card.address for card in (b.card for b in form.column.blocks) if card]


def test_an_edit_made_elsewhere_is_shown_when_others_have_painted(
    large: Form, qtbot: QtBot
) -> None:
    session = large.session
    session.perform(edits.set_value(session.document, TITLE, "Two"))
    assert said(large) == "One"
    qtbot.waitUntil(lambda: said(large) == "Two")
    session.undo_stack.undo()
    assert said(large) == "Two"
    qtbot.waitUntil(lambda: said(large) == "One")


def test_of_several_edits_all_are_shown(large: Form, qtbot: QtBot) -> None:
    session = large.session
    session.perform(edits.set_value(session.document, TITLE, "Two"))
    session.perform(edits.remove(session.document, NOTE))
    qtbot.waitUntil(lambda: said(large) == "Two")
    assert not has_note(large)
    session.undo_stack.undo()
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: said(large) == "One")
    assert has_note(large)


def test_what_was_done_comes_before_a_key(large: Form, qtbot: QtBot) -> None:
    session = large.session
    assert large.reveal(TITLE)
    session.perform(edits.remove(session.document, NOTE))
    assert has_note(large)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    assert not has_note(large)


def test_ones_own_typing_is_shown_at_once(large: Form, qtbot: QtBot) -> None:
    assert large.reveal(TITLE)
    session = large.session
    session.perform(edits.set_value(session.document, NOTE, "Other"))
    QTest.keyClicks(QApplication.focusWidget(), "!")
    assert session.document.element(TITLE).value == "!One"
    qtbot.waitUntil(lambda: large.column.reveal(NOTE).value() == "Other")

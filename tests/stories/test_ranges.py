"""A range of dates and of pages in the whole window, by keys, from a template to the file."""

from __future__ import annotations

from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open

DATE = "record1/originInfo/dateIssued"


def test_a_book_of_several_years_gets_a_start_and_an_end(opened: Open) -> None:
    hands = Hands(opened())
    hands.press("Ctrl+N", "Ctrl+T")
    hands.choose("Book")
    hands.type("Collected works")
    hands.fill(DATE, "1990-1995")
    hands.press("Tab")
    assert "Write 1990 – 1995" in hands.focus.accessibleName()
    hands.press("Return")
    assert hands.at == DATE
    document = hands.window.session.document
    data = b"".join(document.chunks())
    assert data.count(b"<dateIssued ") == 2
    assert b'point="start">1990</dateIssued>' in data
    assert b'point="end">1995</dateIssued>' in data
    hands.press("Ctrl+Z")
    assert b">1990-1995</dateIssued>" in b"".join(document.chunks())
    hands.press("Ctrl+Y")
    assert b"".join(document.chunks()) == data
    hands.tab_to(f"{DATE}[2]")
    hands.press("Ctrl+A")
    hands.type("1996")
    assert b'point="end">1996</dateIssued>' in b"".join(document.chunks())


def test_typing_is_taken_back_from_the_button_that_offers_the_range(opened: Open) -> None:
    hands = Hands(opened())
    hands.press("Ctrl+N", "Ctrl+T")
    hands.choose("Book")
    before = b"".join(hands.window.session.document.chunks())
    hands.add("date captured")
    hands.type("1990-1995")
    hands.press("Tab")
    assert "Write 1990 – 1995" in hands.focus.accessibleName()
    hands.press("Ctrl+Z")
    assert b"".join(hands.window.session.document.chunks()) == before
    assert hands.window.services.faults.all == ()

"""Empty fields of one kind beside each other: each stays itself when others come and go."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import parse_address
from catalog_app.document.edits import move_before
from tests.stories.hands import Hands
from tests.stories.test_at_work import working, written
from tests.stories.test_left_empty import NESTED, undo_all

__all__ = ["working"]

BARE = NESTED.replace(b"  <note></note>\n", b"")
AMONG_OTHERS = NESTED.replace(b"<note></note>", b"<note>p</note><note>q</note><note>r</note>")


def notes(data: bytes) -> list[bytes]:
    """What stands in the notes."""
    return [piece.partition(b"</note>")[0] for piece in data.split(b"<note>")[1:]]


def note(number: int) -> str:
    return f"record1/note[{number}]" if number > 1 else "record1/note"


def two_notes(hands: Hands) -> tuple[str, str]:
    """Add two notes and fill them; where they are."""
    places = []
    for text in "xy":
        hands.add("note")
        hands.type(text)
        places.append(hands.at)
    return places[0], places[1]


def clear(hands: Hands, place: str) -> None:
    hands.tab_to(place)
    hands.press("Ctrl+A", "Backspace")


@pytest.mark.parametrize("start", [BARE, AMONG_OTHERS])
def test_of_two_that_are_cleared_one_after_the_other_nothing_remains(working, start) -> None:
    hands = working(start)
    before, first, _second = notes(start), *two_notes(hands)
    full = written(hands)
    clear(hands, first)
    hands.press("Tab")
    assert hands.at == first  # the second one, where the first was
    assert notes(written(hands)) == [*before, b"y"]
    one_less = written(hands)
    clear(hands, first)
    hands.press("Tab")
    assert "@" not in hands.at
    assert written(hands) == start
    hands.press("Ctrl+Z")
    assert written(hands) == one_less
    hands.press("Ctrl+Z")
    assert written(hands) == full
    assert undo_all(hands) == start


def test_tab_goes_from_one_empty_field_to_the_other_and_on(working) -> None:
    hands = working(BARE)
    first, second = two_notes(hands)
    clear(hands, second)
    hands.press("Shift+Tab")
    assert hands.at == first
    hands.press("Ctrl+A", "Backspace", "Tab")
    assert hands.at == second
    hands.press("Shift+Tab")
    assert hands.at == first
    hands.press("Tab", "Tab")
    assert hands.at == "record1/subject/topic"
    hands.press("Shift+Tab")
    assert hands.at == second
    hands.type("z")
    assert (hands.at, notes(written(hands))) == (first, [b"z"])
    hands.tab_to(second)
    hands.type("w")
    assert (hands.at, notes(written(hands))) == (second, [b"z", b"w"])


def test_an_empty_one_stays_behind_those_that_move_and_are_repeated(working) -> None:
    hands = working(AMONG_OTHERS)
    hands.add("note")
    assert hands.at == note(4)
    hands.tab_to(note(2))
    hands.press("Alt+Up", "Ctrl+D")
    assert notes(written(hands)) == [b"q", b"q", b"p", b"r"]
    hands.tab_to(note(5))
    hands.type("x")
    assert notes(written(hands)) == [b"q", b"q", b"p", b"r", b"x"]
    hands.press("Alt+Up")
    assert (hands.at, notes(written(hands))[3:]) == (note(4), [b"x", b"r"])
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert (hands.at, notes(written(hands))) == (note(5), [b"q", b"q", b"p", b"r"])
    hands.press("Ctrl+Z")
    assert notes(written(hands)) == [b"q", b"p", b"r"]
    hands.tab_to(note(4))
    hands.press("Ctrl+Y", "Ctrl+Y")
    assert notes(written(hands)) == [b"q", b"q", b"p", b"r", b"x"]
    assert not [card for card in hands.window.desk.form._cards if card.ghost]
    assert undo_all(hands) == AMONG_OTHERS


@pytest.mark.parametrize("start", [BARE, AMONG_OTHERS])
@pytest.mark.parametrize("undone", [False, True])
def test_one_that_was_moved_and_cleared_leaves_no_trace(working, start, undone) -> None:
    hands = working(start)
    before, first, second = notes(start), *two_notes(hands)
    hands.press("Alt+Up")
    assert (hands.at, notes(written(hands))) == (first, [*before, b"y", b"x"])
    if undone:
        hands.press("Ctrl+Z", "Ctrl+Y")
    assert hands.at == first
    clear(hands, second)
    hands.press("Alt+Up")
    assert (hands.at, notes(written(hands))) == (first, [*before, b"", b"y"])
    hands.press("Tab")
    assert notes(written(hands)) == [*before, b"y"]
    clear(hands, first)
    hands.press("Tab")
    assert "@" not in hands.at
    assert written(hands) == start
    assert undo_all(hands) == start


def test_an_empty_one_stays_when_another_is_removed_pasted_and_back(working) -> None:
    hands = working(AMONG_OTHERS)
    hands.add("note")
    hands.tab_to(note(2))
    hands.press("Ctrl+Del")
    assert notes(written(hands)) == [b"p", b"r"]
    hands.tab_to(note(3))
    hands.press("Ctrl+Z")
    assert notes(written(hands)) == [b"p", b"q", b"r"]
    hands.tab_to(note(4))
    hands.tab_to(note(1))
    QApplication.clipboard().setText("<note>z</note>")
    hands.window.desk.form._paste_xml(parse_address(note(3)))
    assert notes(written(hands)) == [b"p", b"q", b"r", b"z"]
    hands.tab_to(note(5))
    hands.type("x")
    assert notes(written(hands)) == [b"p", b"q", b"r", b"z", b"x"]


def test_cleared_and_undone_while_another_stands_ready(working) -> None:
    hands = working(BARE)
    first, second = two_notes(hands)
    hands.add("note")
    third = hands.at
    clear(hands, first)
    hands.press("Tab")
    assert notes(written(hands)) == [b"y"]
    hands.tab_to(third)
    hands.tab_to(second)
    hands.press("Ctrl+Z")
    assert notes(written(hands)) == [b"x", b"y"]
    ghosts = [str(card.address) for card in hands.window.desk.form._cards if card.ghost]
    assert ghosts == [third]
    hands.press("Ctrl+Y")
    ghosts = [str(card.address) for card in hands.window.desk.form._cards if card.ghost]
    assert (ghosts, notes(written(hands))) == ([second, third], [b"y"])


def test_one_that_was_dragged_and_cleared_leaves_no_trace(working) -> None:
    hands = working(AMONG_OTHERS)
    _first, second = two_notes(hands)
    session = hands.window.session
    session.perform(move_before(session.document, parse_address(second), parse_address(note(1))))
    assert notes(written(hands)) == [b"y", b"p", b"q", b"r", b"x"]
    clear(hands, note(1))
    hands.press("Tab")
    assert notes(written(hands)) == [b"p", b"q", b"r", b"x"]

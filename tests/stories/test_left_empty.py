"""Fields that are asked for and left empty write nothing, however deep they are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.stories.hands import Hands
from tests.stories.test_at_work import working, written

__all__ = ["working"]

NESTED = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <name type="personal"><namePart>Anna</namePart></name>
  <originInfo><publisher>Fan</publisher><dateIssued>1999</dateIssued></originInfo>
  <subject authority="lcsh"><topic>Water</topic><geographic>Aral Sea</geographic></subject>
  <relatedItem type="host">
    <titleInfo><title>Host</title></titleInfo>
    <relatedItem type="series"><titleInfo><title>Series</title></titleInfo></relatedItem>
  </relatedItem>
  <note></note>
  <abstract/>
</mods>
"""


def undo_all(hands: Hands) -> bytes:
    """What is there when everything has been taken back."""
    hands.window.session.undo_stack.setIndex(0)
    QApplication.processEvents()
    return written(hands)


@pytest.mark.parametrize(
    ("place", "query", "asked", "bytes_then"),
    [
        ("subject/topic", "subject/topic", "subject/topic[2]", b"Water</topic><topic>x</topic>"),
        ("originInfo/publisher", "publisher", "originInfo/publisher[2]", b"<publisher>x<"),
        ("name/namePart", "namePart", "name/namePart[2]", b"Anna</namePart><namePart>x<"),
        (
            "relatedItem/titleInfo/title",
            "relatedItem/titleInfo",
            "relatedItem/titleInfo[2]/title",
            b"<title>Host</title></titleInfo>\n    <titleInfo>",
        ),
        (
            "relatedItem/relatedItem/titleInfo/title",
            "subTitle",
            "relatedItem/relatedItem/titleInfo/subTitle",
            b"<title>Series</title><subTitle>x</subTitle>",
        ),
    ],
)
def test_one_more_stands_ready_and_writes_with_its_first_letter(
    working, place: str, query: str, asked: str, bytes_then: bytes
) -> None:
    hands = working(NESTED)
    hands.tab_to(f"record1/{place}")
    hands.window.desk.form.insert(_offered(hands, query, asked))
    QApplication.processEvents()
    assert hands.at == f"record1/{asked}"
    assert written(hands) == NESTED
    hands.press("Shift+Tab", "Tab")
    assert (hands.at, written(hands)) == (f"record1/{asked}", NESTED)
    hands.type("x")
    assert hands.at == f"record1/{asked}"
    assert bytes_then in written(hands)
    hands.type("y")
    assert b">xy<" in written(hands)
    hands.press("Ctrl+Z")
    assert (hands.at, written(hands)) == (f"record1/{asked}", NESTED)


def _offered(hands: Hands, query: str, asked: str) -> object:
    """The offer of the search box that stands for one more of what is in focus."""
    hands.press("Ctrl+K")
    hands.type(query)
    model = hands.window.desk.form._box._model
    rows = [model.index(row).data(0x0100) for row in range(model.rowCount())]
    hands.press("Escape")
    above = f"record1/{asked}"
    inside = [r for r in rows if not r.is_attribute and above.startswith(f"{r.parent}/")]
    return max(inside, key=lambda row: len(row.parent.steps))


def test_two_more_are_asked_for_one_after_the_other(working) -> None:
    hands = working(NESTED)
    hands.tab_to("record1/originInfo/publisher")
    for number, text in ((2, "Nauka"), (3, "Mir")):
        hands.window.desk.form.insert(_offered(hands, "publisher", "originInfo/publisher[2]"))
        QApplication.processEvents()
        assert hands.at == f"record1/originInfo/publisher[{number}]"
        hands.type(text)
    assert b"Fan</publisher><publisher>Nauka</publisher><publisher>Mir<" in written(hands)
    hands.press("Ctrl+Del")
    assert b"Mir" not in written(hands)
    assert undo_all(hands) == NESTED


def test_what_was_typed_in_an_empty_field_and_erased_leaves_no_trace(working) -> None:
    hands = working(NESTED)
    stack = hands.window.session.undo_stack
    hands.add("part")
    first = hands.at
    hands.type("12")
    hands.press("Backspace", "Backspace")
    assert written(hands) != NESTED
    hands.press("Tab")
    assert written(hands) == NESTED
    assert stack.count() == 0
    assert hands.at != first
    hands.press("Shift+Tab")
    assert hands.at == first
    hands.type("7")
    assert written(hands) != NESTED
    hands.press("Ctrl+Z")
    assert written(hands) == NESTED


def test_a_field_erased_later_goes_with_what_typing_made_around_it(working) -> None:
    hands = working(NESTED)
    hands.add("shelfLocator")
    field = hands.at
    hands.type("A 12")
    full = written(hands)
    hands.tab_to("record1/titleInfo/title")
    hands.press("End")
    hands.type("!")
    hands.tab_to(field)
    hands.press("Ctrl+A", "Delete")
    hands.tab_to("record1/titleInfo/title")
    assert written(hands) == NESTED.replace(b"One", b"One!")
    hands.press("Ctrl+Z")
    assert b"A 12" in written(hands)
    hands.press("Ctrl+Z")
    assert written(hands) == full
    assert undo_all(hands) == NESTED


def test_what_the_file_had_stays_though_it_is_empty(working) -> None:
    hands = working(NESTED)
    for place in ("note", "abstract"):
        hands.tab_to(f"record1/{place}")
        hands.type("x")
        hands.press("Backspace", "Tab")
    hands.tab_to("record1/name/namePart")
    hands.press("Ctrl+A", "Delete", "Tab")
    data = written(hands)
    assert b"<note></note>" in data
    assert b"<abstract" in data
    assert b"<namePart></namePart>" in data
    assert undo_all(hands) == NESTED


def test_what_is_left_empty_is_gone_before_a_save(qtbot, working) -> None:
    hands = working(NESTED)
    hands.add("table of contents")
    hands.type("x")
    hands.press("Backspace", "Ctrl+S")
    session = hands.window.session
    qtbot.waitUntil(lambda: session.undo_stack.isClean())
    assert session.path.read_bytes() == NESTED


def test_the_focus_goes_on_where_it_went_when_a_card_before_it_goes(working) -> None:
    hands = working(NESTED.replace(b"  <note></note>\n", b""))
    start = written(hands)
    hands.add("note")
    hands.type("a")
    hands.press("Ctrl+D")
    hands.type("b")
    hands.tab_to("record1/note")
    hands.press("Ctrl+A", "Delete", "Tab")
    assert written(hands).count(b"<note>") == 1
    assert hands.focus.isVisible()
    assert undo_all(hands) == start

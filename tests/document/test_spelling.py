"""A text in a widget stays the text of the file: only what the user typed is changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.document.spelled import BREAK, Spelled, characters, units
from catalog_app.document.spelling import readable_root, spelling
from tests.document.shapes import bare_mets, mods

_TEXTS = st.text(alphabet="ab\u00a0\u2028\r\n\u2029\ufeff\U0001f600é<>&", max_size=30)
_ADDED = st.text(alphabet="xy\u2029\U0001f601", max_size=6)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _ADDED, st.data())
def test_a_change_in_the_widget_changes_only_the_characters_it_touches(text, added, data):
    spelled = Spelled(text)
    room = units(spelled.shown)
    cuts = [units(spelled.shown[:n]) for n in range(len(spelled.shown) + 1)]
    first, last = sorted((data.draw(st.sampled_from(cuts)), data.draw(st.sampled_from(cuts))))
    after = spelled.spliced(first, last - first, added)
    start, end = characters(spelled.shown, first), characters(spelled.shown, last)
    assert after.shown == spelled.shown[:start] + added + spelled.shown[end:]
    head, tail = spelled.index_at(first), len(text) - spelled.index_at(last)
    assert after.text[: head - 1] == text[: max(head - 1, 0)] or not head
    assert after.text[:head].replace("\r", "\n") == text[:head].replace("\r", "\n")
    assert tail == 0 or after.text[-tail:] == text[-tail:]
    assert room == units(spelled.shown)


@given(_TEXTS, st.data())
def test_a_position_and_its_index_lead_to_each_other(text, data):
    spelled = Spelled(text)
    at = data.draw(st.integers(0, len(spelled.shown)))
    position = units(spelled.shown[:at])
    assert spelled.position_at(spelled.index_at(position)) == position


@given(_TEXTS)
def test_replacing_a_text_by_what_is_shown_of_it_changes_nothing(text):
    spelled = Spelled(text)
    assert spelled.spliced(0, units(spelled.shown), spelled.shown).text == text


def test_a_typed_line_end_becomes_the_line_end_of_the_document():
    assert Spelled("a\r\nb").spliced(3, 0, BREAK, "\r\n").text == "a\r\nb\r\n"


@pytest.fixture
def record():
    document = open_document(bare_mets().encode())
    found = spelling(document, parse_address("record1"))
    assert found is not None
    return found


def test_it_finds_the_characters_of_an_element_and_of_an_attribute(record):
    first, last = record.span(parse_address("record1/name[2]/namePart"))
    assert record.text[first:last] == "<mods:namePart>Karimov, A.</mods:namePart>"
    first, last = record.span(parse_address("record1/name/namePart[2]/@type"))
    assert record.text[first:last] == 'type="given"'


def test_it_finds_the_place_around_any_character(record):
    for text, place in (
        ("Karimov", "record1/name[2]/namePart"),
        ("given", "record1/name/namePart[2]/@type"),
        ("author", "record1/name/role/roleTerm"),
        ("One", "record1/titleInfo/title"),
    ):
        assert str(record.place_at(record.text.index(text) + 1)) == place


def test_what_is_missing_has_no_span(record):
    assert record.span(parse_address("record1/note")) is None
    assert record.span(parse_address("package1/fileSec")) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<mods:title>One", "<mods:title>One & two"),
        ("</mods:title>", "</mods:titl>"),
        ("Water", "<x:y>Water</x:y>"),
        ("Water", "Wat\ud800er"),
    ],
)
def test_what_is_no_xml_is_told_with_its_line_and_changes_nothing(record, old, new):
    text = record.text.replace(old, new, 1)
    trouble = record.trouble(text)
    assert trouble is not None
    assert trouble.line >= 1
    assert trouble.message


def test_only_one_element_may_stand_there(record):
    assert record.trouble(record.text + "<more/>") is not None
    assert record.trouble(record.text + " text") is not None
    assert record.trouble("") is not None
    assert record.trouble(record.text) is None


def test_an_edit_of_the_text_touches_only_the_bytes_that_differ():
    text = bare_mets().replace("\n", "\r\n").replace("One", "One\n\rTwo\u00a0\U0001f600").encode()
    document = open_document(text)
    record = spelling(document, parse_address("record1"))
    edit = record.edit(record.text.replace("Karimov", "Karimova"))
    assert len(edit.splices) == 1
    assert (edit.splices[0].old, edit.splices[0].new) == (b"", b"a")
    document.apply(edit)
    assert b"".join(document.chunks()) == text.replace(b"Karimov", b"Karimova")


def test_what_the_encoding_cannot_hold_is_written_as_a_reference():
    text = ('<?xml version="1.0" encoding="ISO-8859-1"?>' + mods()).encode("latin-1")
    document = open_document(text)
    record = spelling(document, parse_address("record1"))
    document.apply(record.edit(record.text.replace("One", "Oneй")))
    assert b"".join(document.chunks()) == text.replace(b"One", b"One&#x439;")


def test_a_long_record_is_shown_from_the_element_around_the_focus_that_is_short_enough():
    notes = "".join(f"<mods:note>{'word ' * 50}</mods:note>\n" for _ in range(40))
    document = open_document(mods(notes).encode())
    place = parse_address("record1/note[3]")
    assert readable_root(document, place, 100_000, 30_000) == (parse_address("record1"), True)
    assert readable_root(document, place, 1_000, 30_000) == (place, True)
    assert readable_root(document, place, 10, 30_000) == (place, False)
    assert readable_root(document, parse_address("record9"), 10, 10) is None


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("text", ["\r\r", "\r\n\n", "\r", "\r\r\n", "\n\r"])
def test_a_line_end_typed_among_others_is_one_more_whatever_they_are(text, newline):
    shown = Spelled(text).shown
    for at in range(len(shown) + 1):
        assert Spelled(text).spliced(at, 0, BREAK, newline).shown == BREAK * (len(shown) + 1)

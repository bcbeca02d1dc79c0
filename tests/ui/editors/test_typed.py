"""What typing does to a value, without a window."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_app.ui.form.editors.typed import (
    Paragraphs,
    accepted,
    characters,
    common_prefix,
    difference,
    for_qt,
    moved_cursor,
    units,
)

# Everything an XML record can hold, the awkward ones often.
AWKWARD = "\t\n\r\u00a0\u00ad\u0301\u0085\u2028\u2029\ufeff\ufdd0\ufdd1\ufffc\U0001f600\u200f ab"
XML_TEXT = st.text(
    st.one_of(
        st.sampled_from(AWKWARD),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    )
)


@given(XML_TEXT, XML_TEXT)
def test_the_difference_is_what_has_to_be_replaced(old, new):
    start, old_end, new_end = difference(old, new)
    assert old[:start] + new[start:new_end] + old[old_end:] == new


@given(XML_TEXT, XML_TEXT)
def test_the_common_prefix_is_common_and_cannot_be_longer(first, second):
    length = common_prefix(first, second)
    assert first[:length] == second[:length]
    assert first[length : length + 1] != second[length : length + 1] or first == second


@given(XML_TEXT, st.integers(0, 40))
def test_positions_in_characters_and_in_qt_units_are_inverse(text, position):
    position = min(position, len(text))
    assert characters(text, units(text, position)) == position


def test_a_letter_beyond_the_basic_plane_counts_two_units():
    assert units("a\U0001f600b", 2) == 3


@given(XML_TEXT, XML_TEXT, st.data())
def test_an_edit_changes_the_value_only_where_the_shown_text_changed(value, typed, data):
    text = Paragraphs.of(value)
    start = data.draw(st.integers(0, len(text.shown)))
    end = data.draw(st.integers(start, len(text.shown)))
    typed = typed.replace("\r", "").replace("\ufdd0", "").replace("\ufdd1", "")
    after = text.edited(text.shown[:start] + typed + text.shown[end:])
    head, tail = difference(text.shown, after.shown)[:2]
    assert after.value.startswith(value[: text.in_value(head)])
    assert after.value.endswith(value[text.in_value(tail) :])


@given(XML_TEXT)
def test_a_value_is_shown_with_one_kind_of_line_end(value):
    shown = Paragraphs.of(value).shown
    assert not re.search("[\r\u2029\ufdd0\ufdd1]", shown)


@pytest.mark.parametrize(
    ("value", "shown", "typed", "after"),
    [
        ("a\r\nb", "a\nb", "a\nbc", "a\r\nbc"),
        ("a\r\nb\r\nc", "a\nb\nc", "a\nb!\nc", "a\r\nb!\r\nc"),
        ("a\r\nb", "a\nb", "ab", "ab"),
        ("a\u2029b", "a\nb", "xa\nb", "xa\u2029b"),
        ("a\rb\nc", "a\nb\nc", "a\nb\nc\n", "a\rb\nc\n"),
    ],
)
def test_line_ends_that_nobody_touched_stay_as_they_are(value, shown, typed, after):
    text = Paragraphs.of(value)
    assert text.shown == shown
    assert text.edited(typed).value == after


def test_a_very_long_paragraph_is_shown_in_pieces_and_stays_one():
    value = "word " * 5_000
    text = Paragraphs.of(value)
    assert max(map(len, text.shown.split("\n"))) <= 8_000
    assert text.edited("x" + text.shown).value == "x" + value
    assert text.in_value(len(text.shown)) == len(value)
    at = value.index("word", 12_000)
    assert text.in_value(text.in_shown(at)) == at


@pytest.mark.parametrize("bad", ["\0", "\x1b", "\ud800", "\ufffe", "\x0b"])
def test_what_no_record_can_hold_is_left_out_of_what_comes_in(bad):
    assert accepted("ab", f"a{bad}xb", one_line=True) == ("axb", True)


def test_what_a_value_holds_already_is_not_judged_when_something_else_is_typed():
    assert accepted("a\nb", "a\nbc", one_line=True) == ("a\nbc", False)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_line_breaks_that_come_into_one_line_become_a_space(line_break):
    assert accepted("", f"a{line_break}b", one_line=True) == ("a b", False)
    assert accepted("", f"a{line_break}b", one_line=False) == (f"a{line_break}b", False)


@pytest.mark.parametrize(
    ("old", "new", "cursor", "moved"),
    [
        ("abc", "abcd", 1, 1),
        ("abc", "xabc", 2, 3),
        ("abc", "", 2, 0),
        ("one two", "one 2 two", 7, 9),
    ],
)
def test_the_cursor_stays_with_its_letter(old, new, cursor, moved):
    assert moved_cursor(old, new, cursor) == moved


def test_a_byte_order_mark_is_doubled_for_qt_which_swallows_one():
    assert for_qt("\ufeffa") == "\ufeff\ufeffa"
    assert for_qt("a") == "a"

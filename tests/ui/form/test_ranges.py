"""Ranges by keys: dates with a start and an end, first and last page, and the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget

from catalog_app.document.address import parse_address
from catalog_app.ui.form.form import Form

from .conftest import bytes_of, focused

HEAD = b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">\n'
ENTER = Qt.Key.Key_Return


def dated(make_form: Callable[[bytes], Form], inside: bytes) -> Form:
    return make_form(HEAD + b"  <originInfo>\n    " + inside + b"\n  </originInfo>\n</mods>\n")


def typed(form: Form, text: str, address: str = "originInfo/dateIssued") -> None:
    form.reveal(parse_address(address))
    field = focused().input
    field.selectAll()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def take_offer() -> None:
    """Tab to the offer beside the field, and Enter."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert "Write" in QApplication.focusWidget().accessibleName()
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    QApplication.processEvents()


RANGES = [
    ("1990-1995", "", "1990", "1995"),
    ("1990/1995", "", "1990", "1995"),
    ("between 1990 and 1995", "", "1990", "1995"),
    ("12-15 May 2020", "", "2020-05-12", "2020-05-15"),
    ("[1990-1995]", ' qualifier="inferred"', "1990", "1995"),
    ("ca. 1990–1995", ' qualifier="approximate"', "1990", "1995"),
]


@pytest.mark.parametrize(("text", "more", "start", "end"), RANGES)
def test_a_typed_range_is_offered_as_start_and_end(
    make_form: Callable[[bytes], Form], text: str, more: str, start: str, end: str
) -> None:
    form = dated(make_form, b"<dateIssued>1980</dateIssued>")
    before = bytes_of(form)
    typed(form, text)
    assert focused().suggestion() == f"{start} – {end}"
    assert text.encode() in bytes_of(form), "it stays as typed until the offer is taken"
    steps = form.session.undo_stack.count()
    take_offer()
    dates = [
        f'    <dateIssued{head}encoding="w3cdtf"{more} point="{point}">{value}</dateIssued>\n'
        for head, point, value in ((" ", "start", start), (" ", "end", end))
    ]
    assert "".join(dates).encode() in bytes_of(form), bytes_of(form).decode()
    assert form.session.undo_stack.count() == steps + 1
    form.session.undo_stack.undo()
    assert text.encode() in bytes_of(form)
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_encoding_and_qualifier_are_kept_for_both_ends(
    make_form: Callable[[bytes], Form],
) -> None:
    inside = (
        b'<dateCreated keyDate="yes" encoding="iso8601" qualifier="questionable">1980</dateCreated>'
    )
    form = dated(make_form, inside)
    before = bytes_of(form)
    typed(form, "1990-1995", "originInfo/dateCreated")
    take_offer()
    data = bytes_of(form)
    same = b'encoding="iso8601" qualifier="questionable" point="%s">%d</dateCreated>'
    assert b'<dateCreated keyDate="yes" ' + same % (b"start", 1990) in data
    assert b"<dateCreated " + same % (b"end", 1995) in data
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


PAIR = (
    b'<dateIssued point="start" encoding="w3cdtf">1990</dateIssued>\n    '
    b'<dateIssued point="end" encoding="w3cdtf">1995</dateIssued>'
)


def test_a_range_stands_on_one_line_and_each_end_is_edited(
    make_form: Callable[[bytes], Form],
) -> None:
    form = dated(make_form, PAIR)
    before = bytes_of(form)
    (row,) = next(v for v in form.column.views if v.card.address.name == "originInfo").rows
    assert [e.value() for e in row.editors] == ["1990", "1995", "w3cdtf", ""]
    assert row.field.label == "Date issued"
    assert row.field.beside[0].label == "Date issued (end)"
    start, end = (editor.geometry() for editor in row.editors[:2])
    assert (start.y(), start.width()) == (end.y(), end.width())
    form.reveal(parse_address("originInfo/dateIssued[2]"))
    typed(form, "1996", "originInfo/dateIssued[2]")
    assert bytes_of(form) == before.replace(b"1995", b"1996")
    typed(form, "1991-1997", "originInfo/dateIssued[2]")
    take_offer()
    assert bytes_of(form) == before.replace(b"1995", b"1997").replace(b"1990", b"1991")
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


def test_what_is_said_of_a_range_is_said_of_both_ends(
    make_form: Callable[[bytes], Form],
) -> None:
    form = dated(make_form, PAIR)
    before = bytes_of(form)
    row = next(v for v in form.column.views if v.card.address.name == "originInfo").rows[0]
    qualifier = row.editors[3]
    form.reveal(parse_address("originInfo/dateIssued/@qualifier"))
    assert focused() is qualifier
    QTest.keyClick(qualifier.input, Qt.Key.Key_End)
    assert bytes_of(form).count(b'qualifier="questionable"') == 2
    assert form.session.undo_stack.count() == 1
    QTest.keyClick(qualifier.input, Qt.Key.Key_Home)
    assert bytes_of(form) == before
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


def test_ends_of_which_different_things_are_said_stand_on_lines_of_their_own(
    make_form: Callable[[bytes], Form],
) -> None:
    form = dated(make_form, PAIR.replace(b'point="end"', b'point="end" qualifier="inferred"'))
    view = next(v for v in form.column.views if v.card.address.name == "originInfo")
    labels = [row.field.label for row in view.rows]
    assert labels == ["Date issued (start)", "Date issued (end)"]


def test_pages_typed_as_a_range_are_offered_as_first_and_last(
    make_form: Callable[[bytes], Form],
) -> None:
    part = (
        b'  <part>\n    <extent unit="pages">\n      <start>1</start>\n    </extent>\n  </part>\n'
    )
    form = make_form(HEAD + part + b"</mods>\n")
    before = bytes_of(form)
    typed(form, "125-30", "part/extent/start")
    assert focused().suggestion() == "125 – 130"
    take_offer()
    wanted = b"      <start>125</start>\n      <end>130</end>\n    </extent>"
    assert wanted in bytes_of(form)
    form.session.undo_stack.undo()
    assert b"<start>125-30</start>" in bytes_of(form)
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


@pytest.mark.parametrize(
    ("value", "day"), [("1980", (1980, 1, 1)), ("1980-05", (1980, 5, 1)), ("1980-05-17", None)]
)
def test_enter_opens_the_calendar_on_the_date_that_is_there(
    make_form: Callable[[bytes], Form], value: str, day: tuple[int, int, int] | None
) -> None:
    form = dated(make_form, f"<dateIssued>{value}</dateIssued>".encode())
    before = bytes_of(form)
    form.reveal(parse_address("originInfo/dateIssued"))
    editor = focused()
    QTest.keyClick(editor.input, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    page = editor.findChild(QCalendarWidget)
    assert page is not None
    assert page.isVisible()
    assert page.selectedDate() == QDate(*(day or (1980, 5, 17)))
    for key in (Qt.Key.Key_Right, ENTER):
        QTest.keyClick(page.focusProxy() or page, key)
    written = page.selectedDate().toString(Qt.DateFormat.ISODate)
    assert f'<dateIssued encoding="w3cdtf">{written}</dateIssued>'.encode() in bytes_of(form)
    assert form.session.undo_stack.count() == 1
    form.session.undo_stack.undo()
    assert bytes_of(form) == before

"""The type of an identifier and the scheme of a classification: beside the value, from a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import Address
from catalog_app.ui.form.form import Form

from .conftest import bytes_of, editor_of, focused

IDENTIFIER = Address("record1", ()).child("identifier")


def add(form: Form, query: str) -> None:
    form.add_field()
    form._box.box.setText(query)
    QTest.keyClick(form._box.box, Qt.Key.Key_Return)


def tab_on() -> object:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return focused()


def test_a_new_identifier_has_its_type_beside_it_before_it_has_a_value(form: Form) -> None:
    before = bytes_of(form)
    add(form, "identifier")
    value = focused()
    kind = tab_on()
    assert (value.label, kind.label) == ("Identifier", "Type")
    QTest.keyClicks(kind.input, "ISSN")
    assert bytes_of(form) == before, "a type alone is nothing yet"
    tab_on()
    card = form.column.views[-1] if form.column.views[-1].card.ghost else None
    card = card or next(v for v in form.column.views if v.card.ghost)
    assert [field.value for field in card.card.fields[0].beside] == ["issn"]
    assert card.card.fields[0].label == "ISSN"
    card.rows[0].editors[0].input.setFocus()
    QTest.keyClicks(focused().input, "1234-5678")
    assert b'<identifier type="issn">1234-5678</identifier>' in bytes_of(form)


def test_the_list_of_types_is_offered_by_label(form: Form) -> None:
    add(form, "identifier")
    kind = tab_on()
    QTest.keyClick(kind.input, Qt.Key.Key_Down)
    shown = [offer.label for offer in kind._search("")]
    assert {"DOI", "ISBN", "ISSN", "Handle", "Local number", "URI"} <= set(shown)
    QTest.keyClicks(kind.input, "hand")
    QTest.keyClick(kind.input, Qt.Key.Key_Down)
    QTest.keyClick(kind.input, Qt.Key.Key_Return)
    assert kind.value() == "hdl"


def test_the_check_begins_as_soon_as_the_type_is_known(form: Form) -> None:
    add(form, "issn")
    QTest.keyClicks(focused().input, "1234-5678")
    assert focused()._sign() == "warning" or focused()._sign() == "error"
    add(form, "identifier")
    QTest.keyClicks(focused().input, "1234-5679")
    assert focused()._sign() is None
    kind = tab_on()
    QTest.keyClicks(kind.input, "issn")
    QApplication.processEvents()
    assert b'<identifier type="issn">1234-5679</identifier>' in bytes_of(form)
    view = form.column.active()
    assert view.rows[0].editors[0]._sign() == "ok"
    assert editor_of(QApplication.focusWidget()) is kind, "the field that is typed in stays"


def test_a_classification_has_its_scheme_beside_it(form: Form) -> None:
    add(form, "classification")
    focused()
    scheme = tab_on()
    assert scheme.label == "Classification scheme"
    assert "udc" in [offer.code for offer in scheme._search("univ")]
    QTest.keyClicks(scheme.input, "udc")
    QTest.keyClick(scheme.input, Qt.Key.Key_Backtab)
    QTest.keyClicks(focused().input, "327")
    assert b'<classification authority="udc">327</classification>' in bytes_of(form)


def test_the_role_of_an_author_may_be_taken_back_before_it_is_written(form: Form) -> None:
    add(form, "author")
    given = focused()
    role = next(
        editor
        for view in form.column.views
        for row in view.rows
        for editor in row.editors
        if view.card.ghost and row.field.value == "aut"
    )
    role.input.selectAll()
    QTest.keyClick(role.input, Qt.Key.Key_Delete)
    given.input.setFocus()
    QTest.keyClicks(given.input, "X")
    assert b"<role>" not in bytes_of(form)
    assert b'<namePart type="given">X</namePart>' in bytes_of(form)


def test_an_author_takes_the_empty_name_that_waits_already(form: Form) -> None:
    add(form, "person")
    focused()
    cards = len(form.column.views)
    add(form, "author")
    assert len(form.column.views) == cards
    QTest.keyClicks(focused().input, "X")
    assert b'authority="marcrelator">aut</roleTerm>' in bytes_of(form)

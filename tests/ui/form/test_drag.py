"""Cards and fields dragged with the mouse, as a hand does it: press, move, release."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from catalog_app.document.address import parse_address
from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.form import Form

from .conftest import bytes_of, focused

LEFT = Qt.MouseButton.LeftButton
HEAD = b'<?xml version="1.0"?>\n<mods xmlns="http://www.loc.gov/mods/v3">\n'
NAMES = (
    HEAD
    + b"".join(
        b'  <name type="personal">\n    <namePart>%s</namePart>\n  </name>\n' % who
        for who in (b"Abay", b"Babur", b"Chekhov")
    )
    + b"  <note>Last</note>\n</mods>\n"
)


def view_at(form: Form, address: str) -> CardView:
    wanted = parse_address(address)
    return next(view for view in form.column.views if view.card.address == wanted)


def drag(form: Form, start: QPoint, end: QPoint, release: bool = True) -> None:
    """Drag from one point of the canvas to another; events go through the window, as from X."""
    window, canvas = form.window(), form.column.widget()

    def there(spot: QPoint) -> QPoint:
        return canvas.mapTo(window, spot)

    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, there(start))
    for part in (0.3, 0.7, 1):
        spot = start + (end - start) * part
        QTest.mouseMove(handle, there(spot))
        QApplication.processEvents()
    if release:
        QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, there(end))
        QApplication.processEvents()


def head_of(view: CardView) -> QPoint:
    return view.pos() + QPoint(view.width() // 3, 16)


def label_of(view: CardView, path: str) -> QPoint:
    row = next(row for row in view.rows if str(row.field.address).endswith(path))
    return view.pos() + QPoint(40, row.y + 14)


def order(data: bytes, *words: bytes) -> list[bytes]:
    return sorted(words, key=data.index)


def settle(widget: QWidget) -> None:
    QTest.qWaitForWindowExposed(widget)
    QApplication.processEvents()


@pytest.fixture
def names(make_form: Callable[[bytes], Form]) -> Form:
    form = make_form(NAMES)
    settle(form)
    return form


def test_a_card_dropped_before_another_stands_there(names: Form) -> None:
    before = bytes_of(names)
    third, first = view_at(names, "name[3]"), view_at(names, "name[1]")
    drag(names, head_of(third), first.pos() + QPoint(200, 3))
    after = bytes_of(names)
    assert order(after, b"Abay", b"Babur", b"Chekhov") == [b"Chekhov", b"Abay", b"Babur"]
    assert sorted(after.splitlines()) == sorted(before.splitlines())
    assert focused().value() == "Chekhov"
    for _ in range(2):
        names.session.undo_stack.undo()
        assert (bytes_of(names), focused().value()) == (before, "Chekhov")
        names.session.undo_stack.redo()
        assert (bytes_of(names), focused().value()) == (after, "Chekhov")


def test_a_card_can_be_dropped_behind_the_last_of_its_group(names: Form) -> None:
    before = bytes_of(names)
    first, last = view_at(names, "name[1]"), view_at(names, "name[3]")
    drag(names, head_of(first), last.geometry().bottomLeft() + QPoint(200, 2))
    after = bytes_of(names)
    assert order(after, b"Abay", b"Babur", b"Chekhov", b"Last") == [
        b"Babur",
        b"Chekhov",
        b"Abay",
        b"Last",
    ]
    names.reveal(parse_address("record1/name[2]/namePart"))
    assert focused().value() == "Chekhov"
    names.session.undo_stack.undo()
    assert (bytes_of(names), focused().value()) == (before, "Abay")
    names.session.undo_stack.redo()
    assert (bytes_of(names), focused().value()) == (after, "Abay")


def test_a_card_let_go_where_it_stood_changes_nothing(names: Form) -> None:
    before = bytes_of(names)
    second = view_at(names, "name[2]")
    drag(names, head_of(second), head_of(second) + QPoint(40, 20))
    assert bytes_of(names) == before
    assert names.session.undo_stack.count() == 0


def test_escape_ends_a_drag(names: Form) -> None:
    before = bytes_of(names)
    third, first = view_at(names, "name[3]"), view_at(names, "name[1]")
    target = first.pos() + QPoint(200, 3)
    drag(names, head_of(third), target, release=False)
    QTest.keyClick(names.window().windowHandle(), Qt.Key.Key_Escape)
    canvas, window = names.column.widget(), names.window()
    spot = canvas.mapTo(window, target)
    QTest.mouseRelease(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    assert bytes_of(names) == before
    QTest.keyClicks(focused().input, "x")  # the keys belong to the fields again
    assert bytes_of(names) != before


def test_a_click_moves_nothing_and_puts_the_focus_in_the_card(names: Form) -> None:
    before = bytes_of(names)
    second = view_at(names, "name[2]")
    drag(names, head_of(second), head_of(second) + QPoint(2, 1))
    assert bytes_of(names) == before
    assert focused().value() == "Babur"


def test_a_field_is_dragged_by_its_label_among_its_like(make_form: Callable[..., Form]) -> None:
    heading = (
        b"<subject><topic>Birds</topic><topic>Song</topic><geographic>Asia</geographic></subject>"
    )
    form = make_form(HEAD + heading + b"\n</mods>\n")
    settle(form)
    before = bytes_of(form)
    view = view_at(form, "subject")
    top = view.pos().y() + view.rows[0].y
    drag(form, label_of(view, "/geographic"), QPoint(view.x() + 60, top - 2))
    assert order(bytes_of(form), b"Asia", b"Birds", b"Song") == [b"Asia", b"Birds", b"Song"]
    form.session.undo_stack.undo()
    assert bytes_of(form) == before
    view = view_at(form, "subject")
    end = view.pos().y() + view.rows[2].y + view.rows[2].height + 3
    drag(form, label_of(view, "/topic"), QPoint(view.x() + 60, end))
    assert order(bytes_of(form), b"Asia", b"Birds", b"Song") == [b"Song", b"Asia", b"Birds"]
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_a_group_inside_a_card_is_dragged_by_its_head(make_form: Callable[..., Form]) -> None:
    inner = b"".join(
        b'<name type="personal"><namePart>%s</namePart><role><roleTerm>%s</roleTerm></role></name>'
        % pair
        for pair in ((b"Abay", b"aut"), (b"Babur", b"edt"))
    )
    form = make_form(HEAD + b'<relatedItem type="host">' + inner + b"</relatedItem>\n</mods>\n")
    settle(form)
    before = bytes_of(form)
    view = view_at(form, "relatedItem")
    heads = [row for row in view.rows if row.field.kind == "head"]
    start = view.pos() + QPoint(200, heads[1].y + 10)
    drag(form, start, view.pos() + QPoint(200, heads[0].y - 2))
    assert order(bytes_of(form), b"Abay", b"Babur", b"edt") == [b"Babur", b"edt", b"Abay"]
    assert focused().value() == "Babur"
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_where_the_standard_demands_an_order_only_the_like_change_places(
    make_form: Callable[..., Form],
) -> None:
    part = (
        b'<part><extent unit="pages"><start>10</start><end>25</end></extent>'
        b"<date>1980</date></part>"
    )
    form = make_form(HEAD + part + b"\n</mods>\n")
    settle(form)
    before = bytes_of(form)
    view = view_at(form, "part")
    drag(form, label_of(view, "/start"), label_of(view, "/end") + QPoint(0, 14))
    assert b"<start>10</start><end>25</end>" in bytes_of(form)
    form.session.undo_stack.setIndex(0)
    assert bytes_of(form) == before


def test_the_column_scrolls_while_a_card_is_held_at_its_edge(
    make_form: Callable[..., Form], qtbot: object
) -> None:
    notes = b"".join(b"  <note>N%02d</note>\n" % number for number in range(40))
    form = make_form(HEAD + notes + b"</mods>\n")
    form.resize(700, 400)
    settle(form)
    before = bytes_of(form)
    column, window = form.column, form.window()
    first = view_at(form, "note[1]")
    bottom = column.widget().mapFrom(column.viewport(), QPoint(200, column.viewport().height() - 6))
    drag(form, head_of(first), bottom, release=False)
    bar = column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    spot = column.viewport().mapTo(window, QPoint(200, column.viewport().height() - 6))
    QTest.mouseRelease(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    data = bytes_of(form)
    assert data.index(b"N00") > data.index(b"N39")
    form.session.undo_stack.undo()
    assert bytes_of(form) == before


def test_nothing_can_be_dragged_in_a_file_that_cannot_be_written(names: Form) -> None:
    for view in names.column.views:
        view.read_only = True
    before = bytes_of(names)
    third, first = view_at(names, "name[3]"), view_at(names, "name[1]")
    drag(names, head_of(third), first.pos() + QPoint(200, 3))
    assert bytes_of(names) == before

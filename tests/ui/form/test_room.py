"""Cards have the room they need: none is drawn over another, no label or sign is out of place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton

from catalog_app.document.address import parse_address
from catalog_app.document.template_files import templates
from catalog_app.schema.load import load
from catalog_app.ui.form.add_field import AddFieldBox
from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.editors.choice import shortened
from catalog_app.ui.form.form import Form
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.form.row import broken
from catalog_app.ui.look import Scheme, Theme
from catalog_app.validation.finding import Finding, Fix
from tests.ui.shell.conftest import opened

__all__ = ["opened"]

EVERYTHING = Path(__file__).parents[2] / "scenes" / "everything.xml"
LONG = "The canal runs from the dam to the last field; who repairs a sluice nobody can say. " * 4
PLACES = (
    "record1/recordInfo/recordIdentifier",
    "record1/identifier",
    "record1/abstract",
    "record1/name[2]/role/roleTerm",
    "record1/name/nameIdentifier",
    "record1/accessCondition",
    "record1/titleInfo/title",
)
WIDTHS = (320, 415, 470, 560, 700, 933, 1400)


@pytest.fixture
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.set_scale(1.0)
    dressed.deleteLater()


def settle() -> None:
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def check_cards(form: Form) -> None:
    """No two cards share a pixel, and every field lies within its card."""
    views = form.column.views
    shown = [one for one in form.column.widget().findChildren(CardView) if one.isVisible()]
    assert sorted(map(id, shown)) == sorted(map(id, views)), "a card that nobody holds is shown"
    for above, below in pairwise(views):
        assert above.geometry().bottom() < below.geometry().top(), (above.card, below.card)
    for view in views:
        fields = [editor.geometry() for row in view.rows for editor in row.editors]
        for box in fields:
            assert view.rect().contains(box), (view.card.label, view.rect(), box)
        for at, one in enumerate(fields):
            assert not any(one.intersects(other) for other in fields[at + 1 :]), view.card.label


@pytest.mark.parametrize("scale", [1.0, 1.8, 2.0])
def test_no_card_is_drawn_over_another_while_a_long_text_is_typed(theme, make_form, scale):
    theme.set_scale(scale)
    form = make_form(EVERYTHING.read_bytes())
    for width in WIDTHS:
        form.resize(width, 700)
        settle()
        area = form.column.reveal(parse_address("record1/abstract")).input
        settle()
        check_cards(form)
        for at in range(0, len(LONG), 40):
            QTest.keyClicks(area, LONG[at : at + 40])
            settle()
            check_cards(form)
        QTest.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(area, Qt.Key.Key_Delete)
        settle()
        check_cards(form)


def test_a_card_whose_findings_need_more_room_is_there_once(qtbot, opened, tmp_path):
    path = tmp_path / "everything.xml"
    path.write_bytes(EVERYTHING.read_bytes())
    window = opened(path)
    qtbot.waitUntil(lambda: bool(window.desk.findings.items))
    form = window.desk.form
    for scale in (1.0, 1.4, 2.0):
        window.services.theme.set_scale(scale)
        for width in (1024, 1400, 640, 900):
            window.resize(width, 700)
            settle()
            form.column._settle(0)
            for place in PLACES:
                form.column.reveal(parse_address(place))
                settle()
                check_cards(form)
            form.show_root(parse_address("record1"))
    window.services.theme.set_scale(1.0)


@pytest.mark.parametrize("place", PLACES)
def test_the_field_in_focus_and_the_head_of_its_card_stay_in_sight_when_the_text_grows(
    theme, make_form, place
):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(700, 700)
    settle()
    column = form.column
    field = column.reveal(parse_address(place)).input
    field.setFocus()
    settle()
    for scale in (1.1, 1.2, 1.4, 1.8, 1.3, 1.0):
        theme.set_scale(scale)
        settle()
        room = column.viewport().rect()
        top = field.mapTo(column.viewport(), QPoint(0, 0)).y()
        assert room.contains(QRect(0, top, 1, field.height())), (scale, top)
        head = column.active().mapTo(column.viewport(), QPoint(0, 0)).y()
        assert not -column.active().header_height - 8 < head < 0, (scale, head)


def test_no_card_is_drawn_over_another_when_the_text_grows_or_the_window_shrinks(theme, make_form):
    form = make_form(EVERYTHING.read_bytes())
    form.reveal(parse_address("record1/abstract"))
    for scale in (1.0, 1.3, 2.0, 1.6, 0.8):
        theme.set_scale(scale)
        for width in (*WIDTHS, *reversed(WIDTHS)):
            form.resize(width, 500)
            settle()
            check_cards(form)


def test_everything_can_be_scrolled_to_at_every_width(theme, make_form):
    theme.set_scale(1.8)
    form = make_form(EVERYTHING.read_bytes())
    for width in WIDTHS:
        form.resize(width, 600)
        settle()
        bar = form.column.verticalScrollBar()
        for _ in range(40):
            if bar.value() == bar.maximum():
                break
            bar.setValue(bar.value() + 500)
            settle()
            check_cards(form)
        assert form.column.views[-1].geometry().bottom() < form.column.widget().height()


def test_a_long_label_takes_two_lines_and_a_short_one_stays_in_one(theme, make_form):
    form = make_form(EVERYTHING.read_bytes())
    form.reveal(parse_address("record1/name/namePart"))
    rows = {row.field.label: row for view in form.column.views for row in view.rows}
    assert len(rows["Given name"].label) == 1
    assert len(rows["Title or form of address"].label) == 2
    assert rows["Title or form of address"].height > rows["Given name"].height


def test_two_lines_of_a_label_are_broken_between_words(theme, make_form):
    metrics = make_form().fontMetrics()
    wide = metrics.horizontalAdvance("Access condition of")
    assert broken("Access condition of use", metrics, wide) == ("Access condition of", "use")
    assert broken("Title", metrics, wide) == ("Title",)
    cut = broken("Donaudampfschifffahrtsgesellschaft", metrics, wide)
    assert len(cut) == 1
    assert cut[0].endswith("…")


def test_the_signs_of_a_card_grow_with_the_text(theme, make_form):
    form = make_form()
    form.reveal(parse_address("record1/name/namePart"))
    settle()
    view, buttons = form.column.active(), form.column.buttons
    button = buttons.findChild(QToolButton)
    before = view.more_side, button.iconSize().height(), form.adder.iconSize().height()
    theme.set_scale(1.8)
    settle()
    after = view.more_side, button.iconSize().height(), form.adder.iconSize().height()
    assert all(new > 1.5 * old for old, new in zip(before, after, strict=True)), (before, after)


def test_the_buttons_of_a_card_stand_clear_of_its_words(theme, make_form):
    form = make_form(EVERYTHING.read_bytes())
    for scale in (1.0, 2.0):
        theme.set_scale(scale)
        form.reveal(parse_address("record1/accessCondition"))
        settle()
        view, buttons = form.column.active(), form.column.buttons
        assert (
            buttons.geometry().left() > view.width() - view.gutter - 4 * (view.more_side + 14) - 28
        )
        assert not buttons.geometry().intersects(view._header_more())
        assert view.rect().contains(buttons.geometry()), QRect(view.rect())


def ink(picture: QImage, box: QRect) -> int:
    """The lowest row of a box in which something is written, in pixels of the picture."""
    rows = [
        y
        for y in range(box.top(), box.bottom())
        if any(picture.pixelColor(x, y).lightness() < 150 for x in range(box.left(), box.right()))
    ]
    return max(rows)


LEVEL = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"><titleInfo><title>Title</title>
</titleInfo><abstract>Abstract</abstract><genre>Genre</genre></mods>"""


@pytest.mark.parametrize("scale", [1.0, 1.2, 1.4, 1.8])
def test_a_label_stands_on_the_line_of_its_field(theme, make_form, scale):
    theme.set_scale(scale)
    form = make_form(LEVEL)
    form.resize(900, 700)
    settle()
    seen = 0
    for view in form.column.views:
        picture = view.grab().toImage()
        for row in view.rows[:1]:
            if row.field.label == row.field.value:
                box = row.editors[0].geometry()
                label = QRect(14, row.y, view.label_width(), view.line_height)
                written = QRect(box.x() + 8, row.y + 3, 120, view.line_height - 6)
                assert ink(picture, label) == ink(picture, written), row.field.label
                seen += 1
    assert seen == 3


def test_a_text_that_scrolls_is_not_written_below_its_bar(theme, make_form):
    form = make_form(
        EVERYTHING.read_bytes().replace(b"festivals;", b"festivals; " + b"and more " * 90)
    )
    area = form.column.reveal(parse_address("record1/abstract")).input
    for width in WIDTHS:
        form.resize(width, 700)
        settle()
        assert area.verticalScrollBar().isVisible()
        block, widest = area.document().begin(), 0.0
        while block.isValid():
            lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
            widest = max(widest, *(line.x() + line.naturalTextWidth() for line in lines))
            block = block.next()
        assert widest <= area.viewport().width()


def test_a_list_of_offers_outlives_the_finding_of_what_is_half_typed(qtbot, opened, tmp_path):
    path = tmp_path / "everything.xml"
    path.write_bytes(EVERYTHING.read_bytes())
    window = opened(path)
    qtbot.waitUntil(lambda: bool(window.desk.findings.items))
    place = parse_address("record1/language/scriptTerm")
    assert window.desk.form.reveal(place)
    field = QApplication.focusWidget()
    view = window.desk.form.column.view_of(field)
    before = view.height()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "ara")
    at = window.desk.findings.at
    qtbot.waitUntil(lambda: bool(at(place)))
    assert view.height() == before, "it waits until the value is left"
    shown = next(one for one in window.findChildren(QListWidget) if one.isVisible())
    assert any("Arab" in shown.item(row).text() for row in range(shown.count()))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.height() > before)


def test_a_list_of_offers_stays_with_its_field_when_the_head_grows_and_goes_when_it_is_scrolled(
    qtbot, make_form
):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(700, 500)
    column, place = form.column, parse_address("record1/language/languageTerm")
    field = column.reveal(place).input
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "uzb")
    settle()
    listed = next(one for one in form.findChildren(QListWidget) if one.isVisible())
    form.header.setFixedHeight(form.header.height() + 24)
    settle()
    assert listed.isVisible()
    frame = QRect(field.parentWidget().mapTo(form, QPoint(0, 0)), field.parentWidget().size())
    beside = (listed.y() - frame.bottom(), frame.top() - listed.geometry().bottom())
    assert any(0 <= gap < 6 for gap in beside), beside
    bar = column.verticalScrollBar()
    bar.setValue(bar.value() + (8 if bar.value() < bar.maximum() else -8))
    settle()
    assert not listed.isVisible()


def test_a_notice_without_a_fix_takes_no_line_more_than_its_words(theme, make_form):
    form = make_form()
    finding = Finding("warning", "rule", "a.rule", "Choose one from the list, or remove it.")
    notice = Notice(finding, form)
    words = QTextDocument()
    words.setHtml(notice.text())
    assert words.toPlainText().strip() == words.toPlainText()
    assert words.toPlainText().endswith("remove it.")
    for width in (200, 260, 300, 340):
        plain = notice.fontMetrics().boundingRect(
            QRect(0, 0, width, 900), Qt.TextFlag.TextWordWrap, words.toPlainText()
        )
        assert abs(notice.height_for(width) - plain.height()) <= notice.fontMetrics().height() // 2


@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_what_is_said_of_the_field_in_focus_is_in_sight_with_it(theme, make_form, scale):
    theme.set_scale(scale)
    form = make_form(EVERYTHING.read_bytes())
    column, sentence = form.column, "A sentence that a narrow form says in more than one line. "
    for place in map(parse_address, PLACES):
        column.show_findings({})
        form.resize(470, round(450 * scale))
        settle()
        column.verticalScrollBar().setValue(0)
        finding = Finding("warning", "rule", "a.rule", sentence * 2, place)
        said = {block.card.address: (finding,) for block in column.blocks if block.card}
        column.show_findings({a: f for a, f in said.items() if a.contains(place) and a.steps})
        settle()
        assert form.reveal(place)
        settle()
        check_notice_in_sight(form)


def check_notice_in_sight(form: Form) -> None:
    """The notices of the field in focus lie within what is seen of the column."""
    view = form.column.active()
    row = next(r for r in view.rows if view.field_of(QApplication.focusWidget()) in r.editable)
    assert row.notices
    for notice in row.notices:
        assert notice.visibleRegion().boundingRect() == notice.rect()


def test_a_finding_that_comes_while_typing_is_brought_into_sight(theme, make_form):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(470, 420)
    settle()
    place = parse_address("record1/name/nameIdentifier")
    form.reveal(place)
    settle()
    bar, field = form.column.verticalScrollBar(), QApplication.focusWidget()
    bar.setValue(field.mapTo(form.column.widget(), field.rect().bottomLeft()).y() - 380 + 70)
    settle()
    assert not field.visibleRegion().isEmpty()
    finding = Finding(
        "warning", "rule", "a.rule", "It is mistyped, so nobody finds it. " * 3, place
    )
    form.column.show_findings({form.column.active().card.address: (finding,)})
    settle()
    check_notice_in_sight(form)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_words_beside_a_date_are_whole_in_a_small_window(theme, make_form, language):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(490, 800)  # as in a window 1024 wide
    settle()
    box = form.column.reveal(parse_address("record1/originInfo/dateIssued")).parent()
    row = next(r for r in box.rows if r.field.address.name == "dateIssued")
    kinds = load("mods", language).root().child("originInfo").child("dateIssued")
    settle()
    created = next(r for r in box.rows if r.is_range)
    beside = [*zip(row.editors[1:], ("encoding", "qualifier"), strict=True)]
    beside += zip(created.editors[2:], ("encoding", "qualifier"), strict=True)
    for editor, name in beside:
        for label in kinds.attribute(name).value_labels.values():
            metrics, room = editor.input.fontMetrics(), editor.input.text_room()
            shown = shortened(label, metrics, room)
            assert "…" not in shown, label
            assert metrics.horizontalAdvance(shown) <= room


@pytest.mark.parametrize("place", ["record1/identifier", "record1/name/nameIdentifier"])
def test_a_number_is_whole_in_a_small_window(theme, make_form, place):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(490, 800)  # as in a window 1024 wide
    settle()
    editor = form.column.reveal(parse_address(place)).parent()
    row = next(r for r in editor.rows if str(r.field.address) == place)
    number, kind = row.editors
    assert kind.y() > number.geometry().bottom()
    assert kind.x() == number.x()
    line = number.input
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width()
    form.resize(1400, 800)
    settle()
    assert kind.y() == number.y()


def test_a_long_text_ends_with_a_whole_line(theme, make_form):
    form = make_form(EVERYTHING.read_bytes().replace(b"festivals;", b"and more " * 90))
    area = form.column.reveal(parse_address("record1/abstract")).input
    settle()
    line = area.document().begin().layout().lineAt(0).height()
    shown = area.viewport().height() - area.document().documentMargin()
    assert shown % line == 0


@pytest.mark.parametrize("width", [1000, 490])
def test_the_list_of_fields_ends_with_a_whole_row(theme, make_form, width):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(width, 500)
    settle()
    form.add_field()
    settle()
    shown = form.findChild(AddFieldBox).list
    assert shown.viewport().height() % shown.sizeHintForRow(0) == 0
    small = shown.sizeHintForRow(0) > 2 * shown.fontMetrics().height()
    assert small == (width == 490)


def test_a_box_without_room_shows_the_words_before_the_code_in_them(theme, make_form):
    metrics = make_form().fontMetrics()
    label = "Year-month-day (W3CDTF)"
    width = metrics.horizontalAdvance
    assert shortened(label, metrics, width(label)) == label
    assert shortened(label, metrics, width("Year-month-day")) == "Year-month-day"
    assert shortened(label, metrics, width("W3CDTF")) == "W3CDTF"
    assert shortened("Questionable", metrics, width("W3CDTF")).endswith("…")
    assert shortened("zzz — not in the list", metrics, width("zzz") + 4) == "zzz"


def test_only_the_first_of_a_fields_repairs_bears_the_key(theme, make_form):
    form = make_form()
    place = parse_address("record1/titleInfo/title")
    fix = Fix("Clean the text", "set-value", True, ("x",))
    found = tuple(
        Finding("advice", "rule", f"a.rule{number}", "Doubled blanks.", place, fixes=(fix,))
        for number in range(2)
    )
    view = form.column.views[0]
    form.column.show_findings({view.card.address: found})
    settle()
    assert ["Ctrl+." in notice.text() for notice in view._notices] == [True, False]


@pytest.mark.parametrize("height", range(300, 720, 35))
def test_the_head_of_a_group_is_not_cut_through_by_going_to_a_field(theme, make_form, height):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(520, height)
    settle()
    column = form.column
    for place in map(parse_address, PLACES):
        column.verticalScrollBar().setValue(0)
        form.reveal(place)
        settle()
        top = column.verticalScrollBar().value()
        heads = [b for b in column.blocks if b.card is None]
        assert not [b.text for b in heads if b.y < top < b.y + b.height], place
        card = next(b for b in column.blocks if b.card and b.card.address.contains(place))
        assert not card.y < top < card.y + card.view.header_height, place


def test_a_card_that_is_higher_than_the_window_is_gone_to_from_its_beginning(theme, make_form):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(520, 420)
    settle()
    column = form.column
    form.reveal(parse_address("record1/originInfo/dateIssued"))
    settle()
    card = next(b for b in column.blocks if b.card and b.card.address.name == "originInfo")
    head = column.blocks[column.blocks.index(card) - 1]
    assert card.height > column.viewport().height()
    assert column.verticalScrollBar().value() == head.y


@pytest.mark.parametrize("place", ["titleInfo/title", "name/namePart", "originInfo/publisher"])
def test_choosing_a_kind_leaves_the_field_in_focus_and_in_its_place(make_form, place):
    form = make_form(EVERYTHING.read_bytes())
    form.resize(520, 520)
    settle()
    editor = form.column.reveal(parse_address(f"record1/{place}"))
    editor.input.setFocus()
    settle()
    view = form.column.active()
    before = view.mapTo(form, QPoint(0, 0)).y()
    kind = next(one for one in templates("en") if one.id == "journal-article")
    for chosen in (kind, None, kind):
        form.choose_template(chosen)
        settle()
        assert QApplication.focusWidget() is editor.input
        assert form.column.active() is view
        assert not editor.visibleRegion().isEmpty()
        assert abs(view.mapTo(form, QPoint(0, 0)).y() - before) < 60


def test_choosing_a_kind_leaves_the_form_where_it_was_when_the_focus_is_elsewhere(make_form, qtbot):
    form, other = make_form(EVERYTHING.read_bytes()), QToolButton()
    qtbot.addWidget(other)
    form.resize(520, 520)
    form.column.reveal(parse_address("record1/originInfo/publisher")).input.setFocus()
    settle()
    view = form.column.active()
    other.show()
    other.activateWindow()
    other.setFocus()
    settle()
    before = view.mapTo(form.column, QPoint(0, 0)).y()
    form.choose_template(next(one for one in templates("en") if one.id == "journal-article"))
    settle()
    assert form.column.active() is view
    assert view.mapTo(form.column, QPoint(0, 0)).y() == before

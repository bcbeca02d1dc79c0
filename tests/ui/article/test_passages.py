"""Select, press a key: the passage is a field, stays marked, and leads there and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import parse_address
from catalog_app.session.kept_traces import sidecar
from catalog_app.ui.article.keys import LETTERS
from catalog_app.ui.article.marks import Mark
from catalog_app.ui.look import colours
from tests.ui.article.conftest import CONTROL, SHIFT, Table, close


def offers(table: Table) -> dict[str, object]:
    """The links behind what was said, by their words."""
    return {button.text(): button for button in table.pane.said.buttons}


def taken(table: Table) -> list[tuple[str, str]]:
    """The passages that are marked as taken, with the addresses of their fields."""
    view = table.pane.view
    return [
        (table.pane.text[mark.start : mark.end], str(mark.what.address))
        for mark in view.marks.all
        if mark.taken
    ]


@pytest.mark.parametrize(
    ("words", "key", "written"),
    [
        ("Kabuljon Sabirov", "N", '<namePart type="family">Sabirov</namePart>'),
        ("14 April 2023", "D", '<dateIssued encoding="w3cdtf">2023-04-14</dateIssued>'),
        ("ASTANA", "P", '<placeTerm type="text">Astana</placeTerm>'),
        ("Tashkent", "G", '<geographicCode authority="marcgac">a-uz</geographicCode>'),
        ("public diplomacy", "S", "<topic>public diplomacy</topic>"),
        ("Kazinform", "O", "<publisher>Kazinform</publisher>"),
        ("Public diplomacy needs people,", "Q", '<note type="quotation">'),
        ("Centre for Public Diplomacy in Uzbekistan", "B", '<name type="corporate">'),
        ("hosted a regional", "L", '<languageTerm type="code" authority="iso639-2b">eng<'),
        ("Tashkent hosts a conference", "T", '<titleInfo type="alternative">'),
        ("Tashkent hosted a regional conference", "A", "<abstract>Tashkent hosted"),
        ("Kazinform", "K", '<identifier type="local">Kazinform</identifier>'),
    ],
)
def test_each_letter_makes_its_field_of_the_selected_words(table, words, key, written) -> None:
    before = table.record()
    table.choose(words)
    table.keys.press(Qt.Key[f"Key_{key}"])
    assert written in table.record()
    assert table.keys.count == 1
    assert table.pane.view.hasFocus()
    assert words in [quote for quote, _ in taken(table)]
    table.keys.press(Qt.Key.Key_Z, CONTROL)
    assert table.record() == before
    assert taken(table) == []
    table.keys.press(Qt.Key.Key_Y, CONTROL)
    assert written in table.record()
    assert words in [quote for quote, _ in taken(table)]


def test_the_letters_are_all_tested_and_each_is_its_own(table) -> None:
    assert sorted(one.letter for one in LETTERS) == sorted("tnbdpgsaqolk")


def test_a_russian_keyboard_presses_the_same_keys(table) -> None:
    table.choose("public diplomacy")
    event = QKeyEvent(QEvent.Type.KeyPress, 0x042B, Qt.KeyboardModifier.NoModifier, "ы")
    QApplication.sendEvent(table.pane.view, event)
    assert "<topic>public diplomacy</topic>" in table.record()


def test_a_passage_over_a_line_break_comes_without_it_and_without_spaces(table) -> None:
    text = table.pane.text
    start = text.index("Director of the Centre")
    end = text.index(" strengthens peace")
    table.pane.view.select(start - 1, end + 1)
    table.keys.press(Qt.Key.Key_A)
    assert "<abstract>Director of the Centre" in table.record()
    assert "Kabuljon Sabirov, public diplomacy</abstract>" in table.record()


def test_the_role_and_body_come_from_the_neighbourhood(table) -> None:
    table.choose("Kabuljon Sabirov")
    table.keys.press(Qt.Key.Key_N)
    assert '<roleTerm type="text">Director</roleTerm>' in table.record()
    assert "Role and body from the text beside it" in table.pane.said.text


def test_other_readings_take_the_place_of_the_first(table, qtbot) -> None:
    table.choose("Kabuljon Sabirov")
    table.keys.press(Qt.Key.Key_N)
    offers(table)["Swap names"].click()
    assert '<namePart type="family">Kabuljon</namePart>' in table.record()
    assert table.record().count("<name ") == 1
    offers(table)["As body"].click()
    assert '<name type="corporate">' in table.record()
    assert table.record().count("<name ") == 1
    assert table.window.session.undo_stack.index() == 1


def test_undo_beside_what_was_said_takes_it_back(table) -> None:
    before = table.record()
    table.choose("peace")
    table.keys.press(Qt.Key.Key_S)
    offers(table)["Undo"].click()
    assert table.record() == before
    assert table.pane.view.hasFocus()


def test_what_is_there_already_is_said_and_marked_but_not_added(table) -> None:
    for _ in range(2):
        table.choose("peace")
        table.keys.press(Qt.Key.Key_S)
    assert table.record().count("<topic>peace</topic>") == 1
    assert table.pane.said.text.startswith("Already there")


def test_without_a_selection_a_letter_says_what_to_do(table) -> None:
    before = table.record()
    table.keys.press(Qt.Key.Key_T)
    assert table.record() == before
    assert "Select words first" in table.pane.said.text
    assert "Title" in table.pane.said.text


def test_a_read_article_greets_with_what_to_do(table) -> None:
    assert table.pane.said.text.startswith("Select words, then press a letter")


def test_enter_puts_the_words_into_the_field_in_focus_and_ctrl_enter_behind_it(table) -> None:
    table.window.session.go_to(parse_address("record1/titleInfo/title"), origin=None)
    table.pane.focus_first()
    table.choose("Kazinform")
    table.keys.press(Qt.Key.Key_Return)
    assert "<title>Kazinform</title>" in table.record()
    table.choose("peace")
    table.keys.press(Qt.Key.Key_Return, CONTROL)
    assert "<title>Kazinform peace</title>" in table.record()


def test_by_setting_the_focus_goes_to_the_field(table, qtbot) -> None:
    table.pane.toggle_follow()
    table.choose("peace")
    table.keys.press(Qt.Key.Key_S)
    form = table.window.desk.form
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))
    table.pane.toggle_follow()


def test_a_click_on_a_taken_passage_leads_to_its_field(table, qtbot) -> None:
    table.choose("14 April 2023")
    table.keys.press(Qt.Key.Key_D)
    mark = next(mark for mark in table.pane.view.marks.all if mark.taken)
    click(table, mark)
    form = table.window.desk.form
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))
    assert str(table.window.session.place).startswith("record1/originInfo/dateIssued")


def click(table: Table, mark: Mark) -> None:
    """Click into the middle of a passage."""
    view = table.pane.view
    for y in range(0, view.viewport().height(), 5):
        for x in range(0, view.viewport().width(), 5):
            at = view.offset_at(QPoint(x, y).toPointF())
            if mark.start < at < mark.end and view.mark_under(QPoint(x, y).toPointF()) == mark:
                view.setFocus()
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
                return
    raise AssertionError("the passage is not in sight")


def test_enter_on_a_taken_passage_leads_to_its_field_too(table, qtbot) -> None:
    table.choose("14 April 2023")
    table.keys.press(Qt.Key.Key_D)
    at = table.pane.text.index("April")
    table.pane.view.select(at, at)
    table.keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.window.desk.form.isAncestorOf(QApplication.focusWidget()))


def test_the_focus_in_a_field_frames_its_passage_and_brings_it_into_sight(table) -> None:
    table.choose("said Sabirov")
    table.keys.press(Qt.Key.Key_A)
    table.pane.view.select(0, 0)
    place = parse_address("record1/abstract")
    table.window.session.go_to(place, origin=table.window)
    (mark,) = table.pane.view.current
    assert table.pane.text[mark.start : mark.end] == "said Sabirov"
    shown = table.pane.view.surface.y_of(mark.start, table.pane.view.viewport().height())
    assert shown is not None


def test_taken_passages_are_painted_in_the_colour_of_their_kind(table) -> None:
    table.choose("14 April 2023")
    table.keys.press(Qt.Key.Key_D)
    table.window.session.go_to(parse_address("record1/titleInfo"), origin=table.window)
    view = table.pane.view
    picture = view.viewport().grab().toImage()
    tint = QColor(colours().passage_date)
    found = any(
        picture.pixelColor(x, y) == tint
        for y in range(0, picture.height(), 3)
        for x in range(picture.width())
    )
    assert found


def test_the_context_menu_shows_the_same_letters(table) -> None:
    from catalog_app.ui.article.menus import text_menu

    table.choose("peace")
    menu = text_menu(table.pane)
    shown = {a.text(): a.shortcut().toString() for a in menu.actions() if a.text()}
    assert all(shown[one.words] == one.letter.upper() for one in LETTERS)
    next(a for a in menu.actions() if a.text() == "Subject").trigger()
    menu.deleteLater()
    assert "<topic>peace</topic>" in table.record()


def test_a_dragged_passage_comes_mended_and_knows_where_it_is_from(table, monkeypatch) -> None:
    from catalog_app.document import edits
    from catalog_app.ui.article import mouse

    text = table.pane.text
    table.pane.view.select(text.index("Kabuljon"), text.index("public diplomacy") + 16)
    carried: list[QMimeData] = []

    class Dropped(mouse.QDrag):
        """A drag that is dropped at once on the title."""

        def exec(self, _action: object) -> None:
            carried.append(self.mimeData())
            place = parse_address("record1/titleInfo/title")
            session = table.window.session
            session.perform(edits.set_value(session.document, place, self.mimeData().text()))

    monkeypatch.setattr(mouse, "QDrag", Dropped)
    table.pane.view.drag()
    assert "<title>Kabuljon Sabirov, public diplomacy</title>" in table.record()
    assert "record1/titleInfo/title" in [address for _, address in taken(table)]


def test_marks_survive_editing_saving_and_another_session(tables, record, report) -> None:
    table = tables(record)
    table.read(report)
    for words, key in (("Kabuljon Sabirov", Qt.Key.Key_N), ("peace", Qt.Key.Key_S)):
        table.choose(words)
        table.keys.press(key)
    before = taken(table)
    table.keys.press(Qt.Key.Key_S, CONTROL)
    assert sidecar(record).is_file()
    assert b"traces" not in record.read_bytes()
    close(table.window)
    again = tables(record)
    assert again.pane.path == report
    assert taken(again) == before
    assert len(before) == 2


def test_several_records_of_a_file_have_an_article_each(tables, tmp_path, report) -> None:
    file = tmp_path / "two.xml"
    one = '<mods version="3.8"><titleInfo><title>{}</title></titleInfo></mods>'
    head = '<modsCollection xmlns="http://www.loc.gov/mods/v3">'
    file.write_text(head + one.format("A") + one.format("B") + "</modsCollection>")
    other = tmp_path / "other.txt"
    other.write_text("Bishkek hosted another conference. It was about water.")
    table = tables(file)
    table.read(report)
    table.window.desk.next_record()
    table.read(other)
    table.choose("water")
    table.keys.press(Qt.Key.Key_S)
    assert table.record().index("<topic>water") > table.record().index("<title>B")
    table.window.desk.previous_record()
    assert table.pane.path == report
    table.window.desk.next_record()
    assert table.pane.path == other
    assert table.pane.head.tabs.count() == 2


def test_keys_alone_select_words_lines_and_pages(table) -> None:
    view, keys = table.pane.view, table.keys
    keys.press(Qt.Key.Key_Home, CONTROL)
    keys.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert view.selected() == "Tashkent"
    keys.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert view.selected() == "Tashkent hosts"
    keys.press(Qt.Key.Key_End, SHIFT)
    assert view.selected() == "Tashkent hosts a conference"
    keys.press(Qt.Key.Key_Escape)
    assert view.selected() == ""
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert view.selected() == "ASTANA"
    keys.press(Qt.Key.Key_A, CONTROL)
    assert view.selected() == table.pane.text
    keys.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == table.pane.text


def test_the_field_bears_the_colour_of_its_passage_until_undo(table, qtbot) -> None:
    table.choose("14 April 2023")
    table.keys.press(Qt.Key.Key_D)
    form = table.window.desk.form
    tint = QColor(colours().passage_date)
    assert form.reveal(parse_address("record1/originInfo/dateIssued"))

    def tinted() -> bool:
        cards = [v for v in form.column.views if str(v.card.address) == "record1/originInfo"]
        pictures = [view.grab().toImage() for view in cards]
        return any(p.pixelColor(4, y) == tint for p in pictures for y in range(p.height()))

    assert tinted()
    table.window.desk.undo()
    assert not tinted()


def test_a_passage_of_a_second_article_leaves_that_in_front(table, tmp_path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Gulnora Yusupova opened a school in Namangan.\n", encoding="utf-8")
    table.read(other)
    table.choose("Gulnora Yusupova")
    table.keys.press(Qt.Key.Key_N)
    assert table.pane.path == other
    assert '<namePart type="family">Yusupova</namePart>' in table.record()

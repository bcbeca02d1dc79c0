"""What each kind of editor does beyond the contract."""

from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QListWidget,
    QMenu,
    QTableView,
    QWidget,
)

from catalog_app.ui.form.editors import KINDS, Offer, make_editor, offers
from tests.ui.editors.conftest import RELATORS, write

ELIDED = Qt.TextElideMode.ElideRight
DOWN, ENTER, TAB, ESCAPE = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
)


def rows(stage):
    """The labels of the offers that are on the screen."""
    for listed in stage.findChildren(QListWidget):
        if listed.isVisible():
            return [listed.item(row).text() for row in range(listed.count())]
    return []


# -- code ---------------------------------------------------------------------------------------


def test_a_code_is_shown_with_its_label_and_written_alone(stage):
    role = stage.add("code", "aut", values=RELATORS)
    assert role.input.text() == "author — aut"
    assert role.value() == "aut"


def test_where_a_code_has_no_room_its_label_stands_alone(stage, qtbot):
    role = stage.add("code", "aut", values=RELATORS)
    assert role.input.brief == "author"
    qtbot.keyClicks(role.input, "x")
    assert role.input.brief == ""


def test_a_code_is_found_by_its_label_and_taken_with_enter(editor, stage, qtbot):
    role = editor("code", values=RELATORS, free=False)
    taken = []
    role.picked.connect(taken.append)
    qtbot.keyClicks(role.input, "trans")
    assert rows(stage) == ["translator — trl"]
    qtbot.keyClick(role.input, ENTER)
    assert (role.heard, role.input.text()) == (["trl"], "translator — trl")
    assert taken == [("trl", "translator")]
    assert rows(stage) == []


def test_tab_takes_the_first_offer_of_a_closed_list_and_moves_on(editor, stage, qtbot):
    role = editor("code", values=RELATORS, free=False)
    qtbot.keyClicks(role.input, "edi")
    qtbot.keyClick(role.input, TAB)
    assert role.value() == "edt"
    assert not role.input.hasFocus()


def test_arrows_choose_among_the_offers(editor, stage, qtbot):
    role = editor("code", values=RELATORS, free=False)
    qtbot.keyClicks(role.input, "aut")
    assert rows(stage) == ["author — aut", "author of intro — aui"]
    qtbot.keyClick(role.input, DOWN)
    qtbot.keyClick(role.input, ENTER)
    assert role.value() == "aui"


def test_down_shows_the_whole_list(editor, stage, qtbot):
    role = editor("code", "aut", values=RELATORS)
    qtbot.keyClick(role.input, DOWN)
    assert len(rows(stage)) == len(RELATORS)
    qtbot.keyClick(role.input, ESCAPE)
    assert rows(stage) == []
    assert role.value() == "aut"


def test_escape_belongs_to_the_list_only_while_it_is_open(editor, qtbot):
    role = editor("code", values=RELATORS)

    def wants_escape():
        event = QKeyEvent(QEvent.Type.ShortcutOverride, ESCAPE, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(role.input, event)
        return event.isAccepted()

    assert not wants_escape()
    qtbot.keyClick(role.input, DOWN)
    assert wants_escape()


def test_free_text_is_written_as_typed_even_if_a_label_has_the_same_letters(editor, stage, qtbot):
    role = editor("code", values=RELATORS)
    qtbot.keyClicks(role.input, "author")
    assert rows(stage)
    stage.elsewhere.setFocus()
    assert role.value() == "author"
    assert role.remark() == ""


def test_typing_into_a_shown_code_edits_its_label_or_its_code_but_not_both(editor, qtbot):
    role = editor("code", "aut", values=RELATORS)
    qtbot.keyClick(role.input, Qt.Key.Key_End)
    qtbot.keyClick(role.input, Qt.Key.Key_Backspace)
    assert (role.input.text(), role.value()) == ("au", "au")
    role.set_value("edt")
    qtbot.keyClick(role.input, Qt.Key.Key_Home)
    qtbot.keyClicks(role.input, "x")
    assert role.value() == "xeditor"


def test_a_closed_list_refuses_in_words_and_keeps_what_was_typed(editor, stage, qtbot):
    role = editor("code", "aut", values=RELATORS, free=False)
    role.input.selectAll()
    qtbot.keyClicks(role.input, "qqq")
    with qtbot.waitSignal(role.refused) as refusal:
        stage.elsewhere.setFocus()
    assert refusal.args == ["“qqq” is not in the list."]
    assert role.input.text() == "qqq"
    assert role.remark() == "“qqq” is not in the list."
    assert (role.value(), role.heard) == ("aut", [])


def test_escape_goes_back_from_what_a_closed_list_did_not_take(editor, qtbot):
    role = editor("code", "aut", values=RELATORS, free=False)
    role.input.selectAll()
    qtbot.keyClicks(role.input, "qqq")
    qtbot.keyClick(role.input, ENTER)
    assert role.remark()
    qtbot.keyClick(role.input, ESCAPE)
    assert (role.input.text(), role.remark(), role.heard) == ("author — aut", "", [])


def test_a_label_typed_in_full_is_taken_on_leaving_a_closed_list(editor, stage, qtbot):
    role = editor("code", values=RELATORS, free=False)
    write(role.input, "Author")
    qtbot.keyClick(role.input, ESCAPE)
    stage.elsewhere.setFocus()
    assert role.value() == "aut"


def test_a_value_that_the_list_lacks_stays_and_is_said_to_be_missing(stage):
    role = stage.add("code", "zzz", values=RELATORS, free=False)
    assert (role.value(), role.input.text()) == ("zzz", "zzz")
    assert "not in the list" in role.input.accessibleDescription()


def test_a_vocabulary_serves_a_code_editor(editor, stage, qtbot):
    class Entry:
        def __init__(self, code, label):
            self.code, self.label, self.status = code, label, "obsolete"

    class Languages:
        entries = (Entry("eng", "English"), Entry("uzb", "Uzbek"))

        def entry(self, code):
            return next((one for one in self.entries if one.code == code), None)

        def search(self, text, limit):
            return [one for one in self.entries if text in one.label.lower()][:limit]

    language = editor("language", "eng", vocabulary=Languages())
    taken = []
    language.picked.connect(taken.append)
    assert language.input.text() == "English — eng"
    language.input.selectAll()
    qtbot.keyClicks(language.input, "uzb")
    qtbot.keyClick(language.input, DOWN)
    qtbot.keyClick(language.input, ENTER)
    assert language.value() == "uzb"
    assert taken == [Languages.entries[1]]


def test_the_list_closes_when_the_form_scrolls_under_it(editor, stage, qtbot):
    role = editor("code", values=RELATORS)
    qtbot.keyClick(role.input, DOWN)
    assert rows(stage)
    role.move(role.x(), role.y() + 5)
    assert rows(stage) == []


def test_offers_are_clicked_with_the_mouse(editor, stage, qtbot):
    role = editor("code", values=RELATORS)
    qtbot.keyClick(role.input, DOWN)
    listed = stage.findChild(QListWidget)
    spot = listed.visualItemRect(listed.item(1)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert role.value() == "edt"
    assert role.input.hasFocus()


# -- line with values met before ----------------------------------------------------------------


def test_values_met_before_are_offered_but_never_taken_unasked(editor, stage, qtbot):
    met = [Offer("Tashkent", "Tashkent", "3 records", {"place": 1}), "Termez"]
    place = editor("line", search=lambda text: [one for one in met if text[0] in str(one)])
    taken = []
    place.picked.connect(taken.append)
    qtbot.keyClicks(place.input, "T")
    assert rows(stage) == ["Tashkent", "Termez"]
    qtbot.keyClick(place.input, TAB)
    assert place.value() == "T"
    place.input.setFocus()
    qtbot.keyClick(place.input, DOWN)
    qtbot.keyClick(place.input, DOWN)
    qtbot.keyClick(place.input, ENTER)
    assert place.value() == "Tashkent"
    assert taken == [{"place": 1}]


# -- choice and switch --------------------------------------------------------------------------


def test_a_choice_shows_the_label_and_writes_the_code(editor, qtbot):
    kind = editor("choice", "", values=[("personal", "Person"), ("corporate", "Organisation")])
    qtbot.keyClick(kind.input, DOWN)
    assert (kind.heard, kind.input.currentText()) == (["personal"], "Person")
    qtbot.keyClicks(kind.input, "O")
    assert kind.value() == "corporate"
    qtbot.keyClick(kind.input, Qt.Key.Key_Home)
    assert kind.heard == ["personal", "corporate", ""]


def test_a_choice_keeps_a_value_that_its_list_lacks(editor, qtbot):
    kind = editor("choice", "conferense", values=["personal"])
    assert kind.input.currentText() == "conferense — not in the list"
    assert kind.remark() == "“conferense” is not in the list."
    qtbot.keyClick(kind.input, Qt.Key.Key_End)
    assert kind.value() == "personal"
    assert kind.remark() == ""


def test_a_required_choice_has_no_empty_row(editor):
    kind = editor("choice", "a", values=["a", "b"], required=True)
    assert [kind.input.itemText(row) for row in range(kind.input.count())] == ["a", "b"]


def test_a_switch_writes_its_word_or_nothing(editor, qtbot):
    usage = editor("switch", values=[("primary", "Main title")])
    assert usage.input.text() == "Main title"
    qtbot.keyClick(usage.input, Qt.Key.Key_Space)
    qtbot.keyClick(usage.input, Qt.Key.Key_Space)
    assert usage.heard == ["primary", ""]


def test_a_switch_shows_a_word_it_does_not_know(editor, qtbot):
    usage = editor("switch", "no")
    assert usage.input.text() == "no"
    assert "not in the list" in usage.remark()
    qtbot.keyClick(usage.input, Qt.Key.Key_Space)
    assert usage.heard == ["yes"]


# -- date ---------------------------------------------------------------------------------------


def understand(text):
    return ("2026-04-14", "w3cdtf") if "April" in text else None


def test_a_date_is_understood_aloud_and_changed_only_when_told(editor, stage, qtbot):
    date = editor("date", interpret=understand)
    qtbot.keyClicks(date.input, "14 April 2026")
    assert date.value() == "14 April 2026"
    assert date.suggestion() == "2026-04-14"
    taken = []
    date.picked.connect(taken.append)
    qtbot.keyClick(date.input, TAB)
    assert "Write 2026-04-14" in QApplication.focusWidget().accessibleName()
    assert date.value() == "14 April 2026"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert date.value() == "2026-04-14"
    assert taken == [("2026-04-14", "w3cdtf")]
    assert date.input.hasFocus()
    assert date.suggestion() == ""


def test_a_suggestion_is_taken_with_enter_too(editor, qtbot):
    date = editor("date", "14 April 2026", interpret=understand)
    qtbot.keyClick(date.input, TAB)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert date.heard == ["2026-04-14"]


def test_the_calendar_opens_on_the_day_that_is_written_and_writes_the_day(editor, qtbot):
    date = editor("date", "2001-02-03")
    qtbot.mouseClick(date._button, Qt.MouseButton.LeftButton)
    page = date.findChild(QCalendarWidget)
    assert page.selectedDate() == QDate(2001, 2, 3)
    page.setSelectedDate(QDate(2001, 2, 28))
    page.activated.emit(page.selectedDate())
    assert date.heard == ["2001-02-28"]


@pytest.mark.parametrize(
    ("kind", "written", "picked"),
    [
        ("moment", "", "2001-02-28T00:00:00"),
        ("moment", "2001-02-03", "2001-02-28T00:00:00"),
        ("moment", "2001-02-03T10:15:00Z", "2001-02-28T10:15:00Z"),
        ("date", "2001-02-03T10:15:00Z", "2001-02-28T10:15:00Z"),
    ],
)
def test_a_day_is_picked_with_the_time_that_must_be_or_was_there(
    editor, qtbot, kind, written, picked
):
    date = editor(kind, written)
    qtbot.mouseClick(date._button, Qt.MouseButton.LeftButton)
    date.findChild(QCalendarWidget).activated.emit(QDate(2001, 2, 28))
    assert date.heard == [picked]


def test_the_calendar_has_room_for_the_names_of_the_days(editor, qtbot):
    date = editor("date", "2001-02-03")
    qtbot.mouseClick(date._button, Qt.MouseButton.LeftButton)
    days = date.findChild(QTableView)
    for column in range(1, 7):
        assert days.columnWidth(column) >= days.sizeHintForColumn(column)


def test_a_date_that_is_none_stays_as_typed(editor, qtbot):
    date = editor("date", interpret=understand)
    write(date.input, "весна 1920?")
    assert date.value() == "весна 1920?"


# -- number, identifier, url --------------------------------------------------------------------


@pytest.mark.parametrize("text", ["12", "-3,5", "4.25", "007"])
def test_numbers_pass_in_silence(text, stage):
    assert stage.add("number", text).remark() == ""


@pytest.mark.parametrize("text", ["xii", "12-14", "1 000 pages"])
def test_what_is_no_number_is_said_and_kept(text, stage):
    number = stage.add("number", text)
    assert number.remark() == f"“{text}” is not written as a number."
    assert number.value() == text


def test_an_identifier_is_judged_at_every_key(editor, qtbot):
    def check(text):
        return len(text) == 3, "" if len(text) == 3 else "Three digits are wanted."

    issn = editor("identifier", check=check)
    said = []
    issn.remarked.connect(said.append)
    qtbot.keyClicks(issn.input, "12")
    qtbot.keyClicks(issn.input, "3")
    assert said == ["Three digits are wanted.", ""]
    issn.set_check(lambda _text: (False, "Not an ISBN."))
    assert issn.remark() == "Not an ISBN."


def test_an_address_is_opened_by_whoever_listens(editor, qtbot):
    address = editor("url", "")
    assert not address._button.isEnabled()
    write(address.input, " https://example.org/а ")
    with qtbot.waitSignal(address.open_requested) as asked:
        qtbot.mouseClick(address._button, Qt.MouseButton.LeftButton)
    assert asked.args == ["https://example.org/а"]
    assert address.value() == " https://example.org/а "


# -- long text and markup -----------------------------------------------------------------------


def test_long_text_grows_from_two_lines_to_twelve(editor, stage, qtbot):
    text = editor("text")
    line = ceil(QFontMetricsF(text.input.font()).lineSpacing())
    least = text.sizeHint().height()
    assert 2 * line < least < 3.2 * line
    qtbot.keyClick(text.input, ENTER)
    qtbot.keyClick(text.input, ENTER)
    assert text.sizeHint().height() == least + line
    text.set_value("word " * 2000)
    QApplication.processEvents()
    assert text.height() == text.sizeHint().height() == least + 10 * line
    text.set_value("")
    assert text.sizeHint().height() == least


def test_shift_enter_is_a_line_end_like_any_other(editor, qtbot):
    text = editor("text")
    qtbot.keyClick(text.input, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert text.heard == ["\n"]


def test_a_key_in_a_paragraph_of_114_kilobytes_touches_a_small_piece_of_it(editor, qtbot):
    text = editor("text", "cultural diplomacy " * 6_000)
    text.select_range(60_000, 60_000)
    QApplication.processEvents()
    document, touched = text.input.document(), []
    document.contentsChange.connect(lambda _at, gone, come: touched.append(gone + come))
    for _ in range(30):
        qtbot.keyClick(text.input, Qt.Key.Key_X)
        QApplication.processEvents()
    assert text.value()[60_000:60_030] == "x" * 30
    assert "\n" not in text.value()
    # Qt lays a block out as a whole at every key, so that none may be long.
    assert touched == [1] * 30
    lengths = [document.findBlockByNumber(n).length() for n in range(document.blockCount())]
    assert max(lengths) < 8_000


def test_markup_is_read_here_and_edited_as_xml(editor, qtbot):
    rights = editor("markup", 'See <a href="x">the licence</a>.')
    qtbot.keyClicks(rights.input, "abc")
    assert (rights.value(), rights.heard) == ('See <a href="x">the licence</a>.', [])
    with qtbot.waitSignal(rights.xml_requested):
        qtbot.mouseClick(rights._buttons[0], Qt.MouseButton.LeftButton)


# -- speed --------------------------------------------------------------------------------------


# A text area and a box have their scroll bars; lists, calendars and menus come when asked for.
_WIDGETS = {"switch": 1, "text": 6, "markup": 7, "choice": 10, "data": 8}


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_is_cheap_to_make(kind, stage):
    asked = []
    values = _Asked(RELATORS, asked)
    before = len(stage.children())
    made = make_editor(kind, label="L", address="a", values=values, parent=stage)
    made.set_value("aut")
    assert len(made.findChildren(QWidget)) <= _WIDGETS.get(kind, 3)
    assert len(stage.children()) == before + 1
    assert len(asked) <= 2


class _Asked(list):
    """Values that note when somebody goes through them all."""

    def __init__(self, values, asked):
        super().__init__(values)
        self.asked = asked

    def __iter__(self):
        self.asked.append(True)
        return super().__iter__()


def test_the_list_stays_when_the_card_grows_below_the_field(editor, stage, qtbot):
    role = editor("code", values=RELATORS)
    qtbot.keyClick(role.input, DOWN)
    before = rows(stage)
    stage.resize(stage.width(), stage.height() + 40)
    qtbot.wait(10)
    assert rows(stage) == before


def test_the_whole_list_opens_at_what_the_field_has(editor, stage, qtbot):
    many = [(f"c{at:03}", f"Language {at}") for at in range(487)]
    language = editor("code", value="c400", values=many)
    qtbot.keyClick(language.input, DOWN)
    shown = stage.findChild(QListWidget)
    assert shown.count() == 487
    assert shown.currentItem().text() == "Language 400 — c400"
    assert shown.viewport().rect().intersects(shown.visualItemRect(shown.currentItem()))
    qtbot.keyClick(language.input, DOWN)
    qtbot.keyClick(language.input, ENTER)
    assert language.value() == "c401"


def test_a_field_left_by_way_of_a_menu_does_not_look_as_if_it_had_the_focus(editor, qtbot):
    first, second = editor("line", "one"), editor("line", "two")
    first.input.setFocus()
    popup = QMenu(first.input)
    popup.addAction("a")
    popup.popup(first.mapToGlobal(first.rect().bottomLeft()))
    QApplication.processEvents()
    popup.close()
    second.input.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    assert not first._focused


def test_a_line_that_is_too_long_ends_in_dots_until_somebody_is_in_it(editor, stage, qtbot):
    line, other = editor("line"), editor("line")
    line.set_value("word " * 100)
    end = QRect(line.input.width() - 14, 0, 12, line.input.height())
    line.input.setFocus()
    line.input.setCursorPosition(0)
    within = line.input.grab().toImage().copy(end)
    other.input.setFocus()
    assert line.input.grab().toImage().copy(end) != within
    line.set_value("word")
    assert other.input.hasFocus()


def test_the_list_of_a_choice_stands_flush_with_its_frame(editor, stage):
    box = editor("choice", values=RELATORS)
    box.input.showPopup()
    listed = box.input.view().window()
    assert listed.x() == box.mapToGlobal(QPoint(0, 0)).x()
    assert listed.width() >= box.width()
    box.input.hidePopup()


def test_what_is_said_beside_an_offer_is_whole_where_it_has_room(editor, qtbot, monkeypatch):
    seen = []

    def told(_row, _painter, box, words, _ink, option, _at_end):
        seen.append((words, option.fontMetrics.elidedText(words, ELIDED, box.width())))

    monkeypatch.setattr(offers._Row, "_write", told)
    hints = ["Petrova", "Ilyina", "Wolff", "Ә. Ермекова", "W"]
    met = [Offer("Anna", "Anna", hint, {}) for hint in hints]
    made = editor("line", search=lambda _text: met)
    write(made.input, "Ann")
    qtbot.waitUntil(lambda: {words for words, _ in seen} >= set(hints), timeout=60_000)
    assert all(words == shown for words, shown in seen)


def test_after_an_offer_is_taken_the_cursor_is_behind_it(editor, qtbot):
    made = editor("line", search=lambda _text: [Offer("Tashkent", "Tashkent", "", {})])
    write(made.input, "Tas")
    qtbot.waitUntil(lambda: made.is_offering, timeout=60_000)
    qtbot.keyClick(made.input, DOWN)
    qtbot.keyClick(made.input, ENTER)
    assert made.value() == "Tashkent"
    assert made.input.cursorPosition() == len("Tashkent")

"""What keys do to the field in focus: repeat it, move it, take it back, leave it empty."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.ui.actions import apply_keys
from tests.stories.hands import Hands
from tests.stories.test_at_work import working, written
from tests.ui.shell.conftest import RECORD

__all__ = ["working"]

_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">'
)


def collection(*records: bytes) -> bytes:
    """A list of records."""
    inside = b"".join(b'\n<mods version="3.8">' + record + b"</mods>" for record in records)
    return _HEAD + inside + b"\n</modsCollection>\n"


TWO = collection(
    b"<originInfo><publisher>Fan</publisher><dateIssued>1980</dateIssued></originInfo>"
    b'<name type="personal"><namePart type="family">Aliev</namePart>'
    b"<role><roleTerm>author</roleTerm></role></name>",
    b"<originInfo><dateIssued>1999</dateIssued></originInfo>"
    b'<name type="personal"><namePart type="family">Bek</namePart></name>',
)


def test_one_field_becomes_what_it_was_and_nothing_beside_it(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/originInfo/dateIssued")
    hands.add("publisher")
    assert hands.at == "record2/originInfo/publisher"
    hands.press("Ctrl+Shift+L")
    assert hands.at == "record2/originInfo/publisher"
    assert b"<publisher>Fan</publisher><dateIssued>1999</dateIssued>" in written(hands)
    hands.press("Ctrl+Z")
    assert written(hands) == TWO


def test_a_field_that_says_something_else_becomes_what_it_was(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/name/namePart")
    hands.press("Ctrl+Shift+L")
    assert written(hands) == TWO.replace(b"Bek", b"Aliev")
    hands.press("Ctrl+Z")
    assert written(hands) == TWO


def test_an_empty_card_becomes_what_the_whole_group_was(working) -> None:
    bare = TWO.replace(b"<originInfo><dateIssued>1999</dateIssued></originInfo>", b"")
    hands = working(bare)
    hands.press("Ctrl+PgDown")
    hands.add("publisher")
    hands.press("Ctrl+Shift+L")
    assert written(hands).count(b"<publisher>Fan</publisher>") == 2
    assert written(hands).count(b"<dateIssued>1980</dateIssued>") == 2
    hands.press("Ctrl+Z")
    assert written(hands) == bare


def test_undo_of_xml_typed_in_the_pane_stays_in_the_pane(qtbot: QtBot, hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+E")
    pane = hands.focus
    hands.type("z")
    qtbot.waitUntil(lambda: written(hands) != RECORD)
    changed = written(hands)
    hands.press("Ctrl+Z")
    assert (written(hands), hands.focus) == (RECORD, pane)
    hands.press("Ctrl+Y")
    assert (written(hands), hands.focus) == (changed, pane)


def test_undo_in_the_form_goes_to_what_the_xml_changed(qtbot: QtBot, hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+E")
    text = hands.focus.toPlainText()
    at, now = text.index("Kept as"), hands.focus.textCursor().position()
    hands.press(*["Right"] * max(0, at - now), *["Left"] * max(0, now - at))
    hands.type("Well ")
    qtbot.waitUntil(lambda: b"Well Kept" in written(hands))
    hands.press("Ctrl+2")
    hands.tab_to("record1/titleInfo/title")
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at) == (RECORD, "record1/note")
    hands.press("Ctrl+Y", "Ctrl+Z")
    assert (written(hands), hands.at) == (RECORD, "record1/note")


def test_undo_of_a_removed_card_goes_to_the_card(hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+Del")
    assert hands.at == "record1/titleInfo/title"
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at) == (RECORD, "record1/note")


@pytest.mark.parametrize("action", ["duplicate_record", "add_record"])
def test_undo_of_a_new_record_shows_its_neighbour(working, action: str) -> None:
    hands = working(TWO)
    desk = hands.window.desk
    hands.press("Ctrl+PgDown", "Ctrl+4")
    hands.press("Ctrl+2")
    hands.window.actions_by_id[action].trigger()
    QApplication.processEvents()
    assert hands.window.session.place.part == "record3"
    hands.press("Ctrl+Z")
    assert written(hands) == TWO
    assert desk.form.root == Address("record2")
    assert hands.at.startswith("record2/")
    assert hands.window.session.place.part == "record2"
    assert desk.pane("xml").root == Address("record2")
    assert desk.form.column.views


def test_redo_of_a_removed_record_shows_its_neighbour(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown", "Ctrl+2")
    hands.window.actions_by_id["remove_record"].trigger()
    QApplication.processEvents()
    assert hands.at.startswith("record1/")
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at.split("/")[0]) == (TWO, "record2")
    hands.press("Ctrl+Y")
    assert hands.at.startswith("record1/")
    assert hands.window.desk.form.root == Address("record1")
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at.split("/")[0]) == (TWO, "record2")


def test_the_history_is_walked_with_the_focus_in_it(hands_on: Hands) -> None:
    hands = hands_on
    hands.press("Ctrl+2")
    hands.tab_to("record1/titleInfo/title")
    hands.press("End")
    hands.type("1")
    hands.tab_to("record1/note")
    hands.press("Ctrl+End")
    hands.type("2")
    states = [RECORD, RECORD.replace(b"sea<", b"sea1<")]
    states.append(states[1].replace(b"is.<", b"is.2<"))
    assert written(hands) == states[2]
    hands.press("Ctrl+6")
    listed = hands.focus
    for key, state in (("Up", 1), ("Up", 0), ("Return", 0), ("Down", 1), ("Home", 0), ("End", 2)):
        hands.press(key)
        assert (written(hands), hands.focus) == (states[state], listed), key


DEEP = collection(
    b'<titleInfo><title>One</title></titleInfo><name type="corporate"><namePart>Academy</namePart>'
    b"<namePart>Institute</namePart><role><roleTerm>author</roleTerm></role></name>"
    b'<subject><topic>Water</topic><topic>Salt</topic></subject><relatedItem type="host">'
    b'<titleInfo><title>Host</title></titleInfo><relatedItem type="series"><titleInfo lang="eng">'
    b"<title>Series</title><subTitle>Old</subTitle></titleInfo></relatedItem></relatedItem>"
)
SERIES = "record1/relatedItem/relatedItem/titleInfo"


def test_keys_are_meant_for_what_is_in_focus_inside_a_card(working) -> None:
    hands = working(DEEP)
    hands.tab_to("record1/name/namePart[2]")
    hands.press("Alt+Up")
    assert hands.at == "record1/name/namePart"
    assert b"Institute</namePart><namePart>Academy" in written(hands)
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at) == (DEEP, "record1/name/namePart[2]")
    hands.press("Ctrl+Del")
    assert written(hands) == DEEP.replace(b"<namePart>Institute</namePart>", b"")
    assert hands.at == "record1/name/namePart"
    hands.press("Ctrl+Z")
    assert (written(hands), hands.at) == (DEEP, "record1/name/namePart[2]")
    hands.tab_to("record1/subject/topic[2]")
    hands.press("Ctrl+D")
    assert hands.at == "record1/subject/topic[3]"
    hands.type("Sand")
    assert b"<topic>Salt</topic><topic>Sand</topic></subject>" in written(hands)
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert (written(hands), hands.at) == (DEEP, "record1/subject/topic[2]")


def test_a_nested_title_is_repeated_and_not_the_whole_host(working) -> None:
    hands = working(DEEP)
    hands.tab_to(f"{SERIES}/subTitle")
    hands.press("Ctrl+D")
    assert written(hands).count(b'relatedItem type="series"') == 2
    assert written(hands).count(b'relatedItem type="host"') == 1
    assert hands.at == "record1/relatedItem/relatedItem[2]/titleInfo/subTitle"
    hands.press("Ctrl+Z")
    assert written(hands) == DEEP


@pytest.mark.parametrize("query", ["thesis", "thesis note", "dissertation", "502", "диссертация"])
def test_a_thesis_is_the_note_that_mods_has_for_it(working, query: str) -> None:
    hands = working(DEEP)
    hands.add(query)
    hands.type("PhD, Tashkent, 2024")
    assert b'<note type="thesis">PhD, Tashkent, 2024</note>' in written(hands)
    card = hands.window.desk.form.column.active().card
    assert card.label == "Note (thesis)"


@pytest.mark.parametrize(
    ("at", "pasted", "place", "goes_to"),
    [
        ("titleInfo/title", b"<relatedItem><titleInfo><title>P</title></titleInfo></relatedItem>",
         b"<title>One</title></titleInfo>%s<name", "relatedItem/titleInfo/title"),
        ("titleInfo/title", b"<titleInfo><title>P</title></titleInfo>",
         b"<title>One</title></titleInfo>%s<name", "titleInfo[2]/title"),
        ("titleInfo/title", b"<subTitle>P</subTitle>",
         b"<title>One</title>%s</titleInfo>", "titleInfo/subTitle"),
        ("relatedItem/relatedItem/titleInfo/title", b"<note>P</note>",
         b"</titleInfo>%s</relatedItem></relatedItem>", "relatedItem/relatedItem/note"),
        ("name/role/roleTerm", b"<namePart>P</namePart>",
         b"</role>%s</name>", "name/namePart[3]"),
    ],
)  # fmt: skip
def test_what_is_pasted_goes_where_it_may_stand(working, at, pasted, place, goes_to) -> None:
    hands = working(DEEP)
    hands.tab_to(f"record1/{at}")
    QApplication.clipboard().setText(pasted.decode())
    hands.press("Ctrl+M")
    hands.choose("Paste XML after")
    assert place % pasted in written(hands)
    assert hands.at == f"record1/{goes_to}"
    hands.press("Ctrl+Z")
    assert (hands.at, written(hands)) == (f"record1/{at}", DEEP)


def test_a_key_that_moves_past_an_end_says_so(working) -> None:
    hands = working(DEEP)
    hands.tab_to("record1/name/namePart")
    menu_words = {"Move up", "Move down", "Duplicate", "Remove"}
    for key, side, offered in (("Alt+Up", "above", "Move down"), ("Alt+Down", "below", "Move up")):
        hands.press(key)
        assert f"of its kind {side} it" in hands.window.status.file.text()
        assert written(hands) == DEEP
        hands.press("Ctrl+M")
        keys = {a.text(): a.shortcut().toString() for a in hands.window.desk.form._menu.actions()}
        assert menu_words & set(keys) == {offered, "Duplicate", "Remove"}
        assert all(keys[word] for word in menu_words & set(keys))
        hands.press("Escape")
        hands.tab_to("record1/name/namePart[2]")


def test_a_card_that_moves_keeps_the_focus_in_its_field(working) -> None:
    data = DEEP.replace(
        b"</name>", b'</name><name type="personal"><namePart>Anna</namePart></name>'
    )
    hands = working(data)
    hands.tab_to("record1/name/role/roleTerm")
    hands.press("Alt+Down")
    assert hands.at == "record1/name[2]/role/roleTerm"
    hands.press("Alt+Up")
    assert (written(hands), hands.at) == (data, "record1/name/role/roleTerm")


THREE = collection(
    b"".join(
        b'<name type="personal"><namePart>%s</namePart><role><roleTerm>%s</roleTerm></role></name>'
        % (who, what)
        for who, what in ((b"Anna", b"author"), (b"Berdi", b"editor"), (b"Cholpon", b"translator"))
    )
)


@pytest.mark.parametrize("field", ["namePart", "role/roleTerm"])
@pytest.mark.parametrize(
    ("key", "was", "now"),
    [("Alt+Down", 1, 2), ("Alt+Down", 2, 3), ("Alt+Up", 3, 2), ("Alt+Up", 2, 1)],
)
def test_a_move_taken_back_or_done_again_takes_the_focus_along(
    working, key, was, now, field
) -> None:
    hands = working(THREE)
    hands.tab_to(_name(was, field))
    hands.press(key)
    moved = written(hands)
    for keys, place, data in (("Ctrl+Z", was, THREE), ("Ctrl+Y", now, moved)) * 2:
        hands.press(keys)
        assert (hands.at, written(hands)) == (_name(place, field), data)


def test_a_move_taken_back_from_elsewhere_puts_the_focus_on_what_was_moved(working) -> None:
    hands = working(THREE)
    hands.tab_to(_name(1, "role/roleTerm"))
    hands.press("Alt+Down", "Alt+Down")
    hands.tab_to(_name(1, "namePart"))
    hands.press("Ctrl+Z")
    assert hands.at == _name(2, "namePart")
    hands.press("Ctrl+Z")
    assert (hands.at, written(hands)) == (_name(1, "namePart"), THREE)


def _name(number: int, field: str) -> str:
    return f"record1/name[{number}]/{field}" if number > 1 else f"record1/name/{field}"


def test_the_menu_of_what_is_around_a_field_is_reached_by_keys(working) -> None:
    hands = working(DEEP)
    window = hands.window
    window.services.settings.keep("shortcuts/duplicate", "Ctrl+Alt+D")
    apply_keys(window.actions_by_id, window.services.settings)
    hands.tab_to(f"{SERIES}/subTitle")
    hands.press("Ctrl+M")
    menu = QApplication.activePopupWidget()
    keys = {a.text(): a.shortcut().toString() for a in menu.actions()}
    assert (keys["Duplicate"], keys["Remove"], keys["Show attributes"]) == ("", "", "Ctrl+Shift+A")
    assert not {"Move up", "Move down"} & set(keys)
    inner = {a.text(): a.menu() for a in menu.actions() if a.menu()}
    series = next(one for words, one in inner.items() if "Series" in words)
    said = {a.text(): a.shortcut().toString() for a in series.actions()}
    assert (said["Duplicate"], said["Remove"]) == ("Ctrl+Alt+D", "Ctrl+Del")
    hands.press(*["Up"] * (1 + list(inner).index(next(w for w in inner if "Series" in w))))
    while menu.activeAction().menu() is not series:
        hands.press("Up")
    hands.press("Right")
    hands.choose("Remove")
    assert b"series" not in written(hands)
    hands.press("Ctrl+Z")
    assert written(hands) == DEEP


def test_in_a_card_of_one_field_the_menu_and_the_keys_mean_the_card(working) -> None:
    hands = working(DEEP)
    hands.tab_to("record1/titleInfo/title")
    hands.press("Ctrl+M")
    actions = QApplication.activePopupWidget().actions()
    keys = {a.text(): a.shortcut().toString() for a in actions}
    assert (keys["Duplicate"], keys["Remove"]) == ("Ctrl+D", "Ctrl+Del")
    hands.choose("Duplicate")
    assert (written(hands).count(b"<titleInfo><title>One<"), hands.at) == (
        2,
        "record1/titleInfo[2]/title",
    )
    hands.press("Ctrl+M")
    hands.choose("Remove")
    assert written(hands) == DEEP


def test_changed_keys_are_said_where_the_form_says_keys(working) -> None:
    hands = working(DEEP)
    window, form = hands.window, hands.window.desk.form
    hands.tab_to("record1/titleInfo/title")
    buttons = form.column.buttons
    assert form.adder.text().endswith("Ctrl+K")
    assert {b.toolTip() for b in buttons.findChildren(QToolButton)} >= {"Duplicate (Ctrl+D)"}
    for name, keys in (("add_field", "F6"), ("duplicate", "F9")):
        window.services.settings.keep(f"shortcuts/{name}", keys)
    apply_keys(window.actions_by_id, window.services.settings)
    assert form.adder.text().endswith("F6")
    assert {b.toolTip() for b in buttons.findChildren(QToolButton)} >= {"Duplicate (F9)"}


def test_after_a_save_the_last_record_is_still_the_one_before(qtbot: QtBot, working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/name/namePart")
    hands.press("End")
    hands.type("ov")
    hands.press("Ctrl+S")
    session = hands.window.session
    qtbot.waitUntil(session.undo_stack.isClean)
    saved = written(hands)
    hands.press("Ctrl+Shift+L")
    assert written(hands) == saved.replace(b"Bekov", b"Aliev")
    hands.press("Ctrl+Z")
    assert written(hands) == saved


@pytest.mark.parametrize("before", [b"<titleInfo>", b"<name", b"<genre", b"</mods>"])
@pytest.mark.parametrize("comment", [b"<!-- to check -->\n", b"\n<!-- a -->", b"<?x y?>", b"\n\n"])
def test_undo_of_a_comment_leaves_the_focus_where_it_is(
    qtbot: QtBot, working, before, comment
) -> None:
    data = DEEP.replace(b"</mods>", b"  <genre></genre>\n</mods>")
    hands = working(data)
    hands.window.desk.go_xml()
    pane = hands.window.desk.pane("xml")
    at = data.index(before)
    qtbot.waitUntil(lambda: pane.root is not None)
    start = data.index(pane.text.spelled.text.encode())
    cursor = pane.text.textCursor()
    cursor.setPosition(at - start)
    pane.text.setTextCursor(cursor)
    QApplication.clipboard().setText(comment.decode())
    hands.press("Ctrl+4", "Ctrl+V")
    pane.take()
    noted = data[:at] + comment + data[at:]
    assert written(hands) == noted
    hands.press("Ctrl+2")
    hands.tab_to("record1/name/namePart[2]")
    for key, bytes_then in (("Ctrl+Z", data), ("Ctrl+Y", noted), ("Ctrl+Z", data)):
        hands.press(key)
        assert (written(hands), hands.at) == (bytes_then, "record1/name/namePart[2]")


def test_a_name_part_that_is_asked_for_is_one_more_of_the_organisation_in_focus(working) -> None:
    hands = working(DEEP)
    hands.tab_to("record1/name/role/roleTerm")
    hands.add("namePart")
    hands.type("Library")
    hands.press("Tab")
    part = b"<namePart>Institute</namePart>"
    wanted = DEEP.replace(part, part + b"<namePart>Library</namePart>")
    assert written(hands) == wanted
    hands.press("Ctrl+Z")
    assert written(hands) == DEEP

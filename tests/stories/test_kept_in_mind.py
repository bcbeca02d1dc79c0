"""What the form keeps in mind: what is unfolded, values met before; and copies of records."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from catalog_app.document.document import open_document
from catalog_app.session.met_here import MetHere
from catalog_app.ui.turns import Background
from tests.stories.hands import Hands
from tests.stories.test_at_work import working, written
from tests.stories.test_by_hand import collection
from tests.ui.shell.conftest import RECORD, Open

__all__ = ["working"]

LIST = collection(
    b'<note type="a">One</note><originInfo><publisher>Fan</publisher></originInfo>',
    b'<note type="b">Two</note><originInfo><place><placeTerm>Baku</placeTerm></place></originInfo>',
)


def test_what_is_unfolded_stays_so_record_by_record_and_by_kind(
    opened: Open, tmp_path: Path
) -> None:
    file = tmp_path / "list.xml"
    file.write_bytes(LIST)
    window = opened(file)
    hands = Hands(window)
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    hands.press("Ctrl+Shift+A")
    hands.tab_to("record1/note/@type")
    hands.press("Ctrl+PgDown", "Ctrl+2")
    hands.tab_to("record2/note/@type")
    hands.tab_to("record2/note")
    hands.press("Ctrl+Shift+A")
    QApplication.processEvents()
    inputs = window.desk.form.findChildren(QWidget, "record2/note/@type")
    assert not any(one.isVisible() for one in inputs)
    hands.press("Ctrl+PgUp", "Ctrl+2")
    hands.tab_to("record1/note/@type")
    hands.tab_to("record1/note")
    hands.press("Ctrl+Shift+A", "Ctrl+Shift+A")
    again = opened(file)
    hands = Hands(again)
    hands.press("Ctrl+2")
    hands.tab_to("record1/note/@type")
    assert written(hands) == LIST


def test_a_copy_of_a_record_alone_in_its_file_is_a_new_document(hands_on: Hands) -> None:
    hands = hands_on
    old = hands.window.session
    hands.press("Ctrl+2")
    hands.press("Ctrl+Shift+D")
    new = hands.window.session
    assert new is not old
    assert new.path is None
    assert not new.clean
    assert hands.at == "record1/titleInfo/title"
    assert b"A house by the sea" in written(hands)
    hands.press("End")
    hands.type("!")
    assert b"sea!" in written(hands)
    hands.press("Ctrl+Z")
    assert b"sea<" in written(hands)
    assert b"".join(old.document.chunks()) == RECORD


def test_a_kind_chosen_for_an_empty_record_asks_for_one_title(hands: Hands) -> None:
    hands.press("Ctrl+N")
    before = written(hands)
    hands.press("Ctrl+T")
    hands.choose("Article in a journal")
    cards = [v.card for v in hands.window.desk.form.column.views]
    assert [c.address.name for c in cards].count("titleInfo") == 1
    assert hands.at == "record1/titleInfo/title"
    hands.window.session.undo_stack.setIndex(0)
    assert written(hands) == before


def offered(hands: Hands) -> list[str]:
    """What the list below the field in focus offers."""
    lists = [one for one in hands.window.findChildren(QListWidget) if one.isVisible()]
    return [one.item(row).text() for one in lists for row in range(one.count())]


def test_values_of_other_records_of_the_file_are_offered(qtbot: QtBot, working) -> None:
    hands = working(LIST)
    reading = hands.window.desk.form
    qtbot.waitUntil(lambda: not reading.findChildren(Background))
    hands.press("Ctrl+PgDown", "Ctrl+2")
    hands.add("publisher")
    hands.type("fa")
    assert offered(hands) == ["Fan"]
    hands.press("Down", "Return")
    assert written(hands).count(b"<publisher>Fan</publisher>") == 2
    hands.window.session.undo_stack.setIndex(0)
    assert written(hands) == LIST


def test_a_value_that_was_typed_is_offered_in_the_next_record_at_once(
    qtbot: QtBot, working
) -> None:
    hands = working(LIST)
    qtbot.waitUntil(lambda: not hands.window.desk.form.findChildren(Background))
    hands.tab_to("record1/originInfo/publisher")
    hands.press("Ctrl+A")
    hands.type("Sharq & Co")
    hands.press("Ctrl+PgDown", "Ctrl+2")
    form = hands.window.desk.form
    qtbot.waitUntil(lambda: not form._read_later.isActive() and not form.findChildren(Background))
    hands.add("publisher")
    hands.type("sh")
    assert offered(hands) == ["Sharq & Co"]
    hands.press("Escape", "Backspace", "Backspace")
    hands.type("fa")
    assert offered(hands) == []


def test_a_save_notes_the_values_of_every_record_that_was_changed(qtbot: QtBot, working) -> None:
    hands = working(LIST)
    remembered = hands.window.services.remembered
    hands.tab_to("record1/originInfo/publisher")
    hands.press("End")
    hands.type("tasy")
    hands.press("Ctrl+PgDown", "Ctrl+2")
    hands.tab_to("record2/originInfo/place/placeTerm")
    hands.press("Ctrl+S")
    qtbot.waitUntil(lambda: hands.window.session.undo_stack.isClean())
    known = dict(remembered.kinds())
    assert known["originInfo/publisher|"] == ["Fantasy"]
    assert known["place/placeTerm|"] == ["Baku"]


def test_one_remembered_value_is_taken_out_of_the_list_by_a_key(
    qtbot: QtBot, hands_on: Hands
) -> None:
    hands = hands_on
    remembered = hands.window.services.remembered
    other = open_document(LIST.replace(b"Fan", b"Fam"))
    remembered.note(other, "record1")
    hands.press("Ctrl+2")
    hands.add("publisher")
    hands.type("fa")
    assert offered(hands) == ["Fam"]
    hands.press("Down", "Delete")
    assert offered(hands) == []
    assert "originInfo/publisher|" not in dict(remembered.kinds())
    hands.type("m")
    assert b"<publisher>fam</publisher>" in written(hands)
    hands.press("Ctrl+Z")
    assert written(hands) == RECORD


def test_the_remembered_values_are_looked_through_and_some_removed(hands_on: Hands) -> None:
    hands = hands_on
    remembered = hands.window.services.remembered
    remembered.note(open_document(LIST), "record1", "record2")
    before = dict(remembered.kinds())
    hands.press("Alt+T")
    hands.choose("Values met before…")
    dialog = hands.window.tools.shown
    said = [dialog.list.topLevelItem(n).text(0) for n in range(dialog.list.topLevelItemCount())]
    assert any(one.endswith("› Publisher") for one in said), said
    hands.press("Home", "Down", "Delete")
    assert dict(remembered.kinds()) != before
    hands.press("Ctrl+Z")
    assert dict(remembered.kinds()) == before
    dialog.remove_all.click()
    assert dict(remembered.kinds()) == {}
    hands.press("Ctrl+Z")
    assert dict(remembered.kinds()) == before
    hands.press("Escape")
    assert written(hands) == RECORD


def test_ten_thousand_records_are_looked_through_in_short_turns() -> None:
    one = LIST.partition(b"<mods ")[2].partition(b"</mods>")[0]
    many = collection(*[b"<note>%d</note>" % n + one.partition(b">")[2] for n in range(10_000)])
    document = open_document(many)
    document.records()  # the outline has found them before
    here = MetHere(document)
    turns = sum(1 for _ in here.reading())
    assert turns > 500
    assert [o.code for o in here.search(("originInfo", "publisher", ""), "f", 5)] == ["Fan"]
    assert len(here.search(("note", ""), "99", 5)) == 5

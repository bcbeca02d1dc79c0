"""What the form keeps in mind: what is unfolded, values met before; and copies of records."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

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

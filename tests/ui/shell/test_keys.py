"""A key that the user set is named wherever the old one was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from catalog_app.ui.action_table import ACTIONS
from catalog_app.ui.actions import keys_of
from catalog_app.ui.form.editors.oneline import OneLine
from catalog_app.ui.form.editors.text import Area
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.xml.editor import XmlEditor
from tests.stories.hands import Hands
from tests.stories.test_questions import NAMED
from tests.ui.shell.conftest import Open

CHANGED = {
    "add_field": ("Ctrl+K", "Ctrl+Alt+I"),
    "fix": ("Ctrl+.", "Ctrl+Alt+M"),
    "duplicate": ("Ctrl+D", "Ctrl+Alt+U"),
    "remove": ("Ctrl+Del", "Ctrl+Alt+R"),
    "move_up": ("Alt+Up", "Ctrl+Alt+P"),
    "show_missing": ("Shift+F7", "Ctrl+Alt+F"),
}


@pytest.fixture
def window(opened: Open, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window with a record that has a notice under a field."""
    path = tmp_path / "named.xml"
    path.write_bytes(NAMED)
    made = opened(path)
    qtbot.waitUntil(lambda: bool(made.desk.form.findChildren(Notice)))
    return made


def rekey(window: MainWindow, action: str, key: str) -> None:
    """Set a key in the list of keys, by its own field and button."""
    window.tools.show_shortcuts()
    box = window.tools.shown
    box.choose(action)
    box.keys.setKeySequence(key)
    (box.take if key else box.without).click()
    box.close()


def named(window: MainWindow) -> str:
    """All that is written on the form or said by a tooltip of it."""
    said = []
    for widget in window.desk.findChildren(QWidget):
        said.append(widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
    return "\n".join(said)


def test_keys_that_were_changed_are_named_on_buttons_and_in_notices(window: MainWindow) -> None:
    before = named(window)
    for old, _ in CHANGED.values():
        assert re.search(rf"(?<!\+){re.escape(old)}(?!\w)", before), old
    for action, (_, new) in CHANGED.items():
        rekey(window, action, new)
    after = named(window)
    for old, new in CHANGED.values():
        assert new in after
        assert not re.search(rf"(?<!\+){re.escape(old)}(?![\w+])", after), old


def test_a_new_form_and_a_new_notice_name_them_too(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for action, (_, new) in CHANGED.items():
        rekey(window, action, new)
    other = tmp_path / "other.xml"
    other.write_bytes(NAMED)
    window.opener.open_files([other])
    qtbot.waitUntil(lambda: bool(window.desk.form.findChildren(Notice)))
    assert window.session.path == other
    assert all(new in named(window) for _, new in CHANGED.values())


def test_a_key_that_is_taken_away_is_named_no_more(window: MainWindow) -> None:
    rekey(window, "add_field", "")
    assert window.desk.form.adder.text() == "Add a field…"


#: What is done to the card in focus is nothing in the XML: there a text's own keys are as usual.
ONLY_IN_FORM = ("duplicate", "move_up", "move_down", "remove", "same_as_last")


@pytest.mark.parametrize("kind", [OneLine, Area, XmlEditor])
def test_no_text_field_keeps_a_key_of_an_action_for_itself(
    kind: type[OneLine | Area | XmlEditor], window: MainWindow
) -> None:
    """What a text field claims by itself is another on each system: Ctrl+E, Ctrl+K on Linux."""
    rekey(window, "edit_xml", "Ctrl+End")  # claimed by all, everywhere
    field = kind(window)
    for spec in ACTIONS:
        for keys in keys_of(spec, window.services.settings):
            pressed = keys[0]
            event = QKeyEvent(
                QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers()
            )
            event.ignore()
            QApplication.sendEvent(field, event)
            own = kind is XmlEditor and spec.id in ONLY_IN_FORM
            assert event.isAccepted() is own, keys.toString()


def test_a_key_that_a_text_field_has_too_does_what_the_user_set_it_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    rekey(window, "edit_xml", "Ctrl+End")
    window.desk.go_form()
    window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), OneLine))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), XmlEditor))


def test_what_is_sought_is_chosen_so_that_no_hidden_action_gets_the_key(
    window: MainWindow,
) -> None:
    window.tools.show_shortcuts()
    box = window.tools.shown
    box.search.setText("missing field")
    box.keys.setKeySequence("Ctrl+U")
    box.take.click()
    actions = window.actions_by_id
    assert actions["next_missing"].shortcut().toString() == "Ctrl+U"
    assert actions["new"].shortcut().toString() == "Ctrl+N"
    box.search.setText("no such action")
    box.without.click()
    assert actions["next_missing"].shortcut().toString() == "Ctrl+U"


def test_a_key_that_an_action_gets_back_is_no_other_action_s_any_more(
    window: MainWindow,
) -> None:
    rekey(window, "save", "Ctrl+D")
    actions = window.actions_by_id
    assert not actions["duplicate"].shortcuts()
    window.tools.show_shortcuts()
    box = window.tools.shown
    box.choose("duplicate")
    box.default.click()
    box.close()
    assert [key.toString() for key in actions["duplicate"].shortcuts()] == ["Ctrl+D"]
    assert not actions["save"].shortcuts()


def test_in_the_field_for_a_key_esc_gives_up_and_enter_keeps(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.tools.show_shortcuts()
    box, control = window.tools.shown, Qt.KeyboardModifier.ControlModifier
    box.choose("duplicate")
    box.keys.setFocus()
    qtbot.keyClick(box.keys, Qt.Key.Key_J, control)
    qtbot.keyClick(box.keys, Qt.Key.Key_Escape)
    assert box.isVisible()
    assert box.keys.keySequence().toString() == "Ctrl+D"
    assert box.focusWidget() is box.list
    box.keys.setFocus()
    qtbot.keyClick(box.keys, Qt.Key.Key_J, control)
    qtbot.keyClick(box.keys, Qt.Key.Key_Return)
    assert window.actions_by_id["duplicate"].shortcut().toString() == "Ctrl+J"
    qtbot.keyClick(box.list, Qt.Key.Key_Escape)
    assert not box.isVisible()


@pytest.mark.parametrize("pane", ["outline", "article", "xml", "help", "problems", "history"])
def test_what_is_done_to_the_card_in_focus_is_done_nowhere_else(
    window: MainWindow, pane: str
) -> None:
    hands, session = Hands(window), window.session
    hands.tab_to("record1/name/namePart")
    window.actions_by_id["help" if pane == "help" else f"go_{pane}"].trigger()
    before = session.document.text
    for key in ("Ctrl+Delete", "Alt+Up", "Alt+Down", "Ctrl+Shift+L", "Ctrl+D"):
        if (pane, key) != ("outline", "Ctrl+D"):  # which copies the record
            hands.press(key)
            assert session.document.text == before, key


def test_in_the_xml_ctrl_delete_deletes_a_word(window: MainWindow) -> None:
    hands = Hands(window)
    hands.press("Ctrl+4")
    shown = hands.focus
    assert isinstance(shown, XmlEditor)
    assert shown.find("Anna")
    cursor = shown.textCursor()
    cursor.setPosition(cursor.selectionStart())
    shown.setTextCursor(cursor)
    hands.press("Ctrl+Delete")
    assert "Karimova, </namePart>" in shown.toPlainText()


def test_by_the_menu_too_it_is_the_card_of_the_form_in_focus(window: MainWindow) -> None:
    hands, before = Hands(window), window.session.document.text
    hands.press("Ctrl+4", "Alt+R")
    hands.choose("Remove")
    assert window.session.document.text == before
    hands.tab_to("record1/name/namePart")
    hands.press("Alt+R")
    hands.choose("Remove")
    assert b"namePart" not in window.session.document.text


def test_a_menu_says_with_a_tick_what_is_in_force(window: MainWindow) -> None:
    actions = window.actions_by_id
    switched = [spec.id for spec in ACTIONS if spec.checkable]
    assert {"pane_outline", "dark", "language_ru"} <= set(switched)
    assert not any(actions[name].isIconVisibleInMenu() for name in switched)
    assert actions["pane_outline"].isChecked()

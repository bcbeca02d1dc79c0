"""Ctrl+Shift+P: what is typed in full stands first, and the keys can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from catalog_app.session.settings import settings_at
from catalog_app.ui.commands_palette import CommandsPalette
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open


def palette(hands: Hands) -> CommandsPalette:
    hands.press("Ctrl+Shift+P")
    shown = hands.window.tools.shown
    assert isinstance(shown, CommandsPalette)
    return shown


def rows(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    found = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item for item in found if not item.isHidden()]


@pytest.fixture(params=["en", "ru"])
def spoken(request: pytest.FixtureRequest, opened: Open, record: Path, tmp_path: Path) -> Hands:
    """Hands in a window with a record, in a language."""
    settings_at(tmp_path / "settings.ini").keep("view/language", request.param)
    return Hands(opened(record))


def test_the_full_name_of_every_action_typed_stands_first(spoken: Hands) -> None:
    shown = palette(spoken)
    names = [item.text(0) for item in rows(shown.list)]
    assert len(names) > 100
    for name in names:
        for typed in (name, name.rstrip("…").upper()):
            shown.search.setText(typed)
            first = rows(shown.list)[0]
            assert first.text(0) == name, typed
            assert shown.list.currentItem() is (None if first.isDisabled() else first), typed


def test_a_beginning_stands_before_a_word_and_a_word_before_the_rest(spoken: Hands) -> None:
    shown = palette(spoken)
    for name in [item.text(0) for item in rows(shown.list)]:
        shown.search.setText(name[: len(name) // 2 + 1].strip())
        typed = shown.search.text().casefold().replace("ё", "е").rstrip("…").strip()
        begin = [
            item.text(0).casefold().replace("ё", "е").startswith(typed) for item in rows(shown.list)
        ]
        assert begin == sorted(begin, reverse=True), typed


def test_in_another_language_an_action_is_found_by_its_english_name_too(spoken: Hands) -> None:
    shown = palette(spoken)
    shown.search.setText("duplicate the record")
    wanted = spoken.window.actions_by_id["duplicate_record"].text().replace("&", "")
    assert wanted in [item.text(0) for item in rows(shown.list)]


def test_by_keys_what_is_typed_in_full_is_done(hands: Hands) -> None:
    hands.press("Ctrl+Shift+P")
    hands.type("to the changes")
    hands.press("Return")
    assert hands.window.desk.below.currentIndex() == 2
    assert hands.window.session.undo_stack.isClean()
    hands.press("Ctrl+2", "Ctrl+Shift+P")
    hands.type("undo")
    hands.press("Escape")
    hands.type("x")
    hands.press("Ctrl+Shift+P")
    hands.type("Undo")
    hands.press("Return")
    assert hands.window.desk.undo_stack.index() == 0


def test_enter_does_nothing_else_where_what_is_named_cannot_be_done(hands: Hands) -> None:
    before = hands.window.session.document.version
    hands.press("Ctrl+Shift+P")
    hands.type("undo")
    hands.press("Return")
    assert hands.window.tools.shown.isVisible()
    hands.press("Escape")
    assert hands.window.session.document.version == before


@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_the_keys_are_whole_in_a_small_window(spoken: Hands, scale: float) -> None:
    spoken.window.resize(1024, 700)
    spoken.window.services.theme.set_scale(scale)
    shown = palette(spoken)
    metrics = QFontMetrics(shown.list.font())
    for item in rows(shown.list):
        cell = shown.list.visualItemRect(item)
        room = shown.list.viewport().width() - shown.list.columnViewportPosition(2)
        assert metrics.horizontalAdvance(item.text(2)) + 6 <= room, (item.text(2), cell)
    assert shown.width() <= spoken.window.width()


@pytest.fixture
def hands(opened: Open, record: Path) -> Hands:
    """Hands in a window with a record."""
    return Hands(opened(record))


def test_a_character_asked_for_here_goes_into_the_field_that_was_left(hands: Hands) -> None:
    hands.type("x")
    field = hands.window.focusWidget()
    before = field.text()
    # As under a window manager, where the list of actions keeps the focus for some time longer.
    other = QWidget()
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other, 60_000)
    hands.window.desk.form.show_characters()
    shown = hands.window.desk.form._palette
    shown._search.setText("ң")
    shown._on_search_key(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    )
    other.close()
    assert sorted(field.text()) == sorted(before + "ң")

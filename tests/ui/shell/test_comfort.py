"""What is remembered, how the window looks, and every action by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
from pytestqt.qtbot import QtBot

from catalog_app.document.address import parse_address
from catalog_app.ui import actions as table
from catalog_app.ui.bars import Notice
from catalog_app.ui.main_window import MainWindow
from tests.stories.hands import Hands
from tests.ui.shell.conftest import RECORD, Open, close, edit_title, field, offer, press

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_every_action_is_in_a_menu_has_a_tooltip_and_something_to_do(window: MainWindow) -> None:
    listed = {action for menu in window.menus.values() for action in menu.actions()}
    for spec in table.ACTIONS:
        action = window.actions_by_id[spec.id]
        assert action in listed, spec.id
        assert len(action.toolTip()) > 10, spec.id
        who, _, method = spec.calls.partition(".")
        assert callable(getattr(window.called(who), method)), spec.id


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = [
        key.toString() for action in window.actions_by_id.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "Ctrl+Alt" in key]


def test_the_palette_finds_an_action_and_does_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    palette = window.tools.shown
    qtbot.keyClicks(palette.search, "dark text lig")
    assert palette.list.currentItem().text(0) == "Light"
    palette.search.clear()
    qtbot.keyClicks(palette.search, "empty record tab")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.tabs.count() == 2)


def test_the_arrows_move_through_the_palette(qtbot: QtBot, window: MainWindow) -> None:
    window.tools.show_palette()
    palette = window.tools.shown
    first = palette.list.currentItem().text(0)
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentItem().text(0) != first
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_a_key_is_changed_taken_from_another_action_and_kept(
    qtbot: QtBot, opened: Open, record: Path
) -> None:
    window = opened(record)
    window.tools.show_shortcuts()
    dialog = window.tools.shown
    dialog.choose("report")
    dialog.keys.setKeySequence(QKeySequence("Ctrl+D"))
    assert "Duplicate" in dialog.hint.text()
    dialog.take.click()
    assert window.actions_by_id["report"].shortcut() == QKeySequence("Ctrl+D")
    assert window.actions_by_id["duplicate"].shortcut().isEmpty()
    close(window)
    again = opened(record)
    assert again.actions_by_id["report"].shortcut() == QKeySequence("Ctrl+D")
    again.tools.show_shortcuts()
    again.tools.shown.choose("report")
    again.tools.shown.default.click()
    assert again.actions_by_id["report"].shortcut().isEmpty()


def test_that_no_action_is_called_so_is_said_where_keys_are_changed(window: MainWindow) -> None:
    window.tools.show_shortcuts()
    dialog = window.tools.shown
    dialog.search.setText("nothing like it")
    assert "nothing like it" in dialog.hint.text()
    assert not dialog.take.isEnabled()
    dialog.search.setText("split into")
    assert not dialog.hint.text().strip()
    assert dialog.take.isEnabled()
    dialog.reject()


def test_the_text_grows_and_shrinks_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    size = window.font().pixelSize()
    qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    qtbot.waitUntil(lambda: window.font().pixelSize() > size)
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    qtbot.waitUntil(lambda: window.font().pixelSize() == size)


def test_the_colours_change_and_are_remembered(opened: Open, record: Path, qtbot: QtBot) -> None:
    window = opened(record)
    ground = window.palette().window().color().lightness()
    window.actions_by_id["dark"].trigger()
    qtbot.waitUntil(lambda: window.palette().window().color().lightness() < ground)
    assert window.services.settings.text("view/scheme") == "dark"


def test_the_sign_of_a_message_follows_the_colours_and_the_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    theme, bar = window.services.theme, window.bar
    bar.tell(Notice("one", "Something"))

    def strongest() -> int:
        image = bar._sign.pixmap().toImage()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return max(image.pixelColor(*spot).lightness() for spot in spots)

    window.actions_by_id["light"].trigger()
    qtbot.waitUntil(lambda: strongest() < 128, timeout=60_000)
    window.actions_by_id["dark"].trigger()
    qtbot.waitUntil(lambda: strongest() > 128, timeout=60_000)
    small = bar._sign.pixmap().width()
    theme.set_scale(2.0)
    qtbot.waitUntil(lambda: bar._sign.pixmap().width() > 1.5 * small, timeout=60_000)
    theme.set_scale(1.0)
    qtbot.waitUntil(lambda: bar._sign.pixmap().width() == small, timeout=60_000)


def test_the_buttons_of_all_tabs_grow_with_the_text(qtbot: QtBot, window: MainWindow) -> None:
    window.opener.new_record()
    bar = window.tabs.tabBar()
    side = QTabBar.ButtonPosition.RightSide
    small = bar.tabButton(0, side).width()
    window.services.theme.set_scale(2.0)
    qtbot.waitUntil(lambda: bar.tabButton(0, side).width() > 1.3 * small, timeout=60_000)
    window.opener.new_record()
    assert bar.tabButton(0, side).size() == bar.tabButton(2, side).size()
    window.services.theme.set_scale(1.0)


def test_hidden_panes_widths_and_the_tab_in_front_are_remembered(
    opened: Open, record: Path
) -> None:
    window = opened(record)
    window.actions_by_id["pane_outline"].trigger()
    window.desk.go_history()
    window.resize(1024, 700)
    close(window)
    again = opened(record)
    assert not again.desk.outline.isVisible()
    assert again.desk.below.currentWidget().isAncestorOf(again.desk.pane("history"))
    assert again.height() == 700
    again.actions_by_id["pane_outline"].trigger()
    assert again.desk.outline.isVisible()


def test_the_tab_bar_is_hidden_while_one_document_is_open(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.tabs.tabBar().isVisible()
    window.opener.new_record()
    assert window.tabs.tabBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Tab, CONTROL)
    assert window.session.path is not None
    edit_title(qtbot, window, "Mine")
    assert window.tabs.tabText(0).endswith("•")


def test_a_field_is_as_in_the_record_of_the_document_that_was_in_front_before(
    window: MainWindow,
) -> None:
    hands = Hands(window)
    hands.press("Ctrl+Shift+L")
    assert "No other record was shown" in window.desk.bar.text
    was = window.session.document.element(parse_address("record1/titleInfo/title")).value
    hands.press("Ctrl+N")
    hands.add("title")
    hands.press("Ctrl+Shift+L")
    title = window.session.document.element(parse_address("record1/titleInfo/title"))
    assert title.value == was


def test_a_closed_document_gives_the_focus_back_to_where_it_was_in_the_next(
    qtbot: QtBot, window: MainWindow
) -> None:
    field(window, "record1/titleInfo/title").setFocus()
    where = QApplication.focusWidget().objectName()
    window.opener.new_record()
    qtbot.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert window.tabs.count() == 1
    assert QApplication.focusWidget().objectName() == where


def test_a_middle_click_closes_a_tab(qtbot: QtBot, window: MainWindow) -> None:
    window.opener.new_record()
    bar = window.tabs.tabBar()
    spot = bar.tabRect(1).center()
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=spot)
    assert window.tabs.count() == 1


def test_the_window_fits_a_small_screen_and_works_at_twice_the_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1024, 700)
    assert (window.width(), window.height()) == (1024, 700)
    window.services.theme.set_scale(2.0)
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 700
    window.services.theme.set_scale(1.0)


def test_after_large_text_the_panes_below_are_as_high_as_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1024, 700)
    theme, panes = window.services.theme, window.desk.room
    before = panes.sizes()
    assert before[1] > 100
    for scale in (1.3, 1.6, 2.0):
        theme.set_scale(scale)
    window.desk.go_problems()
    theme.set_scale(1.0)
    qtbot.waitUntil(lambda: abs(panes.sizes()[1] - before[1]) <= 2, timeout=60_000)


def test_every_input_has_an_accessible_name(window: MainWindow) -> None:
    window.tools.show_shortcuts()
    inputs = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for kind in inputs
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert not nameless


@pytest.mark.qt_no_exception_capture
def test_an_exception_anywhere_is_told_once_with_a_report_and_the_work_goes_on(
    qtbot: QtBot, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise RuntimeError("a bug")

    with qtbot.waitSignal(window.services.faults.happened):
        for _ in range(3):
            QTimer.singleShot(0, broken)
    qtbot.waitUntil(lambda: [fault.count for fault in window.services.faults.all] == [3])
    assert capsys.readouterr().err.count("RuntimeError: a bug") == 1
    assert "a bug" in window.bar.text
    assert "RuntimeError: a bug" in window.services.faults.log_file.read_text("utf-8")
    offer(window.bar, "Show the report")
    window.tools.shown.copy.click()
    assert "RuntimeError: a bug" in QGuiApplication.clipboard().text()
    window.tools.shown.close()
    edit_title(qtbot, window, "Mine")
    assert b"Mine" in window.session.document.text


def test_a_document_lost_in_a_crash_is_offered_and_recovered(
    qtbot: QtBot, opened: Open, record: Path
) -> None:
    window = opened(record)
    edit_title(qtbot, window, "Half done")
    window.services.recovery.write_now(window.session)
    crash(window)
    again = opened()
    again.leftovers.offer()
    assert "record.xml was being edited" in again.bar.text
    offer(again.bar, "Recover")
    assert again.session.path == record
    assert again.isWindowModified()
    assert field(again, "record1/titleInfo/title").text() == "Half done"
    qtbot.keyClick(again, Qt.Key.Key_S, CONTROL)
    assert record.read_bytes() == RECORD.replace(b"A house by the sea", b"Half done")
    assert again.services.recovery.left_behind() == []


def test_when_the_file_changed_since_the_crash_both_are_opened(
    qtbot: QtBot, opened: Open, record: Path
) -> None:
    window = opened(record)
    edit_title(qtbot, window, "Half done")
    window.services.recovery.write_now(window.session)
    crash(window)
    record.write_bytes(RECORD.replace(b"by the sea", b"of theirs"))
    again = opened()
    again.leftovers.offer()
    offer(again.bar, "Compare…")
    compared = again.leftovers._compared
    assert "Half done" in compared.view.toPlainText()
    compared.close()
    offer(again.bar, "Recover")
    assert [desk.session.path for desk in again.desks()] == [record, None]
    assert b"of theirs" in record.read_bytes()


def test_discarding_what_was_kept_asks_first(qtbot: QtBot, opened: Open, record: Path) -> None:
    window = opened(record)
    edit_title(qtbot, window, "Half done")
    window.services.recovery.write_now(window.session)
    crash(window)
    again = opened()
    again.leftovers.offer()
    offer(again.bar, "Discard…")
    press(again, "Keep it")
    assert len(again.services.recovery.left_behind()) == 1
    offer(again.bar, "Discard…")
    press(again, "Discard")
    assert again.services.recovery.left_behind() == []
    assert again.bar.current is None


def crash(window: MainWindow) -> None:
    """Let go of the documents as a killed process does: the lock dies, the folder stays."""
    for watch in window.services.recovery._watches.values():
        watch._lock.unlock()
    window.services.recovery._watches.clear()


def test_every_action_can_be_done_with_a_document_open(qtbot: QtBot, window: MainWindow) -> None:
    edit_title(qtbot, window, "Mine")
    waiting = {"quit", "close", "full_screen", "revert"}
    for spec in table.ACTIONS:
        if spec.id not in waiting:
            window.show_desk(window.desks()[0])
            window.actions_by_id[spec.id].trigger()
            for shown in window.findChildren(QDialog):
                shown.reject()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
    assert window.services.faults.all == ()
    window.actions_by_id["light"].trigger()
    window.actions_by_id["normal"].trigger()


def test_the_keys_that_text_fields_have_are_said_though_they_are_not_the_window_s(
    window: MainWindow,
) -> None:
    action = window.actions_by_id["copy"]
    assert action.text() == "&Copy\tCtrl+C"
    assert action.shortcut().isEmpty()
    window.tools.show_shortcuts()
    window.tools.shown.choose("copy")
    assert window.tools.shown.list.currentItem().text(1) == "Ctrl+C"
    window.tools.shown.keys.setKeySequence(QKeySequence("Ctrl+Shift+C"))
    window.tools.shown.take.click()
    assert action.text() == "&Copy"
    assert action.shortcut() == QKeySequence("Ctrl+Shift+C")

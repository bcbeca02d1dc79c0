"""Another language is spoken at once, over the same documents with all that is not saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from catalog_app.document.address import parse_address
from catalog_app.session.settings import settings_at
from catalog_app.ui.form.card import CardView
from catalog_app.ui.form.header import Elided
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.turns import Turns
from tests.ui.shell.conftest import Open, close, edit_title, field

EVERYTHING = Path(__file__).parents[2] / "scenes" / "everything.xml"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    path = tmp_path / "everything.xml"
    path.write_bytes(EVERYTHING.read_bytes())
    return path


def words(window: MainWindow) -> set[str]:
    """Every word that a window shows, offers or reads out."""
    found: set[str] = {window.windowTitle()}
    for menu in window.menus.values():
        found |= {menu.title()}
        for action in menu.actions():
            found |= {action.text(), action.toolTip()}
    for widget in window.findChildren(QWidget):
        if _is_of_a_card(widget) or widget.objectName().startswith("Scroll"):
            continue  # which cards are widgets depends on the time they had
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, (QAbstractButton, QLabel)) and not isinstance(widget, Elided):
            found.add(widget.text())
        elif isinstance(widget, (QLineEdit, QPlainTextEdit)):
            found.add(widget.placeholderText())
        elif isinstance(widget, QTabBar):
            found |= {widget.tabText(at) for at in range(widget.count())}
    found |= {field.label for card in window.desk.form._cards for field in card.fields}
    return {word for word in found if word}


def _is_of_a_card(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, CardView):
        widget = widget.parentWidget()
    return widget is not None


def speak_anew(qtbot: QtBot, window: MainWindow, language: str) -> None:
    """Choose a language, and wait until every open document is shown in it."""
    window.actions_by_id[f"language_{language}"].trigger()
    assert window.services.language == language
    qtbot.waitUntil(lambda: all(desk.services.language == language for desk in window.desks()))
    qtbot.waitUntil(lambda: not any(turns._waiting for turns in window.findChildren(Turns)))
    assert window.updatesEnabled()


def at_rest(qtbot: QtBot, window: MainWindow) -> None:
    """Every pane made, every job done, the first finding there."""
    for name in ("article", "xml", "help", "problems", "history", "changes"):
        window.desk.pane(name)
    qtbot.waitUntil(lambda: bool(window.desk.findings.items))
    qtbot.waitUntil(lambda: not window.services.jobs.running)
    window.session.go_to(parse_address("record1/titleInfo/title"))
    window.fill_start()
    window.status._over.stop()
    window.status.refresh()
    qtbot.wait(400)


def test_a_window_that_changed_its_language_says_what_one_begun_in_it_says(
    qtbot: QtBot, opened: Open, everything: Path, english: None
) -> None:
    window = opened(everything)
    at_rest(qtbot, window)
    first = words(window)
    speak_anew(qtbot, window, "ru")
    at_rest(qtbot, window)
    changed = words(window)
    speak_anew(qtbot, window, "en")
    at_rest(qtbot, window)
    again = words(window)
    window.services.settings.keep("view/language", "ru")
    size = window.size()
    close(window)
    begun = opened(everything)
    begun.resize(size)  # what is said follows the room: the offscreen display makes it smaller
    at_rest(qtbot, begun)
    meant = words(begun)
    assert any(word.startswith("&Файл") for word in meant)
    assert (changed - meant, meant - changed) == (set(), set())
    assert (again - first, first - again) == (set(), set())


def test_what_is_not_saved_and_its_history_outlive_the_change(
    qtbot: QtBot, opened: Open, record: Path, english: None
) -> None:
    window = opened(record)
    edit_title(qtbot, window, "Mine")
    session = window.session
    speak_anew(qtbot, window, "ru")
    assert window.session is session
    assert window.isWindowModified()
    assert field(window, "record1/titleInfo/title").text() == "Mine"
    assert window.actions_by_id["undo"].text().startswith("&Отменить — Изменение: ")
    assert "Edit" not in window.actions_by_id["undo"].text()
    window.actions_by_id["undo"].trigger()
    assert field(window, "record1/titleInfo/title").text() == "A house by the sea"
    window.actions_by_id["redo"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert b"Mine" in record.read_bytes()
    assert window.services.faults.all == ()


def test_a_draft_a_template_and_the_place_outlive_the_change(
    qtbot: QtBot, opened: Open, everything: Path, english: None
) -> None:
    window = opened(everything)
    template = next(t for t in window.services.templates("en") if t.id == "journal-article")
    window.desk.choose_template(template)
    window.session.go_to(parse_address("record1/abstract"))
    window.desk.go_xml()
    pane = window.desk.pane("xml")
    qtbot.waitUntil(lambda: "abstract" in pane.text.toPlainText())
    pane.text.setFocus()
    qtbot.keyClicks(pane.text, "<broken")
    qtbot.waitUntil(lambda: pane.has_draft)
    speak_anew(qtbot, window, "ru")
    qtbot.wait(50)
    assert window.desk.pane("xml").has_draft
    assert "<broken" in window.desk.pane("xml").text.toPlainText()
    assert window.desk.form.template.id == "journal-article"
    assert window.desk.form.template.title != template.title
    assert window.session.place == parse_address("record1/abstract")
    assert window.services.faults.all == ()


def test_every_open_document_and_the_one_in_front_stay(
    qtbot: QtBot, opened: Open, record: Path, everything: Path, english: None
) -> None:
    window = opened(record, everything)
    window.show_desk(window.desks()[0])
    sessions = [desk.session for desk in window.desks()]
    speak_anew(qtbot, window, "ru")
    assert [desk.session for desk in window.desks()] == sessions
    assert window.session is sessions[0]
    speak_anew(qtbot, window, "ru")
    assert [desk.session for desk in window.desks()] == sessions
    qtbot.wait(50)
    assert window.services.faults.all == ()


@pytest.mark.parametrize("gone", [False, True])
def test_what_another_program_did_to_the_file_is_said_again(
    qtbot: QtBot, opened: Open, record: Path, english: None, gone: bool
) -> None:
    window = opened(record)
    if gone:
        record.unlink()
    else:
        record.write_bytes(record.read_bytes().replace(b"sea", b"lake"))
    window.watching.look()
    assert "by another program" in window.desk.bar.text
    speak_anew(qtbot, window, "ru")
    assert "другая программа" in window.desk.bar.text.casefold()
    (offer, *_) = window.desk.bar.buttons
    offer.click()
    if gone:
        qtbot.waitUntil(record.exists)
    else:
        qtbot.waitUntil(lambda: field(window, "record1/titleInfo/title").text().endswith("lake"))
    assert window.services.faults.all == ()


def test_a_document_closed_meanwhile_is_not_waited_for(
    qtbot: QtBot, opened: Open, record: Path, everything: Path, english: None
) -> None:
    window = opened(record, everything)
    behind, front = window.desks()
    window.actions_by_id["language_ru"].trigger()
    assert not window.updatesEnabled()
    window.remove_desk(front)
    window.remove_desk(behind)
    qtbot.waitUntil(window.updatesEnabled)
    assert window.start.isVisible()
    assert window.services.faults.all == ()


def test_what_is_typed_while_the_window_changes_its_words_is_kept(
    qtbot: QtBot, opened: Open, record: Path, english: None
) -> None:
    window = opened(record)
    title = field(window, "record1/titleInfo/title")
    title.setFocus()
    title.selectAll()
    window.actions_by_id["language_ru"].trigger()
    for letter in "Mine":
        qtbot.keyClick(QApplication.focusWidget(), letter)
    speak_anew(qtbot, window, "ru")
    assert field(window, "record1/titleInfo/title").text() == "Mine"


def test_one_document_has_no_tab_in_another_language_either(
    qtbot: QtBot, opened: Open, record: Path
) -> None:
    window = opened(record)
    speak_anew(qtbot, window, "ru")
    assert not window.tabs.tabBar().isVisible()


def test_the_document_in_front_keeps_the_focus_in_another_language(
    qtbot: QtBot, opened: Open, record: Path
) -> None:
    window = opened(record)
    window.opener.new_record()
    window.tabs.setCurrentIndex(0)
    window.activateWindow()
    window.desk.go_form()
    qtbot.waitUntil(lambda: window.desk.isAncestorOf(QApplication.focusWidget()))
    at = QApplication.focusWidget().objectName()
    speak_anew(qtbot, window, "ru")
    QApplication.processEvents()
    assert window.tabs.currentIndex() == 0
    assert window.desk.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().objectName() == at


def test_the_language_is_remembered(opened: Open, record: Path, tmp_path: Path) -> None:
    window = opened(record)
    window.actions_by_id["language_en"].trigger()
    assert settings_at(tmp_path / "settings.ini").text("view/language") == "en"

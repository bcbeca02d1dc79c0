"""A real window, offscreen, with settings and state of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from catalog_app.app import make_window, speak
from catalog_app.session.settings import settings_at
from catalog_app.ui.bars import NoticeBar
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.turns import Turns

RECORD = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo>
    <title>A house by the sea</title>
  </titleInfo>
  <note>Kept as it is.</note>
</mods>
"""
Open = Callable[..., MainWindow]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A small MODS file."""
    path = tmp_path / "record.xml"
    path.write_bytes(RECORD)
    return path


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """English again for the tests that follow."""
    yield
    speak(qapp, "en")


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Open windows that share one settings file and one state folder, closed at the end."""
    windows: list[MainWindow] = []

    def make(*files: Path) -> MainWindow:
        settings = settings_at(tmp_path / "settings.ini")
        settings.keep("view/scheme", "light")
        window = make_window(settings, tmp_path / "state", tmp_path / "data")
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.opener.open_files(list(files))
        qtbot.waitUntil(lambda: not window.opener.busy and not _to_be_made(window))
        return window

    yield make
    for window in windows:
        close(window)


@pytest.fixture
def window(opened: Open, record: Path) -> MainWindow:
    """A window with one small record open."""
    return opened(record)


def _to_be_made(window: MainWindow) -> bool:
    """Whether parts of what was opened still wait for their turn, as they do on a slow machine."""
    return any(turns.waiting for turns in window.findChildren(Turns))


def close(window: MainWindow) -> None:
    """Close a window without questions."""
    if not isValid(window):
        return
    for desk in window.desks():
        window.remove_desk(desk)
    window.close()
    window.deleteLater()


def field(window: MainWindow, address: str) -> QWidget:
    """The input of the form with this address."""
    found = window.desk.form.findChild(QWidget, address)
    assert found is not None, address
    return found


def press(window: MainWindow, label: str) -> None:
    """Press a button of the question that is shown."""
    box = window.findChild(QMessageBox)
    assert box is not None
    buttons = {button.text().replace("&", ""): button for button in box.buttons()}
    buttons[label].click()


def offer(bar: NoticeBar, label: str) -> None:
    """Press a button of a notice."""
    buttons = {button.text(): button for button in bar.buttons}
    assert label in buttons, (bar.text, list(buttons))
    buttons[label].click()


def edit_title(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type another title."""
    title = field(window, "record1/titleInfo/title")
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(title, text)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until no work is under way."""
    qtbot.waitUntil(lambda: not window.services.jobs.running)

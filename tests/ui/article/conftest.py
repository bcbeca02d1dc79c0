"""A real window with an article beside a record, driven by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from catalog_app.app import make_window
from catalog_app.session.settings import settings_at
from catalog_app.ui.article.pane import ArticlePane
from catalog_app.ui.main_window import MainWindow

REPORT = """Tashkent hosts a conference

ASTANA – Tashkent hosted a regional conference on 14 April 2023, reported Kazinform.

According to the Director of the Centre for Public Diplomacy in Uzbekistan Kabuljon Sabirov,
public diplomacy strengthens peace. “Public diplomacy needs people,” said Sabirov.
"""
RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo>
    <title>A conference</title>
  </titleInfo>
</mods>
"""
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Keys:
    """Presses keys where the focus is, and counts them."""

    count: int = 0

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        self.count += 1
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, held)

    def type(self, text: str) -> None:
        """Type a text."""
        self.count += len(text)
        QTest.keyClicks(QApplication.focusWidget(), text)


@dataclass
class Table:
    """A window, the pane of its document in front, and the keyboard."""

    window: MainWindow
    qtbot: QtBot
    keys: Keys

    @property
    def pane(self) -> ArticlePane:
        """The article pane of the document in front."""
        return self.window.desk.pane("article")

    def read(self, path: Path) -> ArticlePane:
        """Open an article beside the record and wait for its suggestions."""
        with self.qtbot.waitSignal(self.pane.suggesting.analysed):
            self.window.opener.open_article(path)
        self.pane.focus_first()
        return self.pane

    def choose(self, words: str) -> None:
        """Select words of the article."""
        at = self.pane.text.index(words)
        self.pane.view.select(at, at + len(words))

    def record(self) -> str:
        """The document as it would be saved."""
        return b"".join(self.window.session.document.chunks()).decode()

    def settle(self) -> None:
        """Wait until no work is under way."""
        self.qtbot.waitUntil(lambda: not self.window.services.jobs.running)

    def name_file(self, path: Path) -> None:
        """Type a file's name into the dialog that is shown, and press Enter."""
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        self.qtbot.waitExposed(dialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setFocus()
        line.clear()
        self.keys.count += len(path.name) + 1
        line.setText(str(path))
        self.qtbot.waitUntil(lambda: dialog.selectedFiles()[0].startswith(str(path)))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.window.findChild(QFileDialog) is None)
        with self.qtbot.waitActive(self.window):  # no window manager does it here
            self.window.activateWindow()


def _window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    settings = settings_at(tmp_path / "settings.ini")
    settings.keep("view/scheme", "light")
    window = make_window(settings, tmp_path / "state", tmp_path / "data")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def tables(qtbot: QtBot, tmp_path: Path) -> Iterator[object]:
    """A maker of windows that share their settings; all are closed at the end."""
    made: list[MainWindow] = []

    def make(*files: Path) -> Table:
        window = _window(qtbot, tmp_path)
        made.append(window)
        window.opener.open_files(list(files))
        return Table(window, qtbot, Keys())

    yield make
    for window in made:
        if isValid(window):
            close(window)


def close(window: MainWindow) -> None:
    """Close a window without questions."""
    for desk in window.desks():
        window.remove_desk(desk)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A small MODS file."""
    path = tmp_path / "record.xml"
    path.write_text(RECORD, encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short report of an agency."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def table(tables, record: Path, report: Path) -> Table:
    """A window with a record and a report beside it."""
    made = tables(record)
    made.read(report)
    return made

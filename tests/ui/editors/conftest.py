"""A pane with one editor in it, shown and ready for keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from catalog_app.ui.form.editors import make_editor
from catalog_app.ui.look import Scheme, Theme

RELATORS = [("aut", "author"), ("edt", "editor"), ("trl", "translator"), ("aui", "author of intro")]


@pytest.fixture(autouse=True)
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or later tests dress them too


def pytest_collection_modifyitems(items):
    """Let the offscreen platform say what it cannot do; every other warning of Qt still fails."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


def write(widget: QWidget, text: str) -> None:
    """Type any characters; QTest's own typing knows ASCII only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


class Stage(QWidget):
    """A window with editors one below the other and a plain field to move the focus to."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.elsewhere = QLineEdit()
        self.resize(420, 420)

    def add(self, kind: str, value: str = "", label: str = "Title", **given: object):
        editor = make_editor(kind, label=label, address="record1/titleInfo/title", **given)
        editor.set_value(value)
        editor.heard = []
        editor.edited.connect(editor.heard.append)
        self.column.addWidget(editor)
        return editor


@pytest.fixture
def stage(qtbot):
    window = Stage()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def editor(stage, qtbot):
    """A function that makes one editor, shows it, and puts the focus into it."""

    def make(kind: str, value: str = "", **given: object):
        made = stage.add(kind, value, **given)
        stage.column.addWidget(stage.elsewhere)
        stage.column.addStretch()
        stage.show()
        qtbot.waitExposed(stage)
        stage.activateWindow()
        made.input.setFocus()
        qtbot.waitUntil(made.input.hasFocus)
        return made

    return make

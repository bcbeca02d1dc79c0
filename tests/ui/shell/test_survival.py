"""Errors in what Qt calls by itself: told, and nothing else happens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from catalog_app.ui.guards import guarded
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.outline.delegate import OutlineDelegate
from catalog_app.ui.outline.model import OutlineModel
from tests.ui.shell.conftest import edit_title

pytestmark = pytest.mark.qt_no_exception_capture


def test_an_error_while_rows_are_painted_is_told_and_the_work_goes_on(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug in a delegate")

    before = window.session.document.text
    with monkeypatch.context() as patched:
        patched.setattr(OutlineDelegate, "_paint", broken)
        with qtbot.waitSignal(window.services.faults.happened):
            window.desk.outline.repaint()
            for view in window.desk.outline.findChildren(QWidget):
                view.update()
    assert "a bug in a delegate" in window.bar.text
    assert window.session.document.text == before
    edit_title(qtbot, window, "Mine")
    assert b"Mine" in window.session.document.text


@pytest.mark.parametrize(("kind", "name"), [(OutlineModel, "data"), (OutlineDelegate, "paint")])
def test_what_qt_calls_is_guarded(window: MainWindow, kind: type, name: str) -> None:
    method = vars(kind)[name]
    assert method.is_guard


def test_an_error_becomes_a_harmless_answer(capsys: pytest.CaptureFixture[str]) -> None:
    def size(_: object, __: QPainter | None = None) -> QSize:
        raise ValueError("no size")

    assert guarded(size, QSize)(None) == QSize()
    assert "no size" in capsys.readouterr().err

"""Small hands for the scenes: open, go, type, close what pops up, wait."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from catalog_app.document.address import parse_address
from catalog_app.ui.panes import Later
from catalog_app.ui.turns import Turns

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "resources" / "examples"
EVERYTHING = HERE / "everything.xml"
RECORD = EXAMPLES / "eprint_export.xml"
PACKAGE = EXAMPLES / "letters_package.xml"
ARTICLE = EXAMPLES / "report-english.txt"

#: The window is taken as it is: scenes reach into whatever brings a state about.
Window = Any
Play = Callable[[Window], object]
Scene = tuple[str, Play]

_LEAST, _MOST = 0.6, 6.0
_CALM = 5


def rest(window: Window) -> None:
    """Let timers, jobs and findings come to rest."""
    begun, calm = time.monotonic(), 0
    while True:
        QApplication.processEvents()
        waited = time.monotonic() - begun
        busy = bool(window.services.jobs.running) or window.opener.busy or _to_be_made(window)
        calm = 0 if busy else calm + 1  # what has just been made is laid out in the turns after it
        if waited > _MOST or (waited > _LEAST and calm > _CALM):
            return
        time.sleep(0.005)


def _to_be_made(window: Window) -> bool:
    """Whether something still waits for its turn, such as a pane that is seen."""
    if any(turns.waiting for turns in window.findChildren(Turns)):
        return True
    return any(pane.isVisible() and not pane.is_made for pane in window.findChildren(Later))


def open_file(path: Path) -> Play:
    """Open a copy of a file, or bring it to the front."""
    return lambda window: window.opener.open_files([copy_of(path)])


@cache
def copy_of(path: Path) -> Path:
    """A file of the same name that a scene may write to."""
    return Path(shutil.copy(path, mkdtemp()))


def at(address: str) -> Play:
    """Put the focus in a field."""
    return lambda window: window.session.go_to(parse_address(address))


def desk(method: str) -> Play:
    """What a menu asks of the document in front."""
    return lambda window: getattr(window.desk, method)()


def action(name: str) -> Play:
    """Trigger an action of a menu."""
    return lambda window: window.actions_by_id[name].trigger()


def first(*plays: Play) -> Play:
    """Several in a row, with a rest between them."""

    def play(window: Window) -> None:
        for one in plays:
            one(window)
            rest(window)

    return play


def typed(address: str, text: str, *, instead: bool = False) -> Play:
    """Type into a field, at its end or instead of what it holds."""

    def play(window: Window) -> None:
        window.desk.form.reveal(parse_address(address))
        focus = _focus()
        if instead:
            QTest.keyClick(focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(focus, Qt.Key.Key_End)
        QTest.keyClicks(focus, text)

    return play


def key(which: Qt.Key, times: int = 1) -> Play:
    """Press a key where the focus is."""

    def play(_window: Window) -> None:
        for _ in range(times):
            QTest.keyClick(_focus(), which)

    return play


def _focus() -> QWidget:
    """The widget in focus; QTest would end the process if there were none."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def others(window: QWidget) -> list[QWidget]:
    """The pop-ups and dialogs in front of a window, the oldest first."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    return sorted(shown, key=lambda w: isinstance(w, QDialog) is False)


def close_others(window: Window) -> None:
    """Close pop-ups and dialogs, so that the next scene begins in a quiet window."""
    for widget in others(window):
        widget.reject() if isinstance(widget, QDialog) else widget.close()
    box = getattr(getattr(window.desk, "form", None), "_box", None)
    if box is not None:
        box.hide()
    window.activateWindow()
    QApplication.processEvents()


def picture(window: QWidget) -> QPixmap:
    """The window with what pops up in front of it, as a person sees it."""
    shown = window.grab()
    painter = QPainter(shown)
    for widget in others(window):
        corner = widget.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
        painter.drawPixmap(corner, widget.grab())
    painter.end()
    return shown

"""Drives a real window with a real pointer: `python -m tests.ui.article.dragged FOLDER`.

It wants an X display of its own and xdotool. A passage of an article is dragged on a field, and a
text file from another window on the article pane; the outcome is printed as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from catalog_app.app import make_window
from catalog_app.document.address import parse_address
from catalog_app.session.settings import settings_at
from tests.ui.article.conftest import RECORD, REPORT

_WORDS = "public diplomacy"
_TITLE = "record1/titleInfo/title"
_LONGEST = 20.0


class Source(QLabel):
    """Another program's window: dragging from it drags a file."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self._file = file
        self.setFixedSize(160, 60)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the file at once."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._file))])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


def turn_until(there: Callable[[], object]) -> bool:
    """Let the window work until something is the case; False where it never is."""
    end = time.monotonic() + _LONGEST
    while not there() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    return bool(there())


def drag(start: QPoint, end: QPoint) -> None:
    """Press, move in steps and release the pointer, while the window works."""
    steps = 12
    between = [start + (end - start) * step / steps for step in range(1, steps + 1)]
    path = [QPoint(start.x() + 14, start.y() + 3), *between, end]

    def move() -> None:
        _pointer("mousemove", start.x(), start.y())
        _pointer("mousedown", 1)
        for point in path:
            time.sleep(0.06)
            _pointer("mousemove", point.x(), point.y())
        time.sleep(0.3)
        _pointer("mouseup", 1)

    hand = threading.Thread(target=move)
    hand.start()
    turn_until(lambda: not hand.is_alive())


def _pointer(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True)


def main(folder: Path) -> None:
    """Drag, drop and say what came of it."""
    record, report, other = (folder / name for name in ("r.xml", "report.txt", "other.txt"))
    record.write_text(RECORD, encoding="utf-8")
    report.write_text(REPORT, encoding="utf-8")
    other.write_text("Another text, dropped as a file.\n", encoding="utf-8")
    QApplication.instance() or QApplication(sys.argv[:1])
    window = make_window(settings_at(folder / "settings.ini"), folder / "state", folder / "data")
    window.setGeometry(0, 0, 1400, 860)
    window.show()
    window.opener.open_files([record])
    pane = window.desk.pane("article")
    window.opener.open_article(report)
    turn_until(lambda: pane.lower.suggestions.rows)
    window.activateWindow()
    turn_until(window.isActiveWindow)
    outcome = {"passage": _passage_on_field(window), "file": _file_on_pane(window, other)}
    print(json.dumps(outcome))
    sys.stdout.flush()
    for desk in window.desks():
        window.remove_desk(desk)
    window.close()


def _passage_on_field(window: object) -> dict[str, str]:
    """Drop words of the article on the title."""
    pane, form = window.desk.pane("article"), window.desk.form
    form.reveal(parse_address(_TITLE))
    turn_until(lambda: form.isAncestorOf(QApplication.focusWidget() or window))
    field = QApplication.focusWidget()
    onto = field.mapToGlobal(field.rect().center())
    at = pane.text.index(_WORDS)
    pane.view.select(at, at + 6)
    QApplication.processEvents()
    spot = pane.view.viewport().mapToGlobal(pane.view.exact_cursor().center().toPoint())
    pane.view.select(at, at + len(_WORDS))
    drag(spot, onto)
    turn_until(lambda: _WORDS in _record(window))
    traces = pane.traces.of(pane.key)
    return {
        "record": _record(window),
        "traced": ", ".join(f"{trace.quote} → {trace.address}" for trace in traces),
    }


def _record(window: object) -> str:
    return b"".join(window.session.document.chunks()).decode()


def _file_on_pane(window: object, file: Path) -> dict[str, str]:
    """Drop a file from another window on the text."""
    pane = window.desk.pane("article")
    source = Source(file)
    source.setWindowFlag(Qt.WindowType.X11BypassWindowManagerHint)
    source.move(20, 700)
    source.show()
    turn_until(source.isVisible)
    view = pane.view.viewport()
    drag(source.mapToGlobal(source.rect().center()), view.mapToGlobal(view.rect().center()))
    turn_until(lambda: "dropped as a file" in pane.text)
    source.close()
    return {"text": pane.text}


if __name__ == "__main__":
    main(Path(sys.argv[1]))

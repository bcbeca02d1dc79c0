"""The window from a script, as contract.md promises it, and the program from its first line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.shell.conftest import RECORD

_SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
from catalog_app.app import open_window
from catalog_app.document import edits
from catalog_app.document.address import parse_address
window = open_window(sys.argv[1:])
assert window.isVisible()
title = parse_address("record1/titleInfo/title")
field = window.findChild(QWidget, "record1/titleInfo/title")
assert field.accessibleName().startswith("Title"), field.accessibleName()
session = window.session
assert session.perform(edits.set_value(session.document, title, "By a script"))
assert field.text() == "By a script"
session.save()
window.close()
"""
_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
def close():
    for window in application.topLevelWidgets():
        window.close()
    QTimer.singleShot(50, application.quit)
QTimer.singleShot(800, close)
from catalog_app.app import main
sys.exit(main(sys.argv[1:]))
"""


def run(script: str, tmp_path: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    folders = {
        name: str(tmp_path / name)
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    }
    environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, files)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_script_opens_the_window_edits_and_saves(tmp_path: Path, record: Path) -> None:
    done = run(_SCRIPT, tmp_path, record)
    assert done.returncode == 0, done.stderr
    assert record.read_bytes() == RECORD.replace(b"A house by the sea", b"By a script")


def test_the_program_starts_with_a_file_remembers_it_and_ends(tmp_path: Path, record: Path) -> None:
    done = run(_PROGRAM, tmp_path, record)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    kept = next((tmp_path / "XDG_CONFIG_HOME").glob("**/*.ini"), None) or next(
        (tmp_path / "XDG_CONFIG_HOME").glob("**/*.conf")
    )
    assert "record.xml" in kept.read_text("utf-8")

"""The story of a corrected title, by keys alone in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from catalog_app.ui.main_window import MainWindow
from tests.ui.shell.conftest import RECORD, Open, edit_title, field

SEED = Path("../shared/corpus/seeds/eprint_85694.xml")
TITLE = "record1/titleInfo/title"


def test_a_title_is_corrected_undone_redone_and_saved_and_nothing_else_changes(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "A house")
    assert window.isWindowModified()
    assert "1 change" in window.status.file.text()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(field(window, TITLE), Qt.Key.Key_Z, control)
    assert field(window, TITLE).text() == "A house by the sea"
    assert not window.isWindowModified()
    qtbot.keyClick(field(window, TITLE), Qt.Key.Key_Y, control)
    assert field(window, TITLE).text() == "A house"
    qtbot.keyClick(field(window, TITLE), Qt.Key.Key_S, control)
    assert record.read_bytes() == RECORD.replace(b"A house by the sea", b"A house")
    assert "saved" in window.status.file.text()
    assert not window.isWindowModified()


def test_another_edit_after_an_undo_past_the_save_is_told_and_is_not_called_new(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "A house")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.desk.session.undo_stack.undo()
    assert "1 change" in window.status.file.text()
    edit_title(qtbot, window, "A garden")
    assert "not as saved" in window.status.file.text()


def test_saving_without_an_edit_leaves_the_file_alone(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    before = record.stat().st_mtime_ns, record.stat().st_ino
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (record.stat().st_mtime_ns, record.stat().st_ino) == before


def test_the_seed_record_opens_with_its_standards_and_its_title(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    if not SEED.exists():
        pytest.skip("the shared corpus is not here")
    copy = tmp_path / "eprint.xml"
    copy.write_bytes(SEED.read_bytes())
    window = opened(copy)
    assert window.status.standard.text() == "METS 1.12.1 · MODS 3.3"
    assert window.status.encoding.text() == "UTF-8"
    assert field(window, TITLE).text().startswith("MECHANISMS FOR")
    edit_title(qtbot, window, "Mechanisms")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    before, after = SEED.read_bytes(), copy.read_bytes()
    start = before.index(b"MECHANISMS FOR")
    end = before.index(b"<", start)
    assert after == before[:start] + b"Mechanisms" + before[end:]


def test_the_place_in_focus_is_in_the_status_bar(qtbot: QtBot, window: MainWindow) -> None:
    field(window, TITLE).setFocus()
    assert window.status.place.text() == "titleInfo/title"

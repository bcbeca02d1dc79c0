"""Saving when something stands in the way, and closing with changes."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from catalog_app.ui.main_window import MainWindow
from tests.ui.shell.conftest import RECORD, Open, edit_title, offer, press

SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
CLOSE = (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)


def answer_with_file(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Type a file name into the dialog that is shown, and press Enter.

    The key is posted, not sent: a question inside the dialog would otherwise hold Python's lock.
    """
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    qtbot.waitUntil(lambda: bool(line.text()))

    def named() -> bool:
        for view in dialog.findChildren(QAbstractItemView):  # where the old file is proposed
            if view.selectionModel() is not None:
                view.selectionModel().clearSelection()
        line.setText(str(path))
        return dialog.selectedFiles()[0].startswith(str(path))

    qtbot.waitUntil(named)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QApplication.postEvent(line, key)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)


def test_a_file_changed_by_another_program_is_not_overwritten_unasked(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "Mine")
    record.write_bytes(RECORD.replace(b"by the sea", b"of theirs"))
    qtbot.keyClick(window, *SAVE)
    assert "changed by another program" in window.desk.bar.text
    assert b"of theirs" in record.read_bytes()
    offer(window.desk.bar, "Save anyway")
    assert b"<title>Mine</title>" in record.read_bytes()
    assert window.desk.bar.current is None


def test_reloading_takes_what_the_other_program_wrote(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    record.write_bytes(RECORD.replace(b"by the sea", b"of theirs"))
    window.watching.look()
    offer(window.desk.bar, "Reload")
    assert b"of theirs" in b"".join(window.session.document.chunks())
    assert window.tabs.count() == 1


def test_keeping_this_one_makes_the_document_unsaved(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    record.write_bytes(RECORD.replace(b"by the sea", b"of theirs"))
    window.watching.look()
    offer(window.desk.bar, "Keep this one")
    assert window.isWindowModified()


def test_a_file_that_is_touched_but_the_same_is_no_news(window: MainWindow, record: Path) -> None:
    os.utime(record)
    window.watching.look()
    assert window.desk.bar.current is None


def test_a_removed_file_is_told_and_written_again(window: MainWindow, record: Path) -> None:
    record.unlink()
    window.watching.look()
    assert "removed or renamed" in window.desk.bar.text
    offer(window.desk.bar, "Save")
    assert record.read_bytes() == RECORD


def test_a_read_only_file_is_refused_and_a_copy_offered(
    qtbot: QtBot, window: MainWindow, record: Path, tmp_path: Path
) -> None:
    record.chmod(0o444)
    edit_title(qtbot, window, "Mine")
    qtbot.keyClick(window, *SAVE)
    assert "read-only" in window.desk.bar.text
    assert record.read_bytes() == RECORD
    offer(window.desk.bar, "Save as…")
    answer_with_file(qtbot, window, tmp_path / "other.xml")
    assert b"<title>Mine</title>" in (tmp_path / "other.xml").read_bytes()
    assert window.session.path == tmp_path / "other.xml"


def test_other_names_of_the_file_are_asked_about(
    qtbot: QtBot, window: MainWindow, record: Path, tmp_path: Path
) -> None:
    os.link(record, tmp_path / "second.xml")
    edit_title(qtbot, window, "Mine")
    qtbot.keyClick(window, *SAVE)
    assert "other" in window.desk.bar.text
    offer(window.desk.bar, "Save here only")
    assert b"Mine" in record.read_bytes()
    assert (tmp_path / "second.xml").read_bytes() == RECORD


def test_a_full_disk_says_so_and_keeps_the_old_file(
    qtbot: QtBot, window: MainWindow, record: Path, monkeypatch
) -> None:
    edit_title(qtbot, window, "Mine")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        qtbot.keyClick(window, *SAVE)
    assert "disk is full" in window.desk.bar.text
    assert record.read_bytes() == RECORD
    assert window.isWindowModified()
    offer(window.desk.bar, "Try again")
    assert b"Mine" in record.read_bytes()


def test_a_backup_is_kept_before_the_first_save_only(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    for title in ("One", "Two"):
        edit_title(qtbot, window, title)
        qtbot.keyClick(window, *SAVE)
    kept = window.services.backups.of(record)
    assert [file.read_bytes() for file in kept] == [RECORD]


def test_a_copy_is_written_and_the_document_stays(
    qtbot: QtBot, window: MainWindow, record: Path, tmp_path: Path
) -> None:
    edit_title(qtbot, window, "Mine")
    window.actions_by_id["save_copy"].trigger()
    answer_with_file(qtbot, window, tmp_path / "copy.xml")
    assert b"Mine" in (tmp_path / "copy.xml").read_bytes()
    assert record.read_bytes() == RECORD
    assert window.session.path == record
    assert window.isWindowModified()


def test_closing_with_changes_asks_and_cancel_keeps_everything(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "Mine")
    qtbot.keyClick(window, *CLOSE)
    press(window, "Cancel")
    assert window.tabs.count() == 1
    assert record.read_bytes() == RECORD


def test_closing_with_changes_can_save_or_discard(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "Mine")
    qtbot.keyClick(window, *CLOSE)
    press(window, "Save")
    assert b"Mine" in record.read_bytes()
    assert window.tabs.count() == 0


def test_closing_the_window_asks_once_for_all_documents(
    qtbot: QtBot, opened: Open, record: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second.xml"
    second.write_bytes(RECORD)
    window = opened(record, second)
    for desk in window.desks():
        window.show_desk(desk)
        edit_title(qtbot, window, "Mine")
    window.close()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    assert box.informativeText().splitlines() == ["record.xml", "second.xml"]
    with qtbot.waitSignal(window.closed):
        press(window, "Save")
    assert b"Mine" in record.read_bytes()
    assert b"Mine" in second.read_bytes()


def test_discarding_closes_the_window_and_leaves_the_files(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "Mine")
    window.close()
    with qtbot.waitSignal(window.closed):
        press(window, "Discard")
    assert record.read_bytes() == RECORD


def test_reverting_asks_when_there_are_changes(
    qtbot: QtBot, window: MainWindow, record: Path
) -> None:
    edit_title(qtbot, window, "Mine")
    window.actions_by_id["revert"].trigger()
    press(window, "Give up the changes")
    assert b"".join(window.session.document.chunks()) == RECORD
    assert not window.isWindowModified()


def test_the_record_is_exported_in_every_format(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for number, action in enumerate(window.menus["export"].actions()):
        action.trigger()
        target = tmp_path / f"exported-{number}"
        answer_with_file(qtbot, window, target)
        written = list(tmp_path.glob(f"exported-{number}*"))
        assert "A house by the sea" in written[0].read_text("utf-8-sig")

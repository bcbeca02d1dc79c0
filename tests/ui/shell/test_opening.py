"""Opening files of every kind, and what cannot be opened."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app import paths
from catalog_app.document.address import parse_address
from catalog_app.session import opening
from catalog_app.session.opening import open_now
from catalog_app.session.session import Session
from catalog_app.ui.main_window import MainWindow
from tests.ui.shell.conftest import RECORD, Open, edit_title, field, offer

RECORDS = b"""<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods version="3.7"><titleInfo><title>One</title></titleInfo></mods>
<mods version="3.7"><titleInfo><title>Two</title></titleInfo></mods>
</modsCollection>
"""
EXTERNAL = b'<!DOCTYPE mods SYSTEM "mods.dtd" [<!ENTITY % more SYSTEM "more.ent"> %more;]>\n'


def large(path: Path, records: int = 12_000) -> Path:
    """A collection that is opened in slices."""
    note = b"<note>" + b"x" * 200 + b"</note>"
    one = b"<mods><titleInfo><title>Record</title></titleInfo>" + note + b"</mods>\n"
    head = b'<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
    path.write_bytes(head + one * records + b"</modsCollection>")
    return path


def test_what_is_not_well_formed_is_told_with_line_and_column(opened: Open, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_bytes(b"<mods>\n<titleInfo></mods>")
    window = opened(broken)
    assert "line 2" in window.bar.text
    assert "broken.xml" in window.bar.text
    assert window.tabs.count() == 0
    assert window.start.isVisible()


def test_a_missing_file_is_told_and_the_others_open(
    opened: Open, record: Path, tmp_path: Path
) -> None:
    window = opened(tmp_path / "gone.xml", record)
    assert "no such file" in window.bar.text
    assert window.tabs.count() == 1


def test_a_file_that_is_open_already_is_shown_again(window: MainWindow, record: Path) -> None:
    window.opener.new_record()
    window.opener.open_files([record])
    assert window.tabs.count() == 2
    assert window.session.path == record


def test_a_large_file_opens_in_slices_and_the_window_stays_alive(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = large(tmp_path / "large.xml")
    assert not opening.is_small(path)
    window = opened()
    with qtbot.waitSignal(window.opener.idle):
        window.opener.open_files([path])
        assert window.opener.busy
    assert len(window.session.document.records()) == 12_000
    assert field(window, "record1/titleInfo/title").text() == "Record"


def test_opening_a_large_file_can_be_stopped(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    window = opened()
    window.opener.open_files([large(tmp_path / "large.xml")])
    with qtbot.waitSignal(window.opener.idle):
        for job in window.services.jobs.running:
            job.cancel()
    assert window.tabs.count() == 0


def test_the_rest_of_a_very_large_file_is_checked_and_a_fault_makes_it_read_only(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = large(tmp_path / "large.xml", 20_000)
    data = path.read_bytes()
    at = data.rindex(b"xxx</note>")
    path.write_bytes(data[:at] + b"& x" + data[at + 3 :])
    window = opened()
    with qtbot.waitSignal(window.opener.idle):
        window.opener.open_files([path])
    qtbot.waitUntil(lambda: bool(window.session.read_only))
    assert "not well-formed" in window.desk.bar.text


def test_a_file_that_takes_entities_from_elsewhere_is_read_only_and_offers_a_copy(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "doctype.xml"
    path.write_bytes(RECORD.replace(b"<mods ", EXTERNAL + b"<mods "))
    window = opened(path)
    assert "cannot be edited" in window.desk.bar.text
    assert not window.actions_by_id["add_field"].isEnabled()
    assert field(window, "record1/titleInfo/title").isReadOnly()
    offer(window.desk.bar, "Open an editable copy")
    assert window.tabs.count() == 2
    assert window.session.path is None
    assert not window.session.read_only
    assert window.isWindowModified()
    edit_title(qtbot, window, "Mine")
    assert b"Mine" in window.session.document.text


def test_a_mets_2_file_is_shown_and_says_that_it_is_not_edited(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "mets2.xml"
    path.write_bytes(b'<mets xmlns="http://www.loc.gov/METS/v2"><structSec/></mets>')
    window = opened(path)
    assert "METS 2" in window.desk.bar.text
    assert window.status.standard.text() == "METS 2.0"


def test_dropped_files_open_records_in_tabs_and_texts_beside_them(
    opened: Open, record: Path, tmp_path: Path
) -> None:
    text = tmp_path / "article.txt"
    text.write_text("ASTANA – A conference was held.\n", encoding="utf-8")
    window = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(record)), QUrl.fromLocalFile(str(text))])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.session.path == record
    assert window.desk.side.currentWidget().isAncestorOf(window.desk.pane("article"))
    assert str(window.desk.pane("article").path) == str(text)


def test_a_new_record_begins_empty_with_the_focus_in_the_form(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.count() == 1
    assert window.session.path is None
    assert not window.isWindowModified()
    assert window.desk.form.isAncestorOf(window.focusWidget())


def test_every_template_makes_a_record(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    window.menus["new"].aboutToShow.emit()
    *kinds, line, own = window.menus["new"].actions()
    assert line.isSeparator()
    assert own is window.actions_by_id["own_templates"]
    assert len(kinds) == len(window.menus.kinds()) > 10
    for action in kinds:
        action.trigger()
        assert len(window.session.document.records()) == 1, action.text()
        assert window.desk.form.template is not None
    assert window.tabs.count() == len(kinds)


def test_the_recent_files_are_remembered_newest_first(
    opened: Open, record: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second.xml"
    second.write_bytes(RECORD)
    window = opened(record, second)
    assert window.services.settings.recent == [second, record]
    window.menus["recent"].aboutToShow.emit()
    assert [a.text() for a in window.menus["recent"].actions()] == ["second.xml", "record.xml"]


def test_a_file_name_that_is_not_utf_8_opens_and_saves(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.xml"))
    path.write_bytes(RECORD)
    window = opened(path)
    edit_title(qtbot, window, "Mine")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert b"Mine" in path.read_bytes()
    assert os.listdir(os.fsencode(tmp_path)).count(b"caf\xe9.xml") == 1
    assert window.services.settings.recent == [path]


def test_records_of_a_list_are_walked_added_duplicated_and_removed(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "records.xml"
    path.write_bytes(RECORDS)
    window = opened(path)
    document = window.session.document
    window.actions_by_id["next_record"].trigger()
    assert window.desk.record_number() == 2
    window.actions_by_id["duplicate_record"].trigger()
    assert len(document.records()) == 3
    window.actions_by_id["add_record"].trigger()
    assert len(document.records()) == 4
    window.actions_by_id["remove_record"].trigger()
    window.actions_by_id["undo"].trigger()
    window.actions_by_id["undo"].trigger()
    window.actions_by_id["undo"].trigger()
    assert b"".join(document.chunks()) == RECORDS


def test_a_single_record_is_doubled_in_a_document_of_its_own(window: MainWindow) -> None:
    before, alone = window.session, window.session.document.text
    window.actions_by_id["duplicate_record"].trigger()
    assert window.session is not before
    assert len(window.desks()) == 2
    title = before.document.element(parse_address("titleInfo/title"))
    assert window.session.document.element(parse_address("titleInfo/title")).value == title.value
    assert before.document.text == alone
    assert not window.session.undo_stack.isClean()


def test_no_record_is_added_to_a_single_one_and_it_is_said_why(window: MainWindow) -> None:
    window.actions_by_id["add_record"].trigger()
    assert "not a list of records" in window.desk.bar.text


def test_a_package_opens_at_its_record_though_qt_gives_the_outline_the_focus(
    opened: Open, qtbot: QtBot
) -> None:
    window = opened()
    session = Session(open_now(paths.resources() / "examples" / "eprint_export.xml"))
    desk = window.add_session(session)
    desk.outline.tree.setFocus()
    desk.outline.tree.setCurrentIndex(desk.outline.tree.model().index(0, 0))
    qtbot.waitUntil(lambda: session.place is not None)
    qtbot.waitUntil(lambda: desk.form.isAncestorOf(QApplication.focusWidget()))
    assert str(session.place) == "record1/titleInfo/title"

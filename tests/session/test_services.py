"""Settings, jobs, recovery, opening and errors, without a window."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QByteArray, QObject, QTimer
from pytestqt.qtbot import QtBot

from catalog_app.document import edits
from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import Document, OpenError, open_document
from catalog_app.session import opening
from catalog_app.session.backups import back_up
from catalog_app.session.faults import Fault, Faults
from catalog_app.session.jobs import Jobs
from catalog_app.session.recovery import Recovery, noted, recovered_bytes, rejoined, same_on_disk
from catalog_app.session.session import Session
from catalog_app.session.settings import Settings, settings_at
from catalog_app.session.standards import standards

RECORD = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>A house by the sea</title></titleInfo>
</mods>
"""
TITLE = parse_address("record1/titleInfo/title")
CORPUS = Path("../shared/corpus")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_at(tmp_path / "settings.ini")


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def retitle(session: Session, text: str) -> None:
    assert session.perform(edits.set_value(session.document, TITLE, text))


# ---- settings


def test_settings_come_back_with_their_types(settings: Settings, tmp_path: Path) -> None:
    settings.keep("a", "text")
    settings.keep("b", 1.5)
    settings.keep("c", True)
    settings.keep("d", ["one"])
    settings.keep("e", QByteArray(b"\x00\x01"))
    settings.keep("f", ["one", "two"])
    settings.sync()
    again = settings_at(tmp_path / "settings.ini")
    assert again.text("a") == "text"
    assert again.number("b") == 1.5
    assert again.flag("c")
    assert again.texts("d") == ["one"]
    assert again.blob("e") == QByteArray(b"\x00\x01")
    assert again.texts("f") == ["one", "two"]


def test_a_setting_of_the_wrong_type_is_the_default(settings: Settings) -> None:
    settings.keep("a", "no number")
    assert settings.number("a", 3.0) == 3.0
    assert settings.blob("a").isEmpty()
    assert settings.text("nothing", "default") == "default"


def test_recent_files_are_twelve_newest_first_and_never_twice(settings: Settings) -> None:
    for number in [*range(15), 10]:
        settings.add_recent(Path(f"/files/{number}.xml"))
    names = [path.stem for path in settings.recent]
    assert names[:3] == ["10", "14", "13"]
    assert len(names) == len(set(names)) == 12


def test_a_file_name_of_any_bytes_is_remembered(settings: Settings) -> None:
    path = Path(os.fsdecode(b"/files/caf\xe9 %41,;.xml"))
    settings.add_recent(path)
    assert settings.recent == [path]


# ---- jobs


def test_a_job_runs_in_a_thread_and_its_result_comes_back_here(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[object] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.run("Work", lambda report: threading.current_thread(), seen.append)
    assert seen[0] is not threading.current_thread()


def test_a_job_reports_progress_and_can_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[object] = []

    def work(report: object) -> None:
        while True:
            report(0.5)
            time.sleep(0.001)

    job = jobs.run("Work", work, done.append)
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(jobs.ended):
        job.cancel()
    assert done == []
    assert jobs.running == ()


def test_what_fails_in_a_job_is_given_to_the_one_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    failed: list[BaseException] = []

    def work(_report: object) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(jobs.ended):
        jobs.run("Work", work, None, failed.append)
    assert str(failed[0]) == "no"


def test_the_end_of_a_job_is_not_told_to_what_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    class Owner(QObject):
        def hear(self, *_told: object) -> None:
            raise AssertionError(self.objectName())

    def failing(_report: object) -> None:
        raise OSError

    def held(_report: object) -> None:
        going.wait(30)

    for told in (0, 1):
        owner, going = Owner(), threading.Event()
        then = (owner.hear, partial(owner.hear, "more"))[told]
        done = jobs.run("", held, then)
        failed = jobs.run("", failing, None, then)
        shiboken6.delete(owner)
        with qtbot.waitSignals([done.finished, failed.finished]):
            going.set()


def test_slices_leave_the_event_loop_its_turns(qtbot: QtBot, jobs: Jobs) -> None:
    def steps() -> Iterator[object]:
        for number in range(40):
            time.sleep(0.002)
            yield number / 40
        yield "result"

    turns: list[float] = []
    told: list[float] = []
    seen: list[object] = []
    other = QTimer(interval=0)
    other.timeout.connect(lambda: turns.append(time.monotonic()))
    other.start()
    job = jobs.slices("Work", steps(), seen.append)
    job.progressed.connect(told.append)
    with qtbot.waitSignal(jobs.ended):
        pass
    other.stop()
    assert seen == ["result"]
    assert len(turns) >= 5
    assert 1 <= len(told) <= len(turns) // 3  # telling paints, so it is done less often


def test_a_patient_job_waits_until_nobody_else_does(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[str] = []

    def steps(name: str) -> Iterator[object]:
        for _ in range(30):
            time.sleep(0.002)
            yield 0.5
        done.append(name)
        yield name

    jobs.slices("Patient", steps("patient"), patient=True)
    jobs.slices("Work", steps("work"))
    with qtbot.waitSignals([jobs.ended, jobs.ended]):
        pass
    assert done == ["work", "patient"]


def test_closing_waits_for_the_threads(jobs: Jobs) -> None:
    ended = threading.Event()

    def work(report: object) -> None:
        try:
            while True:
                report(0.0)
                time.sleep(0.001)
        finally:
            ended.set()

    jobs.run("Work", work)
    time.sleep(0.01)
    jobs.close()
    assert jobs.running == ()


# ---- opening


def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OpenError, match="no such file"):
        opening.read(tmp_path / "gone.xml")
    with pytest.raises(OpenError, match="folder"):
        opening.read(tmp_path)


def test_opening_in_slices_gives_the_document(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    path = tmp_path / "record.xml"
    path.write_bytes(RECORD)
    seen: list[object] = []
    ended: list[bool] = []
    opening.open_in_slices(jobs, path, seen.append, seen.append, lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(seen[0], Document)
    path.write_bytes(b"<mods>")
    opening.open_in_slices(jobs, path, seen.append, seen.append, lambda: ended.append(True))
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert isinstance(seen[1], OpenError)
    assert seen[1].line == 1


# ---- what judges the place


def test_the_standards_of_a_place_are_named() -> None:
    document = open_document(RECORD)
    assert standards(document, Address("record1")) == "MODS 3.8"
    assert standards(document, None) == "MODS 3.8"


# ---- recovery


def test_the_pieces_of_an_edited_document_are_its_bytes(qapp: object) -> None:
    for path in sorted(CORPUS.glob("**/*.xml"))[::90]:
        try:
            document = open_document(path.read_bytes())
        except OpenError:
            continue
        source = document.source.text
        if document.records() and not document.obstacle:
            edit = edits.set_value(document, TITLE, "Ж & <changed>")
            if edit is not None:
                document.apply(edit)
        state = BytesIO(b"".join(noted(document.frozen())))
        assert rejoined(state, source) == document.text, path


def test_what_the_version_before_left_behind_is_recovered() -> None:
    state = '[[0, 9], "new\\n — Ж", [12, 15]]'.encode()
    assert rejoined(BytesIO(state), b"unchanged--- end") == "unchangednew\n — Ж en".encode()


def test_an_edit_is_written_down_within_two_seconds(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "record.xml"
    path.write_bytes(RECORD)
    recovery = Recovery(tmp_path / "state", jobs)
    session = Session(open_document(RECORD), path)
    recovery.watch(session)
    assert recovery.folder_of(session) is None
    began = time.monotonic()
    for number in range(12):  # typing goes on: the state is written all the same
        retitle(session, f"Title {number}")
        qtbot.wait(150)
    qtbot.waitUntil(lambda: recovery.folder_of(session) is not None)
    qtbot.waitUntil(lambda: (recovery.folder_of(session) / "about.json").exists())
    assert time.monotonic() - began < 2.6
    assert recovery.left_behind() == []
    recovery.forget(session)
    qtbot.waitUntil(lambda: not jobs.running)
    assert not list((tmp_path / "state" / "recovery").iterdir())


def test_saving_and_undoing_everything_leave_nothing_to_recover(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "record.xml"
    path.write_bytes(RECORD)
    recovery = Recovery(tmp_path / "state", jobs)
    session = Session(open_document(RECORD), path)
    recovery.watch(session)
    retitle(session, "Other")
    recovery.write_now(session)
    session.save()
    assert not list((tmp_path / "state" / "recovery").iterdir())


_CHILD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.session.jobs import Jobs
from catalog_app.session.recovery import Recovery
from catalog_app.session.session import Session
path, state = Path(sys.argv[1]), Path(sys.argv[2])
session = Session(open_document(path.read_bytes()), path)
recovery = Recovery(state, Jobs())
recovery.watch(session)
title = parse_address("record1/titleInfo/title")
session.perform(edits.set_value(session.document, title, "Lost and found — Ж"))
recovery.write_now(session)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_a_killed_process_leaves_its_document_behind(
    jobs: Jobs, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "record.xml"
    path.write_bytes(RECORD.decode().replace("UTF-8", encoding).encode(encoding))
    command = [sys.executable, "-c", _CHILD, str(path), str(tmp_path / "state")]
    ended = subprocess.run(command, check=False, timeout=60)
    assert ended.returncode == -9
    recovery = Recovery(tmp_path / "state", jobs)
    (leftover,) = recovery.left_behind()
    assert leftover.path == path
    assert leftover.title == "record.xml"
    assert same_on_disk(leftover)
    document = open_document(recovered_bytes(leftover))
    element = document.element(TITLE)
    assert element is not None
    assert element.value == "Lost and found — Ж"
    path.write_bytes(RECORD)
    assert not same_on_disk(leftover)
    recovery.discard(leftover)
    assert recovery.left_behind() == []


def test_what_is_half_written_is_no_document_to_recover(jobs: Jobs, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "recovery" / "1-x"
    folder.mkdir(parents=True)
    (folder / "about.json").write_text("{", encoding="utf-8")
    (folder / "lock").write_text("garbled", encoding="utf-8")
    assert Recovery(tmp_path / "state", jobs).left_behind() == []
    assert folder.exists()


def test_five_backups_are_kept_the_newest_first(tmp_path: Path) -> None:
    path = tmp_path / "record.xml"
    for number in range(7):
        path.write_text(str(number), encoding="utf-8")
        back_up(path, tmp_path / "backups")
    kept = sorted((tmp_path / "backups").glob("*/*"))
    assert [file.read_text("utf-8") for file in kept] == ["6", "5", "4", "3", "2"]


# ---- errors of the program


def test_the_same_error_is_told_once_and_counted(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[Fault] = []
    faults = Faults(tmp_path)
    faults.happened.connect(told.append)
    before = sys.excepthook
    sys.excepthook = sys.__excepthook__
    faults.install()
    try:
        for _ in range(5):
            try:
                raise RuntimeError("broken")
            except RuntimeError as error:
                sys.excepthook(type(error), error, error.__traceback__)
    finally:
        faults.uninstall()
        sys.excepthook = before
    assert len(told) == 1
    assert faults.all[0].count == 5
    assert "RuntimeError: broken" in (tmp_path / "log.txt").read_text("utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    faults = Faults(tmp_path / "file" / "below")
    before = sys.excepthook
    faults.install()
    faults.uninstall()
    assert sys.excepthook == before

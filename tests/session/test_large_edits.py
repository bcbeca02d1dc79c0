"""Edits that take long: at once when small, as a job that can be stopped when not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.document.edits import set_attribute
from catalog_app.document.files_edit import moving_files, replacing_base
from catalog_app.document.files_rows import FileRows
from catalog_app.document.large import Making
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices
from catalog_app.session.session import Session
from catalog_app.ui.look.refcounts import hold_constants
from tests.large import large_mets

PACKAGE = Address("package1")
FILES = PACKAGE.child("fileSec")
hold_constants()


def opened(number: int) -> tuple[Session, Jobs, FileRows]:
    session = Session(open_document(large_mets(number)))
    rows = FileRows(session.document, FILES)
    for _ in rows.reading():
        pass
    return session, Jobs(), rows


def replacing(session: Session, rows: FileRows) -> tuple[list[int], Callable[[], Making]]:
    """A large edit, and the versions of the document at which it was begun."""
    begun: list[int] = []

    def make() -> Making:
        begun.append(session.document.version)
        rows.recount()
        yield from replacing_base(session.document, rows, "file:///volume/", "x/")

    return begun, make


def test_what_is_small_is_done_before_the_call_returns(qtbot: QtBot) -> None:
    session, jobs, rows = opened(5)
    done: list[object] = []
    make = lambda: replacing_base(session.document, rows, "file:///volume/", "x/")  # noqa: E731
    perform_in_slices(session, jobs, "Replacing", make, None, done.append)
    assert not jobs.running
    assert [edit.name for edit in done] == ["Replace “file:///volume/” in 5 locations"]
    assert session.undo_stack.count() == 1


def test_what_is_large_is_a_job_and_one_step_of_undo(qtbot: QtBot) -> None:
    session, jobs, rows = opened(20_000)
    before = session.document.text
    make = lambda: replacing_base(session.document, rows, "file:///volume/", "x/")  # noqa: E731
    with qtbot.waitSignal(jobs.ended):
        perform_in_slices(session, jobs, "Replacing", make)
        assert [job.label for job in jobs.running] == ["Replacing"]
        assert session.document.text == before
    assert session.document.text.count(b'"x/page_') == 20_000
    session.undo_stack.undo()
    assert session.document.text == before
    assert not session.document.edited


def test_a_job_that_is_stopped_has_changed_nothing(qtbot: QtBot) -> None:
    session, jobs, rows = opened(20_000)
    before = session.document.text
    make = lambda: replacing_base(session.document, rows, "file:///volume/", "x/")  # noqa: E731
    with qtbot.waitSignal(jobs.ended):
        perform_in_slices(session, jobs, "Replacing", make)
        jobs.running[0].cancel()
    assert session.document.text == before
    assert session.undo_stack.count() == 0


def test_an_edit_meanwhile_is_kept_and_the_making_begins_again(qtbot: QtBot) -> None:
    session, jobs, rows = opened(20_000)
    begun, make = replacing(session, rows)
    with qtbot.waitSignal(jobs.ended):
        perform_in_slices(session, jobs, "Replacing", make)
        session.perform(set_attribute(session.document, rows.address(9).at("USE"), "kept"))
    assert len(begun) == 2
    assert session.document.text.count(b'"x/page_') == 20_000
    assert session.document.text.count(b'USE="kept"') == 1


def test_undo_and_saving_meanwhile_are_heard_and_the_making_begins_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session, jobs, rows = opened(20_000)
    read = session.document.text
    session.perform(set_attribute(session.document, rows.address(9).at("USE"), "undone"))
    begun, make = replacing(session, rows)
    with qtbot.waitSignal(jobs.ended):
        perform_in_slices(session, jobs, "Replacing", make)
        session.undo_stack.undo()
        session.save(tmp_path / "saved.xml")
    assert (tmp_path / "saved.xml").read_bytes() == read
    assert len(begun) == 2
    assert session.undo_stack.count() == 1
    assert not session.clean
    assert session.document.text == read.replace(b"file:///volume/", b"x/")
    session.undo_stack.undo()
    assert session.clean
    assert session.document.text == read


def test_undo_of_what_is_large_is_one_exchange_of_what_was_there(qtbot: QtBot) -> None:
    session, jobs, rows = opened(20_000)
    before = list(session.document.parts.order)
    make = lambda: replacing_base(session.document, rows, "file:///volume/", "x/")  # noqa: E731
    with qtbot.waitSignal(jobs.ended):
        perform_in_slices(session, jobs, "Replacing", make)
    after = list(session.document.parts.order)
    heard: list[str] = []
    session.changed.connect(lambda change: heard.append(change.kind))
    for act, there in (("undo", before), ("redo", after), ("undo", before)):
        getattr(session.undo_stack, act)()
        # The very parts, with all that was known of them: nothing is copied or parsed anew.
        assert all(a is b for a, b in zip(session.document.parts.order, there, strict=True))
    assert heard == ["undo", "redo", "undo"]


def test_closing_meanwhile_stops_it_and_nothing_has_changed(qtbot: QtBot) -> None:
    session, jobs, rows = opened(20_000)
    before = session.document.text
    make = lambda: replacing_base(session.document, rows, "file:///volume/", "x/")  # noqa: E731
    perform_in_slices(session, jobs, "Replacing", make)
    jobs.close()
    qtbot.wait(50)
    assert session.document.text == before
    assert session.clean or session.path is None
    assert session.undo_stack.count() == 0


def test_a_refusal_is_told_and_nothing_is_done(qtbot: QtBot) -> None:
    session, jobs, rows = opened(5)
    told: list[str] = []
    session.refused.connect(told.append)
    nowhere = FILES.child("fileGrp", 7)
    make = lambda: moving_files(session.document, [rows.address(0)], nowhere)  # noqa: E731
    perform_in_slices(session, jobs, "Moving", make)
    assert told == ["There is no such group of files."]
    assert session.undo_stack.count() == 0

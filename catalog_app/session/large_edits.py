"""Edits that take long to make: at once where they do not, else as a job that can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from catalog_app.document.edit import Edit, EditError
from catalog_app.document.large import Making, is_large, prepared
from catalog_app.document.slices import Slices
from catalog_app.session.jobs import Jobs
from catalog_app.session.session import Session

AT_ONCE = 0.015
Make = Callable[[], Making]
Then = Callable[[Edit | None], None]


def perform_in_slices(
    session: Session,
    jobs: Jobs,
    label: str,
    make: Make,
    origin: object = None,
    then: Then = lambda edit: None,
    refuse: Callable[[str], None] | None = None,
) -> None:
    """Make an edit and do it, as one step of the undo history.

    What is not done within a few milliseconds goes on as a job of that name, with progress, and
    can be stopped: then nothing has changed. `then` gets the edit that was done, or None;
    `refuse` why it cannot be made, which else is said in the window.
    """
    steps = _performing(session, make, origin)
    say = refuse or session.refused.emit
    run_in_slices(jobs, label, steps, then, lambda error: _refuse(say, error))


def run_in_slices(
    jobs: Jobs,
    label: str,
    steps: Iterator[object],
    done: Callable[[Any], None],
    failed: Callable[[BaseException], None],
) -> None:
    """Run a generator at once if that takes a few milliseconds only, else as a job."""
    # What it takes of the processor: on a busy machine a small edit is a small edit still.
    end = time.thread_time() + AT_ONCE
    result: object = None
    try:
        for step in steps:
            if not isinstance(step, float):
                result = step
            elif time.thread_time() > end:
                jobs.slices(label, steps, done, failed)
                return
    except Exception as error:
        failed(error)
        return
    done(result)


def _refuse(say: Callable[[str], None], error: BaseException) -> None:
    if not isinstance(error, EditError):
        raise error
    say(str(error))


def _performing(session: Session, make: Make, origin: object) -> Iterator[float | Edit]:
    """Make, prepare and do an edit; begins again when the document changes meanwhile."""
    document = session.document
    while True:
        version = document.version
        edit: Edit | None = None
        for step in _making(session, make):
            if document.version != version:
                break
            if isinstance(step, float):
                yield step
            else:
                edit = step
        if document.version == version:
            if session.perform(edit, origin) and edit is not None:
                yield edit
            return


def _making(session: Session, make: Make) -> Making:
    edit = yield from _made(make)
    if edit is None or not is_large(edit) or session.read_only:
        yield edit
        return
    ready = prepared(session.document, edit)
    del edit  # Its splices are let go one by one: very many at once take long.
    for step in ready:
        yield (1 + step) / 2 if isinstance(step, float) else step


def _made(make: Make) -> Slices[Edit | None]:
    edit: Edit | None = None
    for step in make():
        if isinstance(step, float):
            yield step / 2
        else:
            edit = step
    return edit

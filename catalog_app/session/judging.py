"""Judging a document beside the window: pure functions of bytes, in a thread or a process."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

from catalog_app.beside import available
from catalog_app.document.document import Document
from catalog_app.document.frozen import Frozen
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.validation.excerpts import excerpt
from catalog_app.validation.mending import Mended, mend_beside, mended
from catalog_app.validation.run import (
    Excerpt,
    PartReport,
    Rules,
    validate_record,
    validating,
)
from catalog_app.validation.worker import judge_beside

LARGE = 1_000_000
_LARGE_RECORD = 250_000
_TURN = 0.004
Report = Callable[[float], None]
Pieces = list[memoryview]


def snapshot(document: Document) -> Pieces:
    """The document's bytes as they are now, in pieces and without copying what nobody edited."""
    return document.frozen().views()


def judge(pieces: Pieces, rules: Rules, report: Report) -> list[PartReport]:
    """Judge a whole file; a large one in a process of its own, so that the window never waits.

    `report` is told how far it is, and may raise to stop. What is not well-formed has no reports.
    """
    size = sum(map(len, pieces))
    try:
        if size > LARGE and available():
            return _in_process(pieces, rules, report)
        return _here(b"".join(pieces), rules, report)
    except NotWellFormed:
        return []


def _here(text: bytes, rules: Rules, report: Report) -> list[PartReport]:
    found: list[PartReport] = []
    rested = time.monotonic()
    for step in validating(text, rules=rules):
        if isinstance(step, PartReport):
            found.append(step)
        else:
            report(step)
        if time.monotonic() - rested > _TURN:
            time.sleep(0.001)  # let the window have its turn
            rested = time.monotonic()
    return found


def _in_process(pieces: Pieces, rules: Rules, report: Report) -> list[PartReport]:
    found: list[PartReport] = []
    report(0.0)
    worker = judge_beside(pieces, rules)
    try:
        for message in worker.messages(lambda: report(0.0)):
            if isinstance(message, float):
                report(message)
            else:
                found += message
    finally:
        worker.stop()
    return found


def cut_out(document: Document, part: str, known: PartReport | None) -> Excerpt | None:
    """A record with all that its judgement needs; None where it is gone or very large.

    `known` is the last report on it, which knows its path in the file already.
    """
    cut = excerpt(document, part, path=known.path if known else "")
    return None if cut is None or len(cut.raw) > _LARGE_RECORD else cut


def judge_records(cuts: list[Excerpt], rules: Rules, report: Report) -> list[PartReport]:
    """Judge some records by themselves; those that are not well-formed have no report."""
    found = []
    for cut in cuts:
        report(0.0)
        with contextlib.suppress(NotWellFormed):
            found.append(validate_record(cut, rules))
    return found


def mend(frozen: Frozen, rules: Rules, report: Report) -> Mended:
    """What all safe repairs change; for a large file found by a process of its own."""
    if len(frozen.source.text) <= LARGE or not available():
        return mended(b"".join(frozen), rules)
    report(0.0)
    plain = frozen.source.codec == "utf-8" and not frozen.source.bom
    mender = mend_beside(frozen.views() if plain else frozen, rules)
    try:
        for message in mender.messages(lambda: report(0.0)):
            return message  # type: ignore[no-any-return]
    finally:
        mender.stop()
    return Mended()

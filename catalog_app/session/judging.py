"""Judging a document beside the window: pure functions of bytes, in a thread or a process."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection

from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, joined
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.validation import fixes
from catalog_app.validation.excerpts import declared_version, excerpt
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.run import (
    Excerpt,
    PartReport,
    Rules,
    validate,
    validate_record,
    validating,
)

LARGE = 1_000_000
_FEW = 200
_TURN = 0.004
Report = Callable[[float], None]


def judge(text: bytes, rules: Rules, report: Report) -> list[PartReport]:
    """Judge a whole file; a large one in a process of its own, so that the window never waits.

    `report` is told how far it is, and may raise to stop. What is not well-formed has no reports.
    """
    try:
        return _in_process(text, rules, report) if len(text) > LARGE else _here(text, rules, report)
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


def _in_process(text: bytes, rules: Rules, report: Report) -> list[PartReport]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(there, text, rules), daemon=True)
    worker.start()
    there.close()
    found: list[PartReport] = []
    try:
        fraction = 0.0
        while True:
            report(fraction)
            if not here.poll(0.05):
                continue
            said = here.recv()
            if said is None:
                return found
            if isinstance(said, float):
                fraction = said
            else:
                found += said
    except EOFError:
        return found
    finally:
        worker.terminate()
        worker.join()
        here.close()


def _work(pipe: Connection, text: bytes, rules: Rules) -> None:
    """In the process: send the progress and the reports, and None at the end."""
    last = time.monotonic()
    waiting: list[PartReport] = []
    try:
        for step in validating(text, rules=rules):
            if isinstance(step, PartReport):
                waiting.append(step)
            if time.monotonic() - last > 0.1 and isinstance(step, float):
                pipe.send(waiting)
                pipe.send(step)
                waiting, last = [], time.monotonic()
        pipe.send(waiting)
    except NotWellFormed:
        pass
    finally:
        pipe.send(None)
        pipe.close()


def judge_record(
    document: Document, part: str, rules: Rules, known: PartReport | None, most: int
) -> PartReport | None:
    """Judge one record by itself; None where it is gone or larger than `most` bytes.

    `known` is the last report on it: among very many records its place is taken from there.
    """
    cut = _excerpt(document, part, known)
    if cut is None or len(cut.raw) > most:
        return None
    try:
        return validate_record(cut, rules)
    except NotWellFormed:
        return None


def _excerpt(document: Document, part: str, known: PartReport | None) -> Excerpt | None:
    if known is None or len(document.records()) <= _FEW:
        return excerpt(document, part)
    anchor = document.anchor(part)
    if anchor is None:
        return None
    element = document.anchored(anchor)
    return Excerpt(
        element.raw,
        part,
        anchor.kind,
        declared_version(element),
        dict(element.parent.namespaces) if element.parent else {},
        document.entities,
        known.path,
        known.line,
        any(finding.rule.startswith("eprints.") for finding in known.findings),
    )


def safe_edit(document: Document, rules: Rules) -> tuple[Edit | None, list[tuple[Finding, Fix]]]:
    """One edit that makes all safe repairs, one after the other, and which they are.

    The repairs are tried on the document itself, because each must see what the ones before it
    did, and taken back at once: nobody hears of it.
    """
    done: list[Edit] = []

    def perform(edit: Edit) -> None:
        document.apply(edit)
        done.append(edit)

    def findings(text: bytes) -> list[Finding]:
        reports = validate(text, rules=rules)
        return [finding for report in reports for finding in report.findings]

    try:
        repairs = fixes.fix_all(document, findings, perform)
    finally:
        for edit in reversed(done):
            document.apply(edit.inverse)
    if not done:
        return None, []
    name = repairs[0][1].title if len(repairs) == 1 else f"Mend {len(repairs)} problems"
    return replace(joined(name, done), merges=False), repairs

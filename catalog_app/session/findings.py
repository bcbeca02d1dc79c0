"""What is wrong or worth a look in one open document, kept up to date while it is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from catalog_app.document.address import Address, Step
from catalog_app.document.edit import Change, Edit
from catalog_app.session import judging
from catalog_app.session.jobs import Job, Jobs, Report
from catalog_app.session.session import Session
from catalog_app.validation import fixes
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.mending import Mended, edit_of
from catalog_app.validation.run import PartReport, Rules

SOON, LATER = 150, 700
Counts = tuple[int, int]
Steps = tuple[Step, ...]


class Findings(QObject):
    """All findings, in document order; where they are; how to mend them.

    The record just edited is judged `SOON` milliseconds after the last change, the whole file
    `LATER` in the background; what was found in an older state is dropped. `changed()` when the
    findings are others, `busy(bool)` and `progress(float)` while the whole file is judged,
    `rules_changed()` when other rules are switched off.
    """

    changed = Signal()
    progress = Signal(float)
    busy = Signal(bool)
    rules_changed = Signal()

    def __init__(
        self, session: Session, rules: Rules | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rules = rules or Rules()
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._closed = False
        self._edited: set[str] = set()
        self.items: tuple[Finding, ...] = ()
        self.reports: tuple[PartReport, ...] = ()
        self._index: dict[str, _PartIndex] = {}
        self._soon = _timer(self, self._on_soon)
        self._later = _timer(self, self.check)
        session.changed.connect(self._on_session_changed)
        session.saved.connect(self._on_session_saved)
        self._later.start(0)

    def put_off(self) -> None:
        """Judge nothing before it is asked for: a form that is being made comes first."""
        self._later.stop()

    def check_soon(self) -> None:
        """Judge the whole file when nothing else is to be done."""
        self._later.start(0)

    # ---- what there is

    def at(self, address: Address) -> list[Finding]:
        """The findings of an element and its attributes, or of one attribute."""
        index = self._index.get(address.part)
        here = index.places.get(address.steps, []) if index else []
        if not address.attribute:
            return list(here)
        return [finding for finding in here if finding.address == address]

    def counts(self, prefix: Address) -> Counts:
        """How many errors and other findings there are at a place and inside it."""
        index = self._index.get(prefix.part)
        return index.counts.get(prefix.steps, (0, 0)) if index else (0, 0)

    @property
    def rules(self) -> Rules:
        """Which rules are switched off, and which weigh more or less than usual."""
        return self._rules

    def set_rules(self, rules: Rules) -> None:
        """Judge by other rules from now on."""
        if rules != self._rules:
            self._rules = rules
            self.rules_changed.emit()
            kept = [
                item for item in self.items if item.source == "schema" or rules.wants(item.rule)
            ]
            self._take(kept)
            self._later.start(0)

    def switch_off(self, rule: str) -> None:
        """Never show this kind of finding again."""
        self.set_rules(replace(self._rules, off=self._rules.off | {rule}))

    def switch_on(self, rule: str) -> None:
        """Show this kind of finding again."""
        self.set_rules(replace(self._rules, off=self._rules.off - {rule}))

    # ---- mending

    def edit_for(self, finding: Finding, fix: Fix) -> Edit | None:
        """The edit that a fix would make, or None where it has lost its object."""
        return fixes.edit_for(self._session.document, finding, fix)

    def apply(self, finding: Finding, fix: Fix) -> bool:
        """Mend one finding, as one step of the undo history."""
        edit = self.edit_for(finding, fix)
        if edit is None:
            return False
        done = self._session.perform(replace(edit, name=fix.title), self)
        if done:
            self._session.end_typing()
        return done

    @property
    def safe(self) -> list[tuple[Finding, Fix]]:
        """The findings that can be mended without loss and without judgement."""
        return fixes.safe_fixes(self.items)

    def look_for_safe(self, then: Callable[[Edit | None, Mended], None]) -> None:
        """Find in the background what mends all that is safe; not if there is an edit meanwhile.

        `then` gets the edit, which nobody has done yet, and what it consists of.
        """
        document, rules = self._session.document, self._rules
        frozen, version = document.frozen(), document.version

        def done(found: Mended) -> None:
            if document.version == version:
                then(edit_of(document, found), found)

        self._jobs.run("", lambda report: judging.mend(frozen, rules, report), done)

    # ---- keeping up

    def _on_session_changed(self, change: Change) -> None:
        place = change.address
        if self._job is not None:
            self._job.cancel()
        if change.records_changed or place is None or not place.part.startswith("record"):
            self._later.start(SOON)
        else:
            self._edited.add(place.part)
            self._soon.start(SOON)
            self._later.start(LATER)

    def _on_soon(self) -> None:
        """Judge the records that were edited, unless they are edited again meanwhile."""
        document, rules, version = (
            self._session.document,
            self._rules,
            self._session.document.version,
        )
        known = {report.name: report for report in self.reports if report.name in self._edited}
        cuts = [judging.cut_out(document, part, known.get(part)) for part in self._edited]

        def done(reports: list[PartReport]) -> None:
            if document.version == version and rules == self._rules:
                self._edited.clear()
                self._exchange({report.name: report.findings for report in reports})

        wanted = [cut for cut in cuts if cut is not None]
        self._jobs.run("", lambda report: judging.judge_records(wanted, rules, report), done)

    def _exchange(self, found: dict[str, tuple[Finding, ...]]) -> None:
        index = self._index | _indexed(item for judged in found.values() for item in judged)
        index |= {part: _PartIndex({}, {}) for part, judged in found.items() if not judged}
        self._take(_exchanged(self.items, found), index)

    def _on_session_saved(self) -> None:
        if not self.reports:
            self._later.start(0)

    def check(self) -> None:
        """Judge the whole file in the background; a new record only when it has been begun."""
        self._later.stop()
        if self._session.untouched:
            return
        if self._job is not None:
            self._job.cancel()
        document, rules = self._session.document, self._rules
        pieces, version = judging.snapshot(document), document.version

        def work(report: Report) -> _Judged:
            reports = judging.judge(pieces, rules, report)
            items = tuple(item for each in reports for item in each.findings)
            return tuple(reports), items, _indexed(items)

        def done(judged: _Judged) -> None:
            if document.version == version and rules == self._rules:
                self.reports, items, index = judged
                self._edited.clear()
                self._take(items, index)

        self._job = self._jobs.run("", work, done)
        self._job.progressed.connect(self.progress)
        self._job.finished.connect(self._on_job_finished)
        self.busy.emit(True)

    def _on_job_finished(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.busy.emit(False)

    def _take(self, found: Iterable[Finding], index: dict[str, _PartIndex] | None = None) -> None:
        items = tuple(found)
        if self._session.read_only:  # What nobody can mend is not offered to be mended.
            items, index = tuple(replace(item, fixes=()) for item in items), None
        if items == self.items:
            return
        self.items = items
        self._index = _indexed(items) if index is None else index
        self.changed.emit()

    def close(self, heir: Jobs | None = None) -> None:
        """Stop everything that is under way; an heir waits for it instead of the caller.

        Nothing begins any more: the document may go on with findings of its own.
        """
        if not self._closed:
            self._closed = True
            self._session.changed.disconnect(self._on_session_changed)
            self._session.saved.disconnect(self._on_session_saved)
        self._soon.stop()
        self._later.stop()
        if heir is None:
            self._jobs.close()
        else:
            self._jobs.leave_to(heir)
        self._job = None


def _timer(parent: QObject, handler: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(handler)
    return timer


@dataclass(frozen=True, slots=True)
class _PartIndex:
    """The findings of one part by the steps to their element, and how many stand below."""

    places: dict[Steps, list[Finding]]
    counts: dict[Steps, Counts]


_Judged = tuple[tuple[PartReport, ...], tuple[Finding, ...], dict[str, _PartIndex]]


def _indexed(items: Iterable[Finding]) -> dict[str, _PartIndex]:
    found: dict[str, _PartIndex] = {}
    for item in items:
        if item.address is None:
            continue
        index = found.setdefault(item.address.part, _PartIndex({}, {}))
        steps, grave = item.address.steps, item.severity == "error"
        index.places.setdefault(steps, []).append(item)
        for depth in range(len(steps) + 1):
            errors, others = index.counts.get(steps[:depth], (0, 0))
            index.counts[steps[:depth]] = errors + grave, others + (not grave)
    return found


def _exchanged(items: tuple[Finding, ...], found: dict[str, tuple[Finding, ...]]) -> list[Finding]:
    """The findings with those of some records exchanged, in their old order."""
    result: list[Finding] = []
    waiting = dict(found)
    for item in items:
        part = item.address.part if item.address else ""
        if part not in found:
            result.append(item)
        elif part in waiting:
            result += waiting.pop(part)
    for late in waiting.values():
        result += late
    return result

"""The analysis of an article out of the window's way: in slices, or in programs of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from catalog_app.article.analyse import Analysis, analyse
from catalog_app.article.plugin import installed
from catalog_app.article.readiness import is_read, is_told, make_ready
from catalog_app.article.suggestion import Known, Suggestion
from catalog_app.article.support import Statement, Support, supported
from catalog_app.article.text import Article
from catalog_app.article.worker import Begun, Broken, Failed, analyse_beside, check_beside
from catalog_app.beside import Beside, available
from catalog_app.session.jobs import Job, Jobs, Report

LONG = 300_000
"""Characters from which a text is analysed in programs of its own."""
SHORT = 30_000
"""Characters up to which a record is checked against a text at once."""


class Analysing(QObject):
    """One analysis under way.

    `early(list)` with the suggestions of the first part of a long text; `done(list)` with all;
    `noted(str)` what was left out; `failed(error)`; `progressed(float)`; `ended()` in any case.
    """

    early = Signal(object)
    done = Signal(object)
    noted = Signal(str)
    failed = Signal(object)
    progressed = Signal(float)
    ended = Signal()

    def __init__(self, jobs: Jobs, article: Article, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self.article = jobs, article
        self._job: Job | None = None

    @property
    def long(self) -> bool:
        """Whether it takes so long that progress is worth showing."""
        return len(self.article.text) > LONG

    def start(self, label: str, known: Known) -> None:
        """Begin; `label` names the work where it is shown."""
        text = self.article.text
        if self.long and available():
            work = partial(_analysed, text, known, self.early.emit, self.noted.emit)
            self._follow(self._jobs.run(label, work, self.done.emit, self.failed.emit))
        elif not is_read(text):
            self._load(label, known)
        elif not is_told(text):
            then = partial(self._on_guessed, label, known)
            self._job = self._sliced(label, known, False, then)
        else:
            self._follow(self._sliced(label, known, True, self.done.emit))

    def cancel(self) -> None:
        """Stop; nothing more is heard of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.blockSignals(True)

    def _sliced(
        self, label: str, known: Known, sure: bool, then: Callable[[list[Suggestion]], None]
    ) -> Job:
        steps = _fractions(self.article, known, sure, self.noted.emit)
        return self._jobs.slices(label, steps, then, self.failed.emit)

    def _on_guessed(self, label: str, known: Known, found: list[Suggestion]) -> None:
        """Show what is there, and begin again once the language can be told."""
        self.early.emit(found)
        self._load(label, known)

    def _load(self, label: str, known: Known) -> None:
        then, work = partial(self._on_ready, label, known), partial(_load, self.article.text)
        self._job = self._jobs.run("", work, then, self.failed.emit)

    def _on_ready(self, label: str, known: Known, _nothing: object) -> None:
        if self._job is not None:
            self._follow(self._sliced(label, known, True, self.done.emit))

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self.progressed)
        job.finished.connect(self.ended)


def _load(text: str, _report: Report) -> None:
    make_ready(text)


def _fractions(
    article: Article, known: Known, sure: bool, note: Callable[[str], None]
) -> Iterator[object]:
    """The analysis as a job wants it: fractions, then the suggestions."""
    yield 0.0
    suggesters, _ = installed()
    yield 0.0
    steps: Analysis = analyse(article, known, suggesters, sure)
    while True:
        try:
            step = next(steps)
        except StopIteration as finished:
            yield finished.value
            return
        if step.note:
            note(step.note)
        yield step.done / max(1, step.total)


def _analysed(
    text: str,
    known: Known,
    early: Callable[[list[Suggestion]], None],
    note: Callable[[str], None],
    report: Report,
) -> list[Suggestion]:
    """In a thread: let programs beside us analyse, and hear what they say."""
    found: dict[bool, list[Suggestion]] = {False: [], True: []}
    told = False
    for message in _heard(analyse_beside(text, known), report):
        if isinstance(message, Begun):
            found[message.whole] += message.found
        elif isinstance(message, Failed):
            note(message.note)
        elif not told:
            early(found[False])
            told = True
    return found[True]


def judged(article: Article, statements: Sequence[Statement], report: Report) -> list[Support]:
    """In a thread: what an article says of a record's statements; read by a program beside us."""
    if not available():
        return list(supported(article, statements))
    heard = _heard(check_beside(article.text, statements), report)
    return [message for message in heard if isinstance(message, Support)]


def _heard(program: Beside, report: Report) -> Iterator[object]:
    """What a program beside us says; its fractions are reported, and it is ended with us."""
    share = [0.0]
    try:
        for message in program.messages(lambda: report(share[0])):
            if isinstance(message, float):
                share[0] = message
                report(message)
            yield message
        if not program.complete:
            raise Broken("The program that reads the text has ended before its time.")
    finally:
        program.stop()

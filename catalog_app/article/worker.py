"""The analysis of a long article in processes of their own, so that the window never waits.

One program is asked (`analyse_beside`, `check_beside`); it reads the beginning, tells what is
suggested so far, and shares the rest of the text among programs like itself, one a processor.
Parts are of one size wherever this runs, so that the result is the same everywhere.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import Queue
from typing import IO

from catalog_app.article.analyse import Ground, conclude, finish, gather, ground_of, prepare
from catalog_app.article.findings import Findings, add
from catalog_app.article.plugin import installed
from catalog_app.article.suggestion import Known, Suggestion, compared, ranked
from catalog_app.article.support import Statement, supported
from catalog_app.article.text import Article
from catalog_app.article.tokens import parts
from catalog_app.beside import Beside, be_calm, end_when_left, tell

_FIRST = 60_000
"""Characters after which the first suggestions are told."""
_PART = 500_000
_MOST_HELPERS = 4


@dataclass(frozen=True)
class Begun:
    """Some suggestions are there: of the first part of the text, or in the end of all of it."""

    found: tuple[Suggestion, ...]
    whole: bool


@dataclass(frozen=True)
class Failed:
    """An added suggester was left out, and why."""

    note: str


@dataclass(frozen=True)
class _Analysis:
    text: str
    known: Known


@dataclass(frozen=True)
class _Check:
    text: str
    statements: Sequence[Statement]


@dataclass(frozen=True)
class _Share:
    """The parts of a text that one helper reads."""

    ground: Ground
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Part:
    """What a helper has found in the part that begins here."""

    start: int
    findings: Findings


class Broken(Exception):
    """A program beside us ended before it had finished."""


# ---- asked by the window


def analyse_beside(text: str, known: Known) -> Beside:
    """Begin to analyse; the messages are fractions, `Failed`, and `Begun` piece by piece."""
    return _asked(_Analysis(text, tuple(known)))


def check_beside(text: str, statements: Sequence[Statement]) -> Beside:
    """Begin to check a record's statements; the messages are fractions and `Support`s."""
    return _asked(_Check(text, tuple(statements)))


def _asked(request: object) -> Beside:
    return Beside(__name__, [pickle.dumps(request)], stays=True)


# ---- in the program


def _analysed(request: _Analysis) -> Iterator[object]:
    text, article = request.text, Article(request.text)
    ground, findings = ground_of(text), Findings()
    prepare(ground.profile)
    shares = parts(text, 0, _FIRST)[:1]
    first = shares[0][1] if shares else 0
    helpers = _helpers(ground, parts(text, first, _PART))
    try:
        for _ in gather(findings, ground, 0, first):
            pass
        early = [one for part in conclude(findings, ground.language, text) for one in part]
        yield from _pieces(ranked(compared(early, request.known)), whole=False)
        yield from _collected(findings, helpers, first, len(text))
    finally:
        for helper in helpers:
            helper.stop()
    yield from _concluded(findings, ground, article, request.known)


def _helpers(ground: Ground, cut: Sequence[tuple[int, int]]) -> list[Beside]:
    """Programs that read the parts in turn, so that all of them come forward alike."""
    count = min(len(cut), os.cpu_count() or 1, _MOST_HELPERS)
    return [_asked(_Share(ground, tuple(cut[at::count]))) for at in range(count)]


def _collected(
    findings: Findings, helpers: Sequence[Beside], first: int, size: int
) -> Iterator[object]:
    """Add what the helpers find, in the order of the text; tell how far they are together."""
    done = first
    heard: dict[int, Findings] = {}
    turns = _heard_from(helpers)
    while (message := turns.get()) is not None:
        if isinstance(message, _Part):
            heard[message.start] = message.findings
        else:
            done += message
            yield done / size
    if not all(helper.complete for helper in helpers):
        raise Broken
    for start in sorted(heard):
        add(findings, heard[start])


def _heard_from(helpers: Sequence[Beside]) -> Queue[_Part | int | None]:
    """What all the helpers say, and None when the last has finished."""
    heard: Queue[_Part | int | None] = Queue()

    def listen(helper: Beside) -> None:
        for message in helper.messages():
            heard.put(message)

    listeners = [threading.Thread(target=listen, args=(one,), daemon=True) for one in helpers]

    def wait() -> None:
        for listener in listeners:
            listener.join()
        heard.put(None)

    for listener in (*listeners, threading.Thread(target=wait, daemon=True)):
        listener.start()
    return heard


def _concluded(
    findings: Findings, ground: Ground, article: Article, known: Known
) -> Iterator[object]:
    suggesters, _ = installed()
    steps = finish(findings, ground, article, known, suggesters)
    while True:
        try:
            step = next(steps)
        except StopIteration as finished:
            yield from _pieces(finished.value, whole=True)
            return
        if step.note:
            yield Failed(step.note)


def _pieces(found: Sequence[Suggestion], whole: bool) -> Iterator[Begun]:
    """A few suggestions at a time, so that unpacking them holds nobody up."""
    for start in range(0, len(found), 20):
        yield Begun(tuple(found[start : start + 20]), whole)


def _read(request: _Share) -> Iterator[object]:
    """Read the parts of a share; tells how many characters, and what was found in each."""
    prepare(request.ground.profile)
    for start, end in request.parts:
        findings, told = Findings(), start
        for at in gather(findings, request.ground, start, end):
            if at - told > 20_000:
                yield at - told
                told = at
        findings.opening.clear()  # that of the whole text was read at first
        yield _Part(start, findings)
        yield end - told


def _checked(request: _Check) -> Iterator[object]:
    statements = request.statements
    for count, judged in enumerate(supported(Article(request.text), statements), 1):
        yield judged
        yield count / len(statements)


_SERVED: dict[type, Callable[..., Iterator[object]]] = {
    _Analysis: _analysed, _Check: _checked, _Share: _read,
}  # fmt: skip


def main(entry: IO[bytes], out: IO[bytes]) -> None:
    """Serve the one request that comes in."""
    be_calm()
    try:
        request = pickle.load(entry)
    except (EOFError, pickle.UnpicklingError):
        return  # nobody waits for it any more
    end_when_left(entry)
    for message in _SERVED[type(request)](request):
        tell(out, message)
    tell(out, None)


if __name__ == "__main__":
    # What is pickled must be called the same in both programs.
    from catalog_app.article import worker

    worker.main(sys.stdin.buffer, sys.stdout.buffer)

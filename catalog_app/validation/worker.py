"""Judging in a process of its own: rules and bytes in, reports out, over the standard streams."""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Iterable
from typing import IO

from catalog_app.beside import Beside, be_calm, tell
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.validation.run import PartReport, Rules, validating

_EVERY = 0.1


def judge_beside(pieces: Iterable[memoryview], rules: Rules) -> Beside:
    """A judge beside us, whose messages are fractions and lists of reports."""
    return Beside(__name__, [pickle.dumps(rules), *pieces])


def main(entry: IO[bytes], out: IO[bytes]) -> None:
    """In the process: judge what comes in, and tell it."""
    be_calm()
    rules = pickle.load(entry)
    text = entry.read()
    waiting: list[PartReport] = []
    last = time.monotonic()
    try:
        for step in validating(text, rules=rules):
            if isinstance(step, PartReport):
                waiting.append(step)
            elif time.monotonic() - last > _EVERY:
                tell(out, waiting)
                tell(out, step)
                waiting, last = [], time.monotonic()
        tell(out, waiting)
    except NotWellFormed:
        pass
    tell(out, None)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)

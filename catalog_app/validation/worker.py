"""Judging in a process of its own: bytes in, reports out, over the standard streams.

`python -m catalog_app.validation.worker` reads the rules and the document, and writes how far it
is and what it found. It is started as a program of its own rather than forked or spawned by
`multiprocessing`, which would run the caller's script a second time.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.validation.run import PartReport, Rules, validating

_BLOCK = 1 << 20
_EVERY = 0.1
Message = float | list[PartReport]


class Worker:
    """A judge beside us; `messages` are fractions and reports, `stop` ends it at once."""

    def __init__(self, pieces: Iterable[memoryview], rules: Rules) -> None:
        package = str(Path(__file__).resolve().parents[2])
        found = os.environ.get("PYTHONPATH")
        where = os.pathsep.join((package, found)) if found else package
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": where},
        )
        self._heard: queue.Queue[Message | None] = queue.Queue()
        feeder = threading.Thread(target=self._feed, args=(list(pieces), rules), daemon=True)
        feeder.start()

    def _feed(self, pieces: list[memoryview], rules: Rules) -> None:
        entry = self._process.stdin
        assert entry is not None
        try:
            pickle.dump(rules, entry)
            for piece in pieces:
                for start in range(0, len(piece), _BLOCK):
                    entry.write(piece[start : start + _BLOCK])
            entry.close()
        except (BrokenPipeError, ValueError):
            pass  # it was stopped before it had read everything

    def messages(self, wanted: Callable[[], None]) -> Iterator[Message]:
        """What the judge says, until it has said everything.

        `wanted` is called every now and then meanwhile, and may raise to give up.
        """
        listener = threading.Thread(target=self._listen, daemon=True)
        listener.start()
        while True:
            try:
                message = self._heard.get(timeout=_EVERY)
            except queue.Empty:
                wanted()
                continue
            if message is None:
                return
            yield message

    def _listen(self) -> None:
        out = self._process.stdout
        assert out is not None
        message: Message | None = 0.0
        while message is not None:
            try:
                message = pickle.load(out)
            except (EOFError, pickle.UnpicklingError, ValueError, OSError):
                message = None
            self._heard.put(message)

    def stop(self) -> None:
        """End the process, whatever it is doing, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


def available() -> bool:
    """Whether there is a Python to start: not in a frozen application."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def main(entry: IO[bytes], out: IO[bytes]) -> None:
    """In the process: judge what comes in, and tell it."""
    rules = pickle.load(entry)
    text = entry.read()
    waiting: list[PartReport] = []
    last = time.monotonic()

    def tell(message: object) -> None:
        pickle.dump(message, out)
        out.flush()

    try:
        for step in validating(text, rules=rules):
            if isinstance(step, PartReport):
                waiting.append(step)
            elif time.monotonic() - last > _EVERY:
                tell(waiting)
                tell(step)
                waiting, last = [], time.monotonic()
        tell(waiting)
    except NotWellFormed:
        pass
    tell(None)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)

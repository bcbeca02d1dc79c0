"""A program of our own that works beside us: bytes in, pickled messages out, over pipes.

It is started as `python -m MODULE` rather than forked or spawned by `multiprocessing`, which would
run the caller's script a second time. It has a lower priority than the window.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

_BLOCK = 1 << 20
_EVERY = 0.1
_NICENESS = 5
_CALM = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)


class Beside:
    """The program: `messages` are what it says, `stop` ends it at once.

    Its entry is closed once it has been fed, unless it `stays`: then it is closed when we end,
    however that happens, and the program can see that nobody waits for it any more. What it sends
    last is None; `complete` says whether that has come.
    """

    def __init__(
        self, module: str, feed: Iterable[bytes | memoryview], *, stays: bool = False
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": _search_path()},
            creationflags=_CALM,
        )
        self._stays, self.complete = stays, False
        self._heard: queue.Queue[Any] = queue.Queue()
        threading.Thread(target=self._feed, args=(list(feed),), daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()

    def _feed(self, pieces: list[bytes | memoryview]) -> None:
        entry = self._process.stdin
        assert entry is not None
        # It may be stopped before it has read everything.
        with contextlib.suppress(BrokenPipeError, ValueError, OSError):
            for piece in pieces:
                for start in range(0, len(piece), _BLOCK):
                    entry.write(piece[start : start + _BLOCK])
            entry.flush() if self._stays else entry.close()

    def _listen(self) -> None:
        out = self._process.stdout
        assert out is not None
        try:
            while (message := pickle.load(out)) is not None:
                self._heard.put(message)
            self.complete = True
        except (EOFError, pickle.UnpicklingError, ValueError, OSError):
            pass
        self._heard.put(None)

    def messages(self, wanted: Callable[[], None] = lambda: None) -> Iterator[Any]:
        """What it says, until it has said everything.

        `wanted` is called every now and then meanwhile, and may raise to give up.
        """
        while True:
            try:
                message = self._heard.get(timeout=_EVERY)
            except queue.Empty:
                wanted()
                continue
            if message is None:
                return
            yield message

    def stop(self) -> None:
        """End it, whatever it is doing, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


def _search_path() -> str:
    package = str(Path(__file__).resolve().parents[1])
    found = os.environ.get("PYTHONPATH")
    return os.pathsep.join((package, found)) if found else package


def available() -> bool:
    """Whether there is a Python to start: not in a frozen application."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


# ---- in the program


def be_calm() -> None:
    """Leave the processor to the window where both want it."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICENESS)


def tell(out: IO[bytes], message: object) -> None:
    """Say something to whoever started us; end at once where nobody listens any more."""
    try:
        pickle.dump(message, out)
        out.flush()
    except BrokenPipeError:
        os._exit(1)


def end_when_left(entry: IO[bytes]) -> None:
    """End this program when whoever started it is gone; once the entry has been read."""

    def wait() -> None:
        os.read(entry.fileno(), 1)  # not through its buffer, which is locked when we end
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()

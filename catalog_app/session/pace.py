"""How long a slice of work may take, so that a turn of the event loop stays short."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_SLICE, _LITTLE, _CROWDED = 0.010, 0.004, 0.015


class Pace:
    """Gives each slice of a long work its time, in seconds of `time.monotonic`.

    Several works share a turn with what the user does: where much time has passed since the last
    slice, others took it, and this one takes little.
    """

    def __init__(self) -> None:
        self._ended = 0.0

    @contextmanager
    def slice(self) -> Iterator[float]:
        """When this slice is to end."""
        now = time.monotonic()
        crowded = now - self._ended > _CROWDED
        try:
            yield now + (_LITTLE if crowded else _SLICE)
        finally:
            self._ended = time.monotonic()

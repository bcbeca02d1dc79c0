"""Long work a few milliseconds at a time: iterators of fractions that return what was found."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Found = TypeVar("Found")
Slices = Generator[float, None, Found]


def returned(steps: Slices[Found]) -> Found:
    """What such work finds, waited for."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]

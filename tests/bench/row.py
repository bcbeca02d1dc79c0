"""One measured figure, what it is compared with, and the goal."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """What was measured, as text, and whether it reaches the goal; no goal, no verdict."""

    what: str
    measured: str
    compared: str = ""
    goal: str = ""
    reached: bool | None = None


def ratio(what: str, ours: float, theirs: float, goal: float, unit: str = "s") -> Row:
    """A row that compares two figures of one unit; reached if ours/theirs is below the goal."""
    found = ours / theirs if theirs else 0.0
    return Row(
        what,
        f"{ours:.2f} {unit}",
        f"{found:.2f} × {theirs:.2f} {unit}",
        f"< {goal:g} ×",
        found < goal,
    )


def below(what: str, seconds: float, goal: float) -> Row:
    """A row for a time that must stay below a goal in seconds."""
    return Row(what, f"{seconds * 1000:.1f} ms", "", f"< {goal * 1000:g} ms", seconds < goal)


def taken(work: Callable[[], object]) -> float:
    """How long one call takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def typically(work: Callable[[], object], times: int = 5) -> float:
    """The median time of several calls, in seconds."""
    return median(taken(work) for _ in range(times))

"""What the analysis of articles finds in the gold set, by kind and language."""

from __future__ import annotations

from collections.abc import Iterator

from tests.article.measure import PARTS, Score, precision
from tests.article.measure import measure as measured
from tests.bench.row import Row

_GOALS = {"person": (0.85, 0.75), "body": (0.85, 0.75), "place": (0.85, 0.75), "date": (0.85, 0.75)}
_LANGUAGES = ("eng", "rus")


def measure() -> list[Row]:
    """Rows for the texts the rules were made with, those kept apart, those of other hands."""
    return [row for part in PARTS for row in _rows(part)]


def _rows(part: str) -> Iterator[Row]:
    held_out, folder = PARTS[part]
    for (kind, language), score in sorted(measured(held_out, folder=folder).items()):
        goal = _GOALS.get(kind) if language in _LANGUAGES else None
        yield _row(f"{part}: {kind}, {language}", kind, score, goal)


def _row(what: str, kind: str, score: Score, goal: tuple[float, float] | None) -> Row:
    said = f"precision {precision(kind, score)}, recall {score.recall:.2f}"
    if goal is None:
        return Row(what, said)
    reached = score.precision >= goal[0] and score.recall >= goal[1]
    return Row(what, said, "", f"≥ {goal[0]}, {goal[1]}", reached)

"""What the analysis of articles finds in the gold set, by kind and language."""

from __future__ import annotations

from collections.abc import Iterator

from tests.article.measure import Score
from tests.article.measure import measure as measured
from tests.bench.row import Row

_GOALS = {"person": (0.85, 0.75), "body": (0.85, 0.75), "place": (0.85, 0.75), "date": (0.85, 0.75)}
_LANGUAGES = ("eng", "rus")


def measure() -> list[Row]:
    """Rows for the texts that the rules were made with, and for those kept apart."""
    return [row for held_out in (False, True) for row in _rows(held_out)]


def _rows(held_out: bool) -> Iterator[Row]:
    which = "kept apart" if held_out else "made with"
    for (kind, language), score in sorted(measured(held_out).items()):
        goal = _GOALS.get(kind) if language in _LANGUAGES else None
        yield _row(f"{which}: {kind}, {language}", kind, score, goal)


def _row(what: str, kind: str, score: Score, goal: tuple[float, float] | None) -> Row:
    # The gold set names some topics only, so that theirs have no precision.
    precision = "–" if kind == "topic" else f"{score.precision:.2f}"
    said = f"precision {precision}, recall {score.recall:.2f}"
    if goal is None:
        return Row(what, said)
    reached = score.precision >= goal[0] and score.recall >= goal[1]
    return Row(what, said, "", f"≥ {goal[0]}, {goal[1]}", reached)

"""XML that is not finished yet, and how it lives on while the record changes elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and is no XML yet, and the good text it was made from."""

    good: str
    text: str


def rebased(old: str, new: str, draft: str) -> str | None:
    """A draft with what happened elsewhere to the text it was made from; None if they touch."""
    first, last = _apart(old, new)
    start, end = _apart(old, draft)
    come = new[first : len(new) - (len(old) - last)]
    typed = draft[start : len(draft) - (len(old) - end)]
    if last <= start:
        return old[:first] + come + old[last:start] + typed + old[end:]
    if end <= first:
        return old[:start] + typed + old[end:first] + come + old[last:]
    return None


def _apart(old: str, new: str) -> tuple[int, int]:
    """Where two texts begin to differ, and where in `old` they are the same again."""
    start, limit = 0, min(len(old), len(new))
    while start < limit and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail

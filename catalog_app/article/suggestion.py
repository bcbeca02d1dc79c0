"""What the analysis offers: a value in the shape of a field, with its passages and its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from catalog_app.article.lexicon import folded
from catalog_app.article.shape import Shaped

KINDS = (
    "title", "dateline", "source", "date", "person", "body", "place", "topic", "language",
    "abstract", "genre",
)  # fmt: skip
"""The kinds of suggestion, in the order in which they are shown."""

Known = Sequence[tuple[str, str]]
"""What a record already has: (path, text) of its fields."""


@dataclass(frozen=True)
class Suggestion:
    """Something the text says that a record could say.

    `passages` are offsets in the article's text, `score` runs from 0 to 1. `others` are other
    places in a record for the same thing. `known` means that the record has it already.
    """

    kind: str
    label: str
    shaped: Shaped
    passages: tuple[tuple[int, int], ...]
    reason: str
    score: float
    others: tuple[Shaped, ...] = ()
    known: bool = False


def ranked(found: list[Suggestion]) -> list[Suggestion]:
    """In the order of the kinds, the best of each first."""
    return sorted(found, key=lambda one: (KINDS.index(one.kind), -one.score, one.passages[:1]))


def compared(found: list[Suggestion], known: Known) -> list[Suggestion]:
    """Mark those that a record already has, in whichever field."""
    values = [comparable(text) for _, text in known if text.strip()]
    whole = set(values)
    return [_marked(one, _is_known(one, whole)) for one in found] if known else found


def _marked(one: Suggestion, known: bool) -> Suggestion:
    return one if one.known == known else replace(one, known=known)


@lru_cache(maxsize=20_000)
def comparable(text: str) -> str:
    """A text without what differs between two ways of writing the same."""
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text)).split())


def _is_known(one: Suggestion, values: set[str]) -> bool:
    texts = [comparable(text) for _, text in one.shaped.values()]
    if one.kind == "person":
        parts = [comparable(e.text) for e in one.shaped.element.children if e.name == "namePart"]
        both = (" ".join(parts), " ".join(reversed(parts)))
        return all(part in values for part in parts) or any(name in values for name in both)
    return any(text in values for text in (comparable(one.label), texts[0] if texts else ""))

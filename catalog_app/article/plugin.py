"""Where a larger model can be added: the entry-point group "catalog_app.suggesters".

A package that brings, say, a neural recogniser of names declares in its own pyproject.toml

    [project.entry-points."catalog_app.suggesters"]
    my-model = "my_package:make"

where `make()` returns an object with the two members of `Suggester`. It is made when an article is
first analysed, off the window's thread, and asked once for each article. What it suggests is shown
beside the rest, compared with the record and with what the rules found: the same value from both
is shown once, with the passages of both. A suggester that fails is left out and named to the
reader; it never stops the analysis. It must work offline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, runtime_checkable

from catalog_app.article.language import Language
from catalog_app.article.suggestion import Suggestion, comparable
from catalog_app.article.text import Article

GROUP = "catalog_app.suggesters"


@runtime_checkable
class Suggester(Protocol):
    """What an added recogniser must offer."""

    name: str
    """How it is called in a reason or an error, in the reader's words."""

    def suggest(self, article: Article, language: Language | None) -> Iterable[Suggestion]:
        """The suggestions for an article in this language."""


@dataclass(frozen=True)
class Failure:
    """A suggester that could not be used, and why."""

    name: str
    reason: str


def installed(
    points: Iterable[EntryPoint] | None = None,
) -> tuple[tuple[Suggester, ...], tuple[Failure, ...]]:
    """The suggesters that other packages bring, and those that could not be made."""
    made: list[Suggester] = []
    failed: list[Failure] = []
    for point in entry_points(group=GROUP) if points is None else points:
        try:
            suggester = point.load()()
        except Exception as error:  # another's code may fail in any way
            failed.append(Failure(point.name, f"{type(error).__name__}: {error}"))
            continue
        if isinstance(suggester, Suggester):
            made.append(suggester)
        else:
            failed.append(Failure(point.name, "It offers no name and suggest()."))
    return tuple(made), tuple(failed)


def asked(
    suggester: Suggester, article: Article, language: Language | None
) -> tuple[list[Suggestion], Failure | None]:
    """What a suggester offers for an article, with its name in every reason."""
    try:
        found = list(suggester.suggest(article, language))
    except Exception as error:  # another's code may fail in any way
        return [], Failure(suggester.name, f"{type(error).__name__}: {error}")
    return [replace(one, reason=f"{suggester.name}: {one.reason}") for one in found], None


def merged(own: list[Suggestion], added: list[Suggestion]) -> list[Suggestion]:
    """Both lists, with the same value of the same kind only once."""
    by_value = {(one.kind, comparable(one.label)): one for one in own}
    for one in added:
        key = one.kind, comparable(one.label)
        by_value[key] = _joined(by_value[key], one) if key in by_value else one
    return list(by_value.values())


def _joined(first: Suggestion, second: Suggestion) -> Suggestion:
    passages = tuple(sorted({*first.passages, *second.passages}))
    reason = f"{first.reason} {second.reason}"
    return replace(first, passages=passages, reason=reason, score=max(first.score, second.score))


def in_words(failure: Failure) -> str:
    """A sentence about a suggester that was left out."""
    return f"The suggestions of “{failure.name}” were left out: {failure.reason}"

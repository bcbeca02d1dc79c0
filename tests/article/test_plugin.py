"""Added suggesters: found by entry point, asked, compared, and left out when they fail."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint

from catalog_app.article.analyse import analyse, suggest
from catalog_app.article.language import Language
from catalog_app.article.plugin import GROUP, Suggester, asked, installed
from catalog_app.article.shape import element, shaped
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article, from_text

TEXT = from_text("Akmal Kamolov spoke in Tashkent about the water of the river for an hour.\n")


class Model:
    """A suggester that knows one place and one topic."""

    name = "Model"

    def suggest(self, article: Article, language: Language | None) -> Iterable[Suggestion]:
        for kind, label in (("place", "Tashkent"), ("topic", "oratory")):
            made = element("subject", "", element("topic", label))
            yield Suggestion(kind, label, shaped(made), ((0, 5),), "I know it.", 0.9)


class Broken:
    """A suggester that fails."""

    name = "Broken"

    def suggest(self, article: Article, language: Language | None) -> Iterable[Suggestion]:
        raise RuntimeError("no model")


def point(name: str, target: str) -> EntryPoint:
    return EntryPoint(name, f"{__name__}:{target}", GROUP)


def test_suggesters_are_found_by_entry_point() -> None:
    made, failed = installed([point("m", "Model"), point("n", "absent"), point("d", "dict")])
    assert [suggester.name for suggester in made] == ["Model"]
    assert [failure.name for failure in failed] == ["n", "d"]


def test_what_a_suggester_adds_is_shown_once_with_both_reasons() -> None:
    found = {one.label: one for one in suggest(TEXT, suggesters=[Model()])}
    assert found["oratory"].reason == "Model: I know it."
    assert "Model" in found["Tashkent"].reason
    assert "list of places" in found["Tashkent"].reason
    assert (0, 5) in found["Tashkent"].passages


def test_a_suggester_that_fails_is_left_out_and_named() -> None:
    assert isinstance(Broken(), Suggester)
    _, failure = asked(Broken(), TEXT, None)
    assert failure
    notes = [step.note for step in analyse(TEXT, suggesters=[Broken()]) if step.note]
    assert notes == ["The suggestions of “Broken” were left out: RuntimeError: no model"]
    assert suggest(TEXT, suggesters=[Broken()]) == suggest(TEXT)

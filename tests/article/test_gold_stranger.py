"""The texts of another hand: their form, and how other right forms are counted."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.article.measure import ANOTHER_HAND, KINDS, Score, compare, texts

TEXTS = list(texts(False, ANOTHER_HAND))
LANGUAGES = {"eng": 8, "rus": 8, "uzb": 3, "kaz": 2, "kir": 1, "tgk": 2}
DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|-)(-\d\d){0,2}")


def a_text(**expected: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "language": "eng", "dateline": None, "source": [], "dates": [], "persons": {},
        "bodies": [], "places": [], "genre": "article", "topics": [],
    }  # fmt: skip
    return empty | expected


def counted(kind: str, gold: dict[str, Any], *values: str) -> Score:
    got: dict[str, set[str]] = {one: set() for one in KINDS}
    return compare(gold, got | {kind: set(values)})[kind][0]


def test_every_language_is_there_as_often_as_was_asked() -> None:
    languages = [gold["language"] for _, _, gold in TEXTS]
    assert {one: languages.count(one) for one in languages} == LANGUAGES


@pytest.mark.parametrize(("name", "data", "gold"), TEXTS, ids=[name for name, _, _ in TEXTS])
def test_a_text_is_of_a_news_items_length_and_names_its_headline_and_dates_in_full(
    name: str, data: bytes, gold: dict[str, Any]
) -> None:
    text = data.decode()
    assert 120 <= len(re.findall(r"\w+(?:[-'‘’]\w+)*", text)) <= 350
    assert gold["title"] in text.splitlines()
    for date in gold["dates"]:
        assert all(DATE.fullmatch(part) for part in date.split("/")), date


def test_another_right_form_stands_for_the_expected_value() -> None:
    gold = a_text(bodies=["Northern Lens AS"], also={"Northern Lens AS": ["Northern Lens"]})
    assert counted("body", gold, "Northern Lens") == Score(right=1)


def test_the_same_thing_found_in_two_forms_is_one_right_and_one_wrong() -> None:
    gold = a_text(bodies=["Northern Lens AS"], also={"Northern Lens AS": ["Northern Lens"]})
    assert counted("body", gold, "Northern Lens", "Northern Lens AS") == Score(right=1, wrong=1)


def test_a_day_without_a_year_may_be_right_where_the_year_is_known() -> None:
    gold = a_text(dates=["2024-05-02"], also={"2024-05-02": ["--05-02"]})
    assert counted("date", gold, "XXXX-05-02") == Score(right=1)


def test_the_role_of_a_person_found_under_another_form_of_the_name_counts() -> None:
    gold = a_text(persons={"Lola Kim": "curator"}, also={"Lola Kim": ["L. Kim"]})
    assert counted("role", gold, "L. Kim: curator") == Score(right=1)


def test_topics_have_a_precision_where_every_right_one_is_named() -> None:
    gold = a_text(topics=["frost"], optional_topics=["weather"])
    score = counted("topic", gold, "frost", "weather", "telephone")
    assert score == Score(right=1, wrong=1, more=1)
    assert score.precision == pytest.approx(2 / 3)

"""Lines that name a newspaper or archive, and headlines beside them."""

from __future__ import annotations

import pytest

from catalog_app.article.imprint import imprint
from tests.article.rules import of_kind

BODY = (
    "\n\nВ четверг в районном доме культуры прошла встреча жителей с инженерами. Она была долгой."
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Annandale Herald, 14 March 1921", "The Annandale Herald"),
        ("(Steppe Courier)", "Steppe Courier"),
        ("Anna Lee, Caspian Monitor", "Caspian Monitor"),
        ("«Сельская правда», № 45, 3 июня 1987 г.", "Сельская правда"),
        ("Из газеты «Маяк Приаралья»", "Маяк Приаралья"),
        ("National Records of Scotland, GD 40/2/17", "National Records of Scotland"),
    ],
)
def test_a_line_names_where_a_text_stood(line: str, name: str) -> None:
    found = imprint(line, opens=False)
    assert found is not None
    assert (found.name, line[found.start : found.end]) == (name, name)


@pytest.mark.parametrize(
    "line", ["(Anna Lee)", "Old bridge to be rebuilt", "Hector Munro", "(Tashkent)"]
)
def test_other_short_lines_name_nothing(line: str) -> None:
    assert imprint(line, opens=False) is None


@pytest.mark.parametrize(
    "line", ["«Мы снимали на Арале»", "Records of the Board of Trade, BT 31/12"]
)
def test_a_quoted_or_numbered_first_line_is_a_headline(line: str) -> None:
    assert imprint(line, opens=True) is None


@pytest.mark.parametrize(
    "head",
    ["«Сельская правда», № 45, 3 июня 1987 г.", "Письма читателей", "КУЛЬТУРА / ВЫСТАВКИ",
     "ПРЕСС-РЕЛИЗ: 4 мая 2019 г."],
)  # fmt: skip
def test_the_headline_is_below_rubric_and_newspaper(head: str) -> None:
    text = f"{head}\n\nМост ждёт ремонта{BODY}"
    assert "Мост ждёт ремонта" in of_kind(text, "title")


def test_a_greeting_is_no_headline() -> None:
    title = next(iter(of_kind("Уважаемая редакция!" + BODY, "title").values()))
    assert title.score < 0.5


def test_a_field_name_before_a_title_is_left_out() -> None:
    text = "Title: Papers of the Holt family\n\nThe papers were given by a niece in 1968, in boxes."
    assert "Papers of the Holt family" in of_kind(text, "title")


@pytest.mark.parametrize(
    ("head", "agency"),
    [("Караганда, 3 мая 2019, Казинформ — ", "Казинформ"),
     ("Караганда, «Новости Арала». ", "Новости Арала"),
     ("АЛМА-АТА. (Наш соб. корр.). ", ""), ("УРГЕНЧ (Хорезмская область). ", "")],
)  # fmt: skip
def test_a_dateline_names_its_agency_but_not_a_region_or_reporter(head: str, agency: str) -> None:
    text = f"Мост ждёт ремонта\n\n{head}{BODY.strip()}"
    assert list(of_kind(text, "dateline"))
    assert list(of_kind(text, "source")) == ([agency] if agency else [])

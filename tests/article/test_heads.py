"""The head of a report: headline, dateline, source."""

from __future__ import annotations

import pytest

from tests.article.rules import of_kind

_BODY = "The water fell on Saturday, and thousands of people went home, officials said."


@pytest.mark.parametrize(
    ("head", "place", "source"),
    [
        ("BREMEN, Germany, Oct. 12 (Reuters) — ", "Bremen", ["Reuters"]),
        ("LILLEHAMMER, Norway – ", "Lillehammer", []),
        ("STORNOWAY (The Scotsman) - ", "Stornoway", ["The Scotsman"]),
        ("HALDEN, 3 June 2024 – ", "Halden", []),
        ("LEEDS. ", "Leeds", []),
        ("КОСТАНАЙ. 12 марта. КазТАГ – Сергей Лимонов. ", "Костанай", ["КазТАГ"]),
        ("Алматы, 21 сентября. /Спорт-Экспресс/. ", "Алматы", ["Спорт-Экспресс"]),
        ("САМАРКАНД, Узбекистан, 8 окт. (ТАСС) – ", "Самарканд", ["ТАСС"]),
        ("ASTANA. KAZINFORM - ", "Astana", ["Kazinform"]),
    ],
)
def test_a_dateline_gives_place_and_agency(head: str, place: str, source: list[str]) -> None:
    text = f"Rivers recede after the flood\n\n{head}{_BODY}\n\n{_BODY}"
    assert list(of_kind(text, "dateline")) == [place]
    assert list(of_kind(text, "source")) == source


def test_a_city_that_begins_a_sentence_is_no_dateline() -> None:
    text = "Города\n\nТашкент – столица Узбекистана, и в нём живут многие люди.\n\nИ так далее."
    assert of_kind(text, "dateline") == {}


def test_place_and_date_on_a_line_of_their_own_are_a_dateline() -> None:
    text = f"Новый завод\n\n05.11.2024, г. Уральск\n\n{_BODY}"
    assert list(of_kind(text, "dateline")) == ["Уральск"]


@pytest.mark.parametrize(
    "before",
    [
        "FOR IMMEDIATE RELEASE\n\n", "ПРЕСС-РЕЛИЗ\n\n", "CALL FOR PAPERS\n\n",
        "УДК 551.311\n\nТ.К. Ахмеджанова1, А. Б. Шварцман2\n\n", "UDC 51\nPeter J. Lindqvist\n",
        "Gaukhar Suleimenova1, Peter J. Lindqvist2*\n\n", "",
    ],
)  # fmt: skip
def test_labels_numbers_and_authors_are_no_headline(before: str) -> None:
    text = f"{before}Wild apples of the mountains\n\n{_BODY}"
    assert list(of_kind(text, "title")) == ["Wild apples of the mountains"]


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("Лев АРБУЗОВ, «Омские ведомости»", "Омские ведомости"),
        ("Нина Сотникова, РБК", "РБК"),
        ("From the Yorkshire Evening Herald", "Yorkshire Evening Herald"),
        ("Источник: Жетысуский вестник", "Жетысуский вестник"),
    ],
)
def test_the_paper_under_a_text_is_its_source(end: str, source: str) -> None:
    assert list(of_kind(f"Rivers recede\n\n{_BODY}\n\n{end}", "source")) == [source]


def test_the_firm_that_issues_a_press_release_is_its_source() -> None:
    text = (
        "PRESS RELEASE\n\nA shared laboratory opens\n\nHalden University College and Fjellvik "
        f"Robotics AS signed it. {_BODY}\n\nContact: Marit Sollie, Fjellvik Robotics AS"
    )
    assert list(of_kind(text, "source")) == ["Fjellvik Robotics AS"]

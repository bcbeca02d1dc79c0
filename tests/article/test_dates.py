"""Dates: spans of time and lists of days, in every language with rules."""

from __future__ import annotations

import pytest

from catalog_app.article.dates import find_dates


@pytest.mark.parametrize(
    ("text", "profile", "found"),
    [
        ("between May 2019 and October 2021", "eng", ["2019-05/2021-10"]),
        ("from 5 March to 2 April 2024", "eng", ["2024-03-05/2024-04-02"]),
        ("between 1 and 3 March", "eng", ["XXXX-03-01/XXXX-03-03"]),
        ("from 1958 until 1961", "eng", ["1958/1961"]),
        ("October 9 and 10", "eng", ["XXXX-10-09", "XXXX-10-10"]),
        ("17-18 February", "eng", ["XXXX-02-17/XXXX-02-18"]),
        ("с июня 2025 года по март 2026 года", "rus", ["2025-06/2026-03"]),
        ("в ночь с 14 на 15 ноября", "rus", ["XXXX-11-14/XXXX-11-15"]),
        ("5, 6 и 19 октября", "rus", ["XXXX-10-05", "XXXX-10-06", "XXXX-10-19"]),
        ("между 20 и 23 ноября 2024 года", "rus", ["2024-11-20/2024-11-23"]),
        ("9–11-may kunlari", "uzb", ["XXXX-05-09/XXXX-05-11"]),
        ("2023 йил ноябридан 2024 йил январигача", "uzc", ["2023-11/2024-01"]),
        ("2021 жылғы мамырдан 2024 жылғы сәуірге дейін", "kaz", ["2021-05/2024-04"]),
        ("2012-жылдан 2018-жылга чейин", "kir", ["2012/2018"]),
        ("5-7-январда", "kir", ["XXXX-01-05/XXXX-01-07"]),
        ("аз соли 2019 то соли 2023", "tgk", ["2019/2023"]),
        ("аз 18 апрел то 9 май", "tgk", ["XXXX-04-18/XXXX-05-09"]),
    ],
)
def test_a_span_or_a_list_is_read_as_one(text: str, profile: str, found: list[str]) -> None:
    assert [date.value for date in find_dates(f"Az, {text}.", profile)] == found


def test_a_span_that_runs_backwards_is_none() -> None:
    assert [one.value for one in find_dates("с 12 по 9 марта 2024 года", "rus")] == ["2024-03-09"]


@pytest.mark.parametrize("text", ["pages 5-7 of it", "they may come and march 5 miles", "1-2"])
def test_numbers_alone_are_no_dates(text: str) -> None:
    assert list(find_dates(text, "eng")) == []

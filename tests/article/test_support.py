"""The other way round: what a text says about the statements of a record."""

from __future__ import annotations

import pytest

from catalog_app.article.support import Support, supported
from catalog_app.article.text import from_text

REPORT = from_text(
    "ASTANA – Tashkent hosted a regional conference on April 14 dedicated to public diplomacy, "
    "reported Kazinform.\n\nThe Director of the center, Kabuljon Sabirov, said that the countries "
    "of Central Asia had strengthened their relations since 2017.\n"
)
RUSSIAN = from_text("В Ташкенте 14 апреля 2023 года прошла встреча. Выступил Алексей Громов.\n")


def judged(address: str, value: str, article: object = REPORT) -> Support:
    (support,) = supported(article, [(address, "A label", value)])  # type: ignore[arg-type]
    return support


@pytest.mark.parametrize(
    ("address", "value", "verdict"),
    [
        ("titleInfo/title", "Conference on public diplomacy", "supported"),
        ("titleInfo/title", "Cotton prices in Bukhara", "not mentioned"),
        ("name/namePart", "Sabirov, Kabuljon", "supported"),
        ("name/namePart", "Sabirov, Anvar", "partly"),
        ("name/namePart", "Ivanov, Ivan", "not mentioned"),
        ("originInfo/dateIssued", "2017", "supported"),
        ("originInfo/dateIssued", "2023-04-14", "partly"),
        ("originInfo/dateIssued", "1999-01-01", "not mentioned"),
        ("language/languageTerm", "eng", "supported"),
        ("language/languageTerm", "rus", "not mentioned"),
        ("subject/geographic", "Ташкент", "supported"),
        ("subject/geographic", "London", "not mentioned"),
        ("subject/geographicCode", "a-uz---", "supported"),
        ("subject/geographicCode", "a-ja", "not mentioned"),
        ("subject/topic", "Public diplomacy", "supported"),
        ("originInfo/publisher", "Kazinform", "supported"),
        ("identifier", "978-3-16-148410-0", "not checked"),
        ("recordInfo/recordContentSource", "TIU", "not checked"),
    ],
)
def test_a_statement_is_supported_or_not(address: str, value: str, verdict: str) -> None:
    assert judged(address, value).verdict == verdict


def test_the_passages_show_where_the_text_says_it() -> None:
    support = judged("name/namePart", "Sabirov, Kabuljon")
    assert [REPORT.passage(*span) for span in support.passages] == ["Kabuljon Sabirov"]
    assert support.reason


def test_an_abstract_is_compared_word_by_word() -> None:
    support = judged(
        "abstract", "Tashkent hosted a conference that strengthened relations of Central Asia."
    )
    assert support.verdict == "supported"
    assert "of its" in support.reason


def test_other_endings_count_as_the_same_word() -> None:
    assert judged("subject/geographic", "Tashkent", RUSSIAN).verdict == "supported"
    assert judged("name/namePart", "Громова Алексея", RUSSIAN).verdict == "supported"
    assert judged("originInfo/dateIssued", "2023-04-14", RUSSIAN).verdict == "supported"


def test_empty_values_are_passed_over() -> None:
    assert list(supported(REPORT, [("note", "Note", "  ")])) == []

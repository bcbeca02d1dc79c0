"""What kind of text it is: letters, obituaries, finding aids and their like."""

from __future__ import annotations

import pytest

from tests.article.rules import of_kind

ENGLISH = "\n\nThe council met on Tuesday in the old mill and heard the report of the engineers."
RUSSIAN = "\n\nВ четверг в районном доме культуры прошла встреча жителей с инженерами."


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("OBITUARY\n\nJohn Marsh, ferryman" + ENGLISH, "obituary"),
        ("John Marsh, who has died aged 80, was a ferryman." + ENGLISH, "obituary"),
        ("Некролог\n\nПамяти учителя" + RUSSIAN, "obituary"),
        ("Sir, — I read with dismay your report on the ferry." + ENGLISH, "letter"),
        ("Уважаемая редакция!" + RUSSIAN, "letter"),
        ("Book review\n\nRoads of salt" + ENGLISH, "review"),
        ("Беседа\n\nГолос степи" + RUSSIAN, "interview"),
        ("Голос степи\n\n— Кто вам помогал?\n\n— Рыбак.\n\n— А потом?\n\n— Никто.", "interview"),
        ("Papers\n\nExtent: 14 boxes\n\nScope and content" + ENGLISH, "finding aid"),
        ("Ф. 417\n\nИсторическая справка" + RUSSIAN + "\n\nКрайние даты: 1931", "finding aid"),
        ("PRESS RELEASE\n\nOld bridge to be rebuilt" + ENGLISH, "press release"),
        ("Приглашаем на выставку ковров" + RUSSIAN + " Вход свободный.", "exhibition announcement"),
        ("Old bridge to be rebuilt" + ENGLISH, "article"),
    ],
)
def test_a_text_is_of_the_kind_that_its_words_and_build_show(text: str, genre: str) -> None:
    assert list(of_kind(text, "genre")) == [genre]


def test_a_word_of_finding_aids_in_a_sentence_says_nothing() -> None:
    text = "Old roads\n\nTo some extent the provenance of the maps is known, the council says."
    assert list(of_kind(text, "genre")) == ["article"]


def test_only_terms_of_the_marc_list_carry_its_code() -> None:
    letter = of_kind("Dear Sir,\n\nThe bus is gone." + ENGLISH, "genre")["letter"]
    obituary = of_kind("Obituary\n\nJohn Marsh" + ENGLISH, "genre")["obituary"]
    assert letter.shaped.element.attribute("authority") == "marcgt"
    assert obituary.shaped.element.attribute("authority") == ""

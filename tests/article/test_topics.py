"""What is offered as a topic, and how it is called."""

import pytest

from catalog_app.article.analyse import suggest
from catalog_app.article.phrases import name_of_topic
from catalog_app.article.text import from_text


def topics(text: str) -> list[str]:
    return [one.label for one in suggest(from_text(text)) if one.kind == "topic"]


@pytest.mark.parametrize(
    ("words", "profile", "name"),
    [
        ("государственном языке", "rus", "государственный язык"),
        ("цифровых технологий", "rus", "цифровые технологии"),
        ("находке", "rus", "находка"),
        ("сообщил", "rus", ""),
        ("hamkorlikda", "uzb", "hamkorlik"),
        ("кітапханаға", "kaz", "кітапхана"),
        ("мектептин", "kir", "мектеп"),
        ("ҷашни", "tgk", "ҷашн"),
    ],
)
def test_a_topic_is_called_by_its_nominative(words: str, profile: str, name: str) -> None:
    assert name_of_topic(words, profile) == name


def test_months_names_in_quotation_marks_and_verbs_are_no_topics() -> None:
    found = topics(
        "Музей открыл выставку керамики\n\nВ марте музей показал керамику из Хивы. "
        "Компания «Синий Кувшин» помогла. В марте её видели многие.\n\n"
        "Выставку керамики «Синий Кувшин» продлят: керамика понравилась детям.\n"
    )
    assert "керамика" in " ".join(found)
    assert not {"март", "кувшин", "показал"} & set(found)

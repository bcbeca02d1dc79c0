"""A passage becomes a field: names, dates, places, languages, abstracts, quotations."""

from __future__ import annotations

import pytest

from catalog_app.article.mending import mended, mended_paragraphs, trimmed
from catalog_app.article.passage import SHAPERS, name_parts, shape_passage
from catalog_app.article.shape import Shaped
from catalog_app.article.text import Article, from_text

REPORT = """ASTANA – Tashkent hosted a conference on April 14, reported Kazinform.

“Dialogue is a remarkable tool,” said Director of the Institute of Seismology Kabuljon Sabirov. \
The President of the Civil Alliance of Kazakhstan, Banu Nurgaziyeva, agreed.
"""


def shaped_as(kind: str, text: str, words: str | None = None) -> tuple[Shaped, ...]:
    article = from_text(text)
    words = words or text
    start = article.text.index(words)
    return shape_passage(article, start, start + len(words), kind)


def texts(shape: Shaped) -> dict[str, str]:
    return {"/".join(path): text for path, text in shape.values()}


def test_a_name_is_split_and_offered_the_other_way_round() -> None:
    likely, other = shaped_as("name", "Nargiza Yusupova")
    parts = [(part.attribute("type"), part.text) for part in likely.element.children]
    assert parts == [("given", "Nargiza"), ("family", "Yusupova")]
    assert [part.text for part in other.element.children] == ["Yusupova", "Nargiza"]


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Sabirov, Kabuljon", "Kabuljon", "Sabirov"),
        ("Каримова М. Р.", "М. Р.", "Каримова"),
        ("Петрова Наталья", "Наталья", "Петрова"),
        ("Konstantin von Kaufman", "Konstantin", "von Kaufman"),
        ("Алишер Навои", "Алишер", "Навои"),
        ("Navoiy", "", "Navoiy"),
        ("John Fitzgerald Kennedy", "John Fitzgerald", "Kennedy"),
    ],
)
def test_the_parts_of_a_name_are_told_apart(text: str, given: str, family: str) -> None:
    assert name_parts(text) == (given, family)


def test_a_name_takes_its_role_and_body_from_its_neighbourhood() -> None:
    (likely, _) = shaped_as("name", REPORT, "Kabuljon Sabirov")
    assert texts(likely)["name/role/roleTerm"] == "Director"
    assert texts(likely)["name/affiliation"] == "Institute of Seismology"
    (likely, _) = shaped_as("name", REPORT, "Banu Nurgaziyeva")
    assert texts(likely)["name/role/roleTerm"] == "President"
    assert texts(likely)["name/affiliation"] == "Civil Alliance of Kazakhstan"
    assert likely.note


def test_spaces_and_commas_at_the_ends_never_come_along() -> None:
    (likely, _) = shaped_as("name", REPORT, " Banu Nurgaziyeva, ")
    assert texts(likely)["name/namePart"] == "Nurgaziyeva"
    assert shaped_as("topic", "of  public \n diplomacy, ", " public \n diplomacy, ")[
        0
    ].values() == ((("subject", "topic"), "public diplomacy"),)


def test_an_empty_selection_has_no_shape() -> None:
    assert all(shape_passage(Article("a   b"), 1, 4, kind) == () for kind in SHAPERS)


@pytest.mark.parametrize(
    ("text", "value", "encoding"),
    [
        ("March 2, 2023", "2023-03-02", "w3cdtf"),
        ("21 марта 2024 года", "2024-03-21", "w3cdtf"),
        ("16-oktabr, 2023-yil", "2023-10-16", "w3cdtf"),
        ("12 апрель 2019 йил", "2019-04-12", "w3cdtf"),
        ("2023 жылғы 1 қыркүйек", "2023-09-01", "w3cdtf"),
        ("2022-жылдын 25-августу", "2022-08-25", "w3cdtf"),
        ("21 марти соли 2024", "2024-03-21", "w3cdtf"),
        ("17.05.2024", "2024-05-17", "w3cdtf"),
        ("September 2022", "2022-09", "w3cdtf"),
        ("1998", "1998", "w3cdtf"),
        ("1924–1939", "1924/1939", "edtf"),
        ("in the 1990s", "199X", "edtf"),
        ("from 19 to 21 October 2022", "2022-10-19/2022-10-21", "edtf"),
    ],
)
def test_a_date_gets_its_value_and_encoding(text: str, value: str, encoding: str) -> None:
    issued = shaped_as("date", text)[0]
    assert issued.field == ("originInfo", "dateIssued")
    assert (issued.element.text, issued.element.attribute("encoding")) == (value, encoding)


def test_a_day_and_month_without_a_year_stays_so_and_says_it() -> None:
    issued = shaped_as("date", REPORT, "April 14")[0]
    assert issued.element.text == "XXXX-04-14"
    assert "no year" in issued.note


def test_what_is_no_date_stays_as_it_is_and_says_so() -> None:
    issued = shaped_as("date", "the year of the sheep")[0]
    assert issued.element.text == "the year of the sheep"
    assert issued.element.attributes == ()
    assert issued.note


def test_a_place_gets_the_codes_of_its_country_in_any_case_and_language() -> None:
    origin, about = shaped_as("place", "В Ташкенте открылась выставка, и все пришли", "Ташкенте")
    assert texts(about) == {"subject/geographic": "Ташкент", "subject/geographicCode": "a-uz"}
    assert [term.text for term in origin.element.children] == ["Ташкент", "uz"]
    assert shaped_as("place", REPORT, "ASTANA")[0].element.children[0].text == "Astana"


def test_an_unknown_place_stays_without_codes() -> None:
    (about,) = shaped_as("place subject", "Yangiqishloq")
    assert texts(about) == {"subject/geographic": "Yangiqishloq"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("in Uzbek", "uzb"), ("на казахском языке", "kaz"), ("ба забони тоҷикӣ", "tgk")],
)
def test_a_language_is_read_from_its_name(text: str, code: str) -> None:
    assert shaped_as("language", text)[0].element.children[0].text == code


def test_a_language_that_is_not_named_is_that_of_the_passage() -> None:
    (found,) = shaped_as("language", REPORT)
    assert found.element.children[0].text == "eng"
    assert found.note


def test_line_breaks_are_mended_and_paragraphs_kept() -> None:
    (made,) = shaped_as("abstract", " A study of diplo-\nmacy and\nits uses.\n\nThe end.\n")
    assert made.element.text == "A study of diplomacy and its uses.\nThe end."
    assert mended("Central-\nAsian  states") == "Central-Asian states"
    assert mended("so\u00adft") == "soft"
    assert mended_paragraphs(" \n\n ") == ""


def test_a_quotation_becomes_a_note_in_quotation_marks() -> None:
    (made,) = shaped_as("quotation", REPORT, "“Dialogue is a remarkable tool,”")
    assert made.element.attribute("type") == "quotation"
    assert made.element.text == "“Dialogue is a remarkable tool,”"
    assert shaped_as("quotation", "«Вода уходит»")[0].element.text == "«Вода уходит»"


def test_a_body_is_a_name_and_a_subject() -> None:
    name, about = shaped_as("body", REPORT, "Civil Alliance of Kazakhstan")
    assert texts(name) == {"name/namePart": "Civil Alliance of Kazakhstan"}
    assert about.field == ("subject",)
    russian = "Об этом сообщили в Министерстве иностранных дел Казахстана вчера вечером."
    name, _ = shaped_as("body", russian, "Министерстве иностранных дел Казахстана")
    assert texts(name) == {"name/namePart": "Министерство иностранных дел Казахстана"}


def test_a_title_with_a_colon_is_offered_with_a_subtitle_and_whole() -> None:
    parted, whole = shaped_as("title", "Shared rivers: water in\nthe Ferghana Valley")
    assert texts(parted) == {
        "titleInfo/title": "Shared rivers",
        "titleInfo/subTitle": "water in the Ferghana Valley",
    }
    assert texts(whole) == {"titleInfo/title": "Shared rivers: water in the Ferghana Valley"}


def test_the_remaining_kinds_have_their_fields() -> None:
    assert shaped_as("host", "Pravda Vostoka")[0].element.attribute("type") == "host"
    assert shaped_as("publisher", "(Kazinform)")[0].element.text == "Kazinform"
    assert shaped_as("genre", "Editorial")[0].element.text == "editorial"
    assert shaped_as("note", "With a map.")[0].element.text == "With a map."


def test_a_shape_can_be_wrapped_in_its_parents() -> None:
    issued = shaped_as("date", "1998")[0]
    assert issued.whole().name == "originInfo"
    assert issued.whole().children == (issued.element,)


def test_trimming_a_selection_of_spaces_leaves_nothing() -> None:
    assert trimmed("a  b", 1, 3) == (3, 3)

"""Text: leftovers are found, what is meant is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_app.validation.values.scripts import check_mixed_scripts
from catalog_app.validation.values.sentence_case import check_capitals, sentence_case
from catalog_app.validation.values.text import check_text, clean_text


def found(value: str, **more) -> dict[str, str | None]:
    return {p.rule: p.repaired for p in check_text(value, **more)}


@pytest.mark.parametrize(
    "value",
    [
        "Mechanisms for developing public diplomacy",
        "Johnson & Sons; AT&T; R&D;",
        "a < b and c > d",
        "Ep 2574<a>",
        "10\u00a0000 сум, А.\u00a0С. Пушкин, №\u00a05, «\u00a0Figaro\u00a0»",
        "naïve Œuvre, Ḥayyim, Oʻzbekiston, Қазақстан",
        "کتاب\u200cخانه",
        "שלום\u200f, עולם",
        "Wi-Fi-сеть, HTML-код, COVID-19",
        "First line\nsecond line",
        "",
    ],
)
def test_good_text_gives_nothing(value):
    assert found(value) == {}


@pytest.mark.parametrize(
    ("value", "rule", "repaired"),
    [
        ("&nbsp;In this article", "text.html-entity", " In this article"),
        ("Breitkopf &amp; Härtel", "text.html-entity", "Breitkopf & Härtel"),
        ("Breitkopf &amp;amp; Härtel", "text.html-entity", "Breitkopf & Härtel"),
        ("na&#239;ve", "text.html-entity", "naïve"),
        ("<i>Some</i> title", "text.html-tag", "Some title"),
        ("one<br/>two", "text.html-tag", "one two"),
        ('<a href="x">here</a>', "text.html-tag", "here"),
        ("two  blanks", "text.doubled-blank", "two blanks"),
        ("  around\n", "text.outer-blank", "around"),
        ("hard\u00a0blank", "text.hard-blank", "hard blank"),
        ("a\x07b", "text.forbidden-character", "ab"),
        ("1914\x961918", "text.control-character", "1914–1918"),
        ("zero\u200bwidth", "text.invisible", "zerowidth"),
        ("dis\u00adcuss", "text.invisible", "discuss"),
        ("mark\u200e only", "text.direction-mark", "mark only"),
        ("Mu\u0308ller", "text.not-composed", "Müller"),
        ("MÃ¼ller", "text.garbled", "Müller"),
        ("Tаshkent", "text.mixed-scripts", "Tashkent"),
        ("Report /", "text.isbd", "Report"),
        ("San Francisco :", "text.isbd", "San Francisco"),
        ("Chronicle Books,", "text.isbd", "Chronicle Books"),
    ],
)
def test_a_leftover_is_found_and_mended(value, rule, repaired):
    assert found(value) == {rule: repaired}


def test_what_xml_forbids_is_an_error_and_the_rest_is_not():
    severities = {p.rule: p.severity for p in check_text("a\x07b  c\u200b")}
    assert severities.pop("text.forbidden-character") == "error"
    assert set(severities.values()) == {"advice"}


def test_letters_written_in_pieces_are_only_mentioned():
    (problem,) = check_text("Sharh\u0323")
    assert (problem.severity, problem.safe) == ("advice", False)


def test_an_abstract_may_end_as_it_likes():
    assert found("and so on,", one_line=False) == {}


@pytest.mark.parametrize(
    ("value", "odd", "repaired"),
    [
        ("Tаshkent", "“а” is a Cyrillic letter", "Tashkent"),
        ("Моcква", "“c” is a Latin letter", "Москва"),
        ("ХIХ век", "“Х” is a Cyrillic letter", "XIX век"),
        ("СOVID", "“С” is a Cyrillic letter", "COVID"),
    ],
)
def test_a_letter_of_another_alphabet_is_named(value, odd, repaired):
    (problem,) = check_mixed_scripts(value)
    assert odd in problem.message
    assert problem.repaired == repaired
    assert check_mixed_scripts(repaired) == []


@pytest.mark.parametrize("value", ["HTMLом", "XIXв", "Wi-Fi", "μm", "Қазақ", "Tashkent Ташкент"])
def test_alphabets_side_by_side_are_no_mistake(value):
    assert check_mixed_scripts(value) == []


@pytest.mark.parametrize(
    ("value", "proposal"),
    [
        (
            "MECHANISMS FOR DEVELOPING CULTURAL DIPLOMACY IN CENTRAL ASIA",
            "Mechanisms for developing cultural diplomacy in Central Asia",
        ),
        ("THE ROLE OF THE UN AND UNESCO", "The role of the UN and UNESCO"),
        ("THE KGB AND WORLD WAR II", "The KGB and World War II"),
        ("РОЛЬ ООН В АЗИИ. НОВЫЕ ПОДХОДЫ", "Роль ООН в Азии. Новые подходы"),
        ("XX ASR OʻZBEK ADABIYOTI", "XX asr oʻzbek adabiyoti"),
        ("COVID-19 IN UZBEKISTAN", "COVID-19 in Uzbekistan"),
    ],
)
def test_sentence_case_keeps_acronyms_and_names(value, proposal):
    assert sentence_case(value)[0] == proposal


def test_words_that_may_be_acronyms_or_names_are_listed():
    _, doubtful = sentence_case("THE ROLE OF THE UN AND THE XRZ IN KYRGYZSTAN")
    assert {"UN", "XRZ", "Kyrgyzstan"} <= set(doubtful)


@pytest.mark.parametrize(
    "value",
    ["UNESCO", "BBC NEWS", "Mechanisms FOR", "1914-1918", "ЮНЕСКО ООН США СНГ ОБСЕ", "中文標題"],
)
def test_capitals_that_are_meant_are_left_alone(value):
    assert check_capitals(value) == []


def test_a_title_in_capitals_gets_a_proposal_only_as_a_title():
    value = "SCHOLARLY COMMUNICATIONS CONVOCATION"
    assert found(value) == {}
    assert found(value, title=True) == {"text.capitals": "Scholarly communications convocation"}


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60))
def test_cleaning_is_finished_after_one_time(value):
    once = clean_text(value)
    assert clean_text(once) == once


@given(st.text(max_size=60))
def test_no_text_breaks_a_check_and_each_repair_mends_its_finding(value):
    for problem in check_text(value, title=True):
        assert problem.message
        if problem.repaired is not None and problem.safe:
            again = {p.rule for p in check_text(problem.repaired, title=True)}
            assert problem.rule not in again


@pytest.mark.parametrize("title", ["تاريخ منظمة UNESCO في العالم", "תולדות UNESCO בארץ ישראל"])
def test_an_acronym_among_letters_without_capitals_is_no_title_in_capitals(title: str) -> None:
    assert not check_capitals(title)

"""What the analysis offers: on the real seed article, on the gold set, in any text at all."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_app.article.analyse import Cancelled, Progress, analyse, suggest
from catalog_app.article.suggestion import KINDS, Suggestion
from catalog_app.article.text import from_text, read_article
from catalog_app.paths import resources
from tests.article.measure import compare, found, measure, texts
from tests.real_files import CORPUS, needs_corpus

SEED = CORPUS / "seeds" / "article.txt"


_WORDS = re.findall(
    r"\S+|\n+",
    "President of the Ministry Kabul said “Tashkent” (SCO) 14 April 2023 , . : \n \n\n – "
    "Министерство имени и по министр Сабирова Ивана Ташкенте сказал А. Б. of for and "
    "vazirligi vaziri O‘zbekiston Вазорати ва и соли жылы 1990s - ' ’ 31/12/1999",
)


def of_kind(suggestions: list[Suggestion], kind: str) -> dict[str, Suggestion]:
    return {one.label: one for one in suggestions if one.kind == kind}


def seed() -> list[Suggestion]:
    return suggest(read_article(SEED.read_bytes()))


def value(one: Suggestion, name: str) -> str:
    return next(text for path, text in one.shaped.values() if path[-1] == name)


@needs_corpus
def test_the_seed_article_gives_language_dateline_date_and_source() -> None:
    found = seed()
    assert value(of_kind(found, "language")["English"], "languageTerm") == "eng"
    assert list(of_kind(found, "dateline")) == ["Astana"]
    assert list(of_kind(found, "source")) == ["Kazinform"]
    (date,) = of_kind(found, "date").values()
    assert value(date, "temporal") == "XXXX-04-14"
    assert "no year" in date.shaped.note


@needs_corpus
def test_the_seed_article_gives_two_persons_with_role_and_body() -> None:
    persons = of_kind(seed(), "person")
    assert set(persons) == {"Kabuljon Sabirov", "Banu Nurgaziyeva"}
    sabirov, nurgaziyeva = persons["Kabuljon Sabirov"], persons["Banu Nurgaziyeva"]
    assert value(sabirov, "roleTerm") == "Director"
    assert value(sabirov, "affiliation") == "SCO Center for Public Diplomacy in Uzbekistan"
    assert len(sabirov.passages) == 2, "“said Sabirov” is the same person"
    assert value(nurgaziyeva, "roleTerm") == "President"
    assert value(nurgaziyeva, "affiliation") == "Civil Alliance of Kazakhstan"


@needs_corpus
def test_the_seed_article_gives_its_bodies_places_topics_and_an_abstract() -> None:
    found = seed()
    assert {
        "Shanghai Cooperation Organization (SCO)",
        "SCO Center for Public Diplomacy in Uzbekistan",
        "Civil Alliance of Kazakhstan",
    } <= set(of_kind(found, "body"))
    places = of_kind(found, "place")
    assert {"Tashkent", "Uzbekistan", "Kazakhstan", "Central Asia", "Afghanistan"} <= set(places)
    assert value(places["Tashkent"], "geographicCode") == "a-uz"
    topics = of_kind(found, "topic")
    assert {"public diplomacy", "regional cooperation"} <= set(topics)
    assert len(topics) >= 4
    (abstract,) = of_kind(found, "abstract").values()
    assert value(abstract, "abstract").startswith("Tashkent hosted a Central Asian regional")
    assert list(of_kind(found, "genre")) == ["article"]


@needs_corpus
def test_a_second_article_is_analysed_with_the_lists_that_the_first_has_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article = read_article(SEED.read_bytes())
    first = suggest(article)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("a list is read again"))
    assert suggest(article) == first


@needs_corpus
def test_what_a_record_already_has_is_marked() -> None:
    known = [
        ("language/languageTerm", "eng"),
        ("name/namePart", "Kabuljon"),
        ("name/namePart", "Sabirov"),
        ("subject/name/namePart", "civil alliance of Kazakhstan"),
        ("subject/geographic", "TASHKENT"),
        ("subject/topic", "Public Diplomacy"),
    ]
    found = suggest(read_article(SEED.read_bytes()), known)
    marked = {one.label for one in found if one.known}
    assert marked == {
        "English", "Kabuljon Sabirov", "Civil Alliance of Kazakhstan", "Tashkent",
        "public diplomacy",
    }  # fmt: skip


@pytest.mark.parametrize("held_out", [False, True], ids=["made with", "kept apart"])
def test_names_bodies_places_and_dates_in_english_and_russian_are_good_enough(
    held_out: bool,
) -> None:
    scores = measure(held_out)
    for kind in ("person", "body", "place", "date"):
        for language in ("eng", "rus"):
            score = scores[kind, language]
            assert score.precision >= 0.85, f"{kind} in {language}"
            assert score.recall >= 0.75, f"{kind} in {language}"


def test_every_language_of_the_gold_set_is_recognised() -> None:
    for held_out in (False, True):
        for name, data, gold in texts(held_out):
            score, told = compare(gold, found(suggest(read_article(data))))["language"]
            assert score.missed == 0, f"{name}: {told}"


def test_every_suggestion_has_a_reason_passages_and_a_value() -> None:
    for _, data, _ in texts(held_out=False):
        article = read_article(data)
        for one in suggest(article):
            assert one.kind in KINDS
            assert one.reason.endswith(".")
            assert 0 < one.score <= 1
            assert one.shaped.values()
            assert one.passages
            assert all(0 <= start < end <= len(article.text) for start, end in one.passages)


def test_the_passages_of_a_person_show_the_name() -> None:
    article = read_article((resources() / "examples" / "report-english.txt").read_bytes())
    person = of_kind(suggest(article), "person")["Nurlan Beisenov"]
    shown = [article.passage(*span) for span in person.passages]
    assert shown == ["Nurlan Beisenov", "Beisenov"]


def test_a_byline_makes_an_author_with_the_code_for_one() -> None:
    text = "A Quiet Harvest\n\nBy Laura Whitcombe\n\nThe fields were empty when we came.\n"
    person = of_kind(suggest(from_text(text)), "person")["Laura Whitcombe"]
    assert [term for path, term in person.shaped.values() if path[-1] == "roleTerm"] == [
        "author",
        "aut",
    ]


def test_a_text_without_a_headline_gets_a_title_in_brackets_that_says_so() -> None:
    (title,) = of_kind(suggest(from_text("The rain came late this year.")), "title").values()
    assert title.label == "[The rain came late this year]"
    assert "no headline" in title.shaped.note


def test_the_head_of_a_journal_article_gives_title_and_authors() -> None:
    text = (
        "UDK 327.7\n\nMARKAZIY OSIYODA JAMOAT DIPLOMATIYASI\nVA HAMKORLIK\n\n"
        "NAZAROVA Feruza Rustamovna\n\nBu maqolada hamkorlik va ishonch haqida gap boradi.\n"
    )
    found = suggest(from_text(text))
    (title,) = of_kind(found, "title")
    assert title == "MARKAZIY OSIYODA JAMOAT DIPLOMATIYASI VA HAMKORLIK"
    assert list(of_kind(found, "person")) == ["Feruza Rustamovna Nazarova"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The village of Bulungur was cut off for a week by the snow.", "Bulungur"),
        (
            "They walked through the Nuratau Mountains for three days and nights.",
            "Nuratau Mountains",
        ),
        (
            "Bugun Qamashi tumanida yangi maktab ochildi va bu haqda xabar berildi.",
            "Qamashi tumani",
        ),
        ("Дар ноҳияи Ашт як мактаби нав барои кӯдакон сохта шуд.", "Ашт"),
    ],
)
def test_a_place_that_no_list_has_is_known_by_the_word_beside_it(text: str, place: str) -> None:
    found = of_kind(suggest(from_text(text)), "place")
    assert list(found) == [place]
    assert found[place].shaped.element.children[1:] == ()  # no code


def test_a_day_without_a_year_joins_the_same_day_with_one() -> None:
    text = "TASHKENT, August 17 (UzA) – They met on August 17, 2023 and on May 1.\n"
    dates = of_kind(suggest(from_text(text)), "date")
    assert set(dates) == {"2023-08-17", "05-01 (no year)"}
    assert len(dates["2023-08-17"].passages) == 2


def test_nothing_is_suggested_for_an_empty_text() -> None:
    assert suggest(from_text("")) == []
    assert suggest(from_text(" \n\n ")) == []


def test_the_analysis_reports_progress_and_gives_back_control_often() -> None:
    paragraph = "Akmal Kamolov spoke in Tashkent. It rained.\n\n"
    article = from_text(paragraph * 400)
    done = [step.done for step in analyse(article)]
    assert done == sorted(done)
    assert done[-1] == len(article.text)
    # No step takes in more than a few paragraphs.
    assert max(b - a for a, b in pairwise([0, *done])) <= 4 * len(paragraph)


def test_the_analysis_can_be_cancelled() -> None:
    seen: list[Progress] = []

    def stop_after_five(step: Progress) -> bool:
        seen.append(step)
        return len(seen) < 5

    with pytest.raises(Cancelled):
        suggest(from_text("It rained in Tashkent.\n\n" * 100), progress=stop_after_five)
    assert len(seen) == 5


def test_a_paragraph_without_an_end_is_cut_into_small_slices() -> None:
    article = from_text("Akmal Kamolov said in Tashkent that it rained. " * 2000)
    steps = list(analyse(article))
    assert max(b.done - a.done for a, b in pairwise(steps)) <= 4000


def test_a_paragraph_in_another_language_is_read_by_the_rules_of_that_language() -> None:
    english = (resources() / "examples" / "report-english.txt").read_text(encoding="utf-8")
    russian = (resources() / "examples" / "report-russian.txt").read_text(encoding="utf-8")
    labels = {one.label for one in suggest(from_text(english + "\n\n" + russian))}
    assert {"Akmal Kamolov", "Зинаида Новицкая", "Beijing", "Муйнак"} <= labels


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=60,
    )
)
def test_no_order_of_words_breaks_the_analysis(words: list[str]) -> None:
    article = from_text(" ".join(words))
    for one in suggest(article):
        assert all(0 <= start < end <= len(article.text) for start, end in one.passages)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_analysis(text: str) -> None:
    suggest(from_text(text))


def test_every_code_in_the_list_of_places_is_in_the_official_lists() -> None:
    lists = resources() / "vocabularies"
    codes = {
        name: {
            line.split("\t")[0]
            for line in (lists / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        }
        for name in ("marcgac", "marccountry")
    }
    for line in (resources() / "article" / "places.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, _, country, area = line.split("\t")[:5]
            assert not country or country in codes["marccountry"], name
            assert not area or area in codes["marcgac"], name

"""What the core says, said in Russian: findings, repairs, undo and reasons."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from catalog_app import paths
from catalog_app.lossless.parser_words import WORDS as PARSER_WORDS
from catalog_app.lossless.wellformed import NotWellFormed, check_slices, parse_document
from catalog_app.validation.run import validate
from catalog_app.validation.words import say

EXAMPLES = sorted((paths.resources() / "examples").glob("*.xml"))


@cache
def templates() -> dict[str, str]:
    """The English sentences with their translations."""
    file = paths.resources() / "i18n" / "sentences.ru.toml"
    told: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return told


def test_every_translation_fills_in_only_what_its_sentence_has() -> None:
    for english, words in templates().items():
        places = len(re.findall(r"\{[~#,]?\}", english))
        assert all(int(number) < places for number in re.findall(r"\{(\d+)\}", words)), english
        assert not re.search(r"\{\D", words), english


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_all_that_is_found_in_an_example_is_said_in_russian(path: Path) -> None:
    for sentence in _sentences(path):
        assert re.search("[а-яё]", say(sentence, "ru").replace("“", "")), sentence
        assert say(sentence, "ru") != sentence


def _sentences(path: Path) -> Iterator[str]:
    for report in validate(path.read_bytes()):
        for finding in report.findings:
            yield finding.message
            yield from (fix.title for fix in finding.fixes)


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Edit Title", "Изменение: Заглавие"),
        ("Write 1990 – 1995 as start and end", "Записать 1990 – 1995 как начало и конец"),
        (
            "“1990-1995” is a range. As a start and an end, it can be searched.",
            "«1990-1995» — промежуток. По началу и концу его можно искать.",
        ),
        ("Add Role", "Добавление: Роль"),
        ("Move Abstract up", "Перемещение вверх: Аннотация"),
        ("Remove Name and 3 links to it", "Удаление: Имя вместе со ссылками (3)"),
        ("Rename it to “titleInfo”", "Переименовать в «titleInfo»"),
        ("The attribute “Type” (type) is empty.", "Атрибут «Вид» (type) пуст."),
        (
            "The fields in “Map data” (cartographics) are out of order. MODS 3.8 wants first "
            "“Scale” (scale), then “Projection” (projection).",
            "Поля в «Картографические данные» (cartographics) стоят не по порядку. "
            "По MODS 3.8 сначала идут «Масштаб» (scale), затем «Проекция» (projection).",
        ),
        (
            "“x” is no value of “Type” (type) in MODS 3.8. Allowed: a, b or c.",
            "«x» — не значение для «Вид» (type) в MODS 3.8. Допустимы: a, b или c.",
        ),
    ],
)
def test_a_sentence_is_said_with_the_fields_in_it(english: str, russian: str) -> None:
    assert say(english, "ru") == russian


def test_what_the_user_wrote_is_never_translated() -> None:
    said = say("“Author or editor, and more” comes from no list.", "ru")
    assert said == "«Author or editor, and more» — не из общепринятого списка."


def test_a_sentence_nobody_translated_stays_english() -> None:
    assert say("Nobody has ever said this before", "ru") == "Nobody has ever said this before"


def test_english_is_left_alone() -> None:
    assert say("Edit Title", "en") == "Edit Title"


def test_a_language_without_sentences_gets_english() -> None:
    assert say("Edit Title", "fr") == "Edit Title"


@pytest.mark.parametrize("words", sorted({words for _, words in PARSER_WORDS}))
def test_what_a_parser_complains_of_is_said_in_russian(words: str) -> None:
    sentence = words.format("x:1", "x:2", "x:3")
    assert re.search("[а-яё]", say(sentence, "ru")), sentence


@pytest.mark.parametrize(
    "broken",
    [
        b'<mods version="3.8>',
        b"<mods version=3.8/>",
        b"<mods version/>",
        b'<mods a="1"b="2"/>',
        b"<mods><title></mods>",
        b"<mods>&#xZ;</mods>",
        b"<mods>a ]]> b</mods>",
        b"<mods><?xml version='1.0'?></mods>",
        b"<?xml version=1.0?><mods/>",
        b"<mods><![CDATA[x</mods>",
        b"<mods><!-- -- --></mods>",
        b'<mods xmlns:a=""/>',
        b"<mods>\xd0</mods>",
        b"<mods>\x01</mods>",
        b"<!DOCTYPE mods [<!ENTITY a>]><mods/>",
        b"<mods><? x?></mods>",
        b"<mods/>x",
        b"",
    ],
)
def test_broken_xml_is_told_in_russian_by_both_parsers(broken: bytes) -> None:
    for check in (parse_document, lambda text: list(check_slices(iter([text])))):
        with pytest.raises(NotWellFormed) as told:
            check(broken)
        assert "not well-formed XML:" not in told.value.message
        assert re.search("[а-яё]", say(told.value.message, "ru"))

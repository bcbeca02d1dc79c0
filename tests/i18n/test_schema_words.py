"""The schema's words in Russian: all there, none too many, and read without a wait."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from catalog_app import paths
from catalog_app.schema import load as loading
from catalog_app.schema.load import load
from catalog_app.schema.model import Schema

STANDARDS = ("mods", "mets", "mets2", "dc", "dcterms")
SPELLED_ALIKE = frozenset({"checksumType"})  # names of algorithms


def english(standard: str) -> set[str]:
    """The keys of everything that the English data of a standard says."""
    file = paths.resources() / "schema" / f"{standard}.toml"
    return set(_keys(tomllib.loads(file.read_text(encoding="utf-8"))))


def _keys(data: dict[str, Any]) -> Iterator[str]:
    for name, said in data["element"].items():
        yield from (f"{name}.{what}" for what in ("label", "help") if what in said)
        if "group" in said:
            yield f"group.{said['group']}"
    for name, said in data.get("attribute", {}).items():
        owner, _, own = name.rpartition("/")
        place = f"{owner}/@{own}".removeprefix("/")
        yield from (f"{place}.{what}" for what in ("label", "help") if what in said)
    for name, values in data.get("values", {}).items():
        yield from (f"{name}={value}" for value in values)
    yield from (f"labels={key}" for key in data.get("labels", {}))


def russian(standard: str) -> dict[str, str]:
    """The translated words of a standard as the file has them."""
    file = paths.resources() / "i18n" / "schema.ru.toml"
    words: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))[standard]
    return words


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_english_word_has_a_russian_one(standard: str) -> None:
    left_out = english(standard) - russian(standard).keys()
    assert not {key for key in left_out if key.partition("=")[0] not in SPELLED_ALIKE}


@pytest.mark.parametrize("standard", STANDARDS)
def test_no_russian_word_is_for_something_that_does_not_exist(standard: str) -> None:
    assert not russian(standard).keys() - english(standard)


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_help_is_a_russian_sentence(standard: str) -> None:
    for key, words in russian(standard).items():
        assert words == words.strip(), key
        if key.endswith(".help"):
            assert words.endswith("."), key
            assert _is_russian(words), key


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_field_and_group_speaks_russian(standard: str) -> None:
    for version in load(standard).versions:
        schema = load(standard, "ru")
        for field in schema.root(version).children:
            assert _is_russian(field.label), field.path
            assert _is_russian(field.help), field.path
            assert all(_is_russian(a.help) for a in field.attributes), field.path
    assert all(_is_russian(schema.group_label(group)) for group in schema.groups if group)


def _is_russian(words: str) -> bool:
    return any("а" <= letter <= "я" for letter in words.lower())


def test_the_words_of_the_first_record_are_read_once_and_those_of_no_other_standard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loading._data("mods")
    for known in (loading.load, loading._words, loading._translation):
        known.cache_clear()
    read: list[str] = []
    loads = tomllib.loads

    def noted(text: str) -> dict[str, Any]:
        read.append(text)
        return loads(text)

    monkeypatch.setattr(loading.tomllib, "loads", noted)
    for _ in range(2):
        schema: Schema = load("mods", "ru")
        assert schema.root().label == "Запись"
    (translation,) = read
    assert translation == (paths.resources() / "i18n" / "schema.ru.toml").read_text("utf-8")

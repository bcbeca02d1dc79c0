"""Reading the schema data that the application ships."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from catalog_app import paths
from catalog_app.schema.definition import Library
from catalog_app.schema.model import Schema

_BORROWED = ("label", "help", "example", "marc")


@cache
def load(standard: str, language: str = "en") -> Schema:
    """The schema of "mods", "mets", "mets2", "dc" or "dcterms", with labels and help in `language`.

    A language without a translation gets the English words; so does every word that a
    translation leaves out.
    """
    return Schema(standard, language, Library(_data(standard), _words(standard, language)))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have words of their own, English first."""
    files = sorted((paths.resources() / "i18n").glob("schema.*.toml"))
    return ("en", *(file.suffixes[0].removeprefix(".") for file in files))


@cache
def _data(standard: str) -> dict[str, Any]:
    text = (paths.resources() / "schema" / f"{standard}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    if source := data["standard"].get("words_from"):
        _borrow(data, _data(source))
    return data


def _borrow(data: dict[str, Any], source: dict[str, Any]) -> None:
    """Take the words for elements and attributes of the same name from another standard."""
    for table in ("element", "attribute"):
        for name, said in source[table].items():
            if name in data[table] or (table == "attribute" and "/" not in name):
                words = {what: said[what] for what in _BORROWED if what in said}
                data[table][name] = words | data[table].get(name, {})


@cache
def _words(standard: str, language: str) -> dict[str, str]:
    """The translated words of a standard, by keys such as `titleInfo.label`.

    The keys are `ELEMENT.label` and `.help` (with its context: `part/extent.label`),
    `@ATTRIBUTE.label` or `ELEMENT/@ATTRIBUTE.label`, `LIST=VALUE` and `group.NAME`. A standard
    that takes its English words from another takes the translated ones from there too.
    """
    said = _translation(language)
    source = _data(standard)["standard"].get("words_from", "")
    return {**said.get(source, {}), **said.get(standard, {})}


@cache
def _translation(language: str) -> dict[str, dict[str, str]]:
    file = paths.resources() / "i18n" / f"schema.{language}.toml"
    if language == "en" or not file.is_file():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))

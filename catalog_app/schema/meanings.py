"""What cataloguers call a field besides its own names, in any language: `mods-words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from catalog_app import paths
from catalog_app.schema.load import languages
from catalog_app.schema.vocabularies import vocabulary


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field, as a template writes its path, and the words by which it is meant.

    `role` is what a new name is in its role. The field is meant first only where the record has
    what `beside` names.
    """

    path: str
    words: tuple[str, ...]
    role: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Begins:
    """Where a value begins a new element, as `subject` or `detail/number`, and when it does."""

    always: frozenset[str]
    unless_in_focus: frozenset[str]
    unless_lacking: frozenset[str]

    def all(self) -> frozenset[str]:
        """The places of all kinds."""
        return self.always | self.unless_in_focus | self.unless_lacking


@cache
def _data() -> dict[str, Any]:
    file = paths.resources() / "schema" / "mods-words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip().casefold() for word in words.split(","))


@cache
def meanings() -> tuple[Meaning, ...]:
    """All of them, in the order in which they are meant; a role goes by its own words too."""
    return tuple(
        Meaning(
            one["path"],
            (*_listed(one["words"]), *role_words(one.get("role", ""))),
            one.get("role", ""),
            one.get("beside", ""),
        )
        for one in _data()["field"]
    )


@cache
def begins() -> Begins:
    """Where a new value begins a new element."""
    said = {name: frozenset(text.split(", ")) for name, text in _data()["begins"].items()}
    return Begins(**said)


@cache
def of_related() -> frozenset[str]:
    """What is meant of the related item in focus before the record itself."""
    return frozenset(_data()["related"]["own"].split(", "))


@cache
def role_words(code: str) -> tuple[str, ...]:
    """What a role is called, in every language that we have."""
    source = vocabulary("marcrelator")
    entry = source.entry(code) if code else None
    if entry is None:
        return ()
    return tuple(dict.fromkeys(source.label_in(entry, one).casefold() for one in languages()))


@cache
def roles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The roles in use, with their words; those that are meant by a field of their own left out."""
    own = {one.role for one in meanings()}
    current = (entry for entry in vocabulary("marcrelator").entries if entry.is_current)
    return tuple((one.code, role_words(one.code)) for one in current if one.code not in own)


def role_label(code: str, language: str) -> str:
    """A role as it stands in the middle of a line."""
    source = vocabulary("marcrelator")
    entry = source.entry(code)
    words = source.label_in(entry, language) if entry else code
    return words[:1].lower() + words[1:]

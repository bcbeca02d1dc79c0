"""What entries are called in another language: `resources/i18n/vocabularies.LANGUAGE.tsv`.

A language has a code in four lists and a country a name in three: such lists share their labels, so
that a word is written once. A shared label is found by the entry's code, by that of a sister list
or by the English label; a line of a list's own goes before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from catalog_app import paths
from catalog_app.schema import vocabulary_file as files
from catalog_app.schema.vocabulary_names import SHARED

Labels = dict[str, dict[str, str]]
_NOTHING: dict[str, str] = {}


@cache
def translations(language: str) -> Labels:
    """The labels in that language by vocabulary, or what several share, and code; read once."""
    file = paths.resources() / "i18n" / f"vocabularies.{language}.tsv"
    found: Labels = {}
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                name, code, label = line.split("\t")
                found.setdefault(name, {})[code] = label
    return found


def label_in(
    language: str, name: str, code: str, label: str, kindred: Sequence[str] = ()
) -> str | None:
    """What an entry of a vocabulary is called; None if it has no name in that language."""
    known = translations(language)
    own = known.get(name, _NOTHING).get(code)
    shared = known.get(SHARED.get(name, ""))
    if own or not shared:
        return own
    return next((shared[key] for key in (code, *kindred, label) if key in shared), None)


def labels_in(language: str, name: str, lines: Sequence[str]) -> dict[int, str]:
    """The same for all entries at once, by the number of their line."""
    if not translations(language):
        return {}
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        code, label, *others = line.split("\t", 7)
        kindred = files.several(others[4]) if len(others) > 4 else ()
        local = label_in(language, name, code, label, kindred)
        if local:
            found[number] = local
    return found

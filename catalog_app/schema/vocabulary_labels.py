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
    return _named(*_known(language, name), code, label, kindred)


def labels_in(language: str, name: str, lines: Sequence[str]) -> dict[int, str]:
    """The same for all entries at once, by the number of their line."""
    own, shared = _known(language, name)
    found: dict[int, str] = {}
    for number, line in enumerate(lines if own or shared else ()):
        code, label = line.split("\t", 2)[:2]
        kindred = files.several(files.cells(line)[6]) if line.count("\t") > 5 else ()
        local = _named(own, shared, code, label, kindred)
        if local:
            found[number] = local
    return found


def _known(language: str, name: str) -> tuple[dict[str, str], dict[str, str]]:
    """A list's own labels, and those that it shares with others."""
    known = translations(language)
    return known.get(name, {}), known.get(SHARED.get(name, ""), {})


def _named(
    own: dict[str, str], shared: dict[str, str], code: str, label: str, kindred: Sequence[str]
) -> str | None:
    local = own.get(code) or shared.get(code) or shared.get(label)
    if local is None and kindred:
        return next((shared[key] for key in kindred if key in shared), None)
    return local

"""What codes and terms are called in Russian: every one of every list but 8,000 languages."""

from __future__ import annotations

from collections import Counter

import pytest

from catalog_app import paths
from catalog_app.schema.vocabularies import vocabularies, vocabulary
from catalog_app.schema.vocabulary_labels import label_in, translations
from catalog_app.schema.vocabulary_names import SHARED

# 8,000 languages: those that ISO 639-2 has too are called by the same words, the rest by English.
NAMED_IN_PART = ("iso639-3", "rfc5646")
WHOLE = sorted(set(vocabularies()) - set(NAMED_IN_PART))


def russian(name: str) -> dict[str, str | None]:
    """What each entry of a vocabulary is called, by code."""
    entries = vocabulary(name).entries
    return {e.code: label_in("ru", name, e.code, e.label, e.kindred) for e in entries}


@pytest.mark.parametrize("name", WHOLE)
def test_every_code_has_a_russian_label(name):
    assert not {code for code, label in russian(name).items() if not label}


def test_a_language_of_iso_639_2_is_called_the_same_in_every_list_that_has_it():
    words = vocabulary("iso639-2b")
    labels = russian("iso639-2b")
    singly = [e for e in vocabulary("iso639-3").entries if words.entry(e.code) and e.is_current]
    assert len(singly) > 380
    for entry in singly:
        if words.entry(entry.code).is_current and entry.code != "oss":  # one of its two there
            assert russian_of("iso639-3", entry.code) == labels[entry.code], entry
    for name, code in (("iso639-3", "deu"), ("iso639-1", "de"), ("rfc5646", "de")):
        assert russian_of(name, code) == labels["ger"] == "немецкий"


def russian_of(name: str, code: str) -> str:
    words = vocabulary(name)
    return words.label_in(words.entry(code), "ru")


def test_an_old_code_is_not_taken_for_the_language_that_has_it_now():
    assert russian_of("iso639-2b", "gal") == "оромо"
    assert russian_of("iso639-3", "gal") == vocabulary("iso639-3").entry("gal").label
    assert russian_of("marccountry", "gau") == "Джорджия (США)"
    assert russian_of("iso3166", "GE") == russian_of("marcgac", "a-gs") == "Грузия"


@pytest.mark.parametrize("name", vocabularies())
def test_a_label_is_russian(name):
    for code, label in russian(name).items():
        if label:
            assert label == label.strip(), code
            assert any("а" <= letter <= "я" or letter == "ё" for letter in label.lower()), code


@pytest.mark.parametrize("name", vocabularies())
def test_two_current_entries_with_labels_of_their_own_are_not_called_the_same(name):
    labels = russian(name)
    current = {e.label: labels[e.code] for e in vocabulary(name).entries if e.is_current}
    called = Counter(label for label in current.values() if label)
    assert [label for label, times in called.items() if times > 1] == []


def test_no_line_is_written_twice_or_for_nothing():
    file = paths.resources() / "i18n" / "vocabularies.ru.tsv"
    lines = [n for n in file.read_text("utf-8").splitlines() if not n.startswith("#")]
    assert len(lines) == sum(map(len, translations("ru").values()))
    for name, labels in translations("ru").items():
        lists = [one for one, shared in SHARED.items() if shared == name] or [name]
        known = {key for one in lists for key in _keys(one)}
        assert not labels.keys() - known
        shared = translations("ru").get(SHARED.get(name, ""), {})
        assert not [code for code, label in labels.items() if shared.get(code) == label]


def _keys(name: str) -> set[str]:
    entries = vocabulary(name).entries
    return {key for e in entries for key in (e.code, e.label, *e.kindred)}

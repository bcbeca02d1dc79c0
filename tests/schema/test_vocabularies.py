"""Vocabularies: complete, found by what people type, honest about what is obsolete."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from catalog_app.schema import vocabulary_file
from catalog_app.schema.vocabularies import (
    Vocabulary,
    authority_vocabulary,
    vocabularies,
    vocabulary,
)
from catalog_app.schema.vocabulary_search import fold

FILES = sorted(p.stem for p in vocabulary_file.folder().glob("*.tsv"))


def codes(entries) -> list[str]:
    return [entry.code for entry in entries]


@pytest.mark.parametrize(
    ("name", "current", "obsolete"),
    [
        ("iso639-2b", 486, 31),
        ("iso639-3", 7927, 388),
        ("iso639-1", 183, 7),
        ("iso639-5", 115, 0),
        ("iso15924", 224, 0),
        ("iso3166", 249, 25),
        ("marccountry", 334, 48),
        ("marcgac", 537, 51),
        ("marcrelator", 303, 4),
        ("marcgt", 103, 0),
        ("mods-resource-type", 11, 0),
        ("lc-resource-type", 17, 0),
        ("rdacontent", 25, 0),
        ("rdamedia", 10, 0),
        ("rdacarrier", 57, 0),
        ("rights-statements", 44, 0),
    ],
)
def test_a_vocabulary_is_complete(name, current, obsolete):
    entries = vocabulary(name).entries
    assert sum(e.is_current for e in entries) == current
    assert sum(not e.is_current for e in entries) == obsolete


@pytest.mark.parametrize("name", FILES)
def test_every_file_states_its_label_source_and_date(name):
    head = vocabulary_file.read(name).head
    assert head["label"]
    assert head["source"]
    assert re.search(r"\d{4}", head["date"])


@pytest.mark.parametrize("name", vocabularies())
def test_codes_are_unique_and_replacements_exist_and_are_current(name):
    words = vocabulary(name)
    seen = codes(words.entries)
    assert len(seen) == len(set(seen))
    for entry in words.entries:
        assert entry.label
        assert entry.label == entry.label.strip()
        assert entry.status in ("current", "obsolete")
        if entry.replaced_by and name not in ("iso639-3", "rfc5646"):
            assert words.entry(entry.replaced_by).is_current, entry


@pytest.mark.parametrize("name", vocabularies())
def test_every_entry_is_found_by_its_own_code_and_label(name):
    words = vocabulary(name)
    for entry in words.entries[:: max(1, len(words.entries) // 150)]:
        assert words.entry(entry.code) == entry
        assert entry in words.labelled(entry.label)
        assert entry in words.search(entry.code, 5)


def test_relators_have_the_address_of_the_library_of_congress():
    author = vocabulary("marcrelator").entry("aut")
    assert author.uri == "http://id.loc.gov/vocabulary/relators/aut"
    assert vocabulary("marcrelator").by_uri("https://id.loc.gov/vocabulary/relators/aut/") == author


def test_an_obsolete_code_names_its_successor():
    assert vocabulary("iso639-2b").entry("scr").replaced_by == "hrv"
    assert vocabulary("marccountry").entry("uzr").replaced_by == "uz"
    assert vocabulary("marcgac").entry("e-ur-uz").replaced_by == "a-uz"
    assert vocabulary("iso639-1").entry("iw").replaced_by == "he"


def test_a_geographic_area_is_found_with_its_filling_hyphens():
    assert vocabulary("marcgac").entry("n-us---").label == "United States"


def test_a_country_is_found_by_each_of_its_three_codes():
    countries = vocabulary("iso3166")
    assert {countries.entry(code).label for code in ("UZ", "UZB", "860")} == {"Uzbekistan"}


def test_codes_left_to_local_use_are_known_as_such():
    assert vocabulary("iso639-2b").entry("qab").status == "local"
    assert vocabulary("iso15924").entry("Qaaa").status == "local"
    assert vocabulary("iso639-2b").entry("qua") is None or (
        vocabulary("iso639-2b").entry("que").label == "Quechua"
    )


@pytest.mark.parametrize(
    ("name", "typed", "first"),
    [
        ("iso639-2b", "uzb", "uzb"),
        ("iso639-2b", "engl", "eng"),
        ("iso639-2b", "GERMAN", "ger"),
        ("iso639-2b", "deu", "ger"),
        ("iso639-2b", "en", "eng"),
        ("iso639-2b", "greek", "gre"),
        ("marcrelator", "auth", "aut"),
        ("marcrelator", "photo", "pht"),
        ("marcrelator", "translator", "trl"),
        ("marccountry", "tash", None),
        ("marccountry", "cote", "iv"),
        ("marccountry", "curacao", "co"),
        ("marcgac", "central asia", "ac"),
        ("iso15924", "cyr", "Cyrl"),
        ("marcgt", "newsp", "new"),
        ("rights-statements", "by-nc", "CC-BY-NC-4.0"),
        ("iso3166", "uzbek", "UZ"),
    ],
)
def test_the_first_hit_is_what_was_meant(name, typed, first):
    found = codes(vocabulary(name).search(typed, 5))
    assert (found[0] if found else None) == first


def test_words_may_come_in_any_order_and_current_entries_come_first():
    found = vocabulary("marcrelator").search("commentary writer")
    assert codes(found)[0] == "wac"
    states = [e.is_current for e in vocabulary("iso639-2b").search("croatian")]
    assert states == sorted(states, reverse=True)


def test_an_empty_search_gives_the_list_from_its_beginning():
    assert len(vocabulary("marcrelator").search("", 7)) == 7


@pytest.mark.parametrize(
    ("name", "wrong", "meant"),
    [
        ("iso639-2b", "deu", "ger"),
        ("iso639-2b", "ENG", "eng"),
        ("iso639-2b", "English", "eng"),
        ("iso639-2b", "egn", "eng"),
        ("iso639-2b", "ru", "rus"),
        ("marcgt", "theses", "the"),
        ("marcgt", "Newspapers", "new"),
        ("iso15924", "Latin", "Latn"),
        ("iso3166", "UK", "GB"),
        ("marcrelator", "Photographr", "pht"),
    ],
)
def test_the_nearest_entry_is_the_one_meant(name, wrong, meant):
    assert codes(vocabulary(name).nearest(wrong))[0] == meant


def test_nothing_is_proposed_where_nothing_is_near():
    assert vocabulary("marcgt").nearest("Maqola") == []
    assert vocabulary("iso639-2b").nearest("") == []


def test_labels_are_found_whatever_their_case_and_diacritics():
    assert fold("Côte d’Ivoire") == "cote d'ivoire"
    assert vocabulary("marccountry").by_label("COTE D'IVOIRE").code == "iv"
    assert vocabulary("marcrelator").by_label("degree grantor").code == "dgg"


def test_russian_labels_serve_display_and_search():
    relators = vocabulary("marcrelator")
    assert relators.label_in(relators.entry("aut"), "ru") == "автор"
    assert relators.label_in(relators.entry("aut"), "en") == "Author"
    assert codes(relators.search("переводчик", 3, "ru")) == ["trl"]
    assert codes(vocabulary("iso639-2b").search("узб", 3, "ru")) == ["uzb"]


def test_an_entry_without_a_russian_label_is_called_by_its_english_one():
    languages = vocabulary("iso639-3")
    assert languages.label_in(languages.entry("aaa"), "ru") == "Ghotuo"


@pytest.mark.parametrize(
    ("authority", "name"),
    [
        ("marcrelator", "marcrelator"),
        ("iso639-2b", "iso639-2b"),
        ("rfc3066", "rfc5646"),
        ("rfc5646", "rfc5646"),
        ("MarcCountry", "marccountry"),
        ("rdacontent", "rdacontent"),
        ("lcsh", None),
        ("", None),
        ("naf", None),
    ],
)
def test_an_authority_leads_to_its_vocabulary(authority, name):
    assert authority_vocabulary(authority) == name


def test_an_unknown_vocabulary_is_an_error_of_the_caller():
    with pytest.raises(KeyError):
        vocabulary("lcsh")


def test_the_two_letter_code_wins_where_tags_are_written():
    tags = vocabulary("rfc5646")
    assert tags.entry("uz").label == "Uzbek"
    assert tags.entry("uzb") is None
    assert tags.entry("kaa").label == "Kara-Kalpak"


def test_a_search_in_all_languages_splits_only_the_lines_that_fit(monkeypatch):
    words = vocabulary("iso639-3")
    fresh = Vocabulary(words.name, words.head, words.lines)
    split = []
    made = Vocabulary._made
    monkeypatch.setattr(Vocabulary, "_made", lambda self, n: split.append(n) or made(self, n))
    assert fresh.search("uzb")
    assert len(split) < 50 < len(words.lines) / 100


def test_importing_reads_no_vocabulary():
    code = (
        "import builtins, pathlib\n"
        "read = pathlib.Path.read_text\n"
        "pathlib.Path.read_text = lambda s, *a, **k: (_ for _ in ()).throw(SystemExit(3))\n"
        "import catalog_app.schema.vocabularies\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_long_list_is_looked_through_by_the_alphabet_of_the_reader():
    languages = vocabulary("iso639-2b")
    russian = [languages.label_in(one, "ru") for one in languages.looked_through("ru")]
    assert russian.index("украинский") < russian.index("урду") < russian.index("эстонский")
    assert len(russian) == len(languages.entries)
    english = [one.label for one in languages.looked_through()]
    assert english.index("German") < english.index("Uzbek")
    kinds = vocabulary("mods-resource-type")
    assert kinds.looked_through("ru") == kinds.entries

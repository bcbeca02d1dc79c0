"""Codes, terms and language tags against their lists."""

from __future__ import annotations

import pytest

from catalog_app.validation.values.codes import (
    check_code,
    check_pair,
    check_suggested,
    check_term,
    check_uri_pair,
)
from catalog_app.validation.values.language_tags import check_language_tag


@pytest.mark.parametrize(
    ("code", "authority"),
    [
        ("uzb", "iso639-2b"),
        ("qab", "iso639-2b"),
        ("mul", "iso639-2b"),
        ("deu", "iso639-3"),
        ("deu", "iso639-2"),
        ("aut", "marcrelator"),
        ("Cyrl", "iso15924"),
        ("215", "iso15924"),
        ("UZ", "iso3166"),
        ("UZB", "iso3166"),
        ("UZ-TK", "iso3166"),
        ("n-us---", "marcgac"),
        ("e-gr", "marcgac"),
        ("cau", "marccountry"),
        ("uz-Latn", "rfc5646"),
        ("txt", "rdacontent"),
        ("DE-1", "marcorg"),
        ("anything", ""),
        ("", "iso639-2b"),
    ],
)
def test_good_codes_give_nothing(code, authority):
    assert check_code(code, authority) == []


@pytest.mark.parametrize(
    ("code", "authority", "rule", "repaired", "safe"),
    [
        ("deu", "iso639-2b", "code.unknown", "ger", True),
        ("en", "iso639-2b", "code.unknown", "eng", True),
        ("ENG", "iso639-2b", "code.unknown", "eng", True),
        ("xyz", "iso639-2b", "code.unknown", None, False),
        ("scr", "iso639-2b", "code.obsolete", "hrv", False),
        ("latn", "iso15924", "code.unknown", "Latn", True),
        ("Author", "marcrelator", "code.unknown", "aut", False),
        ("uzr", "marccountry", "code.obsolete", "uz", False),
        ("XG-DR", "iso3166", "code.unknown", None, False),
        ("SU", "iso3166", "code.obsolete", None, False),
    ],
)
def test_a_code_that_is_not_in_its_list_is_found(code, authority, rule, repaired, safe):
    (problem,) = check_code(code, authority)
    assert (problem.rule, problem.repaired, problem.safe) == (rule, repaired, safe)
    if repaired:
        assert check_code(repaired, authority) == []


@pytest.mark.parametrize(
    ("term", "authority"),
    [
        ("newspaper", "marcgt"),
        ("Newspaper", "marcgt"),
        ("multivolume monograph", "marcgt"),
        ("Author", "marcrelator"),
        ("degree grantor", "marcrelator"),
        ("text", "rdacontent"),
        ("online resource", "rdacarrier"),
        ("electronic", "marcform"),
        ("Persian (Farsi)", "iso639-2b"),
        ("Diplomacy", "lcsh"),
        ("", "marcgt"),
    ],
)
def test_good_terms_give_nothing(term, authority):
    assert check_term(term, authority) == []


def test_a_term_that_is_not_in_its_list_is_found_with_the_nearest():
    (problem,) = check_term("theses", "marcgt")
    assert (problem.rule, problem.repaired) == ("code.unknown-term", "thesis")
    (problem,) = check_term("Maqola", "marcgt")
    assert problem.repaired is None
    (problem,) = check_term("editor,", "marcrelator")
    assert problem.repaired == "Editor"


def test_a_code_where_a_term_is_expected_is_told_apart():
    (problem,) = check_term("aut", "marcrelator")
    assert problem.attribute == ("type", "code")


@pytest.mark.parametrize(
    ("code", "text", "authority"),
    [
        ("aut", "Author", "marcrelator"),
        ("aut", "author", "marcrelator"),
        ("aut", "автор", "marcrelator"),
        ("ger", "German", "iso639-2b"),
        ("ger", "Deutsch", "iso639-2b"),
        ("en", "English", "rfc3066"),
        ("iv", "Cote d'Ivoire", "marccountry"),
        ("scr", "Croatian", "iso639-2b"),
        ("zzz", "Editor", "marcrelator"),
        ("aut", "", "marcrelator"),
        ("x", "y", "lcsh"),
    ],
)
def test_a_code_and_its_text_that_agree_or_cannot_be_compared(code, text, authority):
    assert check_pair(code, text, authority) == []


@pytest.mark.parametrize(
    ("code", "text", "authority"),
    [
        ("aut", "Editor", "marcrelator"),
        ("eng", "German", "iso639-2b"),
        ("en", "German", "rfc5646"),
        ("uz", "Kazakhstan", "marccountry"),
    ],
)
def test_a_code_and_a_text_that_disagree_are_found(code, text, authority):
    (problem,) = check_pair(code, text, authority)
    assert problem.rule == "code.disagrees"
    assert text in problem.message


def test_an_address_and_its_term_are_compared():
    author = "http://id.loc.gov/vocabulary/relators/aut"
    assert check_uri_pair(author, "Author", "marcrelator") == []
    assert check_uri_pair(author, "aut", "marcrelator") == []
    assert check_uri_pair(author, "Editor", "marcrelator")
    assert check_uri_pair("http://example.org/x", "Editor", "marcrelator") == []


@pytest.mark.parametrize(
    "tag",
    """uz uz-Latn uz-Cyrl-UZ en-US de-1996 zh-Hans-CN sr-Cyrl-RS es-419 sl-rozaj mul und zxx kaa qaa
    sit x-private en-x-local i-default zh-cmn-Hans tg-Cyrl de-DE-u-co-phonebk EN""".split(),  # noqa: SIM905
)
def test_good_language_tags_give_nothing(tag):
    assert check_language_tag(tag) == []


@pytest.mark.parametrize(
    ("tag", "rule", "repaired"),
    [
        ("uz_Latn", "language.tag", "uz-Latn"),
        ("English", "language.tag", "en"),
        ("Deutsch", "language.tag", None),
        ("eng", "language.long-code", "en"),
        ("uzb-Cyrl", "language.long-code", "uz-Cyrl"),
        ("ger", "language.unknown", "de"),
        ("iw", "language.obsolete", "he"),
        ("i-klingon", "language.obsolete", "tlh"),
        ("en-UK", "language.unknown", "en-GB"),
        ("xx", "language.unknown", None),
    ],
)
def test_a_wrong_language_tag_is_found(tag, rule, repaired):
    problems = check_language_tag(tag)
    (problem,) = problems
    assert (problem.rule, problem.repaired) == (rule, repaired)
    if repaired:
        assert check_language_tag(repaired) == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [("iss", "issn"), ("isn", None), ("isbm", None), ("loca", "local"), ("hld", None)],
)
def test_a_type_that_looks_like_a_slip_gets_a_word(word, meant):
    usual = ("doi", "isbn", "issn", "ismn", "hdl", "local", "uri")
    found = check_suggested(word, usual)
    assert all((one.rule, one.severity) == ("code.slip", "advice") for one in found)
    if meant:
        assert [one.repaired for one in found] == [meant]


@pytest.mark.parametrize("word", ["ISSN", "doi", "shelfmark", "eprint", "inventory number"])
def test_a_type_of_ones_own_is_left_in_peace(word):
    assert check_suggested(word, ("doi", "isbn", "issn", "hdl", "local", "uri")) == []

"""Identifiers and addresses: check digits, shapes, what can be repaired."""

from __future__ import annotations

import pytest

from catalog_app.validation.values.identifiers import check_identifier
from catalog_app.validation.values.urls import check_url


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("isbn", "978-3-16-148410-0"),
        ("isbn", "9783161484100"),
        ("isbn", "0-8044-2957-X"),
        ("isbn", "316148410X"),
        ("isbn", "978 0 306 40615 7"),
        ("issn", "1471-2105"),
        ("issn", "0002-9904"),
        ("issn", "2434-561X"),
        ("issn-l", "0378-5955"),
        ("ismn", "979-0-2600-0043-8"),
        ("ismn", "M-2306-7118-7"),
        ("doi", "10.1186/1471-2105-9-241"),
        ("doi", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"),
        ("orcid", "0000-0002-1825-0097"),
        ("orcid", "https://orcid.org/0000-0002-1694-233X"),
        ("isni", "0000 0001 2103 2683"),
        ("hdl", "hdl:loc.test/gotthome.afr"),
        ("hdl", "2027/coo.31924013523232"),
        ("urn", "urn:nbn:de:gbv:3:3-52565"),
        ("lccn", "n 78890351"),
        ("lccn", "78-890351"),
        ("lccn", "2001627090"),
        ("uri", "info:lccn/n78890351"),
        ("local", "anything at all"),
        ("", ""),
        ("isbn", ""),
    ],
)
def test_good_identifiers_give_nothing(type_, value):
    assert check_identifier(value, type_) == []


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("isbn", "978-3-16-148410-1"),
        ("isbn", "0-8044-2957-9"),
        ("issn", "1471-2106"),
        ("ismn", "979-0-2600-0043-7"),
        ("orcid", "0000-0002-1825-0098"),
        ("isni", "0000 0001 2103 2684"),
    ],
)
def test_a_wrong_check_digit_is_found_and_not_corrected(type_, value):
    (problem,) = check_identifier(value, type_)
    assert problem.rule == f"identifier.{type_}-check-digit"
    assert problem.repaired is None
    assert problem.attribute == ("invalid", "yes")


@pytest.mark.parametrize("number", ["9780306406157", "9783161484100"])
def test_every_single_wrong_digit_of_an_isbn_is_found(number):
    for place in range(3, 13):
        for digit in "0123456789":
            changed = number[:place] + digit + number[place + 1 :]
            assert bool(check_identifier(changed, "isbn")) is (changed != number)


@pytest.mark.parametrize(
    ("type_", "value", "repaired"),
    [
        ("isbn", "ISBN 978-3-16-148410-0", "978-3-16-148410-0"),
        ("isbn", "ISBN-13: 978-3-16-148410-0", "978-3-16-148410-0"),
        ("isbn", "978–3–16–148410–0", "978-3-16-148410-0"),
        ("isbn", "0-8044-2957-x", "0-8044-2957-X"),
        ("isbn", "0306406152 (pbk.)", "0306406152"),
        ("isbn", "0306406152 : $12.00", "0306406152"),
        ("issn", "14712105", "1471-2105"),
        ("issn", "ISSN 2434-561x", "2434-561X"),
        ("doi", "doi:10.25673/34926", "10.25673/34926"),
        ("doi", "https://doi.org/10.25673/34926", "10.25673/34926"),
        ("doi", "http://dx.doi.org/10.25673/34926", "10.25673/34926"),
        ("doi", "10.25673/34926.", "10.25673/34926"),
        ("doi", "10.25673/ 34926", "10.25673/34926"),
        ("orcid", "0000000218250097", "0000-0002-1825-0097"),
        ("urn", "urn:nbn:de:gbv:3:1-1\n\t", "urn:nbn:de:gbv:3:1-1"),
    ],
)
def test_the_wanted_form_is_offered_and_is_good(type_, value, repaired):
    (problem,) = check_identifier(value, type_)
    assert problem.repaired == repaired
    assert check_identifier(repaired, type_) == []


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("isbn", "12345"),
        ("isbn", "977-3-16-148410-0"),
        ("issn", "1471"),
        ("doi", "10.1186"),
        ("doi", "see publisher"),
        ("orcid", "Nazarova"),
        ("hdl", "no stroke"),
        ("urn", "nbn:de:gbv"),
        ("lccn", "abc"),
    ],
)
def test_a_wrong_shape_is_found_and_an_example_is_given(type_, value):
    (problem,) = check_identifier(value, type_)
    assert problem.severity == "warning"
    assert ":" in problem.message


@pytest.mark.parametrize(
    "value",
    [
        "https://digital-exhibit.lib.unc.edu",
        "http://arks.princeton.edu/ark:/88435/xp68kg247",
        "http://en.wikipedia.org/wiki/Samarkand_(city)",
        "http://web.archive.org/web/2020/http://example.org/",
        "https://uza.uz/ru/posts/uzbekistan?x=1&y=2#part",
        "http://пример.рф/а",
        "http://localhost:8080/x",
        "mailto:a@b.uz",
        "ark:/88435/x",
        "urn:nbn:de:gbv:3:3-52565",
        "info:doi/10.1186/1471",
        "file:///scans/001.tif",
        "",
    ],
)
def test_good_addresses_give_nothing(value):
    assert check_url(value) == []


@pytest.mark.parametrize(
    ("value", "rule", "repaired"),
    [
        ("www.uza.uz/en", "url.scheme", "http://www.uza.uz/en"),
        ("uza.uz", "url.scheme", "http://uza.uz"),
        ("http:/uza.uz/a", "url.scheme", "http://uza.uz/a"),
        ("http//uza.uz", "url.scheme", "http://uza.uz"),
        ("htp://uza.uz", "url.scheme", "http://uza.uz"),
        ("http://http://uza.uz", "url.scheme", "http://uza.uz"),
        ("Tashkent", "url.scheme", None),
        ("https://uza.uz/a.", "url.stray-characters", "https://uza.uz/a"),
        ("<http://uza.uz>", "url.stray-characters", "http://uza.uz"),
        ("http://uza.uz)", "url.stray-characters", "http://uza.uz"),
        (" http://uza.uz\n", "url.stray-characters", "http://uza.uz"),
        ("http://uza.uz/a b", "url.blank", "http://uza.uz/a%20b"),
        ("http://a.uz http://b.uz", "url.several", None),
        ("http://uza.uz?a=1&amp;b=2", "url.html", "http://uza.uz?a=1&b=2"),
        ("http://uza.uz\\a", "url.backslash", "http://uza.uz/a"),
        ("C:\\scans\\a.tif", "url.local-path", None),
        ("http://kant_aufklaerung_1784", "url.host", None),
        ("http://uza.uz:abc/", "url.host", None),
    ],
)
def test_an_address_that_is_none_is_found(value, rule, repaired):
    (problem,) = check_url(value)
    assert (problem.rule, problem.repaired) == (rule, repaired)
    if repaired:
        assert check_url(repaired) == []

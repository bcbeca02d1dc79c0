"""Dates: nothing valid is rejected, nothing impossible passes."""

from __future__ import annotations

from datetime import date

import pytest

from catalog_app.validation.values import edtf
from catalog_app.validation.values.dates import check_date, check_range, date_span
from catalog_app.validation.values.understanding import understand_date

TODAY = date(2026, 11, 22)

# The examples of the EDTF specification, level by level.
VALID_EDTF = """
1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04
1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02
2004-02-01/2005 2005/2006-02
Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX
1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/
/1985-04-12 /1985-04 /1985 -1985 -0003 0000
Y-17E7 1950S2 Y171010000S3 Y3388E2S3 2001-34 [1667,1668,1670..1672] [..1760-12-03] [1760-12..]
[1760-01,1760-02,1760-12..] [1667,1760-12] [..1984] {1667,1668,1670..1672} {1960,1961-12}
{..1984} 2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 XXXX-12-XX
1XXX-XX 1XXX-12 1984-1X 2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03 2001-41 198X? 20XX~
2020-02-29 XXXX-02-29 1984~/2004-06 2001-21?
""".split()  # noqa: SIM905

INVALID_EDTF = """
1985-13 1985-02-30 1985-06-31? 1985-4-12 2001-42 85 12345 Y1985 2004-06-11?? [1984 1984] /
1984/1985/1986 1984- 1900-02-29 X -0000 1985-04-12T25:00:00 1984-3X-05 1984-12-4X abc 1984..1986
2001-21-05 {} 19845-01
""".split()  # noqa: SIM905


def rules(value: str, encoding: str = "", **more) -> list[str]:
    return [p.rule for p in check_date(value, encoding, today=TODAY, **more)]


@pytest.mark.parametrize("value", VALID_EDTF)
def test_valid_edtf_is_never_rejected(value):
    assert edtf.read(value).fault is None
    assert [r for r in rules(value, "edtf") if r != "date.future"] == []


@pytest.mark.parametrize("value", INVALID_EDTF)
def test_what_is_no_edtf_is_found(value):
    assert edtf.read(value).fault


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("199u", "199X"),
        ("19uu", "19XX"),
        ("196x", "196X"),
        ("1984?~", "1984%"),
        ("1984/open", "1984/.."),
        ("unknown/1985", "/1985"),
        ("y170000002", "Y170000002"),
        ("uuuu-12-uu", "XXXX-12-XX"),
    ],
)
def test_the_draft_form_of_2012_is_advice_with_a_repair(older, newer):
    (problem,) = check_date(older, "edtf")
    assert (problem.rule, problem.severity) == ("date.edtf-older", "advice")
    assert problem.repaired == newer
    assert edtf.read(newer).fault is None


@pytest.mark.parametrize(
    ("encoding", "value"),
    [
        ("w3cdtf", "1997"),
        ("w3cdtf", "1997-07"),
        ("w3cdtf", "1997-07-16"),
        ("w3cdtf", "1997-07-16T19:20+01:00"),
        ("w3cdtf", "1997-07-16T19:20:30.45Z"),
        ("W3CDTF", "2013-07-10"),
        ("iso8601", "20070619"),
        ("iso8601", "2007-06-19"),
        ("iso8601", "2006-03"),
        ("iso8601", "20121129T060351Z"),
        ("iso8601", "2004-W53-6"),
        ("iso8601", "2004123"),
        ("iso8601", "2001/2003"),
        ("iso8601", "1999-01-01/P1Y"),
        ("marc", "1998"),
        ("marc", "198u"),
        ("marc", "19uu"),
        ("marc", "uuuu"),
        ("marc", "9999"),
        ("marc", "200312"),
        ("marc", "150601"),
        ("marc", "20031008"),
        ("temper", "20031008"),
        ("edtf", ""),
        ("", "[1554]"),
        ("", "2014"),
        ("", "before August 1456"),
        ("", "1889,1(21.März) - 1918,125(31.Mai)"),
        ("something else", "whatever"),
    ],
)
def test_good_values_give_nothing(encoding, value):
    assert rules(value, encoding) == []


@pytest.mark.parametrize(
    ("encoding", "value", "repaired"),
    [
        ("w3cdtf", "2026.", "2026"),
        ("w3cdtf", "20070619", "2007-06-19"),
        ("w3cdtf", "1984–05", "1984-05"),
        ("w3cdtf", "Jul. 22, 2013", "2013-07-22"),
        ("iso8601", "200605", "2006-05"),
        ("iso8601", "20121129060351", "20121129T060351"),
        ("iso8601", "20031008\n\t\t\t", "20031008"),
        ("edtf", "1984 .", "1984"),
        ("marc", "1998.", "1998"),
        ("w3cdtf", "14 апреля 2026 г.", "2026-04-14"),
    ],
)
def test_a_repair_is_offered_and_is_right(encoding, value, repaired):
    (problem,) = check_date(value, encoding, today=TODAY)
    assert problem.repaired == repaired
    assert rules(repaired, encoding) == []


@pytest.mark.parametrize(
    ("encoding", "value"),
    [
        ("w3cdtf", "170207"),
        ("w3cdtf", "c1998"),
        ("w3cdtf", "1998-"),
        ("iso8601", "YYYY-MM-DD"),
        ("marc", "16-07-98"),
        ("edtf", "0"),
    ],
)
def test_what_cannot_be_understood_is_an_error_without_a_repair(encoding, value):
    (problem,) = check_date(value, encoding)
    assert (problem.rule, problem.severity, problem.repaired) == (
        f"date.{encoding}",
        "error",
        None,
    )


@pytest.mark.parametrize("encoding", ["w3cdtf", "iso8601", "edtf", ""])
@pytest.mark.parametrize("value", ["1920-09-32", "2023-02-29", "2020-13-01", "1984-02-30"])
def test_days_that_do_not_exist_are_found_and_explained(encoding, value):
    (problem,) = check_date(value, encoding)
    assert problem.rule == "date.impossible"
    assert "there is no" in problem.message


def test_a_date_in_another_encoding_names_that_encoding():
    (problem,) = check_date("16XX", "iso8601")
    assert problem.attribute == ("encoding", "edtf")


def test_the_far_future_is_questioned_unless_it_is_allowed():
    assert rules("2199", "w3cdtf") == ["date.future"]
    assert rules("2028", "w3cdtf") == []
    assert rules("2199", "w3cdtf", may_be_future=True) == []
    assert rules("2026/..", "edtf") == []


@pytest.mark.parametrize(
    ("start", "end", "encoding", "wrong"),
    [
        ("1999", "2001", "w3cdtf", False),
        ("2001", "1999", "w3cdtf", True),
        ("1999-05", "1999", "w3cdtf", False),
        ("198X", "1985", "edtf", False),
        ("19uu", "1950", "marc", False),
        ("1990", "9999", "marc", False),
        ("1995", "uuuu", "marc", False),
        ("20010102", "20010101", "iso8601", True),
        ("-0100", "-0200", "edtf", True),
        ("about 1900", "1800", "", False),
    ],
)
def test_a_range_that_ends_before_it_starts_is_found(start, end, encoding, wrong):
    assert bool(check_range(start, end, encoding)) is wrong


def test_a_reversed_interval_inside_one_value_is_turned_round():
    (problem,) = check_date("2005/2004", "edtf")
    assert (problem.rule, problem.repaired) == ("date.reversed", "2004/2005")


def test_a_span_covers_what_a_value_may_mean():
    assert date_span("198X", "edtf").first == (1980, 1, 1)
    assert date_span("2024-02", "w3cdtf").last == (2024, 2, 29)
    assert date_span("198u", "marc").last == (1989, 12, 31)
    assert date_span("hello", "w3cdtf") is None


def understood(text: str) -> list[tuple[str, str, str, str]]:
    return [(d.value, d.encoding, d.qualifier, d.point) for d in understand_date(text)]


@pytest.mark.parametrize(
    ("text", "value", "encoding", "qualifier"),
    [
        ("14 April 2026", "2026-04-14", "w3cdtf", ""),
        ("April 14, 2026", "2026-04-14", "w3cdtf", ""),
        ("14th of April 2026", "2026-04-14", "w3cdtf", ""),
        ("14 апреля 2026 г.", "2026-04-14", "w3cdtf", ""),
        ("2026-yil 14-aprel", "2026-04-14", "w3cdtf", ""),
        ("2026 йил 14 апрель", "2026-04-14", "w3cdtf", ""),
        ("13. November 1892", "1892-11-13", "w3cdtf", ""),
        ("14.04.2026", "2026-04-14", "w3cdtf", ""),
        ("04/14/2026", "2026-04-14", "w3cdtf", ""),
        ("May 1999", "1999-05", "w3cdtf", ""),
        ("апрель 2026", "2026-04", "w3cdtf", ""),
        ("ca. 1890", "1890", "w3cdtf", "approximate"),
        ("около 1890 года", "1890", "w3cdtf", "approximate"),
        ("[1902]", "1902", "w3cdtf", "inferred"),
        ("[ca. 1820]", "1820", "w3cdtf", "approximate"),
        ("1902?", "1902", "w3cdtf", "questionable"),
        ("2015.", "2015", "w3cdtf", ""),
        ("2024 г.", "2024", "w3cdtf", ""),
        ("April 14", "XXXX-04-14", "edtf", ""),
        ("14 апреля", "XXXX-04-14", "edtf", ""),
        ("spring 1920", "1920-21", "edtf", ""),
        ("весна 1920", "1920-21", "edtf", ""),
        ("1890s", "189X", "edtf", ""),
        ("1890-е гг.", "189X", "edtf", ""),
        ("18th century", "17XX", "edtf", ""),
        ("XIX век", "18XX", "edtf", ""),
        ("199-?", "199X", "edtf", "questionable"),
        ("before August 1456", "../1456-08", "edtf", ""),
        ("после 1900", "1900/..", "edtf", ""),
        ("Monday, 12 March 1905", "1905-03-12", "w3cdtf", ""),
        ("пятница, 12 мая 1905 г.", "1905-05-12", "w3cdtf", ""),
        ("12.III.1905", "1905-03-12", "w3cdtf", ""),
        ("12 XII 1905 г.", "1905-12-12", "w3cdtf", ""),
        ("1905 жылғы 12 наурыз", "1905-03-12", "w3cdtf", ""),
        ("1905 ж. 12 наурыз", "1905-03-12", "w3cdtf", ""),
        ("probably 1890", "1890", "w3cdtf", "approximate"),
    ],
)
def test_a_date_as_people_type_it_is_understood(text, value, encoding, qualifier):
    assert understood(text) == [(value, encoding, qualifier, "")]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1999-2001", "1999", "2001"),
        ("1914-18", "1914", "1918"),
        ("between 1601 and 1644", "1601", "1644"),
        ("1748 [i.e. 1747-1748]", "1747", "1748"),
        ("ca. 1470-1475?]", "1470", "1475"),
        ("12–14 мая 2024 г.", "2024-05-12", "2024-05-14"),
        ("[1820-1825]", "1820", "1825"),
    ],
)
def test_a_range_becomes_a_start_and_an_end(text, start, end):
    assert [(v, p) for v, _, _, p in understood(text)] == [(start, "start"), (end, "end")]


def test_a_copyright_date_says_so():
    assert [(d.value, d.kind) for d in understand_date("©2010")] == [("2010", "copyright")]
    assert [(d.value, d.kind) for d in understand_date("c2010")] == [("2010", "copyright")]


def test_a_day_that_can_be_read_in_two_ways_is_marked():
    assert [d.doubtful for d in understand_date("03/04/2026")] == [True]
    assert [d.doubtful for d in understand_date("03.04.2026")] == [False]


@pytest.mark.parametrize(
    "text", ["", "hello", "30 February 2020", "Tashkent 2026", "MDCCXXXXV.", "issue 14", "12345"]
)
def test_what_is_no_date_is_not_understood(text):
    assert understand_date(text) == []

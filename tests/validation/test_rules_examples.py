"""The oddities of EPrints are found where they are, and good files are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog_app import paths
from catalog_app.document.document import open_document
from catalog_app.validation.finding import Finding
from catalog_app.validation.fixes import edit_for
from catalog_app.validation.rules.table import TABLE
from catalog_app.validation.run import validate
from tests.document.reversible import reversible
from tests.real_files import SEED, needs_corpus

EXAMPLES = paths.resources() / "examples"


def findings(path: Path) -> list[Finding]:
    document = open_document(path.read_bytes())
    return [finding for report in validate(document.text) for finding in report.findings]


def oddities(path: Path) -> set[str]:
    return {f.rule.removeprefix("eprints.") for f in findings(path) if "eprints." in f.rule}


@needs_corpus
def test_the_seed_shows_its_ten_oddities() -> None:
    wanted = {"Q1", "Q2", "Q3", "Q7", "Q9", "Q11", "Q12", "Q13", "Q14", "Q15"}
    assert oddities(SEED) == wanted


def test_the_export_of_one_record_shows_the_same_oddities_as_the_seed() -> None:
    wanted = {"Q1", "Q2", "Q3", "Q7", "Q9", "Q11", "Q12", "Q13", "Q14", "Q15"}
    assert oddities(EXAMPLES / "eprint_export.xml") == wanted


def test_the_export_with_files_shows_pointers_misspelt_encoding_and_a_label_for_a_class_mark() -> (
    None
):
    assert {"Q4", "Q5", "Q8", "Q10"} <= oddities(EXAMPLES / "eprint_with_files.xml")


def test_the_list_of_exports_shows_that_it_is_a_list_and_a_section_without_content() -> None:
    assert {"Q6", "Q10", "Q16"} <= oddities(EXAMPLES / "eprints_list.xml")


def test_records_deep_in_an_oai_response_are_found() -> None:
    assert {"Q1", "Q2", "Q4", "Q11"} <= oddities(EXAMPLES / "eprints_oai_response.xml")


@pytest.mark.parametrize("name", ["newspaper_article_mods.xml", "letters_package.xml"])
def test_a_good_file_has_no_findings(name: str) -> None:
    assert [f.message for f in findings(EXAMPLES / name)] == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.xml")), ids=lambda path: path.name)
def test_every_finding_has_a_place_that_the_document_knows(path: Path) -> None:
    document = open_document(path.read_bytes())
    for finding in findings(path):
        assert finding.address is not None
        element = document.element(finding.address)
        assert element is not None, finding
        assert element.line == finding.line
        if finding.address.attribute:
            assert element.attribute(finding.address.attribute) is not None


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.xml")), ids=lambda path: path.name)
def test_every_finding_of_ours_belongs_to_a_rule_in_the_table(path: Path) -> None:
    for finding in findings(path):
        assert finding.source == "schema" or finding.rule in TABLE


RANGE = (
    '<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"><titleInfo><title>t</title></titleInfo>'
    "<originInfo><dateIssued{}>{}</dateIssued></originInfo></mods>"
)


@pytest.mark.parametrize("written", ["1990-1995", "between 1990 and 1995", "1990/1995"])
def test_a_range_in_one_date_is_said_and_made_a_start_and_an_end(written: str) -> None:
    document = open_document(RANGE.format("", written).encode())
    (found,) = (f for r in validate(document.text) for f in r.findings if f.rule == "date.range")
    after = reversible(document, edit_for(document, found, found.fixes[0]))
    assert b'point="start">1990</dateIssued>' in after
    assert b'point="end">1995</dateIssued>' in after
    assert not [f for r in validate(after) for f in r.findings if f.rule == "date.range"]


@pytest.mark.parametrize(
    ("attributes", "written"),
    [
        (' encoding="edtf"', "1990/1995"),
        (' point="start"', "1990-1995"),
        ("", "1990"),
        ("", "n.d."),
    ],
)
def test_what_says_how_it_is_written_or_is_no_range_is_left_in_peace(
    attributes: str, written: str
) -> None:
    reports = validate(RANGE.format(attributes, written).encode())
    assert not [f for r in reports for f in r.findings if f.rule == "date.range"]

"""Validation of files, records and values agrees with itself and keeps its promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog_app import paths
from catalog_app.document.document import open_document
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.schema import compile as compiling
from catalog_app.schema import load as loading
from catalog_app.schema.load import load
from catalog_app.validation.difference import preview
from catalog_app.validation.excerpts import excerpt
from catalog_app.validation.finding import Finding
from catalog_app.validation.fixes import edit_for
from catalog_app.validation.rules.table import FAMILIES, TABLE
from catalog_app.validation.run import (
    PartReport,
    check_value,
    validate,
    validate_record,
    validating,
)
from tests.real_files import documents, named, needs_corpus

EXAMPLES = paths.resources() / "examples"


def placed(findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings without their paths, which differ in how a default namespace is written."""
    return [replace(finding, path="") for finding in findings]


@needs_corpus
def test_a_record_by_itself_gets_the_same_findings_as_in_its_file() -> None:
    compared = 0
    for number, (path, document) in enumerate(documents()):
        if number % 3 or document.entities or len(document.records()) > 40:
            continue
        for report in validate(document.text):
            found = excerpt(document, report.name)
            if found is None:
                continue
            alone = validate_record(found)
            assert (alone.kind, alone.version) == (report.kind, report.version)
            outside = {"reference.related", "id.duplicate", "mods.no-title"}
            whole = [f for f in placed(report.findings) if f.rule not in outside]
            single = [f for f in placed(alone.findings) if f.rule not in outside]
            assert single == whole, f"{named(path)} {report.name}"
            compared += 1
    assert compared > 100


def test_a_record_is_judged_without_its_schema_being_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = open_document((EXAMPLES / "newspaper_article_mods.xml").read_bytes())
    found = excerpt(document, "record1")
    assert found is not None
    first = validate_record(found)
    monkeypatch.setattr(compiling, "_compile", lambda *_: pytest.fail("compiled again"))
    monkeypatch.setattr(loading.tomllib, "loads", lambda *_: pytest.fail("read again"))
    assert validate_record(found) == first


def test_a_value_is_checked_as_its_field_asks() -> None:
    date = load("mods").element(("originInfo", "dateIssued"))
    assert date is not None
    assert [f.rule for f in check_value(date, "1999-13", {"encoding": "w3cdtf"})] == [
        "date.impossible"
    ]
    assert check_value(date, "spring 1999") == []


def test_a_value_may_be_wrong_in_its_attributes() -> None:
    title = load("mods").element(("titleInfo", "title"))
    assert title is not None
    (finding,) = check_value(title, "Salt", {"xml:lang": "xx-invalid-tag-that-is-none"})
    assert finding.rule.startswith("language.")


def test_progress_rises_to_the_end_and_reports_come_in_order() -> None:
    text = (EXAMPLES / "letters_package.xml").read_bytes()
    steps = list(validating(text))
    progress = [step for step in steps if isinstance(step, float)]
    assert progress == sorted(progress)
    assert progress[-1] == pytest.approx(1)
    names = [step.name for step in steps if isinstance(step, PartReport)]
    assert names == ["package1", "record1", "record2", "record3", "record4"]


def test_a_run_can_be_given_up_in_the_middle() -> None:
    steps = validating((EXAMPLES / "letters_package.xml").read_bytes())
    next(steps)
    steps.close()  # type: ignore[attr-defined]


def test_a_file_that_is_no_xml_says_so() -> None:
    with pytest.raises(NotWellFormed):
        validate(b"<mods>")


def test_a_report_is_what_the_command_line_prints() -> None:
    report = validate((EXAMPLES / "eprint_export.xml").read_bytes())[0].as_json()
    assert list(report) == ["kind", "version", "line", "path", "valid", "findings"]
    findings = report["findings"]
    assert isinstance(findings, list)
    assert {"severity", "source", "rule", "line", "path", "message", "fixes"} <= set(findings[0])


def test_a_difference_shows_only_what_changes_with_a_little_around_it() -> None:
    document = open_document((EXAMPLES / "eprint_export.xml").read_bytes())
    report = validate(document.text)[0]
    finding = next(f for f in report.findings if f.rule == "eprints.Q3")
    edit = edit_for(document, finding, finding.fixes[0])
    assert edit is not None
    before, after = preview(document, edit)
    assert any("<mets:fileSec>" in line for line in before)
    assert not any("fileSec" in line for line in after)
    assert len(before) < 10
    assert document.text == (EXAMPLES / "eprint_export.xml").read_bytes()


def test_every_rule_says_what_it_looks_for() -> None:
    assert all(rule.title and rule.looks_for.endswith(".") for rule in TABLE.values())
    assert "eprints" in FAMILIES
    assert {f"eprints.Q{number}" for number in range(1, 17)} <= set(TABLE)

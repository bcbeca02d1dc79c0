"""What the rules say about packages: links, IDs, names that the METS schema does not look at."""

from __future__ import annotations

import pytest

from catalog_app.document.document import open_document
from catalog_app.lossless.wellformed import parse_document
from catalog_app.validation.finding import Finding
from catalog_app.validation.fixes import edit_for
from catalog_app.validation.place import Places
from catalog_app.validation.rules import references
from catalog_app.validation.rules.quick import links_hold
from catalog_app.validation.rules.rule import Context
from catalog_app.validation.run import validate
from catalog_app.validation.schema_parts import parts
from tests.large import large_mets
from tests.real_files import documents, named, needs_corpus

NAMES = (
    'xmlns:m="http://www.loc.gov/METS/" xmlns:d="http://www.loc.gov/mods/v3" '
    'xmlns:x="http://www.w3.org/1999/xlink"'
)
DESCRIPTION = (
    '<m:dmdSec ID="D1"><m:mdWrap MDTYPE="MODS"><m:xmlData><d:mods version="3.8"><d:titleInfo>'
    "<d:title>Salt</d:title></d:titleInfo></d:mods></m:xmlData></m:mdWrap></m:dmdSec>"
)
FILES = (
    '<m:fileSec><m:fileGrp ID="G1"><m:file ID="F1">'
    '<m:FLocat LOCTYPE="URL" x:href="a.tif"/></m:file></m:fileGrp></m:fileSec>'
)


def package(division: str = "", before: str = "", files: str = FILES, behind: str = "") -> bytes:
    structure = f"<m:structMap>{division or '<m:div/>'}</m:structMap>"
    return f"<m:mets {NAMES}>{DESCRIPTION}{before}{files}{structure}{behind}</m:mets>".encode()


def findings(data: bytes) -> list[Finding]:
    return [finding for report in validate(data) for finding in report.findings]


def rules(data: bytes) -> list[str]:
    return [finding.rule for finding in findings(data)]


GOOD = package('<m:div DMDID="D1"><m:fptr FILEID="F1"/></m:div>')


def test_a_good_package_has_no_findings() -> None:
    assert findings(GOOD) == []


@pytest.mark.parametrize(
    ("division", "rule"),
    [
        ('<m:div DMDID="D2"/>', "reference.missing"),
        ('<m:div ADMID="A1"/>', "reference.missing"),
        ('<m:div><m:fptr FILEID="F2"/></m:div>', "reference.missing"),
        ('<m:div DMDID="F1"/>', "reference.wrong-kind"),
        ('<m:div><m:fptr FILEID="D1"/></m:div>', "reference.wrong-kind"),
    ],
)
def test_a_link_that_leads_nowhere_or_astray_is_named_once(division: str, rule: str) -> None:
    assert rules(package(division)) == [rule]


def test_several_lost_ids_in_one_link_are_one_finding() -> None:
    (finding,) = findings(package('<m:div DMDID="D1 D7 D8"/>'))
    assert "“D7”, “D8”" in finding.message
    assert finding.fixes[-1].data == ("DMDID", "D1")


FILE = '<m:file ID="{0}" ADMID="{1}"><m:FLocat LOCTYPE="URL" x:href="{0}.tif"/></m:file>'


@pytest.mark.parametrize(
    ("named", "there", "offered"),
    [
        ("amdSec_2", ["amdSec_1"], []),  # that is the first file's own
        ("amdSec_02", ["amdSec_1", "amdSec_2"], ["amdSec_2"]),
        ("amdsec_2", ["amdSec_1", "amdSec_2"], ["amdSec_2"]),
        ("amdSec_3", ["amdSec_1", "amdSec_2"], ["amdSec_2"]),  # nobody else names it
        ("amdSec_4", ["amdSec_1", "amdSec_2", "amdSec_3"], []),
    ],
)
def test_a_lost_link_is_led_only_where_it_is_likely_meant(
    named: str, there: list[str], offered: list[str]
) -> None:
    sections = "".join(f'<m:amdSec ID="{one}"/>' for one in there)
    files = FILE.format("F1", "amdSec_1") + FILE.format("F2", named)
    group = f"<m:fileSec><m:fileGrp>{files}</m:fileGrp></m:fileSec>"
    (finding,) = findings(package(before=sections, files=group))
    pointing = [fix.data for fix in finding.fixes if fix.repair == "set-attribute"]
    assert pointing == [("ADMID", one) for one in offered]


def test_a_structural_link_may_name_an_id_or_a_label() -> None:
    division = '<m:div ID="one" x:label="first"/>'
    good = '<m:structLink><m:smLink x:from="one" x:to="first"/></m:structLink>'
    assert findings(package(division, behind=good)) == []
    lost = '<m:structLink><m:smLink x:from="#one" x:to="two"/></m:structLink>'
    found = findings(package(division, behind=lost))
    assert [f.rule for f in found] == ["reference.label", "reference.label"]
    assert found[0].fixes[0].data == ("xlink:from", "one")


def test_an_id_that_is_given_twice_is_one_finding() -> None:
    twice = FILES.replace("</m:fileGrp>", '<m:file ID="D1"/></m:fileGrp>')
    assert len(rules(package(files=twice))) == 1


def test_mods_names_written_as_mets_are_found_and_become_mods() -> None:
    data = package().replace(
        b"<d:title>Salt</d:title></d:titleInfo></d:mods>",
        b"<d:title>Salt</d:title></d:titleInfo></d:mods><m:abstract>White.</m:abstract>",
    )
    document = open_document(data)
    (finding,) = findings(data)
    assert finding.rule == "mets.mods-name"
    edit = edit_for(document, finding, finding.fixes[0])
    assert edit is not None
    document.apply(edit)
    assert b"<d:abstract>White.</d:abstract>" in document.text


def test_a_section_of_another_maker_is_no_oddity_of_eprints() -> None:
    assert rules(package(files="<m:fileSec/>")) == ["mets.missing-child"]


def closely(data: bytes) -> list[Finding]:
    """What a close look says about the links of the file's first package."""
    part = next(part for part in parts(parse_document(data)) if part.kind == "mets")
    context = Context(Places({part.element: part.name}))
    return list(references.check_references(part.element, context))


def test_the_quick_look_is_sure_of_a_large_package() -> None:
    assert links_hold(large_mets(300))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'FILEID="FILE_000007"', b'FILEID="FILE_900007"'),
        (b'FILEID="FILE_000007"', b"FILEID='FILE_000007'"),
        (b'FILEID="FILE_000007"', b'FILEID="DMD1"'),
        (b'ID="FILE_000007"', b'ID="FILE_000008"'),
        (b'DMDID="DMD1"', b'DMDID="FILE_000001"'),
        (b"<mets:fileSec>", b"<!-- old --><mets:fileSec>"),
    ],
)
def test_the_quick_look_gives_way_where_it_cannot_be_sure(old: bytes, new: bytes) -> None:
    data = large_mets(300)
    assert old in data
    assert not links_hold(data.replace(old, new, 1))


@needs_corpus
def test_what_the_quick_look_passes_a_close_look_passes_too() -> None:
    sure = 0
    for path, document in documents():
        data = document.text
        if len(document.packages()) == 1 and links_hold(data):
            sure += 1
            wrong = [f for f in closely(data) if f.rule != "reference.label"]
            assert wrong == [], named(path)
    assert sure > 20

"""Safe fixes make EPrints' exports valid, keep the text, and touch nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from catalog_app import paths
from catalog_app.document.document import Document, open_document
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.fixes import edit_for, fix_all, is_edit, safe_fixes, split_packages
from catalog_app.validation.run import validate
from tests.document.reversible import reversible
from tests.real_files import SEED, needs_corpus, oracle

EXAMPLES = paths.resources() / "examples"
EXPORTS = sorted(EXAMPLES.glob("eprint*.xml"))


def findings_of(data: bytes) -> list[Finding]:
    return [finding for report in validate(data) for finding in report.findings]


def fixed(path: Path) -> tuple[Document, list[tuple[Finding, Fix]]]:
    document = open_document(path.read_bytes())
    return document, fix_all(document, findings_of)


def words(data: bytes) -> list[str]:
    """The words of a text, entities decoded, so that only the spelling of blanks may differ."""
    text = " ".join(etree.fromstring(data).itertext())
    return re.findall(r"\w+", html.unescape(html.unescape(text)))


@needs_corpus
@pytest.mark.parametrize("version", ["3.3", "3.8"])
def test_the_seed_with_all_safe_fixes_is_officially_valid(version: str, tmp_path: Path) -> None:
    document, _ = fixed(SEED)
    text = document.text.replace(b'version="3.3"', f'version="{version}"'.encode())
    (tmp_path / "fixed.xml").write_bytes(text)
    verdict = oracle().judge(tmp_path / "fixed.xml", True)
    assert [part["version"] for part in verdict["parts"]] == ["1.12.1", version, version]
    assert all(part["valid"] for part in verdict["parts"]), verdict


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_an_export_with_all_safe_fixes_is_officially_valid(path: Path, tmp_path: Path) -> None:
    document, _ = fixed(path)
    (tmp_path / path.name).write_bytes(b"".join(document.chunks()))
    verdict = oracle().judge(tmp_path / path.name, True)
    assert all(part["valid"] for part in verdict["parts"]), verdict


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_safe_fixes_lose_no_word(path: Path) -> None:
    document, _ = fixed(path)
    left = words(b"".join(document.chunks()))
    for word in words(path.read_bytes()):
        assert word in left
        left.remove(word)
    assert set(left) <= {"aut"}, "nothing but the codes of roles is new"


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_after_the_safe_fixes_no_safe_fix_is_left(path: Path) -> None:
    document, applied = fixed(path)
    assert applied
    assert safe_fixes(findings_of(document.text)) == []


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_every_fix_can_be_taken_back(path: Path) -> None:
    document = open_document(path.read_bytes())
    for finding in findings_of(document.text):
        for fix in finding.fixes:
            if is_edit(fix):
                reversible(document, edit_for(document, finding, fix))


def test_what_is_not_repaired_stays_byte_for_byte() -> None:
    path = EXAMPLES / "eprint_export.xml"
    document, _ = fixed(path)
    after = b"".join(document.chunks())
    undone = after.replace(b'<mods:mods version="3.3">', b"").replace(b"</mods:mods>", b"")
    undone = undone.replace(
        b'<mods:accessCondition type="use and reproduction">', b"<mods:useAndReproduction>"
    ).replace(b"</mods:accessCondition>", b"</mods:useAndReproduction>")
    code = b'<mods:roleTerm type="code" authority="marcrelator">aut</mods:roleTerm>'
    undone = undone.replace(code, b"").replace(
        b'ADMID="rights_eprint_31207_mods"', b'ADMID="TMD_eprint_31207"'
    )
    undone = undone.replace(b"<mets:structMap>", b"<mets:fileSec></mets:fileSec><mets:structMap>")
    before = path.read_bytes()
    for cleaned in (rb"<mods:title>.*?</mods:title>", rb"<mods:abstract>.*?</mods:abstract>"):
        before, undone = (re.sub(cleaned, b"", text) for text in (before, undone))
    assert undone == before


def one(path: Path, rule: str) -> tuple[Document, Finding]:
    document = open_document(path.read_bytes())
    return document, next(f for f in findings_of(document.text) if f.rule == rule)


def after(path: Path, rule: str, repair: str) -> bytes:
    """The file with one fix of one finding applied."""
    document, finding = one(path, rule)
    fix = next(fix for fix in finding.fixes if fix.repair == repair)
    edit = edit_for(document, finding, fix)
    assert edit is not None
    document.apply(edit)
    still = {(f.rule, f.address) for f in findings_of(document.text)}
    assert (finding.rule, finding.address) not in still
    return document.text


def test_two_halves_of_an_origin_become_one() -> None:
    text = after(EXAMPLES / "eprint_export.xml", "eprints.Q9", "merge-into-previous")
    assert text.count(b"<mods:originInfo>") == 1
    assert b"2025-11-01</mods:dateIssued><mods:publisher>" in text


def test_a_term_from_the_list_comes_beside_the_sites_word() -> None:
    text = after(EXAMPLES / "eprint_export.xml", "eprints.Q11", "add-behind")
    assert b'Maqola</mods:genre><mods:genre authority="marcgt">article</mods:genre>' in text


def test_a_title_in_capitals_becomes_a_sentence() -> None:
    text = after(EXAMPLES / "eprint_export.xml", "eprints.Q15", "set-value").decode()
    assert "Water between neighbours: shared canals of the" in text


def test_a_label_in_the_classification_becomes_a_topic() -> None:
    text = after(EXAMPLES / "eprints_list.xml", "eprints.Q10", "classification-and-topic")
    assert b'<mods:classification authority="lcc">QL</mods:classification>' in text
    assert b"<mods:subject><mods:topic>Zoology</mods:topic></mods:subject>" in text


def test_a_section_without_content_goes_with_every_link_to_it() -> None:
    text = after(EXAMPLES / "eprints_list.xml", "eprints.Q16", "remove-section")
    assert b"rights_eprint_40012_mods" not in text
    assert b"TMD_eprint_40012" not in text


def test_a_list_is_split_into_files_that_stand_by_themselves() -> None:
    document = open_document((EXAMPLES / "eprints_list.xml").read_bytes())
    files = split_packages(document)
    assert [name for name, _ in files] == ["eprint_40011.xml", "eprint_40012.xml"]
    for _, data in files:
        assert etree.QName(etree.fromstring(data)).localname == "mets"


def test_a_package_that_borrows_declarations_takes_them_along() -> None:
    text = (
        b'<list xmlns:mets="http://www.loc.gov/METS/" xmlns:x="http://www.w3.org/1999/xlink">'
        b'<mets:mets OBJID="a/1"><mets:structMap><mets:div x:label="one"/></mets:structMap>'
        b"</mets:mets></list>"
    )
    ((name, data),) = split_packages(open_document(text))
    assert name == "a_1.xml"
    assert etree.fromstring(data)[0][0].get("{http://www.w3.org/1999/xlink}label") == "one"


def performing(document: Document) -> tuple[list[str], Callable[..., object]]:
    done: list[str] = []

    def perform(edit: object) -> object:
        done.append(edit.name)  # type: ignore[attr-defined]
        return document.apply(edit)  # type: ignore[arg-type]

    return done, perform


def test_safe_fixes_go_through_whoever_performs_edits() -> None:
    document = open_document((EXAMPLES / "eprint_export.xml").read_bytes())
    done, perform = performing(document)
    applied = fix_all(document, findings_of, perform)
    assert len(done) == len(applied)
    assert "Make it an access condition" in done

"""A text becomes a file of the package that describes it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from catalog_app.document.attached import attach, can_attach, new_package
from catalog_app.document.document import open_document
from catalog_app.document.edit import EditError
from catalog_app.document.files_disk import Facts, look
from catalog_app.document.template_files import templates
from tests.document.reversible import reversible
from tests.real_files import SEED, needs_corpus, oracle

METS = '<mets xmlns="http://www.loc.gov/METS/">{0}</mets>'


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """What there is to know of a text."""
    text = tmp_path / "an article.txt"
    text.write_text("Привет\n", encoding="utf-8")
    return look([text], tmp_path, "SHA-256")[0]


@needs_corpus
def test_a_new_package_holds_record_and_file_and_is_officially_valid(facts, tmp_path) -> None:
    for template in (None, *templates()):
        made = new_package(template, facts, "2026-11-22T06:00:00Z")
        file = tmp_path / "package.xml"
        file.write_bytes(made)
        parts = oracle().judge(file, messages=True)["parts"]
        assert [part["kind"] for part in parts] == ["mets", "mods"]
        assert parts[0]["valid"], parts
        assert b'xlink:href="an%20article.txt"' in made
        assert hashlib.sha256("Привет\n".encode()).hexdigest().encode() in made


@needs_corpus
def test_the_seed_package_takes_a_file_into_its_empty_section(facts, tmp_path) -> None:
    document = open_document(SEED.read_bytes())
    file = tmp_path / "package.xml"
    file.write_bytes(reversible(document, attach(document, facts)))
    parts = oracle().judge(file)["parts"]
    assert parts[0]["kind"] == "mets"
    assert parts[0]["valid"]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<structMap/>",
        '<structMap><div LABEL="a"/></structMap>',
        '<fileSec/><structMap><div LABEL="a"/></structMap>',
        '<fileSec><fileGrp><file ID="file_1"/></fileGrp></fileSec><structMap><div/></structMap>',
    ],
)
def test_a_file_finds_its_place_in_every_package(inside: str, facts) -> None:
    document = open_document(METS.format(inside).encode())
    after = reversible(document, attach(document, facts), keep=True).decode()
    assert after.count("an%20article.txt") == 1
    assert after.count("<fptr ") == 1
    assert attach(document, facts) is None


def test_a_record_without_a_package_says_why_nothing_can_be_attached(facts) -> None:
    document = open_document(b'<mods xmlns="http://www.loc.gov/mods/v3"/>')
    assert not can_attach(document)
    with pytest.raises(EditError, match="no METS package"):
        attach(document, facts)

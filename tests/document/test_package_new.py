"""New packages and notes of editing, judged by the rules of the standard."""

from __future__ import annotations

from pathlib import Path

from catalog_app.document.document import open_document
from catalog_app.document.files_disk import gathered, look
from catalog_app.document.package_new import package_of_files, package_round
from catalog_app.document.package_provenance import provenance
from catalog_app.export.mods import mods
from catalog_app.export.split import join, split
from catalog_app.validation.run import validate
from tests.document.reversible import reversible
from tests.document.test_package import SMALL
from tests.real_files import CORPUS, needs_corpus, wellformed_files

NOW = "2026-11-22T06:00:00Z"
RECORD = (
    b'<?xml version="1.0"?>\n<m:mods xmlns:m="http://www.loc.gov/mods/v3" version="3.8">'
    b"<m:titleInfo><m:title>A &amp; B</m:title></m:titleInfo></m:mods>"
)


def errors(data: bytes) -> list[str]:
    """What the schema finds wrong."""
    return [
        finding.message
        for report in validate(data)
        for finding in report.findings
        if finding.severity == "error" and finding.source == "schema"
    ]


def test_a_folder_of_50_page_images_becomes_a_valid_package(tmp_path: Path) -> None:
    for number in range(1, 51):
        (tmp_path / f"page{number}.tif").write_bytes(b"II*\0" + bytes([number]))
        (tmp_path / f"page{number}.txt").write_text(f"page {number}")
    facts = look(gathered([tmp_path])[0], tmp_path, "SHA-512")
    data = package_of_files(facts, "A book & more", NOW, "i, ii, iii")
    assert errors(data) == []
    assert data.count(b"<file ") == 100
    assert data.count(b'TYPE="page"') == 50
    assert b'ORDERLABEL="l"' in data
    assert b'<fptr FILEID="file_0099"/>\n        <fptr FILEID="file_0100"/>' in data


def test_a_package_round_a_record_and_back_keeps_the_records_bytes() -> None:
    data = package_round(RECORD, NOW)
    assert errors(data) == []
    assert RECORD[RECORD.find(b"<m:") :] in data
    again = mods(open_document(data), "record1")
    assert RECORD[RECORD.find(b"<m:titleInfo") :] in again


def test_editing_is_noted_once_with_the_date(tmp_path: Path) -> None:
    document = open_document(SMALL)
    after = reversible(document, provenance(document, NOW, "package1"), keep=True)
    assert after.count(b'ROLE="EDITOR"') == 1
    assert after.index(b"<metsHdr") < after.index(b"<dmdSec")
    after = reversible(
        open_document(after), provenance(document, "2027-01-01T00:00:00Z", "package1")
    )
    assert after.count(b'ROLE="EDITOR"') == 1
    assert b'LASTMODDATE="2027-01-01T00:00:00Z"' in after
    assert provenance(open_document(RECORD), NOW, "package1") is None


def test_a_list_is_split_into_records_and_joined_again() -> None:
    whole = (
        b'<l xmlns:x="http://www.w3.org/1999/xlink"><oai><mods xmlns="http://www.loc.gov/mods/v3" '
        b'version="3.8"><titleInfo x:title="t"><title>One: first?</title></titleInfo></mods></oai>'
        b'<mods xmlns="http://www.loc.gov/mods/v3"><note>n</note></mods></l>'
    )
    files = dict(split(open_document(whole), "list"))
    assert list(files) == ["list-1-One-first.xml", "list-2.xml"]
    assert all(errors(data) == [] for data in files.values())
    joined = join(open_document(data) for data in files.values())
    assert errors(joined) == []
    assert len(open_document(joined).records()) == 2


@needs_corpus
def test_real_lists_are_split_into_well_formed_records_as_valid_as_before() -> None:
    seen = 0
    for path in wellformed_files():
        data = path.read_bytes()
        if not (b"<mets-objects" in data or b"OAI-PMH" in data or b"modsCollection" in data):
            continue
        if len(data) > 2_000_000 or b"<!DOCTYPE" in data or seen > 120:
            continue
        document = open_document(data)
        judged = [r for r in validate(data) if r.kind in ("mods", "bare")]
        for number, (_, one) in enumerate(split(document, path.stem)):
            alone = [r for r in validate(one) if r.kind in ("mods", "bare")]
            assert len(alone) == 1
            # Bare elements may stand among foreign ones, which a record of its own may not hold.
            if len(judged) == len(document.records()) and judged[number].kind == "mods":
                assert alone[0].valid == judged[number].valid, str(path.relative_to(CORPUS))
            seen += 1
    assert seen >= 5

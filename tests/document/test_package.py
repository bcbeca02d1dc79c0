"""Sections, files and links of packages, over every METS file of the corpus."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from catalog_app.document.adding import additions
from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.edits import set_attribute
from catalog_app.document.files_rows import FileRows
from catalog_app.document.markup import plain
from catalog_app.document.minting import new_id
from catalog_app.document.package import sections
from catalog_app.document.projection import Projector
from catalog_app.document.references import find_id, place, references, shared_by
from catalog_app.document.removing import remove_with_links
from catalog_app.document.renaming import rename_id
from catalog_app.document.targets import targets
from catalog_app.validation.run import validate
from tests.document.reversible import reversible
from tests.large import large_mets
from tests.real_files import SEED, named, needs_corpus, wellformed_files

PACKAGE = Address("package1")

SMALL = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <dmdSec ID="dmd1"><mdWrap MDTYPE="DC"><xmlData/></mdWrap></dmdSec>
  <amdSec ID="amd1">
    <rightsMD ID="r1"><mdRef MDTYPE="OTHER" OTHERMDTYPE="CC" LOCTYPE="URL" xlink:href="a.xml"/>
    </rightsMD>
  </amdSec>
  <fileSec>
    <fileGrp USE="master"><file ID="f1" ADMID="r1 amd1" SIZE="3"><FLocat LOCTYPE="URL" \
xlink:href="a/1.tif"/></file><file ID="f2"/></fileGrp>
    <fileGrp USE="thumbs"><fileGrp ID="deep"><file ID="f11" USE="x"/></fileGrp></fileGrp>
  </fileSec>
  <structMap TYPE="LOGICAL"><div ID="log1" DMDID="dmd1"><div ID="log2" DMDID="dmd1">
    <fptr FILEID="f1"/><fptr FILEID="f11"/></div></div></structMap>
  <structLink><smLink xlink:from="log1" xlink:to="log2"/></structLink>
</mets>
"""


@pytest.fixture
def small() -> Document:
    return open_document(SMALL)


def packages() -> list[tuple[str, bytes]]:
    return [
        (named(path), data)
        for path in wellformed_files()
        if b"http://www.loc.gov/METS/" in (data := path.read_bytes()) and b"fileSec" in data
    ]


def test_sections_say_what_they_wrap_and_where_it_is(small: Document) -> None:
    found = {s.id: s for s in sections(small, "package1") if s.id}
    assert found["dmd1"].wraps == "DC"
    assert (found["r1"].wraps, found["r1"].outside) == ("CC", "a.xml")
    assert str(found["r1"].address) == "package1/amdSec/rightsMD"


@needs_corpus
def test_every_section_of_every_real_package_is_found_at_its_address() -> None:
    seen = 0
    for name, data in packages():
        document = open_document(data)
        for number, _ in enumerate(document.packages(), 1):
            for section in sections(document, f"package{number}"):
                element = document.element(section.address)
                assert element is not None, f"{name}: {section.address}"
                assert element.name[1] == section.name
                seen += 1
    assert seen > 1000


def test_files_are_rows_of_groups_within_groups(small: Document) -> None:
    rows = FileRows(small, PACKAGE.child("fileSec"))
    for _ in rows.reading():
        pass
    assert [rows.row(n).id for n in range(len(rows))] == ["f1", "f2", "f11"]
    assert [rows.row(n).group for n in range(3)] == ["master", "master", "deep"]
    assert rows.row(0).location == "a/1.tif"
    assert rows.row(0).name == "1.tif"
    assert str(rows.address(2)) == "package1/fileSec/fileGrp[2]/fileGrp/file"
    assert [rows.row_of(rows.address(n)) for n in range(3)] == [0, 1, 2]
    assert list(rows.values("size")) == ["3", "", ""]
    assert list(rows.matching("TIF")) == [True, False, False]


@needs_corpus
def test_every_file_of_every_real_package_is_a_row_at_its_address() -> None:
    seen = 0
    for name, data in packages():
        document = open_document(data)
        if len(document.packages()) != 1 or b"METS/v2" in data:
            continue
        rows = FileRows(document, PACKAGE.child("fileSec"))
        for _ in rows.reading():
            pass
        step = max(1, len(rows) // 20)
        for number in range(0, len(rows), step):
            element = document.element(rows.address(number))
            assert element is not None, f"{name}: {rows.address(number)}"
            row = rows.row(number)
            assert (element.get("ID") or "") == row.id, f"{name}: {rows.address(number)}"
            assert (element.get("MIMETYPE") or "") == row.mime
            assert rows.row_of(rows.address(number)) == number
            seen += 1
    assert seen > 300


def test_what_points_at_an_id_is_found_by_whole_words(small: Document) -> None:
    assert [str(place(small, r)) for r in references(small, "f1")] == [
        "package1/structMap/div/div/fptr/@FILEID"
    ]
    assert [str(place(small, r)) for r in references(small, "log1")] == [
        "package1/structLink/smLink/@xlink:from"
    ]
    assert shared_by(small, "dmd1") == 2


def test_an_id_is_renamed_with_all_its_references(small: Document) -> None:
    after = reversible(small, rename_id(small, Address.at(find_id(small, "amd1"), "ID"), "adm"))
    assert after == SMALL.replace(b"amd1", b"adm")
    after = reversible(small, rename_id(small, find_id(small, "log2"), "chapter"))
    assert after == SMALL.replace(b"log2", b"chapter")


def test_removing_something_can_take_the_links_to_it_along(small: Document) -> None:
    address = find_id(small, "dmd1")
    after = reversible(small, remove_with_links(small, address))
    assert b"dmd1" not in after
    assert b"DMDID" not in after
    after = reversible(small, remove_with_links(small, find_id(small, "f1")))
    assert b'FILEID="f1"' not in after
    assert b'FILEID="f11"' in after
    after = reversible(small, remove_with_links(small, find_id(small, "amd1")))
    assert b"ADMID" not in after
    assert b"amd1" not in after


def test_targets_are_offered_by_kind_and_words(small: Document) -> None:
    assert [t.id for t in targets(small, "FILEID")] == ["f1", "f2", "f11"]
    assert [t.id for t in targets(small, "FILEID", "1.tif")] == ["f1"]
    assert [t.id for t in targets(small, "ADMID")] == ["amd1", "r1"]
    assert [t.id for t in targets(small, "DMDID")] == ["dmd1"]
    assert [t.id for t in targets(small, "xlink:to")] == ["log1", "log2"]


def test_new_ids_follow_the_habit_of_the_file(small: Document) -> None:
    assert new_id(small, "file") == "f12"
    assert new_id(small, "dmdSec") == "dmd2"
    assert new_id(open_document(large_mets(3)), "file") == "FILE_000003"


@needs_corpus
def test_ids_of_real_packages_are_renamed_and_every_link_follows() -> None:
    seen = 0
    for name, data in packages()[::4]:
        document = open_document(data)
        if document.obstacle or len(document.packages()) != 1 or len(data) > 3_000_000:
            continue
        ids = re.findall(rb"""\sID=["']([^"'\s]+)["']""", data)
        counted = Counter(ids)
        usual = [i.decode() for i in dict.fromkeys(ids) if counted[i] == 1 and i.isascii()]
        for identifier in usual[:: max(1, len(usual) // 3)]:
            address = find_id(document, identifier)
            if address is None:
                assert b"<!--" in data, f"{name}: {identifier}"
                continue
            reversible(document, rename_id(document, address, f"renamed-{seen}"), keep=True)
            assert not references(document, identifier), f"{name}: {identifier}"
            seen += 1
    assert seen > 100


@needs_corpus
def test_the_seed_stays_as_valid_when_its_ids_are_renamed() -> None:
    document = open_document(SEED.read_bytes())
    before = [len(report.findings) for report in validate(document.text)]
    for target in targets(document, "DMDID") + targets(document, "ADMID"):
        document.apply(rename_id(document, find_id(document, target.id), f"x-{target.id}"))
    assert [len(report.findings) for report in validate(document.text)] == before


def test_an_edit_in_a_large_package_changes_one_row_only() -> None:
    document = open_document(large_mets(3000))
    rows = FileRows(document, PACKAGE.child("fileSec"))
    for _ in rows.reading():
        pass
    address = rows.address(1500)
    reversible(document, set_attribute(document, address.at("USE"), "new"), keep=True)
    rows.recount()
    assert rows.row(1500).use == "new"
    assert {rows.row(n).use for n in (0, 1499, 1501, 2999)} == {""}


def test_wrapped_data_of_other_standards_reads_as_a_tree() -> None:
    document = open_document(
        b'<mets xmlns="http://www.loc.gov/METS/"><amdSec><techMD ID="t"><mdWrap MDTYPE="PREMIS">'
        b'<xmlData><p:object xmlns:p="http://www.loc.gov/premis/v3"><p:size>3</p:size>'
        b'<p:id type="local"><p:value>a &amp; b</p:value></p:id></p:object></xmlData></mdWrap>'
        b"</techMD></amdSec></mets>"
    )
    cards = Projector(document).cards(PACKAGE.child("amdSec").child("techMD"))
    texts = [plain(f.value) for card in cards for f in card.fields if f.kind == "markup"]
    assert texts == ["size: 3\nid [type local]\n    value: a & b"]


def test_from_the_package_what_its_administration_can_hold_is_found_too(small: Document) -> None:
    found = additions(small, Address("package1"), None, "techMD")
    assert [(one.path, one.where, str(one.parent)) for one in found] == [
        ("amdSec/techMD", "Administration · amd1", "package1/amdSec")
    ]
    assert not additions(small, Address("package1").child("metsHdr"), None, "techMD")


def test_what_an_administration_can_hold_is_found_where_there_is_none_yet() -> None:
    without = open_document(
        b'<mets xmlns="http://www.loc.gov/METS/"><structMap><div/></structMap></mets>'
    )
    found = additions(without, Address("package1"), None, "techMD")
    assert [(one.path, one.where, one.within, str(one.parent)) for one in found] == [
        ("amdSec/techMD", "", "Administration", "package1/amdSec")
    ]

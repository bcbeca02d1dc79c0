"""Files of a package: added from the disk, moved, verified, relocated."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.document.files_disk import gathered, look, media_type
from catalog_app.document.files_edit import (
    adding_files,
    moving_files,
    removing_files,
    replacing_base,
    set_cell,
)
from catalog_app.document.files_rows import FileRows
from catalog_app.document.files_verify import told, verify
from catalog_app.document.large import made
from tests.document.reversible import reversible
from tests.document.test_package import SMALL
from tests.large import large_mets

SECTION = Address("package1").child("fileSec")
GROUP = SECTION.child("fileGrp")


def rows_of(document: object) -> FileRows:
    rows = FileRows(document, SECTION)
    for _ in rows.reading():
        pass
    return rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("page 10.tif", "page 2.tif", "text.txt"):
        (tmp_path / name).write_bytes(name.encode() * 100)
    (tmp_path / ".hidden").write_bytes(b"x")
    return tmp_path


def test_a_folder_is_added_in_natural_order_with_its_facts(folder: Path) -> None:
    document = open_document(SMALL)
    found = look(gathered([folder])[0], folder, "SHA-256")
    assert [one.href for one in found] == ["page%202.tif", "page%2010.tif", "text.txt"]
    reversible(document, made(adding_files(document, GROUP, found)), keep=True)
    rows = rows_of(document)
    row = rows.row(2)
    content = (folder / "page 2.tif").read_bytes()
    assert (row.id, row.mime, row.size) == ("f12", "image/tiff", str(len(content)))
    assert row.checksum == hashlib.sha256(content).hexdigest()
    assert [rows.row(n).id for n in range(len(rows))] == ["f1", "f2", "f12", "f13", "f14", "f11"]


def test_files_move_between_groups_many_at_once() -> None:
    document = open_document(SMALL)
    deep = SECTION.child("fileGrp", 2).child("fileGrp")
    edit = made(moving_files(document, [GROUP.child("file"), GROUP.child("file", 2)], deep))
    reversible(document, edit, keep=True)
    rows = rows_of(document)
    assert [(rows.row(n).id, rows.row(n).group) for n in range(3)] == [
        ("f11", "deep"), ("f1", "deep"), ("f2", "deep"),
    ]  # fmt: skip


def test_files_go_with_the_links_to_them() -> None:
    document = open_document(SMALL)
    after = reversible(document, made(removing_files(document, [GROUP.child("file")])))
    assert b'"f1"' not in after
    after = reversible(document, made(removing_files(document, [GROUP.child("file")], links=False)))
    assert b'FILEID="f1"' in after


def test_a_base_is_replaced_in_all_locations_by_one_edit() -> None:
    document = open_document(large_mets(1500))
    rows = rows_of(document)
    edit = made(replacing_base(document, rows, "file:///volume/", "https://example.org/a&b/"))
    assert "1500" in edit.name
    reversible(document, edit, keep=True)
    rows.recount()
    assert rows.row(1499).location == "https://example.org/a&b/page_001499.tif"


def test_cells_are_edits_of_the_attribute_or_the_location() -> None:
    document = open_document(SMALL)
    file = GROUP.child("file", 2)
    after = reversible(document, set_cell(document, file, "location", "b/2.tif"))
    assert b'xlink:href="b/2.tif"' in after
    after = reversible(document, set_cell(document, GROUP.child("file"), "size", ""))
    assert after == SMALL.replace(b' SIZE="3"', b"")
    after = reversible(document, set_cell(document, GROUP.child("file"), "id", "page1"))
    assert b'FILEID="page1"' in after


def test_missing_changed_and_extra_files_are_told(folder: Path) -> None:
    document = open_document(SMALL)
    found = look(gathered([folder])[0], folder, "MD5")
    document.apply(made(adding_files(document, GROUP, found)))
    (folder / "page 2.tif").unlink()
    (folder / "text.txt").write_bytes(b"y" * 800)
    (folder / "more.txt").write_bytes(b"z")
    rows = rows_of(document)
    verdicts = verify((rows.row(n) for n in range(len(rows))), len(rows), folder)
    states = {Path(v.location).name: v.state for v in verdicts if v.location}
    assert states["page%202.tif"] == "missing"
    assert states["page%2010.tif"] == "right"
    assert states["text.txt"] == "changed"
    assert states["more.txt"] == "extra"
    assert b"missing" in told(verdicts)


def test_what_lies_where_one_file_came_from_is_nothing_to_a_package_with_a_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desktop = tmp_path_factory.mktemp("desktop")
    for name in ("chosen.txt", "private.txt"):
        (desktop / name).write_text(name)
    document = open_document(SMALL)
    one = [*gathered([folder])[0][:1], desktop / "chosen.txt"]
    document.apply(made(adding_files(document, GROUP, look(one, folder, "MD5"))))
    rows = rows_of(document)
    verdicts = verify((rows.row(n) for n in range(len(rows))), len(rows), folder)
    extra = [v.location for v in verdicts if v.state == "extra"]
    assert extra
    assert not any("private" in location for location in extra)
    alone = [row for row in map(rows.row, range(len(rows))) if row.name == "chosen.txt"]
    extra = [v.location for v in verify(alone, 1, folder) if v.state == "extra"]
    assert [one.rpartition("/")[2] for one in extra] == ["private.txt"]


def test_media_types_are_those_of_the_suffix_on_every_machine() -> None:
    assert media_type(Path("a.TIF")) == "image/tiff"
    assert media_type(Path("a.jp2")) == "image/jp2"
    assert media_type(Path("a.pdf")) == "application/pdf"
    assert media_type(Path("a.unheard-of")) == ""


NESTED = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <fileSec><fileGrp USE="a"><file ID="a1"/><file ID="zip" SIZE="9"><file ID="in1">
    <FLocat LOCTYPE="URL" xlink:href="x/1.txt"/><file ID="deep"/></file><file ID="in2"/></file>
    <file ID="a2"/></fileGrp><fileGrp USE="b"><file ID="b1"/></fileGrp></fileSec>
  <structMap><div/></structMap></mets>
"""


def test_files_inside_a_file_are_rows_behind_it() -> None:
    document = open_document(NESTED)
    rows = FileRows(document, Address("package1").child("fileSec"))
    for _ in rows.reading():
        pass
    shown = [(rows.row(n).id, rows.depth(n)) for n in range(len(rows))]
    assert shown == [
        ("a1", 0), ("zip", 0), ("in1", 1), ("deep", 2), ("in2", 1), ("a2", 0), ("b1", 0)
    ]  # fmt: skip
    assert list(rows.values("id")) == [identifier for identifier, _ in shown]
    assert list(rows.values("location")) == ["", "", "x/1.txt", "", "", "", ""]
    assert list(rows.matching("x/1")) == [n == 2 for n in range(7)]
    assert list(rows.ids(rows.groups[0])) == ["a1", "zip", "in1", "deep", "in2", "a2"]
    for number in range(len(rows)):
        element = document.element(rows.address(number))
        assert element is not None
        assert element.get("ID") == shown[number][0]
        assert rows.row_of(rows.address(number).child("FLocat")) == number


def test_the_last_file_of_a_group_is_not_found_or_sorted_by_what_the_next_group_holds() -> None:
    files = (
        '<fileGrp USE="one"><file ID="f1"><FLocat LOCTYPE="URL" xlink:href="fileGrp/one.tif"/>'
        '</file></fileGrp><fileGrp USE="two"><file ID="f2" SIZE="77"><FLocat LOCTYPE="URL" '
        'xlink:href="two.tif"/></file><file ID="f3"><FLocat LOCTYPE="URL" xlink:href="x.tif"/>'
        "</file></fileGrp>"
    )
    document = open_document(
        f'<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<fileSec>{files}</fileSec><structMap><div/></structMap></mets>".encode()
    )
    rows = FileRows(document, Address("package1").child("fileSec"))
    for _ in rows.reading():
        pass
    assert list(rows.values("size")) == ["", "77", ""]
    assert list(rows.matching("two.tif")) == [False, True, False]
    assert list(rows.matching("one.tif")) == [True, False, False]

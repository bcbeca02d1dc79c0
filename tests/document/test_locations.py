"""Locations as they are written, read, sorted and given another beginning."""

from __future__ import annotations

import pytest

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.document.edit import EditError
from catalog_app.document.files_edit import replacing_base, set_cell
from catalog_app.document.files_rows import FileRows
from catalog_app.document.large import made
from catalog_app.document.locations import common_folder, natural_words, shown, written
from catalog_app.document.typed import objection
from tests.document.reversible import reversible
from tests.document.test_package import SMALL

SECTION = Address("package1").child("fileSec")
FILE = SECTION.child("fileGrp").child("file")
HEAD = '<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">'
TAIL = "<structMap><div/></structMap></mets>"


def located(*locations: str) -> bytes:
    files = "".join(
        f'<file ID="f{number}"><FLocat LOCTYPE="URL" xlink:href="{one}"/></file>'
        for number, one in enumerate(locations)
    )
    return f"{HEAD}<fileSec><fileGrp>{files}</fileGrp></fileSec>{TAIL}".encode()


def rows_of(data: bytes) -> FileRows:
    rows = FileRows(open_document(data), SECTION)
    for _ in rows.reading():
        pass
    return rows


def based(data: bytes, old: str, new: str) -> list[str]:
    rows = rows_of(data)
    edit = made(replacing_base(rows.document, rows, old, new))
    if edit is None:
        return []
    reversible(rows.document, edit, keep=True)
    rows.recount()
    return [rows.row(number).location for number in range(len(rows))]


ENCODED = "%D0%A2%D0%BE%D0%BC%201/%D1%81%D1%82%D1%80%201.png"


def test_a_name_is_shown_as_people_read_it() -> None:
    rows = rows_of(located(ENCODED, "sub%20dir/a.tif", "100%.tif"))
    assert [rows.row(n).name for n in range(3)] == ["стр 1.png", "a.tif", "100%.tif"]
    for words, expected in (("стр", [0]), ("том 1", [0]), ("sub dir", [1]), ("100%", [2])):
        assert [n for n, fits in enumerate(rows.matching(words)) if fits] == expected


def test_names_are_in_natural_order() -> None:
    names = ["p10", "P2", "p1", "p002b", "p2a", "1", "a"]
    assert sorted(names, key=natural_words) == ["1", "a", "p1", "P2", "p2a", "p002b", "p10"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a b/c.tif", "a%20b/c.tif"),
        ("a%20b.tif", "a%20b.tif"),
        ("100%.tif", "100%25.tif"),
        ("https://x.org/a b/Том&", "https://x.org/a%20b/%D0%A2%D0%BE%D0%BC&"),
        ('it\'s "so"', "it%27s%20%22so%22"),
    ],
)
def test_what_is_typed_is_escaped_once(typed: str, meant: str) -> None:
    assert written(typed) == meant
    assert written(meant) == meant
    assert shown(meant) == shown(typed)


def test_a_base_is_understood_in_both_forms() -> None:
    for old in ("Том 1/", "%D0%A2%D0%BE%D0%BC%201/", "%d0%a2%d0%be%d0%bc%201/"):
        found = based(located(ENCODED, "b.tif"), old, "Том 2&3/")
        assert found == ["%D0%A2%D0%BE%D0%BC%202&3/%D1%81%D1%82%D1%80%201.png", "b.tif"]
    lower = ENCODED.replace("%D0%A2", "%d0%a2")
    assert based(located(lower), "Том 1/", "x/") == ["x/%D1%81%D1%82%D1%80%201.png"]
    assert based(located("Том 1/стр 1.png"), "%D0%A2%D0%BE%D0%BC%201/", "Том 2/") == [
        "Том%202/стр 1.png"
    ]


def test_a_base_is_written_as_a_location_and_in_xml_must_be() -> None:
    assert based(located("a/1.tif"), "a/", "https://x.org/a b/Том&'/") == [
        "https://x.org/a%20b/%D0%A2%D0%BE%D0%BC&%27/1.tif"
    ]
    single = located("a&amp;b/1.tif").replace(b'href="a&amp;b/1.tif"', b"href='a&amp;b/1.tif'")
    assert based(single, "a&b/", "it's/") == ["it%27s/1.tif"]


def test_a_base_ends_with_a_whole_letter() -> None:
    coded = located("a/%D0%9F%20b.tif", "a/b.tif", "a/%25D0.tif")
    letter = located("a/%D0%9F%20b.tif", "a/b.tif")
    for old in ("a/%", "a/%D", "a/%D0", "a/%d0%", "a/%d0%9", "a/%D0%9F%", "a/%D0%9F%2"):
        with pytest.raises(EditError, match="ends within a letter"):
            based(letter, old, "x/")
    assert based(coded, "a/%", "x/") == ["a/%D0%9F%20b.tif", "a/b.tif", "x/D0.tif"]
    assert based(coded, "a/%D0%9F", "x/") == ["x/%20b.tif", "a/b.tif", "a/%25D0.tif"]
    assert based(coded, "a/П ", "x/") == ["x/b.tif", "a/b.tif", "a/%25D0.tif"]
    assert based(coded, "a/%25", "x/") == ["a/%D0%9F%20b.tif", "a/b.tif", "x/D0.tif"]
    assert based(coded, "a/", "x/")[0] == "x/%D0%9F%20b.tif"
    assert based(located("100%/1.tif", "100%25/1.tif"), "100%", "x") == ["x/1.tif", "x/1.tif"]
    latin = located("%E9%E8/1.tif")
    assert based(latin, "%E9", "x") == ["x%E8/1.tif"]


def test_where_nothing_begins_so_there_is_nothing_to_do() -> None:
    for old in ("z/", "", "1.tif"):
        assert based(located("a/1.tif"), old, "b/") == []
    assert based(located("a/1.tif"), "a/", "a/") == []
    assert based(located("a b/1.tif"), "a b/", "a%20b/") == ["a%20b/1.tif"]


def test_a_location_typed_in_a_cell_is_escaped() -> None:
    document = open_document(SMALL)
    after = reversible(document, set_cell(document, FILE, "location", "Том 1/a.tif"))
    assert b'xlink:href="%D0%A2%D0%BE%D0%BC%201/a.tif"' in after


@pytest.mark.parametrize(
    ("column", "value", "fits"),
    [
        ("SIZE", "12", True), ("SIZE", "abc", False), ("SIZE", "-1", False), ("SIZE", "1.5", False),
        ("SEQ", "x", False), ("SEQ", "-3", True), ("USE", "abc", True), ("ID", "a b", False),
        ("SIZE", "", True),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(column: str, value: str, fits: bool) -> None:
    document = open_document(SMALL)
    assert (objection(document, FILE.at(column), value) == "") is fits
    order = Address("package1").child("structMap").child("div").at("ORDER")
    assert "whole number" in objection(document, order, "first")
    if column == "SIZE" and not fits:
        with pytest.raises(EditError):
            set_cell(document, FILE, "size", value)


@pytest.mark.parametrize(
    ("locations", "folder"),
    [
        (["a/b/1", "a/b/2", "a/c/3", "a/c/4"], "a/"),
        (["a/b/1", "a/b/2", "a/c/3"], "a/b/"),
        (["https://x.org/max/1", "https://x.org/min/1", "https://y.org/1", ""], "https://x.org/"),
        (["https://x.org/1", "https://y.org/1"], ""),
        (["file:///d/1", "file:///d/2"], "file:///d/"),
        (["1", "2"], ""),
        ([], ""),
    ],
)
def test_the_folder_in_which_most_files_are(locations: list[str], folder: str) -> None:
    assert common_folder(locations) == folder

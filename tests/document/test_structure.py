"""The structure of a package: read lazily, moved, numbered, grouped, tied to files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.edit import EditError
from catalog_app.document.large import made
from catalog_app.document.slices import returned
from catalog_app.document.structure_edit import (
    PATTERNS,
    add_pages,
    group_divisions,
    insert_division,
    link_files,
    page_label,
    renumbering,
)
from catalog_app.document.structure_move import count_divisions, landing, moving_divisions
from catalog_app.document.structure_rows import Structure
from tests.document.reversible import reversible
from tests.large import large_mets
from tests.real_files import named, needs_corpus, wellformed_files

MAP = Address("package1").child("structMap")
BOOK = MAP.child("div")

TREE = b"""<mets xmlns="http://www.loc.gov/METS/">
  <structMap>
    <div LABEL="book">
      <div LABEL="one">
        <div LABEL="p1"/>
        <div LABEL="p2"/>
      </div>
      <div LABEL="two">
        <fptr FILEID="f"/>
        <div LABEL="p3"/>
      </div>
      <div LABEL="three"/>
    </div>
  </structMap>
</mets>
"""


def structure_of(document: object, deep: bool = True) -> Structure:
    found = Structure(document, MAP)
    for _ in found.reading():
        pass
    row = 0
    while deep and row < len(found):
        found.unfold(row)
        row += 1
    return found


def labels(document: object) -> list[str]:
    found = structure_of(document)
    return [f"{'-' * found.depth(n)}{found.division(n).label}" for n in range(len(found))]


def test_rows_are_unfolded_as_far_as_someone_looks() -> None:
    found = structure_of(open_document(TREE), deep=False)
    assert [found.division(n).label for n in range(len(found))] == ["book", "one", "two", "three"]
    assert found.unfold(2) == 1
    assert found.unfold(1) == 2
    assert [found.division(n).label for n in range(len(found))] == [
        "book", "one", "p1", "p2", "two", "p3", "three",
    ]  # fmt: skip
    assert [found.row_of(found.address(n)) for n in range(7)] == list(range(7))
    assert found.division(4).files == ("f",)
    assert found.fold(1) == 2
    assert str(found.address(3)) == "package1/structMap/div/div[2]/div"


def test_divisions_are_moved_many_at_once() -> None:
    document = open_document(TREE)
    one, two, three = (BOOK.child("div", n) for n in (1, 2, 3))
    edit = made(
        moving_divisions(document, [one.child("div"), one.child("div", 2)], two, two.child("div"))
    )
    reversible(document, edit, keep=True)
    assert labels(document) == [
        "book", "-one", "-two", "--p1", "--p2", "--p3", "-three",
    ]  # fmt: skip
    reversible(document, made(moving_divisions(document, [three, one], BOOK, None)), keep=True)
    assert labels(document) == ["book", "-two", "--p1", "--p2", "--p3", "-one", "-three"]
    edit = made(moving_divisions(document, [BOOK.child("div", 3)], BOOK, BOOK.child("div")))
    reversible(document, edit, keep=True)
    assert labels(document)[:2] == ["book", "-three"]
    with pytest.raises(EditError):
        made(moving_divisions(document, [BOOK.child("div")], BOOK.child("div").child("div"), None))


def test_a_chapter_is_put_round_its_pages() -> None:
    document = open_document(TREE)
    pages = [BOOK.child("div").child("div", n) for n in (1, 2)]
    reversible(document, group_divisions(document, pages, "Chapter"), keep=True)
    assert labels(document)[:5] == ["book", "-one", "--Chapter", "---p1", "---p2"]


def test_divisions_are_inserted_and_tied_to_files() -> None:
    document = open_document(TREE)
    edit = insert_division(document, BOOK, BOOK.child("div", 2), "new", "chapter")
    after = reversible(document, edit)
    assert b'\n      <div TYPE="chapter" LABEL="new" ID="div_1"/>\n      <div LABEL="two">' in after
    after = reversible(document, link_files(document, BOOK.child("div", 2), ["f", "g", "h"]))
    assert after.count(b'FILEID="f"') == 1
    assert b'<fptr FILEID="h"/>\n        <div LABEL="p3"/>' in after
    after = reversible(document, add_pages(document, BOOK.child("div", 3), ["a", "b"]))
    assert b'TYPE="page" ORDER="2" ORDERLABEL="2"><fptr FILEID="b"/>' in after.replace(
        b"\n          ", b""
    )


def test_pages_are_numbered_in_the_ways_of_books() -> None:
    assert [page_label(p, 4) for p in PATTERNS] == ["4", "iv", "IV", "2v", "[4]", ""]
    assert [page_label("1r, 1v, 2r", n) for n in (1, 2, 3)] == ["1r", "1v", "2r"]
    document = open_document(TREE)
    pages = [BOOK.child("div", n) for n in (1, 2, 3)]
    after = reversible(document, made(renumbering(document, pages, "i, ii, iii", 4)))
    assert b'LABEL="two" ORDER="2" ORDERLABEL="v"' in after


def test_a_large_map_is_numbered_and_moved_in_parts() -> None:
    document = open_document(large_mets(2500))
    found = structure_of(document, deep=False)
    assert len(found) == 2501
    pages = [found.address(n) for n in range(1, 2501)]
    reversible(document, made(renumbering(document, pages, "[1], [2], [3]")), keep=True)
    found.recount()
    assert found.division(2500).number == "[2500]"
    edit = made(moving_divisions(document, pages[2000:2100], BOOK, pages[10]))
    reversible(document, edit, keep=True)
    found.recount()
    assert [found.division(n).id for n in (10, 11, 110, 111)] == [
        "PHYS_000009", "PHYS_002000", "PHYS_002099", "PHYS_000010",
    ]  # fmt: skip


@needs_corpus
def test_every_division_of_every_real_map_is_a_row_at_its_address() -> None:
    seen = 0
    for path in wellformed_files():
        data = path.read_bytes()
        if b"structMap" not in data or len(data) > 3_000_000 or b"METS/v2" in data:
            continue
        document = open_document(data)
        if len(document.packages()) != 1:
            continue
        found = structure_of(document)
        for row in range(0, len(found), max(1, len(found) // 15)):
            element = document.element(found.address(row))
            assert element is not None, f"{named(path)}: {found.address(row)}"
            assert (element.get("LABEL") or "") == found.division(row).label
            assert found.row_of(found.address(row)) == row
            seen += 1
    assert seen > 300


@given(st.data())
def test_where_divisions_land_is_known_before_they_move(data: st.DataObject) -> None:
    document = open_document(TREE)
    every = list(_divisions(document, BOOK))
    moving = data.draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    free = [a for a in (BOOK, *every) if not any(one.contains(a) for one in moving)]
    into = data.draw(st.sampled_from(free))
    number = len([a for a in every if a.parent == into])
    at = data.draw(st.integers(1, number + 1))
    before = into.child("div", at) if at <= number else None
    (first, many) = returned(landing(document, moving, into, before))
    labels = [
        document.element(a).get("LABEL")
        for a in every
        if a in moving and not any(o != a and o.contains(a) for o in moving)
    ]
    edit = made(moving_divisions(document, moving, into, before))
    if edit is not None:
        document.apply(edit)
    there = [first.parent.child("div", first.steps[-1].occurrence + n) for n in range(many)]
    assert [document.element(a).get("LABEL") for a in there] == labels


def _divisions(document: Document, above: Address) -> Iterator[Address]:
    for n in range(1, count_divisions(document, above) + 1):
        yield above.child("div", n)
        yield from _divisions(document, above.child("div", n))

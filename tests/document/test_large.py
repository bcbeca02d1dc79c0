"""Edits of very many places: got ready in slices, the same as done at once, undone exactly."""

from __future__ import annotations

import pytest

from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import duplicate, remove
from catalog_app.document.files_edit import replacing_base
from catalog_app.document.files_rows import FileRows
from catalog_app.document.labels import declared
from catalog_app.document.large import is_large, made, prepared
from catalog_app.document.package_drafts import drafting_section, section_draft
from catalog_app.document.targets import described
from catalog_app.lossless.part import Part
from catalog_app.lossless.splice import Splice
from tests.large import large_mets

PACKAGE = Address("package1")
FILES = PACKAGE.child("fileSec")
DATA = large_mets(3000)


def opened() -> tuple[Document, FileRows]:
    document = open_document(DATA)
    rows = FileRows(document, FILES)
    for _ in rows.reading():
        pass
    return document, rows


def ready(document: Document, edit: Edit) -> Edit:
    steps = [step for step in prepared(document, edit) if isinstance(step, Edit)]
    return steps[-1]


def test_an_edit_of_all_files_is_done_and_undone_as_if_in_one_go() -> None:
    document, rows = opened()
    edit = made(replacing_base(document, rows, "file:///volume/", "images/&/"))
    assert edit is not None
    assert is_large(edit)
    exchange = ready(document, edit)
    assert not exchange.splices
    before = [part.id for part in document.parts.order]
    change = document.apply(exchange)
    assert document.text == DATA.replace(b"file:///volume/", b"images/&amp;/")
    assert b"".join(document.chunks()) == document.text
    assert rows.parts & change.parts
    assert not change.records_changed
    rows.recount()
    assert rows.row(2999).location == "images/&/page_002999.tif"
    document.apply(exchange.inverse)
    assert document.text == DATA
    assert not document.edited
    assert [part.id for part in document.parts.order] == before
    document.apply(exchange.inverse.inverse)
    assert document.text.count(b"images/&amp;/") == 3000


def test_what_comes_is_cut_into_small_parts_whose_heads_are_true() -> None:
    document, rows = opened()
    group = document.element(FILES.child("fileGrp"))
    assert group is not None
    last = list(group.children())[-1]
    raw = last.raw * 5000
    edit = Edit("Many", (Splice(last.part.id, last.node.end, b"", raw),), FILES)
    document.apply(ready(document, edit))
    rows.recount()
    assert len(rows) == 8000
    assert max(part.size for part in document.parts.order if not part.coarse) < 1 << 18
    for part in document.parts.order:
        if part.kind == "content" and not part.coarse and part.size:
            box = document.parts.box_of(part)
            outer = part.fragment(box.namespaces).elements
            assert sum(n for _, n in part.heads(box.namespaces)) == len(outer)


def test_where_a_file_stands_is_counted_once_until_an_edit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document, rows = opened()
    counted: list[int] = []
    heads = Part.heads
    monkeypatch.setattr(
        Part, "heads", lambda part, scope: counted.append(part.id) or heads(part, scope)
    )
    last = rows.address(2999)
    found = document.element(last)
    assert found is not None
    assert found.get("ID") == "FILE_002999"
    before = len(counted)
    assert before >= len(rows.parts) - 4
    for number in (0, 1500, 2998):
        assert document.address_of(document.element(rows.address(number))) == rows.address(number)
    assert len(counted) - before < 20  # of the package's own sections alone
    document.apply(remove(document, rows.address(7)))
    assert document.element(last) is None
    moved = document.element(rows.address(2998))
    assert moved is not None
    assert moved.get("ID") == "FILE_002999"
    document.apply(duplicate(document, rows.address(2998)))
    assert document.address_of(document.element(last)) == last


def test_edits_behind_a_large_one_are_undone_before_it() -> None:
    document, rows = opened()
    edit = made(replacing_base(document, rows, "file:///volume/", "x/"))
    assert edit is not None
    first = ready(document, edit)
    document.apply(first)
    rows.recount()
    second = made(replacing_base(document, rows, "x/page_0000", "y/page_0000"))
    assert second is not None
    document.apply(second)
    document.apply(second.inverse)
    document.apply(first.inverse)
    assert document.text == DATA


def test_what_would_break_the_file_is_refused_and_nothing_has_changed() -> None:
    document, rows = opened()
    text = document.parts[min(rows.parts)].text
    number = next(n for n in rows.parts if b"<mets:file " in document.parts[n].text)
    at = document.parts[number].text.index(b"<mets:file ")
    for bad in (b"<a>", b"</a>", b"<a/><b", b"&none;"):
        with pytest.raises(EditError, match="break"):
            ready(document, Edit("Bad", (Splice(number, at, b"", bad * 2),), FILES))
    with pytest.raises(EditError, match="break"):
        ready(document, Edit("Bad", (Splice(number, at, b"other", b""),), FILES))
    assert document.text == DATA
    assert text == document.parts[min(rows.parts)].text


def test_an_exchange_whose_parts_have_gone_is_refused() -> None:
    document, rows = opened()
    edit = made(replacing_base(document, rows, "file:///volume/", "x/"))
    assert edit is not None
    exchange = ready(document, edit)
    document.apply(exchange)
    with pytest.raises(EditError, match="no longer there"):
        document.apply(exchange)
    assert document.text == DATA.replace(b"file:///volume/", b"x/")


@pytest.mark.parametrize("aside", [b"", b"<!-- ID='FILE_002500' -->"])
def test_what_an_id_names_is_said_without_cutting_the_section_that_holds_it(aside: bytes) -> None:
    document = open_document(DATA.replace(b'<mets:fileGrp USE="D', aside + b'<mets:fileGrp USE="D'))
    section = next(part for part in document.parts.order if part.holds(b"<mets:fileSec"))
    assert section.coarse
    assert section.plain is not bool(aside)
    named = described(document, "FILE_002500", "FILEID", PACKAGE)
    assert named is not None
    assert (named.kind, named.label) == ("file", "page_002500.tif")
    assert described(document, "FILE_0025", "FILEID", PACKAGE) is None
    assert described(document, "PHYS_000007", "STRUCTID", PACKAGE).label == "page 8"
    assert section in document.parts.order


def test_a_new_section_gets_a_free_id_that_was_looked_for_in_slices() -> None:
    taken = b'<mets:fileGrp USE="D" ID="amd_1"><mets:file ID="amd_2"/></mets:fileGrp>'
    data = DATA.replace(b"<mets:fileSec>", b'<mets:amdSec ID="amd_0"/><mets:fileSec>' + taken)
    document = open_document(data)
    known = declared(document, PACKAGE.child("amdSec"))
    assert known is not None
    looked = list(drafting_section(document, known, PACKAGE))
    assert len(looked) > len(document.parts.order)  # for the first ID that is free, all of them
    draft = section_draft(document, known, PACKAGE)
    assert dict(draft.attributes)["ID"] == "amd_3"

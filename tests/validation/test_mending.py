"""Safe repairs made on a copy say what they change in the document that is open."""

from __future__ import annotations

import pytest

from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.document.edits import set_value
from catalog_app.validation.mending import Mended, edit_of, mended
from catalog_app.validation.run import Rules, validate

_RECORD = (
    '<mods version="3.8">\n<titleInfo>\n<title>Two  blanks {0}</title>\n</titleInfo>\n'
    "<note>  Round  it </note>\n<language><languageTerm/></language>\n</mods>\n"
)


def _collection(records: int, declaration: str = "") -> bytes:
    head = declaration + '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
    return (head + "".join(map(_RECORD.format, range(records))) + "</modsCollection>\n").encode()


@pytest.mark.parametrize("records", [1, 40, 400])
def test_the_edit_makes_of_the_open_document_what_the_copy_became(records: int) -> None:
    document = open_document(_collection(records))
    before = document.text
    found = mended(b"".join(document.chunks()), Rules())
    edit = edit_of(document, found)
    assert edit is not None
    assert len(found.repairs) >= 2 * records
    document.apply(edit)
    assert b"Two  blanks" not in document.text
    assert edit_of(document, mended(document.text, Rules())) is None
    document.apply(edit.inverse)
    assert document.text == before


def test_a_document_that_was_edited_before_is_mended_too() -> None:
    document = open_document(_collection(3))
    title = parse_address("record2/titleInfo/title")
    edit = set_value(document, title, "Edited  by hand")
    assert edit is not None
    document.apply(edit)
    fix = edit_of(document, mended(b"".join(document.chunks()), Rules()))
    assert fix is not None
    document.apply(fix)
    assert b"Edited by hand" in document.text


def test_another_encoding_gives_the_same_places() -> None:
    declaration = '<?xml version="1.0" encoding="windows-1251"?>\n'
    data = _collection(2, declaration).decode().replace("Round", "Круг").encode("cp1251")
    document = open_document(data)
    edit = edit_of(document, mended(b"".join(document.chunks()), Rules()))
    assert edit is not None
    document.apply(edit)
    note = document.element(parse_address("record1/note"))
    assert note is not None
    assert note.value == "Круг it"
    assert b"Two  blanks" not in b"".join(document.chunks())


def test_nothing_to_mend_is_no_edit() -> None:
    text = (
        b'<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo></mods>'
    )
    assert not any(fix.safe for r in validate(text) for f in r.findings for fix in f.fixes)
    assert edit_of(open_document(text), mended(text, Rules())) is None
    assert mended(b"<broken", Rules()) == Mended()

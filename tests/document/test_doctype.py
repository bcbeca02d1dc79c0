"""A DOCTYPE is kept; where editing beside it is not safe the file is read-only and says why."""

from __future__ import annotations

import pytest

from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.document.document import editable_copy, open_document
from catalog_app.document.edit import EditError
from tests.document.reversible import bytes_of, reversible
from tests.document.shapes import MODS

TITLE = parse_address("titleInfo/title")


def record(doctype: str, title: str = "T") -> bytes:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n{doctype}\n"
        f'<mods xmlns="{MODS}"><titleInfo><title>{title}</title></titleInfo></mods>'
    ).encode()


HARMLESS = {
    "a name only": record("<!DOCTYPE mods>"),
    "another file that is not needed": record('<!DOCTYPE mods SYSTEM "mods.dtd">'),
    "a public name": record('<!DOCTYPE mods PUBLIC "-//X//Y" "mods.dtd">', "a&amp;b"),
    "plain entities": record(
        '<!DOCTYPE mods [<!ENTITY uz "O‘zbek"><!ENTITY a "&#38;#38;">]>', "&uz;&a;"
    ),
    "elements declared": record("<!DOCTYPE mods [<!ELEMENT mods ANY> <!-- ]> --> <?x ]> ?>]>"),
    "a notation": record('<!DOCTYPE mods [<!NOTATION gif SYSTEM "gif">]>'),
}
UNSAFE = {
    "stands for more than plain text": record('<!DOCTYPE mods [<!ENTITY a "<b/>">]>', "x&a;y"),
    "“b” stands for more": record('<!DOCTYPE mods [<!ENTITY a "A"><!ENTITY b "&a;B">]>', "&b;"),
    "takes entities from other files": record('<!DOCTYPE mods [<!ENTITY a SYSTEM "f">]>', "&a;"),
    "other files": record('<!DOCTYPE mods [<!ENTITY % a SYSTEM "f"> %a;]>'),
    "attributes values that the file does not show": record(
        '<!DOCTYPE mods [<!ATTLIST title lang CDATA "uz">]>'
    ),
    "“&auml;” is defined in another file": record('<!DOCTYPE mods SYSTEM "m.dtd">', "K&auml;se"),
}


@pytest.mark.parametrize("data", HARMLESS.values(), ids=HARMLESS.keys())
def test_beside_a_harmless_doctype_one_can_edit(data: bytes) -> None:
    document = open_document(data)
    assert document.obstacle == ""
    old = document.element(TITLE)
    assert old is not None
    after = reversible(document, edits.set_value(document, TITLE, old.value + " more"))
    assert after == data.replace(b"</title>", b" more</title>")


@pytest.mark.parametrize(("why", "data"), UNSAFE.items(), ids=UNSAFE.keys())
def test_beside_an_unsafe_one_the_file_is_read_only_and_says_why(why: str, data: bytes) -> None:
    document = open_document(data)
    assert why in document.obstacle
    assert bytes_of(document) == data
    edit = edits.set_value(document, TITLE, "other")
    assert edit is not None
    with pytest.raises(EditError, match="cannot be edited"):
        document.apply(edit)
    assert bytes_of(document) == data


@pytest.mark.parametrize("data", [*UNSAFE.values(), *HARMLESS.values()])
def test_an_editable_copy_is_well_formed_and_has_no_obstacle(data: bytes) -> None:
    copy = open_document(editable_copy(open_document(data)))
    assert copy.obstacle == ""
    assert b"DOCTYPE" not in copy.text


def test_an_editable_copy_writes_internal_entities_out() -> None:
    doctype = '<!DOCTYPE mods [<!ENTITY a "A"><!ENTITY b "&a;<!-- c -->B"><!ENTITY c SYSTEM "f">]>'
    title = "&b;&c;&amp;<![CDATA[&a;]]><!-- &a; -->"
    copy = editable_copy(open_document(record(doctype, title)))
    assert b"<title>A<!-- c -->B&amp;c;&amp;<![CDATA[&a;]]><!-- &a; --></title>" in copy


def test_a_copy_of_another_encoding_is_utf_8() -> None:
    data = record("<!DOCTYPE mods>", "Вода").decode().replace("UTF-8", "windows-1251")
    copy = editable_copy(open_document(data.encode("cp1251")))
    assert 'encoding="UTF-8"' in copy.decode()
    assert "Вода" in copy.decode()

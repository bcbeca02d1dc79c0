"""Every edit there is, over every shape that records have."""

from __future__ import annotations

import pytest

from catalog_app.document import edits
from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError, joined
from catalog_app.document.element import Element
from tests.document.reversible import bytes_of, reversible
from tests.document.shapes import EDITABLE, encoded, mods
from tests.large import large_mets

SHAPES = {**EDITABLE, **{k: v for k, v in encoded().items() if k in ("crlf", "utf16-le-bom")}}

every_shape = pytest.mark.parametrize("data", SHAPES.values(), ids=SHAPES.keys())


def at(text: str) -> Address:
    return parse_address(text)


def there(document: Document, address: str) -> Element:
    element = document.element(at(address))
    assert element is not None, address
    return element


def done(document: Document, edit: Edit | None) -> Document:
    reversible(document, edit, keep=True)
    return document


def refused(document: Document, edit: Edit | None) -> None:
    assert edit is not None
    before = bytes_of(document)
    with pytest.raises(EditError):
        document.apply(edit)
    assert bytes_of(document) == before


def names(document: Document, address: str) -> list[str]:
    return [child.name[1] for child in there(document, address).children()]


@every_shape
def test_a_missing_field_is_created_with_its_parents(data: bytes) -> None:
    document = open_document(data)
    done(document, edits.set_value(document, at("originInfo/place/placeTerm"), "Toshkent"))
    assert there(document, "originInfo/place/placeTerm").value == "Toshkent"
    assert edits.set_value(document, at("originInfo/publisher"), "") is None


@every_shape
def test_an_attribute_can_be_set_added_emptied_and_removed(data: bytes) -> None:
    document = open_document(data)
    for value in ("a<b>&\"c'\td\ne", "", "x", "x — é"):
        done(document, edits.set_attribute(document, at("subject/@authority"), value))
        assert there(document, "subject").get("authority") == value
    assert edits.set_attribute(document, at("subject/@authority"), "x — é") is None
    done(document, edits.remove_attribute(document, at("subject/@authority")))
    assert there(document, "subject").get("authority") is None
    assert edits.remove_attribute(document, at("subject/@authority")) is None


@every_shape
def test_attributes_of_other_namespaces_bring_their_prefix(data: bytes) -> None:
    document = open_document(data)
    done(document, edits.set_attribute(document, at("subject/@xlink:href"), "https://e.org/?a&b"))
    done(document, edits.set_attribute(document, at("subject/@xml:lang"), "uz"))
    assert there(document, "subject").attributes == {
        "xlink:href": "https://e.org/?a&b",
        "xml:lang": "uz",
    }


@every_shape
def test_several_attributes_change_as_one(data: bytes) -> None:
    document = open_document(data)
    values = [("type", "corporate"), ("usage", "primary"), ("ID", "n1"), ("type", None)]
    done(document, edits.set_attributes(document, at("name[1]"), values))
    assert there(document, "name").attributes == {"usage": "primary", "ID": "n1"}


@every_shape
def test_a_new_element_stands_beside_its_like(data: bytes) -> None:
    document = open_document(data)
    draft = Draft(
        "name",
        (("type", "personal"), ("xlink:href", "u"), ("xlink:title", "t")),
        "",
        (Draft("namePart", (), "Ben"),),
    )
    edit = edits.add(document, at("record1"), draft)
    assert edit is not None
    assert str(edit.address) == "record1/name[3]"
    done(document, edit)
    assert there(document, "name[3]/namePart").value == "Ben"
    assert names(document, "record1")[-1] == "subject"
    before = edits.add(document, at("record1"), Draft("note", (), "n"), at("name[2]"))
    done(document, before)
    assert names(document, "record1").index("note") == 2


@every_shape
def test_markup_can_be_pasted(data: bytes) -> None:
    document = open_document(data)
    xml = '<m:note xmlns:m="http://www.loc.gov/mods/v3">n</m:note>'
    done(document, edits.insert_xml_behind(document, at("name[2]"), xml))
    done(document, edits.insert_xml_behind(document, at("subject/topic"), xml))
    done(document, edits.insert_xml_behind(document, at("note"), xml))
    assert there(document, "note[2]").value == "n"
    assert "note" not in names(document, "record1/subject")
    with pytest.raises(EditError, match="never closed"):
        edits.insert_xml_behind(document, at("note"), "<a>")


@every_shape
def test_an_element_goes_away_with_its_line(data: bytes) -> None:
    document = open_document(data)
    for address in ("name[1]/namePart[2]", "name[2]", "titleInfo", "name"):
        done(document, edits.remove(document, at(address)))
    assert names(document, "record1") == ["subject"]
    assert b"\n\n\n" not in document.text
    done(document, edits.set_value(document, at("titleInfo/title"), "Again"))
    assert there(document, "titleInfo/title").value == "Again"


@every_shape
def test_a_copy_stands_behind_its_pattern_with_new_ids(data: bytes) -> None:
    document = open_document(data)
    done(document, edits.set_attribute(document, at("name[1]/@ID"), "n1"))
    edit = edits.duplicate(document, at("name[1]"))
    assert edit is not None
    assert str(edit.address) == "record1/name[2]"
    done(document, edit)
    assert there(document, "name[2]").get("ID") == "n2"
    assert names(document, "name[2]") == names(document, "name[1]")
    done(document, edits.duplicate(document, at("subject")))


@every_shape
def test_neighbours_change_places(data: bytes) -> None:
    document = open_document(data)
    first, second = there(document, "name[1]").raw, there(document, "name[2]").raw
    edit = edits.move(document, at("name[2]"), -1)
    assert edit is not None
    assert str(edit.address) == "record1/name"
    done(document, edit)
    assert (there(document, "name[1]").raw, there(document, "name[2]").raw) == (second, first)
    assert edits.move(document, at("name[1]"), -1) is None
    assert edits.move(document, at("name[2]"), 1) is None


@every_shape
def test_an_element_can_be_put_elsewhere(data: bytes) -> None:
    document = open_document(data)
    moved = names(document, "record1")
    done(document, edits.move_before(document, at("subject"), at("titleInfo")))
    assert names(document, "record1") == [moved[-1], *moved[:-1]]
    done(document, edits.move_before(document, at("subject"), None))
    assert names(document, "record1") == moved
    assert edits.move_before(document, at("subject"), at("subject")) is None


@every_shape
def test_neighbours_can_be_wrapped_in_a_new_element(data: bytes) -> None:
    document = open_document(data)
    attributes = (("type", "series"),)
    edit = edits.wrap(document, at("titleInfo"), at("name[2]"), "relatedItem", attributes)
    done(document, edit)
    assert names(document, "relatedItem") == ["titleInfo", "name", "name"]
    assert there(document, "relatedItem").attributes == {"type": "series"}


@every_shape
def test_an_element_takes_another_name(data: bytes) -> None:
    document = open_document(data)
    done(document, edits.rename(document, at("subject/topic"), "geographic"))
    assert names(document, "subject")[0] == "geographic"
    done(document, edits.rename(document, at("titleInfo"), "relatedItem"))
    assert names(document, "relatedItem")[0] == "title"


@every_shape
def test_xml_text_replaces_an_element_where_it_differs(data: bytes) -> None:
    document = open_document(data)
    raw = there(document, "name[2]").raw.decode()
    edit = edits.replace_xml(document, at("name[2]"), raw.replace("Karimov", "Каримов"))
    assert edit is not None
    assert sum(len(splice.new) for splice in edit.splices) < 20
    done(document, edit)
    assert "Каримов" in there(document, "name[2]").raw.decode()
    assert (
        edits.replace_xml(document, at("name[1]"), there(document, "name[1]").raw.decode()) is None
    )


@every_shape
def test_what_would_break_the_file_is_refused_and_nothing_has_happened(data: bytes) -> None:
    document = open_document(data)
    for bad in ("<a>", "</a>", "<q:a/>", "&nope;", "<a b='1' b='2'/>", "text", "", "<!-- x"):
        record = str(document.address_of(document.root)) == "record1"
        edit = edits.replace_xml(document, at("record1" if record else "titleInfo"), bad)
        assert edit is not None
        if bad in ("text", "") and not record:
            continue
        with pytest.raises(EditError, match="would break the file"):
            document.apply(edit)
        assert bytes_of(document) == data
        assert not document.edited


def test_there_is_always_one_outermost_element() -> None:
    document = open_document(mods().encode())
    raw = there(document, "record1").raw.decode()
    for bad in (raw + raw, raw + "x", "<!-- nothing -->", raw + "<![CDATA[ ]]>"):
        refused(document, edits.replace_xml(document, at("record1"), bad))
    refused(document, edits.remove(document, at("record1")))
    with pytest.raises(EditError, match="outermost"):
        edits.duplicate(document, at("record1"))
    done(document, edits.replace_xml(document, at("record1"), raw + "<!-- fine -->"))


def test_characters_that_xml_forbids_are_refused_by_name() -> None:
    document = open_document(mods().encode())
    for bad in ("\0", "\x0b", "￾", "\ud800"):
        with pytest.raises(EditError, match=f"U\\+{ord(bad):04X}"):
            edits.set_value(document, at("titleInfo/title"), "a" + bad)


@pytest.mark.parametrize("shape", ["mods", "cdata", "comments", "quotes", "entities"])
def test_every_way_of_typing_a_text_gives_that_text(shape: str) -> None:
    document = open_document(EDITABLE[shape])
    typed = ""
    for character in "]]>a]]]>&amp;<x>\r\n\t&#60;]]":
        typed += character
        done(document, edits.set_value(document, at("titleInfo/title"), typed))
        assert there(document, "titleInfo/title").value == typed
    while typed:
        middle = len(typed) // 2
        typed = typed[:middle] + typed[middle + 1 :]
        done(document, edits.set_value(document, at("titleInfo/title"), typed))
        assert there(document, "titleInfo/title").value == typed


def test_references_comments_and_cdata_stay_where_the_text_stays() -> None:
    document = open_document(EDITABLE["entities"])
    value = there(document, "subject/topic").value
    assert value == "in O‘zbekiston & б&"
    done(document, edits.set_value(document, at("subject/topic"), "In" + value[2:]))
    assert b"In &uz; &amper; &#x431;&amp;" in document.text
    done(document, edits.set_value(document, at("subject/topic"), "In O‘zbek-iston & б&"))
    assert "In O‘zbek-iston &amper; &#x431;&amp;".encode() in document.text
    commented = open_document(EDITABLE["comments"])
    done(commented, edits.set_value(commented, at("titleInfo/title"), "One!"))
    assert b"O<!-- inside -->ne<?pi x?>" in commented.text or b"ne!" in commented.text
    assert b"<!-- inside -->" in commented.text


def test_markup_in_a_field_is_not_edited_as_text() -> None:
    document = open_document(mods().encode())
    with pytest.raises(EditError, match="markup"):
        edits.set_value(document, at("titleInfo"), "x")


def test_typing_in_one_field_becomes_one_edit() -> None:
    document = open_document(mods().encode())
    merged: Edit | None = None
    for typed in ("Onet", "Onetw", "Onetwo", "Onetw", "Onet"):
        edit = edits.set_value(document, at("titleInfo/title"), typed)
        assert edit is not None
        document.apply(edit)
        merged = edit if merged is None else merged.merge(edit)
        assert merged is not None
    document.apply(merged.inverse)
    assert not document.edited
    document.apply(merged)
    assert there(document, "titleInfo/title").value == "Onet"


def test_joined_edits_are_one() -> None:
    document = open_document(mods().encode())
    first = edits.set_value(document, at("titleInfo/title"), "Two")
    assert first is not None
    document.apply(first)
    second = edits.add(document, at("record1"), Draft("note", (), "n"))
    assert second is not None
    document.apply(first.inverse)
    done(document, joined("Both", [first, second]))
    assert there(document, "note").value == "n"


def test_a_file_in_another_encoding_gets_references_for_what_it_cannot_hold() -> None:
    document = open_document(encoded()["windows-1251"])
    done(document, edits.set_value(document, at("titleInfo/title"), "Ўзбекистон 日本"))
    assert there(document, "titleInfo/title").value == "Ўзбекистон 日本"
    again = open_document(bytes_of(document))
    assert there(again, "titleInfo/title").value == "Ўзбекистон 日本"


@pytest.mark.parametrize("where", [0, 1, 2_999, 5_000, 5_999])
def test_a_key_in_a_long_title_that_is_all_references_puts_in_one_more(where: int) -> None:
    title = "ғ&ҳ" * 2_000
    raw = "".join("&amp;" if c == "&" else f"&#{ord(c)};" for c in title).encode()
    head = (
        b'<?xml version="1.0" encoding="windows-1251"?>\n<mods xmlns="http://www.loc.gov/mods/v3">'
    )
    tail = b"</title></titleInfo></mods>"
    document = open_document(head + b"<titleInfo><title>" + raw + tail)
    for new in (f"{title[:where]}ў{title[where:]}", f"{title[:where]}{title[where + 1 :]}"):
        edit = edits.set_value(document, at("titleInfo/title"), new)
        assert edit is not None
        (splice,) = edit.splices
        assert len(splice.old) + len(splice.new) < 16
        done(document, edit)
        assert there(document, "titleInfo/title").value == new
        title = new


def test_new_lines_are_written_as_the_file_writes_them() -> None:
    document = open_document(encoded()["crlf"])
    done(document, edits.set_value(document, at("titleInfo/title"), "a\nb"))
    done(document, edits.add(document, at("record1"), Draft("note", (), "n")))
    assert document.text.count(b"\n") == document.text.count(b"\r\n")


def test_indentation_follows_the_neighbours() -> None:
    tabs = open_document(EDITABLE["tabs"])
    draft = Draft("originInfo", (), "", (Draft("publisher", (), "P"),))
    done(tabs, edits.add(tabs, at("record1"), draft))
    assert b"\n\t<mods:originInfo>\n\t\t<mods:publisher>P</mods:publisher>\n\t</mods:" in tabs.text
    line = open_document(EDITABLE["one_line"])
    done(line, edits.add(line, at("record1"), draft))
    assert b"\n" not in line.text


LARGE = large_mets(12_000)


def test_a_large_package_is_edited_like_a_small_one() -> None:
    document = open_document(LARGE)
    assert any(part.coarse for part in document.parts.order)
    done(
        document, edits.set_attribute(document, at("package1/structMap/div/div[9000]/@LABEL"), "x")
    )
    done(document, edits.remove(document, at("package1/structMap/div/div[3]")))
    done(document, edits.duplicate(document, at("package1/fileSec/fileGrp/file[11000]")))
    done(document, edits.move(document, at("package1/structMap/div/div[5]"), 1))
    done(document, edits.rename(document, at("package1/structMap/div/div[2]"), "fptr"))
    order = there(document, "package1/structMap/div/div[2]").get("ORDER")
    draft = Draft("div", (("ORDER", "0"),))
    before = at("package1/structMap/div/div[2]")
    done(document, edits.add(document, at("package1/structMap/div"), draft, before))
    assert there(document, "package1/structMap/div/div[3]").get("ORDER") == order
    done(document, edits.set_value(document, at("record1/titleInfo/title"), "New"))
    assert open_document(bytes_of(document)).element(at("record1/titleInfo/title")) is not None


@pytest.mark.parametrize(
    "make",
    [
        lambda d: edits.remove(d, at("package1/structMap")),
        lambda d: edits.remove(d, at("package1/structMap/div")),
        lambda d: edits.duplicate(d, at("package1/fileSec/fileGrp")),
        lambda d: edits.rename(d, at("package1/structMap/div"), "mptr"),
        lambda d: edits.set_attribute(d, at("package1/structMap/@LABEL"), "x"),
        lambda d: edits.move_before(d, at("package1/structMap"), at("package1/fileSec")),
        lambda d: edits.add(d, at("package1"), Draft("structMap", (), "", (Draft("div"),))),
        lambda d: edits.insert_xml_behind(d, at("package1/fileSec"), "<!-- x -->"),
        lambda d: edits.replace_xml(d, at("package1/structMap"), "<mets:structMap/>"),
        lambda d: edits.set_attribute(d, at("package1/@LABEL"), "x"),
    ],
)
def test_elements_that_are_cut_into_parts_are_edited_whole(make: object) -> None:
    document = open_document(LARGE)
    assert callable(make)
    there(document, "package1/structMap/div/div[9000]")
    there(document, "package1/fileSec/fileGrp/file[9000]")
    reversible(document, make(document))


def test_a_package_in_a_list_can_be_copied_and_removed() -> None:
    document = open_document(EDITABLE["mets_objects"])
    done(document, edits.duplicate(document, at("package2")))
    assert len(document.packages()) == 3
    done(document, edits.duplicate(document, at("package1")))
    assert len(document.packages()) == 4
    done(
        document,
        edits.move(document, at("package1/dmdSec"), 1) or edits.remove(document, at("package4")),
    )
    assert len(document.packages()) == 3
    assert len(document.records()) == 3

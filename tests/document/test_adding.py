"""The search over what can be added: what is called exactly so comes before what is near."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog_app.document.adding import additions
from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import open_document

EVERYTHING = Path(__file__).parents[1] / "scenes" / "everything.xml"
ROOT = Address("record1")
PLACES = (
    "titleInfo/title",
    "name/namePart",
    "name[2]/role/roleTerm",
    "originInfo/dateIssued",
    "subject/topic",
    "language/languageTerm",
    "physicalDescription/extent",
    "location/url",
    "abstract",
    "recordInfo/recordIdentifier",
)
FIRST = {
    "100": 'name[@type="personal"]',
    "110": 'name[@type="corporate"]',
    "245": "titleInfo",
    "246": 'titleInfo[@type="alternative"]',
    "260": "originInfo",
    "264": "originInfo",
    "300": "physicalDescription",
    "500": "note",
    "505": "tableOfContents",
    "520": "abstract",
    "540": 'accessCondition[@type="use and reproduction"]',
    "600": "subject/name",
    "630": "subject/titleInfo",
    "650": "subject/topic",
    "651": "subject/geographic",
    "655": "genre",
    "700": 'name[@type="personal"]',
    "773": 'relatedItem[@type="host"]',
    "780": 'relatedItem[@type="preceding"]',
    "830": 'relatedItem[@type="series"]',
    "856": "location/url",
    "dc:creator": 'name[@type="personal"]',
    "dc:title": "titleInfo",
    "dc:source": 'relatedItem[@type="host"]',
    "creator": 'name[@type="personal"]',
    "title": "titleInfo",
    "coverage": "subject/geographic",
    "date": "originInfo/dateIssued",
    "publisher": "originInfo/publisher",
    "description": "abstract",
    "language": "language",
    "identifier": "identifier",
    "rights": "accessCondition",
    "name": "name",
    "titleInfo/title": "titleInfo/title",
    "Place as subject": "subject/geographic",
}


@pytest.fixture(scope="module")
def document():
    return open_document(EVERYTHING.read_bytes())


@pytest.mark.parametrize("query", FIRST)
def test_a_full_name_finds_the_same_wherever_the_focus_is(document, query):
    for place in (None, *(parse_address(f"record1/{place}") for place in PLACES)):
        found = additions(document, ROOT, place, query)
        assert found[0].path == FIRST[query], place


@pytest.mark.parametrize("query", ["245", "title", "dc:title"])
def test_in_a_related_item_its_own_title_is_meant(document, query):
    found = additions(document, ROOT, parse_address("record1/relatedItem/part"), query)
    assert found[0].path == "relatedItem/titleInfo"
    assert "titleInfo" in [addition.path for addition in found]


def test_a_part_of_a_name_still_comes_from_around_the_focus(document):
    found = additions(document, ROOT, parse_address("record1/name/namePart"), "aff")
    assert found[0].path == "name/affiliation"


NAMES = (
    b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"><titleInfo><title>t</title>'
    b'</titleInfo><name type="personal"><namePart type="family">A</namePart></name>'
    b'<name type="corporate"><namePart>B</namePart><role><roleTerm>c</roleTerm></role></name>'
    b"<subject><name><namePart>D</namePart></name></subject></mods>"
)


@pytest.mark.parametrize("query", ["namePart", "name part", "namep"])
@pytest.mark.parametrize(
    ("focus", "parents"),
    [
        ("name/namePart", ["record1/name", "record1"]),
        ("name[2]/namePart", ["record1/name[2]", "record1"]),
        ("name[2]/role/roleTerm", ["record1/name[2]", "record1"]),
        ("name[2]", ["record1/name[2]", "record1"]),
        ("titleInfo/title", ["record1", "record1/name"]),
    ],
)
def test_a_part_of_no_kind_is_one_more_of_the_name_in_focus(query, focus, parents):
    found = additions(open_document(NAMES), ROOT, parse_address(f"record1/{focus}"), query)
    there = [str(one.parent) for one in found if one.path == "name/namePart"]
    assert there[: len(parents)] == parents
    assert found[0].path == "name/namePart"


def test_a_part_of_a_kind_that_the_name_in_focus_has_begins_another_name():
    names = open_document(NAMES)
    for focus in ("name/namePart", "name[2]/namePart"):
        found = additions(names, ROOT, parse_address(f"record1/{focus}"), "family name")
        assert str(found[0].parent) == "record1"


def test_an_attribute_asked_for_by_its_name_is_that_of_the_field_in_focus(document):
    found = additions(document, ROOT, parse_address("record1/titleInfo/title"), "altRepGroup")
    assert found[0].path == "titleInfo/@altRepGroup"


def test_a_name_with_the_prefix_of_dublin_core_finds_nothing_else(document):
    assert additions(document, ROOT, None, "dc:affiliation") == []
    assert {a.declared.dc for a in additions(document, ROOT, None, "dc:rights")} == {"rights"}


def test_what_may_stand_but_once_is_offered_in_another_place(document):
    focus = parse_address("record1/part/extent/start")
    found = additions(document, ROOT, focus, "start")
    there = [a.parent for a in found if [want.name for want in a.wants] == ["start"]]
    assert there == []
    assert any(a.path.endswith("extent/start") for a in found)


@pytest.mark.parametrize(
    "inside", ["<xmlData><a xmlns='urn:a'/></xmlData>", "<binData>eA==</binData>"]
)
def test_of_a_choice_that_is_made_nothing_else_is_offered(inside):
    text = (
        f'<mets xmlns="http://www.loc.gov/METS/"><dmdSec ID="d"><mdWrap>{inside}</mdWrap></dmdSec>'
    )
    package = open_document(f"{text}<structMap><div/></structMap></mets>".encode())
    root = parse_address("package1/dmdSec")
    for query in ("", "Data"):
        offered = {a.path for a in additions(package, root, root.child("mdWrap"), query)}
        assert not offered & {"dmdSec/mdWrap/binData", "dmdSec/mdWrap/xmlData", "dmdSec/mdWrap"}


def test_an_item_related_to_the_one_in_focus_is_offered_however_deep() -> None:
    title = "<titleInfo><title>{}</title></titleInfo>"
    data = "".join(f"<relatedItem>{title.format(one)}" for one in "ABC") + "</relatedItem>" * 3
    document = open_document(
        f'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">{data}</mods>'.encode()
    )
    deep = "record1/relatedItem/relatedItem/relatedItem"
    found = additions(document, ROOT, parse_address(f"{deep}/titleInfo/title"), "related item")
    assert [str(one.parent) for one in found[:2]] == ["record1", deep]
    assert found[1].where == "Related item “A” › Related item “B” › Related item “C”"

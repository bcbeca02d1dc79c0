"""IDs mean something in one package only: an OAI harvest repeats them in every record."""

from __future__ import annotations

import re

import pytest

from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import EditError
from catalog_app.document.edits import add
from catalog_app.document.files_edit import removing_files
from catalog_app.document.large import made
from catalog_app.document.minting import new_id, new_ids
from catalog_app.document.package_drafts import section_draft
from catalog_app.document.reach import reach_of
from catalog_app.document.references import find_id, place, references, shared_description
from catalog_app.document.removing import pointing_inside, remove_with_links
from catalog_app.document.renaming import id_taken, rename_id
from catalog_app.document.targets import described, targets
from catalog_app.schema.load import load
from tests.document.reversible import reversible
from tests.document.test_package import SMALL
from tests.large import large_mets

TWICE = b"<list>" + SMALL + SMALL.replace(b'"a/1.tif"', b'"b/2.tif"') + b"</list>\n"
SECOND = Address("package2")
NESTED = (
    b'<mets xmlns="http://www.loc.gov/METS/"><dmdSec ID="d"/><amdSec ID="a"><techMD ID="t">'
    b'<mdWrap MDTYPE="OTHER"><xmlData><mets><dmdSec ID="d"/><structMap><div DMDID="d"/>'
    b"</structMap></mets></xmlData></mdWrap></techMD></amdSec><structMap>"
    b'<div DMDID="d" ADMID="t"/></structMap></mets>'
)


def halves(text: bytes) -> tuple[bytes, bytes]:
    first, second = re.findall(rb"<mets .*?</mets>", text, re.DOTALL)
    return first, second


@pytest.fixture
def twice() -> Document:
    return open_document(TWICE)


def test_a_link_leads_to_the_own_package(twice: Document) -> None:
    near = parse_address("package2/structMap/div/@DMDID")
    assert str(find_id(twice, "dmd1", near)) == "package2/dmdSec"
    assert str(find_id(twice, "dmd1", Address("package1"))) == "package1/dmdSec"
    assert described(twice, "f1", "FILEID", near).label == "2.tif"
    assert [t.label for t in targets(twice, "FILEID", "", near)][:1] == ["2.tif"]
    assert len(targets(twice, "FILEID", "", near)) == 3
    assert [t.id for t in targets(twice, "xlink:to", "", near)] == ["log1", "log2"]
    assert shared_description(twice, SECOND.child("dmdSec")) == 2


def test_a_rename_stays_in_the_own_package(twice: Document) -> None:
    after = reversible(twice, rename_id(twice, find_id(twice, "log1", SECOND), "chapter"))
    first, second = halves(after)
    assert first in SMALL
    assert second == halves(TWICE)[1].replace(b"log1", b"chapter")


def test_an_id_may_be_what_another_package_calls_its_own(twice: Document) -> None:
    edit = rename_id(twice, find_id(twice, "log1", SECOND), "chapter")
    assert edit is not None
    twice.apply(edit)
    assert id_taken(twice, "chapter", SECOND)
    assert not id_taken(twice, "chapter", Address("package1"))


def test_removing_leaves_other_packages_alone(twice: Document) -> None:
    for identifier in ("f1", "dmd1", "r1", "log2"):
        address = find_id(twice, identifier, SECOND)
        assert all(
            str(place(twice, one)).startswith("package2")
            for _, found in pointing_inside(twice, address)
            for one in found
        )
        first, _ = halves(reversible(twice, remove_with_links(twice, address)))
        assert first in SMALL
    first, second = halves(
        reversible(twice, made(removing_files(twice, [find_id(twice, "f1", SECOND)])))
    )
    assert first in SMALL
    assert b'"f1"' not in second


def test_a_package_inside_a_package_is_one_of_its_own() -> None:
    document = open_document(NESTED)
    inner = next(f"package{n}" for n in (1, 2) if reach_is_short(document, f"package{n}"))
    outer = "package1" if inner == "package2" else "package2"
    there = references(document, "d", Address(outer))
    assert [place(document, one).part for one in there] == [outer]
    there = references(document, "d", Address(inner))
    assert [place(document, one).part for one in there] == [inner]
    assert find_id(document, "t", Address(inner)) is None
    assert find_id(document, "t", Address(outer)) is not None


def reach_is_short(document: Document, package: str) -> bool:
    reach = reach_of(document, Address(package))
    return sum(end - start for part in reach.parts for start, end in reach.stretches(part)) < 150


def test_what_is_no_id_is_refused_before_anything_is_written() -> None:
    document = open_document(SMALL)
    address = find_id(document, "r1")
    for wrong, said in (
        ("two words", "no spaces"), ("1st", "begins with a letter"), ("a:b", "“:”"),
        ("a/b", "“/”"), ("-a", "letter"), (" ", "letter"), ("amd1", "already"),
    ):  # fmt: skip
        with pytest.raises(EditError, match=said):
            rename_id(document, address, wrong)
    for right in ("page_12", "_1", "стр1", "ID-1.a", "élan"):
        reversible(document, rename_id(document, address, right))
    assert document.text == SMALL


def drafted(document: Document, name: str, parent: str) -> Draft:
    near = parse_address(parent)
    known = load("mets").element((*near.path, name))
    assert known is not None
    return section_draft(document, known, near)


@pytest.mark.parametrize(
    ("ids", "kind", "parent", "expected"),
    [
        (b'<amdSec ID="amdSec_38"/>', "amdSec", "package1", "amdSec_39"),
        (b'<dmdSec ID="dmdSec_1"/>', "amdSec", "package1", "amdSec_1"),
        (b'<dmdSec ID="DMDLOG_0007"/>', "amdSec", "package1", "AMD_0001"),
        (b'<dmdSec ID="DMD1"/><amdSec/>', "techMD", "package1/amdSec", "TECH1"),
        (b'<amdSec ID="a"><digiprovMD ID="DIGIPROV_004"/></amdSec>', "sourceMD",
         "package1/amdSec", "SOURCE_001"),
        (b'<amdSec ID="amd1"><techMD ID="techMD_9"/></amdSec>', "techMD",
         "package1/amdSec", "techMD_10"),
        (b"", "amdSec", "package1", "amd_1"),
    ],
)  # fmt: skip
def test_a_new_section_is_called_as_the_file_calls_its_own(
    ids: bytes, kind: str, parent: str, expected: str
) -> None:
    document = open_document(b'<mets xmlns="http://www.loc.gov/METS/">' + ids + b"</mets>")
    draft = drafted(document, kind, parent)
    assert dict(draft.attributes)["ID"] == expected
    reversible(document, add(document, parse_address(parent), draft))


def test_where_ids_are_uuids_new_ones_are_too() -> None:
    one = b"uuid-1b4e28ba-2fa1-11d2-883f-0016d3cca427"
    data = b'<mets xmlns="http://www.loc.gov/METS/"><dmdSec ID="%b"/></mets>' % one
    document = open_document(data)
    made = [new_id(document, "amdSec") for _ in range(2)]
    assert len(set(made)) == 2
    assert all(re.fullmatch(r"uuid-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", m) for m in made)


def test_what_nothing_points_at_gets_an_id_only_where_its_like_have_one() -> None:
    plain = open_document(b'<mets xmlns="http://www.loc.gov/METS/"><behaviorSec/></mets>')
    assert not drafted(plain, "behaviorSec", "package1").attributes
    named = open_document(b'<mets xmlns="http://www.loc.gov/METS/"><behaviorSec ID="B1"/></mets>')
    assert dict(drafted(named, "behaviorSec", "package1").attributes)["ID"] == "B2"


def test_pages_of_a_new_map_are_called_as_the_pages_there_are() -> None:
    document = open_document(
        b'<mets xmlns="http://www.loc.gov/METS/"><structMap TYPE="PHYSICAL"><div ID="PHYS_0000">'
        b'<div TYPE="page" ID="PHYS_0001"/></div></structMap><structMap TYPE="LOGICAL">'
        b'<div ID="log737435"/></structMap><structMap><div/></structMap></mets>'
    )
    near = parse_address("package1/structMap[3]/div")
    assert next(new_ids(document, "div", set(), near, "page")) == "PHYS_0002"
    beside = parse_address("package1/structMap[2]/div")
    assert new_id(document, "div", beside) == "log737436"
    assert new_id(document, "div", parse_address("package1/structMap/div")) == "PHYS_0002"


def test_a_large_package_is_one_reach_and_costs_no_reading() -> None:
    document = open_document(large_mets(3000))
    assert len(targets(document, "FILEID", "page_002999", Address("package1"))) == 1
    assert described(document, "FILE_002999", "FILEID", Address("package1")) is not None

"""What a save would change is told in words, as lines, and proven by comparison."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_app.document.address import parse_address
from catalog_app.document.changes import Told, told
from catalog_app.document.difference import difference, regions, regions_of
from catalog_app.document.document import open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edits import (
    add,
    duplicate,
    move,
    remove,
    remove_attribute,
    set_attribute,
    set_value,
)
from catalog_app.document.outline import Entry, counting, outline, record_title, remainder
from catalog_app.document.proof import prove
from catalog_app.document.sections import counted
from catalog_app.validation.fixes import edit_for
from catalog_app.validation.run import validate
from tests.document.shapes import bare_mets, mods
from tests.large import large_mets


def at(text):
    return parse_address(text)


def changed(*make):
    document = open_document(bare_mets().encode())
    for one in make:
        document.apply(one(document))
    return document


def words(document):
    return [
        (t.kind, str(t.address), t.label, t.old, t.new)
        for t in told(document)
        if isinstance(t, Told)
    ]


def test_a_changed_value_is_told_with_before_and_after():
    document = changed(lambda d: set_value(d, at("record1/titleInfo/title"), "Two"))
    assert words(document) == [("changed", "record1/titleInfo/title", "Title", "One", "Two")]


def test_attributes_are_told_by_themselves():
    document = changed(
        lambda d: set_attribute(d, at("record1/name/@type"), "corporate"),
        lambda d: remove_attribute(d, at("record1/name/namePart/@type")),
    )
    kinds = [(kind, place, old, new) for kind, place, _, old, new in words(document)]
    assert kinds == [
        ("changed", "record1/name/@type", "personal", "corporate"),
        ("removed", "record1/name/namePart/@type", "family", ""),
    ]


def test_what_is_added_removed_and_moved_is_called_so():
    document = changed(
        lambda d: add(d, at("record1"), Draft("note", (), "hello")),
        lambda d: remove(d, at("record1/subject")),
    )
    assert [(w[0], w[2]) for w in words(document)] == [("added", "Note"), ("removed", "Subject")]
    document = changed(lambda d: move(d, at("record1/name[2]"), -1))
    assert [w[0] for w in words(document)] == ["moved"]


def test_a_section_that_goes_is_told_too():
    document = changed(lambda d: remove(d, at("package1/fileSec")))
    assert [(w[0], w[1]) for w in words(document)] == [("removed", "package1/fileSec")]


def test_undoing_everything_leaves_nothing_to_tell():
    document = open_document(bare_mets().encode())
    edit = set_value(document, at("record1/titleInfo/title"), "Two")
    document.apply(edit)
    document.apply(edit.inverse)
    assert words(document) == []
    assert difference(regions(document)) == []


def test_lines_show_what_goes_and_comes_with_a_few_around():
    document = changed(lambda d: set_value(d, at("record1/titleInfo/title"), "Two"))
    lines = difference(regions(document))
    assert lines[0].sign == "@"
    changed_lines = [line for line in lines if line.sign in "+-"]
    assert [line.text.strip() for line in changed_lines] == [
        "<mods:title>One</mods:title>",
        "<mods:title>Two</mods:title>",
    ]
    assert [line.text[line.first : line.last] for line in changed_lines] == ["One", "Two"]
    assert sum(line.sign == " " for line in lines) == 6


def test_an_edit_can_be_looked_at_before_it_is_made():
    document = open_document(bare_mets().encode())
    edit = set_value(document, at("record1/titleInfo/title"), "Two")
    before = difference(regions_of(document, edit))
    assert not document.edited
    document.apply(edit)
    assert difference(regions(document)) == before


def test_a_file_on_one_line_is_cut_between_its_tags():
    text = bare_mets().replace("\n", "").replace("  ", "").encode()
    document = open_document(text)
    document.apply(set_value(document, at("record1/titleInfo/title"), "Two"))
    lines = difference(regions(document))
    assert [line.text for line in lines if line.sign == "-"] == ["<mods:title>One</mods:title>"]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_proof_accounts_for_every_byte_of_both_states(data):
    before = data.draw(st.binary(max_size=400)) * data.draw(st.integers(1, 5))
    pieces = [data.draw(st.binary(max_size=40)), before[50:], data.draw(st.binary(max_size=5))]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(before)), max_size=3)))
    after = b"".join(pieces) if data.draw(st.booleans()) else before
    for cut in reversed(cuts):
        after = after[:cut] + data.draw(st.binary(max_size=9)) + after[cut + 3 :]
    proof = prove(before, after)
    assert proof.identical + proof.removed == len(before)
    assert proof.identical + proof.written == len(after)
    rebuilt, left = b"", 0
    for place in proof.places:
        rebuilt += before[left : place.before] + after[place.after : place.after + place.come]
        left = place.before + place.gone
    assert rebuilt + before[left:] == after


def test_a_proof_names_the_places_of_a_few_edits():
    document = changed(
        lambda d: set_value(d, at("record1/titleInfo/title"), "Another title"),
        lambda d: remove(d, at("package1/fileSec")),
    )
    proof = prove(b"".join(document.original_chunks()), b"".join(document.chunks()))
    assert len(proof.places) == 2
    assert proof.places[1].gone > 150
    assert proof.identical > 1000


def test_a_proof_is_not_misled_by_words_that_stand_elsewhere_too():
    between = b"".join(b"<note>%d</note>" % number for number in range(20))
    before = b"<t>THE WATERS OF CENTRAL ASIA</t>" + between + b"<a>the waters of central asia</a>"
    after = before.replace(b"THE WATERS OF CENTRAL ASIA", b"the waters of central asia")
    proof = prove(before, after)
    assert proof.identical >= len(before) - 26


def kinds(entry: Entry):
    return (entry.kind, [kinds(child) for child in entry.children])


def test_the_outline_names_what_is_in_a_package():
    rows = outline(open_document(bare_mets().encode()))
    assert [kinds(row) for row in rows] == [
        (
            "package",
            [
                ("header", []),
                ("records", [("record", [])]),
                ("files", []),
                ("structure", []),
            ],
        )
    ]
    assert rows[0].children[2].count == 1


def test_the_outline_of_a_large_file_cuts_nothing():
    document = open_document(large_mets(4000))
    rows = {child.kind: child for child in outline(document)[0].children}
    assert list(counting(rows["files"]))[-1] == 4000
    assert list(counting(rows["structure"]))[-1] == 4001
    assert sum(part.coarse for part in document.parts.order) == 2


def test_tags_are_counted_whatever_their_prefix_and_not_in_comments():
    assert counted(b"<file/><m:file ID='1'></m:file><filed/><!-- <file/> -->", b"file") == 2


def test_a_list_of_records_has_a_row_for_each_with_its_title():
    ns = 'xmlns:mods="http://www.loc.gov/mods/v3"'
    document = open_document(
        f"<mods:modsCollection {ns}>{mods()}{mods('<mods:note>x</mods:note>')}"
        "</mods:modsCollection>".encode()
    )
    rows = outline(document)
    assert [record_title(document, row.anchor) for row in rows] == ["One", ""]
    assert remainder(document, at("record2")) == at("record2")


def test_a_record_in_a_package_goes_with_its_section():
    document = open_document(bare_mets().encode())
    assert remainder(document, at("record1")) == at("package1/dmdSec")
    document.apply(duplicate(document, at("package1/dmdSec")))
    assert [str(c.address) for c in outline(document)[0].children[1].children] == [
        "record1",
        "record2",
    ]


def test_a_section_with_several_kinds_opens_itself_and_one_with_a_record_that_record():
    wrapped = f"<mdWrap MDTYPE='MODS'><xmlData>{mods()}</xmlData></mdWrap>"
    text = (
        "<mets xmlns='http://www.loc.gov/METS/'><amdSec ID='a'>{}"
        f"<rightsMD ID='r'>{wrapped}</rightsMD></amdSec></mets>"
    )
    for before, opens in (("<techMD ID='t'/>", "package1/amdSec"), ("", "record1")):
        (package,) = outline(open_document(text.format(before).encode()))
        assert [str(row.address) for row in package.children] == [opens]


RUN = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:m="http://www.loc.gov/mods/v3"><dmdSec>
<mdWrap MDTYPE="MODS"><xmlData><m:titleInfo><m:title>A house by the sea</m:title></m:titleInfo>
<m:note>It was built of stones</m:note></xmlData></mdWrap></dmdSec>
<structMap><div/></structMap></mets>"""
ORIGINS = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
<originInfo><publisher>Fan</publisher></originInfo><originInfo><dateIssued>1999</dateIssued></originInfo></mods>"""


def kinds_after(data: bytes, repair: str, *further: tuple[str, str]) -> list[tuple[str, str]]:
    """What is told after a repair, and after these places got these values."""
    document = open_document(data)
    found = [finding for report in validate(data) for finding in report.findings]
    finding, fix = next((one, f) for one in found for f in one.fixes if f.repair == repair)
    document.apply(edit_for(document, finding, fix))
    for place, value in further:
        document.apply(set_value(document, parse_address(place), value))
    return [(one.kind, str(one.address)) for one in told(document) if isinstance(one, Told)]


def test_a_record_put_around_fields_is_told_as_that_also_when_they_are_edited_later() -> None:
    assert kinds_after(RUN, "wrap-run") == [("wrapped", "record1")]
    edited = kinds_after(RUN, "wrap-run", ("record1/note", "It was built of grey stones"))
    assert edited == [("wrapped", "record1"), ("changed", "record1/note")]


def test_what_is_added_in_a_record_that_was_put_around_fields_is_told_beside_it() -> None:
    document = open_document(RUN)
    found = [finding for report in validate(RUN) for finding in report.findings]
    finding, fix = next((one, f) for one in found for f in one.fixes if f.repair == "wrap-run")
    document.apply(edit_for(document, finding, fix))
    document.apply(add(document, parse_address("record1"), Draft("genre", (), "novel")))
    kinds = [(one.kind, str(one.address)) for one in told(document) if isinstance(one, Told)]
    assert kinds == [("wrapped", "record1"), ("added", "record1/genre")]


def test_of_two_elements_put_together_one_is_told_as_removed() -> None:
    kinds = [kind for kind, _ in kinds_after(ORIGINS, "merge-into-previous")]
    assert sorted(kinds) == ["added", "removed"]

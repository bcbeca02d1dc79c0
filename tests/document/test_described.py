"""Shapes become edits that put them where they belong, and nothing else changes."""

from __future__ import annotations

import pytest

from catalog_app.article.passage import name_parts
from catalog_app.article.people import person_element
from catalog_app.article.results import body_element, language_shape
from catalog_app.article.shape import Shaped, element, shaped
from catalog_app.document.address import Address
from catalog_app.document.described import (
    address_of,
    edit_for,
    edit_for_all,
    record_from,
)
from catalog_app.document.document import Document, open_document
from catalog_app.document.edit import EditError
from catalog_app.document.said import values_of
from catalog_app.document.template_files import templates
from tests.document.reversible import bytes_of, reversible
from tests.real_files import SEED, needs_corpus, oracle

RECORD = Address("record1")


def mods(inside: str, version: str = "3.8") -> Document:
    """A MODS record with these lines in it."""
    lines = "".join(f"  {line}\n" for line in inside.splitlines() if line.strip())
    root = f'<mods xmlns="http://www.loc.gov/mods/v3" version="{version}">'
    return open_document(f"{root}\n{lines}</mods>\n".encode())


def said(document: Document, shape: Shaped) -> str:
    """The record after a shape was added, with the edit proven reversible."""
    return reversible(document, edit_for(document, RECORD, shape)).decode()


def place(name: str) -> Shaped:
    term = element("placeTerm", name, type="text")
    return shaped(element("place", "", term), "originInfo")


def date(value: str, encoding: str) -> Shaped:
    return shaped(element("dateIssued", value, encoding=encoding), "originInfo")


def topic(words: str) -> Shaped:
    return shaped(element("subject", "", element("topic", words)))


SABIROV = shaped(person_element("Kabuljon", "Sabirov", "Director", "SCO Center"))


def test_a_name_is_added_in_its_place_with_its_parts_and_role() -> None:
    document = mods("<titleInfo>\n  <title>A</title>\n</titleInfo>\n<note>B</note>")
    after = said(document, SABIROV)
    assert after.index("</titleInfo>") < after.index("<name ") < after.index("<note>")
    assert '<namePart type="family">Sabirov</namePart>' in after
    assert '<roleTerm type="text">Director</roleTerm>' in after
    assert "<affiliation>SCO Center</affiliation>" in after


def test_what_belongs_into_an_origin_goes_into_the_one_that_is_there() -> None:
    document = mods("<originInfo>\n  <publisher>Kazinform</publisher>\n</originInfo>")
    after = said(document, place("Astana"))
    assert after.count("<originInfo>") == 1
    assert after.index("<originInfo>") < after.index("Astana") < after.index("</originInfo>")


def test_an_origin_is_made_where_there_is_none() -> None:
    after = said(mods("<note>B</note>"), date("2023-04-14", "w3cdtf"))
    assert "<originInfo>" in after
    assert '<dateIssued encoding="w3cdtf">2023-04-14</dateIssued>' in after


def test_the_second_topic_is_a_second_subject() -> None:
    after = said(mods("<subject>\n  <topic>peace</topic>\n</subject>"), topic("dialogue"))
    assert after.count("<subject>") == 2


@pytest.mark.parametrize(
    ("inside", "shape"),
    [
        ("<subject><topic>Public  diplomacy</topic></subject>", topic("public diplomacy")),
        ('<language><languageTerm type="code" authority="iso639-2b">eng</languageTerm></language>',
         language_shape("eng")),
        ("<originInfo><place><placeTerm>Astana</placeTerm></place></originInfo>", place("Astana")),
    ],
)  # fmt: skip
def test_what_the_record_says_already_is_not_said_again(inside: str, shape: Shaped) -> None:
    document = mods(inside)
    assert edit_for(document, RECORD, shape) is None
    assert address_of(document, RECORD, shape) is not None


def test_an_empty_field_is_filled_and_keeps_its_attributes() -> None:
    document = mods('<abstract lang="eng"/>\n<note>B</note>')
    after = said(document, shaped(element("abstract", "In short.")))
    assert '<abstract lang="eng">In short.</abstract>' in after
    assert after.count("<abstract") == 1


def test_a_person_who_is_there_without_a_role_is_given_it() -> None:
    document = mods(
        '<name type="personal"><namePart type="given">Kabuljon</namePart>'
        '<namePart type="family">Sabirov</namePart></name>'
    )
    edit = edit_for(document, RECORD, SABIROV)
    after = reversible(document, edit).decode()
    assert edit is not None
    assert str(edit.address) == "record1/name"
    assert after.count("<name ") == 1
    assert "Director" in after
    assert "SCO Center" in after


def test_a_second_main_title_is_an_alternative_one() -> None:
    document = mods("<titleInfo><title>A</title></titleInfo>")
    title = shaped(element("titleInfo", "", element("title", "B")))
    assert '<titleInfo type="alternative">' in said(document, title)


@pytest.mark.parametrize(
    ("version", "written"),
    [
        ("3.8", '<dateIssued encoding="edtf">XXXX-04-14</dateIssued>'),
        ("3.3", '<dateIssued encoding="iso8601">--04-14</dateIssued>'),
    ],
)
def test_a_date_without_a_year_is_written_as_the_version_can(version: str, written: str) -> None:
    assert written in said(mods("<note>B</note>", version), date("XXXX-04-14", "edtf"))


def test_several_shapes_are_one_edit_and_leave_the_document_alone_until_it_is_done() -> None:
    document = mods("<note>B</note>")
    before = bytes_of(document)
    shapes = [topic("peace"), topic("peace"), place("Astana"), SABIROV]
    edit, places = edit_for_all(document, RECORD, shapes, "Add three")
    assert bytes_of(document) == before
    assert [str(p) if p else None for p in places] == [
        "record1/subject", None, "record1/originInfo/place", "record1/name",
    ]  # fmt: skip
    assert edit is not None
    assert edit.name == "Add three"
    assert b"Astana" in reversible(document, edit)


def test_a_record_that_is_not_there_is_refused() -> None:
    with pytest.raises(EditError):
        edit_for(mods("<note>B</note>"), Address("record9"), topic("peace"))


@needs_corpus
def test_a_record_from_shapes_and_every_template_is_officially_valid(tmp_path) -> None:
    shapes = [
        SABIROV, place("Astana"), date("XXXX-04-14", "edtf"), topic("peace"),
        language_shape("eng"), shaped(element("subject", "", body_element("Civil Alliance"))),
        shaped(element("abstract", "A < B & C")),
    ]  # fmt: skip
    for template in (None, *templates()):
        file = tmp_path / "record.xml"
        file.write_bytes(bytes_of(record_from(shapes, template)))
        verdict = oracle().judge(file, messages=True)
        assert [part["valid"] for part in verdict["parts"]] == [True], (template, verdict)


@needs_corpus
def test_the_run_of_bare_elements_in_the_seed_takes_shapes_and_stays_valid(tmp_path) -> None:
    document = open_document(SEED.read_bytes())
    shapes = [SABIROV, place("Tashkent"), date("XXXX-04-14", "edtf"), topic("peace")]
    edit, _ = edit_for_all(document, RECORD, shapes)
    file = tmp_path / "record.xml"
    file.write_bytes(reversible(document, edit))
    parts = oracle().judge(file)["parts"]
    assert next(part["valid"] for part in parts if part["kind"] == "bare")
    added = {text for _, text in values_of(document, RECORD)}
    assert "Nazarova" in added


def test_names_come_apart_both_ways() -> None:
    assert name_parts("Kabuljon Sabirov") == ("Kabuljon", "Sabirov")
    assert name_parts("Sabirov, Kabuljon") == ("Kabuljon", "Sabirov")

"""The form as data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from catalog_app.document.address import Address, parse_address
from catalog_app.document.card import Card, Field
from catalog_app.document.document import Document, open_document
from catalog_app.document.markup import plain
from catalog_app.document.projection import OTHER, Projector
from catalog_app.document.template import Template, Wanted, parse_path
from catalog_app.document.template_files import templates
from tests.document.reversible import reversible
from tests.real_files import SEED, needs_corpus, wellformed_files

ROOT = Address("record1")
MODS = '<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">{}</mods>'


def opened(inside: str) -> Document:
    return open_document(MODS.format(inside).encode())


def cards(document: Document, *unfolded: str) -> list[Card]:
    folded_out = frozenset(parse_address(text) for text in unfolded)
    found = Projector(document).cards(ROOT, folded_out)
    return [card for card in found if card.address != ROOT]


def fields(cards_: list[Card]) -> Iterator[Field]:
    for card in cards_:
        for field in card.fields:
            yield field
            yield from field.beside


def test_cards_stand_in_the_groups_of_the_guidelines_whatever_the_file_has_first() -> None:
    document = opened(
        "<note>n</note><name><namePart>x</namePart></name><titleInfo><title>t</title></titleInfo>"
    )
    assert [card.label for card in cards(document)][:3] == ["Title", "Name", "Note"]


def test_elements_of_one_group_keep_the_order_of_the_file() -> None:
    document = opened("<genre>b</genre><typeOfResource>text</typeOfResource><genre>a</genre>")
    values = [f.value for f in fields(cards(document)) if f.kind == "value"]
    assert values == ["b", "text", "a"]


def test_a_type_that_has_a_word_is_the_label() -> None:
    document = opened(
        '<name type="personal"><namePart type="given">A</namePart><namePart type="family">B'
        '</namePart></name><titleInfo type="alternative"><title>t</title></titleInfo>'
        '<identifier type="doi">10.1/2</identifier>'
    )
    found = cards(document)
    assert [c.label for c in found] == ["Alternative title", "Person", "DOI"]
    assert [f.label for f in found[1].fields] == ["Given name", "Family name"]


def test_a_lone_date_has_its_own_card_with_encoding_and_qualifier_beside() -> None:
    document = opened('<originInfo><dateIssued encoding="w3cdtf">2026</dateIssued></originInfo>')
    card = cards(document)[0]
    assert (card.label, card.path) == ("Date issued", "originInfo/dateIssued")
    assert [f.address.attribute for f in card.fields[0].beside] == ["encoding", "qualifier"]


def test_word_and_code_of_one_role_share_a_line() -> None:
    document = opened(
        '<name><namePart>x</namePart><role><roleTerm type="text">author</roleTerm>'
        '<roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>'
    )
    role = cards(document)[0].fields[1]
    assert (role.label, role.value, role.beside[0].value) == ("Role", "author", "aut")


def test_attributes_are_folded_away_and_counted() -> None:
    document = opened('<note type="funding" lang="eng" displayLabel="Paid by">x</note>')
    card = cards(document)[0]
    assert card.set == 3
    assert [f.kind for f in card.fields] == ["value"]
    unfolded = cards(document, "note")[0]
    shown = {f.address.attribute: f.value for f in unfolded.fields if f.kind == "attribute"}
    assert shown["type"] == "funding"
    assert "xml:lang" in shown


def test_what_the_standard_does_not_know_is_a_card_of_its_own_group() -> None:
    document = opened('<titel>x</titel><b xmlns="urn:other" c="1">y</b>')
    assert {card.group for card in cards(document)} == {OTHER}
    assert [f.value for f in fields(cards(document)) if f.kind == "value"] == ["x", "y"]


def test_markup_is_shown_as_a_person_reads_it() -> None:
    document = opened(
        '<accessCondition><p xmlns="http://www.w3.org/1999/xhtml">One <em>two</em></p>'
        '<p xmlns="http://www.w3.org/1999/xhtml">Three</p></accessCondition>'
    )
    field = cards(document)[0].fields[0]
    shown = "<p>One <em>two</em></p>\n<p>Three</p>"
    assert (field.kind, plain(field.value)) == ("markup", shown)


def test_stray_text_is_shown() -> None:
    document = opened("<originInfo>loose<publisher>P</publisher></originInfo>")
    kinds = [f.kind for f in fields(cards(document))]
    assert kinds == ["stray", "value"]


def test_a_card_whose_bytes_stay_is_the_same_object_after_an_edit() -> None:
    from catalog_app.document.edits import set_value

    document = opened("<note>a</note><genre>b</genre>")
    projector = Projector(document)
    before = {c.label: c for c in projector.cards(ROOT)}
    document.apply(set_value(document, parse_address("genre"), "c"))
    after = {c.label: c for c in projector.cards(ROOT)}
    assert after["Note"] is before["Note"]
    assert after["Genre"] is not before["Genre"]


@pytest.mark.parametrize("template", templates(), ids=lambda t: t.id)
def test_every_field_a_template_asks_for_can_be_filled_and_taken_back(template: object) -> None:
    document = opened("<titleInfo><title/></titleInfo>")
    asked = [f for f in fields(Projector(document).cards(ROOT, template=template)) if f.ghost]
    assert asked
    for field in asked:
        after = reversible(document, field.editing(document, "7"))
        reopened = Projector(open_document(after)).cards(ROOT, template=template)
        now = {f.key: f.value for f in fields(reopened)}
        assert now[field.key] == "7", field.path


def test_a_field_that_was_asked_for_keeps_its_key_when_it_is_filled() -> None:
    template = next(t for t in templates() if t.id == "book")
    document = opened("")
    projector = Projector(document)
    ghosts = {f.key: f for f in fields(projector.cards(ROOT, template=template)) if f.ghost}
    for key, ghost in ghosts.items():
        edit = ghost.editing(document, "x")
        document.apply(edit)
        now = {f.key: f for f in fields(projector.cards(ROOT, template=template))}
        assert key in now, key
        assert now[key].value == "x"
        document.apply(edit.inverse)


@needs_corpus
def test_the_seed_record_reads_as_the_picture_shows_it() -> None:
    document = open_document(SEED.read_bytes())
    found = cards(document)
    assert [(c.group, c.label, c.path) for c in found] == [
        ("Title", "Title", "titleInfo/title"),
        ("Names", "Person", "name"),
        ("Type and genre", "Genre", "genre"),
        ("Origin", "Date issued", "originInfo/dateIssued"),
        ("Origin", "Publisher", "originInfo/publisher"),
        ("Description", "Abstract", "abstract"),
    ]


@needs_corpus
def test_every_record_of_the_corpus_has_all_its_text_in_the_form() -> None:
    for path in wellformed_files():
        document = open_document(path.read_bytes())
        projector = Projector(document)
        for anchor in document.records()[:5]:
            part = document.part_name(anchor)
            record = document.anchored(anchor)
            shown = [f.value for f in fields(projector.cards(Address(part)))]
            text = " ".join(" ".join(shown).split())
            for child in record.children():
                if not child.has_elements and child.value.strip():
                    assert " ".join(child.value.split()) in text, (path, child.node.qname)


ENDS = (
    '<originInfo><dateCreated point="start">1890</dateCreated>'
    '<dateCreated point="end"{}>1895</dateCreated></originInfo>'
)


def test_the_ends_of_a_range_of_dates_are_told_apart_by_their_labels() -> None:
    card = cards(opened(ENDS.format(' qualifier="inferred"')))[0]
    assert [field.label for field in card.fields] == ["Date created (start)", "Date created (end)"]


def test_a_range_of_dates_stands_on_one_line_where_the_same_is_said_of_both_ends() -> None:
    (field,) = cards(opened(ENDS.format("")))[0].fields
    end, encoding, qualifier = field.beside
    assert (field.label, field.value) == ("Date created", "1890")
    assert (end.label, end.value) == ("Date created (end)", "1895")
    assert [(f.address.attribute, f.twins[0].element) for f in (encoding, qualifier)] == [
        ("encoding", end.address),
        ("qualifier", end.address),
    ]
    unfolded = cards(opened(ENDS.format("")), "originInfo/dateCreated[2]")[0]
    lines = [f.label for f in unfolded.fields if f.kind == "value"]
    assert lines == ["Date created (start)", "Date created (end)"]


def test_fields_of_one_part_expect_to_share_it() -> None:
    data = b'<mods xmlns="http://www.loc.gov/mods/v3"/>'
    host = "relatedItem[type=host]"
    asked = ("part/detail[type=volume]/number", "part/detail[type=issue]/number", "part/date")
    wanted = tuple(Wanted(parse_path(f"{host}/{path}")) for path in asked)
    cards = Projector(open_document(data)).cards(
        Address("record1"), template=Template("t", "T", fields=wanted)
    )
    assert [str(field.address) for field in cards[0].fields] == [
        "record1/relatedItem/part/detail/number",
        "record1/relatedItem/part/detail[2]/number",
        "record1/relatedItem/part/date",
    ]


def test_a_long_record_is_read_as_far_as_it_is_asked_for() -> None:
    topics = "".join(f"<subject><topic>{n}</topic></subject>" for n in range(100))
    document = opened(topics)
    every = Projector(document).cards(ROOT)
    projector = Projector(document)
    some = projector.cards(ROOT, most=10)
    assert [card.key for card in some] == [card.key for card in every]
    assert some[:10] == every[:10]
    unread = [card for card in some if card.unread]
    assert len(unread) == 90
    assert not any(card.fields for card in unread)
    assert projector.again(unread[50], ROOT, frozenset(), None, {}) == every[60]
    again = projector.cards(ROOT, most=10)
    assert again[60] == every[60], "what has been read stays read"
    assert sum(1 for card in again if card.unread) == 89


def test_what_a_template_asks_for_is_read_wherever_it_stands() -> None:
    template = next(t for t in templates() if t.id == "book")
    topics = "".join(f"<subject><topic>{n}</topic></subject>" for n in range(100))
    title = "<titleInfo><title>Last</title></titleInfo>"
    found = Projector(opened(topics + title)).cards(ROOT, template=template, most=10)
    (found,) = (card for card in found if card.label == "Title")
    assert [field.value for field in found.fields if field.value] == ["Last"]


LEVELS = [("en", ["Volume", "Issue", "Season"]), ("ru", ["Том", "Номер выпуска", "Сезон"])]


@pytest.mark.parametrize(("language", "words"), LEVELS)
def test_the_levels_of_a_part_are_called_by_their_type(language: str, words: list[str]) -> None:
    kinds = enumerate(("volume", "Issue", "season"))
    details = (f'<detail type="{k}"><number>{at}</number></detail>' for at, k in kinds)
    document = opened(f"<part>{''.join(details)}</part>")
    part, _ = Projector(document, language).cards(ROOT)
    assert [field.label for field in part.fields] == words
    unfolded = frozenset([parse_address("part/detail[2]")])
    part, _ = Projector(document, language).cards(ROOT, unfolded)
    shown = [f.label for f in part.fields if f.kind != "attribute"]
    assert shown == [words[0], words[1], words[1], words[2]]


@pytest.mark.parametrize(
    ("inside", "label"),
    [
        (
            "<subject><hierarchicalGeographic><country>x</country></hierarchicalGeographic>",
            "Country",
        ),
        ("<subject><cartographics><coordinates>x</coordinates></cartographics>", "Coordinates"),
        ("<relatedItem><originInfo><publisher>x</publisher></originInfo>", "Publisher"),
        ("<relatedItem><location><url>x</url></location>", "Web address"),
        ("<relatedItem><subject><topic>x</topic></subject>", "Topic"),
        ("<relatedItem><language><scriptTerm>x</scriptTerm></language>", "Script"),
        ("<relatedItem><language><languageTerm>x</languageTerm></language>", "Language"),
        ("<originInfo><place><placeTerm>x</placeTerm></place>", "Place"),
        ("<relatedItem><part><extent><total>x</total></extent></part>", "Number of pages"),
        (
            '<relatedItem><titleInfo type="alternative"><title>x</title></titleInfo>',
            "Alternative title",
        ),
    ],
)
def test_one_value_alone_in_a_group_is_called_what_it_is(inside: str, label: str) -> None:
    end = inside[1 : inside.index(">")]
    found = fields(cards(opened(f"{inside}</{end}>")))
    assert [field.label for field in found if field.kind == "value"] == [label]

"""What a template and the user ask for in one card does not get in each other's way."""

from __future__ import annotations

import pytest

from catalog_app.document.adding import additions, fields_of, next_address
from catalog_app.document.address import Address
from catalog_app.document.card import Card, Field
from catalog_app.document.document import Document, open_document
from catalog_app.document.projection import Projector
from catalog_app.document.template import (
    Template,
    Wanted,
    completeness,
    parse_path,
)
from catalog_app.document.template_files import templates
from catalog_app.schema.load import load

ROOT = Address("record1")
EMPTY = b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"/>'
NAMES = sorted({child.name for child in load("mods").root().children})
Asked = dict[Address, tuple[Wanted, ...]]


def fields(card: Card) -> list[Field]:
    return [one for row in card.fields for one in (row, *row.beside)]


def filled(document: Document, template: Template, asked: Asked, at: Address) -> None:
    """Fill every empty field of a card in turn; no field may be there twice at any time."""
    projector, done = Projector(document), 0
    while True:
        cards = {card.address: card for card in projector.cards(ROOT, frozenset(), template, asked)}
        there = fields(cards[at])
        for what in ([f.key for f in there], [f.address for f in there]):
            assert len(what) == len(set(what)), (template.title, at, what)
        empty = [field for field in there if field.ghost]
        if not empty:
            return
        edit = empty[0].editing(document, "x")
        assert edit is not None
        document.apply(edit)
        done += 1
        assert done < 40, "filling a field asks for another one, without end"


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.title)
def test_a_field_added_beside_a_template_is_there_once_and_can_be_filled(template):
    kinds = 0
    for name in NAMES:
        for addition in additions(open_document(EMPTY), ROOT, None, name):
            if addition.is_attribute or len(addition.wants) != 1 or addition.wants[0].name != name:
                continue
            document = open_document(EMPTY)
            at = next_address(document, addition)
            filled(document, template, {at: fields_of(document, addition)}, at)
            kinds += 1
    assert kinds > 15


_ARTICLE = b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <name type="personal">
    <namePart>Anna</namePart><role><roleTerm type="text">author</roleTerm></role>
  </name>
  <originInfo><dateIssued encoding="iso8601">20260414</dateIssued></originInfo>
  <language><languageTerm type="text">Uzbek</languageTerm></language>
</mods>
"""


def test_what_is_said_in_another_spelling_is_not_asked_for_again() -> None:
    template = next(t for t in templates() if t.id == "journal-article")
    document = open_document(_ARTICLE)
    shown = [f for card in Projector(document).cards(ROOT, template=template) for f in fields(card)]
    for name in ("dateIssued", "roleTerm", "languageTerm"):
        (only,) = [f for f in shown if f.address.name == name and not f.address.attribute]
        assert not only.ghost
    missing = {
        wanted.path[-1].name for wanted in completeness(document, "record1", template).missing
    }
    assert not missing & {"dateIssued", "roleTerm", "languageTerm"}


def test_what_a_path_presets_is_written_and_is_no_condition() -> None:
    (want,) = parse_path("dateIssued[point=start](encoding=w3cdtf)")
    assert want.attributes == (("point", "start"), ("encoding", "w3cdtf"))
    assert want.conditions == (("point", "start"),)


def test_what_is_asked_for_inside_an_item_stands_with_it_and_as_deep() -> None:
    title = "<titleInfo><title>{}</title></titleInfo>"
    inner = "".join(f"<relatedItem>{title.format(one)}</relatedItem>" for one in "BC")
    document = open_document(
        f'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">'
        f"<relatedItem>{title.format('A')}{inner}</relatedItem></mods>".encode()
    )
    card = Address("record1").child("relatedItem")
    asked = (Wanted(parse_path("relatedItem/relatedItem/location/url")),)
    (made,) = Projector(document).cards(Address("record1"), pending={card: asked})[:1]
    shown = [(field.depth, field.kind, field.value or field.address.name) for field in made.fields]
    assert shown == [
        (0, "value", "A"),
        (0, "head", "relatedItem"),
        (1, "value", "B"),
        (1, "value", "url"),
        (0, "head", "relatedItem"),
        (1, "value", "C"),
    ]

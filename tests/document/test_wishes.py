"""What is asked for in a form keeps to its card while cards come."""

from __future__ import annotations

from dataclasses import replace

from catalog_app.document import edits
from catalog_app.document.address import parse_address as at
from catalog_app.document.document import open_document
from catalog_app.document.template import Wanted, parse_path
from catalog_app.document.wishes import Wishes

RECORD = b"""<mods xmlns="http://www.loc.gov/mods/v3">
  <name><namePart>A</namePart></name>
  <name><namePart>B</namePart></name>
</mods>"""


def wanted(*paths: str) -> tuple[Wanted, ...]:
    return tuple(Wanted(parse_path(path)) for path in paths)


def test_what_is_asked_for_twice_is_asked_for_once():
    wishes = Wishes(open_document(RECORD))
    wishes.add(at("record1/part"), wanted("part/date[encoding=w3cdtf]", "part/detail/number"))
    wishes.add(at("record1/part"), wanted("part/date", "part/extent/start"))
    names = [one.path[-1].name for one in wishes[at("record1/part")]]
    assert names == ["date", "number", "start"]


def test_a_card_is_asked_for_where_no_other_one_is():
    wishes = Wishes(open_document(RECORD))
    assert wishes.free(at("record1/name[2]")) == at("record1/name[2]")
    wishes.add(at("record1/name[2]"), wanted("name/namePart"))
    assert wishes.free(at("record1/name[2]")) == at("record1/name[3]")


def test_cards_keep_their_wishes_while_others_are_moved_repeated_and_removed():
    document = open_document(RECORD)
    wishes = Wishes(document)
    ask = wanted("name/namePart"), wanted("name/role/roleTerm"), wanted("note")
    places = at("record1/name[2]"), at("record1/name[3]"), at("record1/note")
    for place, one in zip(places, ask, strict=True):
        wishes.add(place, one)

    def now(edit) -> list[str]:
        wishes.follow(document.apply(edit))
        assert wishes[at("record1/note")] == ask[2]
        return [str(card) for one in ask[:2] for card in wishes if wishes[card] == one]

    b, none = "record1/name[2]", "record1/name[3]"
    assert now(edits.move(document, at(b), -1)) == ["record1/name", none]
    assert now(edits.duplicate(document, at("record1/name"))) == ["record1/name", "record1/name[4]"]
    assert now(edits.remove(document, at("record1/name[2]"))) == ["record1/name", none]
    assert now(edits.move_before(document, at("record1/name"), None)) == [b, none]
    assert now(edits.remove(document, at("record1/name"))) == ["record1/name", b]
    assert now(edits.remove(document, at("record1/name"))) == ["record1/name"]
    assert set(wishes) == {at("record1/name"), at("record1/note")}


def test_a_card_that_was_filled_takes_its_wishes_along_and_the_others_make_room():
    document = open_document(RECORD)
    wishes = Wishes(document)
    first, second = wanted("name/namePart"), wanted("name/role/roleTerm")
    wishes.add(at("record1/name[3]"), first)
    wishes.add(at("record1/name[4]"), second)
    edit = edits.duplicate(document, at("record1/name"))
    change = document.apply(edit)
    wishes.follow(change, (at("record1/name[4]"), at("record1/name[2]")))
    assert dict(wishes) == {at("record1/name[2]"): second, at("record1/name[4]"): first}
    wishes.follow(replace(document.apply(edit.inverse), kind="undo"))
    assert dict(wishes) == {at("record1/name[3]"): second, at("record1/name[4]"): first}
    wishes.follow(replace(document.apply(edit), kind="redo"))
    assert dict(wishes) == {at("record1/name[2]"): second, at("record1/name[4]"): first}
    wishes.clear()
    assert not wishes

"""What is asked for in a form keeps to its card while cards come."""

from __future__ import annotations

from catalog_app.document.address import parse_address as at
from catalog_app.document.template import Wanted, parse_path
from catalog_app.document.wishes import Wishes


def wanted(*paths: str) -> tuple[Wanted, ...]:
    return tuple(Wanted(parse_path(path)) for path in paths)


def test_what_is_asked_for_twice_is_asked_for_once():
    wishes = Wishes()
    wishes.add(at("record1/part"), wanted("part/date[encoding=w3cdtf]", "part/detail/number"))
    wishes.add(at("record1/part"), wanted("part/date", "part/extent/start"))
    names = [one.path[-1].name for one in wishes[at("record1/part")]]
    assert names == ["date", "number", "start"]


def test_a_card_is_asked_for_where_no_other_one_is():
    wishes = Wishes()
    assert wishes.free(at("record1/name[2]")) == at("record1/name[2]")
    wishes.add(at("record1/name[2]"), wanted("name/namePart"))
    assert wishes.free(at("record1/name[2]")) == at("record1/name[3]")


def test_a_card_that_came_takes_its_wishes_along_and_the_others_make_room():
    wishes = Wishes()
    first, second, note = wanted("name/namePart"), wanted("name/role/roleTerm"), wanted("note")
    wishes.add(at("record1/name"), first)
    wishes.add(at("record1/name[2]"), second)
    wishes.add(at("record1/note"), note)
    wishes.follow(at("record1/name[2]"), at("record1/name"))
    assert dict(wishes) == {
        at("record1/name"): second,
        at("record1/name[2]"): first,
        at("record1/note"): note,
    }
    wishes.drop(at("record1/note"))
    assert len(wishes) == 2
    wishes.clear()
    assert not wishes

"""What keys do to the field in focus: repeat it, move it, take it back, leave it empty."""

from __future__ import annotations

from tests.stories.test_at_work import working, written

__all__ = ["working"]

_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">'
)


def collection(*records: bytes) -> bytes:
    """A list of records."""
    inside = b"".join(b'\n<mods version="3.8">' + record + b"</mods>" for record in records)
    return _HEAD + inside + b"\n</modsCollection>\n"


TWO = collection(
    b"<originInfo><publisher>Fan</publisher><dateIssued>1980</dateIssued></originInfo>"
    b'<name type="personal"><namePart type="family">Aliev</namePart>'
    b"<role><roleTerm>author</roleTerm></role></name>",
    b"<originInfo><dateIssued>1999</dateIssued></originInfo>"
    b'<name type="personal"><namePart type="family">Bek</namePart></name>',
)


def test_one_field_becomes_what_it_was_and_nothing_beside_it(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/originInfo/dateIssued")
    hands.add("publisher")
    assert hands.at == "record2/originInfo/publisher"
    hands.press("Ctrl+Shift+L")
    assert hands.at == "record2/originInfo/publisher"
    assert b"<publisher>Fan</publisher><dateIssued>1999</dateIssued>" in written(hands)
    hands.press("Ctrl+Z")
    assert written(hands) == TWO


def test_a_field_that_says_something_else_becomes_what_it_was(working) -> None:
    hands = working(TWO)
    hands.press("Ctrl+PgDown")
    hands.tab_to("record2/name/namePart")
    hands.press("Ctrl+Shift+L")
    assert written(hands) == TWO.replace(b"Bek", b"Aliev")
    hands.press("Ctrl+Z")
    assert written(hands) == TWO


def test_an_empty_card_becomes_what_the_whole_group_was(working) -> None:
    bare = TWO.replace(b"<originInfo><dateIssued>1999</dateIssued></originInfo>", b"")
    hands = working(bare)
    hands.press("Ctrl+PgDown")
    hands.add("publisher")
    hands.press("Ctrl+Shift+L")
    assert written(hands).count(b"<publisher>Fan</publisher>") == 2
    assert written(hands).count(b"<dateIssued>1980</dateIssued>") == 2
    hands.press("Ctrl+Z")
    assert written(hands) == bare

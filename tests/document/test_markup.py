"""The words of markup are edited, and nothing else: whatever they are written in."""

from __future__ import annotations

import re

import pytest

from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.document.edit import EditError
from catalog_app.document.markup import CLOSE, OPEN, plain, set_words, shown
from tests.document.reversible import reversible

MODS = '<mods xmlns="http://www.loc.gov/mods/v3">{}</mods>'
RIGHTS = "<accessCondition>{}</accessCondition>"
FIXED = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")

RECORDS = [
    ("See <a href='x'>one</a> two", "<a href='x'>"),
    ("a<![CDATA[ <b> ]]>c <i>d</i>e", "<i>"),
    ("a &amp; b &#x2014; c<br  />d", "<br  />"),
    ("<p>One</p>\n   <p>\n  Two\n  three\n</p>", "<p>"),
    ("<x:a xmlns:x='u:x' k='1'>\n <x:b>one</x:b>\n <x:c/>\n <x:b>two</x:b></x:a>", "<x:c/>"),
    ("one<!-- no word -->two<?do it?><b/>", "<!-- no word -->"),
]


@pytest.mark.parametrize(("inside", "kept"), RECORDS)
def test_every_stretch_of_words_can_be_changed_and_taken_back(inside: str, kept: str) -> None:
    data = MODS.format(RIGHTS.format(inside)).encode()
    address = parse_address("accessCondition")
    document = open_document(data)
    text = shown(document.element(address))
    pieces = FIXED.split(text)
    tags = re.findall(rb"<[^!][^<>]*>", data)
    changed = 0
    for at in range(0, len(pieces), 2):
        new = "".join([*pieces[:at], f"{pieces[at]} <&] more", *pieces[at + 1 :]])
        try:
            edit = set_words(document, address, new)
        except EditError:
            assert not pieces[at], "what is shown as words can be changed"
            continue
        after = reversible(document, edit)
        assert re.findall(rb"<[^!][^<>]*>", after) == tags
        assert kept.encode() in after
        assert "<&] more" in plain(shown(open_document(after).element(address)))
        changed += 1
    assert changed >= sum(bool(piece.strip()) for piece in pieces[::2])


def test_tags_that_are_other_than_those_that_are_there_are_refused() -> None:
    document = open_document(MODS.format(RIGHTS.format("a <i>b</i> c")).encode())
    address = parse_address("accessCondition")
    text = shown(document.element(address))
    for wrong in (text.replace("<i>", "<b>"), plain(text), text + text, ""):
        with pytest.raises(EditError, match="Only the words"):
            set_words(document, address, wrong)


def test_words_in_another_encoding_are_written_in_it() -> None:
    inside = RIGHTS.format("Слово <i>и</i> дело")
    data = f'<?xml version="1.0" encoding="windows-1251"?>{MODS.format(inside)}'.encode("cp1251")
    document = open_document(data)
    address = parse_address("accessCondition")
    text = shown(document.element(address))
    after = reversible(document, set_words(document, address, text.replace("дело", "дела ў")))
    assert "</i> дел&#1072; &#1118;</acc".encode("cp1251") in after


def test_the_values_of_wrapped_metadata_are_words_too() -> None:
    document = open_document(
        b'<mets xmlns="http://www.loc.gov/METS/"><amdSec><techMD ID="t"><mdWrap MDTYPE="OTHER">'
        b'<xmlData><o:x xmlns:o="u:o"><o:size>3</o:size><o:none></o:none></o:x></xmlData>'
        b"</mdWrap></techMD></amdSec></mets>"
    )
    address = parse_address("package1/amdSec/techMD/mdWrap/xmlData")
    text = shown(document.element(address))
    assert plain(text) == "x\n    size: 3\n    none: "
    after = reversible(document, set_words(document, address, text.replace("3", "47") + "some"))
    assert b"<o:size>47</o:size><o:none>some</o:none>" in after


def test_what_holds_the_hidden_marks_itself_is_read_only() -> None:
    document = open_document(MODS.format(RIGHTS.format("a\u2063 <i>b</i>")).encode())
    text = shown(document.element(parse_address("accessCondition")))
    assert text == "a <i>b</i>"


def test_very_many_values_are_shown_and_left_to_the_xml() -> None:
    many = "".join(f"<x:v xmlns:x='u:x'>{number}</x:v>" for number in range(300))
    document = open_document(MODS.format(f"<extension>{many}</extension>").encode())
    address = parse_address("extension")
    text = shown(document.element(address))
    assert text == "\n".join(f"v: {number}" for number in range(300))
    with pytest.raises(EditError, match="Only the words"):
        set_words(document, address, text + "x")

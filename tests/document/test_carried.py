"""Copied markup stands alone, and pasted markup keeps its namespaces wherever it comes to stand."""

from __future__ import annotations

import pytest
from lxml import etree

from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.document.carried import standing_alone
from catalog_app.document.document import Document, open_document
from catalog_app.document.edit import EditError
from catalog_app.document.names import MODS
from catalog_app.validation.words import say

XLINK = "http://www.w3.org/1999/xlink"
INNER = '<{0}titleInfo xlink:type="simple"><{0}title>A &gt; b</{0}title></{0}titleInfo>'


def record(prefix: str, more: str = "", declares: str = "") -> Document:
    """A record whose names have a prefix."""
    p = f"{prefix}:" if prefix else ""
    own = f"xmlns:{prefix}" if prefix else "xmlns"
    return open_document(
        (
            f'<{p}mods {own}="{MODS}" xmlns:xlink="{XLINK}"{declares} version="3.8">\n'
            f"  <{p}titleInfo><{p}title>One</{p}title></{p}titleInfo>{more}\n</{p}mods>\n"
        ).encode()
    )


def related(prefix: str) -> str:
    p = f"{prefix}:" if prefix else ""
    return f'<{p}relatedItem type="host" a=">">{INNER.format(p)}</{p}relatedItem>'


def carried(source: Document, target: Document) -> tuple[str, bytes]:
    """What is copied of the last field of one record, and another record after it was pasted."""
    copied = standing_alone(source.element(parse_address("record1/relatedItem"))).decode()
    target.apply(edits.insert_xml_behind(target, parse_address("record1/titleInfo"), copied))
    return copied, b"".join(target.chunks())


@pytest.mark.parametrize("there", ["", "m", "mods"])
@pytest.mark.parametrize("here", ["", "m", "mods"])
def test_what_is_pasted_is_in_mods_whatever_the_prefixes(here: str, there: str) -> None:
    copied, data = carried(record(here, related(here)), record(there))
    etree.fromstring(copied)
    root = etree.fromstring(data)
    pasted = root.find(f"{{{MODS}}}relatedItem")
    assert pasted is not None
    assert pasted.findtext(f"{{{MODS}}}titleInfo/{{{MODS}}}title") == "A > b"
    assert pasted[0].get(f"{{{XLINK}}}type") == "simple"
    assert data.count(b"xmlns") == (2 if here == there else 3)
    assert INNER.format(f"{here}:" if here else "").encode() in data


def test_a_copy_declares_only_what_it_uses() -> None:
    source = record("m", related("m"), ' xmlns:other="http://example.org/o" xmlns="urn:default"')
    copied = standing_alone(source.element(parse_address("record1/relatedItem"))).decode()
    assert copied.startswith(f'<m:relatedItem xmlns:m="{MODS}" xmlns:xlink="{XLINK}" type="host"')
    assert "example.org" not in copied
    assert "urn:default" not in copied


def test_a_prefix_that_means_another_thing_there_keeps_its_own_meaning() -> None:
    target = record("mods", declares=' xmlns:m="urn:else"')
    _, data = carried(record("m", related("m")), target)
    assert etree.fromstring(data).find(f"{{{MODS}}}relatedItem") is not None


@pytest.mark.parametrize("prefix", ["", "m"])
def test_bare_names_get_the_namespace_of_what_is_around_them(prefix: str) -> None:
    target = record(prefix)
    xml = '<?xml version="1.0"?>\n<note type="x">Bare</note><!-- and --><note/>'
    target.apply(edits.insert_xml_behind(target, parse_address("record1/titleInfo"), xml))
    root = etree.fromstring(b"".join(target.chunks()))
    assert [one.get("type") for one in root.findall(f"{{{MODS}}}note")] == ["x", None]


def test_what_belongs_to_no_namespace_on_purpose_stays_so() -> None:
    target = record("")
    xml = '<note xmlns="">None</note>'
    target.apply(edits.insert_xml_behind(target, parse_address("record1/titleInfo"), xml))
    assert etree.fromstring(b"".join(target.chunks())).find("note").text == "None"


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<q:note>One</q:note>", "prefix “q”"),
        ('<note q:type="x">One</note>', "prefix “q”"),
        ("<note>One", "not well-formed"),
        ("<note>\udcff</note>", "would break"),
    ],
)
def test_what_cannot_be_pasted_is_refused_in_words(xml: str, words: str) -> None:
    target = record("m")
    before = b"".join(target.chunks())
    with pytest.raises(EditError, match=words) as refused:
        target.apply(edits.insert_xml_behind(target, parse_address("record1/titleInfo"), xml))
    assert b"".join(target.chunks()) == before
    assert say(str(refused.value), "ru") != str(refused.value)

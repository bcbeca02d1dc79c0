"""Opening changes nothing, and one edit changes one element."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.element import Element
from tests.document.reversible import bytes_of, outside, reversible
from tests.document.shapes import EDITABLE, encoded
from tests.real_files import named, needs_corpus, wellformed_files

FILES = [*EDITABLE.items(), *encoded().items()]


def fields(document: Document, most: int = 12) -> list[Address]:
    """Addresses of values in the records of a document."""
    found: list[Address] = []
    for anchor in document.records()[:3]:
        stack = list(document.anchored(anchor).children())[:40]
        while stack and len(found) < most:
            element = stack.pop(0)
            stack += list(element.children())
            if not element.has_elements:
                found.append(document.address_of(element))
    return found


def span_of(document: Document, element: Element) -> tuple[int, int]:
    """Where an element's bytes stand in the document's text."""
    order = document.parts.order
    before = sum(part.size for part in order[: order.index(element.part)])
    return before + element.node.start, before + element.node.end


@pytest.mark.parametrize(("name", "data"), FILES)
def test_opening_and_saving_gives_the_same_bytes(name: str, data: bytes) -> None:
    document = open_document(data)
    assert bytes_of(document) == data
    assert b"".join(document.original_chunks()) == data
    assert document.text == document.source.text


@pytest.mark.parametrize(("name", "data"), FILES)
def test_setting_one_field_changes_only_that_element(name: str, data: bytes) -> None:
    document = open_document(data)
    assert document.obstacle == ""
    prove_fields(document)


def prove_fields(document: Document) -> None:
    for address in fields(document):
        element = document.element(address)
        assert element is not None
        assert document.address_of(element) == address
        value, span, text = element.value, span_of(document, element), document.text
        for new in (value + " & <b>]]>", "“Ж” — \U0001f600", value[:-1]):
            edit = edits.set_value(document, address, new)
            if edit is None:
                assert new == value
                continue
            reversible(document, edit, keep=True)
            changed = document.element(address)
            assert changed is not None
            assert changed.value == new
            assert outside(text, document.text, span)
            document.apply(edit.inverse)


@pytest.mark.parametrize("name", [name for name, _ in FILES])
def test_the_encoding_and_the_line_ends_are_known(name: str) -> None:
    document = open_document(dict(FILES)[name])
    wanted = {"utf8-bom": "UTF-8", "windows-1251": "windows-1251", "utf16-be-bom": "UTF-16"}
    assert document.source.label == wanted.get(name, document.source.label)
    ends = {"crlf": "\r\n", "lone-cr": "\r", "mixed-ends": "\n"}
    assert document.source.newline == ends.get(name, "\n")


@needs_corpus
@pytest.mark.parametrize("path", wellformed_files(), ids=named)
def test_a_real_file_keeps_its_bytes(path: Path) -> None:
    data = path.read_bytes()
    document = open_document(data)
    assert bytes_of(document) == data
    if not document.obstacle:
        prove_real(document, data)


def prove_real(document: Document, data: bytes) -> None:
    for address in fields(document, 2):
        element = document.element(address)
        assert element is not None
        span, text = span_of(document, element), document.text
        edit = edits.set_value(document, address, element.value + "é")
        assert edit is not None
        document.apply(edit)
        assert outside(text, document.text, span)
        document.apply(edit.inverse)
        assert bytes_of(document) == data
        assert not document.edited

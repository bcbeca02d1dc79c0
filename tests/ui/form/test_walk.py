"""Every element and attribute of MODS 3.8, in every place, through the form alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from catalog_app.document.adding import Addition, additions
from catalog_app.document.address import Address
from catalog_app.document.draft import Draft
from catalog_app.document.edits import add
from catalog_app.document.template import nested
from catalog_app.schema.load import load
from catalog_app.schema.model import Element
from catalog_app.schema.search import walk
from catalog_app.ui.form.form import Form

from .conftest import RECORD, bytes_of, enter_value, focused

VERSION = "3.8"
ROOT = Address("record1")
SCHEMA = load("mods")
TOP = [element.name for element in SCHEMA.root(VERSION).children]


def under(name: str) -> list[Element]:
    """The elements of the schema that are, or are inside, a top-level one."""
    return [element for element in walk(SCHEMA, VERSION) if element.path[0] == name]


def offered(form: Form, element: Element) -> Addition:
    """The offer of the search box for an element at its very place."""
    path = "/".join(element.path)
    found = additions(form.session.document, ROOT, None, path, VERSION)
    return next(a for a in found if a.path == path)


@pytest.mark.parametrize("name", TOP)
def test_every_element_can_be_added_filled_and_taken_back(form: Form, name: str) -> None:
    before = bytes_of(form)
    elements = under(name)
    assert elements
    for element in elements:
        form.insert(offered(form, element))
        editor = focused()
        written = enter_value(editor, "7x")
        document = form.session.document
        place = _there(form, editor.address)
        assert place is not None, f"{element.path} was not written"
        assert written, f"{element.path} took no value"
        assert place.value == written, f"{element.path}: {place.value!r} stands, {written!r} shown"
        assert _path(editor.address)[: len(element.path)] == element.path
        form.session.undo_stack.setIndex(0)
        assert bytes_of(form) == before, f"undo of {element.path} left other bytes"
        assert not document.edited
        form._wishes.clear()
        form._refresh(False)
        assert form.refusals == []


@pytest.mark.parametrize("name", [*TOP, ""])
def test_every_attribute_can_be_set_and_taken_back(
    make_form: Callable[[bytes], Form], name: str
) -> None:
    form = make_form(RECORD.replace(b"<name ", b'<name ID="n1" '))  # something to point at
    elements = under(name) if name else [SCHEMA.root(VERSION)]
    for element in elements:
        address = _made(form, element)
        before = bytes_of(form)
        steps = form.session.undo_stack.index()
        for attribute in element.attributes:
            target = address.at(attribute.name)
            if form.session.document.element(address).get(attribute.name) is not None:
                continue
            form.insert(Addition(attribute.label, "", target, (), attribute))
            editor = focused()
            assert editor.address == str(target), f"{target} did not get the focus"
            written = enter_value(editor, "7")
            assert form.session.document.element(address).get(attribute.name) == written
            assert written, f"{target} took no value"
            form.session.undo_stack.setIndex(steps)
            assert bytes_of(form) == before, f"undo of {target} left other bytes"
        form.session.undo_stack.setIndex(0)
        form._unfolded.clear()
        form._refresh(False)
        assert form.refusals == []


def test_the_walk_covers_what_the_standard_has() -> None:
    every = [element for name in TOP for element in under(name)]
    attributes = sum(len(element.attributes) for element in [SCHEMA.root(VERSION), *every])
    assert len({element.name for element in every}) == 107
    assert (len(every), attributes) == (316, 2335)


def _made(form: Form, element: Element) -> Address:
    """An empty element at a place, made by an edit."""
    if not element.path:
        return ROOT
    from catalog_app.document.template import Want

    draft: Draft = nested(tuple(Want(name) for name in element.path), "")
    edit = add(form.session.document, ROOT, draft)
    form.session.perform(edit)
    address = edit.address
    for name in element.path[1:]:
        address = address.child(name)
    form.reveal(address, focus=False)
    QApplication.processEvents()
    return address


def _there(form: Form, text: str) -> object:
    from catalog_app.document.address import parse_address

    return form.session.document.element(parse_address(text))


def _path(text: str) -> tuple[str, ...]:
    from catalog_app.document.address import parse_address

    return parse_address(text).path

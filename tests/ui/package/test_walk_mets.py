"""Every element and attribute of METS 1.12.1, in every place, through the form alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from catalog_app.document.adding import Addition, additions
from catalog_app.document.address import Address, parse_address
from catalog_app.document.edits import add, remove
from catalog_app.document.package_drafts import section_draft
from catalog_app.schema.load import load
from catalog_app.schema.model import Element
from catalog_app.schema.order import has_room
from catalog_app.schema.search import walk
from catalog_app.ui.form.form import Form
from tests.ui.form.conftest import bytes_of, enter_value, focused
from tests.ui.package.conftest import PACKAGE

VERSION = "1.12.1"
SCHEMA = load("mets")
ROOT = SCHEMA.root(VERSION)
TOP = [element.name for element in ROOT.children]
#: Something of each kind that can be pointed at.
WITH_BEHAVIOR = PACKAGE.replace(
    b"<behaviorSec/>", b'<behaviorSec><behavior ID="b1" STRUCTID="div1"/></behaviorSec>'
)
EVERY = list(walk(SCHEMA, VERSION))


def under(name: str) -> list[Element]:
    """The elements of the schema that are, or are inside, a section."""
    return [element for element in EVERY if element.path[0] == name]


def made(form: Form, path: tuple[str, ...]) -> Address:
    """An element at a place, its first one or made with what it requires."""
    document, address = form.session.document, Address("package1")
    for depth, name in enumerate(path, 1):
        there = address.child(name)
        if document.element(there) is None:
            known = SCHEMA.element(path[:depth], VERSION)
            form.session.perform(add(document, address, section_draft(document, known)))
        address = there
    return address


def make_room(form: Form, parent: Address, name: str) -> None:
    """Take away what may not stand beside a new element of a name, so that it can be added."""
    document, known = form.session.document, SCHEMA.element(parent.path, VERSION)
    element = document.element(parent)
    there = [child.name[1] for child in element.children()]
    for other in dict.fromkeys(there):
        if not has_room(known, {other: there.count(other)}, name):
            for _ in range(there.count(other)):
                assert form.session.perform(remove(document, parent.child(other)))


def values_of(element: Element) -> str:
    return "7" if element.kind in ("positive", "integer", "int", "long") else "x7"


@pytest.mark.parametrize("name", TOP)
def test_every_element_can_be_added_filled_removed_and_taken_back(
    make_form: Callable[..., Form], name: str
) -> None:
    form = make_form(root=name)
    start = bytes_of(form)
    for element in under(name):
        parent = made(form, element.path[:-1])
        make_room(form, parent, element.name)
        package = Address("package1")
        form.show_root(package.child(name) if parent.steps else package)
        before, steps = bytes_of(form), form.session.undo_stack.index()
        document = form.session.document
        root, path = form.root, "/".join(element.path)
        found = additions(document, root, parent, element.name, VERSION)
        form.insert(next(a for a in found if a.path == path and a.parent == parent))
        assert form.session.undo_stack.index() == steps + 1, f"{path} was not added"
        QApplication.processEvents()
        place = form.session.place.element
        if element.content == "value":
            editor = focused()
            written = enter_value(editor, values_of(element))
            there = document.element(parse_address(editor.address))
            assert there is not None
            assert there.value == written, f"{path}: {there.value!r}"
        if element.name == "xmlData":  # Holds another standard's elements, and no field of its own.
            place = Address("package1").child(name)
            assert b"xmlData" in bytes_of(form).replace(before, b"")
        else:
            shown = place.path[: len(element.path)]
            assert shown == element.path, f"{path}: the focus is at {place}"
        form.session.undo_stack.setIndex(steps)
        assert bytes_of(form) == before, f"undo of {path} left other bytes"
        form.session.undo_stack.setIndex(0)
        form._unfolded.clear()
        assert form.refusals == []
    assert bytes_of(form) == start


@pytest.mark.parametrize("name", [*TOP, ""])
def test_every_attribute_can_be_set_emptied_and_taken_back(
    make_form: Callable[..., Form], name: str
) -> None:
    plain = name == "behaviorSec"
    form = make_form(PACKAGE if plain else WITH_BEHAVIOR, root=name or "metsHdr")
    for element in under(name) if name else [ROOT]:
        address = made(form, element.path)
        root = Address("package1", address.steps[:1])
        form.show_root(root)
        before, steps = bytes_of(form), form.session.undo_stack.index()
        for attribute in element.attributes:
            target = address.at(attribute.name)
            if (form.session.document.element(address).get(attribute.name) or "") != "":
                continue
            form.insert(Addition(attribute.label, "", target, (), attribute))
            editor = focused()
            assert editor.address == str(target), f"{target} did not get the focus"
            number = attribute.kind in ("positive", "integer", "int", "long")
            written = enter_value(editor, "7" if number else "x7")
            assert written, f"{target} took no value"
            assert form.session.document.element(address).get(attribute.name) == written
            form.session.undo_stack.setIndex(steps)
            assert bytes_of(form) == before, f"undo of {target} left other bytes"
        form.session.undo_stack.setIndex(0)
        form._unfolded.clear()
        form._refresh(False)
        assert form.refusals == []
        QApplication.processEvents()


def test_the_walk_covers_what_the_standard_has() -> None:
    names = {element.name for element in EVERY}
    attributes = sum(len(element.attributes) for element in [ROOT, *EVERY])
    assert len(names) == 39
    assert (len(EVERY), attributes) == (69, 454)

"""A state machine: any edits in any order, undone, redone, saved and opened again."""

from __future__ import annotations

import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.element import Element
from catalog_app.lossless.save import save
from catalog_app.lossless.wellformed import parse_document
from tests.document.reversible import bytes_of
from tests.document.shapes import EDITABLE, encoded

SHAPES = {**EDITABLE, **encoded()}
TEXTS = st.one_of(
    st.text("ab]>&<;#x '\"\n\t\r", max_size=8),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="￾￿"), max_size=5),
    st.sampled_from(["]]>", "&amp;", "<![CDATA[", "O‘zbekiston", "Вода", "\U0001f600", ""]),
)
NAMES = st.sampled_from(["titleInfo", "title", "name", "namePart", "subject", "topic", "note"])
ATTRIBUTES = st.sampled_from(["type", "lang", "xlink:href", "xml:lang", "authority"])


def addresses(document: Document) -> list[Address]:
    """Every element of the records, a few hundred at most."""
    found: list[Address] = []
    for anchor in document.records():
        root = document.anchored(anchor)
        stack = list(root.children())
        while stack and len(found) < 200:
            element = stack.pop(0)
            stack += list(element.children())
            found.append(document.address_of(element))
    return found


class Sessions(RuleBasedStateMachine):
    """One document, its undo stack, and what the model says its last value is."""

    @initialize(name=st.sampled_from(sorted(SHAPES)))
    def open(self, name: str) -> None:
        self.original = SHAPES[name]
        self.document = open_document(self.original)
        self.done: list[tuple[Edit, bytes]] = []
        self.undone: list[tuple[Edit, bytes]] = []

    def perform(self, edit: Edit | None) -> bool:
        """Apply an edit; False if it was refused, and then nothing may have happened."""
        if edit is None:
            return False
        before = bytes_of(self.document)
        try:
            self.document.apply(edit)
        except EditError:
            assert bytes_of(self.document) == before
            return False
        self.done.append((edit, before))
        self.undone.clear()
        return True

    def pick(self, data: st.DataObject) -> Address:
        found = addresses(self.document)
        assume(found)
        return data.draw(st.sampled_from(found))

    def at(self, address: Address) -> Element:
        element = self.document.element(address)
        assert element is not None
        return element

    @rule(data=st.data(), value=TEXTS)
    def edit(self, data: st.DataObject, value: str) -> None:
        address = self.pick(data)
        assume(not self.at(address).has_elements)
        try:
            edit = edits.set_value(self.document, address, value)
        except EditError:
            assert any(ord(c) < 32 and c not in "\t\n\r" for c in value)
            return
        assert edit is None or self.perform(edit)
        assert self.at(address).value == value

    @rule(data=st.data(), name=ATTRIBUTES, value=TEXTS)
    def attribute(self, data: st.DataObject, name: str, value: str) -> None:
        address = self.pick(data).at(name)
        try:
            edit = edits.set_attribute(self.document, address, value)
        except EditError:
            assert any(ord(c) < 32 and c not in "\t\n\r" for c in value)
            return
        assert edit is None or self.perform(edit)
        assert self.at(address.element).get(name) == value

    @rule(data=st.data(), name=ATTRIBUTES)
    def strip(self, data: st.DataObject, name: str) -> None:
        address = self.pick(data)
        self.perform(edits.remove_attribute(self.document, address.at(name)))
        assert self.at(address).get(name) is None

    @rule(data=st.data(), name=NAMES, value=TEXTS)
    def add(self, data: st.DataObject, name: str, value: str) -> None:
        parent = self.pick(data)
        try:
            edit = edits.add(self.document, parent, Draft(name, (("type", "x"),), value))
        except EditError:
            return
        if self.perform(edit):
            assert edit is not None
            assert edit.address is not None
            assert self.at(edit.address).value == value

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        address = self.pick(data)
        number = len(list(self.at(address).parent.children()))  # type: ignore[union-attr]
        edit = edits.remove(self.document, address)
        assert edit is not None
        assert edit.address is not None
        assert self.perform(edit)
        parent = self.document.element(edit.address)
        assert parent is None or len(list(parent.children())) == number - 1

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        address = self.pick(data)
        value = self.at(address).value
        edit = edits.duplicate(self.document, address)
        assert self.perform(edit)
        assert edit is not None
        assert edit.address is not None
        assert self.at(edit.address).value == value

    @rule(data=st.data(), by=st.sampled_from([-1, 1]))
    def move(self, data: st.DataObject, by: int) -> None:
        address = self.pick(data)
        raw = self.at(address).raw
        edit = edits.move(self.document, address, by)
        if edit is not None:
            assert edit.address is not None
            self.perform(edit)
            assert self.at(edit.address).raw == raw

    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        address = self.pick(data)
        self.perform(edits.rename(self.document, address, data.draw(NAMES)))

    @rule(
        data=st.data(), junk=st.sampled_from(["", "<", "</x>", "<x/>", "&q;", "<!-- c -->", "]]>"])
    )
    def retype(self, data: st.DataObject, junk: str) -> None:
        address = self.pick(data)
        xml = self.at(address).raw.decode()
        at = data.draw(st.integers(0, len(xml)))
        self.perform(edits.replace_xml(self.document, address, xml[:at] + junk + xml[at:]))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        edit, before = self.done.pop()
        after = bytes_of(self.document)
        self.document.apply(edit.inverse)
        assert bytes_of(self.document) == before
        self.undone.append((edit, after))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        edit, after = self.undone.pop()
        before = bytes_of(self.document)
        self.document.apply(edit)
        assert bytes_of(self.document) == after
        self.done.append((edit, before))

    @rule()
    def save_and_open_again(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "record.xml")
            path.write_bytes(self.original)
            self.document.verify()
            save(path, self.document.chunks, seen=self.document.original_chunks)
            again = open_document(path.read_bytes())
        assert bytes_of(again) == bytes_of(self.document)
        assert again.text == self.document.text
        assert [str(a) for a in addresses(again)] == [str(a) for a in addresses(self.document)]
        assert [str(a) for a in addresses(again)] == [
            str(again.address_of(again.element(a)))
            for a in addresses(again)  # type: ignore[arg-type]
        ]

    @invariant()
    def well_formed(self) -> None:
        if hasattr(self, "document"):
            parse_document(self.document.text)
            assert self.document.edited == (self.document.text != self.document.source.text)

    def teardown(self) -> None:
        if hasattr(self, "document"):
            while self.done:
                self.undo()
            assert bytes_of(self.document) == self.original
            assert not self.document.edited


Sessions.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
TestAnySessionCanBeUndone = Sessions.TestCase

"""Any keys in any order: what is typed arrives, what is shown is what is there."""

from __future__ import annotations

import os
import random
import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from catalog_app import paths
from catalog_app.document.address import Address, parse_address
from catalog_app.document.template_files import templates
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.editors.code import CodeEditor
from catalog_app.ui.form.editors.identifier import IdEditor
from catalog_app.ui.form.editors.markup import MarkupEditor
from catalog_app.ui.form.editors.reference import ReferenceEditor
from tests.stories.hands import Hands
from tests.stories.test_at_work import written
from tests.ui.shell.conftest import Open

# A long walk: CATALOG_STEPS=200 CATALOG_SEEDS=100.
STEPS = int(os.environ.get("CATALOG_STEPS", "60"))
EXPORTS = ["eprint_export.xml", "eprints_oai_response.xml", "letters_package.xml"]
SEEDS = range(int(os.environ.get("CATALOG_SEEDS", "6")))
ADDED = ["name", "person", "title", "topic", "note", "245", "role", "part", "identifier", "date",
         "related", "place", "abstract", "cartographics", "publisher", "lang", "genre"]  # fmt: skip
WORDS = ["Anna", "12", "a & b", "x<y", "1999", "Тошкент", "ab"]


class Walk:
    """One walk of random keys, with what was done for the message of a failure."""

    def __init__(self, hands: Hands, seed: int, more: tuple[str, ...] = ()) -> None:
        self.hands, self.random, self.more = hands, random.Random(seed), more
        self.done: list[str] = []

    def step(self) -> None:
        """Do one thing, and look."""
        kinds = [self._type] * 5 + [self._tab] * 5 + [self._add] * 2 + [self._keys] * 3
        self.random.choice(kinds)()
        QApplication.processEvents()
        self.look()

    def press(self, *keys: str) -> None:
        self.done += keys
        self.hands.press(*keys)

    def _tab(self) -> None:
        self.press(
            *[self.random.choice(["Tab", "Tab", "Tab", "Shift+Tab"])] * self.random.randint(1, 6)
        )

    def _add(self) -> None:
        query = self.random.choice(ADDED)
        self.done.append(f"add {query}")
        self.hands.add(query, self.random.choice([0, 0, 1, 2]))

    def _keys(self) -> None:
        once = ["Alt+Up", "Alt+Down", "Ctrl+D", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Alt+Return"]
        self.press(self.random.choice([*once, "Ctrl+Del", "Ctrl+2", "Ctrl+Z", *self.more]))

    def _type(self) -> None:
        focus = self.hands.focus
        editor = editor_of(focus)
        if editor is None or type(focus) not in _typed_in(focus):
            return
        word = self.random.choice(WORDS)
        # What is typed behind "Abkhazian — abk" goes on with the code.
        before = text_in(focus).rpartition(" — ")[2] if _is_code(editor) else text_in(focus)
        self.done.append(f"type {word} at {self.hands.at}")
        self.hands.press("Ctrl+End" if isinstance(focus, QPlainTextEdit) else "End")
        self.hands.type(word)
        assert self.hands.focus is focus, (self.done[-8:], self.hands.at)
        if isinstance(editor, MarkupEditor):  # its last words stand in front of the last tags
            assert word in text_in(focus), self.done[-8:]
            assert word in self._words_at(parse_address(self.hands.at)), self.done[-8:]
            return
        assert text_in(focus).endswith(before.rpartition(" — ")[2] + word), self.done[-8:]
        if isinstance(editor, (IdEditor, ReferenceEditor)):  # nothing half of one is written
            self.press("Return")
        QApplication.processEvents()
        self._arrived(editor)

    def _words_at(self, address: Address) -> str:
        element = self.hands.window.session.document.element(address)
        return unescape(re.sub(r"<[^>]*>", "", element.raw.decode()))

    def _arrived(self, editor: Editor) -> None:
        document = self.hands.window.session.document
        address = parse_address(self.hands.at)
        element = document.element(address.element)
        assert element is not None, (self.done[-8:], str(address))
        there = element.get(address.attribute) if address.attribute else element.value
        if isinstance(editor, (IdEditor, ReferenceEditor)):
            there = there or ""  # what can be none is not written at all
        assert there == editor.value(), (
            self.done[-8:],
            there,
            editor.value(),
        )

    def look(self) -> None:
        """What must be so after every step."""
        window = self.hands.window
        document = window.session.document
        focus = QApplication.focusWidget()
        assert focus is not None, self.done[-8:]
        assert focus.isVisible(), self.done[-8:]
        if not window.desk.form.isVisible():
            return
        for view in window.desk.form.column.views:
            where = view.geometry()
            for row in view.rows:
                for field, editor in zip(row.editable, row.editors, strict=True):
                    if field.kind not in ("value", "attribute"):
                        continue
                    element = document.element(field.address.element)
                    at = field.address.attribute
                    there = (element.get(at) if at else element.value) if element else ""
                    there = "" if field.missing else there
                    assert editor.value() == (there or ""), (self.done[-8:], str(field.address))
                    assert editor.input.objectName() == str(field.address), self.done[-8:]
                    assert editor.isVisibleTo(view), (self.done[-8:], str(field.address))
            assert where.height() >= view.height_for(where.width()) - 1, self.done[-8:]
        visible = sorted(
            (v.geometry() for v in window.desk.form.column.views), key=lambda g: g.top()
        )
        for one, other in pairwise(visible):
            assert not one.intersects(other), self.done[-8:]


def editor_of(widget: QWidget | None) -> Editor | None:
    """The editor of the form that a widget belongs to."""
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def _typed_in(focus: QWidget) -> tuple[type, ...]:
    plain = isinstance(focus, (QLineEdit, QPlainTextEdit)) and not focus.isReadOnly()
    return (type(focus),) if plain else ()


def _is_code(editor: Editor) -> bool:
    return isinstance(editor, CodeEditor)


def text_in(focus: QWidget) -> str:
    return focus.text() if isinstance(focus, QLineEdit) else focus.toPlainText()


@pytest.mark.parametrize("seed", SEEDS)
def test_any_keys_in_any_order_lose_nothing(
    qtbot: QtBot, opened: Open, tmp_path: Path, seed: int
) -> None:
    hands = Hands(opened())
    walk = Walk(hands, seed)
    walk.press("Ctrl+N", "Ctrl+T")
    hands.choose(walk.random.choice([t.title for t in templates() if not t.measure]))
    for _ in range(STEPS):
        walk.step()
    assert b"<titleInfo" not in undone(walk)


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("seed", SEEDS[: max(1, len(SEEDS) // 3)])
def test_any_keys_in_an_export_are_undone_to_its_bytes(
    qtbot: QtBot, opened: Open, tmp_path: Path, name: str, seed: int
) -> None:
    original = (paths.resources() / "examples" / name).read_bytes()
    file = tmp_path / name
    file.write_bytes(original)
    hands = Hands(opened(file))
    walk = Walk(hands, seed, ("F8", "F8", "Ctrl+.", "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+1"))
    walk.press("Ctrl+2")
    for _ in range(STEPS):
        walk.step()
        if hands.focus.inherits("QTreeView"):
            walk.press(walk.random.choice(["Down", "Up"]), "Return", "Ctrl+2")
    assert undone(walk) == original


def undone(walk: Walk) -> bytes:
    """The bytes after everything has been undone; done again, it is what it was."""
    hands = walk.hands
    stack = hands.window.session.undo_stack
    after, steps = written(hands), stack.index()
    etree.fromstring(after)
    for _ in range(steps):
        stack.undo()
    begun = written(hands)
    for _ in range(steps):
        stack.redo()
    assert written(hands) == after, walk.done[-8:]
    return begun

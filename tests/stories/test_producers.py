"""Packages of every producer in the real window: all sections looked at, one thing edited in each.

The table of what was looked at and edited is printed (`pytest -s`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address, parse_address
from catalog_app.document.foreign import description_in
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.outline.model import ENTRY
from catalog_app.ui.xml.pane import XmlPane
from tests.stories.producers import DESCRIPTION, KINDS, PLACES, TITLE, Place, content
from tests.ui.form.conftest import focused
from tests.ui.shell.conftest import Open, settle

_FIRST = 8
_FOREIGN = rb"<(?:[\w.-]+:)?xmlData>\s*<([\w.-]+:)[^>]*>(?:\s|<(?!/)[^>]*[^/]>)*([^<>\s][^<>]*)"


@pytest.fixture(params=KINDS)
def package(request: pytest.FixtureRequest, opened: Open, tmp_path: Path) -> MainWindow:
    data = content(request.param)
    if data is None:
        pytest.skip("the corpus is not beside the project")
    path = tmp_path / "mets.xml"
    path.write_bytes(data)
    window = opened(path)
    window.desk.begin()
    window.setProperty("kind", request.param)
    return window


def bytes_of(window: MainWindow) -> bytes:
    return b"".join(window.session.document.chunks())


def rows(
    window: MainWindow, qtbot: QtBot, above: QModelIndex | None = None
) -> Iterator[QModelIndex]:
    """Every row of the outline from the top, those inside sections included.

    Of very many that are alike, the first and the last are enough.
    """
    tree = window.desk.outline.tree
    model = tree.model()
    above = above or QModelIndex()
    count = model.rowCount(above)
    for row in sorted({*range(min(count, _FIRST)), *range(max(count - _FIRST, 0), count)}):
        index = model.index(row, 0, above)
        yield index
        if model.hasChildren(index):
            tree.expand(index)
            qtbot.waitUntil(lambda index=index: model.rowCount(index) > 0)
            yield from rows(window, qtbot, index)


def test_every_row_of_the_outline_opens(package: MainWindow, qtbot: QtBot) -> None:
    before = bytes_of(package)
    refused: list[str] = []
    package.session.refused.connect(refused.append)
    desk, seen = package.desk, Counter[str]()
    settle(qtbot, package)
    for index in rows(package, qtbot):
        entry = index.data(ENTRY)
        desk.outline.tree.setCurrentIndex(index)
        QApplication.processEvents()
        assert index.data(), entry
        if entry.address is None or entry.kind in ("records", "group", "block"):
            continue
        seen[entry.kind] += 1
        place = package.session.place
        assert place is not None
        own = (entry.address, *entry.covers)
        assert any(a.contains(place) for a in own) or place.part.startswith("record"), entry
        assert desk.form.root == desk.form._section(place) or desk.form.root.part == place.part
        section = place.part.startswith("package") and place.steps[:1]
        if section and section[0].name == "fileSec":
            assert desk.sections.files.isVisible()
        elif section and section[0].name == "structMap":
            assert desk.sections.structure.isVisible()
        else:
            assert desk.form._cards, (entry, place)
    assert not refused
    assert bytes_of(package) == before
    assert not package.session.undo_stack.count()
    print(f"\n{package.property('kind')}: {dict(seen)}")


def type_at(window: MainWindow, place: Address, qtbot: QtBot) -> None:
    """Go to a field of the form and type one letter at its end."""
    window.session.go_to(place.element, origin=window.desk.outline)
    qtbot.waitUntil(lambda: window.desk.form.reveal(place))
    editor = focused()
    QTest.keyClick(editor.input, Qt.Key.Key_End)
    QTest.keyClicks(editor.input, "x")
    window.session.end_typing()


def places(window: MainWindow, data: bytes) -> Iterator[Place]:
    """The places to edit that a package has, one in each kind of section."""
    yield from (place for place in PLACES if place.there(data))
    document = window.session.document
    if re.search(TITLE, data, re.DOTALL) and document.element(
        parse_address("record1/titleInfo/title")
    ):
        yield Place("MODS", "record1/titleInfo/title", b"(?s:" + TITLE + b")")
    found = re.search(DESCRIPTION, data)
    if found:
        section = data[: found.start()].count(b"<mets:dmdSec ")
        described = description_in(document, Address("package1").child("dmdSec", section))
        element = document.element(described) if described else None
        if element is not None and described is not None:
            first = document.address_of(next(iter(element.children())))
            yield Place("Dublin Core", str(first), DESCRIPTION)


def test_one_thing_in_each_kind_of_section_changes_only_its_bytes(
    package: MainWindow, qtbot: QtBot
) -> None:
    data = bytes_of(package)
    session, path = package.session, package.session.path
    expected, kinds = data, []
    settle(qtbot, package)
    for place in places(package, data):
        expected = place.after(expected, b"x")
        type_at(package, parse_address(place.address), qtbot)
        assert bytes_of(package) == expected, place
        kinds.append(place.kind)
    session.save()
    assert path.read_bytes() == expected
    for _ in range(session.undo_stack.count()):
        session.undo_stack.undo()
    assert bytes_of(package) == data
    session.save()
    assert path.read_bytes() == data
    assert len(kinds) > 4
    print(f"\n{package.property('kind')}: edited {', '.join(kinds)}")


def test_foreign_xml_is_read_as_a_tree_and_edited_as_xml(package: MainWindow, qtbot: QtBot) -> None:
    data = bytes_of(package)
    found = next(
        (
            match
            for match in re.finditer(_FOREIGN, data)
            if not match[1].startswith((b"mods", b"dc", b"oai", b"METS", b"mets"))
        ),
        None,
    )
    if found is None:
        pytest.skip("this producer wraps nothing but MODS and Dublin Core")
    desk = package.desk
    value = found[2].strip()
    text = data.decode()
    at = len(data[: found.start(2)].decode())
    section, name = _section_at(data, found.start(2))
    package.session.go_to(section)
    settle(qtbot, package)
    shown = [row.value for card in desk.form._cards for row in card.fields]
    assert any(value.decode() in " ".join(words.split()) for words in shown), (value, shown)
    desk.go_xml()
    pane = package.findChild(XmlPane)
    qtbot.waitUntil(lambda: pane.root is not None and pane.root.contains(section))
    assert text.count(pane.text.spelled.text) == 1
    start = text.index(pane.text.spelled.text)
    cursor = pane.text.textCursor()
    cursor.setPosition(len(text[start:at].replace("\r\n", "\n")))
    pane.text.setTextCursor(cursor)
    QTest.keyClicks(pane.text, "x")
    pane.take()
    expected = data[: found.start(2)] + b"x" + data[found.start(2) :]
    assert bytes_of(package) == expected
    package.session.undo_stack.undo()
    assert bytes_of(package) == data
    print(f"\n{package.property('kind')}: {name} edited as XML")


def _section_at(data: bytes, offset: int) -> tuple[Address, str]:
    """The innermost section of metadata around an offset, counted in the bytes."""
    opened = [*re.finditer(rb"<(?:[\w.-]+:)?(dmdSec|amdSec)[\s>]", data[:offset])]
    outer = opened[-1][1].decode()
    place = Address("package1").child(outer, sum(m[1].decode() == outer for m in opened))
    inner = [
        *re.finditer(rb"<(?:[\w.-]+:)?((?:tech|rights|source|digiprov)MD)[\s>]", data[:offset])
    ]
    inner = [match for match in inner if match.start() > opened[-1].start()]
    if inner:
        name = inner[-1][1].decode()
        place = place.child(name, sum(m[1].decode() == name for m in inner))
    return place, place.name

"""A form on a small record, and hands to type in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.session.session import Session
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.editors.identifier import IdEditor
from catalog_app.ui.form.editors.reference import ReferenceEditor
from catalog_app.ui.form.form import Form

RECORD = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo>
    <title>A title</title>
  </titleInfo>
  <name type="personal">
    <namePart type="given">Anna</namePart>
    <namePart type="family">Karimova</namePart>
  </name>
</mods>
"""


@pytest.fixture
def make_form(qtbot: object) -> Iterator[Callable[[bytes], Form]]:
    """Open a form on a record's bytes."""
    made: list[Form] = []

    def make(data: bytes = RECORD) -> Form:
        session = Session(open_document(data))
        form = Form(session, None, None)
        qtbot.addWidget(form)
        session.setParent(form)
        form.refusals = []
        session.refused.connect(form.refusals.append)
        form.resize(700, 800)
        form.show()
        form.show_root(Address("record1"))
        made.append(form)
        return form

    yield make
    for form in made:
        form.hide()


@pytest.fixture
def form(make_form: Callable[[bytes], Form]) -> Form:
    """A form on the small record."""
    return make_form()


def bytes_of(form: Form) -> bytes:
    """What a save would write."""
    return b"".join(form.session.document.chunks())


def editor_of(widget: QWidget | None) -> Editor | None:
    """The editor that holds a widget."""
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def focused() -> Editor:
    """The editor in focus."""
    QApplication.processEvents()
    editor = editor_of(QApplication.focusWidget())
    assert editor is not None, f"the focus is in {QApplication.focusWidget()}"
    return editor


def enter_value(editor: Editor, text: str) -> str:
    """Give an editor a value by its own keys; returns the value that it shows then."""
    field = editor.input
    if isinstance(field, QCheckBox):
        QTest.keyClick(field, Qt.Key.Key_Space)
    elif isinstance(field, QComboBox):
        QTest.keyClick(field, Qt.Key.Key_Down)
    elif isinstance(editor, ReferenceEditor):
        QTest.keyClick(field, Qt.Key.Key_Down)
        end = time.monotonic() + 60
        while not editor.is_offering and time.monotonic() < end:
            QApplication.processEvents()  # it looks through the file a few milliseconds at a time
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
    elif isinstance(editor, IdEditor):
        QTest.keyClicks(field, text if text[0].isalpha() else f"x{text}")
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        QTest.keyClicks(field, text)
    return editor.value()

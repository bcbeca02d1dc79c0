"""Metadata that is written as Base64, in the real window: named, read, saved and replaced."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from catalog_app.document.address import Address
from catalog_app.ui.form.editors.data import DataEditor
from tests.document.test_embedded import MARC
from tests.ui.package.test_groups import opened_desk
from tests.ui.shell.conftest import Open

SECTION = Address("package1").child("dmdSec")
WRAPPED = b"""<mets xmlns="http://www.loc.gov/METS/">
  <dmdSec ID="d1"><mdWrap MDTYPE="MARC"><binData>%s</binData></mdWrap></dmdSec>
  <structMap><div/></structMap>
</mets>
"""


def editor(opened: Open, tmp_path: Path, data: bytes) -> tuple[object, DataEditor]:
    desk = opened_desk(opened, tmp_path, WRAPPED % b64encode(data))
    desk.session.go_to(SECTION)
    QApplication.processEvents()
    assert desk.form.reveal(SECTION.child("mdWrap").child("binData"))
    return desk, next(iter(desk.form.findChildren(DataEditor)))


def test_a_marc_record_is_named_and_read(opened: Open, tmp_path: Path) -> None:
    _, shown = editor(opened, tmp_path, MARC)
    text = shown.input.toPlainText()
    assert text.startswith(f"MARC record, {len(MARC)} bytes")
    assert "A house by the sea" in text
    assert shown.value() == b64encode(MARC).decode()


def test_it_is_saved_to_a_file_and_replaced_from_one(opened: Open, tmp_path: Path) -> None:
    desk, shown = editor(opened, tmp_path, MARC)
    before = desk.session.document.text
    QTest.mouseClick(shown.saver, Qt.MouseButton.LeftButton)
    dialog = desk.window().findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.findChild(QLineEdit).setText(str(tmp_path / "old.mrc"))
    dialog.accept()
    assert (tmp_path / "old.mrc").read_bytes() == MARC
    (tmp_path / "new.txt").write_text("Заметка", "utf-8")
    shown.take([tmp_path / "new.txt"])
    QApplication.processEvents()
    wanted = b64encode("Заметка".encode())
    assert desk.session.document.text == WRAPPED % wanted
    after = next(iter(desk.form.findChildren(DataEditor)))
    assert after.input.toPlainText() == "Text, 14 bytes\nЗаметка"
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before
    assert after.input.toPlainText().startswith("MARC record")


def test_what_cannot_be_read_is_not_shown_as_text(opened: Open, tmp_path: Path) -> None:
    _, shown = editor(opened, tmp_path, b"%PDF-1.4\n" + bytes(5000))
    assert shown.input.toPlainText() == "PDF document, 5,009 bytes"
    QTest.keyClicks(shown.input, "typed")
    assert shown.input.toPlainText() == "PDF document, 5,009 bytes"

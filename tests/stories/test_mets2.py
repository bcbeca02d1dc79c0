"""A package in METS 2: it is shown, says why it is not edited, and gives its records away."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from catalog_app import cli
from catalog_app.document.address import parse_address
from catalog_app.ui.main_window import MainWindow
from catalog_app.ui.outline.model import ENTRY
from tests.real_files import SHARED
from tests.stories.conftest import Verdict
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open, settle

METS2 = """<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/v2" OBJID="letters-7" LABEL="Letters">
  <metsHdr CREATEDATE="2026-01-01T00:00:00Z">
    <agent ROLE="CREATOR" TYPE="ORGANIZATION"><name>Archive</name></agent>
  </metsHdr>
  <mdSec>
    <mdGrp USE="DESCRIPTIVE">
      <md ID="md1">
        <mdWrap MDTYPE="MODS">
          <xmlData>
            <mods:mods xmlns:mods="http://www.loc.gov/mods/v3" version="3.8">
              <mods:titleInfo><mods:title>Letters &amp; answers</mods:title></mods:titleInfo>
              <mods:name type="personal"><mods:namePart>Назарова, Феруза</mods:namePart></mods:name>
            </mods:mods>
          </xmlData>
        </mdWrap>
      </md>
      <md ID="md2">
        <mdWrap MDTYPE="MODS">
          <xmlData>
            <m:mods xmlns:m="http://www.loc.gov/mods/v3" version="3.8">
              <m:titleInfo><m:title>Second bundle</m:title></m:titleInfo>
            </m:mods>
          </xmlData>
        </mdWrap>
      </md>
    </mdGrp>
    <mdGrp USE="TECHNICAL">
      <md ID="md3">
        <mdWrap MDTYPE="PREMIS">
          <xmlData>
            <premis:object xmlns:premis="http://www.loc.gov/premis/v3">
              <premis:originalName>letter1.tif</premis:originalName>
            </premis:object>
          </xmlData>
        </mdWrap>
      </md>
    </mdGrp>
  </mdSec>
  <fileSec>
    <fileGrp USE="master">
      <file ID="f1" MIMETYPE="image/tiff" MDID="md3">
        <FLocat LOCTYPE="URL" LOCREF="letter1.tif"/>
      </file>
    </fileGrp>
  </fileSec>
  <structSec>
    <structMap TYPE="logical">
      <div TYPE="letter" MDID="md1"><fptr FILEID="f1"/></div>
    </structMap>
  </structSec>
</mets>
"""


@pytest.fixture
def package(opened: Open, tmp_path: Path) -> MainWindow:
    path = tmp_path / "mets2.xml"
    path.write_text(METS2, encoding="utf-8")
    window = opened(path)
    window.desk.begin()
    return window


def test_the_file_of_this_story_is_valid_mets_2() -> None:
    schema = SHARED / "schemas" / "mets-2-0.xsd"
    if not schema.is_file():
        pytest.skip("the official schemas are not here")
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.fromstring(METS2.encode()))


def test_it_opens_says_why_it_is_only_shown_and_every_section_can_be_looked_at(
    package: MainWindow, qtbot: QtBot
) -> None:
    refused: list[str] = []
    package.session.refused.connect(refused.append)
    assert "METS 2" in package.desk.bar.text
    assert package.session.read_only
    tree = package.desk.outline.tree
    tree.expandAll()
    model = tree.model()
    index, seen = model.index(0, 0), []
    while index.isValid():
        tree.setCurrentIndex(index)
        QApplication.processEvents()
        entry = index.data(ENTRY)
        seen.append(str(index.data()))
        if entry.address is not None and entry.kind != "records":
            assert package.desk.form._cards, entry
        index = tree.indexBelow(index)
    assert "Letters & answers" in seen
    assert "Second bundle" in seen
    assert not refused
    settle(qtbot, package)
    assert not package.desk.findings.counts(parse_address("package1"))[0]
    assert package.desk.findings.items
    assert not any(finding.fixes for finding in package.desk.findings.items)


def test_a_key_in_a_field_changes_nothing(package: MainWindow) -> None:
    form = package.desk.form
    assert form.reveal(parse_address("record1/titleInfo/title"))
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()
    QTest.keyClicks(line, "x")
    assert package.session.document.text == METS2.encode()


def test_a_record_of_it_is_written_as_a_valid_file_by_keys(
    package: MainWindow, tmp_path: Path, official: Verdict
) -> None:
    hands = Hands(package)
    package.session.go_to(parse_address("record2/titleInfo/title"))
    hands.press("Alt+R")
    hands.choose("Save the record as…")
    dialog = package.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "second.xml"
    dialog.findChild(QLineEdit).setText(str(target))
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert target.is_file()
    assert "Second bundle" in target.read_text(encoding="utf-8")
    assert not official(target)
    assert (tmp_path / "mets2.xml").read_text(encoding="utf-8") == METS2


def test_the_command_line_writes_its_records(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], official: Verdict
) -> None:
    path, folder = tmp_path / "mets2.xml", tmp_path / "out"
    path.write_text(METS2, encoding="utf-8")
    assert cli.main(["export", str(path), "-o", str(folder)]) == 0
    written = sorted(folder.iterdir())
    assert [file.name for file in written] == ["mets2-1.xml", "mets2-2.xml"]
    for file in written:
        assert not official(file)
    assert "Letters &amp; answers" in written[0].read_text(encoding="utf-8")
    capfdbinary.readouterr()
    assert cli.main(["export", str(path), "--record", "2", "--format", "dc"]) == 0
    assert b"Second bundle" in capfdbinary.readouterr().out


def test_the_command_line_says_what_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = tmp_path / "mets2.xml", tmp_path / "out"
    path.write_text(METS2, encoding="utf-8")
    assert cli.main(["export", str(path)]) == 2
    assert "2 records" in capsys.readouterr().err
    assert cli.main(["export", str(path), "--record", "3"]) == 3
    assert cli.main(["export", str(path), "-o", str(folder)]) == 0
    assert cli.main(["export", str(path), "-o", str(folder)]) == 2
    assert "stays as it is" in capsys.readouterr().err
    assert cli.main(["set", str(path), "record1/titleInfo/title=x"]) == 2
    assert path.read_text(encoding="utf-8") == METS2


def test_nothing_in_the_form_offers_to_change_what_is_only_shown(package: MainWindow) -> None:
    form = package.desk.form
    for place in ("record1", "package1"):
        package.session.go_to(parse_address(place))
        QApplication.processEvents()
        shown = {
            button.accessibleName()
            for button in form.findChildren(QToolButton)
            if button.isVisible()
        }
        assert not shown & {"Add a field", "Move up (Alt+Up)", "Remove (Ctrl+Delete)"}

"""Every section of a package: header, Dublin Core, foreign metadata, files, structure, links."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtGui import QColor, QImage

from catalog_app.document.address import parse_address
from tests.scenes.hands import (
    EXAMPLES,
    PACKAGE,
    Play,
    Scene,
    Window,
    action,
    at,
    desk,
    first,
    open_file,
)
from tests.stories.producers import HATHI
from tests.stories.test_mets2 import METS2
from tests.ui.package.test_preview import pdf

_DC = """<METS:dmdSec ID="DMD2"><METS:mdWrap MDTYPE="DC"><METS:xmlData>
      <dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Letters from Samarkand</dc:title>
      <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Nazarova, Feruza</dc:creator>
      <dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">1924</dc:date>
      <dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">ru</dc:language>
    </METS:xmlData></METS:mdWrap></METS:dmdSec>
  <METS:amdSec ID="AMD1">"""
_FILES = """<METS:fileGrp ID="FG3" USE="documents">
      <METS:file ID="PDF1" MIMETYPE="application/pdf"><METS:FLocat LOCTYPE="URL" \
xlink:href="guide.pdf"/></METS:file>
      <METS:file ID="PNG1" MIMETYPE="image/png"><METS:FLocat LOCTYPE="URL" \
xlink:href="page1.png"/></METS:file>
      <METS:file ID="TXT1" MIMETYPE="text/plain"><METS:FLocat LOCTYPE="URL" \
xlink:href="page1.txt"/></METS:file>
    </METS:fileGrp>
  </METS:fileSec>"""
_LINKS = """<METS:structLink>
    <METS:smLink xlink:from="LOG1" xlink:to="PHYS1"/>
    <METS:smLink xlink:from="LOG1" xlink:to="PHYS2"/>
  </METS:structLink>
  <METS:behaviorSec"""


@cache
def _package() -> Path:
    """A package of everything, with the files that it names beside it."""
    folder = Path(mkdtemp())
    text = HATHI.decode()
    for before, after in (
        ('<METS:amdSec ID="AMD1">', _DC),
        ("</METS:fileSec>", _FILES),
        ("<METS:behaviorSec", _LINKS),
    ):
        text = text.replace(before, after, 1)
    (folder / "volume.xml").write_text(text, encoding="utf-8")
    (folder / "guide.pdf").write_bytes(pdf("Guide", "Page two", "End"))
    (folder / "page1.txt").write_text("Samarkand, the first of May", encoding="utf-8")
    picture = QImage(300, 420, QImage.Format.Format_RGB32)
    picture.fill(QColor("#d8cfb8"))
    picture.save(str(folder / "page1.png"))
    return folder / "volume.xml"


@cache
def _second() -> Path:
    path = Path(mkdtemp()) / "letters-mets2.xml"
    path.write_text(METS2, encoding="utf-8")
    return path


def _open(window: Window) -> None:
    window.opener.open_files([_package()])


def _open_second(window: Window) -> None:
    window.opener.open_files([_second()])


def _file(number: int) -> Play:
    def play(window: Window) -> None:
        window.desk.sections.files.table.selectRow(number)

    return play


def _expand(window: Window) -> None:
    tree = window.desk.outline.tree
    tree.expandAll()
    for index in list(tree.model().branches()):
        tree.model().fetchMore(index)


def _outline_menu(window: Window) -> None:
    tree = window.desk.outline.tree
    menu = window.desk.outline.menu()
    menu.popup(tree.viewport().mapToGlobal(tree.visualRect(tree.currentIndex()).bottomLeft()))


def _verify(window: Window) -> None:
    window.desk.sections.files.verify()


def _search(text: str) -> Play:
    def play(window: Window) -> None:
        window.desk.form.add_field()
        window.desk.form._box.box.setText(text)

    return play


def _references(window: Window) -> None:
    place = parse_address("package1/fileSec/fileGrp[2]/file/@ADMID")
    window.session.go_to(place)
    window.desk.form.reveal(place)


def _link(window: Window) -> None:
    files = window.desk.sections.files
    files.table.selectRow(2)
    files.ask_link()


def _two_maps(wanted: bool) -> Play:
    """Show another map beside the one in front, or no more."""

    def play(window: Window) -> None:
        window.desk.sections.structure.both.setChecked(wanted)

    return play


_LIST = EXAMPLES / "eprints_list.xml"
_DESCRIPTION = "package1/dmdSec[2]/mdWrap/xmlData"

SCENES: tuple[Scene, ...] = (
    ("package-whole", first(_open, _expand, at("package1"))),
    ("package-header", at("package1/metsHdr")),
    ("package-pointer", at("package1/dmdSec")),
    ("package-dublin-core", at(_DESCRIPTION)),
    ("package-dublin-core-add", _search("creator")),
    ("package-section-around", first(at(_DESCRIPTION), lambda w: w.desk.outline.show_section())),
    ("package-outline-menu", first(at(_DESCRIPTION), _outline_menu)),
    ("package-administration", at("package1/amdSec")),
    ("package-premis", at("package1/amdSec/digiprovMD")),
    ("package-premis-xml", first(at("package1/amdSec/digiprovMD"), desk("go_xml"))),
    ("package-link", at("package1/structLink")),
    ("package-behaviour", at("package1/behaviorSec")),
    ("package-reference", first(at("package1/fileSec/fileGrp[2]/file"), _references)),
    ("package-pdf", first(at("package1/fileSec"), _file(2))),
    ("package-picture", _file(3)),
    ("package-verified", _verify),
    ("package-division", at("package1/structMap/div/div")),
    (
        "package-two-maps",
        first(
            open_file(PACKAGE),
            at("package1/structMap/div/div"),
            _two_maps(True),
        ),
    ),
    ("package-one-map", first(_two_maps(False), at("package1/structMap[2]/div/div[3]"))),
    ("package-choose-division", first(_open, at("package1/fileSec"), _link)),
    ("package-new", action("new_package")),
    ("package-join", action("join")),
    ("package-split", first(open_file(_LIST), action("split"))),
    ("package-rights-of-an-item", at("record2")),
    ("package-mets2", first(_open_second, at("package1/mdSec"))),
)

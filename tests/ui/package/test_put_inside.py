"""A record is put into a section that wraps nothing yet: Ctrl+K, its kind, Enter, its title."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import open_document
from catalog_app.document.package_records import described_in, room_in
from tests.document.reversible import reversible
from tests.stories.hands import Hands
from tests.ui.package.test_groups import opened_desk
from tests.ui.shell.conftest import Open

SECTION = Address("package1").child("dmdSec")
AROUND = """<mets xmlns="http://www.loc.gov/METS/">
  %s
  <structMap><div/></structMap>
</mets>
"""
_HEAD, _MODS = '<dmdSec ID="d1">', '<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"'
_DC = '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Sea</dc:title>'
_TITLE = "><titleInfo><title>Sea</title></titleInfo></mods>"
_NOTHING = '<dmdSec ID="d1"/>'
_WRAPPER = f'{_HEAD}<mdWrap MDTYPE="MODS"/></dmdSec>'
_EMPTY = f'{_HEAD}<mdWrap MDTYPE="MODS"><xmlData></xmlData></mdWrap></dmdSec>'
_ODD = f'{_HEAD}<mdWrap LABEL="x" MDTYPE="OTHER" OTHERMDTYPE="Y"><xmlData/></mdWrap></dmdSec>'


_LAID_OUT = """<dmdSec ID="d1">
    <mdWrap MDTYPE="DC">
      <xmlData>
        %s
      </xmlData>
    </mdWrap>
  </dmdSec>"""


def _filled(inside: str, kind: str, more: str = "") -> str:
    return f'{_HEAD}<mdWrap{more} MDTYPE="{kind}"><xmlData>{inside}</xmlData></mdWrap></dmdSec>'


@pytest.mark.parametrize(
    ("before", "query", "after"),
    [
        (_WRAPPER, "MODS", _filled(_MODS + _TITLE, "MODS")),
        (_EMPTY, "mods", _filled(_MODS + _TITLE, "MODS")),
        (_ODD, "mods", _filled(_MODS + _TITLE, "MODS", ' LABEL="x"')),
        (_NOTHING, "Dublin Core", _LAID_OUT % _DC),
        (_WRAPPER, "dublin", _filled(_DC, "DC")),
        (_EMPTY, "Dublin Core", _filled(_DC, "DC")),
        (_ODD, "dc", _filled(_DC, "DC", ' LABEL="x"')),
        (_EMPTY.replace("MODS", "DC"), "Dublin Core", _filled(_DC, "DC")),
    ],
)
def test_a_record_is_put_where_there_is_room(
    opened: Open, tmp_path: Path, before: str, query: str, after: str
) -> None:
    desk = opened_desk(opened, tmp_path, (AROUND % before).encode())
    desk.session.go_to(SECTION)
    QApplication.processEvents()
    hands = Hands(desk.window())
    hands.add(query)
    hands.type("Sea")
    assert desk.session.document.text.decode() == AROUND % after
    while desk.session.undo_stack.canUndo():
        desk.session.undo_stack.undo()
    assert desk.session.document.text.decode() == AROUND % before


@pytest.mark.parametrize("kind", ["MODS", "DC"])
@pytest.mark.parametrize("before", [_NOTHING, _WRAPPER, _EMPTY, _ODD])
def test_the_edit_is_one_and_reversible(before: str, kind: str) -> None:
    document = open_document((AROUND % before).encode())
    reversible(document, described_in(document, SECTION, kind))


@pytest.mark.parametrize(
    "held",
    [
        _filled("<a/>", "OTHER"),
        _filled("text", "OTHER"),
        f'{_HEAD}<mdRef LOCTYPE="URL" MDTYPE="MODS"/></dmdSec>',
        f'{_HEAD}<mdWrap MDTYPE="MARC"><binData/></mdWrap></dmdSec>',
    ],
)
def test_what_holds_something_is_not_offered_a_record(
    opened: Open, tmp_path: Path, held: str
) -> None:
    desk = opened_desk(opened, tmp_path, (AROUND % held).encode())
    assert not room_in(desk.session.document, SECTION)
    desk.session.go_to(SECTION)
    desk.form.add_field()
    desk.form._box.box.setText("mods")
    assert desk.form._box._model.rowCount() == 0


def test_technical_facts_are_added_from_the_package_and_come_into_focus(
    opened: Open, tmp_path: Path
) -> None:
    desk = opened_desk(opened, tmp_path, (AROUND % '<amdSec ID="a"/>').encode())
    before = desk.session.document.text
    desk.session.go_to(Address("package1").at("LABEL"))
    QApplication.processEvents()
    Hands(desk.window()).add("techMD")
    section = Address("package1").child("amdSec")
    assert b'<amdSec ID="a"><techMD ID=' in b"".join(desk.session.document.text.split(b"\n    "))
    assert desk.form.root in (section, section.child("techMD"))
    assert str(desk.session.place).startswith("package1/amdSec/techMD")
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


@pytest.mark.parametrize("name", ["techMD", "rightsMD", "sourceMD", "digiprovMD"])
def test_where_there_is_no_administration_it_is_made_around_what_is_added(
    opened: Open, tmp_path: Path, name: str
) -> None:
    desk = opened_desk(opened, tmp_path, (AROUND % "<fileSec/>").encode())
    before = desk.session.document.text
    desk.session.go_to(Address("package1").at("LABEL"))
    QApplication.processEvents()
    Hands(desk.window()).add(name)
    written = b"".join(line.strip() for line in desk.session.document.text.split(b"\n"))
    assert f"<amdSec><{name} ID=".encode() in written
    assert written.index(b"<amdSec>") < written.index(b"<fileSec/>")
    assert str(desk.session.place).startswith(f"package1/amdSec/{name}")
    desk.session.undo_stack.undo()
    assert desk.session.document.text == before


def test_where_a_program_is_can_be_said_as_soon_as_a_behaviour_is_added(
    opened: Open, tmp_path: Path
) -> None:
    text = AROUND % f"{_HEAD}</dmdSec>"
    desk = opened_desk(opened, tmp_path, text.replace("</mets>", "<behaviorSec/></mets>").encode())
    desk.session.go_to(Address("package1").child("behaviorSec"))
    QApplication.processEvents()
    hands = Hands(desk.window())
    hands.add("behaviour")
    mechanism = "package1/behaviorSec/behavior/mechanism"
    assert hands.at == f"{mechanism}/@xlink:href"
    hands.type("https://x.org/turn")
    hands.press("Tab")
    program = desk.session.document.element(parse_address(mechanism))
    assert program.get("xlink:href") == "https://x.org/turn"


def test_a_pointer_begins_with_where_it_points_and_claims_no_standard(
    opened: Open, tmp_path: Path
) -> None:
    text = AROUND % f'{_HEAD}</dmdSec><amdSec><techMD ID="t1"/></amdSec>'
    desk = opened_desk(opened, tmp_path, text.encode())
    techmd = Address("package1").child("amdSec").child("techMD")
    desk.session.go_to(techmd)
    QApplication.processEvents()
    hands = Hands(desk.window())
    hands.add("mdRef")
    assert hands.at == "package1/amdSec/techMD/mdRef/@xlink:href"
    hands.type("https://x.org/tech.xml")
    hands.press("Tab")
    pointer = desk.session.document.element(techmd.child("mdRef"))
    assert pointer.get("MDTYPE") == "OTHER"
    assert pointer.get("xlink:href") == "https://x.org/tech.xml"

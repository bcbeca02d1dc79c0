"""What is missing, by keys: the list, why each field is wanted, and the way to it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from catalog_app.document.document import open_document
from catalog_app.document.template import completeness
from catalog_app.document.template_files import templates
from catalog_app.ui.form.missing import MissingList
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open, opened, record

__all__ = ["opened", "record"]


def popup() -> MissingList:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, MissingList)
    return shown


def lines(shown: MissingList) -> list[tuple[str, str, str]]:
    found = []
    for row in range(shown.list.topLevelItemCount()):
        item = shown.list.topLevelItem(row)
        shown.list.setCurrentItem(item)
        found.append((item.text(0), item.text(1), shown.why.text()))
    shown.list.setCurrentItem(shown.list.topLevelItem(0))
    return found


@pytest.fixture
def hands(opened: Open, tmp_path: Path) -> Hands:
    """Hands in a record of the first level that has only a note."""
    path = tmp_path / "noted.xml"
    path.write_bytes(
        b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"><note>One</note></mods>'
    )
    made = Hands(opened(path))
    made.press("Ctrl+T")
    made.choose("Level 1: to be cited")
    return made


def test_the_meter_is_reached_by_tab_and_opens_the_list_with_enter(hands: Hands) -> None:
    meter = hands.window.desk.form.header.meter
    hands.press("Ctrl+2")
    for _ in range(6):
        if hands.focus is meter:
            break
        hands.press("Shift+Tab")
    assert hands.focus is meter
    hands.press("Return")
    QApplication.processEvents()
    shown = popup()
    assert [line[:2] for line in lines(shown)] == [
        ("required", "Title"),
        ("required", "Location › Web address"),
        ("recommended", "Name › Name part"),
        ("recommended", "Origin › Date issued"),
        ("recommended", "Access condition"),
    ]
    assert all(why for _, _, why in lines(shown))
    hands.press("Escape")
    assert hands.focus is meter


def test_each_line_leads_to_its_field(hands: Hands) -> None:
    for downs, address in (
        (3, "originInfo/dateIssued"),
        (1, "location/url"),
        (0, "titleInfo/title"),
    ):
        hands.press("Shift+F7")
        assert popup().list.hasFocus()
        hands.press(*["Down"] * downs, "Return")
        assert hands.at == f"record1/{address}"
    hands.type("One")
    hands.press("Shift+F7")
    assert "Title" not in [name for _, name, _ in lines(popup())]
    hands.press("Escape")


def test_without_a_template_the_list_of_kinds_opens(opened: Open) -> None:
    hands = Hands(opened())
    hands.press("Ctrl+N", "Shift+F7")
    menu = QApplication.activePopupWidget()
    assert "Thesis" in [action.text() for action in menu.actions()]
    menu.close()


def test_what_lacks_only_an_attribute_leads_to_the_field_that_is_there(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "dated.xml"
    path.write_bytes(
        b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"><titleInfo><title>One</title>'
        b"</titleInfo><originInfo><dateCreated>1999</dateCreated></originInfo></mods>"
    )
    hands = Hands(opened(path))
    hands.press("Ctrl+T")
    hands.choose("Level 2: to be found")
    hands.press("Shift+F7")
    names = [name for _, name, _ in lines(popup())]
    at = names.index("Origin › Date issued · Key date")
    hands.press(*["Down"] * at, "Return")
    assert hands.at == "record1/originInfo/dateCreated"


def test_required_and_recommended_are_said_and_signed(hands: Hands) -> None:
    title = hands.window.desk.form.findChild(object, "record1/titleInfo/title")
    name = hands.window.desk.form.findChild(object, "record1/name/namePart")
    assert title.accessibleName() == "Title, required"
    assert name.accessibleName() == "Name, recommended"
    hands.tab_to("record1/titleInfo/title")
    hands.type("One")
    assert title.accessibleName() == "Title, required"


FULL = """<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <name type="personal"><namePart>Anna</namePart><role><roleTerm>author</roleTerm></role></name>
  <typeOfResource>text</typeOfResource><genre>article</genre>
  <originInfo><place><placeTerm type="text">Osh</placeTerm></place><publisher>P</publisher>
    <dateCreated encoding="w3cdtf" keyDate="yes">1999</dateCreated></originInfo>
  <language><languageTerm type="code">eng</languageTerm></language>
  <physicalDescription><form>print</form><internetMediaType>text/html</internetMediaType>
    <extent>3 p.</extent><digitalOrigin>born digital</digitalOrigin></physicalDescription>
  <abstract>A</abstract><subject><topic>T</topic></subject>
  <subject><geographic>Osh</geographic></subject><subject><temporal>1999</temporal></subject>
  <note>N</note>
  <relatedItem type="host"><titleInfo><title>H</title></titleInfo></relatedItem>
  <identifier type="doi">10.1/1</identifier>
  <location><url usage="primary">https://example.org/1</url></location>
  <accessCondition>Free</accessCondition>
  <recordInfo><recordContentSource>S</recordContentSource>
    <languageOfCataloging><languageTerm>eng</languageTerm></languageOfCataloging></recordInfo>
</mods>"""


def test_the_five_levels_grow_and_a_full_record_has_them_all() -> None:
    levels = sorted((t for t in templates() if t.id.startswith("level-")), key=lambda t: t.id)
    assert len(levels) == 5
    for lower, higher in pairwise(levels):
        assert set(lower.fields) < set(higher.fields)
    for level in levels:
        assert level.measure
        assert all(field.why for field in level.fields)
        missing = completeness(open_document(FULL.encode()), "record1", level).missing
        assert not missing, (level.title, [field.path for field in missing])
    russian = [t for t in templates("ru") if t.id.startswith("level-")]
    for field in (field for level in russian for field in level.fields):
        assert any("а" <= letter <= "я" for letter in field.why), field.path


def test_one_date_is_as_good_as_another_but_a_title_is_not_a_date() -> None:
    level = next(t for t in templates() if t.id == "level-1")
    bare = (
        '<mods xmlns="http://www.loc.gov/mods/v3"><originInfo><{0}>1999</{0}></originInfo></mods>'
    )
    for date, there in (("copyrightDate", True), ("dateOther", True), ("publisher", False)):
        document = open_document(bare.format(date).encode())
        missing = completeness(document, "record1", level).missing
        assert any("dateIssued" in field.path[-1].name for field in missing) is not there


def test_what_was_selected_is_let_go_when_a_field_is_added(opened: Open, record: Path) -> None:
    hands = Hands(opened(record))
    hands.press("Ctrl+2")
    hands.tab_to("record1/titleInfo/title")
    left = hands.focus
    hands.press("Ctrl+A", "Ctrl+K", "Escape")
    assert hands.focus is left
    assert left.hasSelectedText()
    hands.add("genre")
    assert hands.at == "record1/genre"
    assert not left.hasSelectedText()

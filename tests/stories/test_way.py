"""The way through the window by keys, as a newcomer goes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import parse_address
from catalog_app.document.changes import Told, told
from catalog_app.document.document import open_document
from catalog_app.export import FORMATS
from catalog_app.paths import resources
from catalog_app.schema.load import load
from catalog_app.ui.bars import Notice as Said
from catalog_app.ui.bars import NoticeBar
from catalog_app.ui.files import questions
from catalog_app.ui.form.missing import MissingList
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.help import page
from catalog_app.validation.fixes import edit_for
from catalog_app.validation.run import validate
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open, close
from tests.ui.shell.test_comfort import crash

TITLE = "record1/titleInfo/title"
WRONG = b"""<?xml version="1.0" encoding="UTF-8"?>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>One</title></titleInfo>
  <language><languageTerm type="codde">eng</languageTerm></language>
  <note>Nothing is wrong with it</note>
  <language><languageTerm type="kode">rus</languageTerm></language>
  <language><languageTerm type="tekst">Uzbek</languageTerm></language>
</mods>
"""
PACKAGE = b"""<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/" OBJID="o1">
  <dmdSec ID="d1"><mdWrap MDTYPE="MODS"><xmlData><mods xmlns="http://www.loc.gov/mods/v3"
    version="3.8"><titleInfo><title>One</title></titleInfo></mods></xmlData></mdWrap></dmdSec>
  <fileSec ID="files"/>
  <structMap><div DMDID="d1" ADMID="gone"/></structMap>
</mets>
"""


@pytest.fixture
def working(qtbot: QtBot, opened: Open, tmp_path: Path):
    """Hands on a document of these bytes that has been judged."""

    def begin(data: bytes) -> Hands:
        path = tmp_path / "work.xml"
        path.write_bytes(data)
        hands = Hands(opened(path))
        qtbot.waitUntil(lambda: bool(hands.window.desk.findings.reports))
        return hands

    return begin


def errors(hands: Hands) -> list[str]:
    """Where the errors are, in the order of the list."""
    shown = hands.window.desk.pane("problems").model.shown
    return [str(one.address.element) for one in shown if one.severity == "error"]


def test_f8_misses_no_problem_when_one_is_mended_on_the_way(qtbot: QtBot, working) -> None:
    hands = working(WRONG)
    first, second, third = errors(hands)
    hands.press("F8")
    assert hands.at.startswith(first)
    hands.press("Ctrl+.", "Return")
    qtbot.waitUntil(lambda: len(errors(hands)) == 2)
    hands.press("F8")
    assert hands.at.startswith(second)
    hands.press("Ctrl+.", "Return")
    qtbot.waitUntil(lambda: len(errors(hands)) == 1)
    hands.press("F8")
    assert hands.at.startswith(third)


def test_f8_goes_on_from_the_field_in_focus(working) -> None:
    hands = working(WRONG)
    first, second, third = errors(hands)
    hands.press("F8", "F8", "F8")
    assert hands.at.startswith(third)
    hands.tab_to("record1/note")
    hands.press("F8")
    assert hands.at.startswith(second)
    hands.tab_to("record1/note")
    hands.press("Shift+F8")
    assert hands.at.startswith(first)


def test_the_preview_of_a_repair_begins_with_the_line_that_changes(working) -> None:
    hands = working(WRONG)
    hands.press("F8", "Ctrl+.")
    sheet = hands.window.desk.pane("problems").sheet
    shown = sheet.lines.toPlainText().splitlines()
    assert "codde" in shown[1]
    assert {line[0] for line in shown[1:]} == {"-", "+"}
    assert sheet.cancel.geometry().right() < sheet.width() // 2
    hands.press("Escape")
    assert hands.at.startswith("record1/language")


def test_a_document_opened_stands_at_its_top_with_the_focus_in_its_first_field(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.xml", tmp_path / "second.xml"
    many = b"<subject><topic>Water</topic></subject>" * 40
    first.write_bytes(WRONG)
    second.write_bytes(WRONG.replace(b"</mods>", many + b"</mods>"))
    window = opened(first)
    hands = Hands(window)
    qtbot.waitUntil(lambda: hands.at == TITLE)
    window.opener.open_file(second)
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and hands.at == TITLE)
    assert window.desk.form.isAncestorOf(hands.focus)
    assert window.desk.form.column.verticalScrollBar().value() == 0
    hands.type("!")
    assert b"One" in b"".join(window.session.document.chunks())


def test_a_new_record_waits_for_its_title_and_nothing_is_wrong_with_it_yet(
    qtbot: QtBot, hands: Hands
) -> None:
    hands.press("Ctrl+N")
    assert hands.at == TITLE
    findings = hands.window.desk.findings
    findings.check()
    qtbot.wait(50)
    assert findings.items == ()
    hands.type("Water")
    assert hands.window.session.document.element(hands.window.session.place).value == "Water"
    qtbot.waitUntil(lambda: bool(findings.reports))


def test_the_kind_of_a_file_is_remembered(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "thesis.xml"
    path.write_bytes(WRONG)
    hands = Hands(opened(path))
    qtbot.waitUntil(lambda: hands.at == TITLE)
    hands.press("Ctrl+T", "T", "T")
    assert hands.focus.activeAction().text() == "Thesis"
    hands.press("Return")
    qtbot.waitUntil(lambda: hands.window.desk.form.template is not None)
    close(hands.window)
    again = opened(path)
    assert again.desk.form.template.id == "thesis"


def test_f7_leads_to_what_the_template_still_misses(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    thesis = next(one for one in window.services.templates("en") if one.id == "thesis")
    window.opener.new_record(thesis)
    assert hands.at == TITLE
    qtbot.mouseClick(window.desk.form.header.meter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), MissingList))
    hands.press("Escape")
    assert hands.at == TITLE
    hands.press("F7")
    assert hands.at == "record1/name/namePart"
    hands.press("F7")
    assert hands.at == "record1/name/namePart[2]"
    visited = set()
    for _ in range(30):
        hands.press("F7")
        visited.add(hands.at)
    assert len(visited) > 5
    assert TITLE in visited


def test_when_the_section_shown_is_mended_away_all_views_stand_at_what_is_left(
    qtbot: QtBot, working
) -> None:
    hands = working(PACKAGE)
    window = hands.window
    desk = window.desk
    desk.session.go_to(parse_address("package1/fileSec"))
    assert desk.sections.files.isVisible()
    qtbot.waitUntil(lambda: bool(desk.findings.at(parse_address("package1/fileSec"))))
    hands.press("Ctrl+.", "Return")
    package = parse_address("package1")
    qtbot.waitUntil(lambda: b"fileSec" not in desk.session.document.text)
    assert desk.form.root == package
    assert desk.session.place.element == package
    assert not desk.sections.files.isVisible()
    assert desk.outline.current.kind == "package"
    assert "fileSec" not in window.status.place.text()
    hands.press("Ctrl+Z")
    assert desk.session.document.text == PACKAGE


def said_in_the_form(hands: Hands) -> list[str]:
    """The sentences about findings that can be seen in the form."""
    notices = hands.window.desk.form.findChildren(Notice)
    return [notice.accessibleName() for notice in notices if notice.isVisible()]


def test_f8_to_a_link_that_leads_nowhere_says_so_at_its_field(working) -> None:
    hands = working(PACKAGE)
    hands.press("F8", "F8")
    assert hands.at == "package1/structMap/div/@ADMID"
    assert any("leads nowhere" in said for said in said_in_the_form(hands))


def test_f8_to_a_problem_of_the_whole_record_says_it_in_the_head_of_the_form(
    qtbot: QtBot, working
) -> None:
    hands = working(b"""<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">stray
  <note>No title</note>
</mods>
""")
    shown = hands.window.desk.pane("problems").model.shown
    whole = next(one for one in shown if str(one.address) == "record1")
    for _ in shown:
        hands.press("F8")
        if hands.window.desk.pane("problems").current == whole:
            break
    assert hands.window.desk.form.column.isAncestorOf(hands.focus)
    assert hands.at.startswith("record1/")
    notices = hands.window.desk.form.header.findChildren(Notice)
    assert whole.message in [notice.finding.message for notice in notices if notice.isVisible()]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("export", "Dublin Core XML"),
        ("verif", "Verify the files"),
        ("thesis", "Thesis"),
        ("checksum", "Verify the files"),
        ("number", "Number the divisions…"),
        ("replace location", "Replace the beginning of all locations…"),
        ("find article", "Find in the article…"),
    ],
)
def test_what_menus_and_panes_can_do_is_found_among_all_actions(
    hands: Hands, words: str, first: str
) -> None:
    hands.press("Ctrl+Shift+P")
    hands.type(words)
    palette = hands.window.tools.shown
    rows = [palette.list.topLevelItem(row) for row in range(palette.list.topLevelItemCount())]
    assert first in [row.text(0) for row in rows if not row.isHidden()]
    assert not palette.nothing.isVisible()
    hands.type(" qqq")
    assert "qqq" in palette.nothing.text()
    assert palette.nothing.isVisible()
    hands.press("Escape")


def test_a_record_of_a_kind_is_begun_by_key_and_letter(hands: Hands) -> None:
    hands.press("Ctrl+Shift+T", "T", "Return")
    assert hands.window.desk.form.template.id == "thesis"
    assert hands.at == TITLE


def test_the_commands_of_a_package_are_in_a_menu_and_done_from_anywhere(
    qtbot: QtBot, working
) -> None:
    hands = working(PACKAGE)
    window = hands.window
    menu = window.menus["Package"]
    menu.aboutToShow.emit()
    assert all(action.isEnabled() for action in menu.actions() if not action.isSeparator())
    hands.press("Ctrl+Shift+P")
    hands.type("division inside")
    hands.press("Return")
    qtbot.waitUntil(lambda: window.session.document.text.count(b"<div") == 2)
    assert window.desk.sections.structure.isVisible()


def test_the_commands_of_a_package_are_grey_for_a_record(hands: Hands) -> None:
    hands.press("Ctrl+N")
    menu = hands.window.menus["Package"]
    menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in menu.actions() if not action.isSeparator())


def test_two_messages_of_the_window_are_both_seen(hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    window.bar.tell(Said("leftover", "Something was kept.", (("Recover", lambda: None),)))
    window.opener.open_file(tmp_path / "absent.xml")
    shown = [bar.text for bar in window.findChildren(NoticeBar) if bar.isVisible()]
    assert any("absent.xml" in text for text in shown)
    assert "Something was kept." in shown
    for bar in window.findChildren(NoticeBar):
        if bar.isVisible() and bar.text == "Something was kept.":
            bar.buttons[0].click()
    assert window.bar.current is not None
    assert [bar.text for bar in window.findChildren(NoticeBar) if bar.isVisible()] == [
        window.bar.text
    ]


def test_elements_that_get_a_record_around_them_are_not_said_to_be_removed() -> None:
    bare = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:m="http://www.loc.gov/mods/v3">
  <dmdSec ID="d1"><mdWrap MDTYPE="MODS"><xmlData>
    <m:titleInfo><m:title>One</m:title></m:titleInfo>
    <m:note>Two</m:note>
  </xmlData></mdWrap></dmdSec>
  <structMap><div DMDID="d1"/></structMap>
</mets>"""
    document = open_document(bare)
    found = [one for report in validate(bare) for one in report.findings]
    finding, fix = next(
        (one, fix) for one in found for fix in one.fixes if "MODS record around" in fix.title
    )
    document.apply(edit_for(document, finding, fix))
    kinds = [one.kind for one in told(document) if isinstance(one, Told)]
    assert kinds == ["wrapped"]


def test_a_new_file_is_named_after_its_title_and_not_compared_with_nothing(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    hands.press("Ctrl+N")
    desk = hands.window.desk
    desk.go_changes()
    said = desk.pane("changes").sentence
    qtbot.waitUntil(lambda: "no file has been written yet" in said.text())
    desk.go_form()
    hands.tab_to(TITLE)
    hands.type("A house by the sea")
    assert hands.window.saver._proposed(desk).name == "a-house-by-the-sea.xml"
    names = {hands.window.saver._export_name(desk, 1, kind) for kind in FORMATS}
    assert len(names) == len(FORMATS)
    desk.session.save(tmp_path / "new.xml")
    changes = desk.pane("changes")
    qtbot.waitUntil(lambda: "a new file" in changes.proven.text())
    assert "before" not in changes.proven.text()


def test_a_text_is_sought_beside_the_record_and_comes_forward(
    working, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = working(WRONG)
    window = hands.window
    folder = window.session.path.parent
    text = folder / "text.txt"
    text.write_text("In Tashkent the river rose in 1950.")
    asked = []

    def choose(_parent, _title, where, _filters, then) -> None:
        asked.append(where)
        then([text])

    monkeypatch.setattr(questions, "choose_files", choose)
    window.desk.go_xml()
    hands.press("Ctrl+Shift+O")
    assert asked == [folder]
    assert window.desk.side.currentWidget() is window.desk.side.held["article"]
    assert window.desk.pane("article").isAncestorOf(hands.focus)


def test_the_kind_is_still_known_after_a_crash(opened: Open, tmp_path: Path) -> None:
    window = opened()
    hands = Hands(window)
    hands.press("Ctrl+Shift+T", "T", "Return")
    hands.type("Half a title")
    window.services.recovery.write_now(window.session)
    crash(window)
    again = opened()
    again.leftovers.offer()
    again.bar.buttons[0].click()
    assert again.desk.session.kind == "thesis"
    assert again.desk.form.template.id == "thesis"


def test_help_names_the_list_of_values_as_people_know_it() -> None:
    declared = load("mods").element(("typeOfResource",), "3.8")
    assert "MODS types of resource" in page._lists(declared)


def test_f8_goes_to_the_very_attribute_that_a_problem_is_about(qtbot: QtBot, working) -> None:
    hands = working((resources() / "examples" / "eprint_export.xml").read_bytes())
    for finding in hands.window.desk.pane("problems").model.shown:
        hands.press("F8")
        place = finding.address
        assert hands.at.startswith(str(place.element)), finding.message
        if place.attribute:
            assert hands.at in (str(place), str(place.element)), finding.message
    assert "package1/@LABEL" in map(str, (f.address for f in hands.window.desk.findings.items))


@pytest.mark.parametrize("place", ["package1/metsHdr", "package1/amdSec", "record1"])
def test_a_removed_section_that_is_brought_back_is_chosen_again(working, place: str) -> None:
    hands = working((resources() / "examples" / "letters_package.xml").read_bytes())
    desk = hands.window.desk
    before = b"".join(desk.session.document.chunks())
    desk.session.go_to(parse_address(place))
    chosen = desk.outline.current
    desk.outline.remove()
    if desk.bar.text:  # what points there is asked about
        desk.bar.current.choices[0][1]()
    assert b"".join(desk.session.document.chunks()) != before
    desk.undo()
    assert b"".join(desk.session.document.chunks()) == before
    assert hands.at.startswith(str(chosen.address))
    assert desk.outline.current.address == chosen.address

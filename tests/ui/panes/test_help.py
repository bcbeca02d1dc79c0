"""The help follows the focus, leads from element to element, and is searched by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from catalog_app.schema.load import load
from catalog_app.schema.search import walk
from catalog_app.ui.help import page
from catalog_app.ui.help.pane import HelpPane
from tests.document.shapes import bare_mets


@pytest.fixture
def helped(bench):
    def make(text=None):
        made = bench(text or bare_mets())
        pane = HelpPane(made.session, made.services)
        made.go("record1/titleInfo/title")
        made.show(pane)
        return made, pane

    return make


def test_it_explains_the_element_in_focus(helped, qtbot):
    made, pane = helped()
    assert pane.shown == ("mods", ("titleInfo", "title"), "")
    text = pane.text.toPlainText()
    assert "titleInfo/title" in text
    assert "245" in text
    made.go("record1/name/@type")
    qtbot.waitUntil(lambda: pane.shown == ("mods", ("name",), "type"))
    assert "personal" in pane.text.toPlainText()
    made.go("package1/fileSec/fileGrp")
    qtbot.waitUntil(lambda: pane.shown == ("mets", ("fileSec", "fileGrp"), ""))


def test_links_lead_on_and_alt_left_leads_back(helped):
    _, pane = helped()
    pane.text.anchorClicked.emit(QUrl("field:mods/titleInfo"))
    assert pane.shown == ("mods", ("titleInfo",), "")
    assert pane.back.isEnabled()
    QTest.keyClick(pane.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pane.shown == ("mods", ("titleInfo", "title"), "")
    assert not pane.back.isEnabled()


def test_the_reference_is_searched_by_label_and_marc_tag(helped):
    _, pane = helped()
    pane.search.setFocus()
    QTest.keyClicks(pane.search, "520")
    assert "Abstract" in pane.text.toPlainText()
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.shown == ("mods", ("abstract",), "")
    assert pane.text.hasFocus()


def test_escape_empties_the_search_and_shows_the_field_again(helped):
    _, pane = helped()
    pane.search.setFocus()
    QTest.keyClicks(pane.search, "zzzz")
    assert "zzzz" in pane.text.toPlainText()
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    assert "titleInfo/title" in pane.text.toPlainText()


def test_what_no_standard_here_knows_is_said_to_be_kept(helped, qtbot):
    made, pane = helped(
        bare_mets().replace("<mods:subject>", '<x:y xmlns:x="urn:x"/><mods:subject>')
    )
    made.go("record1/{urn:x}y")
    qtbot.waitUntil(lambda: pane.shown is None)
    assert "kept as it is" in pane.text.toPlainText()


def test_focus_goes_into_the_text(helped):
    _, pane = helped()
    pane.search.setFocus()
    pane.focus_first()
    assert pane.text.hasFocus()


@pytest.mark.parametrize("standard", ["mods", "mets", "mets2", "dc"])
def test_every_element_has_a_page_whose_links_all_lead_somewhere(standard):
    schema = load(standard)
    for element in (schema.root(), *walk(schema)):
        text = page.element_page(schema, element)
        assert element.label.replace("&", "&amp;") in text.replace("&#x27;", "'")
        for target in text.split('href="field:')[1:]:
            name, _, path = target.split('"')[0].partition("/")
            steps = tuple(path.split("/")) if path else ()
            assert name == standard
            assert schema.element(steps) is not None

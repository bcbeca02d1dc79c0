"""The outline by keys: what is in the file, filtered, followed and edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import parse_address
from catalog_app.document.edits import remove, set_value
from catalog_app.session.jobs import Jobs
from catalog_app.session.removals import Removals
from catalog_app.ui.outline.model import COUNTS, ENTRY
from catalog_app.ui.outline.pane import OutlinePane
from tests.document.shapes import bare_mets, mods
from tests.large import large_mets

NS = 'xmlns:mods="http://www.loc.gov/mods/v3"'


def collection(number: int) -> str:
    """A list of records with titles Alpha 1, Alpha 2…"""
    one = "<mods:titleInfo><mods:title>Alpha {0}</mods:title></mods:titleInfo>"
    records = "\n".join(mods(one.format(n + 1)) for n in range(number))
    return f"<mods:modsCollection {NS}>\n{records}\n</mods:modsCollection>"


@pytest.fixture
def outlined(bench):
    def make(text):
        made = bench(text)
        pane = OutlinePane(made.session, made.findings, made.services)
        made.tester = QAbstractItemModelTester(
            pane.tree.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        made.show(pane)
        return made, pane

    return make


def rows(pane, parent=None) -> list[str]:
    """The names of all rows that are shown, from the top; a slow machine reads them in slices."""
    model = pane.tree.model()
    while model.busy:
        QApplication.processEvents()
    found = []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        found.append(index.data())
        if pane.tree.isExpanded(index):
            found += rows(pane, index)
    return found


def current(pane) -> str:
    return pane.tree.currentIndex().data()


def test_it_shows_what_is_in_a_package_with_small_words(outlined):
    _, pane = outlined(bare_mets())
    assert rows(pane) == ["Package", "Header", "Records", "One", "Files", "Structure"]
    notes = {e.kind: pane.tree.model().telling.note(e) for e in pane.tree.model().entries()}
    assert notes["files"] == "(1)"
    assert notes["structure"].endswith("1 division")


def test_groups_of_links_are_counted_like_links(outlined):
    group = (
        '<smLinkGrp><smLocatorLink xlink:href="#a"/><smLocatorLink xlink:href="#b"/>'
        "<smArcLink/></smLinkGrp>"
    )
    _, pane = outlined(
        '<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<structMap><div ID="a"><div ID="b"/></div></structMap><structLink>'
        f'<smLink xlink:from="a" xlink:to="b"/>{group}{group}</structLink></mets>'
    )
    notes = {e.kind: pane.tree.model().telling.note(e) for e in pane.tree.model().entries()}
    assert notes["links"] == "(3)"


def test_arrows_show_each_section_and_enter_takes_the_focus_there(outlined, qtbot):
    made, pane = outlined(bare_mets())
    made.go("record1")
    with qtbot.waitSignal(made.session.place_changed) as moved:
        QTest.keyClick(pane.tree, Qt.Key.Key_Down)
    assert str(moved.args[0]) == "package1/fileSec"
    assert moved.args[1] is pane
    with qtbot.waitSignal(made.session.place_changed) as moved:
        QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    assert moved.args[1] is None


def test_a_row_that_only_the_focus_made_current_is_chosen_too(outlined):
    made, pane = outlined(collection(2))
    made.go("record1")
    pane.tree.clearSelection()  # as Qt leaves it when the tree has the focus first of all
    made.go("record1/titleInfo/title")
    assert pane.tree.selectedIndexes() == [pane.tree.currentIndex()]


def test_it_follows_the_focus_of_other_panes(outlined):
    made, pane = outlined(bare_mets())
    made.go("record1/titleInfo/title")
    assert current(pane) == "One"
    made.go("package1/structMap/div")
    assert current(pane) == "Structure"


def test_a_title_changes_with_its_field(outlined):
    made, pane = outlined(bare_mets())
    made.go("record1")
    place = parse_address("record1/titleInfo/title")
    made.session.perform(set_value(made.session.document, place, "Two"))
    assert current(pane) == "Two"
    made.session.undo_stack.undo()
    assert current(pane) == "One"


def test_the_filter_finds_records_and_escape_brings_all_back(outlined, qtbot):
    made, pane = outlined(collection(300))
    made.go("record1")
    pane.filter.setFocus()
    QTest.keyClicks(pane.filter, "alpha 29")
    qtbot.waitUntil(lambda: len(rows(pane)) == 11)
    assert rows(pane)[:2] == ["Alpha 29", "Alpha 290"]
    QTest.keyClick(pane.filter, Qt.Key.Key_Down)
    assert pane.tree.hasFocus()
    pane.filter.setFocus()
    QTest.keyClick(pane.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(rows(pane)) == 300)


def test_a_record_is_removed_duplicated_and_moved_by_keys_and_all_is_undone(outlined, qtbot):
    made, pane = outlined(collection(4))
    before = made.bytes()
    made.go("record2")
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert rows(pane) == ["Alpha 1", "Alpha 3", "Alpha 4"]
    made.go("record2")
    QTest.keyClick(pane.tree, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert rows(pane) == ["Alpha 1", "Alpha 3", "Alpha 3", "Alpha 4"]
    made.go("record4")
    QTest.keyClick(pane.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(pane.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(pane) == ["Alpha 1", "Alpha 4", "Alpha 3", "Alpha 3"]
    assert made.session.place == parse_address("record2")
    assert made.session.undo_stack.count() == 4
    made.go("record1")
    for _ in range(4):
        made.session.undo_stack.undo()
    assert made.bytes() == before
    assert rows(pane) == ["Alpha 1", "Alpha 2", "Alpha 3", "Alpha 4"]


def test_a_record_in_a_package_goes_with_its_section_and_the_links_to_it(outlined):
    made, pane = outlined(bare_mets())
    before = made.bytes()
    made.go("record1")
    removals = Removals(made.session, Jobs(pane), pane)
    removals.asked.connect(lambda _removal, answer: answer(True))
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert b"dmdSec" not in made.bytes()
    assert b"DMDID" not in made.bytes()
    assert rows(pane) == ["Package", "Header", "Files", "Structure"]
    made.session.undo_stack.undo()
    assert made.bytes() == before


def test_what_was_closed_stays_closed_after_an_edit(outlined):
    made, pane = outlined(bare_mets())
    model = pane.tree.model()
    records = model.index_of("records:package1:")
    pane.tree.collapse(records)
    document = made.session.document
    made.session.perform(remove(document, parse_address("package1/fileSec")))
    assert rows(pane) == ["Package", "Header", "Records", "Structure"]
    again = OutlinePane(made.session, made.findings, made.services)
    again.set_state(pane.state())
    assert rows(again) == ["Package", "Header", "Records", "Structure"]
    again.deleteLater()


def test_findings_are_counted_beside_their_row(outlined):
    made, pane = outlined(bare_mets().replace("<mets:fileGrp", "<mets:group", 1).replace(
        "</mets:fileGrp>", "</mets:group>", 1
    ))  # fmt: skip
    made.judged()
    model = pane.tree.model()
    files = next(e for e in model.entries() if e.kind == "files")
    index = model.index_of(files.key)
    assert index.data(COUNTS)[0] >= 1
    assert "errors" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    package = model.index_of("package:package1:").data(ENTRY)
    assert model.telling.total(package)[0] >= index.data(COUNTS)[0]


def test_ten_thousand_records_cost_only_what_is_seen(outlined, qtbot):
    made, pane = outlined(collection(10_000))
    model = pane.tree.model()
    qtbot.waitUntil(lambda: model.rowCount() == 10)
    assert rows(pane)[0] == "1 – 1,000"
    made.go("record7002")
    assert current(pane) == "Alpha 7002"
    assert pane.tree.isExpanded(pane.tree.currentIndex().parent())
    pane.tree.viewport().repaint()
    assert len(model.telling._titles) < 200
    pane.tree.scrollToBottom()
    pane.tree.viewport().repaint()
    assert len(model.telling._titles) < 400


def test_large_sections_are_counted_without_being_cut(outlined, qtbot):
    made, pane = outlined(large_mets(5000))
    model = pane.tree.model()
    entries = {e.kind: e for e in model.entries()}
    qtbot.waitUntil(lambda: model.telling.note(entries["files"]) == "(5,000)")
    qtbot.waitUntil(lambda: "5,001 divisions" in model.telling.note(entries["structure"]))
    assert sum(part.coarse for part in made.session.document.parts.order) == 2


def offered(pane) -> list[str]:
    """What the menu of the current row lets one do."""
    menu = pane.menu()
    return [action.text() for action in menu.actions() if action.isEnabled() and action.text()]


def test_a_row_moves_where_it_has_a_neighbour_and_repeats_where_there_may_be_more(outlined):
    made, pane = outlined(collection(2))
    made.go("record1")
    assert "Move up" not in offered(pane)
    assert "Move down" in offered(pane)
    made.go("record2")
    assert "Move up" in offered(pane)
    assert "Move down" not in offered(pane)
    made, pane = outlined(bare_mets())
    for place, once in (("metsHdr", True), ("fileSec", True), ("structMap", False)):
        made.go(f"package1/{place}")
        assert "Remove" in offered(pane)
        assert not {"Move up", "Move down"} & set(offered(pane))
        assert ("Duplicate" not in offered(pane)) is once


def test_a_read_only_document_offers_no_edits(outlined):
    made, pane = outlined('<!DOCTYPE m [<!ENTITY e "<b/>">]>' + mods())
    assert made.session.read_only
    made.go("record1")
    before = made.bytes()
    QTest.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert made.bytes() == before
    menu = pane.menu()
    enabled = [a.text() for a in menu.actions() if a.isEnabled() and a.text()]
    assert enabled == ["Save record as…"]
    menu.close()

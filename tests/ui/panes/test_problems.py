"""The problems by keys and clicks: to the field, to the repair, and back by undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from catalog_app.ui.problems.model import FINDING, ProblemsModel
from catalog_app.ui.problems.pane import ProblemsPane
from catalog_app.validation.finding import Finding, Fix
from tests.document.shapes import bare_mets, mods
from tests.large import many_findings
from tests.real_files import SEED, needs_corpus

BAD = bare_mets().replace(">One<", ">Two  blanks<").replace(
    '<mets:fileGrp USE="reference">', '<mets:fileGrp USE="reference"/><mets:wrong>'
).replace("</mets:fileGrp>", "</mets:wrong>")  # fmt: skip


@pytest.fixture
def listed(bench):
    def make(text):
        made = bench(text)
        pane = ProblemsPane(made.session, made.findings, made.services)
        made.tester = QAbstractItemModelTester(
            pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        made.show(pane)
        made.judged()
        pane.list.setFocus()
        return made, pane

    return make


def row_of(pane, part: str) -> int:
    """The row whose message or rule contains some words."""
    found = [n for n, f in enumerate(pane.model.shown) if part in f.rule or part in f.message]
    return found[0]


def stand(pane, part: str) -> Finding:
    pane.list.setCurrentIndex(pane.model.index(row_of(pane, part)))
    return pane.current


def click_link(pane) -> None:
    """Click the link of the current row, where the eye sees it."""
    index = pane.list.currentIndex()
    option = QStyleOptionViewItem()
    pane.list.initViewItemOption(option)
    option.rect = pane.list.visualRect(index)
    link = pane._delegate.link_rect(option, index.data(FINDING))
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=link.center())


def test_errors_stand_first_and_the_totals_are_written_on_the_filters(listed):
    made, pane = listed(BAD)
    severities = [f.severity for f in pane.model.shown]
    assert severities == sorted(severities, key=["error", "warning", "advice"].index)
    assert pane.bar.filters[""].text().endswith(str(len(made.findings.items)))
    assert pane.windowTitle().endswith(str(len(made.findings.items)))


def test_enter_goes_to_the_field_with_the_focus(listed, qtbot):
    made, pane = listed(BAD)
    finding = stand(pane, "doubled")
    with qtbot.waitSignal(made.session.place_changed) as moved:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert moved.args == [finding.address, None]


def test_next_and_previous_go_round(listed):
    _, pane = listed(BAD)
    pane.list.setCurrentIndex(pane.model.index(0))
    seen = []
    for _ in range(len(pane.model.shown)):
        pane.next_problem()
        seen.append(pane.current)
    assert seen == [*pane.model.shown[1:], pane.model.shown[0]]
    pane.previous_problem()
    assert pane.current == pane.model.shown[-1]


def test_a_click_on_a_safe_fix_mends_at_once_and_undo_restores_the_bytes(listed, qtbot):
    made, pane = listed(BAD)
    before = made.bytes()
    finding = stand(pane, "doubled")
    assert finding.fixes[0].safe
    with qtbot.waitSignal(made.findings.changed):
        click_link(pane)
    assert made.value("record1/titleInfo/title") == "Two blanks"
    assert finding not in made.findings.items
    made.session.undo_stack.undo()
    assert made.bytes() == before


def test_control_and_full_stop_mend_the_finding_at_the_place(listed):
    made, pane = listed(BAD)
    made.go("record1/titleInfo/title")
    pane.fix_here()
    assert made.value("record1/titleInfo/title") == "Two blanks"


def test_a_fix_that_needs_judgement_is_shown_before_it_is_made(listed, qtbot):
    made, pane = listed(mods().replace(">One<", ">THE WATERS OF CENTRAL ASIA<"))
    before = made.bytes()
    finding = next(f for f in pane.model.shown if f.fixes and not f.fixes[0].safe)
    pane.list.setCurrentIndex(pane.model.index(pane.model.shown.index(finding)))
    QTest.keyClick(pane.list, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert pane.sheet.isVisible()
    assert pane.sheet.mend.hasFocus()
    assert {line.sign for line in pane.sheet.lines.lines} >= {"+", "-"}
    assert made.bytes() == before
    QTest.keyClick(pane.sheet, Qt.Key.Key_Escape)
    assert not pane.sheet.isVisible()
    assert made.bytes() == before
    QTest.keyClick(pane.list, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.sheet.mend, Qt.Key.Key_Return)
    assert made.bytes() != before
    made.session.undo_stack.undo()
    assert made.bytes() == before


@needs_corpus
def test_all_that_is_safe_is_previewed_and_done_in_one_step(listed, qtbot):
    made, pane = listed(SEED.read_bytes())
    before = made.bytes()
    assert pane.bar.mend.isEnabled()
    pane.bar.mend.click()
    qtbot.waitUntil(pane.sheet.isVisible)
    assert pane.sheet.words.count() >= 3
    assert made.bytes() == before
    assert pane.sheet.lines.lines
    QTest.keyClick(pane.sheet.mend, Qt.Key.Key_Return)
    assert made.session.undo_stack.count() == 1
    qtbot.waitUntil(lambda: not pane.bar.mend.isEnabled())
    made.session.undo_stack.undo()
    assert made.bytes() == before


def test_a_kind_that_is_not_wanted_is_remembered_and_can_be_brought_back(listed, qtbot):
    made, pane = listed(BAD)
    finding = stand(pane, "doubled")
    menu = pane.menu()
    off = next(a for a in menu.actions() if a.text() == "Don't show this kind again")
    off.trigger()
    menu.close()
    assert finding not in pane.model.shown
    assert made.services.settings.texts("problems/off") == [finding.rule]
    assert pane.bar.rules.isVisible()
    with qtbot.waitSignal(made.findings.changed):
        pane.bar.rules.menu().actions()[0].trigger()
    assert finding in pane.model.shown
    assert made.services.settings.texts("problems/off") == []


def test_the_list_can_show_one_severity_only(listed):
    _, pane = listed(BAD)
    pane.bar.filters["error"].click()
    assert {f.severity for f in pane.model.shown} == {"error"}
    pane.bar.filters[""].click()
    assert {f.severity for f in pane.model.shown} > {"error"}


def test_space_shows_the_finding_in_full(listed):
    _, pane = listed(BAD)
    finding = stand(pane, "doubled")
    QTest.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.detail.isVisible()
    assert pane.detail.message.text() == finding.message
    assert finding.rule in pane.detail.reason.text()
    for button, fix in pane.detail._buttons:
        assert button.text().endswith("…") is not fix.safe
    QTest.keyClick(pane.list, Qt.Key.Key_Escape)
    assert not pane.detail.isVisible()


def test_a_record_without_faults_says_so(listed):
    _, pane = listed("<mods xmlns='http://www.loc.gov/mods/v3' version='3.8'>"
                     "<titleInfo><title>One</title></titleInfo></mods>")  # fmt: skip
    if not pane.model.shown:
        assert pane.nothing.isVisible()
        assert pane.nothing.text() == "Nothing found."


def test_of_ten_thousand_findings_only_those_in_sight_are_asked_for(bench, monkeypatch):
    made = bench(mods())
    pane = made.show(ProblemsPane(made.session, made.findings, made.services))
    made.judged()
    fix = Fix("Clean the text", "set-value", True, ("x",))
    many = many_findings(10_000, fix)
    made.findings._take(many)
    assert pane.model.rowCount() == 10_000
    asked = set()
    data = type(pane.model).data
    monkeypatch.setattr(
        type(pane.model),
        "data",
        lambda model, index, role=0: asked.add(index.row()) or data(model, index, role),
    )
    steps = range(0, 10_000, 500)
    for step in steps:
        pane.list.scrollTo(pane.model.index(step))
        pane.list.viewport().repaint()
    # What is painted is asked for, and nothing else.
    assert len(asked) < len(steps) * (pane.list.height() // 12 + 2)
    changed = QSignalSpy(pane.model.rowsRemoved), QSignalSpy(pane.model.modelReset)
    made.findings._take(many[:5000] + many[5001:])
    assert [one.count() for one in changed] == [1, 0]
    assert pane.model.rowCount() == 9_999
    QTest.mouseMove(pane.list.viewport(), QPoint(30, 30))


def test_only_the_rows_that_differ_are_touched(listed):
    made, _ = listed(BAD)
    model = ProblemsModel(made.session.document)
    model.take(made.findings.items)
    removed = []
    model.rowsRemoved.connect(lambda _p, first, last: removed.append((first, last)))
    model.take(tuple(f for f in made.findings.items if f is not model.shown[1]))
    assert removed == [(1, 1)]


def test_a_field_without_a_finding_has_no_row_that_looks_like_its_own(listed):
    made, pane = listed(BAD)
    finding = stand(pane, "doubled")
    selection = pane.list.selectionModel()
    pane.list.clearFocus()
    made.session.go_to(finding.address)
    assert selection.hasSelection()
    other = next(f.address for f in pane.model.shown if f.address and f.address != finding.address)
    made.session.go_to(other.child("nothing", 9))
    assert not selection.hasSelection()
    pane._take(pane.model.shown[:-1])
    assert not selection.hasSelection()
    pane.list.setFocus()
    assert selection.selectedIndexes() == [pane.list.currentIndex()]
    assert pane.current == finding

"""What was done, what a save would write, and the proof after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from catalog_app.document.address import parse_address
from catalog_app.document.changes import Told
from catalog_app.document.edits import remove, set_value
from catalog_app.ui.history.changes import ChangesPane
from catalog_app.ui.history.history import HistoryPane
from tests.document.shapes import bare_mets


@pytest.fixture
def changing(bench, qtbot):
    panes = []

    def make(text=None):
        made = bench(text or bare_mets())
        pane = ChangesPane(made.session, made.services)
        panes.append(pane)
        made.tester = QAbstractItemModelTester(
            pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        made.show(pane)
        return made, pane

    yield make
    for pane in panes:
        pane.close_jobs()


def edit_title(made, text: str) -> None:
    place = parse_address("record1/titleInfo/title")
    made.session.perform(set_value(made.session.document, place, text))
    made.session.end_typing()


def test_an_unchanged_document_says_so(changing):
    _, pane = changing()
    assert pane.sentence.text().startswith("No changes")
    assert pane.model.rowCount() == 0


def test_a_change_is_shown_in_words_and_lines_and_leads_to_its_field(changing, qtbot):
    made, pane = changing()
    edit_title(made, "Two")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1 and bool(pane.lines.lines))
    row = [pane.model.index(0, column).data() for column in range(4)]
    assert row == ["changed", "Title", "One", "Two"]
    assert pane.sentence.text() == "A save would write 1 change."
    assert [line.sign for line in pane.lines.lines if line.sign in "+-"] == ["-", "+"]
    pane.words.setCurrentIndex(pane.model.index(0, 0))
    with qtbot.waitSignal(made.session.place_changed) as moved:
        QTest.keyClick(pane.words, Qt.Key.Key_Return)
    assert str(moved.args[0]) == "record1/titleInfo/title"


def test_it_catches_up_when_it_is_seen_again(changing, qtbot):
    made, pane = changing()
    pane.hide()
    edit_title(made, "Two")
    assert not pane._timer.isActive()
    assert pane.model.rowCount() == 0
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    made.session.undo_stack.undo()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0 and not pane.lines.lines)


def test_a_save_is_proven_by_comparing_what_is_on_the_disk(changing, qtbot):
    made, pane = changing()
    before = len(made.bytes())
    edit_title(made, "Another")
    fileset = parse_address("package1/fileSec")
    made.session.perform(remove(made.session.document, fileset))
    made.session.save()
    qtbot.waitUntil(lambda: pane.proof is not None)
    assert pane.proof.before == before
    assert pane.proof.after == len(made.bytes()) == made.session.path.stat().st_size
    assert len(pane.proof.places) == 2
    assert f"{pane.proof.identical:,} bytes" in pane.proven.text()
    edit_title(made, "Yet another")
    pane.proof = None
    made.session.save()
    qtbot.waitUntil(lambda: pane.proof is not None)
    assert len(pane.proof.places) == 1


def test_a_file_that_changes_right_after_the_save_is_told(changing, qtbot):
    made, pane = changing()
    edit_title(made, "Two")
    real = made.session.saved
    made.session.path.write_bytes(made.bytes())
    made.session.written = (made.bytes() + b" ",)
    real.emit()
    qtbot.waitUntil(lambda: pane.proven.isVisible())
    assert "another file" in pane.proven.text()


def test_the_history_goes_to_any_state(bench, qtbot):
    made = bench(bare_mets())
    pane = HistoryPane(made.session, made.services)
    made.show(pane)
    for text in ("Two", "Three", "Four"):
        edit_title(made, text)
    model = pane.view.model()
    assert model.rowCount(QModelIndex()) == 4
    pane.view.setFocus()
    for _ in range(2):
        QTest.keyClick(pane.view, Qt.Key.Key_Up)
    assert made.value("record1/titleInfo/title") == "Two"
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert made.value("record1/titleInfo/title") == "Three"


LONG = "Water between neighbours: shared canals of the Ferghana valley since 1991"


def shown(pane, column: int, letters: int) -> str:
    """What the table paints in its first row where a column has room for that many letters."""
    option = QStyleOptionViewItem()
    option.initFrom(pane.words)
    option.rect = QRect(0, 0, letters * option.fontMetrics.averageCharWidth(), 24)
    pane.words.itemDelegate().initStyleOption(option, pane.model.index(0, column))
    return option.text


def test_values_without_room_show_what_differs_in_them(changing):
    _, pane = changing()
    pane.model.take([Told("changed", parse_address("record1"), "Title", LONG, LONG + " and after")])
    assert [shown(pane, at, 120) for at in (2, 3)] == [LONG, LONG + " and after"]
    assert [shown(pane, at, 40) for at in (2, 3)] == ["… since 1991", "… since 1991 and after"]
    assert [shown(pane, at, 18) for at in (2, 3)] == ["… 1991", "… 1991 and after"]
    assert pane.model.index(0, 3).data() == LONG + " and after"


def test_a_change_deep_in_a_long_text_is_among_what_is_told(changing, qtbot):
    made, pane = changing(bare_mets().replace(">One<", f">{LONG * 9} end<"))
    edit_title(made, f"{LONG * 9} new end")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    old, new = (pane.model.index(0, column).data() for column in (2, 3))
    assert "new" in new
    assert "new" not in old
    assert len(new) < 200


def test_the_change_in_a_long_line_is_in_sight(changing, qtbot):
    made, pane = changing(bare_mets().replace(">One<", f">{LONG * 2} end<"))
    pane.resize(800, 300)
    edit_title(made, f"{LONG * 2} new end")
    qtbot.waitUntil(lambda: bool(pane.lines.lines))
    assert pane.lines.viewport().rect().contains(pane.lines.cursorRect().center())
    assert pane.lines.textCursor().block().text()[pane.lines.textCursor().positionInBlock() :][:3]

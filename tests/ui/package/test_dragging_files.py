"""Files moved to another group with the mouse: pressed, dragged, let go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from catalog_app.document.address import Address
from catalog_app.ui.desk import Desk
from catalog_app.ui.package.files_grouping import GROUP
from tests.ui.package.test_groups import files_row, opened_desk, rows_below
from tests.ui.shell.conftest import Open

FILES = Address("package1").child("fileSec")
TWO = b"""<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <fileSec>
    <fileGrp USE="master">
      <file ID="f1"/>
      <file ID="f2"/>
      <file ID="f3"/>
    </fileGrp>
    <fileGrp USE="thumbs">
      <file ID="t1"/>
    </fileGrp>
    <fileGrp USE="empty"/>
  </fileSec>
  <structMap><div><fptr FILEID="f1"/></div></structMap>
</mets>
"""
MOVED = b"""    <fileGrp USE="master">
      <file ID="f3"/>
    </fileGrp>
    <fileGrp USE="thumbs">
      <file ID="t1"/>
      <file ID="f1"/>
      <file ID="f2"/>
    </fileGrp>
"""

pytestmark = pytest.mark.filterwarnings("ignore:.*QDrag.*deprecated:DeprecationWarning")


def table_desk(opened: Open, tmp_path: Path, qtbot: QtBot) -> Desk:
    desk = opened_desk(opened, tmp_path, TWO)
    desk.session.go_to(FILES, desk)
    qtbot.waitUntil(lambda: desk.sections.files.model.ready)
    QApplication.processEvents()
    return desk


def drag(
    view: QAbstractItemView,
    rows: range,
    onto: QAbstractItemView,
    spot: QPoint,
    patch: pytest.MonkeyPatch,
) -> None:
    """Choose rows, press on the last, move the pointer until Qt drags them, and let go at a spot.

    The platform of the tests has no drags of its own: what it would report of this one is sent.
    """
    model, taken = view.model(), []
    kept = model.mimeData

    def noted(indexes: list[QModelIndex]) -> QMimeData:
        taken.append(kept(indexes))
        return kept(indexes)

    patch.setattr(type(model), "mimeData", lambda _model, indexes: noted(indexes))
    first, last = (view.visualRect(model.index(row, 1)).center() for row in (rows[0], rows[-1]))
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(view.viewport(), left, pos=first)
    QTest.mouseClick(view.viewport(), left, shift, pos=last)
    QTest.mousePress(view.viewport(), left, pos=last)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), last + QPoint(0, 6 * step))
    QTest.mouseRelease(view.viewport(), left, pos=last + QPoint(0, 30))
    assert len(taken) == 1
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(spot, copy, taken[0], left, none)
        QApplication.sendEvent(onto.viewport(), event)
        assert event.isAccepted()
    event = QDropEvent(QPointF(spot), copy, taken[0], left, none, QEvent.Type.Drop)
    QApplication.sendEvent(onto.viewport(), event)
    QApplication.processEvents()


def test_files_are_dragged_to_the_group_of_another(
    opened: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = table_desk(opened, tmp_path, qtbot)
    table, model = desk.sections.files.table, desk.sections.files.model
    spot = table.visualRect(model.index(3, 1)).center()
    drag(table, range(2), table, spot, monkeypatch)
    qtbot.waitUntil(lambda: desk.session.undo_stack.count() == 1)
    assert MOVED in desk.session.document.text
    assert [model.index(row, GROUP).data() for row in range(4)] == ["master", *["thumbs"] * 3]
    thumbs = FILES.child("fileGrp", 2)
    assert desk.sections.files.chosen() == [thumbs.child("file", n) for n in (2, 3)]
    assert desk.session.place == thumbs.child("file", 2)
    desk.session.undo_stack.undo()
    assert desk.session.document.text == TWO
    assert desk.session.place == FILES.child("fileGrp").child("file")


def test_files_that_are_moved_in_a_sorted_and_filtered_table_stay_chosen(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    files = table_desk(opened, tmp_path, qtbot).sections.files
    with qtbot.waitSignal(files.model.ordered):
        files.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(files.model.ordered):
        QTest.keyClicks(files.filter, 'ID="f')
    assert [files.model.at(row).id for row in range(files.model.rowCount())] == ["f3", "f2", "f1"]
    files.table.selectRow(1)
    files.move_chosen(FILES.child("fileGrp", 2))
    there = [FILES.child("fileGrp", 2).child("file", 2)]
    qtbot.waitUntil(lambda: not files.model.arranging and files.chosen() == there)
    assert [files.model.at(row).id for row in files.table.chosen_rows()] == ["f2"]
    assert files.filter.text() == 'ID="f'


def test_files_are_dragged_onto_a_group_of_the_outline(
    opened: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = table_desk(opened, tmp_path, qtbot)
    table, tree = desk.sections.files.table, desk.outline.tree
    rows = rows_below(desk, files_row(desk))
    assert [row.data() for row in rows] == ["master", "thumbs", "empty"]
    drag(table, range(1), tree, tree.visualRect(rows[2]).center(), monkeypatch)
    qtbot.waitUntil(lambda: desk.session.undo_stack.count() == 1)
    text = desk.session.document.text
    assert text.index(b'USE="empty"') < text.index(b'<file ID="f1"/>') < text.index(b"</fileSec>")
    desk.session.undo_stack.undo()
    assert desk.session.document.text == TWO


def test_nothing_is_dropped_where_there_is_no_group(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = table_desk(opened, tmp_path, qtbot)
    tree, row = desk.outline.tree, files_row(desk)
    data = desk.sections.files.model.mimeData([desk.sections.files.model.index(0, 0)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    spot = tree.visualRect(row).center()
    event = QDragMoveEvent(spot, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(tree.viewport(), event)
    assert not event.isAccepted()

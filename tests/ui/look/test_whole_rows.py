"""A list ends with a whole row, however high it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QStringListModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QTextBrowser,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from catalog_app.ui.history.difference import DifferenceView
from catalog_app.ui.package.section_pane import RowTable
from catalog_app.ui.whole_rows import WholeLines, WholeRows
from catalog_app.ui.xml.editor import XmlEditor


class _List(WholeRows, QListView):
    pass


class _Tree(WholeRows, QTreeView):
    pass


@pytest.fixture(params=[_List, _Tree])
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> QAbstractItemView:
    """A view of thirty rows on the screen."""
    made = request.param()
    qtbot.addWidget(made)
    made.setModel(QStringListModel([str(number) for number in range(30)], made))
    made.show()
    return made


@pytest.mark.parametrize("height", [101, 157, 158, 163, 240])
def test_no_row_is_cut_at_the_lower_edge(view: QAbstractItemView, height: int) -> None:
    view.resize(200, height)
    row = view.row_height
    assert row > 0
    assert view.viewport().height() % row == 0
    assert view.viewport().height() > height - 3 * row


def test_the_last_row_can_be_reached(view: QAbstractItemView) -> None:
    view.resize(200, 163)
    last = view.model().index(29, 0)
    view.scrollTo(last)
    assert view.viewport().rect().contains(view.visualRect(last))


def test_rows_that_come_later_are_whole_too(view: QAbstractItemView, qtbot: QtBot) -> None:
    view.setModel(QStringListModel([], view))
    view.resize(200, 161)
    view.setModel(QStringListModel(["a", "b"] * 20, view))
    qtbot.waitUntil(lambda: view.viewport().height() % view.row_height == 0)


def test_what_is_lower_than_a_row_keeps_what_it_has(view: QAbstractItemView) -> None:
    view.resize(200, 12)
    assert view.viewportMargins().bottom() == 0


def test_a_current_row_in_sight_stays_there_when_the_list_shrinks(view: QAbstractItemView) -> None:
    view.resize(200, 240)
    seventh = view.model().index(6, 0)
    view.setCurrentIndex(seventh)
    view.resize(200, 101)
    assert view.viewport().rect().contains(view.visualRect(seventh))


def test_a_list_that_was_scrolled_away_from_its_current_row_is_not_moved_by_shrinking(
    view: QAbstractItemView,
) -> None:
    view.resize(200, 240)
    view.setCurrentIndex(view.model().index(0, 0))
    view.scrollToBottom()
    view.resize(200, 200)
    assert not view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


@pytest.mark.parametrize("height", range(150, 174, 5))
def test_no_row_of_a_table_is_cut_at_the_lower_edge(height: int, qtbot: QtBot) -> None:
    table = RowTable(None)
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["Words in a row"] * 40, table))
    table.setColumnWidth(0, 600)
    table.resize(300, height)
    table.show()
    bar = table.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        image = table.viewport().grab().toImage()
        ground = image.pixel(image.width() - 3, 2)
        lines = range(image.height())
        inked = [y for y in lines if any(image.pixel(x, y) != ground for x in range(60))]
        whole = image.height() // table.row_height * table.row_height
        assert whole - table.row_height < inked[-1] < whole


class _Plain(WholeLines, QPlainTextEdit):
    pass


class _Rich(WholeLines, QTextBrowser):
    pass


@pytest.fixture(params=[_Plain, _Rich, XmlEditor, DifferenceView])
def text(request: pytest.FixtureRequest, qtbot: QtBot) -> QPlainTextEdit | QTextBrowser:
    """A text of forty lines on the screen."""
    made = request.param()
    qtbot.addWidget(made)
    made.setPlainText("\n".join("Words in a line" for _ in range(40)))
    made.show()
    return made


def lowest_ink(view: QPlainTextEdit | QTextBrowser) -> int:
    """The lowest row of pixels that is not empty."""
    image = view.viewport().grab().toImage()
    ground = image.pixel(image.width() - 3, 2)
    rows = range(image.height() - 1, -1, -1)
    return next(y for y in rows if any(image.pixel(x, y) != ground for x in range(60)))


@pytest.mark.parametrize("height", range(100, 118, 3))
def test_no_line_of_a_text_is_cut_at_the_lower_edge(
    text: QPlainTextEdit | QTextBrowser, height: int
) -> None:
    text.resize(300, height)
    bar = text.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        inked, room = lowest_ink(text), text.viewport().height()
        line = text.cursorRect(text.cursorForPosition(QPoint(4, inked)))
        assert line.bottom() < room
        assert inked > room - 2 * line.height() - 4


def test_a_text_lower_than_a_line_is_painted_nevertheless(
    text: QPlainTextEdit | QTextBrowser,
) -> None:
    text.resize(300, 14)
    assert text.whole_height() == text.viewport().height()

"""A list ends with a whole row, however high it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView
from pytestqt.qtbot import QtBot

from catalog_app.ui.whole_rows import WholeRows


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

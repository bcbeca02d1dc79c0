"""A small window with large text: less is said, and nothing that is said is cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from catalog_app.ui.article.legend import Legend
from catalog_app.ui.form.header import Elided

from .conftest import Table


def text_of(label: Elided, width: int) -> str:
    label.resize(width, 20)
    return label.text()


def test_a_label_says_it_in_fewer_words_before_it_is_cut(qtbot) -> None:
    label = Elided(None)
    qtbot.addWidget(label)
    label.show()
    label.show_words("report.txt · 8 lines · UTF-8", "report.txt · UTF-8", "report.txt")
    wide = label.fontMetrics().horizontalAdvance("report.txt · 8 lines · UTF-8") + 4
    assert text_of(label, wide) == "report.txt · 8 lines · UTF-8"
    assert text_of(label, wide - 10) == "report.txt · UTF-8"
    assert text_of(label, wide // 2) == "report.txt"
    assert text_of(label, 50).endswith("…")
    assert label.toolTip() == "report.txt · 8 lines · UTF-8"


def test_a_legend_without_room_shows_its_keys_alone_and_they_still_work(qtbot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(320, 10)
    legend.show()
    whole = legend.height()
    legend.fit(whole)
    assert legend.height() == whole
    legend.fit(whole - 1)
    assert legend.height() < whole / 2
    legend.set_active(True)
    _, key, _ = legend._boxes(320, True)[3]
    QTest.mouseMove(legend, key.center() - QPoint(1, 1))
    QTest.mouseMove(legend, key.center())
    assert legend.toolTip() == "Date"
    with qtbot.waitSignal(legend.chosen) as chosen:
        QTest.mouseClick(legend, Qt.MouseButton.LeftButton, pos=key.center())
    assert chosen.args == ["d"]
    legend.fit(whole)
    assert legend.height() == whole


def test_in_a_low_window_three_lines_of_the_article_are_left(table: Table, qtbot) -> None:
    pane = table.pane
    pane._split.setSizes([100, 100])
    heights = {}
    for height in (700, 340, 280):
        pane.resize(pane.width(), height)
        qtbot.wait(1)
        upper = pane.view.parentWidget()
        assert pane.legend.geometry().bottom() <= upper.height(), height
        assert pane.view.height() >= 2 * pane.view.line_height, height
        heights[height] = pane.legend.height()
    assert heights[280] < heights[700]


def test_what_is_suggested_can_be_read_in_a_narrow_pane(table: Table) -> None:
    lower = table.pane.lower
    option = QStyleOptionViewItem()
    option.fontMetrics = lower.list.fontMetrics()
    for lines, named in ((13, False), (18, True), (24, True)):
        option.rect = QRect(0, 0, lines * option.fontMetrics.height(), 24)
        kind, value, link, cross = lower.delegate._columns(option)
        assert (kind.width() > option.fontMetrics.horizontalAdvance("Date")) == named
        assert kind.right() <= value.left() < value.right() < link.left() < cross.left()
        assert value.width() > option.fontMetrics.horizontalAdvance("March 2023")

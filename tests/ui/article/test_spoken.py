"""What a screen reader is told of the article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from catalog_app.article.text import Article
from catalog_app.ui.article.text_view import TextView


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TextView]:
    """A view that somebody reads with a screen reader."""
    QAccessible.setActive(True)
    made = TextView()
    qtbot.addWidget(made)
    made.show_article(Article("One 𝄞 note.\nTwo words.\n"))
    made.show()
    yield made
    QAccessible.setActive(False)


def test_the_view_is_a_text_that_is_only_read(view: TextView) -> None:
    told = QAccessible.queryAccessibleInterface(view)
    assert told.text(QAccessible.Text.Name) == "Text being described"
    assert "Shift" in told.text(QAccessible.Text.Description)
    assert told.role() == QAccessible.Role.EditableText
    assert told.state().readOnly
    assert told.state().multiLine


def test_its_words_are_read_in_the_units_of_qt(view: TextView) -> None:
    words = QAccessible.queryAccessibleInterface(view).textInterface()
    assert words.characterCount() == len(view.article.text) + 1  # the clef takes two
    assert words.text(0, 11) == "One 𝄞 note."[:10]
    assert words.text(13, 16) == "Two"


def test_the_cursor_is_where_the_keys_put_it(view: TextView) -> None:
    words = QAccessible.queryAccessibleInterface(view).textInterface()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert words.cursorPosition() == 13
    words.setCursorPosition(6)
    assert view.cursor_.at == 5


def test_of_a_very_long_text_the_neighbourhood_of_the_cursor_is_read(view: TextView) -> None:
    text = "A line of words.\n" * 50_000
    view.show_article(Article(text))
    view.select(len(text) // 2, len(text) // 2)
    words = QAccessible.queryAccessibleInterface(view).textInterface()
    assert words.characterCount() < 20_000
    here = words.cursorPosition()
    assert words.text(here, here + 4) == text[len(text) // 2 :][:4]


def test_views_come_and_go_while_somebody_listens(qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    for _ in range(30):
        made = TextView()
        made.show_article(Article("Some words."))
        assert QAccessible.queryAccessibleInterface(made).textInterface().text(0, 4) == "Some"
        made.deleteLater()
        qtbot.wait(1)
    QAccessible.setActive(False)

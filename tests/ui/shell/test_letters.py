"""In a menu of names letters typed on end are the beginning of a name."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from catalog_app.ui import letters
from catalog_app.ui.letters import LetterMenu


@pytest.fixture
def menu(qtbot: QtBot) -> LetterMenu:
    made = LetterMenu("kinds")
    qtbot.addWidget(made)
    for name in ("Article", "Book", "Newspaper article", "Newspaper issue", "Own templates…"):
        made.addAction(name)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("b", "Book"),
        ("book", "Book"),
        ("n", "Newspaper article"),
        ("nn", "Newspaper issue"),
        ("nnn", "Newspaper article"),
        ("newspaper", "Newspaper article"),
        ("newspaper i", "Newspaper issue"),
        ("bx", "Book"),
    ],
)
def test_a_letter_goes_to_a_name_and_a_word_to_what_begins_with_it(
    menu: LetterMenu, typed: str, name: str
) -> None:
    QTest.keyClicks(menu, typed)
    assert menu.isVisible()
    assert menu.activeAction().text() == name


def test_after_a_pause_a_letter_begins_a_word_anew(
    menu: LetterMenu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "_PAUSE", 0)
    QTest.keyClicks(menu, "bo")
    assert menu.activeAction().text() == "Own templates…"

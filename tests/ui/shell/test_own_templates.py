"""The user's own templates in the window: what is wrong in them is said, and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from catalog_app.ui.main_window import MainWindow
from tests.document.test_template_files import GOOD
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open

BROKEN = GOOD.replace('"Postcard"', '"Postcard')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of own templates of the windows here."""
    made = tmp_path / "data" / "templates"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened with another program."""
    found: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()) or True
    )
    return found


def offered_at_the_start(window: MainWindow) -> list[str]:
    return [button.text().strip() for button in window.start.findChildren(QPushButton)]


def test_the_window_opens_beside_a_broken_file_and_says_which_line(
    opened: Open, folder: Path
) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    (folder / "postcard.toml").write_text(GOOD)
    window = opened()
    assert "“broken.toml”, line 1" in window.bar.text
    assert {"Postcard", "Book"} <= set(offered_at_the_start(window))


def test_a_mended_file_is_offered_and_the_notice_goes(opened: Open, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    window = opened()
    assert "Postcard" not in offered_at_the_start(window)
    (folder / "broken.toml").write_text(GOOD)
    window.own_templates.look()
    assert window.bar.text == ""
    assert "Postcard" in offered_at_the_start(window)


def test_a_notice_that_was_closed_does_not_come_again(opened: Open, folder: Path) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    window = opened()
    window.bar.close_current()
    window.own_templates.look()
    assert window.bar.text == ""


def test_asked_where_they_are_the_window_says_again_what_is_wrong(
    opened: Open, folder: Path
) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    window = opened()
    window.own_templates.show()
    assert str(folder) in window.bar.text
    assert "“broken.toml”, line 1" in window.bar.text
    (folder / "broken.toml").write_text(GOOD)
    window.own_templates.show()
    assert str(folder) in window.bar.text
    assert "broken.toml" not in window.bar.text


def test_what_the_bars_say_is_said_again_in_another_language(
    qtbot: QtBot, opened: Open, folder: Path, tmp_path: Path, english: None
) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    window = opened()
    (tmp_path / "no.xml").write_text("<mods")
    window.opener.open_file(tmp_path / "no.xml")
    qtbot.waitUntil(lambda: "could not be opened" in window.bar.text)
    window.actions_by_id["language_ru"].trigger()
    qtbot.waitUntil(lambda: "Не удалось открыть" in window.bar.text)
    assert [button.text() for button in window.bar.buttons] == ["Открыть другой файл…"]
    window.bar.close_current()
    assert "Кое-что в ваших шаблонах" in window.bar.text
    assert "broken.toml" in window.bar.text
    window.actions_by_id["language_en"].trigger()
    qtbot.waitUntil(lambda: "“broken.toml”, line 1" in window.bar.text)


def test_a_misspelt_path_is_said_and_makes_no_field(opened: Open, folder: Path) -> None:
    text = GOOD.replace("titleInfo/title", "titleInfo/titel")
    (folder / "postcard.toml").write_text(text)
    window = opened()
    assert "“postcard.toml”, line 5: MODS has no field “titleInfo/titel”." in window.bar.text
    hands = Hands(window)
    hands.press("Ctrl+Shift+T")
    hands.choose("Postcard")
    fields = [card.address.name for card in window.desk.form._cards]
    assert "titleInfo" not in fields
    assert "name" in fields


def test_by_keys_to_the_folder_from_the_list_of_kinds(
    hands_in: Hands, folder: Path, shown: list[str]
) -> None:
    hands_in.press("Ctrl+N", "Ctrl+T")
    hands_in.choose("Own templates…")
    assert str(folder) in hands_in.window.bar.text
    assert hands_in.focus.text() == "Open the folder"
    hands_in.press("Space")
    assert shown == [str(folder)]


def test_a_shipped_template_is_copied_there_changed_and_takes_its_place(
    hands_in: Hands, folder: Path, shown: list[str]
) -> None:
    folder.rmdir()
    hands_in.press("Ctrl+Shift+T")
    hands_in.choose("Thesis")
    hands_in.press("Ctrl+T")
    hands_in.choose("Own templates…")
    hands_in.press("Tab")
    assert hands_in.focus.text() == "Copy “Thesis” there"
    hands_in.press("Space")
    copy = folder / "thesis.toml"
    assert str(copy) in hands_in.window.bar.text
    copy.write_text(copy.read_text().replace('title = "Thesis"', 'title = "Our theses"'))
    hands_in.press("Ctrl+T")
    menu = QApplication.activePopupWidget()
    titles = [action.text() for action in menu.actions()]
    assert "Our theses" in titles
    assert "Thesis" not in titles
    menu.close()


@pytest.fixture
def hands_in(opened: Open, folder: Path) -> Hands:
    """Hands in a window whose folder of own templates is known."""
    return Hands(opened())

"""XML is copied in one window and pasted in another record by the field's own menu, by keys."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from catalog_app.document.names import MODS
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open, opened, record

__all__ = ["opened", "record"]

PREFIXED = f"""<m:mods xmlns:m="{MODS}" version="3.8">
  <m:titleInfo><m:title>Two</m:title></m:titleInfo>
</m:mods>
""".encode()


def choose(hands: Hands, words: str) -> None:
    """Open the menu of the field in focus and take an entry."""
    hands.press("Ctrl+M")
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    found = next(text for text in texts if text.startswith(words))
    hands.choose(found)


def test_a_field_copied_from_one_record_is_the_same_field_in_another(
    opened: Open, record: Path, tmp_path: Path
) -> None:
    other = tmp_path / "prefixed.xml"
    other.write_bytes(PREFIXED)
    hands = Hands(opened(record))
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    choose(hands, "Copy as XML")
    assert QGuiApplication.clipboard().text() == f'<note xmlns="{MODS}">Kept as it is.</note>'
    hands.window.opener.open_files([other])
    hands.press("Ctrl+2")
    hands.tab_to("record1/titleInfo/title")
    choose(hands, "Paste XML")
    data = b"".join(hands.window.session.document.chunks())
    root = etree.fromstring(data)
    assert root.findtext(f".//{{{MODS}}}note") == "Kept as it is."
    hands.press("Ctrl+Z")
    assert b"".join(hands.window.session.document.chunks()) == PREFIXED


def test_what_cannot_be_pasted_is_said(opened: Open, record: Path) -> None:
    hands = Hands(opened(record))
    hands.press("Ctrl+2")
    hands.tab_to("record1/note")
    QGuiApplication.clipboard().setText("<q:note>x</q:note>")
    choose(hands, "Paste XML")
    assert "prefix “q”" in hands.window.desk.bar.text
    assert hands.window.session.undo_stack.isClean()

"""Looking at fields changes nothing: focus that comes and goes writes no byte."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from catalog_app.document.address import parse_address
from tests.ui.form.conftest import focused
from tests.ui.shell.conftest import Open

CODED = """<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><title>Zeitung</title></titleInfo>
  <language><languageTerm type="code" authority="iso639-2">deu</languageTerm></language>
  <genre authority="marcgt">gazette</genre>
</mods>
"""


def test_a_code_of_another_list_stays_as_it_is_when_the_focus_passes_through(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "coded.xml"
    path.write_text(CODED, encoding="utf-8")
    window = opened(path)
    form, session = window.desk.form, window.session
    for place in ("language/languageTerm", "genre", "titleInfo/title") * 2:
        assert form.reveal(parse_address(f"record1/{place}"))
        QApplication.processEvents()
    assert session.document.text.decode() == CODED
    assert not session.undo_stack.count()
    # Typed and taken back is as if nothing was typed.
    form.reveal(parse_address("record1/language/languageTerm"))
    QTest.keyClicks(focused().input, "x")
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    form.reveal(parse_address("record1/titleInfo/title"))
    QApplication.processEvents()
    assert session.document.text.decode() == CODED

"""From nothing to a saved and officially valid record of the seed article, by keys alone."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt

from tests.real_files import CORPUS, oracle
from tests.ui.article.conftest import CONTROL, SHIFT

SEED = CORPUS / "seeds" / "article.txt"
M = {"m": "http://www.loc.gov/mods/v3", "t": "http://www.loc.gov/METS/"}
_NONE = Qt.KeyboardModifier.NoModifier
ONE_BY_ONE = ("title", "dateline", "source", "date", "language", "abstract")


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not beside the project")
def test_the_seed_article_becomes_a_valid_package_by_keys_alone(tables, tmp_path, capsys) -> None:
    article = tmp_path / "article.txt"
    shutil.copy(SEED, article)
    table = tables()
    keys, window, qtbot = table.keys, table.window, table.qtbot
    keys.press(Qt.Key.Key_M, CONTROL | SHIFT)
    table.name_file(article)
    qtbot.waitUntil(lambda: table.pane.lower.list.hasFocus())
    rows = table.pane.lower.suggestions
    while rows.rows:
        kind = rows.rows[table.pane.lower.list.row].kind
        keys.press(Qt.Key.Key_Return, _NONE if kind in ONE_BY_ONE else SHIFT)
    target = tmp_path / "described.xml"
    keys.press(Qt.Key.Key_S, CONTROL)
    table.name_file(target)
    qtbot.waitUntil(target.is_file)
    assert not window.isWindowModified()
    _is_complete(target, article)
    with capsys.disabled():
        print(f"\n  seed article: {keys.count} keystrokes")
    assert keys.count < 60


def _is_complete(file: Path, article: Path) -> None:
    parts = oracle().judge(file)["parts"]
    assert [part["kind"] for part in parts] == ["mets", "mods"]
    assert all(part["valid"] for part in parts), parts
    tree = etree.fromstring(file.read_bytes())

    def texts(path: str) -> list[str]:
        return [" ".join(found.itertext()).strip() for found in tree.iterfind(path, M)]

    record = ".//m:mods/"
    assert texts(record + "m:language/m:languageTerm") == ["eng"]
    assert texts(record + "m:originInfo/m:place/m:placeTerm") == ["Astana", "kz"]
    assert texts(record + "m:originInfo/m:publisher") == ["Kazinform"]
    assert texts(record + "m:subject/m:temporal") == ["XXXX-04-14"]
    families = texts(record + "m:name/m:namePart[@type='family']")
    assert sorted(families) == ["Nurgaziyeva", "Sabirov"]
    roles = {role.casefold() for role in texts(record + "m:name/m:role/m:roleTerm")}
    assert {"director", "president"} <= roles
    bodies = texts(record + "m:subject/m:name/m:namePart")
    assert "SCO Center for Public Diplomacy in Uzbekistan" in bodies
    assert "Civil Alliance of Kazakhstan" in bodies
    assert len(texts(record + "m:subject/m:topic")) >= 4
    assert {"Kazakhstan", "Uzbekistan"} <= set(texts(record + "m:subject/m:geographic"))
    assert len(texts(record + "m:abstract")[0]) > 100
    attached = tree.find(".//t:file", M)
    assert attached.get("MIMETYPE") == "text/plain"
    assert attached.get("SIZE") == str(article.stat().st_size)
    assert attached.get("CHECKSUM") == hashlib.sha256(article.read_bytes()).hexdigest()
    assert attached.find("t:FLocat", M).get("{http://www.w3.org/1999/xlink}href") == "article.txt"


def test_a_new_record_from_an_article_begins_as_a_newspaper_article_and_asks_for_the_rest(
    tables, report
) -> None:
    table = tables()
    table.keys.press(Qt.Key.Key_N, CONTROL | SHIFT)
    table.name_file(report)
    table.qtbot.waitUntil(lambda: table.pane.lower.list.hasFocus())
    assert "<typeOfResource>text</typeOfResource>" in table.record()
    assert table.pane.path == report
    suggested = [one.kind for one in table.pane.lower.suggestions.rows]
    assert suggested[0] == "title"
    assert "person" in suggested
    table.keys.press(Qt.Key.Key_Return)
    assert "<title>Tashkent hosts a conference</title>" in table.record()
    assert table.window.session.undo_stack.index() == 1

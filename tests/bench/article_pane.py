"""The article pane: 10 MB of text without a stall, and a key that makes a field at once."""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.article.measure import GOLD
from tests.bench.row import Row, below
from tests.bench.window import Clock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_PARAGRAPH = (
    "ASTANA – Tashkent hosted a regional conference on 14 April 2023, reported Kazinform.\n\n"
    "According to the Director of the Centre for Public Diplomacy in Uzbekistan Kabuljon Sabirov, "
    "public diplomacy strengthens peace between Kazakhstan and its neighbours, and regional "
    "cooperation relies on mutual trust.\n\n"
)
_SIZE = 10_000_000
_STALL, _SHOWN, _KEY = 0.050, 1.0, 0.100
_LONGEST = 600.0
_RECORD = (
    '<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">'
    "<titleInfo><title>A conference</title></titleInfo></mods>"
)


def measure() -> list[Row]:
    """Open 10 MB beside a record, analyse for a while, search, scroll; then take passages."""
    from PySide6.QtWidgets import QApplication

    from catalog_app.app import make_window
    from catalog_app.session.settings import settings_at

    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record, article = folder / "record.xml", folder / "article.txt"
        record.write_text(_RECORD, encoding="utf-8")
        article.write_text(_long_text(), encoding="utf-8")
        window = make_window(
            settings_at(folder / "settings.ini"), folder / "state", folder / "data"
        )
        window.show()
        window.opener.open_file(record)
        clock = Clock(application)
        clock.rest(0.6)
        rows = [*_large(window, article, clock)]
        short = folder / "short.txt"
        short.write_text(_PARAGRAPH, encoding="utf-8")
        rows += _keys(window, short, clock)
        for desk in window.desks():
            window.remove_desk(desk)
        window.close()
        clock.rest(0.1)
    return rows


def _long_text() -> str:
    """Paragraphs of the English and Russian texts that the rules were made with, in any order."""
    chosen = random.Random(1)
    files = [*GOLD.glob("eng-*.txt"), *GOLD.glob("rus-*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(files)]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    picked: list[str] = []
    size = 0
    while size < _SIZE:
        picked.append(chosen.choice(paragraphs))
        size += len(picked[-1].encode()) + 2
    return "\n\n".join(picked)


def _wait(clock: Clock, there: Callable[[], object]) -> None:
    end = time.perf_counter() + _LONGEST
    while not there():
        clock.rest(0.02)
        if time.perf_counter() > end:
            raise TimeoutError


def _large(window: object, article: Path, clock: Clock) -> list[Row]:
    pane = window.desk.pane("article")
    clock.worst = 0.0
    start = time.perf_counter()
    window.opener.open_article(article)
    while not pane.key:
        clock.turn()
    shown = time.perf_counter() - start
    _wait(clock, lambda: pane.lower.suggestions.rows)
    first = time.perf_counter() - start
    _wait(clock, lambda: pane.articles.current.suggestions is not None)
    whole = time.perf_counter() - start
    analysing = clock.worst / 1000
    clock.worst = 0.0
    pane.open_search()
    pane.search.asked.emit("Kazakhstan")
    clock.rest(1.0)
    bar = pane.view.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 50)):
        bar.setValue(step)
        clock.turn()
    reading = clock.worst / 1000
    pane.articles.current.suggestions = None
    pane.suggesting.begin(pane.articles.current)
    clock.rest(0.5)
    start = time.perf_counter()
    pane.suggesting.cancel()
    clock.turn()
    cancelled = time.perf_counter() - start
    return [
        below("Article of 10 MB: until it is shown", shown, _SHOWN),
        Row("Article of 10 MB: first suggestions", f"{first:.1f} s"),
        Row("Article of 10 MB: all suggestions", f"{whole:.1f} s"),
        below("Article of 10 MB: longest stall, opening and analysing", analysing, _STALL),
        below("Article of 10 MB: longest stall, searching and scrolling", reading, _STALL),
        below("Article of 10 MB: stopping the analysis", cancelled, _STALL),
    ]


def _keys(window: object, article: Path, clock: Clock) -> list[Row]:
    """The time of a key that makes a field, with everything that follows it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    pane = window.desk.pane("article")
    pane.open_article(article)
    clock.rest(0.5)
    times = []
    for words, key in (
        ("Kabuljon Sabirov", Qt.Key.Key_N), ("14 April 2023", Qt.Key.Key_D),
        ("Tashkent", Qt.Key.Key_G), ("public diplomacy", Qt.Key.Key_S),
        ("regional cooperation", Qt.Key.Key_S), ("mutual trust", Qt.Key.Key_S),
    ):  # fmt: skip
        at = pane.text.index(words)
        pane.focus_first()
        pane.view.select(at, at + len(words))
        clock.rest(0.3)
        start = time.perf_counter()
        QTest.keyClick(pane.view, key)
        clock.turn()
        times.append(time.perf_counter() - start)
    return [below("Article: a key makes a field, typically", median(times), _KEY)]

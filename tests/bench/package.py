"""A package of 200,000 files and 80 MB: table, structure, an edit and undo, memory."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.large_file import _CHILD, _LXML, _in_process
from tests.bench.row import Row, below, ratio
from tests.bench.window import Clock
from tests.large import large_mets

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_STALL = 0.050
_CORE = _CHILD.format(
    imports="from catalog_app.document.address import Address\n"
    "from catalog_app.document.document import open_document\n"
    "from catalog_app.document.files_rows import FileRows\n"
    "from catalog_app.document.structure_rows import Structure",
    work="document = open_document(open(sys.argv[1], 'rb').read())\n"
    "rows = FileRows(document, Address('package1').child('fileSec'))\n"
    "tree = Structure(document, Address('package1').child('structMap'))\n"
    "for part in (rows, tree):\n"
    "    for _ in part.reading(): pass\n"
    "for number in range(0, len(rows), 50):\n"
    "    rows.row(number), tree.division(number)",
)


def measure() -> list[Row]:
    """Open the table and the structure in the real window, and work in them."""
    from PySide6.QtWidgets import QApplication

    from catalog_app.app import make_window
    from catalog_app.document.address import Address
    from catalog_app.session.settings import settings_at

    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.xml"
        path.write_bytes(large_mets(200_000))
        _, memory = _in_process(_CORE, path)
        _, theirs = _in_process(_LXML, path)
        window = make_window(
            settings_at(folder / "settings.ini"), folder / "state", folder / "data"
        )
        window.resize(1400, 880)
        window.show()
        clock = Clock(application)
        window.opener.open_files([path])
        _until(clock, lambda: window.session is not None)
        clock.rest(4.0)
        package = Address("package1")
        rows = [
            ratio("memory with table and structure, against lxml", memory, theirs, 0.5, "MB"),
            *_table(window, clock, package.child("fileSec")),
            *_tree(window, clock, package.child("structMap")),
        ]
        window.session.undo_stack.setIndex(0)
        for desk in window.desks():
            window.remove_desk(desk)
        window.close()
        clock.rest(0.1)
    return rows


def _until(clock: Clock, ready: object) -> float:
    start = time.perf_counter()
    while not ready() and time.perf_counter() < start + 120:
        clock.turn()
        time.sleep(0.0005)
    return time.perf_counter() - start


def _stall(what: str, clock: Clock) -> Row:
    worst, clock.worst = clock.worst / 1000, 0.0
    return below(what, worst, _STALL)


def _table(window: object, clock: Clock, section: object) -> Iterator[Row]:
    from PySide6.QtCore import Qt

    clock.worst = 0.0
    window.session.go_to(section)
    files = window.desk.sections.files
    opened = _until(clock, lambda: files.model.rowCount() == 200_000)
    clock.rest(0.3)
    yield Row("200,000 files: until the table is there", f"{opened:.2f} s")
    yield _stall("200,000 files: longest stall, opening the table", clock)
    bar = files.table.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        bar.setValue(step)
        clock.turn()
    yield _stall("200,000 files: longest stall, scrolling", clock)
    done: list[bool] = []
    files.model.ordered.connect(lambda: done.append(True))
    files.table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    sorting = _until(clock, lambda: bool(done))
    clock.rest(0.3)
    yield Row("200,000 files: sorted by size", f"{sorting:.2f} s")
    yield _stall("200,000 files: longest stall, sorting", clock)
    files.table.selectRow(100_000)
    clock.rest(0.3)
    yield _stall("200,000 files: longest stall, choosing a file", clock)
    yield from _edit(window, clock, files.model)


def _edit(window: object, clock: Clock, model: object) -> Iterator[Row]:
    clock.rest(0.5)
    clock.worst = 0.0
    times = []
    for work in (
        lambda: model.setData(model.index(100_000, 3), "edited"),
        window.session.undo_stack.undo,
        window.session.undo_stack.redo,
        window.session.undo_stack.undo,
    ):
        start = time.perf_counter()
        work()
        clock.turn()
        times.append(time.perf_counter() - start)
        clock.rest(1.0)
    yield below("200,000 files: an edit in the table", times[0], _STALL)
    yield below("200,000 files: undo", max(times[1], times[3]), _STALL)
    yield _stall("200,000 files: longest stall after them", clock)


def _tree(window: object, clock: Clock, section: object) -> Iterator[Row]:
    window.session.go_to(section)
    pane = window.desk.sections.structure
    opened = _until(clock, lambda: pane.model.rowCount() == 200_001)
    clock.rest(0.3)
    yield Row("200,000 divisions: until the tree is there", f"{opened:.2f} s")
    yield _stall("200,000 divisions: longest stall, opening the tree", clock)
    bar = pane.tree.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        bar.setValue(step)
        clock.turn()
    pane.tree.selectRow(150_000)
    clock.rest(0.3)
    yield _stall("200,000 divisions: longest stall, scrolling and choosing", clock)

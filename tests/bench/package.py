"""A package of 200,000 files and 80 MB: table, structure, an edit and undo, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.large_file import _CHILD, _LXML, _in_process
from tests.bench.row import Row, below, ratio
from tests.bench.window import Clock
from tests.large import large_mets

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_STALL, _FILES = 0.050, 200_000
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

    from catalog_app.app import calm_the_collector, make_window
    from catalog_app.document.address import Address
    from catalog_app.session.settings import settings_at

    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.xml"
        path.write_bytes(large_mets(_FILES))
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
        clock.rest(5.0)
        parse = _parsed(path)
        calm_the_collector(window)
        package = Address("package1")
        rows = [
            ratio("memory with table and structure, against lxml", memory, theirs, 0.5, "MB"),
            *_table(window, clock, package.child("fileSec"), parse),
            *_tree(window, clock, package.child("structMap"), parse),
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
    """The longest turn; beside it what it took of the processor, if the machine was busy."""
    row = below(what, clock.worst / 1000, _STALL)
    row = replace(row, compared=f"{clock.work:.1f} ms of work")
    clock.forget()
    return row


def _parsed(path: Path) -> float:
    """How long lxml parses the file, in a process of its own beside the same window.

    Freed in this one, its tree of 900 MB would be given back to the system in the next turn.
    """
    code = (
        "import sys, time; from lxml import etree; start = time.perf_counter(); "
        "tree = etree.parse(sys.argv[1], etree.XMLParser()); print(time.perf_counter() - start)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _table(window: object, clock: Clock, section: object, theirs: float) -> Iterator[Row]:
    from PySide6.QtCore import Qt

    clock.forget()
    start = time.perf_counter()
    clock.call(lambda: window.session.go_to(section))
    files = window.desk.sections.files
    _until(clock, lambda: files.model.rowCount() > 0)
    first = time.perf_counter() - start
    _until(clock, lambda: files.model.rowCount() == _FILES)
    opened = time.perf_counter() - start
    clock.rest(0.3)
    yield below("200,000 files: until the first rows are there", first, 0.5)
    yield ratio("200,000 files: until all are there, against lxml's parse", opened, theirs, 1)
    yield _stall("200,000 files: longest stall, opening the table", clock)
    bar = files.table.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        bar.setValue(step)
        clock.turn()
    yield _stall("200,000 files: longest stall, scrolling", clock)

    def ordered(work: object) -> float:
        done: list[bool] = []
        files.model.ordered.connect(lambda: done.append(True))
        work()
        return _until(clock, lambda: bool(done))

    sorting = ordered(lambda: files.table.sortByColumn(5, Qt.SortOrder.DescendingOrder))
    clock.rest(0.3)
    yield Row("200,000 files: sorted by size", f"{sorting:.2f} s")
    yield _stall("200,000 files: longest stall, sorting", clock)
    filtering = ordered(lambda: files.model.filter("page_0001"))
    ordered(lambda: files.model.filter(""))
    clock.rest(0.3)
    yield Row("200,000 files: filtered", f"{filtering:.2f} s")
    yield _stall("200,000 files: longest stall, filtering", clock)
    files.table.selectRow(100_000)
    clock.rest(0.3)
    yield _stall("200,000 files: longest stall, choosing a file", clock)
    yield from _edit(window, clock, files.model)
    clock.call(files.table.selectAll)
    clock.rest(0.5)
    yield _stall("200,000 files: longest stall, choosing all", clock)
    yield from _at_large(window, clock, "remove 200,000 files with their links", (
        files.remove_chosen
    ))  # fmt: skip
    files.table.selectRow(100_000)
    yield from _at_large(window, clock, "replace the beginning of 200,000 locations", lambda: (
        files.replace_base("file:///volume/", "images/")
    ))  # fmt: skip
    yield from _at_large(window, clock, "rename an ID with its links", lambda: (
        files.model.put(100_000, "id", "renamed")
    ))  # fmt: skip
    files.verify()
    verifying = _until(clock, lambda: bool(files.verdicts))
    clock.rest(0.3)
    yield Row("200,000 files: verified (all missing)", f"{verifying:.2f} s")
    yield _stall("200,000 files: longest stall, verifying", clock)


def _at_large(window: object, clock: Clock, what: str, work: object) -> Iterator[Row]:
    """Do a large edit, undo it, redo it, undo it: how long, and the longest stall of each."""
    stack = window.session.undo_stack
    clock.rest(0.5)
    clock.forget()
    before = stack.index()
    start = time.perf_counter()
    clock.call(work)
    _until(clock, lambda: stack.index() > before or bool(window.desk.bar.buttons))
    if stack.index() == before and window.desk.bar.buttons:  # it asks what becomes of the links
        clock.call(window.desk.bar.buttons[0].click)
        _until(clock, lambda: stack.index() > before)
    seconds = time.perf_counter() - start
    clock.rest(1.5)
    yield Row(f"{what}: done after", f"{seconds:.2f} s")
    yield _stall(f"{what}: longest stall", clock)
    for step in (stack.undo, stack.redo, stack.undo):
        clock.call(partial(_with_turn, step, clock))
        clock.rest(1.0)
    yield _stall(f"{what}: longest stall, undo and redo", clock)


def _with_turn(act: Callable[[], object], clock: Clock) -> None:
    """What is done and the turn that paints it: what one waits for."""
    act()
    clock.application.processEvents()


def _edit(window: object, clock: Clock, model: object) -> Iterator[Row]:
    clock.rest(0.5)
    clock.forget()
    times, works, after = list[float](), list[str](), 0.0
    for work in (
        lambda: model.setData(model.index(100_000, 3), "edited"),
        window.session.undo_stack.undo,
        window.session.undo_stack.redo,
        window.session.undo_stack.undo,
    ):
        clock.forget()
        times.append(clock.call(partial(_with_turn, work, clock)) / 1000)
        works.append(f"{clock.work:.1f} ms of work")
        clock.rest(1.0)
        after = max(after, clock.worst)
    yield replace(below("200,000 files: an edit in the table", times[0], _STALL), compared=works[0])
    worst = max(1, 3, key=times.__getitem__)
    yield replace(below("200,000 files: undo", times[worst], _STALL), compared=works[worst])
    yield below("200,000 files: longest stall after them", after / 1000, _STALL)


def _tree(window: object, clock: Clock, section: object, theirs: float) -> Iterator[Row]:
    from PySide6.QtCore import QItemSelection, QItemSelectionModel

    clock.forget()
    start = time.perf_counter()
    clock.call(lambda: window.session.go_to(section))
    pane = window.desk.sections.structure
    _until(clock, lambda: pane.model.rowCount() == _FILES + 1)
    opened = time.perf_counter() - start
    clock.rest(0.3)
    yield ratio("200,000 divisions: until all are there, against lxml", opened, theirs, 1)
    yield _stall("200,000 divisions: longest stall, opening the tree", clock)
    bar = pane.tree.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        bar.setValue(step)
        clock.turn()
    pane.tree.selectRow(150_000)
    clock.rest(0.3)
    yield _stall("200,000 divisions: longest stall, scrolling and choosing", clock)
    inside = QItemSelection(pane.model.index(1, 0), pane.model.index(100_000, 0))
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.ClearAndSelect
    pane.tree.selectionModel().select(inside, rows)
    yield from _at_large(window, clock, "move 100,000 pages past the next", lambda: (
        pane.move_by(1)
    ))  # fmt: skip
    pane.tree.selectRow(0)
    clock.rest(0.5)
    yield from _at_large(window, clock, "number 200,000 pages", lambda: (
        pane.number_chosen("i, ii, iii")
    ))  # fmt: skip
    group = section.parent.child("fileSec").child("fileGrp")
    pane.tree.selectRow(0)
    clock.rest(0.5)
    yield from _at_large(window, clock, "add a page for each of 200,000 files", lambda: (
        pane.add_pages(group)
    ))  # fmt: skip

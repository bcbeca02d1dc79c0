"""The real window: opening records, keys, and the longest time it did not answer."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from catalog_app.document.address import Address
from tests.bench.row import Row
from tests.large import large_mets

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_OPEN_MS, _KEY_MS, _STALL_MS = 100.0, 16.0, 50.0
_KEYS = 120
_PAUSE = 0.03
_HEAD = '<?xml version="1.0"?>\n<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">\n'


def _subjects(number: int) -> str:
    return "".join(
        f'  <subject authority="lcsh">\n    <topic>Topic {n}</topic>\n'
        f"    <geographic>Place {n}</geographic>\n  </subject>\n"
        for n in range(number)
    )


def many_subjects() -> bytes:
    """A record with 500 subjects."""
    title = "  <titleInfo>\n    <title>Many subjects</title>\n  </titleInfo>\n"
    return (_HEAD + title + _subjects(500) + "</mods>\n").encode()


def long_abstract() -> bytes:
    """A record with an abstract of 114 KB."""
    title = "  <titleInfo>\n    <title>A long abstract</title>\n  </titleInfo>\n"
    words = "  <abstract>" + "A sentence of the abstract. " * 4200 + "</abstract>\n"
    return (_HEAD + title + words + "</mods>\n").encode()


def collection() -> bytes:
    """A modsCollection of 10,000 records."""
    record = (
        '  <mods version="3.8">\n    <titleInfo>\n      <title>Record {0}</title>\n'
        '    </titleInfo>\n    <name type="personal">\n'
        '      <namePart type="family">Name {0}</namePart>\n    </name>\n'
        "    <originInfo>\n      <dateIssued>2026</dateIssued>\n    </originInfo>\n  </mods>\n"
    )
    body = "".join(record.format(n) for n in range(10_000))
    head = '<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
    return (head + body + "</modsCollection>\n").encode()


class Clock:
    """Runs the event loop and notes the longest single turn, in milliseconds.

    `work` is the most that a turn took of the processor: on a machine that is busy with other
    things too it says more than `worst`, on a quiet one they are alike.
    """

    def __init__(self, application: object) -> None:
        self.application, self.worst, self.work = application, 0.0, 0.0

    def forget(self) -> None:
        """Begin anew."""
        self.worst = self.work = 0.0

    def turn(self) -> None:
        """One turn of the loop."""
        self.call(self.application.processEvents)

    def call(self, act: Callable[[], object]) -> float:
        """Something that the window's thread does in one go; how long it took."""
        start, work = time.perf_counter(), time.thread_time()
        act()
        taken = (time.perf_counter() - start) * 1000
        self.worst = max(self.worst, taken)
        self.work = max(self.work, (time.thread_time() - work) * 1000)
        return taken

    def rest(self, seconds: float) -> None:
        """Turn for a while."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.turn()
            time.sleep(0.001)


def measure() -> list[Row]:
    """Open, go through records and type, in the three records that are hard on a form."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(sys.argv[:1])
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data, field in (
            ("500 subjects", many_subjects(), "record1/subject[3]/topic"),
            ("abstract of 114 KB", long_abstract(), "record1/abstract"),
            ("10,000 records", collection(), "record5000/titleInfo/title"),
            ("80 MB, 200,000 files", large_mets(200_000), "record1/titleInfo/title"),
        ):
            path = Path(folder) / "record.xml"
            path.write_bytes(data)
            rows += _scene(application, name, path, field, Path(folder))
    return rows


def _scene(application: object, name: str, path: Path, field: str, folder: Path) -> Iterator[Row]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from catalog_app.app import calm_the_collector, make_window
    from catalog_app.document.address import parse_address
    from catalog_app.session.settings import settings_at

    window = make_window(settings_at(folder / "settings.ini"), folder / "state")
    window.resize(1400, 880)
    window.show()
    calm_the_collector(window)
    clock = Clock(application)
    clock.rest(0.3)
    clock.forget()
    clock.call(lambda: window.opener.open_files([path]))
    _until(clock, lambda: window.session is not None and bool(window.desk.form.column.views))
    opening = _stall(f"{name}: longest stall while opening", clock)
    clock.rest(2.5)
    checking = _stall(f"{name}: longest stall after opening", clock)
    address = parse_address(field)
    start = time.perf_counter()
    window.session.go_to(Address(address.part))
    clock.turn()
    opened = (time.perf_counter() - start) * 1000
    window.desk.form.reveal(address)
    clock.rest(1.0)
    target = QApplication.focusWidget()
    clock.forget()
    keys = []
    for number in range(_KEYS):
        start = time.perf_counter()
        QTest.keyClick(target, "abcdefghij"[number % 10])
        application.processEvents()
        keys.append((time.perf_counter() - start) * 1000)
        clock.rest(_PAUSE)
    keys.sort()
    clock.rest(1.5)
    typing = _stall(f"{name}: longest stall while typing", clock)
    rows = list(_acts(clock, window, name))
    window.session.undo_stack.setIndex(0)
    window.session.undo_stack.setClean()
    window.close()
    window.deleteLater()
    clock.rest(0.2)
    yield _row(f"{name}: a record opened", opened, _OPEN_MS)
    yield _row(f"{name}: a key, 99th percentile", keys[int(len(keys) * 0.99)], _KEY_MS)
    yield Row(f"{name}: a key, median", f"{keys[len(keys) // 2]:.1f} ms", "", "", None)
    yield from (opening, checking, typing, *rows)


def _acts(clock: Clock, window: MainWindow, name: str) -> Iterator[Row]:
    """What else one does in a day, each with the longest stall until all is quiet again."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    desk = window.desk
    yield _act(clock, f"{name}: undo", desk.undo)
    yield _act(clock, f"{name}: redo", desk.redo)
    yield _act(clock, f"{name}: saving", window.saver.save)
    yield _act(clock, f"{name}: search box opened", desk.form.add_field)
    box = QApplication.focusWidget()
    yield _act(clock, f"{name}: a key in it", lambda: QTest.keyClick(box, "n"))
    desk.go_form()
    yield _act(clock, f"{name}: XML pane opened", desk.go_xml)
    place = window.session.place
    if window.session.document.packages():
        files = Address("package1").child("fileSec")
        yield _act(clock, f"{name}: its files, the XML in front", partial(_go, window, files))
        yield _act(clock, f"{name}: back to the record", partial(_go, window, place))
    yield _act(clock, f"{name}: all text larger", window.view.larger)
    window.view.normal_size()
    yield _act(clock, f"{name}: another theme", window.view.choose_dark)
    window.view.choose_light()
    yield _act(clock, f"{name}: another language", window.view.choose_language_ru)
    window.view.choose_language_en()


def _go(window: MainWindow, place: Address) -> None:
    window.session.go_to(place)


def _act(clock: Clock, what: str, act: Callable[[], object], goal: float = _STALL_MS) -> Row:
    clock.rest(0.2)
    clock.forget()
    clock.call(act)
    clock.rest(1.0)
    return _stall(f"{what}, longest stall", clock, goal)


def _stall(what: str, clock: Clock, goal: float = _STALL_MS) -> Row:
    row = _row(what, clock.worst, goal)
    return replace(row, compared=f"{clock.work:.1f} ms of work")


def _row(what: str, value: float, goal: float) -> Row:
    return Row(what, f"{value:.1f} ms", "", f"< {goal:.0f} ms", value < goal)


def _until(clock: Clock, ready: Callable[[], bool]) -> None:
    end = time.perf_counter() + 60
    while not ready() and time.perf_counter() < end:
        clock.turn()
        time.sleep(0.001)

"""What is unreachable is let go of in the window's thread, also while another one works."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from catalog_app.session.collector import Collector
from catalog_app.session.jobs import Jobs

ENDS: list[int] = []


class Tied(QObject):
    """Something of Qt that only the collector can let go of."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.load = [[] for _ in range(20)]

    def __del__(self) -> None:
        ENDS.append(threading.get_ident())


@pytest.fixture
def automatic() -> object:
    """Python as it is by itself, and afterwards as the tests want it."""
    gc.enable()
    yield None
    gc.disable()


def test_what_is_unreachable_ends_in_the_thread_of_the_window(
    qtbot: QtBot, automatic: object
) -> None:
    owner = QObject()
    jobs = Jobs(owner)
    Collector(jobs, owner)

    ENDS.clear()
    for _ in range(200):
        Tied()
    with qtbot.waitSignal(jobs.ended):
        jobs.run("", lambda report: len([[number] for number in range(300_000)]))
    qtbot.waitUntil(lambda: len(ENDS) == 200)
    assert set(ENDS) == {threading.get_ident()}

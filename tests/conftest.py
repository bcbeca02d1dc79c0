"""What all tests share: windows that are closed are gone before the next module begins."""

from __future__ import annotations

import gc
import sys
from functools import partialmethod

import pytest
from pytestqt.qtbot import QtBot

# As in the program, no thread takes windows apart while it checks a record: Qt and Python would
# wait for each other. What has gone is let go of here, between two tests.
gc.disable()
# A busy machine takes its time: what does not come within a minute does not come.
for wait in ("waitUntil", "waitSignal", "waitSignals"):
    setattr(QtBot, wait, partialmethod(getattr(QtBot, wait), timeout=60_000))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Let go of closed windows now and then: a theme is applied to every widget there is."""
    if nextitem is not None and nextitem.path == item.path:
        gc.collect(1)
        return
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    core = sys.modules["PySide6.QtCore"]
    gc.collect()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)

"""The process outlives a PySide that loses references to None."""

from __future__ import annotations

import subprocess
import sys

import pytest

STORY = """
import catalog_app.ui.look
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
line = QLineEdit()
for _ in range(100_000):
    line.setText("x")
print("alive")
"""


@pytest.mark.parametrize("story", [STORY])
def test_a_hundred_thousand_calls_that_return_nothing_do_not_end_the_process(story):
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr

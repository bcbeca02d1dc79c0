"""A passage and a file are dropped by a real pointer, where there is an X server to have one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}")
_HERE = Path(__file__).resolve().parents[3]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own; it chooses its number and tells it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1500x900x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def test_words_are_dropped_on_a_field_and_a_file_on_the_article(
    display: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.article.dragged", str(tmp_path)],
        cwd=_HERE,
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if "could not load the Qt platform plugin" in done.stderr.lower():
        pytest.skip("Qt's plug-in for X cannot be loaded here")
    outcome = json.loads(done.stdout.splitlines()[-1])
    assert "<title>A conference public diplomacy</title>" in outcome["passage"]["record"]
    assert outcome["passage"]["traced"] == "public diplomacy → record1/titleInfo/title"
    assert outcome["file"]["text"] == "Another text, dropped as a file.\n"

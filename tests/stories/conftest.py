"""The real window of the shell's tests, and hands to work in it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_app.ui.main_window import MainWindow
from tests.stories.hands import Hands
from tests.ui.shell.conftest import Open, opened, record, window

__all__ = ["opened", "record", "window"]

ORACLE = Path(__file__).parents[3] / "shared" / "tools" / "oracle.py"
SEED = Path(__file__).parents[3] / "shared" / "corpus" / "seeds" / "eprint_85694.xml"
Verdict = Callable[[Path], list[str]]


@pytest.fixture
def hands(opened: Open) -> Hands:
    """Hands in a window with no document open."""
    return Hands(opened())


@pytest.fixture
def hands_on(window: MainWindow) -> Hands:
    """Hands in a window with one small record open."""
    return Hands(window)


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """A copy of the seed record."""
    if not SEED.exists():
        pytest.skip("the shared corpus is not here")
    copy = tmp_path / "eprint.xml"
    copy.write_bytes(SEED.read_bytes())
    return copy


@pytest.fixture
def official() -> Verdict:
    """What the published schemas have against a file: nothing, or their messages."""
    if not ORACLE.exists():
        pytest.skip("the official schemas are not here")

    def judge(path: Path) -> list[str]:
        command = [sys.executable, str(ORACLE), str(path), "--messages"]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        assert said.stdout, said.stderr
        found = json.loads(said.stdout.splitlines()[0])
        assert found["parts"], found
        return [str(part) for part in found["parts"] if not part["valid"]]

    return judge

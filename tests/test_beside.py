"""A program beside us: it is heard to its end, or stopped at once, and never outlives us."""

import os
import pickle
import subprocess
import sys
import time

import pytest

from catalog_app.article.worker import analyse_beside
from catalog_app.beside import Beside

TEXT = "ASTANA – Tashkent hosted a conference on 14 April 2023, reported Kazinform.\n\n" * 400


def test_everything_it_says_is_heard() -> None:
    program = analyse_beside(TEXT, ())
    said = list(program.messages())
    program.stop()
    assert program.complete
    assert any(getattr(one, "whole", False) for one in said)


def test_one_that_is_stopped_is_not_complete() -> None:
    program = analyse_beside(TEXT * 50, ())
    program.stop()
    assert not list(program.messages())
    assert not program.complete


def test_a_program_that_cannot_begin_is_not_complete() -> None:
    program = Beside("catalog_app.no_such_module", [pickle.dumps(None)])
    assert not list(program.messages())
    program.stop()
    assert not program.complete


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="asks /proc who is there")
def test_it_ends_when_whoever_started_it_is_killed() -> None:
    script = (
        "import time; from catalog_app.article.worker import analyse_beside\n"
        f"p = analyse_beside({TEXT!r} * 300, ()); print(p._process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(1.0)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 30
    while _is_running(child) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _is_running(child)


def _is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False

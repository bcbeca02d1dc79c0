"""No file does harm: a clear word or a harmless opening, in seconds, with little memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from catalog_app import cli
from catalog_app.document.document import Document, OpenError, open_document
from catalog_app.lossless.wellformed import NotWellFormed
from tests.lossless.attacks import SMALL, attacks
from tests.real_files import CORPUS, all_files, named, needs_corpus

SECRET = "canary-7f3a91"
NAMES = list(attacks(Path("/nowhere")))
HOSTILE = ("tiran--defusedxml", "GNOME--libxml2")
MALFORMED = [path for path in all_files() if path.relative_to(CORPUS).parts[0] in HOSTILE]
TOP = Path(__file__).resolve().parents[2]


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file that an attack would like to read."""
    path = tmp_path / "canary.txt"
    path.write_text(f"<!ENTITY x '{SECRET}'>", encoding="utf-8")
    return path


def looked_at(document: Document) -> Iterator[str]:
    """Everything a window would show of a document."""
    for _ in document.checking():
        pass
    for anchor in document.anchors():
        stack = [document.anchored(anchor)]
        while stack and len(stack) < 2000:
            element = stack.pop()
            yield element.value
            if len(element.node.attributes) < 1000:
                yield from element.attributes.values()
            stack += islice(element.children(), 50)


def said(error: OpenError | NotWellFormed) -> str:
    """What an error tells, which must be a sentence with a place."""
    assert error.line >= 1
    assert error.column >= 1
    assert len(error.message) < 400
    assert error.message.endswith((".", "…", "”"))
    return error.message


def harmless(data: bytes) -> str:
    """What is seen of a file: its text, or why it is not opened. At most five seconds."""
    start = time.monotonic()
    try:
        document = open_document(data)
        assert b"".join(document.chunks()) == data
        seen = "".join(looked_at(document))
    except (OpenError, NotWellFormed) as error:
        seen = said(error)
    assert time.monotonic() - start < 5
    return seen


@pytest.mark.parametrize("name", NAMES)
def test_an_attack_does_no_harm(name: str, canary: Path) -> None:
    data = attacks(canary)[name]
    seen = harmless(data)
    assert SECRET not in seen
    assert len(seen) < 30_000_000


@needs_corpus
@pytest.mark.parametrize("path", MALFORMED, ids=named)
def test_a_known_malformed_file_does_no_harm(path: Path) -> None:
    harmless(path.read_bytes())


def test_a_file_cut_off_anywhere_is_refused_in_its_place() -> None:
    head = '<?xml version="1.0"?>\n<!-- c --><!DOCTYPE mods [<!ENTITY e "x">]>\n'
    data = (head + SMALL).encode()
    for end in range(len(data)):
        with pytest.raises(OpenError) as caught:
            open_document(data[:end])
        assert caught.value.line in (1, 2, 3)
        assert caught.value.message


@pytest.mark.parametrize(("command", "form"), [("validate", "json"), ("show", "text")])
@pytest.mark.parametrize("name", [n for n in NAMES if "large" not in n and "MB" not in n])
def test_the_command_line_says_one_line_about_it(
    name: str, command: str, form: str, canary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = canary.with_name("attack.xml")
    path.write_bytes(attacks(canary)[name])
    status = cli.main([command, str(path), "--format", form])
    out, err = capsys.readouterr()
    assert SECRET not in out + err
    assert "Traceback" not in err
    assert (status == 2) == (len(err.splitlines()) == 1)
    assert status in (0, 1, 2)
    if status == 2:
        assert err.startswith(str(path))


LIMITED = [
    "billion laughs",
    "quadratic blow-up",
    "deep nesting",
    "a name of 1 MB",
    "100,000 attributes",
    "the network",
    "an external entity",
    "comments in an entity",
]


@pytest.mark.parametrize("name", LIMITED)
def test_a_process_with_little_memory_and_time_survives_it(name: str, canary: Path) -> None:
    path = canary.with_name("attack.xml")
    path.write_bytes(attacks(canary)[name])

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (8, 8))  # seconds

    done = subprocess.run(
        [sys.executable, "-m", "catalog_app", "validate", str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=limit,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        check=False,
    )
    assert done.returncode in (0, 1, 2)
    assert "Traceback" not in done.stderr
    assert SECRET not in done.stdout + done.stderr

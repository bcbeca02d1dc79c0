"""An 80 MB METS of 200,000 files against lxml and a plain copy, in the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.document.document import Document, open_document
from catalog_app.lossless.save import save
from tests.bench.row import Row, below, ratio, taken, typically
from tests.large import large_mets

FILES = 200_000
TITLE = parse_address("titleInfo/title")
PAGE = parse_address("package1/structMap/div/div[150000]/@LABEL")

_CHILD = """
import json, resource, sys, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{imports}
start = time.perf_counter()
{work}
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([seconds, peak / 1024]))
"""
_OURS = _CHILD.format(
    imports="from catalog_app.document.document import open_document\n"
    "from catalog_app.document.address import parse_address",
    work="document = open_document(open(sys.argv[1], 'rb').read())\n"
    "record = document.anchored(document.records()[0])\n"
    "[child.value for field in record.children() for child in field.children()]",
)
_LXML = _CHILD.format(
    imports="from lxml import etree", work="tree = etree.parse(sys.argv[1], etree.XMLParser())"
)


def _in_process(script: str, path: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of a script in a process of its own; the best of three."""
    top = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": top}
    command = [sys.executable, "-c", script, str(path)]
    runs = []
    for _ in range(3):
        out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
        runs.append(json.loads(out))
    return min(run[0] for run in runs), min(run[1] for run in runs)


def measure() -> list[Row]:
    """Open, memory, edit, cut finer, save."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.xml")
        path.write_bytes(large_mets(FILES))
        size = Row("the file", f"{path.stat().st_size / 1e6:.0f} MB", f"{FILES} files")
        ours, memory = _in_process(_OURS, path)
        theirs, their_memory = _in_process(_LXML, path)
        rows = [
            size,
            ratio("open to the first record's fields, against lxml's parse", ours, theirs, 1),
            ratio("peak memory, against lxml", memory, their_memory, 0.5, "MB"),
        ]
        data = path.read_bytes()
        return [*rows, *_editing(open_document(data)), *_saving(data, path)]


def _editing(document: Document) -> list[Row]:
    values = iter(range(100))

    def edit_title() -> None:
        edit = edits.set_value(document, TITLE, f"Title {next(values)}")
        assert edit is not None
        document.apply(edit)

    first = taken(edit_title)
    finer = taken(lambda: document.element(PAGE.element))

    def edit_page() -> None:
        edit = edits.set_attribute(document, PAGE, f"Page {next(values)}")
        assert edit is not None
        document.apply(edit)

    return [
        below("the first edit of the title", first, 0.05),
        below("each further one", typically(edit_title), 0.05),
        Row("find page 150,000: its section is cut finer", f"{finer:.2f} s"),
        below("edit that page", typically(edit_page), 0.05),
    ]


def _saving(data: bytes, path: Path) -> list[Row]:
    document = open_document(data)
    edit = edits.set_value(document, TITLE, "Changed")
    assert edit is not None
    document.apply(edit)

    def copy() -> None:
        target = path.with_suffix(".copy")
        with path.open("rb") as old, target.open("wb") as new:
            new.write(old.read())
            new.flush()
            os.fsync(new.fileno())

    def save_both_ways() -> None:
        save(path, document.chunks, seen=document.original_chunks)
        document.apply(edit.inverse)
        document.apply(edit)

    def restored() -> float:
        seconds = taken(save_both_ways)
        path.write_bytes(data)
        return seconds

    copies, saves = [], []
    for _ in range(5):
        copies.append(taken(copy))
        saves.append(restored())
    return [ratio("save, verified, against a plain copy with fsync", min(saves), min(copies), 3)]

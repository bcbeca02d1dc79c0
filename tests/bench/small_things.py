"""What happens at every key and at every start, on the shipped example."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from catalog_app import paths
from catalog_app.document import edits
from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.validation.run import validate
from tests.bench.row import Row, below, taken, typically

EXAMPLE = paths.resources() / "examples" / "eprint_export.xml"


def measure() -> list[Row]:
    """Open, one key, validate, and the command line from start to end."""
    data = EXAMPLE.read_bytes()
    document = open_document(data)
    values = iter(range(1000))

    def key() -> None:
        edit = edits.set_value(document, parse_address("titleInfo/title"), str(next(values)))
        assert edit is not None
        document.apply(edit)

    def command() -> None:
        top = str(Path(__file__).resolve().parents[2])
        environment = {**os.environ, "PYTHONPATH": top}
        arguments = [sys.executable, "-m", "catalog_app", "show", str(EXAMPLE)]
        subprocess.run(arguments, check=True, capture_output=True, env=environment)

    validate(data)
    return [
        below("open the example", typically(lambda: open_document(data)), 0.05),
        below("one key: edit and apply", typically(key, 20), 0.02),
        below("validate it whole", typically(lambda: validate(data)), 0.5),
        below("catalog-app show, from start to end", min(taken(command) for _ in range(3)), 1.0),
    ]

"""`export`: records of a file in a form of their own, also out of packages that are only shown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from catalog_app.commands.files import FINE, NO_ADDRESS, Failure, opened, write_bytes
from catalog_app.document.document import Document
from catalog_app.export import FORMATS, Format


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("export", help="writes records as files of their own")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--record", type=int, metavar="N", help="only this record, the first being 1"
    )
    parser.add_argument("--format", choices=[kind.id for kind in FORMATS], default=FORMATS[0].id)
    parser.add_argument(
        "-o", dest="out", metavar="OUT", help="a file, or a folder for several records"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the records; one goes to standard output unless a file is named."""
    path = Path(options.file)
    document = opened(path)
    kind = next(kind for kind in FORMATS if kind.id == options.format)
    numbers = _wanted(document, options.record, str(path))
    into = Path(options.out) if options.out else None
    if into is not None and (into.is_dir() or len(numbers) > 1):
        _write_all(document, kind, numbers, into, path.stem)
        return FINE
    if len(numbers) > 1:
        said = f"There are {len(numbers)} records: --record names one, -o a folder for all."
        raise Failure(said, str(path))
    data = kind.write(document, f"record{numbers[0]}")
    if into is None:
        sys.stdout.buffer.write(data)
    else:
        write_bytes(data, into)
    return FINE


def _wanted(document: Document, number: int | None, file: str) -> list[int]:
    total = len(document.records())
    if not total:
        raise Failure("There is no record in this file.", file, code=NO_ADDRESS)
    if number is None:
        return list(range(1, total + 1))
    if not 1 <= number <= total:
        raise Failure(f"There is no record {number}; there are {total}.", file, code=NO_ADDRESS)
    return [number]


def _write_all(
    document: Document, kind: Format, numbers: list[int], folder: Path, stem: str
) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"No folder can be made here: {error.strerror}.", str(folder)) from None
    width = len(str(numbers[-1]))
    for number in numbers:
        target = folder / f"{stem}-{number:0{width}d}{kind.suffix}"
        if target.exists():
            raise Failure("This file is there already, and stays as it is.", str(target))
        write_bytes(kind.write(document, f"record{number}"), target)

"""`fields`: the element reference."""

from __future__ import annotations

import argparse
import json
from typing import Any

from catalog_app.commands.files import FINE, NO_ADDRESS, Failure
from catalog_app.schema.reference import fields, fields_text


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("fields", help="the element reference")
    parser.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="an element, label, path or MARC tag"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the reference, or the pages on one name."""
    if options.format == "json":
        found = fields(options.name)
        said = json.dumps(found, ensure_ascii=False) + "\n" if found else None
    else:
        said = fields_text(options.name)
    if said is None:
        raise Failure(f"No element is called “{options.name}”.", code=NO_ADDRESS)
    print(said, end="")
    return FINE

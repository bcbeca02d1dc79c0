"""`set`: edits fields, and nothing else in the file."""

from __future__ import annotations

import argparse
import re
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from catalog_app.commands.files import FINE, NO_ADDRESS, Failure, editable, opened, write
from catalog_app.document.address import Address, AddressError, Step, parse_address
from catalog_app.document.document import Document
from catalog_app.document.edit import EditError
from catalog_app.document.edits import set_value
from catalog_app.document.labels import declared

_ASSIGNMENT = re.compile(r"((?:\{[^}]*\}|[^={])+)=(.*)", re.DOTALL)


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("set", help="edit fields; every other byte stays")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "assignments",
        metavar="ADDRESS=VALUE",
        nargs="*",
        help="such as titleInfo/title=Water or name[2]/@type=personal; ADDRESS= alone empties",
    )
    parser.add_argument("-o", dest="out", metavar="OUT", help="write here, not in place")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make all the edits and save once, or change nothing."""
    path = Path(options.file)
    if not options.assignments:
        if options.out:
            write(opened(path), path, options.out)
            return FINE
        raise Failure("Nothing to set: give ADDRESS=VALUE, or -o OUT for a copy.", str(path))
    document = editable(path)
    for text in options.assignments:
        _assign(document, str(path), text)
    if document.edited or options.out:
        write(document, path, options.out)
    return FINE


def _assign(document: Document, file: str, text: str) -> None:
    match = _ASSIGNMENT.fullmatch(text)
    if match is None:
        raise Failure(f"“{text}” is not ADDRESS=VALUE.", file)
    try:
        address = parse_address(match[1])
        problem = absent(document, address, match[2])
        if problem:
            raise Failure(problem, file, code=NO_ADDRESS)
        edit = set_value(document, address, match[2])
        if edit is not None:
            document.apply(edit)
            _say_if_empty(document, address)
    except AddressError as error:
        raise Failure(str(error), file, code=NO_ADDRESS) from None
    except EditError as error:
        raise Failure(f"{match[1]}: {error}", file) from None


def _say_if_empty(document: Document, address: Address) -> None:
    """Tell of a field that stands there without a value now, which nobody may have meant."""
    element = None if address.attribute else document.element(address)
    if element is not None and not element.value.strip() and not element.has_elements:
        said = f"{address} is empty now and still there; `fix` removes empty fields."
        print(said, file=sys.stderr)


def absent(document: Document, address: Address, value: str) -> str:
    """Why nothing can be set at an address, or the empty string.

    What is missing is created where the schema knows it and it would be the next of its name.
    """
    if document.anchor(address.part) is None:
        return f"There is no {address.part} in this file."
    element = document.element(address.element)
    if element is not None and (
        not address.attribute or element.get(address.attribute) is not None
    ):
        return ""
    if not value:
        return f"There is no {address} in this file, so it cannot be emptied."
    return _unknown(document, address) or _gap(document, address)


def _unknown(document: Document, address: Address) -> str:
    above = Address(address.part)
    for step in address.steps:
        place = above.child(step.name, step.occurrence)
        known, parent = declared(document, place), declared(document, above)
        if known is None and document.element(place) is None:
            names = [child.name for child in parent.children] if parent else []
            return f"There is no {place}, and none can be made.{_meant(step.name, names)}"
        above = place
    if not address.attribute:
        return ""
    here = declared(document, address.element)
    names = [attribute.name for attribute in here.attributes] if here else [address.attribute]
    if address.attribute in names:
        return ""
    return f"There is no {address}, and none can be made.{_meant(address.attribute, names)}"


def _meant(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, 1)
    return f" Did you mean {near[0]}?" if near else ""


def _gap(document: Document, address: Address) -> str:
    for depth, step in enumerate(address.steps):
        above = Address(address.part, address.steps[:depth])
        if document.element(Address(address.part, (*above.steps, step))) is not None:
            continue
        before = Address(address.part, (*above.steps, Step(step.name, step.occurrence - 1)))
        if step.occurrence > 1 and document.element(before) is None:
            return f"There is no {before}, so there can be no {address}."
    return ""

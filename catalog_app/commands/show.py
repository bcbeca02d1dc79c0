"""`show`: encoding, parts, records and their fields."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalog_app.commands.files import FINE, Failure, expanded, opened
from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.names import step_name
from catalog_app.document.standards import declared_version, package_version

_KINDS = {"mets": "METS", "mods": "MODS", "bare": "MODS without a mods element"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One value of a record or package, as it is printed."""

    address: Address
    label: str
    value: str


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("show", help="encoding, parts, records and their fields")
    parser.add_argument("file", metavar="FILE", nargs="+")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each file; one that cannot be read does not keep the others from it."""
    worst = FINE
    for path in expanded(options.file):
        try:
            document = opened(path)
        except Failure as failure:
            worst = failure.code
            sys.stdout.flush()
            print(failure, file=sys.stderr)
            continue
        if options.format == "json":
            print(json.dumps(as_json(str(path), document), ensure_ascii=False))
        else:
            print("\n".join(as_text(str(path), document)))
    return worst


def as_json(file: str, document: Document) -> dict[str, Any]:
    """A file's parts with their fields, as plain values."""
    parts = []
    for anchor in document.anchors():
        fields = [
            {"address": str(field.address), "label": field.label, "value": field.value}
            for field in shown(document, anchor)
        ]
        about = {
            "kind": anchor.kind,
            "version": _version(document.anchored(anchor), anchor.kind),
            "name": document.part_name(anchor),
            "line": document.anchored(anchor).line,
        }
        parts.append({**about, "fields": fields})
    return {
        "file": file,
        "well_formed": True,
        "encoding": document.source.label,
        "read_only": document.obstacle,
        "parts": parts,
    }


def as_text(file: str, document: Document) -> Iterator[str]:
    """The same for a reader, label and value in columns."""
    anchors = document.anchors()
    number = f"{len(anchors)} part{'' if len(anchors) == 1 else 's'}"
    yield f"{file}: {document.source.label}, {number if anchors else 'no METS or MODS in it'}"
    if document.obstacle:
        yield f"read-only: {document.obstacle}"
    for anchor in anchors:
        element = document.anchored(anchor)
        about = f"{_KINDS[anchor.kind]} {_version(element, anchor.kind)}, line {element.line}"
        yield f"\n{document.part_name(anchor)} — {about}"
        yield from _table(shown(document, anchor))


def _table(fields: list[Shown]) -> Iterator[str]:
    wide = min(max((len(field.label) for field in fields), default=0), 32)
    places = [_within(field.address) for field in fields]
    far = min(max(map(len, places), default=0), 48)
    for field, place in zip(fields, places, strict=True):
        value = " ".join(field.value.split())
        yield f"  {field.label:<{wide}}  {place:<{far}}  {value}".rstrip()


def _within(address: Address) -> str:
    return str(address).partition("/")[2]


def shown(document: Document, anchor: Anchor) -> list[Shown]:
    """The fields of a part: all of a record; of a package its own attributes and its header."""
    element = document.anchored(anchor)
    root = Address(document.part_name(anchor))
    if anchor.kind == "mets":
        found = list(_attributes(document, element, root))
        for name, child, address in numbered(document, element, root):
            if name == "metsHdr":
                found += _values(document, child, address)
        return found
    if anchor.kind == "bare":
        return [
            field
            for _, child, address in numbered(document, element, root)
            for field in _values(document, child, address)
        ]
    return list(_values(document, element, root))


def numbered(
    document: Document, element: Element, address: Address
) -> Iterator[tuple[str, Element, Address]]:
    """The children of an element with their names and addresses, large sections unopened."""
    standard = document.standard(address.part)
    count: dict[str, int] = {}
    for child in element.children():
        name = step_name(child.name, standard)
        count[name] = count.get(name, 0) + 1
        yield name, child, address.child(name, count[name])


def _values(document: Document, element: Element, address: Address) -> Iterator[Shown]:
    yield from _attributes(document, element, address)
    inside = list(numbered(document, element, address))
    if not inside and address.steps:
        yield Shown(address, label(document, address), element.value)
    for _, child, place in inside:
        yield from _values(document, child, place)


def _attributes(document: Document, element: Element, address: Address) -> Iterator[Shown]:
    for name, value in element.attributes.items():
        place = address.at(name)
        yield Shown(place, label(document, place), value)


def _version(element: Element, kind: str) -> str:
    return package_version(element) if kind == "mets" else declared_version(element)

"""Divisions found by words, whether they have an ID or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.package_spots import Spot, children, opening, package_spot, spot_of
from catalog_app.document.slices import Slices, let_go
from catalog_app.document.structure_rows import read_division

_MOST, _STEP = 100, 50
_FILEID = re.compile(rb"""\sFILEID\s*=\s*["']([^"']*)["']""")


@dataclass(frozen=True, slots=True)
class FoundDivision:
    """A division: its address, what it and those around it are called, and its ID or ""."""

    address: Address
    title: str
    id: str


def finding_divisions(
    document: Document, package: str, query: str = "", without: Address | None = None
) -> Slices[list[FoundDivision]]:
    """The divisions of a package that answer to some words, a hundred at most, in their order.

    Those of one map can be left out, `without` them.
    """
    top, found = Address(package), list[FoundDivision]()
    root = package_spot(document, package)
    number = len(children(document, root, "structMap")) if root else 0
    for at in range(1, number + 1):
        yield from opening(document, top.child("structMap", at))
    root = package_spot(document, package)
    spots = children(document, root, "structMap").spots() if root else iter(())
    wanted = query.casefold().split()
    for at, spot in enumerate(spots, 1):
        here = top.child("structMap", at)
        if here != without:
            yield from _looked_through(document, here, spot, "", wanted, found)
    return found


def _looked_through(
    document: Document,
    above: Address,
    spot: Spot,
    trail: str,
    wanted: list[str],
    found: list[FoundDivision],
) -> Slices[None]:
    """Look at the divisions inside one, those inside them right after each."""
    inside = children(document, spot, "div")
    for number, (inner, stretch) in enumerate(
        zip(inside.spots(), inside.stretches(), strict=True), 1
    ):
        if len(found) >= _MOST:
            return
        if number % _STEP == 0:
            yield 0.5
        if inner.box is None and not _may_answer(stretch, wanted):
            continue
        said, here = read_division(document, inner), above.child("div", number)
        title = f"{trail} › {said.title}" if trail else said.title
        known = f"{said.title} {said.number} {said.type} {said.id}".casefold()
        if all(word in known for word in wanted):
            found.append(FoundDivision(here, title, said.id))
        if said.has_children:
            yield from _looked_through(document, here, inner, title, wanted, found)
    yield 0.5


def _may_answer(stretch: tuple[bytes, int, int], wanted: list[str]) -> bool:
    """Whether some markup could hold the words at all: most need not be read to say no."""
    raw, start, end = stretch
    text = raw[start:end].decode("utf-8", "replace").casefold()
    return "&" in text or all(word in text for word in wanted)


def without_page(document: Document, section: Address, files: Iterable[str]) -> Slices[list[str]]:
    """Those of some files, by their IDs, that no division of a map points at; all if each has one.

    What was added to a group later gets its pages so, and nothing a second one.
    """
    there = yield from _pointed_at(document, section)
    every, left = list[str](), list[str]()
    for number, one in enumerate(files):
        every.append(one)
        if one.encode() not in there:
            left.append(one)
        if number % _STEP == 0:
            yield 0.0
    yield from let_go(there)
    return left or every


def _pointed_at(document: Document, section: Address) -> Slices[set[bytes]]:
    """The IDs of the files that the divisions of a map point at."""
    yield from opening(document, section)
    spot, element = spot_of(document, section), document.element(section)
    texts: Iterable[bytes] = [element.raw] if element and not element.box else []
    if spot is not None and spot.box is not None:
        texts = (part.text for part in spot.box.all_parts())
    found: set[bytes] = set()
    for text in texts:
        for number, match in enumerate(_FILEID.finditer(text)):
            found.add(match[1])
            if number % _STEP == 0:
                yield 0.0
    return found

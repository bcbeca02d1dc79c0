"""Elements removed with the links to them: many at once, a few milliseconds at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import remove
from catalog_app.document.ids import identifier, ids_in
from catalog_app.document.labels import label
from catalog_app.document.large import Making, from_the_end, made
from catalog_app.document.lifting import Lifting, lifted_at
from catalog_app.document.package_spots import children, spot_of
from catalog_app.document.reach import package_at, reach_of
from catalog_app.document.references import (
    Reference,
    element_at_tag,
    pointer_name,
    referring,
)
from catalog_app.document.slices import Slices, let_go, returned
from catalog_app.document.writing import removed, removed_attribute
from catalog_app.lossless.spans import TOKEN
from catalog_app.lossless.splice import Splice

_STEP = 50
#: Elements that say nothing any more when what they point at has gone.
_POINTERS = ("fptr", "area", "smLink", "smArcLink", "smLocatorLink")


def pointing_inside(document: Document, address: Address) -> list[tuple[str, list[Reference]]]:
    """What points from outside at an element or at something in it, by ID."""
    return sorted(returned(looking(document, [address])).pointing.items())


def remove_with_links(document: Document, address: Address) -> Edit | None:
    """Remove an element, and every link from outside that points at it or into it."""
    gone = remove(document, address)
    removal = returned(looking(document, [address]))
    if gone is None or not removal.number:
        return gone
    name = f"Remove {label(document, address)} and {removal.number} links to it"
    return made(removal.making(True, name))


def removing(
    document: Document, addresses: Sequence[Address], links: bool = True, name: str = ""
) -> Making:
    """Make the edit that removes elements, and by choice every link from outside to them."""
    removal = yield from looking(document, addresses, links)
    yield from removal.making(links, name)


def looking(
    document: Document, addresses: Sequence[Address], links: bool = True
) -> Slices[Removal]:
    """Look at what is to be removed, and what points there, a few milliseconds at a time.

    An address may also be that of an ID that is to be taken away.
    """
    removal, lifting = Removal(document, addresses[0]), Lifting(document)
    for at, address in enumerate(addresses):
        removal.add(_attribute(document, address) if address.attribute else lifting.lifted(address))
        if at % _STEP == 0:
            yield at / len(addresses) / 3
    if links:
        yield from removal.look()
    return removal


def _attribute(document: Document, address: Address) -> tuple[bytes, list[Splice]] | None:
    element = document.element(address.element)
    splices = removed_attribute(element, address.attribute) if element is not None else []
    return (splices[0].old, splices) if splices else None


class Removal:
    """What is taken away: the splices that do it, the IDs inside, and what points at those.

    Good only as long as the document does not change.
    """

    def __init__(self, document: Document, first: Address) -> None:
        self._document, self._first, self._version = document, first, document.version
        self._splices: list[Splice] = []
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._ids: set[bytes] = set()
        #: The places that point there from outside, by ID.
        self.pointing: dict[str, list[Reference]] = {}

    def add(self, lifted: tuple[bytes, list[Splice]] | None) -> None:
        """Something more: its bytes and the splices that take it away."""
        if lifted is None:
            return
        self._splices += lifted[1]
        self._ids.update(identifier(match) for match in ids_in(lifted[0]))
        for splice in lifted[1]:
            span = splice.offset, splice.offset + len(splice.old)
            self._spans.setdefault(splice.part, []).append(span)

    def look(self) -> Slices[None]:
        """Look for what points at the IDs from outside."""
        for each in self._spans.values():
            each.sort()
        if self._ids:
            reach = reach_of(self._document, self._first)
            self.pointing = yield from referring(reach, self._ids, self._holds)
        yield from let_go(self._spans)

    def _holds(self, part: int, offset: int) -> bool:
        spans = self._spans.get(part, [])
        at = bisect_right(spans, (offset, 1 << 62)) - 1
        return at >= 0 and offset < spans[at][1]

    @property
    def number(self) -> int:
        """How many links there are."""
        return sum(map(len, self.pointing.values()))

    def names(self, most: int) -> list[str]:
        """What the first of the places that point there are called."""
        found: dict[str, None] = {}
        for reference in (one for there in self.pointing.values() for one in there):
            found[pointer_name(self._document, reference)] = None
            if len(found) == most:
                break
        return list(found)

    def making(self, links: bool, name: str) -> Making:
        """Make the edit; with `links` it takes what points there along."""
        if self._document.version != self._version:
            raise EditError("The file was edited meanwhile, and nothing was done. Try again.")
        if not self._splices:
            return
        splices = list(self._splices)
        if links:
            splices += yield from self._unlinking()
        ordered = yield from from_the_end(splices)
        yield from let_go(splices, self._splices, self._ids)
        yield Edit(name, ordered, self._first.parent, back=self._first)

    def _unlinking(self) -> Slices[list[Splice]]:
        """The splices that take the IDs out of what points at them, too."""
        found: list[Splice] = []
        done: set[tuple[int, int]] = set()  # a place that names several is seen to but once
        total = len(self.pointing)
        tied = 0
        while self.pointing:
            _, there = self.pointing.popitem()
            for reference in there:
                place = reference.part, reference.start
                if place not in done:
                    done.add(place)
                    found.append(_unlinked(self._document, reference, self._ids))
                    tied += reference.attribute in ("from", "to")
            if len(self.pointing) % _STEP == 0:
                yield 0.7 + 0.3 * (1 - len(self.pointing) / total)
        yield from let_go(done)
        return found + (_hollow(self._document, self._first, tied) if tied else [])


def _hollow(document: Document, first: Address, tied: int) -> list[Splice]:
    """The splices that take a structLink away of which nothing would be left."""
    anchor = package_at(document, first)
    section = Address(document.part_name(anchor)).child("structLink") if anchor else first
    spot = spot_of(document, section)
    if anchor is None or spot is None:
        return []
    there = sum(len(children(document, spot, name)) for name in ("smLink", "smLinkGrp"))
    element = document.element(section) if there == tied else None
    return removed(element) if element is not None else []


def _unlinked(document: Document, reference: Reference, gone: Set[bytes]) -> Splice:
    """The splice that takes IDs out of what points at them.

    A pointer that holds nothing else goes whole, a link among several loses a word.
    """
    text = document.parts[reference.part].text
    match = TOKEN.match(text, reference.tag)
    assert match is not None
    raw = text[reference.start : reference.end]
    rest = [word for word in raw.split() if word.lstrip(b"#") not in gone]
    if rest:
        return Splice(reference.part, reference.start, raw, b" ".join(rest))
    if match["name"].decode().rpartition(":")[2] in _POINTERS:
        whole = lifted_at(document.parts[reference.part], reference.tag)
        return whole or removed(element_at_tag(document, reference.part, reference.tag))[0]
    start = len(text[: text.rfind(b"=", 0, reference.start)].rstrip())
    start = len(re.sub(rb"\s+\S+$", b"", text[reference.tag : start])) + reference.tag
    return Splice(reference.part, start, text[start : reference.end + 1], b"")

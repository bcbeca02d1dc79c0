"""Elements removed with the links to them: many at once, a few milliseconds at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import remove
from catalog_app.document.ids import identifier, ids_in
from catalog_app.document.labels import label
from catalog_app.document.large import Making, from_the_end, made
from catalog_app.document.lifting import Lifting
from catalog_app.document.reach import reach_of
from catalog_app.document.references import (
    Reference,
    pointer_name,
    referring,
)
from catalog_app.document.slices import Slices, let_go, returned
from catalog_app.document.unlinking import END, hollow, pointer_kind, ungrouped, unlinked
from catalog_app.document.writing import removed_attribute
from catalog_app.lossless.splice import Splice

_STEP = 50


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
        ends: list[Reference] = []
        total = len(self.pointing)
        tied = 0
        while self.pointing:
            _, there = self.pointing.popitem()
            for reference in there:
                place = reference.part, reference.start
                if place not in done:
                    done.add(place)
                    pointer = pointer_kind(self._document, reference)
                    if pointer == END:
                        ends.append(reference)
                        continue
                    found.append(unlinked(self._document, reference, self._ids))
                    tied += pointer == "smLink"
            if len(self.pointing) % _STEP == 0:
                yield 0.7 + 0.3 * (1 - len(self.pointing) / total)
        yield from let_go(done)
        splices, whole = yield from ungrouped(self._document, ends)
        tied += whole
        emptied = hollow(self._document, self._first, tied) if tied else []
        return [*found, *splices, *emptied]

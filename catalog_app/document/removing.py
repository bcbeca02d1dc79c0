"""Elements removed with the links to them: many at once, a few milliseconds at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.edits import remove
from catalog_app.document.ids import identifier, ids_in
from catalog_app.document.labels import label
from catalog_app.document.large import Making, from_the_end, made
from catalog_app.document.lifting import Lifting, lifted_at
from catalog_app.document.reach import Reach, reach_of
from catalog_app.document.references import Reference, element_at_tag, referring
from catalog_app.document.slices import Slices, let_go, returned
from catalog_app.document.writing import removed
from catalog_app.lossless.spans import TOKEN
from catalog_app.lossless.splice import Splice

#: Elements that say nothing any more when what they point at has gone.
_STEP = 50
_POINTERS = ("fptr", "area", "smLink", "smArcLink", "smLocatorLink")


def pointing_inside(document: Document, address: Address) -> list[tuple[str, list[Reference]]]:
    """What points from outside at an element or at something in it, by ID."""
    lifted = Lifting(document).lifted(address)
    if lifted is None:
        return []
    gone = _Gone()
    gone.add(lifted)
    return sorted(returned(gone.pointing_at(reach_of(document, address))).items())


def remove_with_links(document: Document, address: Address) -> Edit | None:
    """Remove an element, and every link from outside that points at it or into it."""
    gone = remove(document, address)
    edit = made(removing(document, [address]))
    if gone is None or edit is None or edit.splices == gone.splices:
        return gone
    number = sum(len(found) for _, found in pointing_inside(document, address))
    name = f"Remove {label(document, address)} and {number} links to it"
    return replace(edit, name=name)


def removing(
    document: Document, addresses: Sequence[Address], links: bool = True, name: str = ""
) -> Making:
    """Make the edit that removes elements, and by choice every link from outside to them."""
    gone, lifting = _Gone(), Lifting(document)
    for at, address in enumerate(addresses):
        gone.add(lifting.lifted(address))
        if at % _STEP == 0:
            yield at / len(addresses) / 3
    if not gone.splices:
        return
    first = addresses[0]
    if links:
        pointing = yield from gone.pointing_at(reach_of(document, first))
        yield from gone.unlink(document, pointing)
    ordered = yield from from_the_end(gone.splices)
    yield from let_go(gone.splices, gone.ids)
    yield Edit(name, ordered, first.parent, back=first)


class _Gone:
    """What is taken away: the splices that do it, the IDs inside, and the stretches, by part."""

    def __init__(self) -> None:
        self.splices: list[Splice] = []
        self.ids: set[bytes] = set()
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def add(self, lifted: tuple[bytes, list[Splice]] | None) -> None:
        """Something more: its bytes and the splices that take it away."""
        if lifted is None:
            return
        self.splices += lifted[1]
        self.ids.update(identifier(match) for match in ids_in(lifted[0]))
        for splice in lifted[1]:
            span = splice.offset, splice.offset + len(splice.old)
            self._spans.setdefault(splice.part, []).append(span)

    def pointing_at(self, reach: Reach) -> Slices[dict[str, list[Reference]]]:
        """What points at the IDs from outside, by ID."""
        for each in self._spans.values():
            each.sort()
        found = yield from referring(reach, self.ids, self._holds)
        yield from let_go(self._spans)
        return found

    def _holds(self, part: int, offset: int) -> bool:
        spans = self._spans.get(part, [])
        at = bisect_right(spans, (offset, 1 << 62)) - 1
        return at >= 0 and offset < spans[at][1]

    def unlink(self, document: Document, pointing: dict[str, list[Reference]]) -> Slices[None]:
        """Take the IDs out of what points at them, too; a place that names several but once."""
        done: set[tuple[int, int]] = set()
        total = len(pointing)
        while pointing:
            _, there = pointing.popitem()
            for reference in there:
                place = reference.part, reference.start
                if place not in done:
                    done.add(place)
                    self.splices.append(_unlinked(document, reference, self.ids))
            if len(pointing) % _STEP == 0:
                yield 0.7 + 0.3 * (1 - len(pointing) / total)
        yield from let_go(done)


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

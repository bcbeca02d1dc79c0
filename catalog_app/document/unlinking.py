"""What points at something that goes is taken away with it, and what says nothing without that."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.lifting import lifted_at
from catalog_app.document.package_spots import children, spot_of
from catalog_app.document.reach import package_at
from catalog_app.document.references import Reference, element_at_tag
from catalog_app.document.slices import Slices
from catalog_app.document.writing import removed
from catalog_app.lossless.spans import TOKEN
from catalog_app.lossless.splice import Splice

_STEP = 50
#: Elements that say nothing any more when what they point at has gone.
_POINTERS = ("fptr", "area", "smLink", "smArcLink", "smLocatorLink")
#: The end of links in a group, which cannot go by itself; so many there are at least.
END, _FEWEST = "smLocatorLink", 2


def unlinked(document: Document, reference: Reference, gone: Set[bytes]) -> Splice:
    """The splice that takes IDs out of what points at them.

    A pointer that holds nothing else goes whole, a link among several loses a word.
    """
    text = document.parts[reference.part].text
    raw = text[reference.start : reference.end]
    rest = [word for word in raw.split() if word.lstrip(b"#") not in gone]
    if rest:
        return Splice(reference.part, reference.start, raw, b" ".join(rest))
    if pointer_kind(document, reference) in _POINTERS:
        whole = lifted_at(document.parts[reference.part], reference.tag)
        return whole or removed(element_at_tag(document, reference.part, reference.tag))[0]
    start = len(text[: text.rfind(b"=", 0, reference.start)].rstrip())
    start = len(re.sub(rb"\s+\S+$", b"", text[reference.tag : start])) + reference.tag
    return Splice(reference.part, start, text[start : reference.end + 1], b"")


def pointer_kind(document: Document, reference: Reference) -> str:
    """The local name of the element that points."""
    match = TOKEN.match(document.parts[reference.part].text, reference.tag)
    assert match is not None
    return match["name"].decode().rpartition(":")[2]


def ungrouped(document: Document, ends: Sequence[Reference]) -> Slices[tuple[list[Splice], int]]:
    """The splices that take ends of links out of their groups, with the links that have them.

    A group of which no link is left goes whole; how many do is told too.
    """
    groups: dict[tuple[int, int], tuple[Element, set[int]]] = {}
    for number, one in enumerate(ends):
        group = element_at_tag(document, one.part, one.tag).parent
        assert group is not None
        key = group.part.id, group.node.start
        groups.setdefault(key, (group, set()))[1].add(one.tag)
        if number % _STEP == 0:
            yield 0.8
    splices, whole = list[Splice](), 0
    for number, (group, gone) in enumerate(groups.values()):
        found = _left_out(group, gone)
        whole += found == [group]
        splices += [splice for one in found for splice in removed(one)]
        if number % _STEP == 0:
            yield 0.9
    return splices, whole


def _left_out(group: Element, gone: set[int]) -> list[Element]:
    """What goes with the ends that begin at some offsets: they, their links, or the whole group."""
    inside = list(group.children())
    ends = [one for one in inside if one.name[1] == END]
    going = [one for one in ends if one.node.start in gone]
    said = {_label(one) for one in going} - {_label(one) for one in ends if one not in going}
    links = [one for one in inside if one.name[1] == "smArcLink"]
    cut = [one for one in links if {one.get("xlink:from"), one.get("xlink:to")} & said]
    if len(ends) - len(going) < _FEWEST or len(cut) == len(links):
        return [group]
    return [*going, *cut]


def _label(end: Element) -> str | None:
    return end.get("xlink:label")


def hollow(document: Document, first: Address, tied: int) -> list[Splice]:
    """The splices that take a structLink away of which nothing would be left."""
    anchor = package_at(document, first)
    section = Address(document.part_name(anchor)).child("structLink") if anchor else first
    spot = spot_of(document, section)
    if anchor is None or spot is None:
        return []
    there = sum(len(children(document, spot, name)) for name in ("smLink", "smLinkGrp"))
    element = document.element(section) if there == tied else None
    return removed(element) if element is not None else []

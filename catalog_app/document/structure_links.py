"""Pages tied to the chapters they belong to: links between the divisions of two maps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import add
from catalog_app.document.ids import collecting_ids
from catalog_app.document.large import Making, from_the_end
from catalog_app.document.layout import child_indentation
from catalog_app.document.lifting import Lifting
from catalog_app.document.minting import new_ids
from catalog_app.document.names import METS
from catalog_app.document.package_spots import children, opening, package_spot, spot_of
from catalog_app.document.package_tags import spelled_out
from catalog_app.document.slices import Slices
from catalog_app.document.writing import inserted, writer
from catalog_app.lossless.splice import Splice

_STEP = 50
_END = re.compile(rb"""[\s:](from|to)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def is_physical(document: Document, section: Address) -> bool:
    """Whether a structMap says that it is of pages, not of chapters."""
    spot = spot_of(document, section)
    return spot is not None and spot.tag.attributes.get("TYPE", "").upper() == "PHYSICAL"


def other_map(document: Document, section: Address) -> Address | None:
    """Another structMap of the package: that of the pages beside chapters, or the other way."""
    root = package_spot(document, section.part)
    number = len(children(document, root, "structMap")) if root else 0
    every = (Address(section.part).child("structMap", at) for at in range(1, number + 1))
    others = [one for one in every if one != section]
    wanted = not is_physical(document, section)
    fitting = (one for one in others if is_physical(document, one) == wanted)
    return next(fitting, others[0] if others else None)


def linking_divisions(document: Document, chosen: Sequence[Address], other: Address) -> Making:
    """Make the edit that ties divisions of one map to a division of another one.

    The links lead from the chapter to its pages, as the producers of packages have it. What has
    no ID gets one; what is tied already is passed over.
    """
    section = Address(chosen[0].part, chosen[0].steps[:1])
    if section.contains(other):
        raise EditError("Pages are tied to a division of another map.")
    for one in (section, Address(other.part, other.steps[:1])):
        yield from opening(document, one)
    taken = yield from collecting_ids(document)
    there = yield from _tied(document, section)
    names = _Names(document, taken)
    far = names.of(other)
    pairs: list[tuple[str, str]] = []
    pages = is_physical(document, section)
    if not pages and not is_physical(document, Address(other.part, other.steps[:1])):
        pages = other.steps[0].occurrence < section.steps[0].occurrence
    for number, one in enumerate(chosen):
        near = names.of(one)
        pair = (far, near) if pages else (near, far)
        if pair not in there:
            pairs.append(pair)
        if number % _STEP == 0:
            yield number / len(chosen)
    if not pairs:
        raise EditError("These are linked already.")
    splices = yield from from_the_end([*names.splices, *_written(document, section, pairs)])
    words = "Link a division" if len(pairs) == 1 else f"Link {len(pairs)} divisions"
    yield Edit(words, splices, chosen[0])


def tied_with(document: Document, division: Address) -> Slices[frozenset[str]]:
    """The IDs of the divisions that one is tied with, from it or to it."""
    spot = spot_of(document, division)
    own = spot.tag.attributes.get("ID", "") if spot is not None else ""
    there = (yield from _tied(document, division)) if own else set()
    return frozenset(b if a == own else a for a, b in there if own in (a, b)) - {""}


class _Names:
    """The IDs of divisions, with new ones for those that have none."""

    def __init__(self, document: Document, taken: set[str]) -> None:
        self._document, self._taken = document, taken
        self._lifting = Lifting(document)
        self.splices: list[Splice] = []

    def of(self, division: Address) -> str:
        spot = self._lifting.spot(division)
        if spot is None:
            raise EditError("There is no such division.")
        known = spot.tag.attributes.get("ID", "")
        if not known:
            known = next(new_ids(self._document, "div", self._taken, division.parent))
            self._taken.add(known)
            self.splices += spelled_out(spot.part.id, spot.tag, {"ID": known})
        return known


def _tied(document: Document, section: Address) -> Slices[set[tuple[str, str]]]:
    """The pairs that are tied already."""
    links = Address(section.part).child("structLink")
    yield from opening(document, links)
    spot = spot_of(document, links)
    found: set[tuple[str, str]] = set()
    for number, one in enumerate(children(document, spot, "smLink").spots() if spot else ()):
        ends = {m[1]: (m[2] or m[3] or b"").decode() for m in _END.finditer(one.tag.rest)}
        found.add((ends.get(b"from", ""), ends.get(b"to", "")))
        if number % _STEP == 0:
            yield 0.0
    return found


def _written(document: Document, section: Address, pairs: list[tuple[str, str]]) -> list[Splice]:
    links = tuple(Draft("smLink", (("xlink:from", a), ("xlink:to", b))) for a, b in pairs)
    top = Address(section.part)
    element = document.element(top.child("structLink"))
    if element is None:
        edit = add(document, top, Draft("structLink", (), "", links))
        return list(edit.splices) if edit else []
    indent, writing = child_indentation(element), writer(element, METS)
    return inserted(element, None, indent.join(writing.write(one, indent) for one in links))

"""Divisions of a structural map moved: into another one, or past their neighbour."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.element import Element
from catalog_app.document.large import Making, from_the_end
from catalog_app.document.layout import child_indentation, indentation
from catalog_app.document.lifting import Lifting
from catalog_app.document.package_spots import children, spot_of
from catalog_app.document.slices import Blocks, Slices, let_go
from catalog_app.document.writing import inserted
from catalog_app.lossless.splice import Splice

_STEP = 50


def moving_divisions(
    document: Document, divisions: Sequence[Address], parent: Address, before: Address | None
) -> Making:
    """Make the edit that moves divisions into another one."""
    moving = yield from outermost(divisions)
    if any(_among(Address(parent.part, parent.steps[:n]), moving) for n in _up_to(parent)):
        raise EditError("A division cannot be moved into itself.")
    if before is not None and _among(before, moving):
        before = yield from _following(document, before, moving)
    target, lifting = document.element(parent), Lifting(document)
    sibling = document.element(before) if before else None
    if target is None:
        return
    indent = indentation(sibling) if sibling else child_indentation(target)
    raws, gone = Blocks(indent), list[Splice]()
    for number, one in enumerate(moving):
        lifted = lifting.lifted(one)
        if lifted is not None:
            raws.append(lifted[0])
            gone += lifted[1]
        if number % _STEP == 0:
            yield number / len(moving)
    if not len(raws):
        return
    last = _last(document, parent)
    if sibling is None and last is not None and _among(last, moving):
        put = _behind_all(target, indent, *raws)
    else:
        put = inserted(target, sibling, *raws)
    stood, (landed, _) = moving[0], (yield from landing(document, moving, parent, before))
    words = "Move a division" if len(moving) == 1 else f"Move {len(moving)} divisions"
    yield from let_go(moving)
    splices = yield from from_the_end([*put, *gone])
    yield Edit(words, splices, landed, back=stood)


def landing(
    document: Document, divisions: Sequence[Address], parent: Address, before: Address | None
) -> Slices[tuple[Address, int]]:
    """Where divisions stand when they have been moved like this: the first, and how many."""
    moving = yield from outermost(divisions)
    left = before.steps[-1].occurrence - 1 if before else count_divisions(document, parent)
    depth = len(parent.steps)
    gone = [0] * (depth + 1)
    for number, one in enumerate(moving):
        *above, last = one.steps
        if len(above) <= depth and tuple(above) == parent.steps[: len(above)]:
            inside = len(above) == depth
            stays = left if inside else parent.steps[len(above)].occurrence - 1
            gone[len(above)] += last.occurrence <= stays
        if number % _STEP == 0:
            yield 0.0
    steps = (
        replace(step, occurrence=step.occurrence - less)
        for step, less in zip(parent.steps, gone, strict=False)
    )
    there = Address(parent.part, tuple(steps))
    return there.child("div", left - gone[depth] + 1), len(moving)


def moving_by(document: Document, divisions: Sequence[Address], by: int) -> Making:
    """Make the edit that moves siblings past their neighbour, up (-1) or down (1)."""
    above, before = divisions[0].steps[:-1], divisions[0]
    for number, one in enumerate(divisions):
        if one.steps[:-1] != above:
            return
        if number % _STEP == 0:
            yield 0.0
    parent, first, last = before.parent, before.steps[-1].occurrence, one.steps[-1].occurrence
    number = count_divisions(document, parent)
    if by < 0 and first > 1:
        target: Address | None = parent.child("div", first - 1)
    elif by > 0 and last < number:
        target = parent.child("div", last + 2) if last + 1 < number else None
    else:
        return
    yield from moving_divisions(document, divisions, parent, target)


def _behind_all(target: Element, *raw: bytes) -> list[Splice]:
    """Splices that put markup at the very end of an element whose last child is moving too."""
    if target.box is not None:
        last = list(target.box.parts())[-1]
        return [Splice(last.id, len(last.text.rstrip()), b"", b"".join(raw))]
    inside = target.node.text[: target.node.close]
    at = len(inside.rstrip())
    return [Splice(target.part.id, at, b"", b"".join(raw))]


def _last(document: Document, parent: Address) -> Address | None:
    number = count_divisions(document, parent)
    return parent.child("div", number) if number else None


def count_divisions(document: Document, parent: Address) -> int:
    """How many divisions are right inside one."""
    spot = spot_of(document, parent)
    return len(children(document, spot, "div")) if spot else 0


def _following(
    document: Document, address: Address, moving: Sequence[Address]
) -> Slices[Address | None]:
    """The next division behind one that does not move itself."""
    last = address.steps[-1].occurrence
    while True:
        last += 1
        found = address.parent.child("div", last)
        if not _among(found, moving):
            return found if document.element(found) is not None else None
        if last % _STEP == 0:
            yield 0.0


def outermost(divisions: Sequence[Address]) -> Slices[list[Address]]:
    """Those that are not inside another one, in document order, which most are given in."""
    found: list[Address] = []
    before: list[int] = []
    for number, one in enumerate(divisions):
        place = place_of(one)
        if place < before:
            return (yield from outermost(sorted(divisions, key=place_of)))
        if not (found and place[: len(before)] == before):
            found.append(one)
            before = place
        if number % _STEP == 0:
            yield 0.0
    return found


def place_of(address: Address) -> list[int]:
    """A key that sorts divisions as they stand in the file."""
    return [step.occurrence for step in address.steps]


def _up_to(address: Address) -> range:
    return range(len(address.steps) + 1)


def _among(address: Address, ordered: Sequence[Address]) -> bool:
    """Whether a division is one of some that are given in document order."""
    at = bisect_left(ordered, place_of(address), key=place_of)
    return at < len(ordered) and ordered[at] == address

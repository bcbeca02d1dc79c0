"""The proof, by comparison, that two states of a file differ in a few places and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from catalog_app.document.difference import common

_ANCHOR = 24
_STEPS = 4000
_WINDOW = 1 << 16
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch that differs: where it begins and how long it is, before and after."""

    before: int
    gone: int
    after: int
    come: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The sizes in bytes, the places that differ, and how many bytes were found to be equal."""

    before: int
    after: int
    identical: int
    places: tuple[Place, ...]

    @property
    def written(self) -> int:
        """How many bytes of the new state are not in the old one."""
        return sum(place.come for place in self.places)

    @property
    def removed(self) -> int:
        """How many bytes of the old state are not in the new one."""
        return sum(place.gone for place in self.places)


def prove(
    before: bytes, after: bytes, report: Callable[[float], None] = lambda fraction: None
) -> Proof:
    """Compare two states byte by byte, finding the common stretches between what differs.

    Every byte counted as identical was compared with its counterpart.
    """
    left = right = identical = 0
    places: list[Place] = []
    while True:
        same = _same(before, after, left, right)
        left, right, identical = left + same, right + same, identical + same
        report(left / max(len(before), 1))
        if left == len(before) or right == len(after):
            break
        gone, come = _gap(before, after, left, right)
        places.append(Place(left, gone, right, come))
        left, right = left + gone, right + come
    if left < len(before) or right < len(after):
        places.append(Place(left, len(before) - left, right, len(after) - right))
    return Proof(len(before), len(after), identical, tuple(places))


def _same(before: bytes, after: bytes, left: int, right: int) -> int:
    """How many bytes are equal from here on."""
    start, limit = 0, min(len(before) - left, len(after) - right)
    while start < limit:
        size = min(_BLOCK, limit - start)
        first = before[left + start : left + start + size]
        second = after[right + start : right + start + size]
        if first != second:
            return start + common(first, second, size)
        start += size
    return limit


def _gap(before: bytes, after: bytes, left: int, right: int) -> tuple[int, int]:
    """How much to pass over on both sides until they are alike again: the least that is near."""
    window = _WINDOW
    while True:
        best = _nearest(before, after, left, right, window)
        if best is not None:
            return _closed(before, after, left, right, *best)
        if window >= max(len(before), len(after)):
            return _tail(before, after, left, right)
        window *= 16


def _nearest(
    before: bytes, after: bytes, left: int, right: int, window: int
) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    for step in range(_STEPS):
        if best is not None and step >= sum(best):
            break
        found = _anchor(before, after, left + step, right, window)
        if found >= 0 and (best is None or step + found < sum(best)):
            best = step, found
        found = _anchor(after, before, right + step, left, window)
        if found >= 0 and (best is None or step + found < sum(best)):
            best = found, step
    return best


def _anchor(one: bytes, other: bytes, at: int, start: int, window: int) -> int:
    """How far from `start` the next bytes of the one stand in the other; -1 if nowhere near."""
    anchor = one[at : at + _ANCHOR]
    if len(anchor) < _ANCHOR:
        return -1
    found = other.find(anchor, start, start + window)
    return found - start if found >= 0 else -1


def _closed(
    before: bytes, after: bytes, left: int, right: int, gone: int, come: int
) -> tuple[int, int]:
    """The gap without what is equal at its end."""
    while gone and come and before[left + gone - 1] == after[right + come - 1]:
        gone, come = gone - 1, come - 1
    return gone, come


def _tail(before: bytes, after: bytes, left: int, right: int) -> tuple[int, int]:
    """The gap up to the end, without what is equal there."""
    gone, come = len(before) - left, len(after) - right
    limit = min(gone, come)
    same = common(before[len(before) - limit :][::-1], after[len(after) - limit :][::-1], limit)
    return gone - same, come - same

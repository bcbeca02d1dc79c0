"""The only primitive: put other bytes in the place of some, in one part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class SpliceError(ValueError):
    """The bytes to be replaced are not there."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace `old` by `new` at a byte offset of one part."""

    part: int
    offset: int
    old: bytes
    new: bytes

    @property
    def inverse(self) -> Splice:
        """The splice that takes this one back."""
        return Splice(self.part, self.offset, self.new, self.old)

    def apply(self, text: bytes) -> bytes:
        """The text with the splice done; raises SpliceError when `old` is not at its place."""
        end = self.offset + len(self.old)
        if text[self.offset : end] != self.old:
            raise SpliceError(f"part {self.part}: other bytes than expected at {self.offset}")
        return b"".join((text[: self.offset], self.new, text[end:]))

    def inside(self, later: Splice) -> bool:
        """Whether a later splice replaces all that this one put, and more around it."""
        end = self.offset + len(self.new)
        around = later.offset <= self.offset and end <= later.offset + len(later.old)
        return self.part == later.part and around

    def merge(self, later: Splice) -> Splice | None:
        """One splice that does both, if the later one works inside or beside what this one put."""
        if later.part != self.part:
            return None
        start, end = later.offset - self.offset, later.offset + len(later.old) - self.offset
        if start >= 0 and end <= len(self.new):
            new = self.new[:start] + later.new + self.new[end:]
            return Splice(self.part, self.offset, self.old, new)
        if end == 0 and not self.new:  # erasing backwards
            return Splice(self.part, later.offset, later.old + self.old, later.new)
        if start == len(self.new) and not later.new:  # erasing forwards
            return Splice(self.part, self.offset, self.old + later.old, self.new)
        return None


def pushed(starts: set[int], splices: Iterable[Splice]) -> set[int]:
    """Where offsets of one part are after splices in it; those in what was taken away are gone."""
    for splice in splices:
        end, more = splice.offset + len(splice.old), len(splice.new) - len(splice.old)
        before = {start for start in starts if start < splice.offset}
        starts = before | {start + more for start in starts if start >= end}
    return starts

"""A save that is ready to be made: what is to be written where. Any thread may make it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from catalog_app.document.frozen import Frozen
from catalog_app.lossless.save import save


@dataclass(frozen=True, slots=True)
class Saving:
    """The bytes of a document at one moment and the file that is to hold them.

    `expected` is what the file should hold before, None to replace whatever is there; `version`
    is the document's at that moment, `unlink` cuts off other hard links.
    """

    target: Path
    frozen: Frozen
    expected: Iterable[bytes] | None
    version: int
    unlink: bool = False

    @property
    def size(self) -> int:
        """About how many bytes there are to write."""
        return sum(map(len, self.frozen.views()))

    def write(self) -> None:
        """Write the file, all or nothing; raises SaveError and its kin, or OSError."""
        seen = None if self.expected is None else lambda: self.expected or ()
        save(self.target, lambda: self.frozen, seen=seen, unlink=self.unlink)


def write_elsewhere(path: Path, chunks: Iterable[bytes]) -> None:
    """Write bytes to a file that no session is about, all or nothing; raises OSError."""
    save(path, lambda: chunks, seen=None)

"""Whether the files of a package are on the disk as it says of them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_app.document.files_disk import (
    Report,
    checksum,
    is_clutter,
    is_own,
    known_checksum,
)
from catalog_app.document.files_rows import FileRow, FileRows
from catalog_app.document.locations import (
    found_path,
    href_of,
    is_file,
    is_name,
    is_relative,
    natural,
)
from catalog_app.lossless.spans import decode_attribute

_COMPARED = ("location", "size", "checksum", "checksum_type")
_UNNAMED = "It lies beside the files, and the package does not name it."


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a file is as the package says.

    `state` is "right", "missing", "changed", "extra" (on the disk only), "elsewhere" (on the web:
    not looked at) or "unknown" (there is nothing to compare it with). One that is right with a
    `reason` was compared in part only.
    """

    state: str
    id: str
    location: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files are in which state; `partly` of those that are right by their size alone."""

    right: int = 0
    changed: int = 0
    missing: int = 0
    extra: int = 0
    elsewhere: int = 0
    unknown: int = 0
    partly: int = 0

    @property
    def is_perfect(self) -> bool:
        """Whether there are files, every one was compared whole, and all is as described."""
        others = self.changed + self.missing + self.extra + self.elsewhere + self.unknown
        return self.right > 0 and not others and not self.partly


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count the verdicts."""
    counts = Counter(
        "partly" if verdict.state == "right" and verdict.reason else verdict.state
        for verdict in verdicts
    )
    counts["right"] += counts["partly"]
    return Tally(**counts)


def verify(
    rows: Iterable[FileRow],
    count: int,
    base: Path | None,
    report: Report = lambda _: None,
    own: Path | None = None,
) -> list[Verdict]:
    """Compare files with what the package says of them; then what lies beside them unmentioned.

    `base` is the folder that relative locations are meant from, None where none is known. `own`
    is the file of the package itself: neither it nor what is kept beside it is extra.
    """
    found: list[Verdict] = []
    seen: set[Path] = set()
    for number, row in enumerate(rows):
        report(number / max(count, 1))
        path = _path(row, base)
        if path is not None and row.location and is_file(path):
            seen.add(path.resolve())
        found.append(_judged(row, path))
    return found + list(_extra(seen, base, own))


def judged(row: FileRow, base: Path | None) -> Verdict:
    """Compare one file with what the package says of it."""
    return _judged(row, _path(row, base))


def basis(row: FileRow) -> int:
    """What a verdict rests on, as one number: a file described otherwise needs another verdict."""
    return hash(tuple(getattr(row, name) for name in _COMPARED))


def bases(rows: FileRows) -> Iterator[int]:
    """The same of all rows, fast."""
    entities = rows.document.entities
    for written in zip(*map(rows.values, _COMPARED), strict=True):
        said = (decode_attribute(s.encode(), entities) if "&" in s else s for s in written)
        yield hash(tuple(said))


def _path(row: FileRow, base: Path | None) -> Path | None:
    return None if is_name(row.location_type) else found_path(row.location, base)


def _extra(seen: set[Path], base: Path | None, own: Path | None) -> Iterator[Verdict]:
    """What lies in the folders of files that are there; never in the root of the disk.

    Where some are in the folder of the package or below it, no other folder is looked into: what
    else is on a desktop from which one file was added is nothing to the package.
    """
    folders = {path.parent for path in seen}
    home = base.resolve() if base is not None else None
    folders = {one for one in folders if home in (one, *one.parents)} or folders
    for folder in sorted(folders):
        for path in _inside(folder) if folder != folder.parent else ():
            passed = is_clutter(path) or is_own(path, own)
            if not passed and is_file(path) and path.resolve() not in seen:
                yield Verdict("extra", "", href_of(path, base), _UNNAMED)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=natural)
    except OSError:
        return []  # It may be entered, but not looked into.


def _judged(row: FileRow, path: Path | None) -> Verdict:
    if not row.location:
        return Verdict("unknown", row.id, "", "The package does not say where it is.")
    if path is None:
        return _not_looked_at(row)
    if not is_file(path):
        return Verdict("missing", row.id, row.location, "There is no such file.")
    try:
        return _compared(row, path)
    except OSError as error:
        words = f"It cannot be read: {error.strerror or error}."
        return Verdict("unknown", row.id, row.location, words)


def _not_looked_at(row: FileRow) -> Verdict:
    if is_name(row.location_type):
        words = f"It is known by its {row.location_type}, and was not looked for."
        return Verdict("elsewhere", row.id, row.location, words)
    if is_relative(row.location):
        words = "The package is not saved yet: there is no folder to look in."
        return Verdict("unknown", row.id, row.location, words)
    return Verdict("elsewhere", row.id, row.location, "It is on the web and was not looked at.")


def _compared(row: FileRow, path: Path) -> Verdict:
    size, sized = path.stat().st_size, row.size.strip().isdecimal()
    if sized and int(row.size) != size:
        words = f"It has {size} bytes; the package says {row.size}."
        return Verdict("changed", row.id, row.location, words)
    told, method = row.checksum.strip().lower(), row.checksum_type.strip()
    if not told:
        if sized:
            return Verdict("right", row.id, row.location)
        return Verdict(
            "unknown", row.id, row.location, "There is no size and no checksum to compare."
        )
    if not known_checksum(method):
        said = (
            f"Its {method} checksum" if method else "Its checksum, of which the method is not said,"
        )
        words = f"{said} cannot be computed here."
        return Verdict("right" if sized else "unknown", row.id, row.location, words)
    if checksum(path, method) != told:
        words = f"Its {method} checksum is not that of the package."
        return Verdict("changed", row.id, row.location, words)
    return Verdict("right", row.id, row.location)


def told(verdicts: Iterable[Verdict]) -> bytes:
    """The verdicts as a table in CSV, for saving."""
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(("State", "ID", "Location", "Reason"))
    table.writerows((v.state, v.id, v.location, v.reason) for v in verdicts)
    return stream.getvalue().encode("utf-8-sig")

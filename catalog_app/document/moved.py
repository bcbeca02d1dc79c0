"""Links of a package to files beside it, after the package was saved in another folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from catalog_app.document.address import Address
from catalog_app.document.compose import Step, composed
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.files_edit import set_cell
from catalog_app.document.files_rows import FileRows
from catalog_app.document.locations import is_relative, local_path
from catalog_app.document.names import METS

MOST = 2000
"""Files that are looked for on the disk; in a package with more, only so many."""
_SECTION = Address("package1", ()).child("fileSec")


@dataclass(frozen=True, slots=True)
class Astray:
    """A file whose link led to it from the old folder and does not from the new one."""

    file: Address
    location: str
    wanted: str


def astray(document: Document, before: Path, now: Path) -> Iterator[Astray]:
    """The links that went astray, each with the location that leads there from the new folder."""
    if not document.packages() or document.anchored(document.packages()[0]).name[0] != METS:
        return
    rows = FileRows(document, _SECTION)
    for _ in rows.reading():
        pass
    for row in range(min(len(rows), MOST)):
        location = rows.row(row).location
        target = local_path(location, before) if is_relative(location) else None
        if target is None or not target.is_file():
            continue
        there = local_path(location, now)
        if there is None or not there.is_file() or not there.samefile(target):
            yield Astray(rows.address(row), location, location_of(target, now))


def location_of(target: Path, folder: Path) -> str:
    """A file's location from a folder, with “..” where that is needed."""
    try:
        return quote(Path(os.path.relpath(target, folder)).as_posix())
    except ValueError:  # on another drive
        return target.resolve().as_uri()


def relinked(document: Document, links: Sequence[Astray]) -> Edit | None:
    """One edit that lets the links lead to their files again."""
    steps: list[Step] = [
        partial(set_cell, file=one.file, column="location", value=one.wanted) for one in links
    ]
    return composed(document, f"Correct {len(links)} locations", steps, _SECTION)

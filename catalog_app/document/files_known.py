"""Which of some files on the disk a package names already."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalog_app.document.files_rows import FileRows
from catalog_app.document.locations import local_path, shown

_STEP = 500


def finding_known(
    rows: FileRows, folder: Path | None, paths: Sequence[Path]
) -> Iterator[float | frozenset[Path]]:
    """Yields fractions, and at the end those of the files that the package names already.

    Only where a name is the same is more of a location looked at, so that this is cheap.
    """
    by_name: dict[str, list[Path]] = {}
    for path in paths:
        by_name.setdefault(path.name, []).append(path)
    found: set[Path] = set()
    for number, raw in enumerate(rows.values("location")):
        if number % _STEP == 0:
            yield number / max(len(rows), 1)
        location = raw.replace("&amp;", "&") if "&" in raw else raw
        for path in by_name.get(shown(location.rpartition("/")[2]), ()):
            named = local_path(location, folder)
            if named is not None and _is_same(named, path):
                found.add(path)
    yield frozenset(found)


def _is_same(one: Path, other: Path) -> bool:
    if os.path.normpath(one.absolute()) == os.path.normpath(other.absolute()):
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False

"""The files of a package as rows of a table: 200,000 of them, read when they are looked at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.package_spots import Children, Spot, children, opening, spot_of
from catalog_app.document.package_tags import Tag


@dataclass(frozen=True, slots=True)
class FileRow:
    """What a row shows of a file: values as written, "" where nothing is set."""

    id: str
    group: str
    use: str
    mime: str
    size: str
    checksum: str
    checksum_type: str
    created: str
    location: str
    location_type: str

    @property
    def name(self) -> str:
        """The last step of the location, or the ID."""
        return self.location.rstrip("/").rpartition("/")[2] or self.id


@dataclass(frozen=True, slots=True)
class Group:
    """A group of files: its place, ID and use, how deep it is nested, and its files."""

    address: Address
    id: str
    use: str
    depth: int
    files: Children

    @property
    def label(self) -> str:
        """What people call it: its use, else its ID, else its number."""
        return self.use or self.id or f"{self.address.steps[-1].occurrence}"


class FileRows:
    """The files of one file section in document order."""

    def __init__(self, document: Document, section: Address) -> None:
        self.document, self.section = document, section
        self.groups: list[Group] = []
        self._ends: list[int] = []
        self.parts: frozenset[int] = frozenset()

    def reading(self) -> Iterator[float]:
        """Open the section and count what is in it, a few milliseconds at a time."""
        yield from opening(self.document, self.section)
        self.recount()

    def recount(self) -> None:
        """Find the groups again after an edit; raises nothing where the section has gone."""
        self.groups = []
        spot = spot_of(self.document, self.section)
        if spot is not None:
            self._collect(spot, self.section, 0)
        total, self._ends = 0, []
        for group in self.groups:
            total += len(group.files)
            self._ends.append(total)
        self.parts = frozenset(self._part_ids(spot)) if spot else frozenset()

    def _part_ids(self, spot: Spot) -> Iterator[int]:
        if spot.box is None:
            yield spot.part.id
        else:
            yield from (part.id for part in spot.box.all_parts())

    def _collect(self, spot: Spot, address: Address, depth: int) -> None:
        for number, inner in enumerate(children(self.document, spot, "fileGrp").spots(), 1):
            here, tag = address.child("fileGrp", number), inner.tag.attributes
            files = children(self.document, inner, "file")
            self.groups.append(Group(here, tag.get("ID", ""), tag.get("USE", ""), depth, files))
            self._collect(inner, here, depth + 1)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def place(self, row: int) -> tuple[Group, int]:
        """The group of a row and its index there, from 0."""
        at = bisect_right(self._ends, row)
        return self.groups[at], row - (self._ends[at - 1] if at else 0)

    def address(self, row: int) -> Address:
        """The address of a row's file."""
        group, index = self.place(row)
        return group.address.child("file", index + 1)

    def row_of(self, address: Address) -> int:
        """The row of a file, or of the file around an address; -1 if there is none."""
        before = 0
        for group, end in zip(self.groups, self._ends, strict=True):
            depth = len(group.address.steps)
            if group.address.contains(address) and len(address.steps) > depth:
                step = address.steps[depth]
                if step.name == "file" and step.occurrence <= len(group.files):
                    return before + step.occurrence - 1
            before = end
        return -1

    def row(self, row: int) -> FileRow:
        """What a row shows."""
        group, index = self.place(row)
        return read_row(group.files.spot(index), group.label)

    def values(self, column: str) -> Iterator[str]:
        """One column of all rows as it is sorted, fast: values as written, names as shown."""
        pattern = _COLUMNS.get(column)
        for group in self.groups:
            if pattern is None:
                label = group.label
                yield from (label for _ in range(len(group.files)))
                continue
            for text, start, end in group.files.stretches():
                found = pattern.search(text, start, end)
                yield found[1].decode("utf-8", "replace") if found else ""

    def matching(self, words: str) -> Iterator[bool]:
        """Whether each row holds some words, in any case, anywhere in its markup."""
        wanted = words.casefold()
        for group in self.groups:
            whole = wanted in group.label.casefold()
            for text, start, end in group.files.stretches():
                yield whole or wanted in text[start:end].decode("utf-8", "replace").casefold()


def _column(attribute: str, last_step: bool = False) -> re.Pattern[bytes]:
    head = rb"[\s:]%b\s*=\s*[\"']" % attribute.encode()
    return re.compile(head + (rb"[^\"']*?([^\"'/]*)/?[\"']" if last_step else rb"([^\"']*)"))


#: How the value of a column is found in the markup of a file; what is not here is the group.
_COLUMNS = {
    "name": _column("href", last_step=True),
    "id": _column("ID"),
    "use": _column("USE"),
    "mime": _column("MIMETYPE"),
    "size": _column("SIZE"),
    "checksum": _column("CHECKSUM"),
    "location": _column("href"),
}


def read_row(spot: Spot, group: str) -> FileRow:
    """The row of the file whose start tag stands at a spot."""
    return _row(spot.inside(), group)


def _row(inside: Iterator[Tag], group: str) -> FileRow:
    own = next(inside).attributes
    location: dict[str, str] = {}
    for tag in inside:
        if tag.depth == 1 and tag.local == "FLocat":
            location = tag.attributes
            break
    get = own.get
    return FileRow(
        get("ID", ""), group, get("USE", "") or location.get("USE", ""), get("MIMETYPE", ""),
        get("SIZE", ""), get("CHECKSUM", ""), get("CHECKSUMTYPE", ""), get("CREATED", ""),
        location.get("href", ""), location.get("LOCTYPE", ""),
    )  # fmt: skip

"""The files of a package as rows of a table: 200,000 of them, read when they are looked at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.locations import shown
from catalog_app.document.names import METS2
from catalog_app.document.package_spots import Children, Spot, children, opening, spot_of
from catalog_app.document.package_tags import Tag, tags

_HEAD, _TAIL, _FIRST = 1 << 16, 1 << 12, 60
_FILE = b"file"
_GROUP = re.compile(rb"</?(?:[\w.-]+:)?fileGrp[\s/>]")


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
        """The last step of the location as people read it, or the ID."""
        return shown(self.location.rstrip("/").rpartition("/")[2]) or self.id


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
        """What people call it: its use, else its ID, else its number among the groups."""
        return self.use or self.id or unnamed(step.occurrence for step in self.address.steps[1:])


def unnamed(numbers: Iterable[int]) -> str:
    """What a group is called that says nothing of itself, by its number in each group around it."""
    return f"Group {'.'.join(map(str, numbers))}"


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows that follow one another: some of the files right inside a group or another file.

    What stands inside the last of them, from `cut` on, has rows of its own.
    """

    group: Group
    parent: Address
    files: Children
    first: int
    count: int
    depth: int = 0
    cut: int = -1

    def stretches(self) -> Iterator[tuple[bytes, int, int]]:
        """For each file a text, and where in it the file begins and ends."""
        last = self.first + self.count - 1
        for index, (text, start, end) in enumerate(self.files.stretches()):
            if index > last:
                return
            if index >= self.first:
                if end == len(text) and (group := _GROUP.search(text, start)):
                    end = group.start()  # other groups stand in the same part
                yield text, start, self.cut if index == last and self.cut > start else end


class FileRows:
    """The files of one file section in document order; files inside a file follow it."""

    def __init__(self, document: Document, section: Address) -> None:
        self.document, self.section = document, section
        self.groups: list[Group] = []
        self._runs: list[_Run] = []
        self._ends: list[int] = []
        self.parts: frozenset[int] = frozenset()

    def reading(self) -> Iterator[float]:
        """Open the section and count what is in it, a few milliseconds at a time."""
        yield from opening(self.document, self.section)
        spot = spot_of(self.document, self.section)
        if spot is not None and spot.box is not None:
            for part in spot.box.parts():
                part.begun(_FILE)
                yield 0.99
        self.recount()

    def recount(self) -> None:
        """Find the groups again after an edit; raises nothing where the section has gone."""
        self.groups, self._runs = [], []
        spot = spot_of(self.document, self.section)
        if spot is not None:
            self._collect(spot, self.section, 0)
        total, self._ends = 0, []
        for run in self._runs:
            total += run.count
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
            group = Group(here, tag.get("ID", ""), tag.get("USE", ""), depth, files)
            self.groups.append(group)
            self._add_runs(group, here, files, 0)
            self._collect(inner, here, depth + 1)

    def _add_runs(self, group: Group, parent: Address, files: Children, depth: int) -> None:
        """The rows of some files, in runs that end where a file has others inside it."""
        first = 0
        for index in self._with_files(files):
            spot = files.spot(index)
            inside = children(self.document, spot, "file")
            if not len(inside):
                continue
            cut = inside.spot(0)
            at = cut.start if cut.part is spot.part and cut.box is None else -1
            run = _Run(group, parent, files, first, index + 1 - first, depth, at)
            self._runs.append(run)
            self._add_runs(group, parent.child("file", index + 1), inside, depth + 1)
            first = index + 1
        if first < len(files):
            self._runs.append(_Run(group, parent, files, first, len(files) - first, depth))

    def _with_files(self, files: Children) -> Iterator[int]:
        """The indexes of files that may have others inside them."""
        before = 0
        for part, count, is_cut in files.runs():
            if is_cut or part.begun(_FILE) > count:
                yield from range(before, before + count)
            before += count

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _place(self, row: int) -> tuple[_Run, int]:
        """The run of a row, and the index of its file among its siblings, from 0."""
        at = bisect_right(self._ends, row)
        run = self._runs[at]
        return run, run.first + row - (self._ends[at - 1] if at else 0)

    def group(self, row: int) -> Group:
        """The group that a row's file belongs to."""
        return self._place(row)[0].group

    def depth(self, row: int) -> int:
        """In how many other files a row's file stands."""
        return self._place(row)[0].depth

    def address(self, row: int) -> Address:
        """The address of a row's file."""
        run, index = self._place(row)
        return run.parent.child("file", index + 1)

    def row_of(self, address: Address) -> int:
        """The row of a file, or of the innermost file around an address; -1 if there is none."""
        before, found = 0, -1
        for run, end in zip(self._runs, self._ends, strict=True):
            depth = len(run.parent.steps)
            if len(address.steps) > depth and run.parent.contains(address):
                step = address.steps[depth]
                index = step.occurrence - 1 - run.first
                if step.name == "file" and 0 <= index < run.count:
                    found = before + index
            before = end
        return found

    def row(self, row: int) -> FileRow:
        """What a row shows."""
        run, index = self._place(row)
        return read_row(run.files.spot(index), run.group.label)

    def ids(self, group: Group) -> Iterator[str]:
        """The IDs of the files of one group, "" where a file has none."""
        for run in self._runs:
            if run.group is group:
                yield from _found(_COLUMNS["id"], run)

    def values(self, column: str) -> Iterator[str]:
        """One column of all rows, fast: values as written, of locations the part that is shown."""
        mets2 = self.document.standard(self.section.part) == METS2
        pattern = (_COLUMNS_2 if mets2 else _COLUMNS).get(column)
        for run in self._runs:
            if pattern is None:
                yield from repeat(run.group.label, run.count)
            else:
                yield from _found(pattern, run)

    def matching(self, words: str) -> Iterator[bool]:
        """Whether each row holds some words, in any case, anywhere in its markup as it is read."""
        wanted = words.casefold()
        for run in self._runs:
            whole = wanted in run.group.label.casefold()
            for text, start, end in run.stretches():
                said = text[start:end].decode("utf-8", "replace").casefold()
                coded = "%" in said or "&amp;" in said
                yield whole or wanted in said or (coded and wanted in _as_read(said))


def _as_read(markup: str) -> str:
    """Some markup with its locations as people read them."""
    return shown(markup).replace("&amp;", "&").casefold()


def _found(pattern: re.Pattern[bytes], run: _Run) -> Iterator[str]:
    for text, start, end in run.stretches():
        found = pattern.search(text, start, end)
        yield found[1].decode("utf-8", "replace") if found else ""


def first_rows(document: Document, section: Address) -> list[FileRow]:
    """The first rows of a large section that is not open yet, read off its beginning."""
    spot = spot_of(document, section)
    if spot is None or not spot.part.coarse:
        return []
    head = spot.part.source[spot.part.start : min(spot.part.start + _HEAD, spot.part.end)]
    found: list[FileRow] = []
    label, numbers = "", [0]
    for tag in tags(head):
        if tag.local == "fileGrp":
            numbers[tag.depth :] = []
            numbers += [0] * (tag.depth - len(numbers))
            numbers[-1] += 1
            label = tag.get("USE") or tag.get("ID") or unnamed(numbers)
        elif tag.local == "file" and tag.start < len(head) - _TAIL:
            found.append(_row(tags(head, tag.start), label))
        if len(found) == _FIRST:
            break
    return found


def _column(attribute: str, last_step: bool = False) -> re.Pattern[bytes]:
    # The name comes first, so that a search goes from one to the next as fast as memory is read.
    name = attribute.encode()
    head = rb"%b(?<=[\s:]%b)\s*=\s*[\"']" % (name, name)
    return re.compile(head + (rb"[^\"']*?([^\"'/]*)/?[\"']" if last_step else rb"([^\"']*)"))


#: How the value of a column is found in the markup of a file; what is not here is the group.
_COLUMNS = {
    "name": _column("href", last_step=True),
    "id": _column("ID"),
    "use": _column("USE"),
    "mime": _column("MIMETYPE"),
    "size": _column("SIZE"),
    "checksum": _column("CHECKSUM"),
    "checksum_type": _column("CHECKSUMTYPE"),
    "location": _column("href"),
}
_COLUMNS_2 = {
    **_COLUMNS,
    "name": _column("LOCREF", last_step=True),
    "location": _column("LOCREF"),
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
        location.get("href", "") or location.get("LOCREF", ""), location.get("LOCTYPE", ""),
    )  # fmt: skip

"""The rows of the outline by their numbers: which stand below which, and what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.outline import Entry
from catalog_app.document.outline_inside import rows_inside
from catalog_app.document.package_spots import is_coarse

_ITEMS = ("record", "other")  # of a list, each with a number


@dataclass(slots=True)
class Row:
    """One row: where it stands, and whether the rows below it have been made."""

    entry: Entry
    parent: int
    place: int
    children: list[int] = field(default_factory=list)
    built: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """The keys of the rows that are shown with those above them; None for all.

    `holding` are the keys of sections in which some of them stand.
    """

    keys: frozenset[str] | None = None
    holding: frozenset[str] = frozenset()

    def holds(self, entry: Entry) -> bool:
        """Whether a row is only there, or also there, for what was found in its section."""
        return self.keys is not None and entry.key in self.holding


class Rows:
    """All rows of one document, each known by its number; -1 is above all and none.

    Those of a closed block of a list, and those inside a section, are made when it is opened.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._entries: tuple[Entry, ...] = ()
        self._all: list[Row] = []
        self._top: list[int] = []
        #: Of records and the like of them: the number of the row above each, and its place there.
        self._items: dict[str, tuple[int, int]] = {}
        self._others: list[int] = []
        #: The keys of sections whose rows have been made once.
        self._opened: set[str] = set()

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> Row:
        return self._all[number]

    # ---- making them

    def make(self, entries: tuple[Entry, ...], wanted: Wanted) -> None:
        """Make the rows of a document anew."""
        self._entries = entries
        self._all, self._top, self._items, self._others = [], [], {}, []
        for entry in entries:
            self._enter(entry, -1, self._top, wanted)
        self._note()

    def make_again(self, wanted: Wanted) -> None:
        """Make them of the same entries."""
        self.make(self._entries, wanted)

    def _enter(self, entry: Entry, parent: int, siblings: list[int], wanted: Wanted) -> bool:
        number = len(self._all)
        row = Row(entry, parent, len(siblings))
        self._all.append(row)
        siblings.append(number)
        if entry.within is not None:
            row.built = wanted.keys is None and self._enter_again(entry, number, wanted)
        elif entry.kind == "block" and wanted.keys is None:
            row.built = False
        if wanted.keys is None and (entry.within is not None or not row.built):
            return True
        inside = entry.children
        if entry.within is not None and wanted.holds(entry):
            row.built, inside = True, rows_inside(self._document, entry.within)
        kept = [self._enter(child, number, row.children, wanted) for child in inside]
        if wanted.keys is None or entry.key in wanted.keys or any(kept):
            return True
        siblings.pop()
        del self._all[number:]
        return False

    def _enter_again(self, entry: Entry, number: int, wanted: Wanted) -> bool:
        """Make the rows inside a section that was open before; False if it was not."""
        within = entry.within
        if within is None or entry.key not in self._opened:
            return False
        if not within.name and is_coarse(self._document, within.section):
            return False
        for child in rows_inside(self._document, within):
            self._enter(child, number, self._all[number].children, wanted)
        return True

    def _note(self) -> None:
        """Remember which row shows which record, and which rows are none."""
        for number, row in enumerate(self._all):
            entry = row.entry
            if entry.kind in _ITEMS and entry.address is not None:
                self._items[entry.address.part] = (row.parent, row.place)
                continue
            self._others.append(number)
            for place in entry.covers:
                if place.part.startswith("record"):
                    self._items.setdefault(place.part, (row.parent, row.place))
            if not row.built:
                for at, child in enumerate(entry.children):
                    if child.address is not None:
                        self._items[child.address.part] = (number, at)

    def open(self, number: int) -> tuple[Entry, ...]:
        """Say that a section is open, and what is to be `put` in it; nothing if it was open."""
        row = self._all[number]
        if row.built or row.entry.within is None:
            return ()
        row.built = True
        self._opened.add(row.entry.key)
        return tuple(rows_inside(self._document, row.entry.within))

    def put(self, number: int, entries: tuple[Entry, ...]) -> None:
        """Put rows below one that has none."""
        for place, entry in enumerate(entries):
            self._others.append(len(self._all))
            self._all[number].children.append(len(self._all))
            self._all.append(Row(entry, number, place, built=entry.within is None))

    # ---- finding them

    def below(self, number: int) -> list[int]:
        """The rows below one; those of a block are made now."""
        if number < 0:
            return self._top
        row = self._all[number]
        if not row.built and row.entry.within is None:
            row.built = True
            first = len(self._all)
            for place, child in enumerate(row.entry.children):
                self._all.append(Row(child, number, place))
            row.children.extend(range(first, len(self._all)))
        return row.children

    def entries(self) -> Iterator[Entry]:
        """All entries of the file, whether they are shown or not."""
        stack = list(reversed(self._entries))
        while stack:
            entry = stack.pop()
            yield entry
            stack.extend(reversed(entry.children))

    def branches(self) -> Iterator[int]:
        """The rows that have others below them, from the top."""
        return (n for n in self._others if self._all[n].children or not self._all[n].built)

    def made(self) -> Iterator[list[int]]:
        """The rows that stand below the same one, as far as they have been made."""
        yield self._top
        yield from (self._all[number].children for number in self._others)

    def number_of(self, key: str) -> int:
        """The row with that key."""
        kind, part, _ = f"{key}::".split(":", 2)
        if kind in _ITEMS:
            number = self._item(part)
            return number if number >= 0 and self._all[number].entry.kind == kind else -1
        return next((n for n in self._others if self._all[n].entry.key == key), -1)

    def number_for(self, address: Address) -> int:
        """The innermost row whose places contain an address."""
        if not address.part.startswith("package"):
            return self._item(address.part)
        best, depth = -1, -1
        for number in self._others:
            entry = self._all[number].entry
            for place in entry.covers if entry.kind != "records" else ():
                if place.contains(address) and len(place.steps) > depth:
                    best, depth = number, len(place.steps)
        return best

    def _item(self, part: str) -> int:
        parent, place = self._items.get(part, (-1, -1))
        return self.below(parent)[place] if place >= 0 else -1

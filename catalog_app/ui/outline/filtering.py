"""Finding the rows that answer to a few words, a few milliseconds at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from catalog_app.document.document import Document, OpenError
from catalog_app.document.outline import Entry, Within, holds
from catalog_app.document.outline_inside import rows_inside
from catalog_app.document.package_spots import is_coarse, opening
from catalog_app.session.pace import Pace

Named = Callable[[Entry], str]


class Filtering(QObject):
    """A search over all rows; `found(keys)` at the end, None for no words.

    It looks into sections that nobody has opened, too; `holding` are the keys of those that hold
    something that was found.
    """

    found = Signal(object)

    def __init__(self, document: Document, named: Named, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._named = document, named
        self._steps: Iterator[str | None] = iter(())
        self._keys: set[str] = set()
        self.holding: set[str] = set()
        self._timer, self._pace = QTimer(self), Pace()
        self._timer.timeout.connect(self._on_turn)

    def look(self, words: str, entries: Iterator[Entry]) -> None:
        """Begin to look for words, or stop looking where there are none."""
        wanted = " ".join(words.casefold().split())
        self._timer.stop()
        if not wanted:
            self.found.emit(None)
            return
        self._keys, self.holding = set(), set()
        self._steps = self._matches(wanted, entries)
        self._timer.start(0)

    def stop(self) -> None:
        """Stop looking, because the rows are about to change."""
        self._timer.stop()

    def _matches(self, words: str, entries: Iterator[Entry]) -> Iterator[str | None]:
        for entry in entries:
            yield from self._looked_at(words, entry)

    def _looked_at(self, words: str, entry: Entry) -> Generator[str | None, None, bool]:
        """Look at a row and at those that are made when it is opened; whether anything fits."""
        found = self._matching(words, entry)
        yield entry.key if found else None
        inside = False
        if entry.within is not None:
            for child in (yield from self._rows_of(entry.within)):
                inside |= yield from self._looked_at(words, child)
        if inside:
            self.holding.add(entry.key)
        return found or inside

    def _rows_of(self, within: Within) -> Generator[None, None, tuple[Entry, ...]]:
        """The rows inside a section; a large one is cut finer first, a little at a time."""
        if not within.name and is_coarse(self._document, within.section):
            if within.section.name == "fileSec":
                return ()  # Its groups are not worth cutting all its files for.
            try:
                for _ in opening(self._document, within.section):
                    yield None
            except OpenError:
                return ()  # The form that shows the section says why.
        return rows_inside(self._document, within)

    def _matching(self, words: str, entry: Entry) -> bool:
        if entry.anchor is not None and not holds(self._document, entry.anchor, words.split()):
            return False
        name = " ".join(f"{self._named(entry)} {entry.name}".casefold().split())
        return words in name

    def _on_turn(self) -> None:
        with self._pace.slice() as end:
            for key in self._steps:
                if key is not None:
                    self._keys.add(key)
                if time.monotonic() > end:
                    return
        self._timer.stop()
        self.found.emit(frozenset(self._keys))

"""Finding the rows that answer to a few words, a few milliseconds at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from catalog_app.document.document import Document
from catalog_app.document.outline import Entry, holds

_BUDGET = 0.008
Named = Callable[[Entry], str]


class Filtering(QObject):
    """A search over all rows; `found(keys)` now and then and at the end, None for no words."""

    found = Signal(object)

    def __init__(self, document: Document, named: Named, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._named = document, named
        self._steps: Iterator[str | None] = iter(())
        self._keys: set[str] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)

    def look(self, words: str, entries: Iterator[Entry]) -> None:
        """Begin to look for words, or stop looking where there are none."""
        wanted = " ".join(words.casefold().split())
        self._timer.stop()
        if not wanted:
            self.found.emit(None)
            return
        self._keys, self._steps = set(), self._matches(wanted, entries)
        self._timer.start(0)

    def stop(self) -> None:
        """Stop looking, because the rows are about to change."""
        self._timer.stop()

    def _matches(self, words: str, entries: Iterator[Entry]) -> Iterator[str | None]:
        for entry in entries:
            yield entry.key if self._matching(words, entry) else None

    def _matching(self, words: str, entry: Entry) -> bool:
        if entry.anchor is not None and not holds(self._document, entry.anchor, words.split()):
            return False
        name = " ".join(f"{self._named(entry)} {entry.name}".casefold().split())
        return words in name

    def _on_turn(self) -> None:
        end = time.monotonic() + _BUDGET
        for key in self._steps:
            if key is not None:
                self._keys.add(key)
            if time.monotonic() > end:
                return
        self._timer.stop()
        self.found.emit(frozenset(self._keys))

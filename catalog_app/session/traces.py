"""What came from where: passages of articles and the fields that were made of them.

Kept beside the record's file in `<file>.traces.json`, never inside it, and written after a save.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from catalog_app.document.address import Address
from catalog_app.document.edit import Change
from catalog_app.session.anchoring import (
    Trace,
    follow,
    found_again,
    index_of,
    trace_of,
)
from catalog_app.session.kept_traces import Source, read_beside, sidecar, write_beside
from catalog_app.session.session import SaveError, Session

__all__ = ["Source", "Trace", "Traces"]
_WAIT = 40


class Traces(QObject):
    """The traces of one document. `changed()` when any was made, has moved, rests or is back.

    `refused(str)` when they could not be written beside the file.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sources: dict[str, Source] = {}
        self._counts: dict[tuple[str, tuple[str, ...]], int] = {}
        self._modified = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT)
        self.read()
        self._connect()

    def _connect(self) -> None:
        self._later.timeout.connect(self.settle)
        self._session.changed.connect(self._on_session_changed)
        self._session.saved.connect(self._on_session_saved)
        self._session.path_changed.connect(self._on_session_path_changed)

    # ---- asking

    def source(self, key: str) -> Source:
        """What is known about an article; begun if it is new."""
        return self.sources.setdefault(key, Source(key))

    def of(self, key: str) -> list[Trace]:
        """The traces of an article whose passage and field are both there."""
        self._settle_if_due()
        return [trace for trace in self.source(key).traces if trace.shown]

    def at(self, address: Address) -> list[tuple[str, Trace]]:
        """The traces that lead to a field or to something inside or around it."""
        self._settle_if_due()
        return [
            (source.key, trace)
            for source in self.sources.values()
            for trace in source.traces
            if trace.shown and _touches(trace.address, address)
        ]

    # ---- changing

    def add(
        self, key: str, text: str, spans: Iterable[tuple[int, int]], address: Address, kind: str
    ) -> None:
        """Remember that passages of an article have become the field at an address."""
        self._settle_if_due()
        source, document = self.source(key), self._session.document
        for start, end in spans:
            trace = trace_of(document, address, kind, text, start, end)
            source.traces = [*(t for t in source.traces if not _same(t, trace)), trace]
        self._count()
        self._touched()

    def dismiss(self, key: str, kind: str, label: str) -> None:
        """Remember that a suggestion is not wanted."""
        self.source(key).dismissed.add((kind, label))
        self._touched()

    def recall(self, key: str) -> None:
        """Forget what was dismissed in an article."""
        self.source(key).dismissed.clear()
        self._touched()

    def place_in(self, key: str, text: str) -> None:
        """Find the passages of an article again in its text as it is now."""
        source = self.source(key)
        placed = [found_again(trace, text) for trace in source.traces]
        if placed != source.traces:
            source.traces = placed
            self.changed.emit()

    def _touched(self) -> None:
        self._modified = True
        self.changed.emit()

    # ---- following the record

    def _on_session_changed(self, change: Change) -> None:
        if not any(source.traces for source in self.sources.values()):
            return
        if change.kind == "edit":
            self._later.start()  # typing: once it pauses
        else:
            self.settle()

    def _settle_if_due(self) -> None:
        if self._later.isActive():
            self.settle()

    def settle(self) -> None:
        """Find the fields of all traces again in the record as it is now."""
        self._later.stop()
        before = [list(source.traces) for source in self.sources.values()]
        for source in self.sources.values():
            source.traces = self._followed(source.traces)
        self._count()
        if before != [source.traces for source in self.sources.values()]:
            self._modified = True
            self.changed.emit()

    def _followed(self, traces: list[Trace]) -> list[Trace]:
        document = self._session.document
        by_part: dict[str, list[int]] = {}
        for at, trace in enumerate(traces):
            by_part.setdefault(self._part(trace), []).append(at)
        followed = list(traces)
        for part, places in by_part.items():
            mine = [traces[at] for at in places]
            now = index_of(document, part, {trace.path for trace in mine})
            before = {path: n for (where, path), n in self._counts.items() if where == part}
            for at, trace in zip(places, follow(mine, now, before), strict=True):
                followed[at] = trace if trace.shown else self._elsewhere(trace, part)
        return followed

    def _elsewhere(self, trace: Trace, part: str) -> Trace:
        """A field that is in another record now, because records were added or removed."""
        document = self._session.document
        if len(document.records()) < 2:
            return trace
        for number in range(1, len(document.records()) + 1):
            if f"record{number}" != part:
                now = index_of(document, f"record{number}", {trace.path})
                same = [address for address, said in now[trace.path] if said == trace.said]
                if same and trace.said:
                    return replace(trace, address=same[0])
        return trace

    @staticmethod
    def _part(trace: Trace) -> str:
        return trace.address.part if trace.address else "record1"

    def _count(self) -> None:
        """Remember how many elements there are on each path that has a trace."""
        wanted: dict[str, set[tuple[str, ...]]] = {}
        for source in self.sources.values():
            for trace in source.traces:
                wanted.setdefault(self._part(trace), set()).add(trace.path)
        self._counts = {
            (part, path): len(found)
            for part, paths in wanted.items()
            for path, found in index_of(self._session.document, part, paths).items()
        }

    # ---- beside the file

    def _on_session_path_changed(self) -> None:
        self._modified = True

    def _on_session_saved(self) -> None:
        self.write()

    def read(self) -> None:
        """Read what is kept beside the file; what cannot be understood is left alone."""
        path = self._session.path
        if path is None:
            return
        self.sources = {source.key: source for source in read_beside(path)}
        for source in self.sources.values():
            source.traces = self._followed(source.traces)
        self._count()

    def write(self) -> None:
        """Write the traces beside the file, or remove them there when none is left."""
        path = self._session.path
        if path is None or (not self._modified and sidecar(path).exists()):
            return
        self._settle_if_due()
        try:
            write_beside(path, self.sources.values())
        except (OSError, SaveError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.refused.emit(self.tr("The marks in the text could not be kept: {0}").format(why))
            return
        self._modified = False


def _touches(address: Address | None, other: Address) -> bool:
    place = other.element
    return address is not None and (address.contains(place) or _inside(address, place))


def _inside(address: Address, place: Address) -> bool:
    """Whether a trace leads into the card that has the focus."""
    return bool(place.steps) and place.contains(address)


def _same(one: Trace, other: Trace) -> bool:
    return (one.start, one.end, one.address) == (other.start, other.end, other.address)

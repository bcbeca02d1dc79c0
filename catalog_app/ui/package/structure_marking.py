"""What is linked with the division in focus is marked in the map beside its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

from PySide6.QtCore import QObject, QTimer

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.structure_links import tied_with
from catalog_app.session.jobs import Job, Jobs
from catalog_app.session.session import Session
from catalog_app.ui.package.structure_model import StructureModel

_REST = 120
_Marked = tuple[frozenset[str]]


class StructureMarking(QObject):
    """Looks for the links of the division in focus when keys and mouse rest for a moment.

    `models` are those of the trees that are shown; with one alone nothing is marked.
    """

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        models: Callable[[], list[StructureModel]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._models = session, jobs, models
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._look)
        session.place_changed.connect(self.look_soon)
        session.changed.connect(self.look_soon)

    def look_soon(self, *_change: object) -> None:
        """Look anew: another division is in focus, or links have come or gone."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        models = self._models()
        if len(models) > 1:
            self._soon.start()
        for model in models if len(models) == 1 else ():
            model.mark(frozenset())

    def _look(self) -> None:
        division = _division_around(self._session.place)
        steps = _found(self._session.document, division)
        self._job = self._jobs.slices("", steps, self._on_found, self._on_failed)

    def _on_found(self, found: _Marked) -> None:
        self._job, place = None, self._session.place
        for model in self._models():
            own = model.structure is not None and place and model.structure.section.contains(place)
            model.mark(frozenset() if own else found[0])

    def _on_failed(self, _error: BaseException) -> None:
        self._job = None  # The file was edited meanwhile: it is looked for again.


def _division_around(place: Address | None) -> Address | None:
    """The division that a place is in."""
    if place is None:
        return None
    steps = tuple(takewhile(lambda step: step.name in ("structMap", "div"), place.steps))
    return Address(place.part, steps) if len(steps) > 1 else None


def _found(document: Document, division: Address | None) -> Iterator[float | _Marked]:
    found = frozenset[str]()
    if division is not None:
        found = yield from tied_with(document, division)
    yield (found,)

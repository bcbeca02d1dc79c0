"""The places that were shown one after the other, to go back to them and forward again."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject

from catalog_app.document.address import Address
from catalog_app.document.package import form_root
from catalog_app.session.session import Session

_MOST = 200
_SETTLED = 0.3  # seconds: a table that is shown again goes on to the row it was left at
_PASSED = 0.7  # seconds: what an arrow held down only passes is no place to come back to


@dataclass(slots=True)
class _Visit:
    """What was shown, where in it the focus was last, who led there, and when."""

    shown: Address
    place: Address
    origin: object
    since: float


class Visited(QObject):
    """Follows the focus of a session; a step is from one record, section, file or division to
    another, wherever in it the focus was."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._visits: list[_Visit] = []
        self._at = -1
        self._going, self._went = False, 0.0
        session.place_changed.connect(self._on_place_changed)

    def back(self) -> bool:
        """Go to what was shown before; False if there is nothing any more."""
        return self._go(-1)

    def forward(self) -> bool:
        """Go to where one went back from; False if there is nothing any more."""
        return self._go(1)

    def _go(self, by: int) -> bool:
        at = self._at + by
        while 0 <= at < len(self._visits):
            place = self._there(self._visits[at])
            if place is not None:
                self._at = at
                self._show(place)
                return True
            at += by  # What stood there was removed.
        return False

    def _show(self, place: Address) -> None:
        self._going, self._went = True, time.monotonic()
        try:
            self._session.go_to(place)
        finally:
            self._going = False

    def _there(self, visit: _Visit) -> Address | None:
        """The place of a visit, or what was shown around it, if that is still there."""
        document = self._session.document
        for place in (visit.place, visit.shown):
            if document.anchor(place.part) is not None and document.element(place) is not None:
                return place
        return None

    def _on_place_changed(self, place: Address | None, origin: object) -> None:
        if place is None:
            return
        shown, now = self._shown(place), time.monotonic()
        current = self._visits[self._at] if self._at >= 0 else None
        settling = origin is not None and now - self._went < _SETTLED
        if current is not None and (current.shown == shown or settling):
            if not place.contains(current.place):  # The field in focus says more than its row.
                current.shown, current.place = shown, place
        elif not self._going:
            if current is not None and _passed(current, origin, now):
                self._at -= 1
            del self._visits[self._at + 1 :]
            self._visits.append(_Visit(shown, place, origin, now))
            del self._visits[:-_MOST]
            self._at = len(self._visits) - 1

    def _shown(self, place: Address) -> Address:
        """What is shown for a place: the record, or what of a package has a form of its own."""
        document = self._session.document
        if place.part.startswith("record") or document.anchor(place.part) is None:
            return Address(place.part)
        return form_root(document, place.element)


def _passed(visit: _Visit, origin: object, now: float) -> bool:
    """Whether a place was only passed, on the way through a list."""
    return origin is not None and visit.origin is origin and now - visit.since < _PASSED

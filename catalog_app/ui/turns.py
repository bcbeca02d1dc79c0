"""One thing after the other, each in a turn of the event loop of its own."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from catalog_app.session.pace import Pace

# Some event loops fire a timer twice in a turn, so one rest would not always be a turn.
_RESTS = 3
Act = Callable[[], object]


class Turns(QObject):
    """Does what it is asked to, in order; what was done is painted before the next begins.

    So a document with all its panes is not one long wait, and a key pressed meanwhile is heard.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Act] = deque()
        self._rests = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def waiting(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._waiting)

    def later(self, act: Act) -> None:
        """Do this when all that was asked before is done."""
        self._waiting.append(act)
        if not self._timer.isActive():
            self._rests = 0
            self._timer.start()

    def _on_turn(self) -> None:
        """Do one thing, after some turns that are left to layout and painting."""
        self._rests += 1
        if self._rests <= _RESTS:
            return
        self._rests = 0
        act = self._waiting.popleft()
        if not self._waiting:
            self._timer.stop()
        act()


class UnseenTurns(Turns):
    """Turns between which no window is painted, so that none is seen half done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._still: list[QWidget] = []

    def later(self, act: Act) -> None:
        """Do this when all that was asked before is done; until then nothing is painted."""
        if not self._still:
            self._still = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            for window in self._still:
                window.setUpdatesEnabled(False)
        super().later(act)

    def _on_turn(self) -> None:
        try:
            super()._on_turn()
        finally:
            if not self._waiting:
                self._show_again()

    def _show_again(self) -> None:
        windows, self._still = self._still, []
        for window in windows:
            if isValid(window):
                window.setUpdatesEnabled(True)


class Background(QObject):
    """Runs a generator to its end, a few milliseconds of every turn."""

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._steps, self._pace = steps, Pace()
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        with self._pace.slice() as end:
            for _ in self._steps:
                if time.monotonic() > end:
                    return
        self.deleteLater()
        self._timer.stop()

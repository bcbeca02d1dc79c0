"""Lists and texts that end with a whole row, however high they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent, QResizeEvent

_SPOTS = 6  # across the width: the cells of a table may have their lines at other heights


class WholeRows:
    """Mixed into a view of rows of one height: what is left of a row below the last is empty.

    A current row that is in sight stays there.
    """

    _settling = False

    @property
    def row_height(self) -> int:
        """How high every row is; -1 while there is none."""
        return self.sizeHintForRow(0)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Leave as much empty at the lower edge as is no whole row."""
        super().updateGeometries()
        row, edges = self.row_height, self.viewportMargins()
        if row <= 0 or self._settling:
            return
        room = self.viewport().height() + edges.bottom()
        edges.setBottom(room % row if room > row else 0)
        if edges != self.viewportMargins():
            self._settling = True
            self.setViewportMargins(edges)
            self._settling = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A current row that was in sight stays in sight, whatever takes room from the list."""
        at, before = self.currentIndex(), event.oldSize().height()
        seen = at.isValid() and 0 <= self.visualRect(at).top() < before
        super().resizeEvent(event)
        if seen and event.size().height() < before:
            self.scrollTo(at)


class WholeLines:
    """Mixed into a text that is scrolled: a line that the lower edge cuts is not painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint down to the last whole line."""
        area = event.rect()
        area.setBottom(min(area.bottom(), self.whole_height() - 1))
        if not area.isEmpty():
            super().paintEvent(QPaintEvent(area))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """What was moved up has another lower edge: paint it anew."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def whole_height(self) -> int:
        """How far down the lines are whole."""
        height, width = self.viewport().height(), self.viewport().width()
        spots = (QPoint(x, height - 1) for x in range(2, width, max(1, width // _SPOTS)))
        lines = [self.cursorRect(self.cursorForPosition(spot)) for spot in spots]
        cut = (one for one in lines if one.height() <= one.top() < height <= one.bottom())
        return min((one.top() for one in cut), default=height)

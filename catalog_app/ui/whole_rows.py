"""Lists that end with a whole row, however high they are, and keep the current one in sight."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent


class WholeRows:
    """Mixed into a view of rows of one height: what is left of a row below the last is empty."""

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

"""The part with the article itself: what is over it, the text, and the keys under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from catalog_app.ui.article.legend import Legend
from catalog_app.ui.article.text_view import TextView

_LINES = 3  # of the article, that the words of the legend give way to


class Upper(QFrame):
    """Bars, text, a line of what was said, and the legend, which gives way in a low window."""

    def __init__(
        self, bars: Sequence[QWidget], view: TextView, said: QWidget, legend: Legend
    ) -> None:
        super().__init__()
        self._others, self._view, self._legend = (*bars, said), view, legend
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
        column.addWidget(view, 1)
        column.addWidget(said)
        column.addWidget(legend)

    def event(self, event: QEvent) -> bool:
        """Give the legend its room when there is another height, or another bar."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            taken = sum(one.sizeHint().height() for one in self._others if one.isVisibleTo(self))
            self._legend.fit(int(self.height() - taken - _LINES * self._view.line_height))
        return done

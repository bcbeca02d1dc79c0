"""The question in which encoding a text is written, with a line of it for each answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from catalog_app.article.text import Candidate
from catalog_app.session.sentences import in_words
from catalog_app.ui.look import role
from catalog_app.ui.look.roles import colour

_MOST = 4


class EncodingBar(QWidget):
    """Candidates to choose from; hidden unless the encoding is uncertain. `chosen(encoding)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel(
            self.tr("It is not certain how this text is encoded. Which line reads right?"),
            wordWrap=True,
        )
        self.buttons: list[QPushButton] = []
        self._lines: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 6, 12, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._question, 0, 0, 1, 2)
        self.hide()

    def ask(self, candidates: tuple[Candidate, ...]) -> None:
        """Ask about these; with none the bar is hidden."""
        for old in (*self.buttons, *self._lines):
            old.hide()
            old.deleteLater()
        self.buttons, self._lines = [], []
        for row, candidate in enumerate(candidates[:_MOST], 1):
            self._offer(row, candidate)
        self.setVisible(bool(candidates))

    def _offer(self, row: int, candidate: Candidate) -> None:
        button = role(QPushButton(in_words(candidate.label), self), "link")
        button.setAccessibleName(f"{in_words(candidate.label)}: {candidate.preview}")
        button.clicked.connect(partial(self._choose, candidate.encoding))
        line = role(QLabel(candidate.preview, self), "dim")
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.setToolTip(candidate.preview)
        self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(line, row, 1)
        self.buttons.append(button)
        self._lines.append(line)

    def _choose(self, encoding: str, _checked: bool = False) -> None:
        self.chosen.emit(encoding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between the answers, Esc leaves it as it is."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        focused = [n for n, button in enumerate(self.buttons) if button.hasFocus()]
        if step and focused:
            self.buttons[(focused[0] + step) % len(self.buttons)].setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint of advice."""
        QPainter(self).fillRect(self.rect(), colour("advice_tint", self))

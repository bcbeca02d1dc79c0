"""Searching in the article, and going to a line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from catalog_app.ui.look import icon, role
from catalog_app.ui.numbers import grouped

MOST = 10_000
_CHUNK = 100_000


def find_all(text: str, wanted: str) -> Iterator[float | list[int]]:
    """Where a phrase stands, in slices: fractions, then the offsets; at most MOST of them.

    Capitals do not matter, and a space stands for any blanks between words.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, wanted.split())) or r"(?!)", re.IGNORECASE)
    found: list[int] = []
    longest = 4 * len(wanted) + 8
    for start in range(0, max(1, len(text)), _CHUNK):
        stop = min(len(text), start + _CHUNK + longest)
        last = found[-1] if found else -1
        hits = (m.start() for m in pattern.finditer(text, start, stop))
        found += [at for at in hits if last < at < start + _CHUNK]
        if len(found) >= MOST:
            break
        yield start / max(1, len(text))
    yield found[:MOST]


class SearchBar(QWidget):
    """A box with the number of hits.

    `asked(str)`, `stepped(int)`, `line_wanted(int)`, `closed()`.
    """

    asked = Signal(str)
    stepped = Signal(int)
    line_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = role(QLineEdit(), "field")
        self.box.setAccessibleName(self.tr("Find in the article"))
        self.box.setClearButtonEnabled(False)
        self.count = role(QLabel(), "dim")
        self._going = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        self._previous = self._button("up", self.tr("Previous hit (Shift+Enter)"))
        self._next = self._button("down", self.tr("Next hit (Enter)"))
        self._close = self._button("close", self.tr("Close the search (Esc)"))
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.closed)
        self.box.textEdited.connect(self._on_edited)
        self.hide()

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setIcon(icon(name, "dim"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def open(self, going: bool = False, text: str = "") -> None:
        """Show the box for searching, or for going to a line."""
        self._going = going
        words = self.tr("Go to line") if going else self.tr("Find in the article")
        self.box.setPlaceholderText(words)
        self.box.setAccessibleName(words)
        for button in (self._previous, self._next):
            button.setVisible(not going)
        if going or text:
            self.box.setText("" if going else text)
        self.count.clear()
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        if not going and self.box.text():
            self.asked.emit(self.box.text())

    def say(self, at: int, total: int) -> None:
        """Say which hit this is, and how many there are."""
        if not self.box.text() or self._going:
            self.count.clear()
        elif not total:
            self.count.setText(self.tr("not found"))
        else:
            many = f"{grouped(MOST)}+" if total >= MOST else grouped(total)
            self.count.setText(self.tr("{0} of {1}").format(at + 1, many))

    def _on_edited(self, text: str) -> None:
        if not self._going:
            self.asked.emit(text)

    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(back)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, back: bool) -> None:
        if not self._going:
            self.stepped.emit(-1 if back else 1)
            return
        digits = re.sub(r"\D", "", self.box.text())
        if digits:
            self.line_wanted.emit(min(int(digits), 2_000_000_000))
            self.closed.emit()

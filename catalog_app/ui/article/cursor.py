"""The cursor of the article view and what the keys do to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from catalog_app.ui.article import words

if TYPE_CHECKING:
    from catalog_app.ui.article.text_view import TextView

_Key = QKeySequence.StandardKey
_LONG_AGO = -100_000


class Cursor:
    """Where the cursor is (`at`), and where the selection began (`mark`), in characters."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self.at = self.mark = 0
        self._x: float | None = None
        self._unit: tuple[int, int] | None = None
        self._by_words = False
        self._double = _LONG_AGO

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection begins and ends."""
        return min(self.at, self.mark), max(self.at, self.mark)

    def begin(self) -> None:
        """Stand at the beginning."""
        self.set(0, 0)

    def set(self, mark: int, at: int) -> None:
        """Select from one place to another; the cursor is at the second."""
        last = len(self._view.article.text)
        self.mark, self.at = (min(max(0, place), last) for place in (mark, at))
        self._x = self._unit = None

    # ---- mouse

    def press(self, at: int, extend: bool, when: int, _point: QPoint) -> None:
        """Put the cursor somewhere; a third click selects the paragraph."""
        text = self._view.article.text
        if not extend and when - self._double < QApplication.doubleClickInterval():
            self._double = _LONG_AGO
            self.set(*words.paragraph_at(text, at))
            self._unit = self.selection
            return
        self.set(self.mark if extend else at, at)
        self._by_words = False

    def choose_word(self, at: int, when: int) -> None:
        """Select the word at a place; further words follow the mouse."""
        self._double = when
        self.set(*words.word_at(self._view.article.text, at))
        self._unit, self._by_words = self.selection, True

    def drag(self, at: int) -> None:
        """Extend the selection to a place, by words if it began with one."""
        if self._unit is None:
            self.at = at
            return
        start, end = self._unit
        low, high = words.word_at(self._view.article.text, at) if self._by_words else (at, at)
        if at < start:
            self.mark, self.at = end, min(low, start)
        else:
            self.mark, self.at = start, max(high, end)

    # ---- keys

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False if it says nothing to a cursor."""
        for key in _MOVES:
            if event.matches(key):
                extend, move = _MOVES[self._meant(key)]
                self._go(move(self), extend)
                return True
        if event.matches(_Key.SelectAll):
            self.set(0, len(self._view.article.text))
            return True
        for key, (extend, down, share) in _VERTICAL.items():
            if event.matches(key):
                self._go_down(down, share, extend)
                return True
        return False

    def _meant(self, key: QKeySequence.StandardKey) -> QKeySequence.StandardKey:
        """What a key means here: in Arabic the arrow to the left leads on."""
        surface = self._view.surface
        if key in _OPPOSITE and surface.runs_left(surface.pieces.at(self.at)):
            return _OPPOSITE[key]
        return key

    def _go(self, at: int, extend: bool) -> None:
        self.set(self.mark if extend else at, at)

    def _go_down(self, lines: int, by_page: bool, extend: bool) -> None:
        """Move by lines or pages and stay in the column."""
        x = self._x
        if x is None:
            x = self._place()[2]
        if by_page:
            page = self._view.room() / self._view.surface.line_height
            lines *= max(1, int(page) - 1)
        at = self.at
        for _ in range(abs(lines)):
            following = self._neighbour(at, 1 if lines > 0 else -1, x)
            if following is None:
                at = len(self._view.article.text) if lines > 0 else 0
                break
            at = following
        self._go(at, extend)
        self._x = x

    def _place(self) -> tuple[int, int, float]:
        """The piece, the line in it and the column of the cursor."""
        surface = self._view.surface
        piece = surface.pieces.at(self.at)
        laid = surface.laid(piece)
        inside = min(self.at - surface.pieces.starts[piece], laid.length)
        return piece, laid.line_of(inside), laid.x_of(inside)

    def _neighbour(self, at: int, step: int, x: float) -> int | None:
        """The place one line above or below, nearest to a column."""
        surface = self._view.surface
        piece = surface.pieces.at(at)
        laid = surface.laid(piece)
        line = laid.line_of(min(at - surface.pieces.starts[piece], laid.length)) + step
        if not 0 <= line < laid.lines():
            piece += step
            if not 0 <= piece < len(surface.pieces):
                return None
            laid = surface.laid(piece)
            line = 0 if step > 0 else laid.lines() - 1
        middle = QPointF(x, (line + 0.5) * surface.line_height)
        return surface.pieces.starts[piece] + laid.hit(middle)

    def line_bounds(self) -> tuple[int, int]:
        """The first and last place of the line on the screen."""
        piece, line, _ = self._place()
        start = self._view.surface.pieces.starts[piece]
        first, last = self._view.surface.laid(piece).line_bounds(line)
        return start + first, start + last

    def back(self) -> int:
        """One character back, or to the beginning of the selection."""
        return max(0, self.at - 1)

    def forward(self) -> int:
        """One character forward."""
        return min(len(self._view.article.text), self.at + 1)

    def word_back(self) -> int:
        """To the beginning of the word."""
        return words.previous_word(self._view.article.text, self.at)

    def word_forward(self) -> int:
        """To the next word."""
        return words.next_word(self._view.article.text, self.at)

    def word_end(self) -> int:
        """To the end of the word, so that a selection takes no space along."""
        text = self._view.article.text
        at = self.at
        while at < len(text) and not (text[at].isalnum()):
            at += 1
        _, end = words.word_at(text, at)
        return max(end, at, self.at + 1) if self.at < len(text) else self.at

    def line_start(self) -> int:
        """To the beginning of the line."""
        return self.line_bounds()[0]

    def line_end(self) -> int:
        """To the end of the line."""
        return self.line_bounds()[1]

    def top(self) -> int:
        """To the beginning of the text."""
        return 0

    def bottom(self) -> int:
        """To the end of the text."""
        return len(self._view.article.text)


_MOVES: dict[QKeySequence.StandardKey, tuple[bool, Callable[[Cursor], int]]] = {
    _Key.MoveToNextChar: (False, Cursor.forward),
    _Key.MoveToPreviousChar: (False, Cursor.back),
    _Key.SelectNextChar: (True, Cursor.forward),
    _Key.SelectPreviousChar: (True, Cursor.back),
    _Key.MoveToNextWord: (False, Cursor.word_forward),
    _Key.MoveToPreviousWord: (False, Cursor.word_back),
    _Key.SelectNextWord: (True, Cursor.word_end),
    _Key.SelectPreviousWord: (True, Cursor.word_back),
    _Key.MoveToStartOfLine: (False, Cursor.line_start),
    _Key.MoveToEndOfLine: (False, Cursor.line_end),
    _Key.SelectStartOfLine: (True, Cursor.line_start),
    _Key.SelectEndOfLine: (True, Cursor.line_end),
    _Key.MoveToStartOfDocument: (False, Cursor.top),
    _Key.MoveToEndOfDocument: (False, Cursor.bottom),
    _Key.SelectStartOfDocument: (True, Cursor.top),
    _Key.SelectEndOfDocument: (True, Cursor.bottom),
}
_PAIRS = (
    (_Key.MoveToNextChar, _Key.MoveToPreviousChar),
    (_Key.SelectNextChar, _Key.SelectPreviousChar),
    (_Key.MoveToNextWord, _Key.MoveToPreviousWord),
    (_Key.SelectNextWord, _Key.SelectPreviousWord),
)
_OPPOSITE = dict(_PAIRS) | {back: on for on, back in _PAIRS}
_VERTICAL: dict[QKeySequence.StandardKey, tuple[bool, int, bool]] = {
    _Key.MoveToNextLine: (False, 1, False),
    _Key.MoveToPreviousLine: (False, -1, False),
    _Key.SelectNextLine: (True, 1, False),
    _Key.SelectPreviousLine: (True, -1, False),
    _Key.MoveToNextPage: (False, 1, True),
    _Key.MoveToPreviousPage: (False, -1, True),
    _Key.SelectNextPage: (True, 1, True),
    _Key.SelectPreviousPage: (True, -1, True),
}

"""The article on the screen: read, searched, selected with mouse or keys, its passages coloured."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from catalog_app.article.text import Article
from catalog_app.ui.article.column import Column
from catalog_app.ui.article.cursor import Cursor
from catalog_app.ui.article.keys import letter_of
from catalog_app.ui.article.marks import Mark, Marks
from catalog_app.ui.article.mouse import Mouse
from catalog_app.ui.article.painting import BAR, Painting
from catalog_app.ui.article.pieces import Pieces
from catalog_app.ui.article.spoken import Spoken, Telling, install


class TextView(Column):
    """Shows an article; it is only read.

    `lettered(str)` when a letter is typed; `entered(bool)` for Enter, True with Ctrl;
    `selection_changed()`; `mark_clicked(Mark)`; `menu_wanted(QPoint)`; `pasted(QMimeData)`;
    `drag_started()` and `drag_ended()` around the dragging of a passage.
    """

    lettered = Signal(str)
    entered = Signal(bool)
    selection_changed = Signal()
    mark_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    pasted = Signal(QMimeData)
    drag_started = Signal()
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        install()
        self._spoken: Spoken | None = None
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Text being described"))
        self.setAccessibleDescription(
            self.tr("Select words with Shift and the arrow keys; a letter makes a field of them.")
        )
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.article = Article("")
        self.cursor_ = Cursor(self)
        self.marks, self.hits = Marks(), []
        self.current: tuple[Mark, ...] = ()
        self.hit_length, self.current_hit = 0, -1
        self.tip_of: Callable[[Mark], str] = str
        self._painting, self._mouse = Painting(self), Mouse(self)
        self.telling = Telling(self)

    def spoken(self) -> Spoken:
        """How it is read out; kept as long as the view is there."""
        if self._spoken is None:
            self._spoken = Spoken(self)
        return self._spoken

    # ---- what is shown

    def show_article(self, article: Article, pieces: Pieces | None = None) -> None:
        """Show a text from its beginning; `pieces` of a long one may have been cut elsewhere."""
        self.article = article
        self.marks, self.hits, self.current, self.current_hit = Marks(), [], (), -1
        self.surface.take(pieces or Pieces(article.text, article.line_starts))
        self.cursor_.begin()
        self.dress()
        self.telling.note_text()
        self.selection_changed.emit()

    def set_marks(self, marks: list[Mark]) -> None:
        """Colour these passages."""
        self.marks = Marks(marks)
        self.viewport().update()

    def point_out(self, marks: list[Mark], *, scroll: bool = True) -> None:
        """Frame some passages, and bring the first into sight."""
        self.current = tuple(marks)
        if marks and scroll:
            first = min(marks, key=lambda mark: mark.start)
            if self.surface.y_of(first.start, self.room()) is None:
                self.surface.show(first.start, self.room(), 0.3)
                self.follow()
        self.viewport().update()

    def set_hits(self, hits: list[int], length: int) -> None:
        """Mark what was found in a search."""
        self.hits, self.hit_length = hits, length
        self.viewport().update()

    def go_to_line(self, number: int) -> None:
        """Put the cursor at the beginning of a line, counted from one."""
        self.select(*(self.article.offset(number),) * 2, at=0.3)

    # ---- the selection

    def selection(self) -> tuple[int, int]:
        """Where the selection begins and ends; the same twice without one."""
        return self.cursor_.selection

    def selected(self) -> str:
        """The selected characters as they are in the text."""
        return self.article.passage(*self.selection())

    def select(self, start: int, end: int, *, at: float = -1.0) -> None:
        """Select a range and bring its beginning into sight."""
        self.cursor_.set(start, end)
        self.surface.show(start if at >= 0 else end, self.room(), at)
        self.moved()

    def selectAll(self) -> None:  # noqa: N802 - as the Edit menu asks
        """Select the whole text."""
        self.cursor_.set(0, len(self.article.text))
        self.moved()

    def copy(self) -> None:
        """Copy the selection."""
        if self.selected():
            QGuiApplication.clipboard().setText(self.selected())

    def paste(self) -> None:
        """Take the clipboard's text as another article."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.pasted.emit(mime)

    def moved(self) -> None:
        """Show where the cursor is after it has moved."""
        self.follow()
        self.telling.note_cursor()
        self.selection_changed.emit()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and select; a letter makes a field of the selection."""
        if self.cursor_.key(event):
            self.surface.show(self.cursor_.at, self.room())
            self.moved()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape and self.selected():
            self.select(self.cursor_.at, self.cursor_.at)
        elif letter := letter_of(event):
            self.lettered.emit(letter)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the fields; by the keyboard below the cursor."""
        spot = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.viewport().mapToGlobal(self.exact_cursor().bottomLeft().toPoint())
        self.menu_wanted.emit(spot)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to drag what is selected."""
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, drag, or say what a passage is."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a passage leads to its field."""
        self._mouse.release(event)

    def drag(self) -> None:
        """Let the selected passage be dropped on a field or in another program."""
        self._mouse.drag()

    def mark_under(self, point: QPointF) -> Mark | None:
        """The passage at a point of the view, what was taken first."""
        if point.x() < self.left - BAR * 3:
            return None
        found = self.marks.at(self.offset_at(point))
        return found[0] if found else None

    # ---- paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the passages, the selection, the letters, the cursor."""
        painter = QPainter(self.viewport())
        self._painting.paint(painter, event.rect())
        painter.end()

    def exact_cursor(self) -> QRectF:
        """Where the cursor stands in the view."""
        return self.spot_of(self.cursor_.at)

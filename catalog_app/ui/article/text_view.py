"""The article on the screen: read, searched, selected with mouse or keys, its passages coloured."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from catalog_app.article.mending import mended
from catalog_app.article.text import Article
from catalog_app.ui.article.cursor import Cursor
from catalog_app.ui.article.keys import letter_of
from catalog_app.ui.article.laid import Laid
from catalog_app.ui.article.marks import Mark, Marks
from catalog_app.ui.article.pieces import Pieces
from catalog_app.ui.article.surface import Surface
from catalog_app.ui.look import METRICS, colours
from catalog_app.ui.look.theme import article_font

PASSAGE = "application/x-catalog-passage"
_EDGE = 18
_TOP = 12
_BAR = 3


class TextView(QAbstractScrollArea):
    """Shows an article; it is only read.

    `lettered(str)` when a letter is typed; `entered(bool)` for Enter, True with Ctrl;
    `selection_changed()`; `mark_clicked(Mark)`; `menu_wanted(QPoint)`; `pasted(QMimeData)`;
    `zoomed(int)` by steps; `drag_started()` and `drag_ended()` around the dragging of a passage.
    """

    lettered = Signal(str)
    entered = Signal(bool)
    selection_changed = Signal()
    mark_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    pasted = Signal(QMimeData)
    zoomed = Signal(int)
    drag_started = Signal()
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Text being described"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.article = Article("")
        self.cursor_ = Cursor(self)
        self.surface = Surface()
        self.marks, self.hits = Marks(), []
        self.current: tuple[Mark, ...] = ()
        self.hit_length, self.current_hit = 0, -1
        self._scale = 1.0
        self._pressed: QPoint | None = None
        self._may_drag = self._selecting = False
        self._hovered: Mark | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(40)
        self._pull = 0.0
        self.tip_of: Callable[[Mark], str] = str
        self._scroller.timeout.connect(self._on_scroller_timeout)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_moved)

    # ---- what is shown

    def show_article(self, article: Article, pieces: Pieces | None = None) -> None:
        """Show a text from its beginning; `pieces` of a long one may have been cut elsewhere."""
        self.article = article
        self.marks, self.hits, self.current, self.current_hit = Marks(), [], (), -1
        self.surface.take(pieces or Pieces(article.text, article.line_starts))
        self.cursor_.begin()
        self._dress()
        self.selection_changed.emit()

    def set_scale(self, scale: float) -> None:
        """Show the text larger or smaller than the interface."""
        self._scale = scale
        self._dress()

    def set_marks(self, marks: list[Mark]) -> None:
        """Colour these passages."""
        self.marks = Marks(marks)
        self.viewport().update()

    def point_out(self, marks: list[Mark], *, scroll: bool = True) -> None:
        """Frame some passages, and bring the first into sight."""
        self.current = tuple(marks)
        if marks and scroll:
            first = min(marks, key=lambda mark: mark.start)
            if self.surface.y_of(first.start, self._room()) is None:
                self.surface.show(first.start, self._room(), 0.3)
                self._follow()
        self.viewport().update()

    def set_hits(self, hits: list[int], length: int) -> None:
        """Mark what was found in a search."""
        self.hits, self.hit_length = hits, length
        self.viewport().update()

    def _dress(self) -> None:
        base = self.font().pixelSize() or round(self.fontInfo().pixelSize())
        font = article_font()
        font.setPixelSize(max(8, round(base * METRICS.article_ratio * self._scale)))
        widest = QFontMetricsF(font).averageCharWidth() * METRICS.article_measure
        room = self.viewport().width() - 2 * _EDGE
        self._left = _EDGE + max(0.0, (room - widest) / 2)
        self.surface.dress(font, min(room, widest), METRICS.article_line_height / 100)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._dress()
        else:
            self.surface.move(0.0, self._room())
            self._follow()

    def changeEvent(self, event: object) -> None:
        """Take the interface's font size."""
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and hasattr(self, "surface"):
            self._dress()

    # ---- scrolling

    def _room(self) -> float:
        return max(1.0, self.viewport().height() - 2.0 * _TOP)

    def _follow(self) -> None:
        """Let the scroll bar follow the text, and paint."""
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setPageStep(int(self._room()))
        bar.setSingleStep(int(self.surface.line_height))
        bar.setRange(0, max(0, int(self.surface.pieces.total - self._room())))
        bar.setValue(int(self.surface.value))
        bar.blockSignals(False)
        self.viewport().update()

    def _on_bar_moved(self, value: int) -> None:
        self.surface.go(value, self._room())
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        pixels = event.pixelDelta().y() or event.angleDelta().y() / 120 * 3 * self._line()
        self.scroll_by(-pixels)
        event.accept()

    def _line(self) -> float:
        return self.surface.line_height

    def scroll_by(self, pixels: float) -> None:
        """Scroll by pixels, down if positive."""
        self.surface.move(pixels, self._room())
        self._follow()

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
        self.surface.show(start if at >= 0 else end, self._room(), at)
        self._moved()

    def selectAll(self) -> None:  # noqa: N802 - as the Edit menu asks
        """Select the whole text."""
        self.cursor_.set(0, len(self.article.text))
        self._moved()

    def copy(self) -> None:
        """Copy the selection."""
        if self.selected():
            QGuiApplication.clipboard().setText(self.selected())

    def paste(self) -> None:
        """Take the clipboard's text as another article."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.pasted.emit(mime)

    def _moved(self) -> None:
        self._follow()
        self.selection_changed.emit()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and select; a letter makes a field of the selection."""
        if self.cursor_.key(event):
            self.surface.show(self.cursor_.at, self._room())
            self._moved()
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
            spot = self.viewport().mapToGlobal(self._cursor_rect().bottomLeft().toPoint())
        self.menu_wanted.emit(spot)

    # ---- mouse

    def offset_at(self, point: QPointF) -> int:
        """The place in the text nearest to a point of the view."""
        y, x = point.y() - _TOP, point.x() - self._left
        last = (0, 0.0, None)
        for piece, top, laid in self.surface.visible(self._room() + _TOP):
            last = (piece, top, laid)
            if y < top + laid.height:
                break
        piece, top, laid = last
        if laid is None:
            return 0
        return self.surface.pieces.starts[piece] + laid.hit(QPointF(x, y - top))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to drag what is selected."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position().toPoint()
        at = self.offset_at(event.position())
        start, end = self.selection()
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._may_drag = start < at < end and not extend
        if not self._may_drag:
            self._selecting = True
            self.cursor_.press(at, extend, event.timestamp(), self._pressed)
            self._moved()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._selecting, self._may_drag = True, False
            self.cursor_.choose_word(self.offset_at(event.position()), event.timestamp())
            self._moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, drag, or say what a passage is."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
            return
        travelled = (event.position().toPoint() - (self._pressed or QPoint())).manhattanLength()
        if self._may_drag:
            if travelled >= QApplication.startDragDistance():
                self._drag()
            return
        if self._selecting:
            self._pull_to(event.position())

    def _pull_to(self, point: QPointF) -> None:
        self.cursor_.drag(self.offset_at(point))
        outside = min(0.0, point.y()) + max(0.0, point.y() - self.viewport().height())
        self._pull = outside / 2
        self._scroller.start() if outside else self._scroller.stop()
        self._moved()

    def _on_scroller_timeout(self) -> None:
        self.surface.move(self._pull, self._room())
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        self.cursor_.drag(self.offset_at(QPointF(point)))
        self._moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a passage leads to its field."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._scroller.stop()
        at = self.offset_at(event.position())
        if self._may_drag:
            self.cursor_.set(at, at)
            self._moved()
        self._may_drag = self._selecting = False
        start, end = self.selection()
        if start == end and (mark := self._mark_under(event.position())):
            self.mark_clicked.emit(mark)

    def _mark_under(self, point: QPointF) -> Mark | None:
        if point.x() < self._left - _BAR * 3:
            return None
        found = self.marks.at(self.offset_at(point))
        return found[0] if found else None

    def _hover(self, point: QPointF) -> None:
        mark = self._mark_under(point)
        if mark is self._hovered:
            return
        self._hovered = mark
        hand = mark is not None and not mark.broad
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.viewport().setToolTip(self.tip_of(mark) if mark else "")

    def _drag(self) -> None:
        """Let the passage be dropped on a field or in another program."""
        self._may_drag = self._selecting = False
        mime = QMimeData()
        mime.setText(mended(self.selected()))
        mime.setData(PASSAGE, "{} {}".format(*self.selection()).encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        self.drag_started.emit()
        drag.exec(Qt.DropAction.CopyAction)
        self.drag_ended.emit()

    # ---- paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the passages, the selection, the letters, the cursor."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = colours(self)
        painter.fillRect(event.rect(), QColor(theme.panel))
        if not self.article.text:
            self._paint_invitation(painter)
        painter.setPen(QColor(theme.text))
        for piece, top, laid in self.surface.visible(self._room() + _TOP):
            origin = QPointF(self._left, top + _TOP)
            self._paint_piece(painter, piece, laid, origin)
        if self.hasFocus() and self.article.text:
            painter.fillRect(self._cursor_rect(), QColor(theme.accent))
        painter.end()

    def _paint_invitation(self, painter: QPainter) -> None:
        """What to do while no text is open."""
        words = self.tr("Open, paste or drop here\nthe text that you describe.")
        painter.setPen(QColor(colours(self).faint))
        painter.setFont(self.surface.font)
        box = QRectF(self.viewport().rect()).adjusted(
            _EDGE, 0, -_EDGE, -self.viewport().height() / 5
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_piece(self, painter: QPainter, piece: int, laid: Laid, origin: QPointF) -> None:
        if not laid.length:
            return
        start, end = self.surface.pieces.starts[piece], self.surface.pieces.ends[piece]
        theme = colours(self)
        for mark in self.marks.between(start, end):
            self._paint_mark(painter, mark, laid, start, origin)
        for mark in self.current:
            if mark.end > start and mark.start < end:
                self._paint_current(painter, mark, laid, start, origin)
        self._paint_hits(painter, laid, start, end, origin)
        chosen = self._inside(self.selection(), start, laid)
        for rect in laid.rects(*chosen) if chosen[0] < chosen[1] else ():
            painter.fillRect(rect.translated(origin).adjusted(0, -2, 0, 2), QColor(theme.accent))
        clip = QRectF(self.viewport().rect())
        painter.setPen(QColor(theme.text))
        laid.draw(painter, origin, clip, chosen, QColor(theme.on_accent))

    @staticmethod
    def _inside(span: tuple[int, int], start: int, laid: Laid) -> tuple[int, int]:
        """A range of the text in the characters of a piece."""
        return max(0, span[0] - start), min(laid.length, span[1] - start)

    def _paint_mark(
        self, painter: QPainter, mark: Mark, laid: Laid, start: int, origin: QPointF
    ) -> None:
        theme = colours(self)
        span = self._inside((mark.start, mark.end), start, laid)
        tint = QColor(getattr(theme, mark.look))
        for rect in laid.rects(*span):
            box = rect.translated(origin)
            if mark.broad:
                self._paint_bar(painter, box, tint if not mark.taken else QColor(theme.accent))
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
            if mark.taken:
                line = QRectF(box.left(), box.bottom() - 0.5, box.width(), 1.5)
                painter.fillRect(line, QColor(theme.dim))

    def _paint_bar(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """A long passage has a bar at the left edge instead of a tint."""
        spare = (self._line() - box.height()) / 2
        left = self._left - 3 * _BAR
        painter.fillRect(QRectF(left, box.top() - spare, _BAR, self._line()), ink)

    def _paint_current(
        self, painter: QPainter, mark: Mark, laid: Laid, start: int, origin: QPointF
    ) -> None:
        theme = colours(self)
        span = self._inside((mark.start, mark.end), start, laid)
        for rect in laid.rects(*span):
            box = rect.translated(origin)
            if mark.broad:
                painter.fillRect(box.adjusted(-1, -2, 1, 2), QColor(getattr(theme, mark.look)))
                self._paint_bar(painter, box, QColor(theme.accent))
                continue
            painter.setPen(QColor(theme.accent))
            painter.setBrush(QColor(getattr(theme, mark.look)))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2)

    def _paint_hits(
        self, painter: QPainter, laid: Laid, start: int, end: int, origin: QPointF
    ) -> None:
        theme, length = colours(self), self.hit_length
        first = bisect_left(self.hits, start - length + 1)
        for number in range(first, len(self.hits)):
            at = self.hits[number]
            if at >= end:
                break
            span = self._inside((at, at + length), start, laid)
            for rect in laid.rects(*span):
                here = number == self.current_hit
                painter.setPen(QColor(theme.accent if here else theme.faint))
                painter.setBrush(QColor(theme.advice_tint))
                painter.drawRoundedRect(rect.translated(origin).adjusted(-1, -1, 1, 1), 2, 2)

    def _cursor_rect(self) -> QRectF:
        """Where the cursor stands in the view."""
        at = self.cursor_.at
        piece = self.surface.pieces.at(at)
        top = self.surface.top_of(piece, self._room() + _TOP)
        if top is None:
            return QRectF()
        laid = self.surface.laid(piece)
        inside = min(at - self.surface.pieces.starts[piece], laid.length)
        y = top + _TOP + laid.line_of(inside) * self._line()
        height = self._line() if laid.length else laid.height
        return QRectF(self._left + laid.x_of(inside), y + height * 0.14, 1.5, height * 0.72)

    def cursor_rect(self) -> QRect:
        """Where the cursor stands, for what opens beside it."""
        return self._cursor_rect().toAlignedRect()

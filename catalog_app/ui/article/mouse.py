"""What the mouse does in the article: select, drag out, follow a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from catalog_app.article.mending import mended
from catalog_app.ui.article.marks import Mark

if TYPE_CHECKING:
    from catalog_app.ui.article.text_view import TextView

PASSAGE = "application/x-catalog-passage"


class Mouse(QObject):
    """The state between press and release; scrolls while the pointer is outside."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._may_drag = self._selecting = False
        self._hovered: Mark | None = None
        self._pull = 0.0
        self._scroller = QTimer(self)
        self._scroller.setInterval(40)
        self._scroller.timeout.connect(self._on_scroller_timeout)

    def press(self, event: QMouseEvent) -> None:
        """Begin to select, or to drag what is selected."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position().toPoint()
        at = self._view.offset_at(event.position())
        start, end = self._view.selection()
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._may_drag = start < at < end and not extend
        if not self._may_drag:
            self._selecting = True
            self._view.cursor_.press(at, extend, event.timestamp(), self._pressed)
            self._view.moved()

    def double_click(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._selecting, self._may_drag = True, False
            self._view.cursor_.choose_word(
                self._view.offset_at(event.position()), event.timestamp()
            )
            self._view.moved()

    def move(self, event: QMouseEvent) -> None:
        """Select, drag, or say what a passage is."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
            return
        travelled = (event.position().toPoint() - (self._pressed or QPoint())).manhattanLength()
        if self._may_drag:
            if travelled >= QApplication.startDragDistance():
                self.drag()
            return
        if self._selecting:
            self._pull_to(event.position())

    def _pull_to(self, point: QPointF) -> None:
        self._view.cursor_.drag(self._view.offset_at(point))
        outside = min(0.0, point.y()) + max(0.0, point.y() - self._view.viewport().height())
        self._pull = outside / 2
        self._scroller.start() if outside else self._scroller.stop()
        self._view.moved()

    def _on_scroller_timeout(self) -> None:
        self._view.surface.move(self._pull, self._view.room())
        point = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        self._view.cursor_.drag(self._view.offset_at(QPointF(point)))
        self._view.moved()

    def release(self, event: QMouseEvent) -> None:
        """A click on a passage leads to its field."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._scroller.stop()
        at = self._view.offset_at(event.position())
        if self._may_drag:
            self._view.cursor_.set(at, at)
            self._view.moved()
        self._may_drag = self._selecting = False
        start, end = self._view.selection()
        if start == end and (mark := self._view.mark_under(event.position())):
            self._view.mark_clicked.emit(mark)

    def _hover(self, point: QPointF) -> None:
        mark = self._view.mark_under(point)
        if mark is self._hovered:
            return
        self._hovered = mark
        hand = mark is not None and not mark.broad
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        self._view.viewport().setToolTip(self._view.tip_of(mark) if mark else "")

    def drag(self) -> None:
        """Let the passage be dropped on a field or in another program."""
        self._may_drag = self._selecting = False
        mime = QMimeData()
        mime.setText(mended(self._view.selected()))
        mime.setData(PASSAGE, "{} {}".format(*self._view.selection()).encode())
        drag = QDrag(self._view)
        drag.setMimeData(mime)
        self._view.drag_started.emit()
        drag.exec(Qt.DropAction.CopyAction)
        self._view.drag_ended.emit()

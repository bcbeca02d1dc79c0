"""How the article is painted: passages, hits, selection, letters, cursor."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from catalog_app.ui.article.laid import Laid
from catalog_app.ui.article.marks import Mark
from catalog_app.ui.look import colours

if TYPE_CHECKING:
    from catalog_app.ui.article.text_view import TextView

EDGE, TOP, BAR = 18, 12, 3


class Painting:
    """Paints what an article view shows."""

    def __init__(self, view: TextView) -> None:
        self._view = view

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint everything in sight."""
        view, theme = self._view, colours(self._view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(theme.panel))
        if not view.article.text:
            self._invitation(painter)
            return
        painter.setPen(QColor(theme.text))
        whole = TOP + view.surface.whole(view.viewport().height() - TOP)
        painter.setClipRect(QRectF(0, 0, view.viewport().width(), whole))  # no half a line
        for piece, top, laid in view.surface.visible(view.room() + TOP):
            self._piece(painter, piece, laid, QPointF(view.left, top + TOP))
        if view.hasFocus():
            painter.fillRect(view.exact_cursor(), QColor(theme.accent))

    def _invitation(self, painter: QPainter) -> None:
        """What to do while no text is open."""
        words = QCoreApplication.translate(
            "TextView", "Open, paste or drop here\nthe text that you describe."
        )
        painter.setPen(QColor(colours(self._view).faint))
        painter.setFont(self._view.surface.font)
        box = QRectF(self._view.viewport().rect()).adjusted(
            EDGE, 0, -EDGE, -self._view.viewport().height() / 5
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _piece(self, painter: QPainter, piece: int, laid: Laid, origin: QPointF) -> None:
        if not laid.length:
            return
        start, end = self._view.surface.pieces.starts[piece], self._view.surface.pieces.ends[piece]
        theme = colours(self._view)
        for mark in self._view.marks.between(start, end):
            self._mark(painter, mark, laid, start, origin)
        for mark in self._view.current:
            if mark.end > start and mark.start < end:
                self._framed(painter, mark, laid, start, origin)
        self._hits(painter, laid, start, end, origin)
        chosen = self._inside(self._view.selection(), start, laid)
        for rect in laid.rects(*chosen) if chosen[0] < chosen[1] else ():
            painter.fillRect(rect.translated(origin).adjusted(0, -2, 0, 2), QColor(theme.accent))
        clip = QRectF(self._view.viewport().rect())
        painter.setPen(QColor(theme.text))
        laid.draw(painter, origin, clip, chosen, QColor(theme.on_accent))

    @staticmethod
    def _inside(span: tuple[int, int], start: int, laid: Laid) -> tuple[int, int]:
        """A range of the text in the characters of a piece."""
        return max(0, span[0] - start), min(laid.length, span[1] - start)

    def _mark(self, painter: QPainter, mark: Mark, laid: Laid, start: int, origin: QPointF) -> None:
        theme = colours(self._view)
        span = self._inside((mark.start, mark.end), start, laid)
        tint = QColor(getattr(theme, mark.look))
        for rect in laid.rects(*span):
            box = rect.translated(origin)
            if mark.broad:
                self._bar(painter, box, tint if not mark.taken else QColor(theme.accent))
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
            if mark.taken:
                line = QRectF(box.left(), box.bottom() - 0.5, box.width(), 1.5)
                painter.fillRect(line, QColor(theme.dim))

    def _bar(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """A long passage has a bar at the left edge instead of a tint."""
        spare = (self._view.line_height - box.height()) / 2
        left = self._view.left - 3 * BAR
        painter.fillRect(QRectF(left, box.top() - spare, BAR, self._view.line_height), ink)

    def _framed(
        self, painter: QPainter, mark: Mark, laid: Laid, start: int, origin: QPointF
    ) -> None:
        theme = colours(self._view)
        span = self._inside((mark.start, mark.end), start, laid)
        for rect in laid.rects(*span):
            box = rect.translated(origin)
            if mark.broad:
                painter.fillRect(box.adjusted(-1, -2, 1, 2), QColor(getattr(theme, mark.look)))
                self._bar(painter, box, QColor(theme.accent))
                continue
            painter.setPen(QColor(theme.accent))
            painter.setBrush(QColor(getattr(theme, mark.look)))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2)

    def _hits(self, painter: QPainter, laid: Laid, start: int, end: int, origin: QPointF) -> None:
        theme, length = colours(self._view), self._view.hit_length
        first = bisect_left(self._view.hits, start - length + 1)
        for number in range(first, len(self._view.hits)):
            at = self._view.hits[number]
            if at >= end:
                break
            span = self._inside((at, at + length), start, laid)
            for rect in laid.rects(*span):
                here = number == self._view.current_hit
                painter.setPen(QColor(theme.accent if here else theme.faint))
                painter.setBrush(QColor(theme.advice_tint))
                painter.drawRoundedRect(rect.translated(origin).adjusted(-1, -1, 1, 1), 2, 2)

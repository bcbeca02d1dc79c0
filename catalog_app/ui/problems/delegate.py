"""How a finding is painted in the list: chip, place, sentence, and the fix as a link."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from catalog_app.session.sentences import fix_in_words, in_words
from catalog_app.ui.look import METRICS, colours
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.painted_row import Index, PaintedRow
from catalog_app.ui.problems.model import FINDING, SEVERITIES, WHERE, severity_word
from catalog_app.validation.finding import Finding

_EDGE, _GAP = METRICS.pane_edge, 10
_WHERE_WIDTH = 24


class ProblemDelegate(PaintedRow):
    """Paints findings; `taken(row)` when the link of a row is clicked."""

    taken = Signal(int)

    def __init__(self, view: QListView, parent: QObject) -> None:
        super().__init__(FINDING, 8, parent)
        self._view = view

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, finding: Finding
    ) -> None:
        """Paint one finding."""
        theme, middle = colours(), Qt.AlignmentFlag.AlignVCenter
        metrics = option.fontMetrics
        at = self._chip(painter, option, finding)
        wide = min(_WHERE_WIDTH * metrics.averageCharWidth(), option.rect.width() // 6)
        place = QRect(at, option.rect.top(), wide, 0)
        place.setHeight(option.rect.height())
        painter.setFont(option.font)
        painter.setPen(QColor(theme.dim))
        word = metrics.elidedText(
            str(index.data(WHERE) or ""), Qt.TextElideMode.ElideRight, place.width() - _GAP
        )
        painter.drawText(place, middle, word)
        link = self.link_rect(option, finding)
        room = QRect(option.rect)
        room.setLeft(place.right() + 1)
        room.setRight((link.left() if link.isValid() else option.rect.right()) - _GAP)
        painter.setPen(QColor(theme.text))
        said = metrics.elidedText(
            in_words(finding.message), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, said)
        if link.isValid():
            painter.setPen(QColor(theme.accent))
            if self._hovered(option, link):
                underlined = QFont(option.font)
                underlined.setUnderline(True)
                painter.setFont(underlined)
            title = _title(finding, metrics, option.rect.width())
            painter.drawText(link, middle | Qt.AlignmentFlag.AlignRight, title)

    def _hovered(self, option: QStyleOptionViewItem, link: QRect) -> bool:
        if not option.state & QStyle.StateFlag.State_MouseOver:
            return False
        pointer = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        return link.contains(pointer)

    def _chip(self, painter: QPainter, option: QStyleOptionViewItem, finding: Finding) -> int:
        """Paint sign and word on their tint; returns where the next column begins."""
        theme = colours()
        font = chip_font(option.font)
        metrics = QFontMetrics(font)
        side = metrics.ascent()
        words = [severity_word(severity) for severity in SEVERITIES]
        width = max(metrics.horizontalAdvance(word) for word in words) + side + 20
        height = metrics.height() + 4
        rect = QRect(option.rect.left() + _EDGE, 0, width, height)
        rect.moveCenter(QPoint(rect.center().x(), option.rect.center().y()))
        grave = finding.severity == "error"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.error_tint if grave else theme.advice_tint))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        ink = "error" if grave else "advice"
        ratio = painter.device().devicePixelRatioF()
        top = rect.top() + (height - side) // 2
        sign = {"error": "error", "warning": "warning"}.get(finding.severity, "advice")
        painter.drawPixmap(rect.left() + 7, top, pixmap(sign, side, ink, ratio))
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme, ink)))
        text = rect.adjusted(7 + side + 4, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, severity_word(finding.severity))
        return rect.right() + _GAP

    def link_rect(self, option: QStyleOptionViewItem, finding: Finding) -> QRect:
        """Where the link of a row is; an invalid rectangle where there is none."""
        if not finding.fixes:
            return QRect()
        metrics = option.fontMetrics
        width = metrics.horizontalAdvance(_title(finding, metrics, option.rect.width())) + 2
        rect = QRect(option.rect)
        rect.setLeft(option.rect.right() - _EDGE - width)
        rect.setRight(option.rect.right() - _EDGE)
        return rect

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Take the fix when its link is clicked, and show that it can be."""
        finding = index.data(FINDING)
        if finding is None or event.type() not in (
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
        ):
            return False
        inside = self.link_rect(option, finding).contains(event.position().toPoint())
        if event.type() == QEvent.Type.MouseMove:
            hand = Qt.CursorShape.PointingHandCursor
            self._view.viewport().setCursor(hand if inside else Qt.CursorShape.ArrowCursor)
            self._view.viewport().update(option.rect)
        elif inside and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(index.row())
            return True
        return False


def _title(finding: Finding, metrics: QFontMetrics, width: int) -> str:
    title = fix_in_words(finding.fixes[0])
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(120, width // 3))


def chip_font(font: QFont) -> QFont:
    """The smaller font of chips."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(9, round(font.pixelSize() * 0.85)))
    return small

"""How a suggestion is painted: kind, value, hint, a link to add it and a cross to dismiss it."""

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

from catalog_app.session.sentences import apart
from catalog_app.ui.article.suggestion_model import (
    LEADS,
    SUGGESTION,
    hint_of,
    kind_title,
    value_of,
)
from catalog_app.ui.look import METRICS, colours
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.look.theme import fixed_family
from catalog_app.ui.painted_row import Index, PaintedRow

_EDGE, _GAP = 16, 12
# In lines of text: the least for what is suggested, for the word of its kind, and what lets a hint
# have its half.
_LEAST, _LEAST_KIND, _AMPLE = 6, 2.5, 12


class SuggestionDelegate(PaintedRow):
    """Paints suggestions; `taken(row)` and `dismissed(row)` when their signs are clicked."""

    taken = Signal(int)
    dismissed = Signal(int)

    def __init__(self, view: QListView, parent: QObject) -> None:
        super().__init__(SUGGESTION, 10, parent)
        self._view = view

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, one: object
    ) -> None:
        """Paint one suggestion."""
        theme, middle = colours(), Qt.AlignmentFlag.AlignVCenter
        lit = bool(
            option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        )
        painter.setFont(option.font)
        kind, value, link, cross = self._columns(option)
        if index.data(LEADS) and kind.width():
            painter.setPen(QColor(theme.dim))
            right = Qt.TextElideMode.ElideRight
            words = option.fontMetrics.elidedText(kind_title(one.kind), right, kind.width())
            painter.drawText(kind, middle, words)
        self._value(painter, option, value, one)
        if self._says_add(option):
            painter.setPen(QColor(theme.accent))
            painter.drawText(link, middle | Qt.AlignmentFlag.AlignRight, self.tr("Add"))
        else:
            _sign(painter, option, link, "add", "accent")
        _sign(painter, option, cross, "close", "dim" if lit else "faint")

    def _says_add(self, option: QStyleOptionViewItem) -> bool:
        """Whether there is room for the word; else a sign says it."""
        return option.fontMetrics.horizontalAdvance(self.tr("Add")) <= option.rect.width() // 5

    def _value(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, one: object
    ) -> None:
        theme, middle = colours(), Qt.AlignmentFlag.AlignVCenter
        small = hint_font(option.font)
        hint = hint_of(one)
        beside = QFontMetrics(small).horizontalAdvance(hint) + _GAP if hint else 0
        metrics = option.fontMetrics
        text = value_of(one, index_article(self._view))
        beside = min(beside, room.width() // 2)
        if room.width() < _AMPLE * metrics.height():  # what is suggested has it before its hint
            left = room.width() - metrics.horizontalAdvance(text)
            hint, beside = (hint, min(beside, left)) if left > beside // 2 else ("", 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - beside)
        painter.setPen(QColor(theme.text))
        painter.drawText(room, middle, apart(shown))
        if hint:
            at = QRect(room)
            at.setLeft(room.left() + metrics.horizontalAdvance(shown) + _GAP - 4)
            painter.setFont(small)
            painter.setPen(QColor(theme.faint))
            hint = QFontMetrics(small).elidedText(hint, Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(at, middle, hint)
            painter.setFont(option.font)

    def _columns(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect, QRect, QRect]:
        """Where kind, value, link and cross stand."""
        rect, metrics = option.rect, option.fontMetrics
        side = max(METRICS.icon, metrics.height()) + 8
        cross = QRect(rect.right() - _EDGE - side + 6, rect.top(), side, rect.height())
        width = metrics.horizontalAdvance(self.tr("Add")) + 4 if self._says_add(option) else side
        link = QRect(cross.left() - _GAP - width, rect.top(), width, rect.height())
        words = max(
            metrics.horizontalAdvance(kind_title(kind)) for kind in ("language", "dateline")
        )
        # What is suggested needs the room more than the word for its kind.
        room = link.left() - rect.left() - _EDGE - 2 * _GAP - _LEAST * metrics.height()
        words = min(words, room) if room > _LEAST_KIND * metrics.height() else 0
        kind = QRect(rect.left() + _EDGE, rect.top(), words, rect.height())
        begins = kind.right() + _GAP if words else kind.left()
        value = QRect(begins, rect.top(), 0, rect.height())
        value.setRight(link.left() - _GAP)
        return kind, value, link, cross

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Add or dismiss where that was clicked, and show that it can be."""
        if event.type() not in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease):
            return False
        point: QPoint = event.position().toPoint()
        _, _, link, cross = self._columns(option)
        link, cross = link.adjusted(-6, 0, 6, 0), cross.adjusted(-2, 0, 4, 0)
        if event.type() == QEvent.Type.MouseMove:
            hand = link.contains(point) or cross.contains(point)
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
        elif event.button() == Qt.MouseButton.LeftButton:
            for box, signal in ((link, self.taken), (cross, self.dismissed)):
                if box.contains(point):
                    signal.emit(index.row())
                    return True
        return False


def _sign(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, name: str, ink: str
) -> None:
    side = max(METRICS.icon - 2, option.fontMetrics.ascent())
    spot = QRect(0, 0, side, side)
    spot.moveCenter(room.center())
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(spot.topLeft(), pixmap(name, side, ink, ratio))


def index_article(view: QListView) -> object:
    """The article that a list's suggestions are from."""
    return view.model().article


def hint_font(font: QFont) -> QFont:
    """The small fixed font of hints."""
    small = QFont(font)
    small.setFamily(fixed_family())
    if font.pixelSize() > 0:
        small.setPixelSize(max(9, round(font.pixelSize() * METRICS.path_ratio)))
    return small

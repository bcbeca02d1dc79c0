"""The record's statements with what the article says of each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from catalog_app.article.support import ABSENT, OPEN, PARTLY, SUPPORTED, Support
from catalog_app.session.sentences import in_words
from catalog_app.ui.look import METRICS, colours
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.painted_row import Index, PaintedRow

SUPPORT = Qt.ItemDataRole.UserRole + 1
_ORDER = (ABSENT, PARTLY, SUPPORTED, OPEN)
_SIGNS = {
    SUPPORTED: ("ok", "ok"),
    PARTLY: ("advice", "advice"),
    ABSENT: ("warning", "advice"),
    OPEN: ("more", "faint"),
}
_EDGE, _GAP = 16, 12
_LITTLE = 20  # lines of text: in such a width the verdict would leave no room for the value


def verdict_word(verdict: str) -> str:
    """A verdict in a word."""
    words = {
        SUPPORTED: QCoreApplication.translate("Check", "supported"),
        PARTLY: QCoreApplication.translate("Check", "in part"),
        ABSENT: QCoreApplication.translate("Check", "not mentioned"),
        OPEN: QCoreApplication.translate("Check", "not checked"),
    }
    return words.get(verdict, verdict)


def brief_word(verdict: str) -> str:
    """The same where there is little room."""
    short = {ABSENT: QCoreApplication.translate("Check", "absent")}
    return short.get(verdict) or verdict_word(verdict)


class CheckModel(QAbstractListModel):
    """Statements, those that the article does not mention first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Support] = []

    def show(self, found: Iterable[Support]) -> None:
        """Take the verdicts."""
        self.beginResetModel()
        try:
            self.rows = sorted(found, key=lambda one: _ORDER.index(one.verdict))
        finally:
            self.endResetModel()

    def counts(self) -> tuple[int, int, int]:
        """How many are supported, in part, and not mentioned."""
        verdicts = [one.verdict for one in self.rows]
        return verdicts.count(SUPPORTED), verdicts.count(PARTLY), verdicts.count(ABSENT)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many statements there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown and read out."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == SUPPORT:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{in_words(one.label)}: {one.value}, {verdict_word(one.verdict)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_words(one.reason)
        return None


class CheckDelegate(PaintedRow):
    """Paints a statement: sign, label, value, verdict."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(SUPPORT, 10, parent)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, one: Support
    ) -> None:
        """Paint one statement."""
        theme, middle = colours(), Qt.AlignmentFlag.AlignVCenter
        metrics, rect = option.fontMetrics, option.rect
        sign, ink = _SIGNS[one.verdict]
        side = max(METRICS.icon, metrics.height()) - 2
        top = rect.top() + (rect.height() - side) // 2
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.left() + _EDGE, top, pixmap(sign, side, ink, ratio))
        word = verdict_word(one.verdict)
        if rect.width() < _LITTLE * metrics.height():
            word = brief_word(one.verdict)
        width = metrics.horizontalAdvance(word)
        label = QRect(rect.left() + _EDGE + side + 8, rect.top(), 0, rect.height())
        label.setWidth(min(rect.width() // 4, 14 * metrics.averageCharWidth()))
        value = QRect(label.right() + _GAP, rect.top(), 0, rect.height())
        value.setRight(rect.right() - _EDGE - width - _GAP)
        painter.setFont(option.font)
        for box, text, colour in (
            (label, in_words(one.label), theme.dim),
            (value, one.value, theme.text),
        ):
            painter.setPen(QColor(colour))
            shown = " ".join(text.split())
            painter.drawText(
                box, middle, metrics.elidedText(shown, Qt.TextElideMode.ElideRight, box.width())
            )
        painter.setPen(QColor(getattr(theme, ink)))
        painter.drawText(rect.adjusted(0, 0, -_EDGE, 0), middle | Qt.AlignmentFlag.AlignRight, word)

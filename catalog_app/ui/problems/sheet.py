"""A preview of repairs in the pane itself: in words, as lines, with the question at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.difference import Line
from catalog_app.ui.history.difference import DifferenceView
from catalog_app.ui.look import METRICS, role
from catalog_app.ui.typing_on import TypingOn
from catalog_app.ui.whole_rows import WholeLines


class _Words(WholeLines, QListWidget):
    """What will be mended, in words; some of it takes several lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Cut(self))

    def whole_height(self) -> int:
        """How far down the lines are whole."""
        view, line = self.viewport().rect(), self.fontMetrics().lineSpacing()
        last = self.visualRect(self.indexAt(QPoint(view.center().x(), view.bottom())))
        if last.bottom() <= view.bottom():
            return view.height()
        text = last.top() + last.height() % line // 2 + line // 8  # with what hangs below it
        return text + max(0, view.height() - text) // line * line


class _Cut(QStyledItemDelegate):
    """Paints rows down to the last whole line: a list paints a row as a whole."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        words = self.parent()
        assert isinstance(words, _Words)
        painter.save()
        painter.setClipRect(0, 0, words.viewport().width(), words.whole_height())
        super().paint(painter, option, index)
        painter.restore()


class MendSheet(QFrame):
    """What would be mended; `accepted()` or `rejected()`. It blocks nothing.

    Who is asked while typing may go on: `typed(text)` says what, a blank too, which is no answer.
    """

    accepted = Signal()
    rejected = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "pane")
        self.title = role(QLabel(self), "name")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = _Words(self)
        self.words.setAccessibleName(self.tr("What will be mended"))
        self.words.setFrameShape(QListWidget.Shape.NoFrame)
        self.words.setWordWrap(True)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines = DifferenceView(self)
        self.mend = role(QPushButton(self.tr("Mend"), self), "primary")
        self.mend.setToolTip(self.tr("Make these changes; they can be undone"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setToolTip(self.tr("Change nothing"))
        self._typing = TypingOn(self.mend)
        self._lay_out()
        self.mend.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.rejected)
        self._typing.typed.connect(self.typed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        # At the left: the link that leads here is at the right, and may be clicked twice.
        head.addWidget(self.mend)
        head.addWidget(self.cancel)
        head.addWidget(self.title, 1)
        body = QSplitter(Qt.Orientation.Horizontal, self)
        body.addWidget(self.words)
        body.addWidget(self.lines)
        body.setStretchFactor(0, 2)
        body.setStretchFactor(1, 3)
        body.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(METRICS.pane_edge, 6, METRICS.pane_edge, 6)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(body, 1)

    def ask(
        self, title: str, words: list[str], lines: list[Line], amid_typing: bool = False
    ) -> None:
        """Show what would happen, with the focus on the answer."""
        self._typing.amid = amid_typing
        self.title.setText(title)
        self.words.clear()
        self.words.addItems(words)
        # In a low pane there is room for two lines, and those must not be what stays as it is.
        self.lines.show_lines([line for line in lines if line.sign != " "])
        self.mend.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter mends, Escape does not."""
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.rejected if self.cancel.hasFocus() else self.accepted).emit()
        else:
            super().keyPressEvent(event)

"""Editors of long text: plain paragraphs that grow with their content."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from catalog_app.ui.form.editors.base import Editor
from catalog_app.ui.form.editors.keys import LeavesUndo, tell_left, without_own_undo
from catalog_app.ui.form.editors.line import refusal
from catalog_app.ui.form.editors.typed import (
    Paragraphs,
    accepted,
    apart,
    begins_right,
    characters,
    for_qt,
    moved_cursor,
    units,
)

_MARGIN = 4
_PADDING = 10
_MUCH = 2_000  # so much at once was pasted, and may want other breaks on the screen


class Area(LeavesUndo, QPlainTextEdit):
    """A text area that keeps neither undo nor Tab nor another widget's wheel."""

    focused = Signal(bool)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        #: The value between two positions; what Qt itself copies has lost no-break spaces.
        self.copied: Callable[[int, int], str] | None = None

    def text(self) -> str:
        """The whole text as Qt holds it, paragraphs parted by line feeds."""
        return self.document().toRawText().replace("\u2029", "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            if not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put words from elsewhere between those that are there."""
        if event.source() not in (self, self.viewport()) and not self.isReadOnly():
            at = self.cursorForPosition(event.position().toPoint()).position()
            before, after = map(self.document().characterAt, (at - 1, at))
            dropped = event.mimeData().text()
            if (spaced := apart(before, dropped, after)) != dropped:
                event.mimeData().setText(spaced)
        super().dropEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, data = self.textCursor(), QMimeData()
        if self.copied is not None:
            data.setText(for_qt(self.copied(cursor.selectionStart(), cursor.selectionEnd())))
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)

    def on_focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say after a pop-up that the focus did not come back."""
        if new is not self:
            self.focused.emit(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_own_undo(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()


class AreaEditor(Editor):
    """What long text and markup share: a text area between a least and a most number of lines."""

    least, most = 2, 12

    def __init__(self, label: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(label, address, parent)
        self._text = Paragraphs("", "")
        self._lines = self.least
        area = self._new_area()
        self._adopt(area)
        area.focused.connect(self._on_input_focused)
        area.resized.connect(self._on_area_resized)
        area.copied = self._selected

    def _new_area(self) -> Area:
        return Area(self)

    def value(self) -> str:
        return self._text.value

    def set_value(self, value: str) -> None:
        if value == self._text.value:
            return
        old, new = self._text, Paragraphs.of(value)
        cursor = characters(old.shown, self.input.textCursor().position())
        self._text = new
        self._show(new, moved_cursor(old.value, value, old.in_value(cursor)))

    def select_range(self, start: int, end: int) -> None:
        text, cursor = self._text, self.input.textCursor()
        cursor.setPosition(units(text.shown, text.in_shown(start)))
        cursor.setPosition(units(text.shown, text.in_shown(end)), QTextCursor.MoveMode.KeepAnchor)
        self.input.setTextCursor(cursor)
        self.input.ensureCursorVisible()

    def _lie_on_card(self, read_only: bool) -> None:
        """Leave the area no ground of its own while it cannot be written in."""
        ground = QPalette()
        if read_only:
            ground.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.input.setPalette(ground)

    def sizeHint(self) -> QSize:
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def _height(self) -> int:
        height = ceil(QFontMetricsF(self.input.font()).lineSpacing())
        return max(self.line_height(), self._lines * height + _PADDING + 2)

    def _inner_margin(self) -> int:
        return _MARGIN

    def _margins(self) -> tuple[int, int]:
        """So that the first line stands level with the label and with other editors."""
        spare = self.line_height() - self.fontMetrics().height()
        return (spare + 1) // 2 - _MARGIN, spare // 2 - _MARGIN

    def _selected(self, start: int, end: int) -> str:
        """What the value has between two of Qt's positions, for the clipboard."""
        text = self._text
        first, last = (text.in_value(characters(text.shown, at)) for at in (start, end))
        return text.value[first:last]

    def _show(self, text: Paragraphs, at: int) -> None:
        """Put `text` in the area without telling, the cursor at `at` in its value."""
        area = self.input
        bar = area.verticalScrollBar().value()
        blocked = area.blockSignals(True)
        area.setPlainText(for_qt(text.shown))
        cursor = area.textCursor()
        cursor.setPosition(units(text.shown, text.in_shown(at)))
        area.setTextCursor(cursor)
        area.blockSignals(blocked)
        area.verticalScrollBar().setValue(bar)
        self._fit()

    def _on_area_resized(self) -> None:
        self._fit(resizing=True)

    def _words(self) -> str:
        """What is shown of the value itself."""
        return self._text.shown

    def _direct(self) -> None:
        """Let text begin at the side where its script begins."""
        document = self.input.document()
        option, side = document.defaultTextOption(), Qt.AlignmentFlag
        right = begins_right(self._words())
        wanted = side.AlignRight | side.AlignAbsolute if right else side.AlignLeft
        if option.alignment() != wanted:
            option.setAlignment(wanted)
            document.setDefaultTextOption(option)

    def _fit(self, *, resizing: bool = False) -> None:
        """Take as many lines as the text has at this width, between the least and the most."""
        self._direct()
        document = self.input.document()
        layout, block, lines = document.documentLayout(), document.begin(), 0
        while block.isValid() and lines <= self.most:
            layout.blockBoundingRect(block)  # lays the paragraph out if that is still to be done
            lines += block.layout().lineCount()
            block = block.next()
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if lines > self.most else policy.ScrollBarAlwaysOff
        if wanted != self.input.verticalScrollBarPolicy():
            if resizing:  # Qt would not hear that the bar takes room: the text would run below it
                QTimer.singleShot(0, self._fit)
            else:
                self.input.setVerticalScrollBarPolicy(wanted)
                # The last line that is seen is a whole one.
                spare = _PADDING + 2 - _MARGIN - sum(self._margins())
                self.input.setViewportMargins(0, 0, 0, spare if lines > self.most else 0)
        lines = max(self.least, min(self.most, lines))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()


class TextEditor(AreaEditor):
    """Long plain text, two to twelve lines high."""

    def __init__(
        self, label: str, address: str, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, address, parent)
        if placeholder:
            self.input.setPlaceholderText(placeholder)
        self.input.textChanged.connect(self._on_area_changed)

    def set_read_only(self, read_only: bool) -> None:
        self.input.setReadOnly(read_only)
        self.input.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            if read_only
            else Qt.TextInteractionFlag.TextEditorInteraction
        )
        self._lie_on_card(read_only)
        super().set_read_only(read_only)

    def _on_area_changed(self) -> None:
        typed = self.input.text()
        old = self._text
        text, refused = accepted(old.shown, typed, one_line=False)
        self._text = old.edited(text)
        if text != typed or len(text) - len(old.shown) > _MUCH:
            cursor = characters(typed, self.input.textCursor().position())
            cursor = self._text.in_value(moved_cursor(typed, text, cursor))
            self._text = Paragraphs.of(self._text.value)
            self._show(self._text, cursor)
        if refused:
            self.refused.emit(refusal())
        if self._text.value == old.value:
            return
        self._fit()
        self.edited.emit(self._text.value)

"""The editor of text with markup in it: its words are edited, its tags stand fast among them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from catalog_app.document.markup import CLOSE, OPEN, SEAL, plain
from catalog_app.ui.form.editors.line import refusal
from catalog_app.ui.form.editors.text import Area, AreaEditor
from catalog_app.ui.form.editors.typed import Paragraphs, accepted, characters, moved_cursor, units
from catalog_app.ui.look.roles import colours

_FIXED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_MARKS = re.compile(f"[{OPEN}{CLOSE}{SEAL}]")
_PARTS = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}?|^[^{OPEN}]*{CLOSE}")
_TAG = re.compile(r"<[^>]*>?|^[^<]*>|&#?\w+;")
_WITHIN = 1


class _Tags(QSyntaxHighlighter):
    """Shows what is fixed fainter than the words between."""

    def highlightBlock(self, text: str) -> None:
        faint = QTextCharFormat()
        faint.setForeground(QColor(colours().faint))
        within = self.previousBlockState() == _WITHIN
        opened, closed = text.rfind(OPEN), text.rfind(CLOSE)
        self.setCurrentBlockState(_WITHIN if opened > closed or (within and closed < 0) else 0)
        if within and CLOSE not in text:
            self.setFormat(0, units(text, len(text)), faint)
            return
        pattern = _PARTS if within or OPEN in text else _TAG
        for found in pattern.finditer(text):
            if found.start() == 0 and text[0] not in (OPEN, "<", "&") and not within:
                continue
            head = units(text, found.start())
            self.setFormat(head, units(text, found.end()) - head, faint)


class _MarkupArea(Area):
    """A text area whose cursor passes over what is fixed as over one letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._last = 0
        self._pieces: tuple[str, list[tuple[int, int]]] = "", []
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def _spans(self) -> list[tuple[int, int]]:
        """Where the fixed pieces stand, in the positions of Qt."""
        text = self.text()
        if self._pieces[0] != text:
            spans = [found.span() for found in _FIXED.finditer(text)]
            if not text.isascii() and max(text) > "\uffff":
                spans = [(units(text, start), units(text, end)) for start, end in spans]
            self._pieces = text, spans
        return self._pieces[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, cursor = self.textCursor().position(), self.textCursor()
        back, on = event.key() == Qt.Key.Key_Backspace, event.key() == Qt.Key.Key_Delete
        if (back or on) and not cursor.hasSelection() and not self.isReadOnly():
            spans = self._spans()
            beyond = {end: start for start, end in spans} if back else dict(spans)
            if at in beyond:
                self._last = at
                cursor.setPosition(beyond[at])
                self.setTextCursor(cursor)
                return
        super().keyPressEvent(event)

    def _on_cursor_moved(self) -> None:
        cursor = self.textCursor()
        at, last = cursor.position(), self._last
        self._last = at
        if self.isReadOnly():
            return
        spans = self._spans()
        piece = next((span for span in spans if span[0] < at < span[1]), None)
        target = at if piece is None else self._edge(piece, at, last)
        target = self._unsealed(spans, target)
        if target != at:
            self._last = target
            keep = QTextCursor.MoveMode
            cursor.setPosition(
                target, keep.KeepAnchor if cursor.hasSelection() else keep.MoveAnchor
            )
            self.setTextCursor(cursor)

    def _edge(self, piece: tuple[int, int], at: int, last: int) -> int:
        """The edge of a piece to which a cursor goes that has come into it."""
        start, end = piece
        if last in (start, end):
            return end if last == start else start
        inside = [self.document().characterAt(k) for k in range(start, end)]
        line_ends = [start + k for k, letter in enumerate(inside) if letter in "\u2029\n"]
        if line_ends:
            return end if at > line_ends[-1] else start
        return end if 2 * at > start + end else start

    def _unsealed(self, spans: list[tuple[int, int]], at: int) -> int:
        """A place for words: before a sealed beginning and behind a sealed end there is none."""
        letter = self.document().characterAt
        if spans and at == spans[0][0] == 0 and letter(1) == SEAL and len(spans) > 1:
            return spans[0][1]
        if spans and at == spans[-1][1] and letter(at - 2) == SEAL and len(spans) > 1:
            return spans[-1][0]
        return at


class MarkupEditor(AreaEditor):
    """Text with markup in it: its words are edited here, its tags as XML."""

    xml_requested = Signal()
    least, most = 1, 12

    def __init__(self, label: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(label, address, parent)
        self._tags = _Tags(self.input.document())
        self._locked = False
        self.input.textChanged.connect(self._on_area_changed)
        button = self._add_button("xml", QCoreApplication.translate("Editor", "Edit as XML"))
        button.clicked.connect(self.xml_requested)
        self._settle()

    def _new_area(self) -> Area:
        return _MarkupArea(self)

    def set_value(self, value: str) -> None:
        super().set_value(value)
        self._settle()

    def set_read_only(self, read_only: bool) -> None:
        """Leave or take away the ways to change the words and the XML."""
        self._locked = read_only
        self._buttons[0].setVisible(not read_only)
        self._settle()

    def _settle(self) -> None:
        """Let the words be edited where they are told from the tags."""
        fast = self._locked or not _FIXED.search(self._text.value)
        self.input.setReadOnly(fast)
        flags = Qt.TextInteractionFlag
        self.input.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            if fast
            else flags.TextEditorInteraction
        )
        self._lie_on_card(fast)
        super().set_read_only(fast)
        self._arrange()

    def _words(self) -> str:
        return _FIXED.sub("", self._text.shown)

    def _selected(self, start: int, end: int) -> str:
        return plain(super()._selected(start, end))

    def _on_area_changed(self) -> None:
        typed, old = self.input.text(), self._text
        if typed == old.shown:
            return
        if not _same_tags(old.shown, typed):
            cursor = characters(typed, self.input.textCursor().position())
            self._show(old, old.in_value(moved_cursor(typed, old.shown, cursor)))
            words = QCoreApplication.translate(
                "Editor", "Only the words can be changed here. Edit the tags as XML."
            )
            self.refused.emit(words)
            return
        text, refused = accepted(old.shown, typed, one_line=False)
        self._text = old.edited(text)
        if text != typed:
            self._text = Paragraphs.of(self._text.value)
            self._show(self._text, min(len(text), self.input.textCursor().position()))
        if refused:
            self.refused.emit(refusal())
        if self._text.value != old.value:
            self._fit()
            self.edited.emit(self._text.value)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.input is not self:
            self._tags.rehighlight()


def _same_tags(old: str, new: str) -> bool:
    """Whether everything fixed still stands, in its order, with words in their places only."""
    if _FIXED.findall(old) != _FIXED.findall(new) or _MARKS.findall(old) != _MARKS.findall(new):
        return False
    first, last = OPEN + SEAL, SEAL + CLOSE
    kept = new.startswith(first) or not old.startswith(first)
    return kept and (new.endswith(last) or not old.endswith(last))

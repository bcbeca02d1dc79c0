"""Colours for XML, line by line, painted only where they are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from catalog_app.ui.look import colours

TEXT, TAG, DOUBLE, SINGLE, COMMENT, CDATA, INSTRUCTION = range(7)
_OPENS = re.compile(r"<!--|<!\[CDATA\[|<\?|<[/!]?[^\s<>/=]*|&[^;\s<&]*;?")
_IN_TAG = re.compile(r"/?>|<|[^\s=/<>\"']+|\"[^\"]*\"?|'[^']*'?")
_ENDS = {DOUBLE: '"', SINGLE: "'", COMMENT: "-->", CDATA: "]]>", INSTRUCTION: "?>"}
_BACK = {DOUBLE: TAG, SINGLE: TAG, COMMENT: TEXT, CDATA: TEXT, INSTRUCTION: TEXT}
_KINDS = {
    DOUBLE: "value",
    SINGLE: "value",
    COMMENT: "comment",
    CDATA: "cdata",
    INSTRUCTION: "comment",
}
_INKS = {
    "name": "accent",
    "attribute": "dim",
    "value": "ok",
    "comment": "faint",
    "cdata": "text",
    "reference": "advice",
}


def tokens(line: str, state: int) -> Iterator[tuple[int, int, str]]:
    """The coloured stretches of one line that begins in a state: (start, length, kind).

    The last one is (state after the line, 0, "").
    """
    at, end = 0, len(line)
    while at < end:
        if state == TEXT:
            match = _OPENS.search(line, at)
            if match is None:
                break
            word = match[0]
            if word[0] == "&":
                yield match.start(), len(word), "reference"
                at = match.end()
                continue
            state = {"<!--": COMMENT, "<![CDATA[": CDATA, "<?": INSTRUCTION}.get(word, TAG)
            if state == TAG:
                yield match.start(), len(word), "name"
                at = match.end()
            else:
                at, state = match.start(), state
                at, state = yield from _run(line, at, match.end(), state)
        elif state == TAG:
            at, state = yield from _tag(line, at)
        else:
            at, state = yield from _run(line, at, at, state)
    yield state, 0, ""


def _run(line: str, start: int, search: int, state: int) -> Iterator[tuple[int, int, str]]:
    """A comment, a value… up to its end, or to the end of the line."""
    closing = _ENDS[state]
    found = line.find(closing, search)
    end = len(line) if found < 0 else found + len(closing)
    yield start, end - start, _KINDS[state]
    return end, state if found < 0 else _BACK[state]  # type: ignore[return-value]


def _tag(line: str, at: int) -> Iterator[tuple[int, int, str]]:
    match = _IN_TAG.search(line, at)
    if match is None:
        return len(line), TAG  # type: ignore[return-value]
    word = match[0]
    if word == "<":
        return match.start(), TEXT  # type: ignore[return-value]
    if word in (">", "/>"):
        yield match.start(), len(word), "name"
        return match.end(), TEXT  # type: ignore[return-value]
    if word[0] in "\"'":
        yield match.start(), len(word), "value"
        closed = len(word) > 1 and word[-1] == word[0]
        state = TAG if closed else (DOUBLE if word[0] == '"' else SINGLE)
        return match.end(), state  # type: ignore[return-value]
    yield match.start(), len(word), "attribute"
    return match.end(), TAG  # type: ignore[return-value]


class Highlighter(QSyntaxHighlighter):
    """Colours the lines from `first` to `last`; of the others it only keeps the state."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.first, self.last = 0, 80
        self._formats: dict[str, QTextCharFormat] = {}
        self._theme: object = None

    def look_again(self) -> None:
        """Take the theme's colours."""
        theme = colours()
        if theme is not self._theme:
            self._theme = theme
            for kind, ink in _INKS.items():
                shape = QTextCharFormat()
                shape.setForeground(QColor(getattr(theme, ink)))
                self._formats[kind] = shape
            self.rehighlight()

    def show_lines(self, first: int, last: int) -> None:
        """Colour the lines that have come into sight."""
        if first >= self.first and last <= self.last:
            return
        self.first, self.last = max(0, first - 20), last + 20
        block = self.document().findBlockByNumber(self.first)
        while block.isValid() and block.blockNumber() <= self.last:
            self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; never raises, since C++ asks."""
        state = max(self.previousBlockState(), TEXT)
        seen = self.first <= self.currentBlock().blockNumber() <= self.last
        wide = not text.isascii() and max(text, default="") > "\uffff"
        for start, length, kind in tokens(text, state):
            if not kind:
                state = start
            elif seen:
                if wide:
                    length = _units(text[start : start + length])
                    start = _units(text[:start])
                self.setFormat(start, length, self._formats.get(kind, QTextCharFormat()))
        self.setCurrentBlockState(state)


def _units(text: str) -> int:
    return len(text) + sum(1 for c in text if c > "\uffff")

"""One line of a card: its fields, their editors, and what is said under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from catalog_app.document.card import Field
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.missing import level_in_words
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.look.tokens import METRICS

INDENT, GAP = 16, 8
_RANGE_GAP = 20  # with a dash in it
_MOST_LINES = 3  # of a label
# What stands beside a date is short; a word and its code share the line evenly. In text whose
# lines are 15 pixels high; both grow with it.
_BESIDE_WIDTH = 206
_WORD_WIDTH = 150  # for the one word of a choice
_FIRST = 0.4  # of a narrow line: what comes first there has the shorter words
_NARROW = 560
_NARROW_PAIR = 320  # there a number and what kind of number it is take a line each
_TEXT = 15
#: What stands beside the label of a field that a template wants; an optional one has no sign.
SIGNS = {"required": "*", "recommended": "+"}
_RIGHT = Qt.TextElideMode.ElideRight


class Row:
    """A field and those beside it, with their place in the card."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.editors: list[Editor] = []
        self.notices: list[Notice] = []
        self.y = self.height = 0
        #: The words before the fields, in as many lines as they need.
        self.label: tuple[str, ...] = ()
        self.above = 0  # the height of a label that stands above the fields
        self._wrapped: tuple[object, ...] | None = None
        self._line = self._text = 0

    @property
    def fields(self) -> tuple[Field, ...]:
        """The field and those beside it."""
        return (self.field, *self.field.beside)

    @property
    def editable(self) -> tuple[Field, ...]:
        """The fields that have an editor."""
        return () if self.field.kind == "head" else self.fields

    @property
    def is_range(self) -> bool:
        """Whether the first two fields are the start and the end of something."""
        beside = self.field.beside
        return self.field.editor == "date" and bool(beside) and beside[0].kind == "value"

    @property
    def indent(self) -> int:
        """How far the fields are set in, for what is inside something."""
        return INDENT * self.field.depth

    def wrap(self, metrics: QFontMetrics, width: int, stacked: bool) -> None:
        """Break the label into lines of a width; `stacked` is one that stands above its fields."""
        wrapped = (self.field.label, self.field.level, width, metrics.height(), stacked)
        if wrapped == self._wrapped:
            return
        self._wrapped = wrapped
        sign = SIGNS.get(self.field.level, "")
        star = metrics.horizontalAdvance(sign) + 2 if sign else 0
        self.label = broken(self.field.label, metrics, width - star)
        self._text = metrics.height()
        self._line = max(METRICS.input_height, self._text + 12)
        over = stacked and self.field.kind != "head"
        self.above = len(self.label) * self._text + 3 if over else 0

    @property
    def label_top(self) -> int:
        """How far below the row's edge the label begins, to be level with the fields' text."""
        return 0 if self.above else (self._line - self._text + 1) // 2

    def _label_height(self) -> int:
        lines = len(self.label)
        if self.above or lines < 2:
            return self._line
        return self.label_top + lines * self._text + 2

    def renew(self, field: Field) -> None:
        """Show another state of the same field."""
        self.field = field
        for one, editor in zip(self.editable, self.editors, strict=True):
            renew(editor, one)

    def place(self, left: int, right: int, y: int, apply: bool) -> int:
        """Lay out between two edges from a height down; returns the height taken."""
        left += self.indent
        total = self._line
        if self.field.kind != "head":
            total = self.above + self._place_editors(left, right, y + self.above, apply)
        for notice in self.notices:
            tall = notice.height_for(right - left)
            if apply:
                notice.setGeometry(left, y + total + 2, right - left, tall)
            total += tall + 2
        if self.field.kind != "head":
            total = max(total, self.above + self._label_height())
        if apply:
            self.y, self.height = y, total
        return total

    def _place_editors(self, left: int, right: int, y: int, apply: bool) -> int:
        widths = self._widths(right - left)
        x, height, line = left, 0, y
        for editor, width in zip(self.editors, widths, strict=True):
            if x > left and x + width > right + 1:
                x, line = left, line + self.editors[0].sizeHint().height() + 4
            tall = _height(editor, width)
            if apply:
                editor.setGeometry(x, line, width, tall)
            height = max(height, line - y + tall)
            x += width + (_RANGE_GAP if self.is_range and editor is self.editors[0] else GAP)
        return height

    def _widths(self, room: int) -> list[int]:
        count = len(self.editors)
        if count <= 1:
            return [room] * count
        grown = self.editors[0].fontMetrics().height() / _TEXT
        if self.is_range:
            below = _shared(room - GAP, _WORD_WIDTH * grown)
            return [*[(room - _RANGE_GAP) // 2] * 2, *below][:count]
        if room < _NARROW * grown and count == 3:
            return [room, *_shared(room - GAP, _BESIDE_WIDTH * grown)]
        terms = self.field.beside[0].kind == "value"
        if room < _NARROW_PAIR * grown and not terms:
            return [room] * count
        beside = room * 2 // 5 if count == 2 else room // 3
        share = (room - GAP) // 2 if terms else min(round(_BESIDE_WIDTH * grown), beside)
        rest = [share] * (count - 1)
        return [room - sum(rest) - GAP * (count - 1), *rest]


def _shared(room: int, enough: float) -> tuple[int, int]:
    """The widths of what stands below a date: even, unless a half is not enough."""
    half = room // 2
    first = half if half >= enough else round(room * _FIRST)
    return first, room - first


def spoken(field: Field) -> str:
    """What a screen reader says a field is: its label, and how much a template wants it."""
    level = level_in_words(field.level) if field.level in SIGNS else ""
    return f"{field.label}, {level}" if level else field.label


def broken(words: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Words in as many lines as they need, up to three; what does not fit there ends in “…”."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == _MOST_LINES or metrics.horizontalAdvance(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(word)
    fitting = metrics.horizontalAdvance  # Qt would elide what has exactly this width
    return tuple(
        line if fitting(line) <= width else metrics.elidedText(line, _RIGHT, width)
        for line in lines
    )


def renew(editor: Editor, field: Field) -> None:
    """Let an editor show another state of its field."""
    if editor.address != str(field.address):
        editor.set_address(str(field.address))
    if editor.label != spoken(field):
        editor.label = spoken(field)
        editor.input.setAccessibleName(editor.label)
    if editor.value() != field.value:
        editor.set_value(field.value)


def _height(editor: QWidget, width: int) -> int:
    if editor.hasHeightForWidth():
        return editor.heightForWidth(width)
    return editor.sizeHint().height()

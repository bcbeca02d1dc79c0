"""One line of a card: its fields, their editors, and what is said under them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from catalog_app.document.card import Field
from catalog_app.ui.form.editors import Editor
from catalog_app.ui.form.notice import Notice

INDENT, GAP, HEAD = 16, 8, 24
# What stands beside a date is short; a word and its code share the line evenly.
_BESIDE_WIDTH = 128
_NARROW = 430


class Row:
    """A field and those beside it, with their place in the card."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.editors: list[Editor] = []
        self.notices: list[Notice] = []
        self.y = self.height = 0

    @property
    def fields(self) -> tuple[Field, ...]:
        """The field and those beside it."""
        return (self.field, *self.field.beside)

    @property
    def editable(self) -> tuple[Field, ...]:
        """The fields that have an editor."""
        return () if self.field.kind == "head" else self.fields

    @property
    def indent(self) -> int:
        """How far the fields are set in, for what is inside something."""
        return INDENT * self.field.depth

    def renew(self, field: Field) -> None:
        """Show another state of the same field."""
        self.field = field
        for one, editor in zip(self.editable, self.editors, strict=True):
            renew(editor, one)

    def place(self, left: int, right: int, y: int, apply: bool) -> int:
        """Lay out between two edges from a height down; returns the height taken."""
        left += self.indent
        if self.field.kind == "head":
            height = HEAD + 4
        else:
            height = self._place_editors(left, right, y, apply)
        total = height
        for notice in self.notices:
            tall = notice.height_for(right - left)
            if apply:
                notice.setGeometry(left, y + total + 2, right - left, tall)
            total += tall + 2
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
            x += width + GAP
        return height

    def _widths(self, room: int) -> list[int]:
        count = len(self.editors)
        if count <= 1:
            return [room] * count
        if room < _NARROW and count > 2:
            half = (room - GAP) // 2
            return [room] + [half] * (count - 1)
        terms = self.field.beside[0].kind == "value"
        share = (room - GAP) // 2 if terms else min(_BESIDE_WIDTH, room // 3)
        rest = [share] * (count - 1)
        return [room - sum(rest) - GAP * (count - 1), *rest]


def renew(editor: Editor, field: Field) -> None:
    """Let an editor show another state of its field."""
    if editor.address != str(field.address):
        editor.set_address(str(field.address))
    if editor.label != field.label:
        editor.label = field.label
        editor.input.setAccessibleName(field.label)
    if editor.value() != field.value:
        editor.set_value(field.value)


def _height(editor: QWidget, width: int) -> int:
    if editor.hasHeightForWidth():
        return editor.heightForWidth(width)
    return editor.sizeHint().height()

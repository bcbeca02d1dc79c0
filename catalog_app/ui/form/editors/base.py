"""The frame, the mark and the contract that all field editors share."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from catalog_app.ui.look.icons import icon, pixmap
from catalog_app.ui.look.roles import colours
from catalog_app.ui.look.tokens import METRICS, Colours

MARKS = ("error", "warning", "advice")
_SIGN_COLOUR = {"error": "error", "warning": "advice", "advice": "advice", "ok": "ok"}


@cache
def _inks(theme: Colours) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in vars(theme).items() if isinstance(value, str)}


class _Button(QToolButton):
    """A flat button that Enter presses too, as it does every other one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class Editor(QWidget):
    """A field that shows one value and tells what the user makes of it."""

    edited = Signal(object)
    finished = Signal()
    refused = Signal(str)
    picked = Signal(object)
    remarked = Signal(str)

    framed = True

    def __init__(self, label: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.address = address
        self.input: QWidget = self
        self._mark: str | None = None
        self._sentence = ""
        self._own_sign: str | None = None
        self._remark = ""
        self._read_only = False
        self._focused = False
        self._buttons: list[QWidget] = []
        self._sign_left = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- the contract -------------------------------------------------------------------------

    def value(self) -> str:
        """The value as it is to stand in the record."""
        raise NotImplementedError

    def set_value(self, value: str) -> None:
        """Show `value`; tell nobody."""
        raise NotImplementedError

    def select_range(self, start: int, end: int) -> None:
        """Select the characters from `start` to `end` of the value and put the cursor there."""

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied but not changed, or changed again."""
        self._read_only = read_only
        self.update()

    def set_mark(self, mark: str | None, sentence: str = "") -> None:
        """Mark the field with a finding's severity; `sentence` is read out and is the tooltip."""
        if mark is not None and mark not in MARKS:
            raise ValueError(f"no such mark: {mark}")
        if (mark, sentence) == (self._mark, self._sentence):
            return
        self._mark, self._sentence = mark, sentence
        self._show_sign()

    def mark(self) -> str | None:
        """The finding's severity that the field is marked with."""
        return self._mark

    def remark(self) -> str:
        """The editor's own judgement of its value, or ""."""
        return self._remark

    def set_address(self, address: str) -> None:
        """Take the field's new address."""
        self.address = address
        self.input.setObjectName(address)

    @property
    def is_offering(self) -> bool:
        """Whether a list of offers hangs from the field, which goes when the field moves."""
        return False

    def stops(self) -> list[QWidget]:
        """What Tab goes to in this editor, from left to right."""
        by_tab = Qt.FocusPolicy.TabFocus
        return [self.input, *(b for b in self._buttons if b.focusPolicy() & by_tab)]

    # -- for the kinds of editor --------------------------------------------------------------

    def _adopt(self, widget: QWidget) -> None:
        """Make `widget` the one that takes the focus and bears name and address."""
        self.input = widget
        widget.setObjectName(self.address)
        widget.setAccessibleName(self.label)

    def _add_button(self, name: str, words: str) -> QToolButton:
        """A flat button at the right end, inside the frame."""
        button = _Button(self)
        button.setIcon(icon(name, "dim"))
        button.setToolTip(words)
        button.setAccessibleName(f"{words}: {self.label}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        return button

    def _judge(self, sign: str | None, remark: str = "") -> None:
        """Show the editor's own judgement: "ok", "error", "warning", "advice" or none."""
        if (sign, remark) == (self._own_sign, self._remark):
            return
        self._own_sign, self._remark = sign, remark
        self._show_sign()
        self.remarked.emit(remark)

    def _sign(self) -> str | None:
        """The sign in force: the worse of the finding's and the editor's own."""
        signs = {self._mark, self._own_sign}
        return next((sign for sign in (*MARKS, "ok") if sign in signs), None)

    def _show_sign(self) -> None:
        words = " ".join(part for part in (self._sentence, self._remark) if part)
        self.input.setAccessibleDescription(words)
        self.input.setToolTip(words or self._tip())
        self._arrange()
        self.update()

    def _tip(self) -> str:
        """The tooltip where nothing is to be said of the value."""
        return ""

    def _on_input_focused(self, focused: bool) -> None:
        if not focused and not self._focused:
            return
        self._focused = focused
        self.update()
        if not focused:
            self.finished.emit()

    # -- geometry and paint -------------------------------------------------------------------

    def line_height(self) -> int:
        """The height of a one-line editor in the font in force."""
        return max(METRICS.input_height, QFontMetrics(self.font()).height() + 12)

    def icon_size(self) -> int:
        """The side of buttons' icons, as large as a line of text."""
        return max(METRICS.icon, QFontMetrics(self.font()).height())

    def sizeHint(self) -> QSize:
        """Wide enough to type in; the form gives the rest."""
        return QSize(240, self.line_height())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for three beside each other in a small window."""
        return QSize(72, self.line_height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A focus proxy would be a second stop for Tab, out of its place in the order.
        if self.input is not self:
            self.input.setFocus(event.reason())

    def resizeEvent(self, _event: QEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._arrange()

    def _mirrored(self, box: QRect) -> QRect:
        """`box`, thought left to right, for the direction of the interface."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right() - 1)
        return box

    def _arrange(self) -> None:
        """Put the buttons at the right end, then the sign, and give the rest to the input."""
        right = self.width() - 2
        side = self.line_height() - 4
        for button in reversed(self._buttons):
            if button.isHidden():
                continue
            button.setIconSize(QSize(self.icon_size(), self.icon_size()))
            width = side if isinstance(button, QToolButton) else button.sizeHint().width()
            button.setGeometry(self._mirrored(QRect(right - width + 1, 2, width, side)))
            right -= width
        if self._sign():
            right -= self.icon_size() + 4
        elif right == self.width() - 2:
            right -= METRICS.step  # text that is cut off does not end in the frame itself
        left = METRICS.input_padding - self._inner_margin()
        top, bottom = self._margins()
        box = QRect(left, top, max(20, right - left - 1), self.height() - top - bottom)
        if self.input is not self:
            self.input.setGeometry(self._mirrored(box))
        self._sign_left = right + 2

    def _inner_margin(self) -> int:
        """The blank that the input itself leaves before its text."""
        return 2

    def _margins(self) -> tuple[int, int]:
        """The blank above and below the input, inside the frame."""
        return 1, 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = colours(self)
        inks = _inks(theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.framed:
            self._paint_frame(painter, inks)
        sign = self._sign()
        if sign:
            self._paint_sign(painter, sign, inks)
        painter.end()

    def _paint_frame(self, painter: QPainter, inks: dict[str, QColor]) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        border = "accent" if self._focused else "line" if self._read_only else "field_line"
        painter.setPen(QPen(inks[border], 1))
        painter.setBrush(inks["raised" if self._read_only else "field"])
        painter.drawRoundedRect(box, METRICS.input_radius, METRICS.input_radius)

    def _paint_sign(self, painter: QPainter, sign: str, inks: dict[str, QColor]) -> None:
        role = _SIGN_COLOUR[sign]
        if sign != "ok" and self.framed:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), METRICS.input_radius, METRICS.input_radius)
            painter.setClipPath(path)
            bar = QRect(0, 0, METRICS.mark_width, self.height())
            painter.fillRect(self._mirrored(bar), inks[role])
            painter.setClipping(False)
        size = self.icon_size() - 2
        top = (self.line_height() - size) // 2
        spot = self._mirrored(QRect(self._sign_left, top, size, size))
        painter.drawPixmap(spot.topLeft(), pixmap(sign, size, role, self.devicePixelRatioF()))

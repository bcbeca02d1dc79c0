"""Editors of a value from a short closed list, and of yes or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from catalog_app.ui.form.editors.base import Editor
from catalog_app.ui.form.editors.keys import is_enter, tell_left
from catalog_app.ui.form.editors.offers import Offer, offer_of
from catalog_app.ui.look.icons import pixmap
from catalog_app.ui.look.roles import colour
from catalog_app.ui.look.tokens import METRICS

_LEFT = 2  # the blank before the text, inside the box


def not_in_list(value: str) -> str:
    """What is said of a value that a closed list does not have."""
    words = QCoreApplication.translate("Editor", "“{0}” is not in the list.")
    return words.format(value if len(value) <= 60 else value[:59] + "…")


def shortened(label: str, metrics: QFontMetrics, width: int) -> str:
    """A label as far as a width has room: whole, its main words, or what stands in brackets."""
    main, _bracket, rest = label.partition(" (")
    forms = (label, re.split(" — |: ", main)[0], rest.rstrip(")"))
    fitting = (form for form in forms if form and metrics.horizontalAdvance(form) <= width)
    return next(fitting, "") or metrics.elidedText(label, Qt.TextElideMode.ElideRight, width)


class _Box(QComboBox):
    """A combo box that paints flat, fills its list when first wanted, and ignores stray wheels."""

    focused = Signal(bool)
    entered = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.locked = False
        self.faint = False
        self.sign_room = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, _event: QEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size, edge = self._arrow_size(), self._arrow_edge()
        if not self.locked:
            middle = (self.height() - size) // 2
            left = edge if mirrored else self.width() - edge - size
            arrow = pixmap("chevron-down", size, "dim", self.devicePixelRatioF())
            painter.drawPixmap(left, middle, arrow)
        taken = self.width() - _LEFT - self.text_room()
        box = self.rect().adjusted(*((taken, 0, -_LEFT, 0) if mirrored else (_LEFT, 0, -taken, 0)))
        painter.setPen(colour("faint" if self.faint else "text", self))
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            shortened(self.currentText(), QFontMetrics(self.font()), box.width()),
        )
        painter.end()

    def _arrow_size(self) -> int:
        return max(METRICS.icon, self.fontMetrics().height())

    def _arrow_edge(self) -> int:
        """From the arrow to the edge, so that it is below the buttons of other editors."""
        return (self.height() - 2 - self._arrow_size()) // 2

    def text_room(self) -> int:
        """The width that the text has, up to the arrow."""
        taken = self._arrow_edge() + self._arrow_size() + self.sign_room
        return self.width() - _LEFT - taken

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        if not self.locked:
            self.wanted.emit()
            listed = self.view()  # as wide as its longest label, which the box may cut
            listed.setMinimumWidth(listed.sizeHintForColumn(0) + METRICS.scroll_bar + 8)
            super().showPopup()
            self._below_frame(listed.window())

    def _below_frame(self, popup: QWidget) -> None:
        """Let the list stand flush with the frame that the box is in, as other lists do."""
        frame = self.parentWidget()
        if frame is None or self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return
        left = frame.mapToGlobal(QPoint(0, 0)).x()
        screen = self.screen().availableGeometry()
        popup.setMinimumWidth(frame.width())
        popup.move(min(left, screen.right() - popup.width()), popup.y())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.wanted.emit()
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)

    def on_focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say after a pop-up that the focus did not come back."""
        if new is not self:
            self.focused.emit(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and not self.locked:
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.locked:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        elif self.locked or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceEditor(Editor):
    """One of a closed list: shows the label, writes the code, keeps what the list lacks."""

    def __init__(
        self,
        label: str,
        address: str,
        *,
        values: Iterable[object] = (),
        placeholder: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`values` are codes or (code, label); `required` lists leave out the empty choice."""
        super().__init__(label, address, parent)
        self._value = ""
        self._values = values
        self._empty = () if required else (Offer("", placeholder or "—"),)
        self._placeholder = placeholder or "—"
        self._offers: dict[str, Offer] | None = None
        self._filled = False
        box = _Box(self)
        self._adopt(box)
        self._show()
        box.wanted.connect(self._fill)
        box.activated.connect(self._on_box_activated)
        box.focused.connect(self._on_input_focused)
        box.entered.connect(self.finished)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        self.input.locked = read_only
        super().set_read_only(read_only)

    def _arrange(self) -> None:
        """Let the box have the whole frame; the sign stands before its arrow."""
        inner = self.rect().adjusted(METRICS.input_padding - 2, 1, -2, -1)
        self.input.setGeometry(self._mirrored(inner))
        self.input.sign_room = self.icon_size() + 4 if self._sign() else 0
        self._sign_left = self.width() - self.line_height() - self.icon_size()
        if not self.input.accessibleDescription():
            self.input.setToolTip(self._tip())

    def _tip(self) -> str:
        """The whole label, which a narrow box does not show."""
        label = self._label(self._value) if self._value else ""
        narrow = self.fontMetrics().horizontalAdvance(label) > self.input.text_room()
        return label if narrow else ""

    def _known(self) -> dict[str, Offer]:
        if self._offers is None:
            listed = (*self._empty, *map(offer_of, self._values))
            self._offers = {offer.code: offer for offer in listed}
        return self._offers

    def _label(self, value: str) -> str:
        """The label of a value; a value that the list lacks is shown as it is, and said so."""
        if value in self._known():
            return self._known()[value].label
        if not value:
            return self._placeholder
        return QCoreApplication.translate("Editor", "{0} — not in the list").format(value)

    def _show(self) -> None:
        """Show the value with no more items than it needs until the list is wanted."""
        box = self.input
        self._filled = False
        box.clear()
        box.addItem(self._label(self._value), self._value)
        box.faint = not self._value
        known = self._value in self._known() or not self._value
        self._judge(None if known else "warning", "" if known else not_in_list(self._value))
        if box.hasFocus():
            self._fill()
        box.update()

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        box = self.input
        box.clear()
        for offer in self._known().values():
            box.addItem(offer.label, offer.code)
        row = box.findData(self._value)
        if row < 0:
            box.insertItem(0, self._label(self._value), self._value)
            row = 0
        box.setCurrentIndex(row)

    def _on_box_activated(self, row: int) -> None:
        code = self.input.itemData(row)
        if code == self._value:
            return
        self._value = code
        self._show()
        self.edited.emit(code)
        self.picked.emit(self._known()[code].entry if code in self._known() else None)


class _Tick(QCheckBox):
    focused = Signal(bool)
    locked = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def nextCheckState(self) -> None:
        if not self.locked:
            self.setChecked(not self.isChecked())


class SwitchEditor(Editor):
    """Yes or nothing: writes the one value there is, or takes it away."""

    framed = False

    def __init__(
        self,
        label: str,
        address: str,
        *,
        values: Iterable[object] = (),
        parent: QWidget | None = None,
    ) -> None:
        """The first of `values` is what is written for yes; "yes" unless given."""
        super().__init__(label, address, parent)
        words = QCoreApplication.translate("Editor", "Yes")
        given = next(map(offer_of, values), Offer("yes", "yes"))
        self._yes = given._replace(label=words) if given.label == "yes" else given
        self._value = ""
        tick = _Tick(self._yes.label, self)
        self._adopt(tick)
        tick.clicked.connect(self._on_tick_clicked)
        tick.focused.connect(self._on_input_focused)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        self.input.locked = read_only
        super().set_read_only(read_only)

    def sizeHint(self) -> QSize:
        return QSize(self.input.sizeHint().width() + 24, self.line_height())

    def _arrange(self) -> None:
        """The box stands where the frames of other editors do, the sign after its word."""
        width = min(self.input.sizeHint().width() + 4, self.width())
        self.input.setGeometry(self._mirrored(QRect(1, 1, width, self.height() - 2)))
        self._sign_left = width + 6

    def _show(self) -> None:
        strange = self._value not in ("", self._yes.code)
        self.input.setText(self._value if strange else self._yes.label)
        self.input.setChecked(self._value == self._yes.code)
        self._judge("warning" if strange else None, not_in_list(self._value) if strange else "")

    def _on_tick_clicked(self, checked: bool) -> None:
        if self.input.locked:
            return
        self._value = self._yes.code if checked else ""
        self._show()
        self.edited.emit(self._value)

"""The article for screen readers: its text, the cursor in it, and what is selected, told aloud.

The view paints its text itself, so that Qt has nothing to read out. Of a very long text only the
neighbourhood of the cursor is given, because readers ask for all there is at every step. PySide
does not let Python answer where a selection begins and ends: it is announced in words instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken, VoidPtr

if TYPE_CHECKING:
    from catalog_app.ui.article.text_view import TextView

_MOST = 100_000
"""Characters that are given at once."""
_AROUND = 4000
_SHOWN = 120
_REST = 400
_NOTHING = VoidPtr(0)
"""What C++ takes for "no such interface"; it would follow a None into the void."""


class Words(QAccessibleTextInterface):
    """The text as Qt asks for it, in UTF-16 units."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view

    def _given(self) -> tuple[int, str]:
        """Where what is given begins, and the characters."""
        text, at = self._view.article.text, self._view.cursor_.at
        if len(text) <= _MOST:
            return 0, text
        start = text.rfind("\n", 0, max(0, at - _AROUND)) + 1
        end = text.find("\n", at + _AROUND)
        end = min(len(text), at + 2 * _AROUND) if end < 0 else end
        return max(start, at - 2 * _AROUND), text[max(start, at - 2 * _AROUND) : end]

    def text(self, start: int, end: int) -> str:
        """The characters from one unit up to another."""
        raw = self._given()[1].encode("utf-16-le", "surrogatepass")
        end = len(raw) // 2 if end < 0 else end
        return raw[2 * start : 2 * end].decode("utf-16-le", "replace")

    def characterCount(self) -> int:  # noqa: N802
        """How many units there are."""
        return _units(self._given()[1])

    def cursorPosition(self) -> int:  # noqa: N802
        """Where the cursor stands."""
        start, text = self._given()
        return _units(text[: self._view.cursor_.at - start])

    def setCursorPosition(self, position: int) -> None:  # noqa: N802
        """Put the cursor somewhere."""
        start, text = self._given()
        at = start + _characters(text, position)
        self._view.select(at, at)

    def setSelection(self, _index: int, start: int, end: int) -> None:  # noqa: N802
        """Select a part."""
        begin, text = self._given()
        self._view.select(begin + _characters(text, start), begin + _characters(text, end))

    def addSelection(self, start: int, end: int) -> None:  # noqa: N802
        """Select a part; there is never more than one."""
        self.setSelection(0, start, end)

    def removeSelection(self, _index: int) -> None:  # noqa: N802
        """Select nothing."""
        self._view.select(self._view.cursor_.at, self._view.cursor_.at)

    def selectionCount(self) -> int:  # noqa: N802
        """None that could be asked about; see above."""
        return 0

    def characterRect(self, _offset: int) -> QRect:  # noqa: N802
        """Where the cursor stands on the screen."""
        spot = self._view.exact_cursor().toRect()
        return QRect(self._view.viewport().mapToGlobal(spot.topLeft()), spot.size())

    def offsetAtPoint(self, point: QPoint) -> int:  # noqa: N802
        """The unit at a point of the screen."""
        start, text = self._given()
        local = self._view.viewport().mapFromGlobal(point).toPointF()
        return _units(text[: max(0, self._view.offset_at(local) - start)])

    def scrollToSubstring(self, start: int, _end: int) -> None:  # noqa: N802
        """Bring a place into sight."""
        begin, text = self._given()
        self._view.surface.show(begin + _characters(text, start), self._view.room())
        self._view.viewport().update()


class Spoken(QAccessibleObject):
    """What the view is: a text of several lines that is only read."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view, self.words = view, Words(view)

    def isValid(self) -> bool:  # noqa: N802
        """Whether the view is still there."""
        return Shiboken.isValid(self._view)

    def role(self) -> QAccessible.Role:
        """A text."""
        return QAccessible.Role.EditableText

    def state(self) -> QAccessible.State:
        """Read only, selectable, with or without the focus."""
        state = QAccessible.State()
        state.readOnly = state.multiLine = state.selectableText = state.focusable = True
        state.focused = self._view.hasFocus()
        state.invisible = not self._view.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name and description."""
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        return self._view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self._view.mapToGlobal(QPoint(0, 0)), self._view.size())

    def parent(self) -> QAccessibleInterface | None:
        """What it is in."""
        around = self._view.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if around is not None else None

    def window(self) -> object:
        """The window it is in."""
        return self._view.window().windowHandle()

    def childCount(self) -> int:  # noqa: N802
        """Nothing is in it but words."""
        return 0

    def child(self, _index: int) -> None:
        """Nothing."""

    def childAt(self, _x: int, _y: int) -> None:  # noqa: N802
        """Nothing."""

    def focusChild(self) -> None:  # noqa: N802
        """Nothing."""

    def indexOfChild(self, _child: object) -> int:  # noqa: N802
        """Nothing is in it."""
        return -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        """Its words."""
        return self.words if kind == QAccessible.InterfaceType.TextInterface else _NOTHING


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "replace"))


def _made(_class: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt calls to make the interface of a widget, once a reader asks for it."""
    make = getattr(thing, "spoken", None) if isinstance(thing, QWidget) else None
    return make() if make is not None else None


_installed: list[bool] = []


def install() -> None:
    """Let Qt know how the article is read out; before the first view is made."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)


class Telling(QObject):
    """Tells screen readers what happens in a view, once it has come to rest."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST)
        self._later.timeout.connect(self._on_later_timeout)

    def note_cursor(self) -> None:
        """The cursor has moved."""
        if QAccessible.isActive():
            at = self._view.spoken().words.cursorPosition()
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._view, at))
            self._later.start()

    def note_text(self) -> None:
        """There is another text."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self._view, QAccessible.Event.VisibleDataChanged)
            QAccessible.updateAccessibility(event)

    def _on_later_timeout(self) -> None:
        if selected := self._view.selected():
            announce(self._view, self.tr("Selected: {0}").format(_short(selected)))


def announce(widget: QWidget, words: str) -> None:
    """Have something read out."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    half = _SHOWN // 2
    return plain if len(plain) <= _SHOWN else f"{plain[:half]} … {plain[-half:]}"

"""Keys that text widgets would keep for themselves and that belong to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from catalog_app.ui.keys import KEYS

_CONTROL = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_UNDO = {
    (Qt.Key.Key_Z, _CONTROL),
    (Qt.Key.Key_Y, _CONTROL),
    (Qt.Key.Key_Z, _CONTROL_SHIFT),
}


def is_for_window(event: QKeyEvent) -> bool:
    """Whether a key is undo, redo or that of an action, which text widgets may claim.

    Which ones they claim is another on each system: Ctrl+K and Ctrl+E go to or delete up to the
    end of the line on Linux.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (
        (event.key(), modifiers) in _UNDO
        or KEYS.has(QKeySequence(event.keyCombination()))
        or event.matches(QKeySequence.StandardKey.Undo)
        or event.matches(QKeySequence.StandardKey.Redo)
    )


def is_only_for_form(event: QKeyEvent) -> bool:
    """Whether a key does something in the form alone, so that another text may have it."""
    return KEYS.only_in_form(QKeySequence(event.keyCombination()))


class LeavesUndo:
    """Mixed into an input: undo, redo and what else is the window's goes past it."""

    def event(self, event: QEvent) -> bool:
        """Claim no key of the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the window's keys to what is around the input."""
        if is_for_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def tell_left(widget: QWidget, event: QFocusEvent) -> None:
    """Let an input say that it has lost the focus: at once, or after a pop-up when it moves on.

    A menu, a list or the character palette only borrows the focus. But it may go elsewhere from
    there, and then nobody else tells the input.
    """
    if event.reason() != Qt.FocusReason.PopupFocusReason:
        widget.focused.emit(False)
        return
    application = QApplication.instance()
    if isinstance(application, QApplication):
        once = Qt.ConnectionType.SingleShotConnection
        application.focusChanged.connect(widget.on_focus_moved, once)


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter, on either part of the keyboard."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def without_own_undo(menu: QMenu) -> QMenu:
    """A text widget's standard menu without its own undo and redo, which would go astray."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[:1]
    if first and first[0].isSeparator():
        menu.removeAction(first[0])
    return menu

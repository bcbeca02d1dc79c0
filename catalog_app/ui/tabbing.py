"""Where Tab goes: to the next widget in the chain that can be seen and used."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_on(window: QWidget, forward: bool) -> bool:
    """Move the focus one stop on or back; False if there is no other.

    Qt's own search gives up at a tab widget whose bar is hidden, and Tab would end there.
    """
    start = window.focusWidget() or window
    target = next((one for one in _chain(start, forward) if _stops(one, window)), None)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def _chain(start: QWidget, forward: bool) -> Iterator[QWidget]:
    widget = start
    while True:
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is start:
            return
        yield widget


def _stops(widget: QWidget, window: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return (
        bool(by_tab)
        and widget.focusProxy() is None
        and widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
    )

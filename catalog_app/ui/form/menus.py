"""The menu behind “⋯” of a card or a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from catalog_app.ui.look.icons import icon

#: The icon, the words, the keys, and what to call or the entries of a menu inside.
Entry = tuple[str, str, QKeySequence | None, Callable[[], None] | list["Entry"]] | None


def show_menu(parent: QWidget, entries: list[Entry]) -> QMenu:
    """A menu of entries; None draws a line. The caller pops it up."""
    menu = QMenu(parent)
    _fill(menu, entries)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _fill(menu: QMenu, entries: list[Entry]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        name, words, keys, call = entry
        if isinstance(call, list):
            inner = menu.addMenu(icon(name, "dim"), words.replace("&", "&&"))
            _fill(inner, call)
            continue
        action = menu.addAction(icon(name, "dim"), words)
        if keys:
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(call)

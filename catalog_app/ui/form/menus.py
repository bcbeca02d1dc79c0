"""The menu behind “⋯” of a card or a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from catalog_app.ui.look.icons import icon

Entry = tuple[str, str, str, Callable[[], None]] | None


def show_menu(parent: QWidget, entries: list[Entry]) -> QMenu:
    """A menu of (icon, words, keys, what to call); None draws a line. The caller pops it up."""
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        name, words, keys, call = entry
        action = menu.addAction(icon(name, "dim"), words)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(call)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def tr(words: str) -> str:
    """The words in the interface's language."""
    return QCoreApplication.translate("FormMenu", words)

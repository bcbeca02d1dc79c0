"""Give a widget its look by role, and tell it the colours it paints with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from catalog_app.ui.look.tokens import DARK, LIGHT, Colours

#: The roles the style sheet knows, with the widget classes they are for.
ROLES = {
    "card": "QFrame",
    "pane": "QFrame",
    "title": "QLabel",
    "head": "QLabel",
    "label": "QLabel",
    "name": "QLabel",
    "path": "QLabel",
    "dim": "QLabel",
    "faint": "QLabel",
    "error": "QLabel",
    "advice": "QLabel",
    "chip": "QLabel",
    "chip-advice": "QLabel",
    "chip-error": "QLabel",
    "key": "QLabel",
    "field": "QLineEdit, QComboBox, QSpinBox",
    "bare": "QLineEdit",
    "link": "QPushButton",
    "entry": "QPushButton",
    "plain": "QPushButton",
    "primary": "QPushButton",
    "popup": "QFrame",
    "panes": "QTabWidget",
}


def role(widget: QWidget, name: str | None, *, active: bool = False) -> QWidget:
    """Give `widget` the look of role `name`, or none; `active` marks the card in focus."""
    if name is not None and name not in ROLES:
        raise ValueError(f"no such role: {name}")
    if widget.property("look") == name and bool(widget.property("active")) == active:
        return widget
    widget.setProperty("look", name)
    widget.setProperty("active", active)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


def colours(widget: QWidget | None = None, palette: QPalette | None = None) -> Colours:
    """The colours of the theme in force, read off the palette of `widget`."""
    ground = (
        (palette or (widget.palette() if widget else QGuiApplication.palette())).window().color()
    )
    return DARK if ground.lightness() < 128 else LIGHT


def colour(name: str, widget: QWidget | None = None) -> QColor:
    """The colour of role `name`, such as "dim" or "error_tint", in the theme in force."""
    return QColor(getattr(colours(widget), name))

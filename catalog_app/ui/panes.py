"""Which panes a desk has, where they are made, and how they are asked for."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

_T = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane: its name here, its title, its icon, and the class that makes it."""

    name: str
    title: str
    module: str
    made_by: str


OUTLINE = Pane("outline", _T("Desk", "Outline"), "catalog_app.ui.outline.pane", "OutlinePane")
FORM = Pane("form", _T("Desk", "Form"), "catalog_app.ui.form.form", "Form")
SIDE = (
    Pane("article", _T("Desk", "Article"), "catalog_app.ui.article.pane", "ArticlePane"),
    Pane("xml", _T("Desk", "XML"), "catalog_app.ui.xml.pane", "XmlPane"),
    Pane("help", _T("Desk", "Help"), "catalog_app.ui.help.pane", "HelpPane"),
)
BELOW = (
    Pane("problems", _T("Desk", "Problems"), "catalog_app.ui.problems.pane", "ProblemsPane"),
    Pane("history", _T("Desk", "History"), "catalog_app.ui.history.history", "HistoryPane"),
    Pane("changes", _T("Desk", "Changes"), "catalog_app.ui.history.changes", "ChangesPane"),
)


def make(pane: Pane, parent: QWidget, **given: object) -> QWidget | None:
    """The pane with what its constructor asks for by name; None where it is not installed."""
    if not _is_there(pane.module):
        return None
    kind = getattr(import_module(pane.module), pane.made_by)
    wanted = inspect.signature(kind.__init__).parameters
    if "findings" in wanted and given.get("findings") is None:
        return None
    widget = kind(**{name: value for name, value in given.items() if name in wanted}, parent=parent)
    assert isinstance(widget, QWidget)
    return widget


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False

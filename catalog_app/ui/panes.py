"""Which panes a desk has around its form, and what each of them is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from catalog_app.session.findings import Findings
from catalog_app.session.session import Session
from catalog_app.ui.article.pane import ArticlePane
from catalog_app.ui.help.pane import HelpPane
from catalog_app.ui.history.changes import ChangesPane
from catalog_app.ui.history.history import HistoryPane
from catalog_app.ui.problems.pane import ProblemsPane
from catalog_app.ui.services import Services
from catalog_app.ui.xml.pane import XmlPane


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane: its name here, its title, and how it is made."""

    name: str
    title: str
    make: Callable[[Session, Findings, Services], QWidget]


SIDE = (
    Pane(
        "article",
        QT_TRANSLATE_NOOP("Desk", "Article"),
        lambda s, _f, services: ArticlePane(s, services),
    ),
    Pane("xml", QT_TRANSLATE_NOOP("Desk", "XML"), XmlPane),
    Pane("help", QT_TRANSLATE_NOOP("Desk", "Help"), lambda s, _f, services: HelpPane(s, services)),
)
BELOW = (
    Pane("problems", QT_TRANSLATE_NOOP("Desk", "Problems"), ProblemsPane),
    Pane(
        "history",
        QT_TRANSLATE_NOOP("Desk", "History"),
        lambda s, _f, services: HistoryPane(s, services),
    ),
    Pane(
        "changes",
        QT_TRANSLATE_NOOP("Desk", "Changes"),
        lambda s, _f, services: ChangesPane(s, services),
    ),
)

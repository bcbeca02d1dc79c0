"""Which panes a desk has around its form, and what each of them is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

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


class Later(QWidget):
    """Stands in a tab until its pane is looked at, and then holds it.

    `made(QWidget)` when the pane is there. It is made in a turn of the event loop of its own, so
    that a document with all its panes is not one long wait.
    """

    made = Signal(object)

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make: Callable[[], QWidget] | None = make
        self._pane = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._pane)

    def pane(self) -> QWidget:
        """The pane itself, made now if it was not."""
        if self._make is not None:
            make, self._make = self._make, None
            made = make()
            self._column.replaceWidget(self._pane, made)
            self._pane.deleteLater()
            self._pane = made
            self.made.emit(made)
        return self._pane

    @property
    def is_made(self) -> bool:
        """Whether the pane is there."""
        return self._make is None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_made:
            QTimer.singleShot(0, self.pane)


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

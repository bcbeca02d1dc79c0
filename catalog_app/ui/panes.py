"""Which panes a desk has around its form, what each is made of, and the tabs that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from catalog_app.session.findings import Findings
from catalog_app.session.session import Session
from catalog_app.ui.article.pane import ArticlePane
from catalog_app.ui.help.pane import HelpPane
from catalog_app.ui.history.changes import ChangesPane
from catalog_app.ui.history.history import HistoryPane
from catalog_app.ui.look import role
from catalog_app.ui.problems.pane import ProblemsPane
from catalog_app.ui.services import Services
from catalog_app.ui.turns import Turns
from catalog_app.ui.xml.pane import XmlPane


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane: its name here, its title, and how it is made."""

    name: str
    title: str
    make: Callable[[Session, Findings, Services, QWidget], QWidget]


class Later(QWidget):
    """Stands in a tab until its pane is looked at, and then holds it.

    `made(QWidget)` when the pane is there.
    """

    made = Signal(object)

    def __init__(self, make: Callable[[QWidget], QWidget], turns: Turns) -> None:
        super().__init__()
        self._make, self._turns = make, turns
        self._pane: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def pane(self) -> QWidget:
        """The pane itself, made now if it was not."""
        if self._pane is None:
            self._pane = self._make(self)
            self._column.addWidget(self._pane)
            self.made.emit(self._pane)
        return self._pane

    @property
    def is_made(self) -> bool:
        """Whether the pane is there."""
        return self._pane is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_made:
            self._turns.later(self._make_if_seen)

    def _make_if_seen(self) -> None:
        if self.isVisible():
            self.pane()


class PaneTabs(QTabWidget):
    """The tabs of some panes; one that is seen is made when its turn comes."""

    def __init__(
        self,
        listed: tuple[Pane, ...],
        given: tuple[Session, Findings, Services],
        name: str,
        turns: Turns,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(name)
        role(self, "panes")
        self.held = {pane.name: Later(partial(pane.make, *given), turns) for pane in listed}
        for pane in listed:
            title = QCoreApplication.translate("Desk", pane.title)
            self.addTab(self.held[pane.name], title)

    def changeEvent(self, event: QEvent) -> None:
        """Hand a font on to the bar, which Qt leaves behind now and then."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.tabBar().setFont(self.font())

    def show_pane(self, name: str) -> QWidget:
        """Bring a pane to the front."""
        self.setCurrentWidget(self.held[name])
        return self.held[name].pane()

    def entitle(self, name: str, title: str) -> None:
        """Write another title on a pane's tab."""
        self.setTabText(self.indexOf(self.held[name]), title)


SIDE = (
    Pane(
        "article",
        QT_TRANSLATE_NOOP("Desk", "Article"),
        lambda s, _f, services, parent: ArticlePane(s, services, parent),
    ),
    Pane("xml", QT_TRANSLATE_NOOP("Desk", "XML"), XmlPane),
    Pane(
        "help",
        QT_TRANSLATE_NOOP("Desk", "Help"),
        lambda s, _f, services, parent: HelpPane(s, services, parent),
    ),
)
BELOW = (
    Pane("problems", QT_TRANSLATE_NOOP("Desk", "Problems"), ProblemsPane),
    Pane(
        "history",
        QT_TRANSLATE_NOOP("Desk", "History"),
        lambda s, _f, services, parent: HistoryPane(s, services, parent),
    ),
    Pane(
        "changes",
        QT_TRANSLATE_NOOP("Desk", "Changes"),
        lambda s, _f, services, parent: ChangesPane(s, services, parent),
    ),
)


def focus_in(widget: QWidget) -> None:
    """Give the focus to a pane: as it says itself, else to its first input."""
    own = getattr(widget, "focus_first", None)
    if own is not None:
        own()
    elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        inputs = [child for child in widget.findChildren(QWidget) if _takes_focus(child, widget)]
        for child in inputs[:1]:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_focus(child: QWidget, inside: QWidget) -> bool:
    by_tab = child.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and child.isVisibleTo(inside) and child.isEnabled()

"""The panes of one document: where they stand, when they are made, what is remembered of them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from catalog_app.session.findings import Findings
from catalog_app.session.session import Session
from catalog_app.session.settings import key_of
from catalog_app.session.visited import Visited
from catalog_app.ui.arrangement import Arrangement
from catalog_app.ui.bars import NoticeBar
from catalog_app.ui.outline.pane import OutlinePane
from catalog_app.ui.package.stack import SectionView
from catalog_app.ui.panes import BELOW, SIDE, Later, PaneTabs
from catalog_app.ui.services import Services
from catalog_app.ui.turns import Turns


class DeskPanes(QWidget):
    """Outline, form, side panes and the panes below, each made when its turn has come."""

    def __init__(
        self,
        session: Session,
        findings: Findings,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.findings, self.services = session, findings, services
        session.setParent(self)
        self.visited = Visited(session, self)  # before the panes, who move the focus on
        self.turns = Turns(self)
        self._lay_out()
        self._restore()

    # ---- layout

    def _lay_out(self) -> None:
        self.room = Arrangement(self.services.theme, self)
        _fill(self, self.room)
        given = self.session, self.findings, self.services
        across = self.room.across
        self.outline = OutlinePane(*given, across)
        centre = self._centre(across)
        self.side = PaneTabs(SIDE, given, self.tr("Side panes"), self.turns, across)
        self.below = PaneTabs(BELOW, given, self.tr("Panes below"), self.turns, self.room)
        self.room.hold(self.outline, centre, self.side, self.below)

    def _centre(self, parent: QWidget) -> QWidget:
        centre = QWidget(parent)
        self.bar = NoticeBar(centre)
        self.sections = SectionView(self.session, self.findings, self.services, parent=centre)
        _fill(centre, self.bar, self.sections)
        return centre

    def _tabs_of(self, name: str) -> PaneTabs:
        return self.side if name in self.side.held else self.below

    def _held(self, name: str) -> Later:
        return self._tabs_of(name).held[name]

    def pane(self, name: str) -> QWidget:
        """A side pane or one below, by name; it is made if nobody has looked at it yet."""
        return self._held(name).pane()

    def pane_if_made(self, name: str) -> QWidget | None:
        """A side pane or one below, if anybody has looked at it."""
        return self.pane(name) if self._held(name).is_made else None

    # ---- remembered

    def _restore(self) -> None:
        settings = self.services.settings
        self.room.restore(settings)
        for key, tabs in (("desk/side", self.side), ("desk/below", self.below)):
            tabs.setCurrentIndex(int(settings.number(key)))
        self.outline.set_state(settings.texts(self._outline_key))

    @property
    def _outline_key(self) -> str:
        path = self.session.path
        return f"outline/{key_of(path)}" if path else "outline/new"

    def remember(self) -> None:
        """Keep widths, heights and the panes in front for the next time."""
        settings = self.services.settings
        self.room.remember(settings)
        settings.keep("desk/side", self.side.currentIndex())
        settings.keep("desk/below", self.below.currentIndex())
        settings.keep(self._outline_key, self.outline.state())

    def show_panes(self, outline: bool, side: bool, below: bool) -> None:
        """Show or hide the panes around the form, where there is room for them."""
        self.room.show_panes(outline, side, below)


def _fill(outer: QWidget, *inner: QWidget) -> None:
    """Let widgets fill another, one below the other, the last taking what room there is."""
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in inner:
        layout.addWidget(widget)
    layout.setStretch(len(inner) - 1, 1)

"""How the panes around the form share the room of a desk, and what gives way when it is short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from catalog_app.session.settings import Settings
from catalog_app.ui.look import Theme

_WIDTHS = (0.16, 0.48, 0.36)
# The panes below begin with a share of the height, but with a few rows in small windows too.
_HEIGHT_BELOW, _MOST_BELOW = 0.2, 0.32
_USUAL_BELOW = 150
_LEAST_WIDTHS = (120, 300, 220)
_LEAST_HEIGHTS = (160, 80)
# Below these sizes, in the font's own measure, the panes around the form make room for it.
_ROOM = (("side", 760), ("outline", 560))
_ROOM_BELOW = 420
# What the form keeps, in the same measure, as long as the side panes have something to give.
_FORM_WIDTH = 470


class Arrangement(QSplitter):
    """Outline, centre and side panes beside each other, over the panes below.

    The widgets are made as children of `across` and of the arrangement itself, so that none is
    ever given to another parent: Qt would dress it and all its children again.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._wanted, self._asked = {"outline", "side", "below"}, set()
        self._sized = False
        self._around: dict[str, QWidget] = {}
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self._scale = theme.scale
        self._below: float | None = None  # what they had, in the font's own measure
        self.splitterMoved.connect(self._on_splitter_moved)
        theme.changed.connect(self._on_theme_changed)

    def hold(self, outline: QWidget, centre: QWidget, side: QTabWidget, below: QTabWidget) -> None:
        """Take the widgets into their places."""
        self._around = {"outline": outline, "side": side, "below": below}
        for widget, least in zip((outline, centre, side), _LEAST_WIDTHS, strict=True):
            self.across.addWidget(widget)
            widget.setMinimumWidth(least)
        for widget, least in zip((self.across, below), _LEAST_HEIGHTS, strict=True):
            self.addWidget(widget)
            widget.setMinimumHeight(least)
        for splitter, stretching in ((self.across, 1), (self, 0)):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(stretching, 1)

    def restore(self, settings: Settings) -> None:
        """Take the widths and heights of the last time."""
        self._sized = self.across.restoreState(settings.blob("desk/across"))
        self.restoreState(settings.blob("desk/down"))

    def remember(self, settings: Settings) -> None:
        """Keep widths and heights for the next time."""
        settings.keep("desk/across", self.across.saveState())
        settings.keep("desk/down", self.saveState())

    # ---- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room the first time it is known; give the form what is left of it."""
        super().resizeEvent(event)
        if not self._sized and self.isVisible():
            self._sized = True
            self.across.setSizes([round(self.width() * share) for share in _WIDTHS])
            wanted = max(self.height() * _HEIGHT_BELOW, _USUAL_BELOW)
            self._give_below(wanted * self._scale)
        self.make_room()

    def _give_below(self, wanted: float) -> None:
        """Give the panes below a height, but the form always more than them."""
        below = round(min(wanted, self.height() * _MOST_BELOW))
        self.setSizes([self.height() - below, below])

    def _on_splitter_moved(self) -> None:
        self._below = None

    def _on_theme_changed(self) -> None:
        """Let the panes below grow with the text: so many lines were to be read there.

        What they had is kept in the font's own measure, for they get less where room is short.
        """
        old, self._scale = self._scale, self._theme.scale
        if old != self._scale and self._below is None and self.sizes()[1]:
            self._below = self.sizes()[1] / old
        self.make_room()
        if old != self._scale and self._sized and self._below is not None and self.sizes()[1]:
            self._give_below(self._below * self._scale)

    def show_panes(self, outline: bool, side: bool, below: bool) -> None:
        """Show or hide the panes around the form, where there is room for them."""
        chosen = {"outline": outline, "side": side, "below": below}
        self._wanted = {name for name, shown in chosen.items() if shown}
        self.ask_for()

    @property
    def asked(self) -> frozenset[str]:
        """The panes that the user went to."""
        return frozenset(self._asked)

    def ask_for(self, *names: str) -> None:
        """Show a pane because the user went there, room or not; the one beside it gives way."""
        self._asked = set(names)
        self.make_room()

    def make_room(self) -> None:
        """Show what is wanted as far as there is room."""
        scale = self._theme.scale
        width, height = self.width() / scale, self.height() / scale
        room = {name: width >= least for name, least in _ROOM} | {"below": height >= _ROOM_BELOW}
        for name, widget in self._around.items():
            widget.setVisible(name in self._asked or (name in self._wanted and room[name]))
        self._widen_form(scale)

    def _widen_form(self, scale: float) -> None:
        """When the window shrinks it is not the form alone that gives way."""
        outline, form, side = sizes = self.across.sizes()
        lack = round(min(_FORM_WIDTH * scale, sum(sizes) * _WIDTHS[1])) - form
        given = min(lack, side - round(_LEAST_WIDTHS[2] * scale))
        if self._sized and given > 0:
            self.across.setSizes([outline, form + given, side - given])

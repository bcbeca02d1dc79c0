"""The View menu: colours, text size, panes, language, and the documents in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.ui.look import Scheme
from catalog_app.ui.speaking import Speaking

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow

_STEP = 0.1
PANES = ("pane_outline", "pane_side", "pane_below")


class View(QObject):
    """What the window shows and how; all of it is remembered."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._speaking = window, Speaking(window)

    def check_actions(self) -> None:
        """Check the actions that say what is chosen."""
        actions, settings = self._window.actions_by_id, self._window.services.settings
        actions[self._window.services.theme.scheme.value].setChecked(True)
        language = settings.text("view/language", "system")
        actions.get(f"language_{language}", actions["language_system"]).setChecked(True)
        for name in PANES:
            actions[name].setChecked(settings.flag(f"view/{name}", True))

    # ---- panes

    def show_panes(self) -> None:
        """Show or hide the panes as the actions are checked."""
        for name in PANES:
            shown = self._window.actions_by_id[name].isChecked()
            self._window.services.settings.keep(f"view/{name}", shown)
        for desk in self._window.desks():
            self.dress(desk)

    def dress(self, desk: Desk) -> None:
        """Give a desk the panes that are wanted."""
        desk.show_panes(*(self._window.actions_by_id[name].isChecked() for name in PANES))

    def filter_outline(self) -> None:
        """Put the focus in the filter of the outline."""
        desk = self._window.desk
        if desk is not None:
            desk.go_outline()
            desk.outline.filter_rows()

    # ---- colours and size

    def _choose(self, scheme: Scheme) -> None:
        self._window.services.theme.choose(scheme, by_turns=True)
        self._window.services.settings.keep("view/scheme", scheme.value)

    def choose_system(self) -> None:
        """Light or dark as the system is."""
        self._choose(Scheme.SYSTEM)

    def choose_light(self) -> None:
        """The light theme."""
        self._choose(Scheme.LIGHT)

    def choose_dark(self) -> None:
        """The dark theme."""
        self._choose(Scheme.DARK)

    def _scale(self, scale: float) -> None:
        theme = self._window.services.theme
        theme.set_scale(round(scale, 2), by_turns=True)
        self._window.services.settings.keep("view/scale", theme.scale)
        self._window.tell(self.tr("Text at {0} %").format(round(theme.scale * 100)))

    def larger(self) -> None:
        """All text a step larger."""
        self._scale(self._window.services.theme.scale + _STEP)

    def smaller(self) -> None:
        """All text a step smaller."""
        self._scale(self._window.services.theme.scale - _STEP)

    def normal_size(self) -> None:
        """The system's text size."""
        self._scale(1.0)

    # ---- language

    def _speak(self, language: str) -> None:
        self._window.services.settings.keep("view/language", language)
        self._speaking.again()

    def choose_language_system(self) -> None:
        """The language of the system."""
        self._speak("system")

    def choose_language_en(self) -> None:
        """English."""
        self._speak("en")

    def choose_language_ru(self) -> None:
        """Russian."""
        self._speak("ru")

    # ---- window

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or give it back."""
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def next_document(self) -> None:
        """Show the next document."""
        self._turn(1)

    def previous_document(self) -> None:
        """Show the document before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        tabs = self._window.tabs
        if tabs.count():
            tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())

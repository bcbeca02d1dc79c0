"""The theme in force: light, dark or the system's, at a font scale, changing while running."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from catalog_app.ui.look.sheet import style_sheet
from catalog_app.ui.look.tokens import DARK, LIGHT, METRICS, Colours, Metrics
from catalog_app.ui.turns import UnseenTurns

SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.5


class Scheme(StrEnum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application, and dresses it again when the user or the system changes its mind.

    `changed` tells those who paint by themselves from something other than their palette.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0
    ) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = Scheme(scheme)
        self._scale = _within_bounds(scale)
        self._turns = UnseenTurns(self)
        application.setStyle("Fusion")
        self._ask_system()
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._scheme

    @property
    def scale(self) -> float:
        """The font scale, 1.0 for the system's own size."""
        return self._scale

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return DARK if self._is_dark() else LIGHT

    @property
    def metrics(self) -> Metrics:
        """The metrics at the font scale in force."""
        return METRICS.scaled(self._scale)

    @property
    def text_size(self) -> float:
        """The interface font's size in pixels."""
        return interface_size() * self._scale

    def choose(self, scheme: Scheme, *, by_turns: bool = False) -> None:
        """Take `scheme` from now on; `by_turns` for windows in use, which then stay awake."""
        if scheme == self._scheme:
            return
        self._scheme = Scheme(scheme)
        self._ask_system()
        self._dress(by_turns)

    def set_scale(self, scale: float, *, by_turns: bool = False) -> None:
        """Show all text `scale` times as large, between 0.8 and 2.5."""
        scale = _within_bounds(scale)
        if scale != self._scale:
            self._scale = scale
            self._dress(by_turns)

    def _is_dark(self) -> bool:
        if self._scheme != Scheme.SYSTEM:
            return self._scheme == Scheme.DARK
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _ask_system(self) -> None:
        """Let window frames and the system's own dialogs follow the choice."""
        schemes = {
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
        }
        self._application.styleHints().setColorScheme(schemes[self._scheme])

    def _dress(self, by_turns: bool) -> None:
        """Dress all at once, or in short turns of the event loop: keys are heard between them."""
        if not by_turns:
            self._apply()
            return
        for step in (self._undress, self._take_palette, self._take_sheet, self._polish):
            self._turns.later(step)

    def _apply(self) -> None:
        self._undress()
        self._take_palette()
        self._take_sheet()
        self._polish()

    def _undress(self) -> None:
        """Put a sheet in the place of none: else Qt dresses a widget once for each around it."""
        self._application.setStyleSheet("")

    def _take_palette(self) -> None:
        self._application.setFont(interface_font(self._scale))
        self._application.setPalette(palette(self.colours))

    def _take_sheet(self) -> None:
        self._application.setStyleSheet(
            style_sheet(self.colours, self.metrics, self.text_size, fixed_family())
        )

    def _polish(self) -> None:
        for widget in self._application.allWidgets():  # those never seen would stay as they were
            widget.ensurePolished()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._scheme == Scheme.SYSTEM:
            self._dress(by_turns=True)


def _within_bounds(scale: float) -> float:
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))


def interface_size() -> float:
    """The system's interface text size in pixels, but not below what reads well all day."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    return max(METRICS.smallest_text, system.pixelSize())


def interface_font(scale: float = 1.0) -> QFont:
    """The system's interface font at `scale`."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(round(interface_size() * scale))
    return font


def fixed_family() -> str:
    """The family of the system's fixed-pitch font."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def fixed_font(beside: QFont) -> QFont:
    """The system's fixed-pitch font, a little smaller than the text that stands beside it."""
    font = QFont(fixed_family())
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(round(QFontInfo(beside).pixelSize() * METRICS.fixed_ratio))
    return font


def article_font(scale: float = 1.0) -> QFont:
    """A serif for long reading, at 1.15 of the interface's size."""
    font = QFont()
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setFamilies(["Charter", "Georgia", "Noto Serif", "DejaVu Serif", "serif"])
    font.setPixelSize(round(interface_size() * METRICS.article_ratio * scale))
    return font


def palette(colours: Colours) -> QPalette:
    """The Qt palette for one theme."""
    dressed = QPalette()
    for part, name in _PALETTE.items():
        dressed.setColor(part, QColor(getattr(colours, name)))
    for part in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        dressed.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.faint))
    dressed.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(colours.faint)
    )
    return dressed


_PALETTE = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field_line",
    QPalette.ColorRole.Shadow: "field_line",
}

"""Line icons from resources/icons, painted in the theme's colour whenever they are shown."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from catalog_app import paths
from catalog_app.ui.look.roles import colours


def icon(name: str, role: str = "text") -> QIcon:
    """The icon `name` in the colour of `role`; it follows the theme and every scale by itself."""
    if name not in icon_names():
        raise ValueError(f"no such icon: {name}")
    return QIcon(_Engine(name, role))


@cache
def icon_names() -> frozenset[str]:
    """The names of all icons that are shipped."""
    return frozenset(file.stem for file in (paths.resources() / "icons").glob("*.svg"))


def pixmap(name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon `name` as `size` points square, drawn for a screen of `ratio` pixels a point."""
    return _pixmap(name, getattr(colours(), role), size, ratio)


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    key = f"catalog-icon {name} {colour} {size} {ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _render(name, colour, size, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = _drawing(name).replace("currentColor", colour)
    pixels = max(1, round(size * ratio))
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


class _Engine(QIconEngine):
    """Draws when asked, so that a theme that changes needs no new icons."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        theme = colours()
        if mode == QIcon.Mode.Disabled:
            return theme.field_line
        return str(getattr(theme, self._role))

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        corner = QPoint(
            rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2
        )
        painter.drawPixmap(corner, _pixmap(self._name, self._colour(mode), size, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        side = max(1, min(size.width(), size.height()))  # pixels: Qt has multiplied by the scale
        return _pixmap(self._name, self._colour(mode), side, 1.0)

    def availableSizes(  # noqa: N802 - Qt's name
        self, _mode: QIcon.Mode = QIcon.Mode.Normal, _state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        return [QSize(side, side) for side in (16, 24, 32)]

"""Icons are one family, follow the theme, and are crisp at every scale."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QToolButton

from catalog_app import paths
from catalog_app.ui.look import DARK, LIGHT, Scheme, Theme, icon, icon_names
from catalog_app.ui.look.icons import pixmap

NEEDED = """open save save-as new undo redo add remove up down duplicate more search error warning
advice ok fix record package header section rights files structure article xml help history
changes problems settings close chevron-right chevron-down link calendar globe person organisation
copy paste drag lock sun moon font-size suggest dismiss take filter keyboard folder image text-file
pdf left right go-to""".split()  # noqa: SIM905


@pytest.fixture
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.choose(Scheme.LIGHT)
    dressed.deleteLater()


def inks(image):
    """The fully opaque colours of a picture."""
    colours = set()
    for x in range(image.width()):
        for y in range(image.height()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() == 255:
                colours.add(pixel.name())
    return colours


def test_every_icon_the_window_needs_is_there():
    assert not set(NEEDED) - icon_names()


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_an_icon_is_drawn_in_the_colour_of_its_role_and_nothing_else(name, theme):
    image = icon(name, "accent").pixmap(QSize(32, 32)).toImage()
    assert inks(image) == {QColor(LIGHT.accent).name()}


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_a_drawing_keeps_to_the_family_of_sixteen_pixel_lines(name):
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 16 16"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert "#" not in drawing


def test_an_icon_made_before_the_theme_changed_follows_it(theme):
    kept = icon("save")
    assert inks(kept.pixmap(32, 32).toImage()) == {QColor(LIGHT.text).name()}
    theme.choose(Scheme.DARK)
    assert inks(kept.pixmap(32, 32).toImage()) == {QColor(DARK.text).name()}


def test_at_200_per_cent_an_icon_is_drawn_with_twice_the_pixels(theme):
    doubled = icon("globe").pixmap(QSize(16, 16), 2.0)
    assert doubled.size() == QSize(32, 32)
    assert doubled.devicePixelRatio() == 2.0
    assert doubled.toImage() != icon("globe").pixmap(QSize(16, 16), 1.0).scaled(32, 32).toImage()
    assert pixmap("globe", 16, "dim", 2.0).size() == QSize(32, 32)


def test_a_disabled_icon_is_fainter(theme):
    off = icon("save").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert inks(off) == {QColor(LIGHT.field_line).name()}


def test_icons_survive_being_copied_and_their_buttons_dying(theme, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    for _ in range(50):
        button.setIcon(QIcon(icon("undo")))
        button.grab()
        gc.collect(0)
    copy = QIcon(button.icon())
    button.setIcon(QIcon())
    gc.collect()
    assert not copy.pixmap(16, 16).isNull()


def test_an_unknown_icon_is_an_error():
    with pytest.raises(ValueError, match="no such icon"):
        icon("unicorn")

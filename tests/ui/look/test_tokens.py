"""The palette is legible, in both themes, on every ground it is used on."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QPalette

from catalog_app.ui.look.theme import palette
from catalog_app.ui.look.tokens import DARK, LIGHT, METRICS, TEXT_PAIRS, Colours, contrast

THEMES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_stands_out_from_its_ground_by_4_5_to_1(theme, text, ground):
    colours = THEMES[theme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


def test_contrast_of_black_on_white_is_21_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_written_as_six_hexadecimal_digits(theme):
    for field in fields(Colours):
        if field.name != "dark":
            assert re.fullmatch(r"#[0-9a-f]{6}", getattr(THEMES[theme], field.name)), field.name


def test_metrics_grow_with_the_font_but_hairlines_and_corners_stay():
    double = METRICS.scaled(2)
    assert double.input_height == 56
    assert (double.card_radius, double.mark_width) == (METRICS.card_radius, METRICS.mark_width)


@pytest.mark.parametrize("theme", THEMES)
def test_what_cannot_be_used_now_and_what_stands_in_for_a_value_can_be_read(theme):
    dressed = palette(THEMES[theme])
    part, group = QPalette.ColorRole, QPalette.ColorGroup
    for ink, ground in (
        (dressed.color(part.PlaceholderText), dressed.color(part.Base)),
        (dressed.color(group.Disabled, part.Text), dressed.color(part.Base)),
        (dressed.color(group.Disabled, part.WindowText), dressed.color(part.Window)),
        (dressed.color(group.Disabled, part.ButtonText), dressed.color(part.Button)),
        (dressed.color(part.ToolTipText), dressed.color(part.ToolTipBase)),
        (dressed.color(part.HighlightedText), dressed.color(part.Highlight)),
    ):
        assert contrast(ink.name(), ground.name()) >= 4.5, (ink.name(), ground.name())

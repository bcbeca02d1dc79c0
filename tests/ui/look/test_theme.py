"""The theme dresses a running application and dresses it again."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from catalog_app.ui.look import DARK, LIGHT, Scheme, Theme, colours, role
from catalog_app.ui.look.roles import ROLES
from catalog_app.ui.look.sheet import style_sheet


@pytest.fixture
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.choose(Scheme.LIGHT)
    dressed.set_scale(1.0)
    dressed.deleteLater()


def test_a_widget_knows_the_colours_in_force_without_knowing_the_theme(theme, qtbot):
    label = QLabel("x")
    qtbot.addWidget(label)
    assert colours(label) is LIGHT
    theme.choose(Scheme.DARK)
    assert colours(label) is DARK


def test_choosing_a_scheme_is_announced_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.DARK)


def test_a_window_in_use_is_dressed_in_turns_and_not_painted_before_the_last(theme, qtbot):
    pane = role(QFrame(), "card")
    qtbot.addWidget(pane)
    pane.resize(40, 40)
    pane.show()
    qtbot.waitExposed(pane)
    theme.choose(Scheme.DARK, by_turns=True)
    assert not pane.updatesEnabled()
    theme.choose(Scheme.LIGHT, by_turns=True)  # changed his mind before it was done
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK, by_turns=True)
    qtbot.waitUntil(pane.updatesEnabled)
    qtbot.wait(100)  # what was asked for first is done too, and leaves all as it is
    assert pane.grab().toImage().pixelColor(20, 20) == QColor(DARK.raised)
    assert pane.updatesEnabled()


def test_a_scheme_is_accepted_as_the_settings_file_spells_it(theme):
    theme.choose("dark")
    assert theme.scheme is Scheme.DARK
    assert theme.colours is DARK


def test_widgets_that_are_open_change_with_the_theme(theme, qtbot):
    pane = role(QFrame(), "card")
    qtbot.addWidget(pane)
    pane.resize(40, 40)
    assert pane.grab().toImage().pixelColor(20, 20) == QColor(LIGHT.raised)
    theme.choose(Scheme.DARK)
    assert pane.grab().toImage().pixelColor(20, 20) == QColor(DARK.raised)


def test_text_grows_with_the_scale_and_titles_stay_larger(theme, qtbot):
    title, plain = role(QLabel("T"), "title"), QLabel("T")
    pane = QWidget()
    qtbot.addWidget(pane)
    layout = QVBoxLayout(pane)
    for label in (title, plain):
        layout.addWidget(label)
        label.ensurePolished()
    before = plain.fontMetrics().height(), title.fontMetrics().height()
    assert before[1] > 1.3 * before[0]
    theme.set_scale(2)
    assert plain.fontMetrics().height() >= 1.8 * before[0]
    assert title.fontMetrics().height() >= 1.8 * before[1]


def test_a_scale_beyond_reason_is_held_within_bounds(theme):
    theme.set_scale(50)
    assert theme.scale == 2.5
    theme.set_scale(0)
    assert theme.scale == 0.8


def test_two_themes_in_one_process_do_not_enlarge_each_other(theme, qapp):
    size = qapp.font().pixelSize()
    second = Theme(qapp, Scheme.LIGHT)
    assert qapp.font().pixelSize() == size
    second.deleteLater()


def test_a_role_can_change_after_the_widget_is_shown(theme, qtbot):
    card = role(QFrame(), "card")
    qtbot.addWidget(card)
    card.resize(60, 40)
    card.show()
    calm = card.grab().toImage().pixelColor(30, 0)
    role(card, "card", active=True)
    assert calm == QColor(LIGHT.line)
    assert card.grab().toImage().pixelColor(30, 0) == QColor(LIGHT.accent)


def test_a_misspelt_role_is_an_error(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="no such role"):
        role(label, "titel")


def test_the_sheet_draws_every_role_and_names_no_universal_selector(theme):
    sheet = style_sheet(LIGHT, theme.metrics, 13, "Mono")
    drawn_by_qt = {"panes"}
    for name in ROLES.keys() - drawn_by_qt:
        assert f'[look="{name}"]' in sheet
    assert not any(line.lstrip().startswith(("*", "QWidget {")) for line in sheet.splitlines())


def test_the_system_changing_its_scheme_is_followed_only_if_the_user_wants_it(theme, qtbot):
    theme.choose(Scheme.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme._on_system_changed()
    theme.choose(Scheme.SYSTEM)
    with qtbot.waitSignal(theme.changed):
        theme._on_system_changed()


def test_a_role_can_be_taken_back(theme, qtbot):
    line = role(QLineEdit("x"), "bare")
    qtbot.addWidget(line)
    role(line, None)
    assert line.property("look") is None


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_the_sheet_is_a_colour_and_not_a_size(theme, scheme):
    sheet = style_sheet(scheme, theme.metrics, 13, "Mono")
    said = re.findall(r"(?<![\w-])(?:[\w-]+-)?color: *([^;}]+)", sheet)
    assert said
    assert {value.strip() for value in said if not re.match(r"#|transparent", value)} == set()

"""Choosing what kind of resource is described."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu

from catalog_app.document.template_files import templates
from tests.stories.hands import Hands
from tests.stories.test_at_work import written


def offered() -> list[str]:
    """What the menu that is open offers."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions() if action.text()]


def test_what_only_measures_is_no_beginning_of_a_record(hands: Hands) -> None:
    measures = {template.title for template in templates() if template.measure}
    assert measures
    hands.press("Alt+F")
    hands.choose("New from template…")
    assert not measures & set(offered())
    hands.press("Escape", "Escape", "Ctrl+N", "Ctrl+T")
    assert measures < set(offered())


def test_a_kind_presets_an_empty_record_in_one_step_and_leaves_a_filled_one_alone(
    hands: Hands,
) -> None:
    hands.press("Ctrl+N")
    before = written(hands)
    hands.press("Ctrl+T")
    hands.choose("Map")
    assert b"<typeOfResource>cartographic</typeOfResource>" in written(hands)
    preset = written(hands)
    hands.type("Turkestan")
    filled = written(hands)
    hands.press("Ctrl+T")
    hands.choose("Photograph")
    assert written(hands) == filled
    while written(hands) != preset:
        hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    assert written(hands) == before


def test_a_field_filled_out_of_turn_keeps_its_place_and_tab_goes_as_the_eye_does(
    hands: Hands,
) -> None:
    hands.press("Ctrl+N", "Ctrl+T")
    hands.choose("Map")
    place = "record1/subject[2]/geographic"
    hands.fill(place, "Central Asia")
    assert hands.at == "record1/subject/geographic"
    hands.press("Shift+Tab")
    assert hands.at.endswith("cartographics/coordinates")
    hands.type("E 55°/N 46°")
    assert hands.at == "record1/subject/cartographics/coordinates"
    hands.press("Tab")
    assert hands.at == place
    inside = written(hands)
    assert inside.index(b"<coordinates>") < inside.index(b"<geographic>")


def test_the_focus_stays_in_its_field_when_another_kind_is_chosen(hands_on: Hands) -> None:
    hands_on.press("Ctrl+T")
    hands_on.choose("Level 1: to be cited")
    for empty in ("record1/location/url", "record1/name/namePart", "record1/accessCondition"):
        hands_on.tab_to(empty)
        for kind in ("Thesis", "Level 1: to be cited"):
            hands_on.press("Ctrl+T")
            hands_on.choose(kind)
            assert hands_on.at == empty
    hands_on.tab_to("record1/note")
    hands_on.window.desk.form.toggle_attributes()
    attribute = "record1/note/@displayLabel"
    hands_on.tab_to(attribute)
    hands_on.press("Ctrl+T")
    hands_on.choose("Thesis")
    assert hands_on.at == attribute


def test_from_a_field_that_is_not_asked_for_any_more_the_focus_goes_to_its_neighbour(
    hands_on: Hands,
) -> None:
    hands_on.press("Ctrl+T")
    hands_on.choose("Level 1: to be cited")
    hands_on.tab_to("record1/location/url")
    hands_on.press("Ctrl+T")
    hands_on.choose("No template")
    assert hands_on.at == "record1/note"


def test_from_another_pane_the_focus_comes_to_the_field_where_it_was(hands_on: Hands) -> None:
    hands_on.tab_to("record1/note")
    hands_on.press("Ctrl+5", "Ctrl+T")
    hands_on.choose("Thesis")
    assert hands_on.at == "record1/note"

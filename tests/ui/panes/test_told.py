"""The table of changes shows values in their own direction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from catalog_app.document.address import parse_address
from catalog_app.document.changes import Told
from catalog_app.ui.history.told_model import ToldDelegate, ToldModel


def test_a_value_from_right_to_left_runs_in_its_own_direction(qapp) -> None:
    model = ToldModel()
    place = parse_address("record1/titleInfo/title")
    model.take([Told("changed", place, "Title", "Bukhara", "تاZZريخ بخارى")])
    delegate, shown = ToldDelegate(), []
    for column in (2, 3):
        option = QStyleOptionViewItem()
        option.rect.setWidth(600)
        delegate.initStyleOption(option, model.index(0, column))
        shown.append(option.text)
    assert shown == ["Bukhara", "\u2068تاZZريخ بخارى\u2069"]
    assert "\u2068" in model.data(model.index(0, 3), Qt.ItemDataRole.ToolTipRole)

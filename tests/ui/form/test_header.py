"""The head of the form says what is there and what is missing, and cuts nothing off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QStatusBar

from catalog_app.document.address import Address, parse_address
from catalog_app.document.template_files import templates
from catalog_app.ui.form.header import Elided
from catalog_app.ui.look import Scheme, Theme


@pytest.fixture
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.set_scale(1.0)
    dressed.deleteLater()


def journal(language: str):
    return next(t for t in templates(language) if t.id == "journal-article")


def test_what_is_missing_is_named_as_in_the_form(make_form):
    form = make_form()
    form.choose_template(journal("en"))
    said = form.header.template.toolTip()
    assert "Required and still missing:" in said
    assert "Recommended and still missing:" in said
    assert "Origin › Date issued" in said
    assert "Part of › " in said
    assert "/" not in said
    assert "Given name" not in said


@pytest.mark.parametrize("scale", [1.0, 1.4, 1.8])
@pytest.mark.parametrize("width", [340, 430, 620, 900])
def test_nothing_in_the_head_is_cut_off_or_out_of_sight(theme, make_form, scale, width):
    theme.set_scale(scale)
    form = make_form()
    form.choose_template(journal("en"))
    form.header.show_found(3, 12)
    form.resize(width, 700)
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    header = form.header
    parts = (header.number, header.version, header.found, header.template, header.meter)
    for part in parts:
        if part.isVisible() and header.width() > 19 * header.fontMetrics().height():
            assert part.width() >= part.sizeHint().width(), part
            corner = part.mapTo(header, QPoint(part.width(), part.height()))
            assert corner.x() <= header.width()
            assert corner.y() <= header.height()


RIGHTS = b"""<mets xmlns="http://www.loc.gov/METS/"><dmdSec ID="D1"><mdWrap MDTYPE="MODS"><xmlData>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
<titleInfo><title>A</title></titleInfo></mods>
</xmlData></mdWrap></dmdSec><amdSec ID="A1"><rightsMD ID="R1">
<mdWrap MDTYPE="MODS"><xmlData><mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
<accessCondition>free</accessCondition></mods></xmlData></mdWrap></rightsMD></amdSec></mets>"""


def test_a_record_of_rights_is_headed_by_what_it_is(make_form):
    form = make_form(RIGHTS)
    form.show_root(Address("record2"))
    header = form.header
    assert header.title.accessibleName() == "Rights"
    assert header.number.text() == ""


def test_rights_and_sections_are_of_no_kind_and_asked_for_nothing(make_form):
    form = make_form(RIGHTS)
    form.choose_template(journal("en"))
    assert form.header.template.isVisible()
    assert any(card.ghost for card in form._cards)
    for place in ("record2", "package1", "package1/amdSec"):
        form.show_root(parse_address(place))
        assert not form.header.template.isVisible()
        assert not form.header.meter.isVisible()
        assert not any(card.ghost for card in form._cards), place
    form.show_root(parse_address("record1"))
    assert form.header.template.isVisible()


@pytest.mark.parametrize("width", range(220, 320, 3))
def test_the_dots_of_words_without_room_are_whole(theme, qtbot, width):
    theme.set_scale(1.8)
    bar = QStatusBar()
    qtbot.addWidget(bar)
    label = Elided(bar)
    bar.addWidget(label, 1)
    label.show_words("a record of letters.xml — 4 changes")
    bar.resize(width, 40)
    bar.show()
    QApplication.processEvents()
    room, narrow = label.width(), label.grab().toImage()
    words = label.text()
    assert words.endswith("…")
    bar.resize(700, 40)
    QApplication.processEvents()
    label.setText(words)
    assert label.grab().toImage().copy(0, 0, room, narrow.height()) == narrow

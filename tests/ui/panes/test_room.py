"""In a low or narrow pane, with large letters, what is asked for can be seen and pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from catalog_app.ui.look import Scheme, Theme
from catalog_app.ui.problems.pane import ProblemsPane
from catalog_app.ui.xml.pane import XmlPane
from tests.document.shapes import bare_mets

BAD = bare_mets().replace(">One<", ">Two  blanks<")


@pytest.fixture
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.set_scale(1.0)
    dressed.deleteLater()


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def in_sight(pane: QWidget, part: QWidget) -> bool:
    """Whether the whole of a part can be seen in a pane."""
    spot = QRect(part.mapTo(pane, QPoint(0, 0)), part.size())
    wraps = part.hasHeightForWidth()
    needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
    return part.isVisible() and pane.rect().contains(spot) and part.height() >= needed


@pytest.mark.parametrize("scale", [1.0, 1.4, 1.8])
@pytest.mark.parametrize("width", [420, 900, 1400])
def test_the_fixes_of_a_finding_are_in_sight_at_the_usual_height(theme, bench, scale, width):
    theme.set_scale(scale)
    made = bench(BAD)
    pane = ProblemsPane(made.session, made.findings, made.services)
    made.show(pane)
    made.judged()
    pane.resize(width, round(150 * scale))
    row = next(n for n, f in enumerate(pane.model.shown) if f.fixes)
    pane.list.setCurrentIndex(pane.model.index(row))
    pane.toggle_detail()
    settle()
    buttons = [b for b in pane.detail.findChildren(QPushButton) if not b.isHidden()]
    assert buttons
    for button in buttons:
        assert in_sight(pane, button), (button.text(), button.geometry(), pane.size())
    assert in_sight(pane, pane.detail.message)
    pane.toggle_detail()
    settle()
    assert pane.bar.isVisible()


def test_a_question_has_the_room_of_the_bar(theme, bench, qtbot):
    made = bench(BAD)
    pane = ProblemsPane(made.session, made.findings, made.services)
    made.show(pane)
    made.judged()
    pane.resize(900, 140)
    pane.fix_all()
    qtbot.waitUntil(pane.sheet.isVisible)
    settle()
    assert not pane.bar.isVisible()
    assert in_sight(pane, pane.sheet.mend)
    assert in_sight(pane, pane.sheet.cancel)
    pane.sheet.cancel.click()
    settle()
    assert pane.bar.isVisible()


@pytest.mark.parametrize("width", [260, 420, 900])
def test_the_way_back_from_a_draft_is_in_sight(theme, bench, qtbot, width):
    theme.set_scale(1.4)
    made = bench(BAD)
    pane = XmlPane(made.session, made.findings, made.services)
    made.go("record1/titleInfo/title")
    made.show(pane)
    pane.resize(width, 500)
    pane.text.setFocus()
    qtbot.keyClicks(pane.text, "<broken")
    qtbot.waitUntil(lambda: pane.has_draft)
    settle()
    assert in_sight(pane, pane.drop)
    assert pane.error.width() > pane.width() // 2

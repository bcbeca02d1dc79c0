"""Whatever takes the focus in a pane says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from catalog_app.ui.help.pane import HelpPane
from catalog_app.ui.history.changes import ChangesPane
from catalog_app.ui.history.history import HistoryPane
from catalog_app.ui.outline.pane import OutlinePane
from catalog_app.ui.problems.pane import ProblemsPane
from catalog_app.ui.xml.pane import XmlPane
from tests.document.shapes import bare_mets

WITH_FINDINGS = (OutlinePane, ProblemsPane, XmlPane)
WITHOUT = (HelpPane, HistoryPane, ChangesPane)


def nameless(pane: QWidget) -> list[str]:
    """The kinds of widgets that take the focus and have neither name nor text."""
    found = []
    for widget in (pane, *pane.findChildren(QWidget)):
        own = not widget.objectName().startswith("qt_") and widget.focusProxy() is None
        if not own or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
        inside = isinstance(widget.parent(), QLineEdit)
        if not (widget.accessibleName() or text or inside or isinstance(widget, QLabel)):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("kind", [*WITH_FINDINGS, *WITHOUT])
def test_every_input_has_a_name(bench, kind):
    made = bench(bare_mets())
    given = (made.session, made.findings, made.services)
    pane = kind(*(given if kind in WITH_FINDINGS else (given[0], given[2])))
    made.go("record1/titleInfo/title")
    made.show(pane)
    assert nameless(pane) == []
    if isinstance(pane, ChangesPane):
        pane.close_jobs()

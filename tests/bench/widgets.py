"""Single widgets: what it takes to make them, to paint them and to type in them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.row import Row, below, typically

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_RELATORS = [("aut", "author"), ("edt", "editor"), ("trl", "translator")]
_KEYS = 30


def measure() -> list[Row]:
    """Editors of every kind, a long paragraph, many fields, many findings."""
    from PySide6.QtWidgets import QApplication

    from catalog_app.ui.look import Scheme, Theme

    application = QApplication.instance() or QApplication(sys.argv[:1])
    theme = Theme(application, Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        rows = [*_editors(), _typing(application), _fields(), *_findings(Path(folder))]
    theme.deleteLater()
    return rows


def _editors() -> Iterator[Row]:
    from PySide6.QtWidgets import QWidget

    from catalog_app.ui.form.editors import KINDS, make_editor

    stage = QWidget()
    for kind in KINDS:

        def make(kind: str = kind) -> None:
            made = make_editor(kind, label="L", address="a", values=_RELATORS, parent=stage)
            made.set_value("aut")

        goal = 0.001 if kind == "line" else 0.002
        yield below(f"make an editor: {kind}", typically(make, 30), goal)


def _typing(application: QApplication) -> Row:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from catalog_app.ui.form.editors import make_editor

    text = make_editor("text", label="L", address="a")
    text.set_value("cultural diplomacy " * 6_000)
    text.show()
    text.select_range(60_000, 60_000)
    application.processEvents()

    def key() -> None:
        QTest.keyClick(text.input, Qt.Key.Key_X)
        application.processEvents()

    row = below("a key in a paragraph of 114 KB", typically(key, _KEYS), 0.016)
    text.deleteLater()
    return row


def _fields() -> Row:
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

    panes = []
    for _ in range(3):
        pane = QWidget()
        column = QVBoxLayout(pane)
        for number in range(200):
            column.addWidget(QLineEdit(str(number)))
        panes.append(pane)
    waiting = iter(panes)

    def dress() -> None:
        pane = next(waiting)
        pane.ensurePolished()
        pane.grab()

    return below("200 fields dressed and painted", typically(dress, 3), 0.1)


def _findings(folder: Path) -> Iterator[Row]:
    from catalog_app.document.document import open_document
    from catalog_app.session.findings import Findings
    from catalog_app.session.session import Session
    from catalog_app.session.settings import settings_at
    from catalog_app.ui.problems.pane import ProblemsPane
    from tests.document.shapes import mods
    from tests.large import many_findings
    from tests.ui.panes.conftest import PaneServices

    session = Session(open_document(mods().encode()))
    findings = Findings(session)
    pane = ProblemsPane(session, findings, PaneServices(settings_at(folder / "settings.ini")))
    pane.resize(600, 500)
    pane.show()
    many = many_findings(10_000)
    findings._take(many)
    steps = iter(range(0, 10_000, 500))

    def scroll() -> None:
        pane.list.scrollTo(pane.model.index(next(steps)))
        pane.list.viewport().repaint()

    yield below("10,000 findings: a page further", typically(scroll, 20), 0.1)
    yield below("10,000 findings: one is mended", _once(findings._take, many), 0.5)
    findings.close()
    pane.deleteLater()


def _once(take: Callable[[object], None], many: tuple[object, ...]) -> float:
    return typically(lambda: take(many[:5000] + many[5001:]), 1)

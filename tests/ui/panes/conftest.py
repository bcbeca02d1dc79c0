"""A document with its session, findings and panes in a window, as a desk has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from catalog_app.document.address import Address, parse_address
from catalog_app.document.document import open_document
from catalog_app.session.findings import Findings
from catalog_app.session.session import Session
from catalog_app.session.settings import Settings, settings_at
from catalog_app.ui.look import Scheme, Theme


@dataclass(frozen=True)
class PaneServices:
    """What the panes ask of the window's services."""

    settings: Settings
    language: str = "en"
    actions: dict = field(default_factory=dict)
    tell: Callable[[str], None] = lambda _text: None


@dataclass
class Bench:
    """One open document, and the way to put panes on the screen."""

    session: Session
    findings: Findings
    services: PaneServices
    window: QWidget
    qtbot: object

    def show(self, pane: QWidget) -> QWidget:
        """Show a pane in the window, with the focus."""
        self.window.layout().addWidget(pane)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        pane.show()
        pane.setFocus()
        return pane

    def judged(self) -> None:
        """Wait until the whole file has been judged."""
        if not self.findings.reports:
            self.qtbot.waitUntil(lambda: bool(self.findings.reports))

    def bytes(self) -> bytes:
        """The bytes that a save would write."""
        return b"".join(self.session.document.chunks())

    def value(self, place: str) -> str:
        """The text of an element."""
        return self.session.document.element(parse_address(place)).value

    def go(self, place: str) -> Address:
        """Move the focus of all views, as another pane would."""
        address = parse_address(place)
        self.session.go_to(address, origin=self)
        return address


@pytest.fixture
def theme(qapp):
    dressed = Theme(qapp, Scheme.LIGHT)
    yield dressed
    dressed.choose(Scheme.LIGHT)
    dressed.deleteLater()


@pytest.fixture
def bench(qtbot, theme, tmp_path):
    """A maker of benches from bytes or text."""
    made = []

    def make(text: bytes | str, name: str = "record.xml") -> Bench:
        data = text.encode() if isinstance(text, str) else text
        path = Path(tmp_path) / name
        path.write_bytes(data)
        session = Session(open_document(data), path)
        findings = Findings(session)
        window = QWidget()
        window.resize(900, 600)
        QHBoxLayout(window)
        qtbot.addWidget(window)
        session.setParent(window)
        findings.setParent(window)
        services = PaneServices(settings_at(tmp_path / "settings.ini"))
        made.append(Bench(session, findings, services, window, qtbot))
        return made[-1]

    yield make
    for one in made:
        one.findings.close()

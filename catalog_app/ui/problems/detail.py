"""The finding in full: its sentence, who asks for it, and every fix it has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from catalog_app.session.sentences import fix_in_words, in_words
from catalog_app.ui.look import METRICS, role
from catalog_app.ui.numbers import grouped
from catalog_app.validation.finding import Finding, Fix

_FIXES_SHARE = 0.55  # of the pane's width, so that the reason does not stand in a narrow column


class ProblemDetail(QFrame):
    """One finding with nothing cut off; `taken(Fix)` when one of its fixes is wanted."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "pane")
        self.message = QLabel(self)
        self.reason = role(QLabel(self), "dim")
        for text in (self.message, self.reason):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._fixes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fixes.setSpacing(8)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(0)
        self._below.addWidget(self.reason, 1)
        self._below.addLayout(self._fixes)
        self._buttons: list[tuple[QPushButton, Fix]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(METRICS.pane_edge, 6, METRICS.pane_edge, 6)
        layout.setSpacing(2)
        layout.addWidget(self.message)
        layout.addLayout(self._below)

    def show_finding(self, finding: Finding | None, enabled: bool) -> None:
        """Show a finding; None empties it."""
        for button, _ in self._buttons:
            self._fixes.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.message.setText(in_words(finding.message) if finding else "")
        self.reason.setText(self._reason(finding) if finding else "")
        for fix in finding.fixes if finding else ():
            button = role(QPushButton(fix_in_words(fix), self), "link")
            button.setEnabled(enabled)
            button.setToolTip(
                self.tr("Mends it at once; can be undone")
                if fix.safe
                else self.tr("Shows first what would change")
            )
            button.clicked.connect(self._on_fix_clicked)
            self._buttons.append((button, fix))
            self._fixes.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let no fix be out of sight in a narrow pane."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """The fixes beside the reason where both have room, else below it, else in a column."""
        taken = sum(button.sizeHint().width() + 8 for button, _ in self._buttons)
        room = self.width() - 2 * METRICS.pane_edge
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if taken > room * _FIXES_SHARE else across)
        self._fixes.setDirection(down if taken > room else across)

    def _reason(self, finding: Finding) -> str:
        asked = self.tr("Asked for by %1").replace("%1", in_words(finding.standard))
        rule = self.tr("rule %1").replace("%1", finding.rule)
        line = self.tr("line %1").replace("%1", grouped(finding.line))
        words = (
            asked if finding.standard else "",
            rule,
            line if finding.line else "",
            finding.path,
        )
        return " · ".join(word for word in words if word)

    def _on_fix_clicked(self) -> None:
        for button, fix in self._buttons:
            if button is self.sender():
                self.taken.emit(fix)
                return

"""The finding in full: its sentence, who asks for it, and every fix it has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from catalog_app.session.sentences import in_words
from catalog_app.ui.look import role
from catalog_app.validation.finding import Finding, Fix


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
        self._fixes = QHBoxLayout()
        self._fixes.setSpacing(4)
        self._buttons: list[tuple[QPushButton, Fix]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(2)
        layout.addWidget(self.message)
        layout.addWidget(self.reason)
        layout.addLayout(self._fixes)

    def show_finding(self, finding: Finding | None, enabled: bool) -> None:
        """Show a finding; None empties it."""
        for button, _ in self._buttons:
            self._fixes.removeWidget(button)
            button.hide()
            button.deleteLater()
        while self._fixes.count():
            self._fixes.takeAt(0)
        self._buttons = []
        self.message.setText(in_words(finding.message) if finding else "")
        self.reason.setText(self._reason(finding) if finding else "")
        for fix in finding.fixes if finding else ():
            button = role(QPushButton(in_words(fix.title), self), "link")
            button.setEnabled(enabled)
            button.setToolTip(
                self.tr("Mends it at once; can be undone")
                if fix.safe
                else self.tr("Shows first what would change")
            )
            button.clicked.connect(self._on_fix_clicked)
            self._buttons.append((button, fix))
            self._fixes.addWidget(button)
        self._fixes.addStretch(1)

    def _reason(self, finding: Finding) -> str:
        asked = self.tr("Asked for by %1").replace("%1", in_words(finding.standard))
        rule = self.tr("rule %1").replace("%1", finding.rule)
        line = self.tr("line %1").replace("%1", f"{finding.line:,}")
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

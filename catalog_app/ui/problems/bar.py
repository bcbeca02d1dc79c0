"""The row above the list: severities to filter by, kinds switched off, and mending together."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from catalog_app.ui.look import METRICS, icon
from catalog_app.ui.numbers import grouped
from catalog_app.ui.problems.model import SEVERITIES


class ProblemsBar(QWidget):
    """Buttons of the problems pane; a tab bar may take them as its corner.

    `chosen(severity)` ("" for all), `mend_wanted()`, `switched_on(rule)`.
    """

    chosen = Signal(str)
    mend_wanted = Signal()
    switched_on = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.filters: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(METRICS.pane_edge, 2, METRICS.pane_edge, 2)
        layout.setSpacing(2)
        for severity in ("", *SEVERITIES):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setChecked(not severity)
            button.clicked.connect(self._on_filter_clicked)
            self._group.addButton(button)
            self.filters[severity] = button
            layout.addWidget(button)
        self.rules = QToolButton(self)
        self.rules.setIcon(icon("eye", "dim"))
        self.rules.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rules.setToolTip(self.tr("Kinds of problems that are not shown"))
        self.rules.setAccessibleName(self.tr("Kinds of problems that are not shown"))
        self._menu = QMenu(self.rules)
        self.rules.setMenu(self._menu)
        self._menu.triggered.connect(self._on_rule_triggered)
        layout.addWidget(self.rules)
        layout.addStretch(1)
        self.mend = QPushButton(self)
        self.mend.setToolTip(self.tr("Show all repairs that lose nothing, and make them together"))
        self.mend.clicked.connect(self.mend_wanted)
        layout.addWidget(self.mend)
        self.show_totals(Counter())
        self.show_safe(0)
        self.show_off(())

    def _on_filter_clicked(self) -> None:
        for severity, button in self.filters.items():
            if button is self.sender():
                self.chosen.emit(severity)

    def _on_rule_triggered(self, action: object) -> None:
        self.switched_on.emit(action.data())

    def show_totals(self, totals: Counter[str]) -> None:
        """Write the numbers on the filters; a severity that nothing has is not offered."""
        words = {
            "": self.tr("All"),
            "error": self.tr("Errors"),
            "warning": self.tr("Warnings"),
            "advice": self.tr("Advice"),
        }
        for severity, button in self.filters.items():
            number = totals[severity] if severity else sum(totals.values())
            button.setText(f"{words[severity]}  {grouped(number)}")
            button.setToolTip(self.tr("Show only: %1").replace("%1", words[severity]))
            button.setVisible(not severity or bool(number) or button.isChecked())

    def show_safe(self, number: int) -> None:
        """Write how many repairs are safe."""
        self.mend.setText(self.tr("Mend all that is safe (%1)…").replace("%1", grouped(number)))
        self.mend.setEnabled(bool(number))

    def show_off(self, rules: tuple[str, ...]) -> None:
        """List the kinds that are switched off."""
        self.rules.setVisible(bool(rules))
        self._menu.clear()
        for rule in rules:
            action = self._menu.addAction(self.tr("Show “%1” again").replace("%1", rule))
            action.setData(rule)

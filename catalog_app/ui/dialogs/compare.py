"""Two states of a file, line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from catalog_app.document.difference import difference, regions_in
from catalog_app.ui.history.difference import DifferenceView
from catalog_app.ui.look import role
from catalog_app.ui.numbers import grouped

_LARGEST = 2_000_000


class CompareDialog(QDialog):
    """What is in the file and what was kept: lines that go and lines that come."""

    def __init__(self, title: str, there: bytes, kept: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare {0}").format(title))
        self.resize(860, 560)
        self.view = DifferenceView(self)
        self.view.setAccessibleName(self.tr("Differences"))
        self.sentence = role(QLabel(self._show(there, kept), wordWrap=True), "dim")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.sentence)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)

    def _show(self, there: bytes, kept: bytes) -> str:
        """Show the lines that differ; say what they are, or why there is none."""
        if there == kept:
            return self.tr("There is no difference.")
        if len(there) + len(kept) > _LARGEST:
            return self.tr("The files are too large to compare here: {0} and {1} bytes.").format(
                grouped(len(there)), grouped(len(kept))
            )
        self.view.show_lines(difference(regions_in(there, [(0, len(there), kept)])))
        return self.tr("Lines with “−” are in the file, lines with “+” in the kept state.")

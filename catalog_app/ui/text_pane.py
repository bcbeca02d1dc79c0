"""A text beside the record, to read while describing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from catalog_app.article.text import read_article
from catalog_app.ui.look import METRICS, role


class TextPane(QWidget):
    """Shows a text file with its name and encoding; it is only read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = role(QLabel(self.tr("No text is open. File > Open a text beside…")), "dim")
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(self.tr("Text being described"))
        self._text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[METRICS.step * 3] * 4)
        column.addWidget(self._name)
        column.addWidget(self._text, 1)
        self.path: Path | None = None

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.toPlainText()

    def open_article(self, path: Path) -> None:
        """Show a file."""
        article = read_article(path.read_bytes())
        self._text.setPlainText(article.text)
        self._name.setText(f"{path.name} · {article.encoding}")
        self.path = path

"""A look at a file: a picture, the beginning of a text, or what there is to say."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QWidget

from catalog_app.article.text import read_article
from catalog_app.ui.look import role

_BEGINNING = 20_000
_TEXTS = ("text/", "application/xml", "application/json")


class Preview(QWidget):
    """Shows the file in focus; nothing of it is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.picture = role(QLabel(self), "faint"), QLabel(self)
        self.text = QPlainTextEdit(self)
        self._image = QPixmap()
        self.words.setWordWrap(True)
        for label in (self.words, self.picture):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumSize(60, 40)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("Beginning of the file"))
        self._pages = QStackedLayout(self)
        for page in (self.words, self.picture, self.text):
            self._pages.addWidget(page)
        self.show_file(None, "")

    def sizeHint(self) -> QSize:
        """Room for a small picture."""
        return QSize(160, 120)

    def show_file(self, path: Path | None, mime: str) -> None:
        """Show a file on the disk, or say why it cannot be shown."""
        self._image = QPixmap()
        if path is None or not path.is_file():
            said = self.tr("Not on this disk") if path else ""
            self._say(said)
        elif mime.startswith("image/") and self._show_picture(path):
            pass
        elif mime == "application/pdf":
            self._show_text(_pdf_text(path) or self.tr("A PDF without text. Open it to see it."))
        elif mime.startswith(_TEXTS):
            with path.open("rb") as stream:
                self._show_text(read_article(stream.read(_BEGINNING)).text)
        else:
            self._say(self.tr("{0}\n{1} bytes").format(path.name, path.stat().st_size))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._pages.setCurrentWidget(self.words)

    def _show_text(self, text: str) -> None:
        self.text.setPlainText(text)
        self._pages.setCurrentWidget(self.text)

    def _show_picture(self, path: Path) -> bool:
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > 1000:
            reader.setScaledSize(size.scaled(1000, 1000, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            return False
        self._image = QPixmap.fromImage(image)
        self._pages.setCurrentWidget(self.picture)
        self._fit()
        return True

    def _fit(self) -> None:
        if not self._image.isNull():
            room = self.size() - QSize(8, 8)
            mode = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(self._image.scaled(room, mode, smooth))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _pdf_text(path: Path) -> str:
    """The text of a PDF's first page; "" where there is none or it cannot be read here."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        return ""
    try:
        return PdfReader(path).pages[0].extract_text()
    except (PyPdfError, OSError, IndexError, ValueError):
        return ""

"""What there is to see of a file: read away from the window's thread, without widgets.

The pages of a PDF are drawn by pypdfium2, which comes with the extra “documents”; without it the
text of the page is read, and without that too there are only words.
"""

from __future__ import annotations

from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader

from catalog_app.article.text import read_article

LARGEST = 1400
_BEGINNING = 20_000
_TEXTS = ("text/", "application/xml", "application/json")
_ONE_AT_A_TIME = Lock()  # PDFium knows no threads


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a file: a picture, a text, or neither; and which page of how many, from 0."""

    image: QImage | None = None
    text: str = ""
    page: int = 0
    pages: int = 0


def look_at(path: Path, mime: str, page: int = 0) -> Look:
    """A look at a file, or at one page of it; an empty one where nothing of it can be shown."""
    mime = mime or guess_type(path.name)[0] or ""
    if mime == "application/pdf":
        return _page(path, page) or Look(text=_page_text(path, page))
    if mime.startswith(_TEXTS):
        with path.open("rb") as stream:
            return Look(text=read_article(stream.read(_BEGINNING)).text)
    return Look(image=_picture(path) if mime.startswith("image/") else None)


def _picture(path: Path) -> QImage | None:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _page(path: Path, number: int) -> Look | None:
    """A page of a PDF as a picture; None if it cannot be drawn here."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        return None
    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(path)
        except (PdfiumError, OSError):
            return None
        try:
            pages = len(document)
            number = min(max(number, 0), pages - 1)
            return Look(_drawn(document[number]), "", number, pages) if pages else None
        except PdfiumError:
            return None
        finally:
            document.close()


def _drawn(page: object) -> QImage:
    width, height = page.get_size()
    scale = LARGEST / max(width, height, 1)
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        form = QImage.Format.Format_RGB32
        data = bytes(bitmap.buffer)
        return QImage(data, bitmap.width, bitmap.height, bitmap.stride, form).copy()
    finally:
        bitmap.close()
        page.close()


def _page_text(path: Path, number: int) -> str:
    """The text of a page of a PDF; "" where there is none or it cannot be read here."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        return ""
    try:
        return PdfReader(path).pages[number].extract_text()
    except (PyPdfError, OSError, IndexError, ValueError):
        return ""

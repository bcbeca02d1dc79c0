"""A look at files: pictures, pages of a PDF, texts, and what is said where there is nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from catalog_app.ui.package.preview import Preview


def pdf(*pages: str) -> bytes:
    """A PDF with a word on each page; every second page is wider than high."""
    number, kids, bodies = len(pages), [], []
    for at, words in enumerate(pages):
        page, content = 4 + 2 * at, 5 + 2 * at
        kids.append(f"{page} 0 R")
        box = "0 0 400 200" if at % 2 else "0 0 200 400"
        drawn = f"BT /F1 40 Tf 20 100 Td ({words}) Tj ET 1 0 0 rg 0 0 50 50 re f"
        bodies += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        ]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {number} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *bodies,
    ]
    out, places = b"%PDF-1.4\n", []
    for at, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{at} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview()
    made.resize(300, 300)
    qtbot.addWidget(made, before_close_func=lambda widget: widget._jobs.close())
    made.show()
    return made


def face(preview: Preview) -> object:
    return preview._faces.currentWidget()


def test_pages_of_a_pdf_are_pictures_to_be_turned(
    preview: Preview, qtbot: QtBot, tmp_path: Path
) -> None:
    pytest.importorskip("pypdfium2", reason="the extra “documents” is not installed")
    path = tmp_path / "two.pdf"
    path.write_bytes(pdf("One", "Two"))
    preview.show_file(path, "application/pdf")
    qtbot.waitUntil(lambda: face(preview) is preview.picture)
    upright = preview.picture.pixmap()
    assert upright.height() > upright.width()
    corner = preview._image.toImage()
    assert corner.pixelColor(20, corner.height() - 20) == QColor("red")
    assert preview.number.text() == "Page 1 of 2"
    assert not preview.before.isEnabled()
    QTest.mouseClick(preview.after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: preview.number.text() == "Page 2 of 2")
    assert preview.picture.pixmap().width() > preview.picture.pixmap().height()
    assert not preview.after.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: preview.number.text() == "Page 1 of 2")


def test_without_the_library_the_text_of_a_pdf_is_shown(
    preview: Preview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pypdf", reason="the extra “documents” is not installed")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf("Readable"))
    preview.show_file(path, "")
    qtbot.waitUntil(lambda: face(preview) is preview.text)
    assert "Readable" in preview.text.toPlainText()
    monkeypatch.setitem(sys.modules, "pypdf", None)
    preview.show_file(path, "application/pdf")
    qtbot.waitUntil(lambda: "cannot be shown" in preview.words.text())


def test_a_broken_file_is_said_and_harms_nothing(
    preview: Preview, qtbot: QtBot, tmp_path: Path
) -> None:
    for name, mime in (("a.pdf", "application/pdf"), ("a.png", "image/png"), ("a.zip", "")):
        path = tmp_path / name
        path.write_bytes(b"%PDF-1.4 broken")
        preview.show_file(path, mime)
        qtbot.waitUntil(lambda: not preview._busy)
        assert face(preview) is preview.words
        assert preview.words.text()
    preview.show_file(tmp_path / "none.png", "image/png")
    assert preview.words.text() == "Not on this disk"


def test_the_last_of_many_files_passed_quickly_is_shown(
    preview: Preview, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"text {number}")
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("blue"))
    picture.save(str(tmp_path / "last.png"))
    for number in range(30):
        preview.show_file(tmp_path / f"{number}.txt", "text/plain")
    preview.show_file(tmp_path / "last.png", "image/png")
    qtbot.waitUntil(lambda: face(preview) is preview.picture)
    assert preview._image.toImage().pixelColor(5, 5) == QColor("blue")
    qtbot.wait(50)
    assert face(preview) is preview.picture


def test_a_preview_that_is_closed_while_it_reads_is_let_go(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    for _ in range(20):
        made = Preview()
        made.show_file(path, "text/plain")
        made._jobs.close()
        made.deleteLater()
    qtbot.wait(20)


def test_without_a_file_to_show_it_takes_no_room(preview: Preview, tmp_path: Path) -> None:
    preview.show_file(tmp_path / "away.tif", "image/tiff")
    assert preview.isVisible()
    assert preview.words.text() == "Not on this disk"
    preview.show_file(None, "")
    assert not preview.isVisible()

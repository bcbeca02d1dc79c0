"""Texts of any encoding, kind and length are read, searched, pasted and dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetricsF
from PySide6.QtWidgets import QApplication

from catalog_app.article.text import Article
from catalog_app.ui.article.painting import TOP
from catalog_app.ui.article.pieces import LONGEST, Pieces
from catalog_app.ui.article.search_bar import find_all
from catalog_app.ui.article.text_view import TextView
from catalog_app.ui.look import METRICS
from tests.ui.article.conftest import CONTROL, SHIFT, Table, close

RUSSIAN = "Душанбе, 3 мая. Министр иностранных дел сообщил о «встрече» в Самарканде.\n" * 6
FRENCH = "Le ministère a décidé, à l’été, de créer une université à Nîmes, où l’élève naît.\n" * 6
TURKISH = "Dışişleri Bakanı Ankara’da açıklama yaptı; görüşme üç gün sürdü, ağır koşullarda.\n" * 6


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"), (RUSSIAN, "utf-8-sig"), (RUSSIAN, "utf-16"), (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), (FRENCH, "windows-1252"),
        (FRENCH, "mac-roman"), (TURKISH, "iso8859-9"), (TURKISH, "utf-8"),
    ],
)  # fmt: skip
def test_an_encoding_is_right_or_asked_never_wrong_silently(
    tables, record, tmp_path: Path, text: str, encoding: str
) -> None:
    if encoding == "iso8859-9":
        text = text.replace("’", "'")
    if encoding == "koi8-r":
        text = text.replace("«", "").replace("»", "")
    file = tmp_path / "text.txt"
    file.write_bytes(text.encode(encoding))
    table = tables(record)
    pane = table.read(file)
    if pane.text == text:
        return
    assert not pane.encoding_bar.isHidden(), "another text is shown and nobody asks"
    offered = {c.encoding: button for c, button in zip(
        pane.article.candidates, pane.encoding_bar.buttons, strict=False
    )}  # fmt: skip
    right = next(name for name in offered if file.read_bytes().decode(name, "replace") == text)
    offered[right].click()
    assert pane.text == text
    assert pane.encoding_bar.isHidden()


def test_the_chosen_encoding_is_remembered_with_the_record(tables, record, tmp_path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(b"caf\xe9")
    table = tables(record)
    table.read(file)
    table.pane.articles.read_again("koi8-r")
    assert table.pane.text == "cafИ"
    close(table.window)
    assert tables(record).pane.text == "cafИ"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends_are_read_and_counted(tables, record, tmp_path, end: str) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(end.join(["one two", "three", "", "four"]).encode())
    table = tables(record)
    table.read(file)
    assert table.pane.text == "one two\nthree\n\nfour"
    assert "4 words" in table.pane.head.name.text()
    assert "4 lines" in table.pane.head.name.text()


def test_html_is_read_as_text(tables, record, tmp_path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<html><body><h1>A title</h1><p>Words of a page.</p></body></html>")
    table = tables(record)
    table.read(file)
    assert "Words of a page." in table.pane.text
    assert "<" not in table.pane.text


def test_what_cannot_be_read_says_why(tables, record, tmp_path) -> None:
    table = tables(record)
    table.pane.open_article(tmp_path / "missing.txt")
    assert "no such file" in table.pane.said.text


def test_the_measure_and_the_line_height_are_those_of_a_book(table) -> None:
    table.window.resize(1900, 900)
    view = table.pane.view
    view.resize(1400, 700)
    QApplication.processEvents()
    surface = view.surface
    average = QFontMetricsF(surface.font).averageCharWidth()
    assert 60 <= surface.width / average <= 76
    assert surface.line_height == pytest.approx(1.5 * QFontMetricsF(surface.font).height(), abs=1)
    assert METRICS.article_line_height == 150


def test_searching_counts_steps_and_goes_back_to_the_text(table, qtbot) -> None:
    keys, pane = table.keys, table.pane
    keys.press(Qt.Key.Key_F, CONTROL)
    keys.type("public diplomacy")
    qtbot.waitUntil(lambda: pane.search.count.text() == "1 of 3")
    keys.press(Qt.Key.Key_Return)
    assert pane.search.count.text() == "2 of 3"
    keys.press(Qt.Key.Key_Return, SHIFT)
    assert pane.view.selected() == "Public Diplomacy"
    keys.press(Qt.Key.Key_Escape)
    assert pane.view.hasFocus()
    assert pane.search.isHidden()
    keys.press(Qt.Key.Key_B)
    assert "Public Diplomacy" in table.record()


def test_going_to_a_line(table) -> None:
    table.keys.press(Qt.Key.Key_G, CONTROL)
    table.keys.type("3")
    table.keys.press(Qt.Key.Key_Return)
    assert table.pane.view.hasFocus()
    assert table.pane.text[table.pane.view.cursor_.at :].startswith("ASTANA")


def test_the_search_finds_words_over_line_breaks_and_in_long_texts() -> None:
    text = ("x" * 199_990) + "  public\n  diplomacy " + ("y" * 300_000) + " Public diplomacy"
    *_, hits = find_all(text, "public diplomacy")
    assert [text[at : at + 6].lower() for at in hits] == ["public", "public"]


def test_the_text_has_a_size_of_its_own(table) -> None:
    before = table.pane.view.surface.line_height
    table.pane.view.zoomed.emit(2)
    assert table.pane.view.surface.line_height > before
    assert table.pane.services.settings.number("article/scale") == pytest.approx(1.2)


def test_pasted_text_is_an_article_and_survives_beside_the_record(tables, record, qtbot) -> None:
    table = tables(record)
    mime = QMimeData()
    mime.setText("Bishkek hosted a meeting on water.")
    with qtbot.waitSignal(table.pane.suggesting.analysed):
        table.pane.articles.take_mime(mime)
    table.pane.focus_first()
    table.choose("water")
    table.keys.press(Qt.Key.Key_S)
    table.keys.press(Qt.Key.Key_S, CONTROL)
    close(table.window)
    again = tables(record)
    assert again.pane.text == "Bishkek hosted a meeting on water."
    assert any(mark.taken for mark in again.pane.view.marks.all)


def test_a_dropped_file_is_opened_beside_the_record(table: Table, tmp_path: Path) -> None:
    file = tmp_path / "dropped.txt"
    file.write_text("Almaty hosted a fair.")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    pane = table.pane
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    pane.dropEvent(event)
    assert pane.path == file
    assert pane.head.tabs.count() == 2
    pane.articles.close_article(1)
    assert pane.path is not None
    assert pane.path.name == "report.txt"


def test_letters_beyond_the_first_plane_keep_their_places(tables, record, tmp_path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("😀 A 😀 word and another 😀 word", encoding="utf-8")
    table = tables(record)
    view = table.read(file).view
    table.keys.press(Qt.Key.Key_End)
    assert view.cursor_.at == len(view.article.text)
    laid = view.surface.laid(0)
    for at in range(laid.length + 1):
        x = laid.x_of(at)
        assert laid.hit(QPointF(x, 5)) == at
    table.choose("another 😀 word")
    table.keys.press(Qt.Key.Key_S)
    assert "<topic>another 😀 word</topic>" in table.record()


def test_a_line_without_end_is_shown_in_pieces_that_lose_nothing() -> None:
    text = "word " * 5000 + "\n\n" + "x" * (3 * LONGEST)
    starts = (0, 25_001, 25_002)
    pieces = Pieces(text, starts)
    assert "".join(pieces.string(n) for n in range(len(pieces))) == text.replace("\n", "")
    assert all(pieces.ends[n] - pieces.starts[n] <= LONGEST for n in range(len(pieces)))
    assert all(pieces.starts[pieces.at(at)] <= at for at in range(0, len(text), 997))


@pytest.mark.parametrize("height", range(200, 230, 7))
def test_no_line_of_the_text_is_cut_at_the_lower_edge(qtbot, height: int) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(420, height)
    view.show()
    view.show_article(Article(FRENCH.replace(" une ", "\n\n") * 6))
    bar = view.verticalScrollBar()
    for value in (0, bar.maximum() // 3, bar.maximum()):
        bar.setValue(value)
        room = view.viewport().height() - TOP
        tops = [
            top + line * view.line_height
            for _, top, laid in view.surface.visible(room)
            for line in range(laid.lines() if laid.length else 0)
        ]
        cut = [top for top in tops if top < room < top + view.line_height]
        image = view.viewport().grab().toImage()
        ground = image.pixel(1, 1)
        below = range(TOP + int(min(cut, default=room)) + 1, image.height())
        assert not [y for y in below for x in range(image.width()) if image.pixel(x, y) != ground]


def test_a_text_from_right_to_left_stands_at_the_right_and_the_left_arrow_leads_on(qtbot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.show()
    view.show_article(Article("تاريخ بخارى\n\nThe history of Bukhara"))
    first, _, last = (view.surface.laid(piece) for piece in range(3))
    assert first.x_of(0) == pytest.approx(view.surface.width, abs=2)
    assert last.x_of(0) == 0
    for key, at in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Right, 1)):
        qtbot.keyClick(view, key)
        assert view.cursor_.at == at
    view.select(0, 0)
    qtbot.keyClick(view, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert view.selected() == "تاريخ"
    view.select(0, 0)
    for _ in range(12):  # over the empty line too
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.cursor_.at == 12
    view.go_to_line(3)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.article.text[view.cursor_.at] == "h"

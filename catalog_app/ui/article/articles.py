"""The articles that are open beside a record: opened, pasted, remembered, closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from catalog_app.article.extract import Unreadable
from catalog_app.article.text import Article
from catalog_app.session.opening import OpenError
from catalog_app.session.sentences import in_words
from catalog_app.ui.article.shelf import Opened, Reading, Shelf, pasted, remember, remembered
from catalog_app.ui.numbers import grouped

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane


class Articles(QObject):
    """Which articles are open, which one is in front, and what belongs to which record."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.shelf = Shelf()
        self.current: Opened | None = None
        pane.head.chosen.connect(self._on_head_chosen)
        pane.head.close_wanted.connect(self.close_article)
        pane.encoding_bar.chosen.connect(self.read_again)
        pane.session.saved.connect(self.remember)

    @property
    def path(self) -> Path | None:
        """The file of the article in front."""
        return self.current.path if self.current else None

    @property
    def key(self) -> str:
        """What the article in front is called in the traces; empty if none is open."""
        return self.current.key if self.current else ""

    def show_that_of(self, part: str) -> None:
        """Bring the article of a record to the front, if it has one of its own."""
        key = self.shelf.of_record.get(part)
        one = self.shelf.find(key) if key and key != self.key else None
        if one is not None:
            self.show(one)

    def begin(self) -> None:
        """Open what was open beside this record before."""
        self._pane.suggesting.clear()
        self._pane.passages.greet()
        path = self._pane.session.path
        known = remembered(self._pane.services.settings, path) if path else []
        for part, encoding, article in reversed(known):
            if article.is_file():
                if part:
                    self.shelf.of_record[part] = str(article)
                self.open_article(article, encoding)
        if not known:
            for source in list(self._pane.traces.sources.values()):
                self._open_source(source.path, source.encoding, source.text)

    def _open_source(self, path: Path | None, encoding: str, text: str) -> None:
        """Open an article again that only the marks beside the record's file remember."""
        if path is not None and path.is_file():
            self.open_article(path, encoding)
        elif text:
            self._shelve(pasted(text, self.tr("Pasted text")))

    def remember(self) -> None:
        if self._pane.session.path is not None:
            remember(self._pane.services.settings, self._pane.session.path, self.shelf, self.key)

    # ---- opening

    def open_article(self, path: Path, encoding: str = "") -> None:
        """Show a text beside the record; one that is open already comes to the front."""
        path = path.absolute()
        there = self.shelf.find(str(path))
        if there is not None and not encoding:
            self.show(there)
            return
        known = self._pane.traces.sources.get(str(path))
        reading = Reading(path, encoding or (known.encoding if known else ""))
        if reading.large:
            label = self.tr("Reading {0}").format(path.name)
            self._pane.services.jobs.run(label, reading, self._shelve, self._on_reading_failed)
            return
        try:
            self._shelve(reading(_silent))
        except (OpenError, Unreadable) as error:
            self._on_reading_failed(error)

    def _on_reading_failed(self, error: BaseException) -> None:
        if not isinstance(error, (OpenError, Unreadable)):
            raise error
        self._pane.said.say(in_words(str(error)), (), "error")

    def _shelve(self, one: Opened) -> None:
        self.shelf.put(one)
        record = self._pane.describing.record
        if record is not None and record.part not in self.shelf.of_record:
            self.shelf.of_record[record.part] = one.key
        source = self._pane.traces.source(one.key)
        source.encoding = one.chosen
        if one.path is None:
            source.text = one.article.text
        self.show(one)

    def show(self, one: Opened) -> None:
        """Bring an open article to the front."""
        self._leave()
        self.current = one
        self._pane.view.show_article(one.article, one.pieces)
        self._pane.view.select(*one.cursor)
        self._pane.view.verticalScrollBar().setValue(int(one.scrolled))
        self._pane.head.show_shelf(self.shelf.opened, self.shelf.opened.index(one))
        self._pane.head.say(*self._standing(one))
        self._pane.encoding_bar.ask(() if one.article.certain else one.article.candidates)
        self._pane.searching.close()
        self._pane.traces.place_in(one.key, one.article.text)
        self._pane.passages.show_marks()
        self._pane.passages.greet()
        self._pane.suggesting.begin(one)
        self._pane.read.emit()

    def _leave(self) -> None:
        """Remember where the reader was in the article that is left."""
        if self.current is not None:
            self.current.cursor = (self._pane.view.cursor_.mark, self._pane.view.cursor_.at)
            self.current.scrolled = self._pane.view.surface.value
        self._pane.suggesting.cancel()

    def _standing(self, one: Opened) -> tuple[str, ...]:
        lines, words = one.article.lines, one.words
        counted = (
            self.tr("{0} words").format(grouped(words)),
            self.tr("{0} lines").format(grouped(lines)),
        )
        unsure = "" if one.article.certain else "?"
        return (*counted, one.article.encoding.upper() + unsure)

    def read_again(self, encoding: str) -> None:
        """Read the article in front in another encoding."""
        if self.path is not None:
            self.open_article(self.path, encoding)
            self._pane.focus_first()

    def close_article(self, at: int) -> None:
        """Close one of the open articles; its marks stay with the record."""
        if not 0 <= at < len(self.shelf.opened):
            return
        gone, current = self.shelf.opened[at], self.current
        self.shelf.remove(at)
        if current is not None and gone is not current:
            self._pane.head.show_shelf(self.shelf.opened, self.shelf.opened.index(current))
            return
        self._leave()
        self.current = None
        if self.shelf.opened:
            self.show(self.shelf.opened[min(at, len(self.shelf.opened) - 1)])
        else:
            self._show_none()

    def _show_none(self) -> None:
        self._pane.view.show_article(Article(""))
        self._pane.head.show_shelf([], -1)
        self._pane.head.say()
        self._pane.encoding_bar.ask(())
        self._pane.suggesting.clear()
        self._pane.passages.greet()

    def _on_head_chosen(self, at: int) -> None:
        if 0 <= at < len(self.shelf.opened) and self.shelf.opened[at] is not self.current:
            self.show(self.shelf.opened[at])

    def take_mime(self, mime: QMimeData) -> None:
        """Open what was pasted or dropped: files, or text as an article of its own."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        for file in files:
            self.open_article(file)
        if not files and mime.hasText() and mime.text().strip():
            self._shelve(pasted(mime.text(), self.tr("Pasted text")))


def _silent(_share: float) -> None:
    """Nobody waits for the progress of a short text."""

"""Finding words in the article, in slices, and stepping through the hits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.session.jobs import Job
from catalog_app.ui.article.search_bar import find_all

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane

_LONGEST = 60


class Searching(QObject):
    """The search bar's work."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane, self._view, self._bar = pane, pane.view, pane.search
        self._job: Job | None = None
        self._bar.asked.connect(self._on_bar_asked)
        self._bar.stepped.connect(self._on_bar_stepped)
        self._bar.line_wanted.connect(self._view.go_to_line)
        self._bar.closed.connect(self.close)

    def open(self) -> None:
        """Search in the article, beginning with what is selected."""
        start, end = self._view.selection()
        short = end - start < _LONGEST
        self._bar.open(text=" ".join(self._view.selected().split()) if short else "")

    def open_line(self) -> None:
        """Go to a line of the article."""
        self._bar.open(going=True)

    def close(self) -> None:
        """Close the search and go back to the text."""
        focused = self._pane.window().focusWidget()
        had_focus = focused is not None and self._bar.isAncestorOf(focused)
        self._bar.hide()
        self._view.set_hits([], 0)
        if had_focus:
            self._pane.focus_first()

    def cancel(self) -> None:
        """Stop what is being searched."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_bar_asked(self, wanted: str) -> None:
        self.cancel()
        if not wanted.strip():
            self._on_found(wanted, [])
            return
        steps = find_all(self._pane.text, wanted)
        self._job = self._pane.services.jobs.slices("", steps, partial(self._on_found, wanted))
        self._job.finished.connect(self._on_job_finished)

    def _on_job_finished(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _on_found(self, wanted: str, hits: list[int]) -> None:
        self._view.set_hits(hits, len(wanted.strip()))
        start = self._view.selection()[0]
        self._go_to(next((n for n, at in enumerate(hits) if at >= start), 0))

    def _on_bar_stepped(self, by: int) -> None:
        if self._view.hits:
            self._go_to((self._view.current_hit + by) % len(self._view.hits))

    def _go_to(self, number: int) -> None:
        view, hits = self._view, self._view.hits
        view.current_hit = number if hits else -1
        self._bar.say(number, len(hits))
        if hits:
            at = hits[number]
            shown = view.surface.y_of(at, view.viewport().height() - view.surface.line_height)
            view.select(at, at + view.hit_length, at=-1.0 if shown is not None else 0.3)

"""The suggestions for the article in front: computed in slices, compared, taken, dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article
from catalog_app.session.analysing import Analysing
from catalog_app.session.sentences import in_words
from catalog_app.ui.article import menus
from catalog_app.ui.article.marks import Mark
from catalog_app.ui.article.shelf import Opened
from catalog_app.ui.article.suggestion_model import SUGGESTION, kind_title

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane

_WAIT = 120


class Suggesting(QObject):
    """Analyses an article out of the window's way and keeps the list; `analysed()` at the end."""

    analysed = Signal()

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane, self._lower = pane, pane.lower
        self._analysing: Analysing | None = None
        self._one: Opened | None = None
        self._focus_when_there = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT)
        self._connect()

    def _connect(self) -> None:
        rows, lower = self._lower.list, self._lower
        self._later.timeout.connect(self.compare)
        rows.entered.connect(self._on_list_entered)
        rows.deleted.connect(self.dismiss)
        rows.moved.connect(self.explain)
        rows.menu_wanted.connect(self._on_list_menu_wanted)
        rows.escaped.connect(self._pane.focus_first)
        lower.delegate.taken.connect(self.accept)
        lower.delegate.dismissed.connect(self.dismiss)
        lower.all_of.clicked.connect(self._on_all_of_clicked)
        lower.cancel_wanted.connect(self.cancel)

    # ---- analysing

    def begin(self, one: Opened) -> None:
        """Analyse an article, or show again what was found in it."""
        model, lower = self._lower.suggestions, self._lower
        if one.suggestions is not None:
            model.show(one.article, one.suggestions)
            self.compare()
            self.analysed.emit()
            return
        model.show(one.article, [])
        lower.say_empty(self.tr("Reading the text for suggestions…"))
        self._one = one
        work = self._analysing = Analysing(self._pane.services.jobs, one.article, self)
        label = self.tr("Analysing {0}").format(one.name) if work.long else ""
        lower.show_progress(0.0 if work.long else None)
        work.early.connect(self._offer)
        work.done.connect(self._on_work_done)
        work.noted.connect(self._on_work_noted)
        work.failed.connect(self._on_work_failed)
        work.progressed.connect(self._on_work_progressed)
        work.ended.connect(self._forget)
        work.start(label, self._pane.describing.known())

    def cancel(self) -> None:
        """Stop the analysis; what was suggested of the first part stays."""
        if self._analysing is not None:
            self._analysing.cancel()
            self._forget()
            self._lower.say_empty(self.tr("The analysis was stopped."))

    def clear(self) -> None:
        """Suggest nothing: no article is open."""
        self._lower.suggestions.show(Article(""), [])
        words = self.tr("Titles, names, places, dates and topics of a text are offered here.")
        self._lower.say_empty(words)

    def _forget(self) -> None:
        if self._analysing is not None:
            self._analysing.deleteLater()
            self._analysing = None
        self._lower.show_progress(None)

    def _on_work_progressed(self, share: float) -> None:
        if self._lower.progress.isVisibleTo(self._lower):
            self._lower.show_progress(share)

    def _on_work_failed(self, error: BaseException) -> None:
        self._lower.say_empty(self.tr("The text could not be analysed."))
        raise error

    def _on_work_noted(self, note: str) -> None:
        self._pane.said.say(in_words(note), (), "error")

    def _on_work_done(self, found: list[Suggestion]) -> None:
        if self._one is not None:
            self._one.suggestions = list(found)
        self._lower.say_empty(self.tr("Nothing more is suggested."))
        self._offer(found)
        self.analysed.emit()

    def _offer(self, found: list[Suggestion]) -> None:
        """Show suggestions, with the same row current as before."""
        row = self._lower.list.row
        current = self.suggestion(row) if row >= 0 else None
        self._lower.suggestions.take(self._pane.article, found)
        self.compare()
        if current is not None:
            self._lower.list.go(self._lower.suggestions.row_like(current))
        if self._focus_when_there and self._lower.suggestions.rows:
            self.focus()

    # ---- comparing

    def compare_later(self) -> None:
        """Compare with the record once it has come to rest."""
        self._later.start()

    def compare(self) -> None:
        """Leave out of the suggestions what the record says by now."""
        self._later.stop()
        pane, rows = self._pane, self._lower.list
        if not pane.key:
            return
        row, focused = rows.row, rows.hasFocus()
        dismissed = pane.traces.source(pane.key).dismissed
        self._lower.suggestions.compare(pane.describing.known(), dismissed)
        if focused and rows.row < 0:
            rows.go(row)
        pane.passages.show_marks()
        pane.checking.refresh()

    # ---- the list

    def focus(self) -> None:
        """Put the focus in the list, as soon as there is something in it."""
        rows = self._lower.list
        self._focus_when_there = not self._lower.suggestions.rows
        if not self._focus_when_there:
            self._pane.checking.show(False)
            rows.go(max(0, rows.row))
            rows.setFocus()

    def suggestion(self, row: int) -> Suggestion | None:
        """The suggestion in a row."""
        found = self._lower.suggestions.index(row, 0).data(SUGGESTION)
        return found if isinstance(found, Suggestion) else None

    def accept(self, row: int, which: int = 0) -> None:
        """Take a suggestion into the record; the next one becomes the current row."""
        one, pane = self.suggestion(row), self._pane
        if one is None:
            return
        made = pane.describing.accept(pane.key, pane.article, one, pane, which)
        if made is not None:
            pane.passages.tell(made)
            self._stay(row)

    def accept_kind(self, kind: str) -> None:
        """Take all suggestions of a kind as one edit."""
        pane, found = self._pane, self._lower.suggestions.of_kind(kind)
        if not found:
            return
        row = self._lower.suggestions.rows.index(found[0])
        count = pane.describing.accept_all(pane.key, pane.article, found, pane)
        self.compare()
        words = self.tr("{0}: {1} added.").format(kind_title(kind), count)
        pane.said.say(words, ((self.tr("Undo"), self._undo),) if count else (), "label")
        self._stay(row)

    def _undo(self) -> None:
        self._pane.session.undo_stack.undo()
        self._pane.focus_first()

    def dismiss(self, row: int) -> None:
        """Put a suggestion away for good."""
        one = self.suggestion(row)
        if one is not None:
            self._pane.traces.dismiss(self._pane.key, one.kind, one.label)
            self.compare()
            self._stay(row)

    def dismiss_kind(self, kind: str) -> None:
        """Put all suggestions of a kind away."""
        for one in self._lower.suggestions.of_kind(kind):
            self._pane.traces.dismiss(self._pane.key, one.kind, one.label)
        self.compare()

    def recall(self) -> None:
        """Show again what was put away."""
        self._pane.traces.recall(self._pane.key)
        self.compare()

    def _stay(self, row: int) -> None:
        """Keep a current row where the last one was."""
        if self._lower.suggestions.rows:
            self._lower.list.go(row)
        else:
            self._pane.focus_first()

    def explain(self, row: int) -> None:
        """Give the reason for a suggestion, and show its passages."""
        one = self.suggestion(row) if row >= 0 else None
        if one is None:
            self._lower.say_reason("")
            self._lower.offer_all("")
            return
        count = len(self._lower.suggestions.of_kind(one.kind))
        title = kind_title(one.kind).lower()
        words = self.tr("Add all {0}: {1}").format(count, title) if count > 1 else ""
        self._lower.offer_all(words)
        self._lower.say_reason(
            " ".join(in_words(part) for part in (one.reason, one.shaped.note) if part)
        )
        self._pane.view.point_out([Mark(*span, one.kind, False, one) for span in one.passages[:40]])

    def _on_list_entered(self, row: int, all_of_kind: bool) -> None:
        one = self.suggestion(row)
        if one is not None and all_of_kind:
            self.accept_kind(one.kind)
        elif one is not None:
            self.accept(row)

    def _on_all_of_clicked(self) -> None:
        self._on_list_entered(self._lower.list.row, True)

    def _on_list_menu_wanted(self, row: int, spot: QPoint) -> None:
        one = self.suggestion(row)
        if one is not None:
            menus.suggestion_menu(self._pane, row, one).popup(spot)

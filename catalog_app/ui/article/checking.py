"""The other way: what the article says of the record's statements."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from catalog_app.article.support import Statement, Support, supported
from catalog_app.document.address import parse_address
from catalog_app.session.analysing import SHORT, judged
from catalog_app.session.jobs import Job
from catalog_app.session.sentences import in_words
from catalog_app.ui.article.marks import Mark

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane


_FEW = 60  # statements are judged at once


class Checking(QObject):
    """Shows which statements the article supports, in the place of the suggestions."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane, self._lower = pane, pane.lower
        self._job: Job | None = None
        self._asked: list[Statement] = []
        self._key = ""
        self._judged: dict[Statement, Support] = {}
        rows = self._lower.check_list
        self._lower.check_wanted.connect(self.turn)
        rows.moved.connect(self._on_list_moved)
        rows.entered.connect(self._on_list_entered)
        rows.clicked.connect(self._on_list_clicked)
        rows.escaped.connect(pane.focus_first)

    def turn(self, checking: bool) -> None:
        """Show the check or the suggestions, with the focus in the list."""
        self.show(checking)
        if self._lower.current_list.model().rowCount():
            self._lower.current_list.setFocus()

    def show(self, checking: bool) -> None:
        """Show the check, or the suggestions again."""
        if checking != self._lower.checking:
            self._lower.show_checks(checking)
        self.refresh()

    def refresh(self) -> None:
        """Check again, if that is what is shown."""
        if not self._lower.checking:
            return
        statements = self._pane.describing.statements()
        if len(self._pane.text) <= SHORT and len(statements) <= _FEW:
            self._show(list(supported(self._pane.article, statements)))
        else:
            self._look_up(statements)

    def _show(self, found: list[Support]) -> None:
        row = self._lower.check_list.row
        self._lower.checks.show(found)
        if not self._lower.checks.rows and self._job is None:
            self._lower.say_empty(self.tr("The record says nothing yet."))
        if row >= 0:
            self._lower.check_list.go(row)

    # ---- long texts: every statement is judged once, beside the window's work

    def _look_up(self, statements: list[Statement]) -> None:
        if self._key != self._pane.key:
            self._stop()
            self._key, self._judged, self._asked = self._pane.key, {}, []
        missing = [one for one in statements if one[2].strip() and one not in self._judged]
        if missing != self._asked:
            self._ask(missing)
        self._show([self._judged[one] for one in statements if one in self._judged])

    def _ask(self, missing: list[Statement]) -> None:
        self._stop()
        self._asked = missing
        if missing:
            self._lower.say_empty(self.tr("Checking the record against the whole text…"))
            work = partial(judged, self._pane.article, missing)
            label = self.tr("Checking the record against the text")
            jobs = self._pane.services.jobs
            self._job = jobs.run(label, work, self._on_judged)
            self._job.finished.connect(self._on_job_finished)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_judged(self, found: list[Support]) -> None:
        self._judged |= dict(zip(self._asked, found, strict=True))

    def _on_job_finished(self) -> None:
        job = self._job
        if job is None or self.sender() is not job:
            return
        self._job = None
        if job.cancelled or job.failed:  # what was asked is not asked again by itself
            self._lower.say_empty(self.tr("The check was stopped."))
        else:
            self._asked = []
            self.refresh()

    def _on_list_moved(self, row: int) -> None:
        if 0 <= row < len(self._lower.checks.rows):
            one = self._lower.checks.rows[row]
            self._lower.say_reason(in_words(one.reason))
            self._pane.view.point_out([Mark(*span, "topic") for span in one.passages])

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._on_list_entered(index.row(), False)

    def _on_list_entered(self, row: int, _shifted: bool) -> None:
        if 0 <= row < len(self._lower.checks.rows):
            address = parse_address(self._lower.checks.rows[row].address)
            self._pane.session.go_to(address, None)

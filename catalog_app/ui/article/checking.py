"""The other way: what the article says of the record's statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from catalog_app.article.support import supported
from catalog_app.article.text import Article
from catalog_app.document.address import parse_address
from catalog_app.session.sentences import in_words
from catalog_app.ui.article.marks import Mark
from catalog_app.ui.article.shelf import LARGE

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane


class Checking(QObject):
    """Shows which statements the article supports, in the place of the suggestions."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane, self._lower = pane, pane.lower
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
        row, whole = self._lower.check_list.row, self._pane.article
        article = whole if len(whole.text) <= LARGE else Article(whole.text[:LARGE])
        self._lower.checks.show(supported(article, self._pane.describing.statements()))
        if not self._lower.checks.rows:
            self._lower.say_empty(self.tr("The record says nothing yet."))
        if row >= 0:
            self._lower.check_list.go(row)

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

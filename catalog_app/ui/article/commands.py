"""What the menus and the search of all actions ask of the pane of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from catalog_app.ui.article.pane import ArticlePane
    from catalog_app.ui.desk import Desk


class ArticleCommands(QObject):
    """Brings the article to the front, and works there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def _pane(self) -> ArticlePane:
        self._desk.go_article()
        return self._desk.pane("article")

    def find(self) -> None:
        """Search in the text."""
        self._pane().open_search()

    def go_to_line(self) -> None:
        """Ask for a line to go to."""
        self._pane().open_line()

    def paste(self) -> None:
        """Take the text of the clipboard as an article."""
        self._pane().view.paste()

    def recall(self) -> None:
        """Show again the suggestions that were dismissed."""
        pane = self._pane()
        if pane.key:
            pane.suggesting.recall()

"""The article beside the record: what is open, and the parts that read and describe it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from catalog_app.article.text import Article
from catalog_app.document.address import Address
from catalog_app.document.edit import Change
from catalog_app.session.describing import Describing
from catalog_app.session.session import Session
from catalog_app.session.traces import Traces
from catalog_app.ui.article import menus
from catalog_app.ui.article.articles import Articles
from catalog_app.ui.article.attaching import Attaching
from catalog_app.ui.article.checking import Checking
from catalog_app.ui.article.encoding_bar import EncodingBar
from catalog_app.ui.article.head import Head
from catalog_app.ui.article.legend import Legend
from catalog_app.ui.article.lower import Lower
from catalog_app.ui.article.mouse import PASSAGE
from catalog_app.ui.article.passages import Passages
from catalog_app.ui.article.said import SaidLine
from catalog_app.ui.article.search_bar import SearchBar
from catalog_app.ui.article.searching import Searching
from catalog_app.ui.article.suggesting import Suggesting
from catalog_app.ui.article.text_view import TextView
from catalog_app.ui.article.upper import Upper
from catalog_app.ui.look import role
from catalog_app.ui.services import Services

_SMALLEST, _LARGEST, _STEP = 0.8, 3.0, 0.1


class ArticlePane(QWidget):
    """The text, the keys that make fields of it, and what is suggested.

    `read()` when an article is shown. `passages`, `suggesting`, `checking` and `searching` do the
    work; `view`, `lower`, `search`, `legend`, `said` and `head` are what one sees.
    """

    read = Signal()

    def __init__(self, session: Session, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.services = session, services
        self._part = session.place.part if session.place else ""
        self.traces = Traces(session, self)
        self.describing = Describing(session, self.traces, self)
        self._lay_out()
        self.passages, self.suggesting = Passages(self), Suggesting(self)
        self.checking, self.searching = Checking(self), Searching(self)
        self.attaching, self.articles = Attaching(self), Articles(self)
        self._connect()
        self.articles.begin()

    # ---- layout

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.head, self.search, self.encoding_bar = Head(), SearchBar(), EncodingBar()
        self.view, self.said, self.legend = TextView(), SaidLine(), Legend()
        self.lower = Lower()
        bars = self.head, self.search, self.encoding_bar
        upper = role(Upper(bars, self.view, self.said, self.legend), "pane")
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(upper)
        self._split.addWidget(self.lower)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([500, 170])
        self._split.restoreState(self.services.settings.blob("article/split"))
        self.setMinimumWidth(260)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self.said.follow(self.view)
        self.view.set_scale(self.services.settings.number("article/scale", 1.0))

    def _connect(self) -> None:
        self.session.changed.connect(self._on_session_changed)
        self.session.place_changed.connect(self._on_session_place_changed)
        self.view.menu_wanted.connect(self._on_view_menu_wanted)
        self.view.pasted.connect(self.articles.take_mime)
        self.view.zoomed.connect(self._on_view_zoomed)
        self.head.search_wanted.connect(self.searching.open)
        self.head.size_wanted.connect(self._on_head_size_wanted)
        self.head.menu_wanted.connect(self._on_head_menu_wanted)

    # ---- what is asked from outside

    @property
    def path(self) -> Path | None:
        """The file of the article in front."""
        return self.articles.path

    @property
    def key(self) -> str:
        """What the article in front is called in the traces; empty if none is open."""
        return self.articles.key

    @property
    def article(self) -> Article:
        """The article in front."""
        return self.view.article

    @property
    def text(self) -> str:
        """What is shown."""
        return self.article.text

    @property
    def follows(self) -> bool:
        """Whether the focus goes to the field that was made."""
        return self.services.settings.flag("article/follow")

    def toggle_follow(self) -> None:
        """Let the focus go to the field that is made, or stay in the text."""
        self.services.settings.keep("article/follow", not self.follows)

    def choose(self) -> None:
        """Ask for a text."""
        action = self.services.actions.get("open_article")
        if action is not None:
            action.trigger()

    def focus_first(self) -> None:
        """Put the focus in the text."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_suggestions(self) -> None:
        """Put the focus in the suggestions, as soon as there are any."""
        self.suggesting.focus()

    def open_search(self) -> None:
        """Search in the article."""
        self.searching.open()

    def open_line(self) -> None:
        """Go to a line of the article."""
        self.searching.open_line()

    def attach(self) -> None:
        """Attach the article in front to the package."""
        self.attaching.attach()

    def turn_check(self) -> None:
        """Check the record against the article, or go back to the suggestions."""
        self.checking.turn(not self.lower.checking)

    def stop(self) -> None:
        """End what is under way, and remember what is open."""
        self.suggesting.cancel()
        self.searching.cancel()
        self.articles.remember()
        self.services.settings.keep("article/split", self._split.saveState())
        if self.session.undo_stack.isClean():
            self.traces.write()

    def open_article(self, path: Path, encoding: str = "") -> None:
        """Show a text beside the record."""
        self.articles.open_article(path, encoding)

    # ---- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text from elsewhere."""
        mime = event.mimeData()
        if (mime.hasUrls() or mime.hasText()) and not mime.hasFormat(PASSAGE):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        event.acceptProposedAction()
        self.articles.take_mime(event.mimeData())

    # ---- following the session

    def _on_session_changed(self, change: Change) -> None:
        self.suggesting.compare_later()
        if change.kind != "edit":
            self.passages.greet()

    def _on_session_place_changed(self, address: Address, origin: object) -> None:
        if address is None:
            return
        if address.part != self._part:  # within a record the text in front stays
            self._part = address.part
            self.articles.show_that_of(address.part)
        self.suggesting.compare_later()
        self.passages.point_out_place(scroll=origin is not self)

    # ---- size, keys and menus

    def _on_view_zoomed(self, steps: int) -> None:
        scale = self.services.settings.number("article/scale", 1.0) + steps * _STEP
        self.set_scale(min(_LARGEST, max(_SMALLEST, round(scale, 2))))

    def set_scale(self, scale: float) -> None:
        """Show the text in a size of its own."""
        self.services.settings.keep("article/scale", scale)
        self.view.set_scale(scale)
        self.services.tell(self.tr("Article text at {0} %").format(round(scale * 100)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the pane as a whole."""
        call = menus.PANE_KEYS.get((event.key(), event.modifiers()))
        if call is None:
            super().keyPressEvent(event)
        else:
            getattr(self, call)()

    def event(self, event: QEvent) -> bool:
        """Claim the pane's own keys before the window's shortcuts."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and (event.key(), event.modifiers()) in menus.PANE_KEYS:
            event.accept()
            return True
        return super().event(event)

    def _on_view_menu_wanted(self, spot: QPoint) -> None:
        menus.text_menu(self).popup(spot)

    def _on_head_menu_wanted(self, spot: QPoint) -> None:
        menus.pane_menu(self).popup(spot)

    def _on_head_size_wanted(self, spot: QPoint) -> None:
        menus.size_menu(self).popup(spot)

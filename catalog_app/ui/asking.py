"""The bar that asks what becomes of links when something goes that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from catalog_app.document.removing import Removal
from catalog_app.session.jobs import Jobs
from catalog_app.session.removals import Removals
from catalog_app.session.session import Session
from catalog_app.ui.bars import Notice, NoticeBar
from catalog_app.ui.typing_on import TypingOn, type_into

_KEY, _NAMED = "removal", 3
_TYPED_IN = (QLineEdit, QPlainTextEdit)


class Asking(QObject):
    """Says in a bar what points at what is to be removed, and offers the ways to go on.

    The focus goes to the first of them and comes back; Esc leaves everything as it is, and so
    does any other edit, or who comes from a field and types on.
    """

    def __init__(self, session: Session, jobs: Jobs, bar: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._before: QWidget | None = None
        self._removals = Removals(session, jobs, self)
        self._removals.asked.connect(self._on_asked)
        session.changed.connect(self._on_session_changed)
        bar.closed.connect(self._on_bar_closed)

    def _on_asked(self, removal: Removal, answer: Callable[[bool], None]) -> None:
        choices = (
            (self.tr("Remove with the &links"), partial(self._go, answer, True)),
            (self.tr("Remove, &keep the links"), partial(self._go, answer, False)),
            (self.tr("&Cancel"), self._come_back),
        )
        self._before = QApplication.focusWidget()
        self._bar.tell(Notice(_KEY, self._words(removal), choices))
        if self._bar.buttons:
            first = self._bar.buttons[0]
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(self._before, _TYPED_IN):
                TypingOn(first).typed.connect(self._on_typed)

    def _on_typed(self, text: str) -> None:
        """What is typed goes into the field that the user comes from; nothing is removed."""
        before = self._before
        self._bar.close_current()
        if before is not None and isValid(before):
            type_into(before, text)

    def _words(self, removal: Removal) -> str:
        places = removal.names(_NAMED + 1)
        named = ", ".join(f"“{place}”" for place in places[:_NAMED])
        if len(places) > _NAMED:
            named = self.tr("{0} and others").format(named)
        number = removal.number
        if len(removal.pointing) == 1:
            words = self.tr("%n link(s) lead(s) to “{0}”: from {1}.", "", number)
            return words.format(next(iter(removal.pointing)), named)
        words = self.tr("%n link(s) lead(s) to what is to be removed: from {0}.", "", number)
        return words.format(named)

    def _go(self, answer: Callable[[bool], None], links: bool) -> None:
        self._come_back()
        answer(links)

    def _come_back(self) -> None:
        """Give the focus back to where it was."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bar_closed(self, key: str) -> None:
        if key == _KEY:
            self._come_back()

    def _on_session_changed(self, _change: object) -> None:
        self._bar.withdraw(_KEY)

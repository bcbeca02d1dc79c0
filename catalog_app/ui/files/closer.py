"""Closing documents and the window, with one question for all that is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.ui.files import questions

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow


class Closer(QObject):
    """Asks before anything is lost, and then closes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asking = False

    def close_current(self) -> None:
        """Close the document in front."""
        if self._window.desk is not None:
            self.close_desks([self._window.desk], lambda: None)

    def close_desk(self, desk: Desk) -> None:
        """Close the document of a tab."""
        self.close_desks([desk], lambda: None)

    def close_desks(self, desks: list[Desk], then: object) -> None:
        """Close documents and go on, unless the user cancels; what is being typed counts."""
        for desk in desks:
            desk.settle()
        unsaved = [desk for desk in desks if not desk.saved]
        if not unsaved:
            self._close(desks, then)
        elif not self._asking:
            self._ask(unsaved, desks, then)

    def _ask(self, unsaved: list[Desk], desks: list[Desk], then: object) -> None:
        self._asking = True
        self._window.show_desk(unsaved[0])
        names = [desk.session.title for desk in unsaved]
        if len(names) == 1:
            text = self.tr("Save the changes to {0}?").format(names[0])
        else:
            text = self.tr("Save the changes to these {0} documents?").format(len(names))
        more = "\n".join(names) if len(names) > 1 else self.tr("They are lost otherwise.")
        questions.ask(
            self._window,
            text,
            more,
            (
                ("save", self.tr("&Save"), questions.SAVE),
                ("discard", self.tr("&Discard"), questions.DISCARD),
                ("", self.tr("Cancel"), questions.CANCEL),
            ),
            lambda answer: self._answered(answer, unsaved, desks, then),
        )

    def _answered(self, answer: str, unsaved: list[Desk], desks: list[Desk], then: object) -> None:
        self._asking = False
        if answer == "discard":
            self._close(desks, then)
        elif answer == "save":
            self._window.saver.save_many(
                unsaved, lambda saved: self._close(desks, then) if saved else None
            )

    def _close(self, desks: list[Desk], then: object) -> None:
        for desk in desks:
            self._window.remove_desk(desk)
        then()

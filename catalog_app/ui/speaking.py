"""Another language: every word of the window is said again over the same documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from catalog_app.document.template import Template
from catalog_app.schema.load import load
from catalog_app.schema.vocabulary_labels import translations
from catalog_app.session.commands import EditCommand
from catalog_app.ui import actions as table
from catalog_app.ui.services import Services
from catalog_app.ui.turns import Act, Turns, UnseenTurns

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow


class Speaking(QObject):
    """Says everything anew when another language is chosen, in turns that are short.

    Actions are renamed in their places. Menus, the start page and the panes of every document
    are made anew; the documents with their history and what is not saved stay as they are.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._front, self._behind = UnseenTurns(self), Turns(self)

    def again(self) -> None:
        """Say everything in the language that the settings name now."""
        window = self._window
        language = window.services.speak()
        if language == window.services.language:
            return
        window.services = replace(window.services, language=language)
        table.say_again(window.actions_by_id, window.services.settings)
        for step in (partial(_learn, language), window.make_again):
            self._front.later(step)
        desks = sorted(window.desks(), key=lambda desk: desk is not window.desk)
        if desks:
            self._front.later(partial(self._go_through, desks, self._front))

    def _go_through(self, desks: list[Desk], turns: Turns) -> None:
        """Exchange one desk after the other; only the first is waited for by who looks on."""
        desk, *others = desks
        for step in self._exchange(desk) if self._is_there(desk) else ():
            turns.later(step)
        if others:
            rest = partial(self._go_through, others, self._behind)
            turns.later(partial(self._behind.later, rest))

    def _exchange(self, desk: Desk) -> Iterator[Act]:
        """Put another desk in the place of one; what then fills it with what the old one had."""
        session = desk.session
        _name_again(session.undo_stack)
        place, template, drafts = session.place, desk.form.template, _drafts(desk)
        article = getattr(desk.pane_if_made("article"), "path", None)
        fresh = self._window.exchange_desk(desk)

        def settle() -> None:
            fresh.choose_template(_in_words(template, self._window.services))
            if drafts:
                fresh.pane("xml").drafts.update(drafts)
            if place is not None and session.document.anchor(place.part):
                session.go_to(place, origin=fresh)

        steps = [fresh.begin, settle]
        if article is not None:
            steps.append(partial(fresh.open_article, article))
        for step in steps:
            yield partial(self._if_there, fresh, step)

    def _if_there(self, desk: Desk, step: Act) -> None:
        if self._is_there(desk):
            step()

    def _is_there(self, desk: Desk) -> bool:
        """Whether a document has not been closed meanwhile."""
        return isValid(desk) and desk in self._window.desks()


def _learn(language: str) -> None:
    """Read the words of fields and codes in a turn of their own: the form has enough to do."""
    load("mods", language)
    translations(language)


def _name_again(stack: QUndoStack) -> None:
    for index in range(stack.count()):
        command = stack.command(index)
        if isinstance(command, EditCommand):
            command.name()


def _drafts(desk: Desk) -> dict[object, object]:
    pane = desk.pane_if_made("xml")
    return dict(pane.drafts) if pane is not None else {}


def _in_words(template: Template | None, services: Services) -> Template | None:
    """The same template with its titles and hints in the language of now."""
    offered = services.templates(services.language) if template else []
    return next((one for one in offered if template and one.id == template.id), None)

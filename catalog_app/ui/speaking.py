"""Another language, at once: every word of the window is said again over the same documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack

from catalog_app.document.template import Template
from catalog_app.session.commands import EditCommand
from catalog_app.ui import actions as table
from catalog_app.ui.services import Services

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow


def speak_again(window: MainWindow) -> None:
    """Say everything in the language that the settings name now.

    Actions are renamed in their places. Menus, the start page and the panes of every document
    are made anew; the documents with their history and what is not saved stay as they are.
    """
    language = window.services.speak()
    if language == window.services.language:
        return
    window.services = replace(window.services, language=language)
    table.say_again(window.actions_by_id, window.services.settings)
    window.make_again()
    front = window.desk
    for desk in window.desks():
        fresh = _made_again(window, desk)
        front = fresh if desk is front else front
    if front is not None:
        window.show_desk(front)


def _made_again(window: MainWindow, desk: Desk) -> Desk:
    """Another desk for the document of one, at the same place and with the same panes."""
    session, services = desk.session, window.services
    _name_again(session.undo_stack)
    place, template, drafts = session.place, desk.form.template, _drafts(desk)
    fresh = window.exchange_desk(desk)
    fresh.choose_template(_in_words(template, services))
    if drafts:
        fresh.pane("xml").drafts.update(drafts)
    if place is not None and session.document.anchor(place.part):
        session.go_to(place, origin=fresh)
    return fresh


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

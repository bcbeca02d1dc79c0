"""One open document with its undo history and the place that has the focus."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from catalog_app.document.address import Address
from catalog_app.document.begun import Begun
from catalog_app.document.document import Document
from catalog_app.document.edit import Change, Edit, EditError
from catalog_app.document.standards import why_only_shown
from catalog_app.lossless.save import ChangedOnDisk, HardLinked, ReadOnly, SaveError, holds
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.session.commands import EditCommand
from catalog_app.session.saving import Saving
from catalog_app.session.sentences import in_words

__all__ = ["ChangedOnDisk", "HardLinked", "ReadOnly", "SaveError", "Session"]


class Asks(Protocol):
    """Who asks the user before something goes that others point at."""

    def waits(self, edit: Edit, origin: object) -> bool:
        """Whether a removal is done only later, when the user has answered."""

    def ask(self, removal: object, answer: Callable[[bool], None]) -> None:
        """Ask whether the links go too; the answer does it."""


class Session(QObject):
    """A document, where it is kept, what was done to it, and where the user is.

    `changed(Change)` after every edit, undo and redo (`Change.kind` tells which); `refused(str)`
    when an edit could not be made; `place_changed(Address, origin)` when the focus moves;
    `saved()` after a save; `path_changed()` when the file has another name.
    """

    changed = Signal(object)
    refused = Signal(str)
    place_changed = Signal(object, object)
    saved = Signal()
    path_changed = Signal()

    def __init__(
        self, document: Document, path: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document, self.path = document, path
        self.undo_stack = QUndoStack(self)
        self.place: Address | None = None
        self.written: Iterable[bytes] | None = None
        #: The id of the template that says what kind of resource this is, if the user chose one.
        self.kind = ""
        #: Whether this is a new record in which nothing has been typed yet.
        self.untouched = False
        #: The folder that a new document was made for, until it is saved in one.
        self.meant_for: Path | None = None
        #: Who asks before something goes that others point at.
        self.asks: Asks | None = None
        self._turn = 0
        self._undoing = False
        self._origin: object = None
        #: What typing in empty fields has made, to be taken back if it is left empty.
        self.begun = Begun()
        self._only_shown = why_only_shown(document)

    @property
    def title(self) -> str:
        """The file's name, or what a new document is called."""
        if self.path is None:
            return in_words("Untitled")
        return os.fsdecode(os.fsencode(self.path.name))

    @property
    def folder(self) -> Path | None:
        """The folder that relative locations are meant from; None while it is not known."""
        return self.path.parent if self.path else self.meant_for

    @property
    def read_only(self) -> str:
        """Why the document cannot be edited, or an empty string."""
        return self.document.obstacle or self._only_shown

    @property
    def clean(self) -> bool:
        """Whether everything is saved."""
        return self.undo_stack.isClean() and self.path is not None

    def perform(self, edit: Edit | None, origin: object = None) -> bool:
        """Do an edit and remember it for undo; False if there was nothing to do or it failed.

        While something is undone nothing else is done.
        """
        if edit is None:
            return False
        if self.read_only:
            self.refused.emit(f"This file cannot be edited: {self.read_only}.")
            return False
        if self._undoing:
            return False
        if edit.removes is not None and self.asks is not None and self.asks.waits(edit, origin):
            return False
        try:
            change = self.document.apply(edit, origin)
        except EditError as error:
            self.refused.emit(str(error))
            return False
        self.untouched = False
        self.begun.follow(self.document, edit)
        # On the stack before anybody hears of it: who answers with an edit comes behind this one.
        self.undo_stack.push(EditCommand(edit, self._again, self._turn))
        self.changed.emit(change)
        return True

    def _again(self, edit: Edit, kind: str) -> None:
        """Take an edit back or do it once more, inside the stack's own call.

        Meanwhile nothing may be performed: a field that loses the focus because another is shown
        may want to, and a push would delete the very command that is being undone.
        """
        change: Change = self.document.apply(edit)
        self.begun.follow(self.document, edit)
        self._turn += 1
        self._undoing = True
        try:
            if self._origin is not None:
                change = replace(change, origin=self._origin)
            else:
                change = replace(change, kind=kind)
            self.changed.emit(change)
        finally:
            self._undoing = False

    def take_back(self, address: Address, origin: object = None) -> bool:
        """Leave no trace of what was typed in an empty field, if that is the last that was done."""
        stack = self.undo_stack
        command = stack.command(stack.index() - 1) if stack.index() else None
        if self._undoing or not isinstance(command, EditCommand):
            return False
        if command.edit.begins is None or command.edit.address != address:
            return False
        command.vanishes = True
        self._origin = origin
        try:
            stack.undo()
        finally:
            self._origin = None
        return True

    def mark_unsaved(self) -> None:
        """Say that the document differs from its file although nothing was edited here."""
        self.undo_stack.resetClean()

    def on_disk(self, path: Path | None = None) -> bool:
        """Whether the file holds what was last read from it or written to it."""
        target = path or self.path
        expected = self.written or self.document.as_read()
        return target is not None and holds(target, expected)

    def end_typing(self) -> None:
        """Let what is typed from now on be an undo step of its own."""
        self._turn += 1

    def go_to(self, address: Address, origin: object = None) -> None:
        """Move the focus of all views to an address."""
        if address != self.place or origin is None:
            if self.place is not None and address.element != self.place.element:
                self.end_typing()
            self.place = address
            self.place_changed.emit(address, origin)

    def ready_to_save(
        self, path: Path | None = None, *, force: bool = False, unlink: bool = False
    ) -> Saving:
        """Get a save ready, to its file or to another one.

        `force` replaces a file that another program has changed, `unlink` cuts off other hard
        links. Raises OSError if what there is to write were no XML.
        """
        target = path or self.path
        if target is None:
            raise ValueError("A new document needs a file name.")
        document = self.document
        try:
            document.verify()
        except NotWellFormed as error:
            raise OSError(f"The document would not be well-formed: {error}") from error
        same = target == self.path and not force
        expected = (self.written or document.as_read()) if same else None
        return Saving(target, document.frozen(), expected, document.version, unlink)

    def note_saved(self, saving: Saving) -> None:
        """A save was made: what was done since, if anything, is all that is unsaved."""
        self.written, self.untouched = saving.frozen, False
        moved, self.path = self.path != saving.target, saving.target
        if self.document.version == saving.version:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
        self.end_typing()
        if moved:
            self.path_changed.emit()
        self.saved.emit()

    def save(self, path: Path | None = None, *, force: bool = False, unlink: bool = False) -> None:
        """Write the document to its file or to another one, and wait for it.

        Raises SaveError and its kin, or OSError; then nothing on the disk has changed.
        """
        saving = self.ready_to_save(path, force=force, unlink=unlink)
        saving.write()
        self.note_saved(saving)

"""Saving: to the file, to another one, a copy, a single record; and going back to the file."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.export import FORMATS, Format
from catalog_app.export.mods import held
from catalog_app.export.names import file_stem
from catalog_app.session import opening
from catalog_app.session.saving import Saving, write_elsewhere
from catalog_app.session.session import ChangedOnDisk, HardLinked, ReadOnly, Session
from catalog_app.ui.bars import Act, Notice
from catalog_app.ui.files import questions

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow

Then = Callable[[bool], None]
Work = Callable[[], None]
Failed = Callable[[OSError], None]


def _nothing(_saved: bool) -> None:
    """Go on with nothing."""


class Saver(QObject):
    """Writes documents. What fails is said in the bar above the form, with what can be done.

    A large document is written beside the window: what is typed meanwhile is not in it, and
    stays to be saved.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._under_way: dict[Desk, list[Then]] = {}

    # ---- the document

    def save(self) -> None:
        """Write the document in front to its file."""
        self.save_desk(self._window.desk)

    def save_all(self) -> None:
        """Write every document that has changes."""
        self.save_many([desk for desk in self._window.desks() if not desk.saved], _nothing)

    def save_many(self, desks: list[Desk], then: Then) -> None:
        """Save one after the other; the first that is not saved ends it."""
        if not desks:
            then(True)
            return
        first, *rest = desks
        self._window.show_desk(first)
        self.save_desk(first, lambda saved: self.save_many(rest, then) if saved else then(False))

    def save_desk(self, desk: Desk, then: Then = _nothing) -> None:
        """Write one document to its file; a new one is asked its name."""
        desk.settle()
        if desk in self._under_way:
            self._under_way[desk].append(then)
        elif desk.session.path is None:
            self._save_desk_as(desk, then)
        elif desk.saved and self._is_there(desk):
            self._window.tell(self.tr("Nothing to save: the file holds this already."))
            then(True)
        else:
            self._write(desk, None, then)

    def _is_there(self, desk: Desk) -> bool:
        """Whether the file is as the document knows it; a large one is not read for that."""
        noted = self._window.watching.is_as_noted
        return noted(desk) if _is_large(desk) else desk.session.on_disk()

    def save_as(self) -> None:
        """Ask for a name and go on with that file."""
        self._save_desk_as(self._window.desk, _nothing)

    def _save_desk_as(self, desk: Desk, then: Then) -> None:
        desk.settle()

        def chosen(files: list[Path]) -> None:
            if files:
                self._write(desk, files[0], then)
            else:
                then(False)

        title = self.tr("Save {0} as").format(desk.session.title)
        self._ask_target(title, self._proposed(desk), chosen)

    def _ask_target(self, title: str, proposed: Path, chosen: questions.Chosen) -> None:
        filters = [self.tr("XML (*.xml)"), self.tr("All files (*)")]
        questions.choose_target(self._window, title, proposed, filters, chosen)

    def _proposed(self, desk: Desk) -> Path:
        session = desk.session
        folder = session.folder or self._window.services.settings.folder()
        return session.path or folder / f"{self._stem(desk, 1)}.xml"

    def _stem(self, desk: Desk, number: int) -> str:
        """A name for a file: of the one that is open, or what the record in it is called."""
        session = desk.session
        return session.path.stem if session.path else self._called(session.document, number)

    def _called(self, document: Document, number: int) -> str:
        return file_stem(document, f"record{number}") or self.tr("record")

    def _write(
        self, desk: Desk, path: Path | None = None, then: Then = _nothing, **allowed: bool
    ) -> None:
        session = desk.session
        noted = self._window.noting.before_save(session)
        try:
            saving = session.ready_to_save(path, **allowed)
        except OSError as error:
            self._window.noting.not_saved(session, noted)
            self._explain(desk, path, error, allowed)
            then(False)
            return
        self._under_way[desk] = [then]
        self._do(
            self.tr("Saving {0}").format(session.title),
            saving.size > opening.AT_ONCE,
            partial(self._back_up_and_write, session, saving),
            partial(self._on_written, desk, saving),
            partial(self._on_not_written, desk, path, allowed, noted, saving.version),
        )

    def _do(
        self, label: str, large: bool, work: Work, done: Callable[[], None], failed: Failed
    ) -> None:
        """Do work on the disk: at once, or beside the window if there is much of it."""
        if large:
            self._window.services.jobs.run(
                label, lambda _report: work(), lambda _: done(), partial(_if_expected, failed)
            )
            return
        try:
            work()
        except OSError as error:
            failed(error)
        else:
            done()

    def _back_up_and_write(self, session: Session, saving: Saving) -> None:
        with contextlib.suppress(OSError):  # without a backup the save is still safe
            self._window.services.backups.before_save(session, saving.target)
        saving.write()

    def _on_written(self, desk: Desk, saving: Saving) -> None:
        waiting = self._under_way.pop(desk)
        desk.session.note_saved(saving)
        self._window.noting.saved(desk.session)
        self._window.on_saved(desk)
        for then in waiting:
            then(True)

    def _on_not_written(
        self,
        desk: Desk,
        path: Path | None,
        allowed: dict[str, bool],
        noted: int,
        version: int,
        error: OSError,
    ) -> None:
        waiting = self._under_way.pop(desk)
        if desk.session.document.version == version:
            self._window.noting.not_saved(desk.session, noted)
        self._explain(desk, path, error, allowed)
        for then in waiting:
            then(False)

    def _explain(
        self, desk: Desk, path: Path | None, error: OSError, allowed: dict[str, bool]
    ) -> None:
        again = self._again(desk, path, allowed)
        elsewhere = (self.tr("Save as…"), partial(self._save_desk_as, desk, _nothing))
        copy = (self.tr("Save a copy…"), partial(self._save_copy_of, desk))
        text, offers = str(error), (again(self.tr("Try again")), elsewhere)
        if isinstance(error, ChangedOnDisk):
            text = self.tr(
                "{0} was changed by another program since it was opened. Nothing was saved."
            ).format(opening.shown_name(path or desk.session.path))
            offers = (
                (self.tr("Reload the file"), partial(self.reload, desk)),
                again(self.tr("Save anyway"), force=True),
                elsewhere,
            )
        elif isinstance(error, HardLinked):
            text = self.tr(
                "{0} To save here cuts this name off from the others, which keep the old content."
            ).format(error)
            offers = (again(self.tr("Save here only"), unlink=True), elsewhere)
        elif isinstance(error, ReadOnly):
            offers = (copy, elsewhere)
        elif error.errno == errno.ENOSPC:
            text = self.tr("The disk is full. Nothing was saved; the old file is as it was.")
        elif error.errno is not None:
            text = self.tr("Nothing was saved: {0}. The old file is as it was.").format(
                error.strerror
            )
        desk.bar.tell(Notice("saving", text, offers, "error"))

    def _again(
        self, desk: Desk, path: Path | None, allowed: dict[str, bool]
    ) -> Callable[..., tuple[str, Act]]:
        def offer(label: str, **more: bool) -> tuple[str, Act]:
            return label, partial(self._write, desk, path, _nothing, **{**allowed, **more})

        return offer

    # ---- copies

    def save_copy(self) -> None:
        """Ask for a name, write there, and stay with this file."""
        self._save_copy_of(self._window.desk)

    def _save_copy_of(self, desk: Desk) -> None:
        def chosen(files: list[Path]) -> None:
            for path in files:
                self._put(desk, path, desk.session.document.frozen(), _is_large(desk))

        proposed = self._proposed(desk)
        proposed = proposed.with_name(self.tr("Copy of {0}").format(proposed.name))
        self._ask_target(self.tr("Save a copy"), proposed, chosen)

    def _put(self, desk: Desk, path: Path, chunks: Iterable[bytes], large: bool = False) -> None:
        name = opening.shown_name(path)

        def done() -> None:
            self._window.services.settings.keep_folder(path)
            self._window.tell(self.tr("Written to {0}").format(name))

        def failed(error: OSError) -> None:
            text = self.tr("{0} was not written: {1}").format(name, error.strerror or error)
            desk.bar.tell(Notice("saving", text, (), "error"))

        label = self.tr("Saving {0}").format(name)
        self._do(label, large, partial(write_elsewhere, path, chunks), done, failed)

    def save_record(self) -> None:
        """Write the record in focus to a MODS file of its own."""
        self.export(FORMATS[0])

    def save_record_at(self, address: Address) -> None:
        """Write the record at an address to a file of its own."""
        if address.part.startswith("entry"):
            self._save_entry(address)
            return
        self._window.desk.session.go_to(Address(address.part), origin=self)
        self.save_record()

    def _save_entry(self, entry: Address) -> None:
        """Write what an entry of a harvested list holds instead of MODS to a file of its own."""
        desk = self._window.desk
        data = held(desk.session.document, entry)
        if not data:
            desk.bar.tell(Notice("saving", self.tr("There is no record here to write.")))
            return

        def chosen(files: list[Path]) -> None:
            for path in files:
                self._put(desk, path, (data,))

        number = entry.part.removeprefix("entry")
        proposed = self._proposed(desk).with_stem(f"{self._proposed(desk).stem}-{number}")
        title = self.tr("Write entry {0}").format(number)
        self._ask_target(title, proposed, chosen)

    def export(self, kind: Format) -> None:
        """Write the record in focus in one of the formats."""
        desk = self._window.desk
        number = max(1, desk.record_number())
        document = desk.session.document
        if number > len(document.records()):
            text = self.tr("There is no record here to write.")
            desk.bar.tell(Notice("saving", text))
            return
        part = f"record{number}"

        def chosen(files: list[Path]) -> None:
            for path in files:
                self._put(desk, path, (kind.write(document, part),))

        proposed = self._proposed(desk).with_name(self._export_name(desk, number, kind))
        title = self.tr("Write record {0} as {1}").format(number, kind.label)
        questions.choose_target(
            self._window, title, proposed, [f"{kind.label} (*{kind.suffix})"], chosen
        )

    def _export_name(self, desk: Desk, number: int, kind: Format) -> str:
        several = len(desk.session.document.records()) > 1
        which = f"{number}-{kind.id}" if several else kind.id
        return f"{self._stem(desk, number)}-{which}{kind.suffix}"

    # ---- back to the file

    def revert(self) -> None:
        """Read the file again, after a question when there are changes."""
        desk = self._window.desk
        if desk.saved:
            self.reload(desk)
            return
        text = self.tr("Give up the changes to {0}?").format(desk.session.title)
        more = self.tr("The file is read again as it is on the disk.")
        questions.ask(
            self._window,
            text,
            more,
            (
                ("reload", self.tr("Give up the changes"), questions.DISCARD),
                ("", self.tr("Keep them"), questions.CANCEL),
            ),
            lambda answer: self.reload(desk) if answer else None,
        )

    def reload(self, desk: Desk) -> None:
        """Put the file as it is on the disk in the place of the document."""
        path = desk.session.path
        assert path is not None

        def refused(error: opening.OpenError) -> None:
            desk.bar.tell(Notice("disk", str(error), (), "error"))

        def opened(document: Document) -> None:
            self._window.replace_session(desk, Session(document, path))

        opening.open_soon(self._window.services.jobs, path, opened, refused)


def _is_large(desk: Desk) -> bool:
    return len(desk.session.document.source.text) > opening.AT_ONCE


def _if_expected(failed: Failed, error: BaseException) -> None:
    if not isinstance(error, OSError):
        raise error
    failed(error)

"""Offering what a crash left behind: recover, compare, discard. Nothing is discarded unasked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject

from catalog_app.document.document import Document, OpenError
from catalog_app.session import opening
from catalog_app.session.recovery import Leftover, is_large, recovered_bytes, same_on_disk
from catalog_app.session.session import Session
from catalog_app.ui.bars import Notice
from catalog_app.ui.dialogs.compare import CompareDialog
from catalog_app.ui.files import questions

if TYPE_CHECKING:
    from catalog_app.ui.main_window import MainWindow


class Leftovers(QObject):
    """Looks for left-behind documents when the program starts, one bar for each."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._compared: CompareDialog | None = None

    def offer(self) -> None:
        """Show a bar for every document that was lost with its process."""
        for leftover in reversed(self._window.services.recovery.left_behind()):
            self._offer(leftover)

    def _offer(self, leftover: Leftover) -> None:
        self._window.bar.tell(partial(self._found, leftover))

    def _found(self, leftover: Leftover) -> Notice:
        moment = QDateTime.fromSecsSinceEpoch(int(leftover.written))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        text = self.tr(
            "{0} was being edited when the program ended unexpectedly. Its state of {1} was kept."
        ).format(leftover.title, when)
        offers = (
            (self.tr("Recover"), partial(self.recover, leftover)),
            (self.tr("Compare…"), partial(self.compare, leftover)),
            (self.tr("Discard…"), partial(self._ask_discard, leftover)),
        )
        return Notice(self._key(leftover), text, offers)

    def _key(self, leftover: Leftover) -> str:
        return f"leftover {leftover.folder.name}"

    def recover(self, leftover: Leftover) -> None:
        """Open the kept state, unsaved; if the file has changed since, the file as well."""
        opening.open_bytes(
            self._window.services.jobs,
            leftover.title,
            partial(recovered_bytes, leftover),
            is_large(leftover),
            partial(self._recovered, leftover),
            partial(self._cannot, leftover),
        )

    def _recovered(self, leftover: Leftover, document: Document) -> None:
        session = Session(document, leftover.path if same_on_disk(leftover) else None)
        session.kind = leftover.kind
        if session.path is not None:
            session.written = (session.path.read_bytes(),)
        session.mark_unsaved()
        if session.path is None and leftover.path is not None and leftover.path.exists():
            self._window.opener.open_file(leftover.path)
        desk = self._window.add_session(session)
        self._window.services.recovery.write_now(session)
        self._window.services.recovery.discard(leftover)
        self._window.bar.withdraw(self._key(leftover))
        self._say_recovered(desk, leftover)

    def _say_recovered(self, desk: object, leftover: Leftover) -> None:
        if desk.session.path is not None or leftover.path is None:
            text = self.tr("This is the recovered state. Save it to keep it.")
        else:
            text = self.tr(
                "{0} has changed since, so the recovered state is a document of its own."
            ).format(leftover.title)
        desk.bar.tell(Notice("recovered", text, (), "accent"))

    def compare(self, leftover: Leftover) -> None:
        """Show what differs between the file and the kept state."""
        try:
            kept = recovered_bytes(leftover)
            there = opening.read(leftover.path) if leftover.path else b""
        except (OSError, ValueError, OpenError) as error:
            self._cannot(leftover, error)
            return
        self._compared = CompareDialog(leftover.title, there, kept, self._window)
        self._compared.finished.connect(partial(self._on_compared, leftover))
        self._compared.show()

    def _on_compared(self, leftover: Leftover, _result: int) -> None:
        self._compared = None
        self._offer(leftover)

    def _ask_discard(self, leftover: Leftover) -> None:
        questions.ask(
            self._window,
            self.tr("Discard the kept state of {0}?").format(leftover.title),
            self.tr("What was typed after the last save is lost for good."),
            (
                ("", self.tr("Keep it"), questions.CANCEL),
                ("discard", self.tr("Discard"), questions.DISCARD),
            ),
            partial(self._answered, leftover),
        )

    def _answered(self, leftover: Leftover, answer: str) -> None:
        if answer:
            self._window.services.recovery.discard(leftover)
            self._window.bar.withdraw(self._key(leftover))
        else:
            self._offer(leftover)

    def _cannot(self, leftover: Leftover, error: Exception) -> None:
        self._window.bar.tell(partial(self._lost, leftover, error))

    def _lost(self, leftover: Leftover, error: Exception) -> Notice:
        text = self.tr("{0} could not be recovered: {1}. What was kept is in {2}.").format(
            leftover.title, error, _shown(leftover.folder)
        )
        return Notice(self._key(leftover), text, (), "error")


def _shown(path: Path) -> str:
    return str(path).encode("utf-8", "replace").decode()

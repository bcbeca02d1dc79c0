"""Noticing what other programs do to the files that are open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from catalog_app.session.opening import AT_ONCE, Stamp, stamp
from catalog_app.ui.bars import Notice

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow


_DISK = "disk"  # the key of what is said of the file


class Watching(QObject):
    """Looks at every open file when the window gets the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stamps: dict[Desk, Stamp | None] = {}

    def note(self, desk: Desk) -> None:
        """The file is now as the document knows it."""
        path = desk.session.path
        self._stamps[desk] = stamp(path) if path else None

    def forget(self, desk: Desk) -> None:
        """The document is closed."""
        self._stamps.pop(desk, None)

    def hand_over(self, desk: Desk, fresh: Desk) -> None:
        """Another desk shows the document: what was said of its file is said there."""
        self._stamps[fresh] = known = self._stamps.pop(desk, None)
        if not desk.bar.says(_DISK):
            return
        if known is None:
            self._tell_gone(fresh)
        else:
            self._compare(fresh)

    def is_as_noted(self, desk: Desk) -> bool:
        """Whether the file has the size, time and inode that it had when it was noted."""
        path, known = desk.session.path, self._stamps.get(desk)
        return path is not None and known is not None and stamp(path) == known

    def look(self) -> None:
        """Compare every open file with what was read or written last."""
        for desk, known in list(self._stamps.items()):
            path = desk.session.path
            if path is None or known is None:
                continue
            now = stamp(path)
            if now == known:
                continue
            self._stamps[desk] = now
            if now is None:
                self._tell_gone(desk)
            else:
                self._compare(desk)

    def _compare(self, desk: Desk) -> None:
        """Look whether the content is another too, beside the window if there is much of it."""
        on_disk = desk.session.on_disk

        def compared(same: bool) -> None:
            if not same and desk in self._stamps:
                self._tell_changed(desk)

        if len(desk.session.document.source.text) > AT_ONCE:
            self._window.services.jobs.run("", lambda _report: on_disk(), compared)
        else:
            compared(on_disk())

    def _tell_gone(self, desk: Desk) -> None:
        text = self.tr("{0} was removed or renamed by another program. Saving writes it again.")
        offers = ((self.tr("Save"), partial(self._window.saver.save_desk, desk)),)
        desk.session.mark_unsaved()
        self._tell(desk, text, offers)

    def _tell_changed(self, desk: Desk) -> None:
        text = self.tr("{0} was changed by another program.")
        reload = partial(self._window.saver.reload, desk)
        keep = desk.session.mark_unsaved
        if desk.saved:
            offers = ((self.tr("Reload"), reload), (self.tr("Keep this one"), keep))
        else:
            text += " " + self.tr("Reloading loses the changes made here.")
            offers = (
                (self.tr("Reload and lose my changes"), reload),
                (self.tr("Keep mine"), keep),
            )
        self._tell(desk, text, offers)

    def _tell(self, desk: Desk, text: str, offers: tuple[object, ...]) -> None:
        desk.bar.tell(Notice(_DISK, text.format(desk.session.title), offers))

"""Numbered copies of a file, kept from before the first save of a session."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from catalog_app.session.session import Session
from catalog_app.session.settings import key_of

KEPT = 5


class Backups:
    """Five copies for each full path, the newest as number 1; a session makes one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "backups"
        self._made: set[tuple[int, Path]] = set()

    def before_save(self, session: Session, path: Path) -> Path | None:
        """Keep a copy of the file that a session's first save is about to replace."""
        done = id(session), path
        if done in self._made or not path.is_file():
            return None
        self._made.add(done)
        return back_up(path, self._folder)

    def of(self, path: Path) -> list[Path]:
        """The kept copies of a file, newest first."""
        folder = _backup_folder(path, self._folder)
        named = [folder / _numbered(number, path) for number in range(1, KEPT + 1)]
        return [file for file in named if file.exists()]


def back_up(path: Path, folder: Path) -> Path:
    """Keep a numbered copy of a file, the newest as number 1, five at most."""
    place = _backup_folder(path, folder)
    place.mkdir(parents=True, exist_ok=True)
    for number in range(KEPT, 1, -1):
        with contextlib.suppress(FileNotFoundError):
            os.replace(place / _numbered(number - 1, path), place / _numbered(number, path))
    kept = place / _numbered(1, path)
    shutil.copyfile(path, kept)
    return kept


def _backup_folder(path: Path, folder: Path) -> Path:
    return folder / key_of(path)


def _numbered(number: int, path: Path) -> str:
    return f"{number}-{path.name[-120:]}"

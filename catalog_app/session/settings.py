"""What is remembered between sessions, with a type for every value."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import QByteArray, QSettings

from catalog_app import paths

RECENT = 12


class Settings:
    """Typed reading and writing of a QSettings store; a value of the wrong type is the default.

    Keys read like `window/geometry`, `view/scheme`, `shortcuts/save`.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        found = self._store.value(key, None)
        return found if isinstance(found, str) else default

    def number(self, key: str, default: float = 0.0) -> float:
        """A remembered number."""
        found = self._store.value(key, None)
        try:
            return float(str(found)) if found is not None else default
        except ValueError:
            return default

    def flag(self, key: str, default: bool = False) -> bool:
        """A remembered yes or no."""
        found = self._store.value(key, None)
        return str(found).lower() == "true" if found is not None else default

    def texts(self, key: str) -> list[str]:
        """A remembered list of texts."""
        found = self._store.value(key, None)
        if isinstance(found, str):  # a list of one comes back from an INI file as a text
            return [found] if found else []
        return [str(item) for item in found] if isinstance(found, list) else []

    def blob(self, key: str) -> QByteArray:
        """Remembered bytes, such as a window's geometry."""
        found = self._store.value(key, None)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | float | bool | QByteArray | Sequence[str]) -> None:
        """Remember a value."""
        if isinstance(value, (str, float, int, QByteArray)):
            self._store.setValue(key, value)
        else:
            self._store.setValue(key, list(value))

    def forget(self, key: str) -> None:
        """Forget a value."""
        self._store.remove(key)

    def sync(self) -> None:
        """Write to the disk what has not been written yet."""
        self._store.sync()

    # ---- files

    def path(self, key: str) -> Path | None:
        """A remembered file or folder, whatever bytes its name is made of."""
        text = self.text(key)
        return _path(text) if text else None

    def keep_path(self, key: str, path: Path) -> None:
        """Remember a file or folder."""
        self.keep(key, _spelled(path))

    @property
    def recent(self) -> list[Path]:
        """The files opened or saved last, newest first."""
        return [_path(text) for text in self.texts("files/recent")]

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        absolute = path.absolute()
        others = [other for other in self.recent if other != absolute]
        self.keep("files/recent", [_spelled(p) for p in [absolute, *others][:RECENT]])

    def folder(self, kind: str = "records") -> Path:
        """The folder used last for a kind of file; the home folder to begin with."""
        found = self.path(f"folders/{kind}")
        return found if found and found.is_dir() else Path.home()

    def keep_folder(self, path: Path, kind: str = "records") -> None:
        """Remember the folder of a file that was just used."""
        self.keep_path(f"folders/{kind}", path.absolute().parent)


def user_settings() -> Settings:
    """The settings of the person at the machine."""
    name = paths.APPLICATION
    scope = QSettings.Scope.UserScope
    return Settings(QSettings(QSettings.Format.IniFormat, scope, name, name))


def settings_at(file: Path) -> Settings:
    """Settings kept in a file of their own, for tests and for trying out."""
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


def key_of(path: Path) -> str:
    """A short name for a file, to remember something about it."""
    return blake2b(os.fsencode(path.absolute()), digest_size=8).hexdigest()


def _spelled(path: Path) -> str:
    return quote(os.fsencode(path), safe="/\\:")


def _path(text: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(text)))

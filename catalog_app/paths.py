"""Where the application finds what it ships, and where it keeps what belongs to the user."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

APPLICATION = "catalog-app"


@cache
def resources() -> Path:
    """The folder of shipped data: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for candidate in (package / "resources", package.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"The installation is incomplete: no resources beside {package}")


def _user_folder(variable: str, unix: str, mac: str) -> Path:
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / mac
    else:
        base = Path(os.environ.get(variable) or Path.home() / unix)
    return base / APPLICATION


def state() -> Path:
    """The user's folder for recovery data, backups and logs; it may not exist yet."""
    return _user_folder("XDG_STATE_HOME", ".local/state", "Library/Application Support")


def data() -> Path:
    """The user's folder for own templates and remembered values; it may not exist yet."""
    return _user_folder("XDG_DATA_HOME", ".local/share", "Library/Application Support")

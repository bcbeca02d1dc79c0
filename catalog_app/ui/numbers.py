"""Numbers as the language of the interface writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def grouped(number: int) -> str:
    """A number with its thousands apart: 2,835 in English, 2 835 in Russian."""
    return f"{number:,}".replace(",", QLocale().groupSeparator())

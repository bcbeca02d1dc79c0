"""How well a name answers what was typed: exactly, by its beginning, by its words."""

from __future__ import annotations

import re

EXACTLY = 0
_BREAK = re.compile(r"[\s…]+")


class Sought:
    """A name, and other words by which it is found as well."""

    __slots__ = ("_all", "_name", "_words")

    def __init__(self, name: str, others: str = "") -> None:
        self._name = _plain(name)
        self._words = self._name.split()
        self._all = f"{self._name} {_plain(others)}"

    def rank(self, typed: str) -> int | None:
        """0 for the very name, then ever less; None where some word is not there at all."""
        typed = _plain(typed)
        if self._name == typed:
            return EXACTLY
        if self._name.startswith(typed):
            return 1
        words = typed.split()
        if all(any(mine.startswith(word) for mine in self._words) for word in words):
            return 2
        if all(word in self._name for word in words):
            return 3
        return 4 if all(word in self._all for word in words) else None


def _plain(text: str) -> str:
    """In small letters, with one blank between words, and ё as it is mostly typed."""
    return " ".join(_BREAK.split(text.casefold().replace("ё", "е"))).strip()

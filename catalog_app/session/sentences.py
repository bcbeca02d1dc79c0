"""The core's sentences in the language of the interface, where the window shows them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from catalog_app.validation.finding import Fix
from catalog_app.validation.words import say

_CONTEXT = "Sentences"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_QUOTED = re.compile("“[^”]*”|«[^»]*»")


def in_words(sentence: str) -> str:
    """A finding's message, a repair's title, an edit's name… in the language of the interface."""
    words = QCoreApplication.translate(_CONTEXT, sentence) if sentence else ""
    if not _RIGHT_TO_LEFT.search(words):
        return words
    return _QUOTED.sub(lambda found: f"{found[0][0]}{apart(found[0][1:-1])}{found[0][-1]}", words)


def apart(text: str) -> str:
    """A text that runs in its own direction, whatever stands around it: Arabic in English."""
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


def fix_in_words(fix: Fix) -> str:
    """What a repair does; “…” where it is first shown what would change."""
    return in_words(fix.title) + ("" if fix.safe else "…")


class Sentences(QTranslator):
    """Answers for the sentences that no translator could list, because they name things."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    def isEmpty(self) -> bool:  # noqa: N802
        """Whether it has nothing to say; Qt would not ask it then."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """The sentence in the language, or None where it is not one of the core's."""
        return say(source, self._language) if context == _CONTEXT else None

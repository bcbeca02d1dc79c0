"""Where words and sentences begin and end, for the cursor."""

from __future__ import annotations

import re

_FORWARD = re.compile(r"\w+[’'ʻʼ]?\w*\s*|[^\w\s]+\s*|\s+")
_WORD = re.compile(r"\w+(?:[’'ʻʼ\-]\w+)*")
_REACH = 400


def next_word(text: str, at: int) -> int:
    """The beginning of the word that follows."""
    found = _FORWARD.match(text, at)
    return found.end() if found else len(text)


def previous_word(text: str, at: int) -> int:
    """The beginning of this word, or of the one before."""
    low = max(0, at - _REACH)
    ends = [match.start() for match in _FORWARD.finditer(text, low, at)]
    return ends[-1] if ends else low


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word around a place; an empty range between words."""
    low = max(0, at - _REACH)
    low = text.rfind(" ", 0, low) + 1 if low else 0
    for match in _WORD.finditer(text, low, min(len(text), at + _REACH)):
        if match.start() <= at <= match.end():
            return match.span()
        if match.start() > at:
            break
    return at, at


def paragraph_at(text: str, at: int) -> tuple[int, int]:
    """The line around a place."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end

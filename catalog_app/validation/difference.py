"""What an edit changes, as lines of text for a person to compare."""

from __future__ import annotations

import re

from catalog_app.document.document import Document
from catalog_app.document.edit import Edit

_LONG = 160
_BETWEEN = re.compile(r"(?<=>)(?=<)")
_CONTEXT = 2


def preview(document: Document, edit: Edit) -> tuple[list[str], list[str]]:
    """The lines that an edit touches, before and after, with a little of what stands around.

    Where a file has no line breaks, the lines are made at its tags. Nothing is applied.
    """
    before, after = [], []
    for number in dict.fromkeys(splice.part for splice in edit.splices):
        old = document.parts[number].text
        new = old
        for splice in edit.splices:
            if splice.part == number:
                new = splice.apply(new)
        first, second = _narrowed(_lines(old), _lines(new))
        before += first
        after += second
    return before, after


def _lines(text: bytes) -> list[str]:
    found: list[str] = []
    for line in text.decode("utf-8", "replace").splitlines():
        found += _BETWEEN.split(line) if len(line) > _LONG else [line]
    return found


def _narrowed(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Both lists without the lines that are the same at both ends, but for a few."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first, last = max(start - _CONTEXT, 0), max(end - _CONTEXT, 0)
    return old[first : len(old) - last], new[first : len(new) - last]

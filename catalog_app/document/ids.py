"""IDs: which there are, and new ones in the file's own habit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog_app.document.document import Document
from catalog_app.document.element import Element

_ID = re.compile(rb"""\s(?:xml:id|ID)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NUMBERED = re.compile(r"(.*?)(\d+)(\D*)")


def all_ids(document: Document) -> set[str]:
    """Every ID in the document."""
    found: set[str] = set()
    for part in document.parts.order:
        found.update(
            (match[1] if match[1] is not None else match[2]).decode()
            for match in _ID.finditer(part.text)
        )
    return found


def mint(pattern: str, taken: Iterable[str]) -> str:
    """An ID like `pattern` that is not taken: its last number counted up, else one added."""
    taken = set(taken)
    found = _NUMBERED.fullmatch(pattern)
    head, digits, tail = found.groups() if found else (pattern + "_", "1", "")
    number = int(digits)
    while True:
        number += 1
        made = f"{head}{number:0{len(digits)}d}{tail}"
        if made not in taken:
            return made


def fresh_ids(document: Document, element: Element) -> bytes:
    """The bytes of an element for use as a copy: its IDs are new, references inside follow."""
    raw = element.raw
    old = [(m[1] if m[1] is not None else m[2]).decode() for m in _ID.finditer(raw)]
    if not old:
        return raw
    taken = all_ids(document)
    for identifier in old:
        new = mint(identifier, taken)
        taken.add(new)
        word = re.compile(rb"(?<=[\s\"'])" + re.escape(identifier.encode()) + rb"(?=[\s\"'])")
        raw = _in_tags(raw, word, new.encode())
    return raw


def _in_tags(raw: bytes, word: re.Pattern[bytes], new: bytes) -> bytes:
    """Replace a word inside start tags only, never in text."""
    return re.sub(rb"<[^!?/][^>]*>", lambda tag: word.sub(new, tag[0]), raw)

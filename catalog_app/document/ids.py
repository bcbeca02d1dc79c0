"""IDs: which there are, and new ones in the file's own habit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog_app.document.document import Document
from catalog_app.document.element import Element

_ID = re.compile(rb"""\s(?:xml:id|ID)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NUMBERED = re.compile(r"(.*?)(\d+)(\D*)")
_TAG = re.compile(rb"<[^!?/](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
# ID, xml:id, and what refers to IDs: DMDID, ADMID, FILEID, STRUCTID, IDREF…
_REFERRING = re.compile(rb"""(\s(?:xml:id|[A-Za-z]*ID(?:REF)?S?)\s*=\s*)("[^"]*"|'[^']*')""")


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
    return _next(pattern, set(taken), {})


def _next(pattern: str, taken: set[str], reached: dict[tuple[str, str], int]) -> str:
    """The next free ID; `reached` remembers how far the counting has come in each habit."""
    found = _NUMBERED.fullmatch(pattern)
    head, digits, tail = found.groups() if found else (pattern + "_", "1", "")
    number = max(int(digits), reached.get((head, tail), 0))
    while True:
        number += 1
        made = f"{head}{number:0{len(digits)}d}{tail}"
        if made not in taken:
            reached[head, tail] = number
            return made


def fresh_ids(document: Document, element: Element) -> bytes:
    """The bytes of an element for use as a copy: its IDs are new, references inside follow."""
    raw = element.raw
    old = [m[1] if m[1] is not None else m[2] for m in _ID.finditer(raw)]
    if not old:
        return raw
    taken, reached = all_ids(document), dict[tuple[str, str], int]()
    renamed: dict[bytes, bytes] = {}
    for identifier in old:
        new = _next(identifier.decode(), taken, reached)
        taken.add(new)
        renamed[identifier] = new.encode()
    return _TAG.sub(lambda tag: _renamed(tag[0], renamed), raw)


def _renamed(tag: bytes, names: dict[bytes, bytes]) -> bytes:
    """A start tag whose IDs, and references to them, have their new names."""

    def value(match: re.Match[bytes]) -> bytes:
        quote, words = match[2][:1], re.split(rb"(\s+)", match[2][1:-1])
        return match[1] + quote + b"".join(names.get(word, word) for word in words) + quote

    return _REFERRING.sub(value, tag)

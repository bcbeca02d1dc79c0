"""IDs: which there are, and new ones in the file's own habit."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.slices import Slices, returned

# The name comes first, so that a search goes from one to the next as fast as memory is read.
_VALUE = rb"""\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')"""
_ID = re.compile(rb"ID(?<=\sID)" + _VALUE)
_XML_ID = re.compile(rb"id(?<=\sxml:id)" + _VALUE)
_NUMBERED = re.compile(r"(.*?)(\d+)(\D*)")
_TAG = re.compile(rb"<[^!?/](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_STEP, _FEW = 2_000, 8
# ID, xml:id, and what refers to IDs: DMDID, ADMID, FILEID, STRUCTID, IDREF…
_REFERRING = re.compile(rb"""(\s(?:xml:id|[A-Za-z]*ID(?:REF)?S?)\s*=\s*)("[^"]*"|'[^']*')""")


def ids_in(text: bytes) -> Iterator[re.Match[bytes]]:
    """Where IDs are given in some markup; group 1 or 2 is the ID."""
    yield from _ID.finditer(text)
    if b"xml:id" in text:
        yield from _XML_ID.finditer(text)


def identifier(match: re.Match[bytes]) -> bytes:
    """The ID that was found."""
    return match[1] if match[1] is not None else match[2]


def collecting_ids(document: Document) -> Slices[set[str]]:
    """Every ID in the document, a few milliseconds at a time."""
    found: set[str] = set()
    parts = document.parts.order
    for number, part in enumerate(parts):
        for match in ids_in(part.text):
            found.add(identifier(match).decode())
            if len(found) % _STEP == 0:
                yield number / len(parts)
    return found


def all_ids(document: Document) -> set[str]:
    """Every ID in the document."""
    return returned(collecting_ids(document))


@dataclass(frozen=True, slots=True)
class Taken:
    """The IDs of a document, looked up one by one: faster than all of them where few are asked."""

    document: Document

    def __contains__(self, identifier: object) -> bool:
        assert isinstance(identifier, str)
        word = identifier.encode()
        return any(
            part.holds(word) and any(word in match.groups() for match in ids_in(part.text))
            for part in self.document.parts.order
        )


def mint(pattern: str, taken: Container[str]) -> str:
    """An ID like `pattern` that is not taken: its last number counted up, else one added."""
    return _next(pattern, taken, {})


def minted(pattern: str, number: int, taken: Container[str]) -> list[str]:
    """So many new IDs like `pattern`, each counted up from the one before."""
    found: list[str] = []
    reached: dict[tuple[str, str], int] = {}
    while len(found) < number:
        found.append(_next(found[-1] if found else pattern, taken, reached))
    return found


def _next(pattern: str, taken: Container[str], reached: dict[tuple[str, str], int]) -> str:
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
    old = [identifier(match) for match in ids_in(raw)]
    if not old:
        return raw
    taken: Container[str] = Taken(document) if len(old) < _FEW else all_ids(document)
    reached: dict[tuple[str, str], int] = {}
    given: set[str] = set()
    renamed: dict[bytes, bytes] = {}
    for one in old:
        new = _next(one.decode(), taken, reached)
        while new in given:
            new = _next(new, taken, reached)
        given.add(new)
        renamed[one] = new.encode()
    return _TAG.sub(lambda tag: _renamed(tag[0], renamed), raw)


def _renamed(tag: bytes, names: dict[bytes, bytes]) -> bytes:
    """A start tag whose IDs, and references to them, have their new names."""

    def value(match: re.Match[bytes]) -> bytes:
        quote, words = match[2][:1], re.split(rb"(\s+)", match[2][1:-1])
        return match[1] + quote + b"".join(names.get(word, word) for word in words) + quote

    return _REFERRING.sub(value, tag)

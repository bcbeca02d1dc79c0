"""IDs: which there are, and new ones in the file's own habit."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.slices import Found, Slices, returned
from catalog_app.lossless.part import Part

# The name comes first, so that a search goes from one to the next as fast as memory is read.
_VALUE = rb"""\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')"""
_ID = re.compile(rb"ID(?<=\sID)" + _VALUE)
_XML_ID = re.compile(rb"id(?<=\sxml:id)" + _VALUE)
_NUMBERED = re.compile(r"(.*?)(\d+)(\D*)")
_TAG = re.compile(rb"<[^!?/](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_STEP, _FEW = 2_000, 2
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


class Taken:
    """The IDs of a document, looked up one by one, or gathered when many turn out to be taken.

    Or only those in some of its parts.
    """

    def __init__(self, document: Document, parts: Sequence[Part] | None = None) -> None:
        self._document, self._parts = document, parts
        self._hits = 0
        self._all: set[str] | None = None

    def __contains__(self, identifier: object) -> bool:
        if self._hits >= _FEW and self._all is None:
            self._all = all_ids(self._document)
        there = identifier in self._all if self._all is not None else self._found(str(identifier))
        self._hits += there
        return there

    def _found(self, wanted: str) -> bool:
        word = wanted.encode()
        return any(_gives(part, word) for part in self._parts or self._document.parts.order)


class _Unknown(Exception):
    """An ID that has yet to be looked for."""

    def __init__(self, identifier: str) -> None:
        super().__init__(identifier)
        self.identifier = identifier


class _Looked(dict[str, bool]):
    """Whether IDs are taken, as far as they were looked for."""

    def __contains__(self, identifier: object) -> bool:
        if not super().__contains__(identifier):
            raise _Unknown(str(identifier))
        return self[str(identifier)]


def with_free_ids(document: Document, make: Callable[[Container[str]], Found]) -> Slices[Found]:
    """What is made given the IDs that are taken, each of them looked for a little at a time.

    It is made anew for every ID that it asks for.
    """
    looked = _Looked()
    while True:
        try:
            return make(looked)
        except _Unknown as asked:
            word, looked[asked.identifier] = asked.identifier.encode(), False
        for part in document.parts.order:
            if _gives(part, word):
                looked[word.decode()] = True
                break
            yield 0.0


def _gives(part: Part, word: bytes) -> bool:
    return part.holds(word) and any(word in match.groups() for match in ids_in(part.text))


def mint(pattern: str, taken: Container[str]) -> str:
    """An ID like `pattern` that is not taken: its last number counted up, else one added."""
    return _next(pattern, taken, {})


def minted(pattern: str, taken: Container[str]) -> Iterator[str]:
    """New IDs like `pattern`, each counted up from the one before."""
    reached: dict[tuple[str, str], int] = {}
    while True:
        pattern = _next(pattern, taken, reached)
        yield pattern


def _next(pattern: str, taken: Container[str], reached: dict[tuple[str, str], int]) -> str:
    """The next free ID; `reached` remembers how far the counting has come in each habit."""
    found = _NUMBERED.fullmatch(pattern)
    head, digits, tail = found.groups() if found else (pattern + "_", "1", "")

    def made(number: int) -> str:
        return f"{head}{number:0{len(digits)}d}{tail}"

    last = max(int(digits), reached.get((head, tail), 0))
    free, step = last + 1, 1
    while made(free) in taken:  # Longer and longer steps: very many may stand in a row.
        last, free, step = free, free + step, step * 2
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if made(middle) in taken else (last, middle)
    reached[head, tail] = free
    return made(free)


def fresh_ids(element: Element, taken: Container[str]) -> bytes:
    """The bytes of an element for use as a copy: its IDs are new, references inside follow."""
    raw = element.raw
    old = [identifier(match) for match in ids_in(raw)]
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

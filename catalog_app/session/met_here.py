"""Values that stand elsewhere in the same document, for offering them while typing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

from catalog_app.document.document import Document
from catalog_app.lossless.part import Part
from catalog_app.schema.vocabulary_search import fold
from catalog_app.session.remembered import (
    LONGEST,
    SHOWN,
    Companions,
    Offered,
    Remembered,
    key_of,
    worth,
)

_TAG = re.compile(
    rb"<(?:(/?)(?:[\w.-]+:)?([A-Za-z][\w.-]*)([^<>]*?)(/?)>|!--.*?-->|!\[CDATA\[.*?\]\]>)", re.S
)
_TYPE = re.compile(rb"\btype\s*=\s*[\"']([^\"']*)")
_TURN = 200  # tags between two moments at which something else may be done
Value = tuple[str, str]  # a type or a kind of field, and what it says


@dataclass(slots=True)
class _Use:
    """How often a value stands in the document, how it is sought, and what stands with it."""

    folded: str
    number: int = 0
    others: tuple[Value, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What is open in a stretch of records: the path, the text, and the parts of a name."""

    path: list[str] = field(default_factory=list)
    start: int = -1
    kind: str = ""
    parts: list[Value] = field(default_factory=list)


Read = tuple[tuple[str, ...], str, str, tuple[Value, ...]]


class MetHere:
    """The values of one document by kind of field, read a little at a time.

    The bytes are looked through, and nothing is parsed and kept: of ten thousand records there
    would be too much.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._uses: dict[str, dict[str, _Use]] = {}
        self._of: dict[int, list[Value]] = {}
        self._edited: set[int] = set()

    def reading(self) -> Iterator[None]:
        """Read all records, one step after the other."""
        for number in dict.fromkeys(anchor.part for anchor in self._document.records()):
            part = self._part(number)
            if part is not None and number not in self._of:
                yield from self._read(part)

    def edited(self, parts: Iterable[int]) -> None:
        """Some parts are not what they were: they are to be read again when the typing rests."""
        self._edited.update(parts)

    def catching_up(self) -> Iterator[None]:
        """Read what was edited again, one step after the other."""
        while self._edited:
            number = self._edited.pop()
            part = self._part(number)
            if number in self._of:
                self._forget(number)
                yield from self._read(part) if part is not None else ()

    def search(self, path: tuple[str, ...], text: str, most: int) -> list[Offered]:
        """The values of such a field that begin with or contain a text, the most used first."""
        *names, kind = path
        uses, wanted = self._uses.get(key_of(tuple(names), kind), {}), fold(text.strip())
        if not wanted:
            return []
        fitting = [
            (not use.folded.startswith(wanted), -use.number, value)
            for value, use in uses.items()
            if wanted in use.folded and value != text
        ]
        return [_offered(value, uses[value].others) for _, _, value in sorted(fitting)[:most]]

    def _part(self, number: int) -> Part | None:
        try:
            return self._document.parts[number]
        except KeyError:
            return None

    def _forget(self, number: int) -> None:
        for key, value in self._of.pop(number, ()):
            use = self._uses[key][value]
            use.number -= 1
            if not use.number:
                del self._uses[key][value]

    def _read(self, part: Part) -> Iterator[None]:
        mine = self._of.setdefault(part.id, [])
        for found in _values(part.text):
            if found is None:
                yield
                if self._of.get(part.id) is not mine:
                    return  # it is being read again
                continue
            path, kind, value, others = found
            key = key_of(path, kind)
            use = self._uses.setdefault(key, {}).setdefault(value, _Use(fold(value)))
            use.number += 1
            use.others = others or use.others
            mine.append((key, value))
        yield


def _values(text: bytes) -> Iterator[Read | None]:
    """What is worth offering of a stretch of records; None, now and then, for a rest."""
    now = _Reading()
    for count, tag in enumerate(_TAG.finditer(text)):
        if count % _TURN == 0:
            yield None
        if tag[2] is None or tag[4]:
            now.start = -1  # a text with a comment or an element in it is left out
        elif tag[1]:
            yield from _closed(now, text, tag.start())
        else:
            # What is around a record in a list or a package is no part of the path.
            name, kind = tag[2].decode(), _TYPE.search(tag[3])
            now.path = [] if name == "mods" else [*now.path, name]
            now.start, now.kind = tag.end(), kind[1].decode("utf-8", "replace") if kind else ""


def _closed(now: _Reading, text: bytes, end: int) -> Iterator[Read]:
    """An element has ended: what it says, or the name that its parts make."""
    path = tuple(now.path)
    if now.start >= 0 and path and worth(path):
        value = _said(text[now.start : end])
        if value and path[-1] == "namePart":
            now.parts.append((now.kind, value))
        elif value:
            yield path, now.kind, value, ()
    if path and path[-1] == "name":
        for at, (kind, value) in enumerate(now.parts):
            others = tuple(part for n, part in enumerate(now.parts) if n != at)
            yield (*path, "namePart"), kind, value, others
        now.parts = []
    now.start = -1
    if now.path:
        now.path.pop()


def _said(raw: bytes) -> str:
    if len(raw) > 8 * LONGEST:
        return ""
    text = raw.decode("utf-8", "replace").strip()
    said = unescape(text) if "&" in text else text
    return said if len(said) <= LONGEST else ""


def _offered(value: str, others: tuple[Value, ...]) -> Offered:
    if not others:
        return Offered(value, value)
    return Offered(value, value, " ".join(t for _, t in others), Companions(value, others))


class Met:
    """Values met before: in earlier records and elsewhere in this document."""

    def __init__(self, remembered: Remembered | None, here: MetHere) -> None:
        self._remembered, self._here = remembered, here

    def search(self, path: tuple[str, ...], text: str) -> list[Offered]:
        """The values of such a field that fit: those that begin so first, the remembered before."""
        if len(text.strip()) > LONGEST:  # longer than any of them
            return []
        earlier = self._remembered.search(path, text) if self._remembered else []
        known = {one.code for one in earlier}
        here = [one for one in self._here.search(path, text, SHOWN) if one.code not in known]
        wanted = fold(text.strip())
        both = sorted([*earlier, *here], key=lambda one: not fold(one.code).startswith(wanted))
        return both[:SHOWN]

    def forget(self, path: tuple[str, ...], value: str) -> bool:
        """Offer a value of earlier records no more; False if it was none."""
        return self._remembered is not None and self._remembered.forget(path, value)

"""Values met before, offered again while typing; kept on this machine only."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path
from weakref import ref

from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft, draft_of
from catalog_app.document.element import Element
from catalog_app.document.names import MODS
from catalog_app.export.mods import mods
from catalog_app.schema.vocabulary_search import fold

_MOST, SHOWN, LONGEST = 400, 12, 200
# What is typed again in other records; a title or an abstract never is.
_KEPT = frozenset(
    (
        *("namePart", "affiliation", "publisher", "placeTerm", "topic", "geographic", "temporal"),
        *("genre", "form", "note", "physicalLocation", "shelfLocator", "recordContentSource"),
        *("edition", "frequency", "occupation", "classification", "title"),
    )
)
_TITLES_OF = ("relatedItem",)


@dataclass(frozen=True, slots=True)
class Companions:
    """A name part that was met before, and the other parts of the name: `(type, text)`."""

    value: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A value met before, as the list of a field shows it."""

    code: str
    label: str
    hint: str = ""
    entry: object = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Values of one kind that are offered no more, with how often they were used."""

    kind: str
    values: dict[str, list[object]]


class _Last:
    """A record that was worked on: whose it is, and its bytes, read when they are asked for."""

    def __init__(self, document: Document, part: str) -> None:
        self._document, self._part = ref(document), part
        self._data = mods(document, part)
        self._read: tuple[Draft, ...] | None = None

    def of(self, document: Document, part: str) -> bool:
        """Whether this is that record."""
        return (self._document(), self._part) == (document, part)

    def drafts(self) -> tuple[Draft, ...]:
        """What stands in it."""
        if self._read is None:
            element = open_document(self._data).element(Address("record1"))
            self._read = tuple(draft_of(c, MODS) for c in element.children()) if element else ()
        return self._read


class Remembered:
    """The values of earlier records by kind of field, in a small file of the user's own.

    A kind is the element's name with its parent's and its type. Nothing is read before it is
    asked for; what cannot be read is begun anew.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, dict[str, list[object]]] | None = None
        self._last: list[_Last] = []

    def keep_last(self, document: Document, part: str) -> None:
        """Note that this was the last record worked on, for “same as in the last record”.

        Its bytes are kept; they are read when somebody asks, which is seldom.
        """
        if document.anchor(part) is not None and part.startswith("record"):
            others = [one for one in self._last if not one.of(document, part)]
            self._last = [*others, _Last(document, part)][-2:]

    def last(self, name: str, document: Document, part: str) -> list[Draft]:
        """The elements of that name in the record that was worked on before this one."""
        other = self._before(document, part)
        return [draft for draft in other.drafts() if draft.name == name] if other else []

    def has_last(self, document: Document, part: str) -> bool:
        """Whether another record was worked on before this one."""
        return self._before(document, part) is not None

    def _before(self, document: Document, part: str) -> _Last | None:
        return next((one for one in reversed(self._last) if not one.of(document, part)), None)

    def search(self, path: tuple[str, ...], text: str) -> list[Offered]:
        """The values of such a field that begin with or contain a text, the most used first.

        `path` is the path in the schema with the type as its last member.
        """
        *names, kind = path
        values = self._values().get(key_of(tuple(names), kind), {})
        wanted = fold(text.strip())
        if not wanted:
            return []
        found = [
            (not fold(value).startswith(wanted), -int(str(use[0])), value, use)
            for value, use in values.items()
            if wanted in fold(value) and value != text
        ]
        return [_offered(value, use) for _, _, value, use in sorted(found, key=lambda f: f[:3])][
            :SHOWN
        ]

    def note(self, document: Document, *records: str) -> None:
        """Remember the values of some records, as when they are saved."""
        anchors = [anchor for anchor in map(document.anchor, records) if anchor is not None]
        if not anchors:
            return
        known = self._values()
        for anchor in anchors:
            for path, kind, value, companions in _notable(document.anchored(anchor), ()):
                values = known.setdefault(key_of(path, kind), {})
                use = values.setdefault(value, [0, []])
                use[0] = int(str(use[0])) + 1
                use[1] = [list(part_) for part_ in companions]
        for values in known.values():
            surplus = max(len(values) - _MOST, 0)
            for value in nsmallest(surplus, values, key=lambda v: int(str(values[v][0]))):
                del values[value]
        self._write()

    def forget(self, path: tuple[str, ...], value: str) -> bool:
        """Offer a value no more; False if it was not remembered."""
        *names, kind = path
        return bool(self.forget_of(key_of(tuple(names), kind), value).values)

    def forget_of(self, kind: str, *values: str) -> Forgotten:
        """Offer some values of a kind no more, or none of it; what it gives takes that back."""
        known = self._values().get(kind, {})
        gone = {value: known.pop(value) for value in values or list(known) if value in known}
        if not known:
            self._values().pop(kind, None)
        self._write()
        return Forgotten(kind, gone)

    def bring_back(self, forgotten: Forgotten) -> None:
        """Remember what was forgotten."""
        self._values().setdefault(forgotten.kind, {}).update(forgotten.values)
        self._write()

    def kinds(self) -> Iterator[tuple[str, list[str]]]:
        """Every kind of field with its values, for a list to look through."""
        for key, values in sorted(self._values().items()):
            yield key, sorted(values)

    def _values(self) -> dict[str, dict[str, list[object]]]:
        if self._known is None:
            try:
                self._known = dict(json.loads(self._file.read_text(encoding="utf-8")))
            except (OSError, ValueError):
                self._known = {}
        return self._known

    def _write(self) -> None:
        temporary = self._file.with_suffix(".new")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(self._known, ensure_ascii=False), encoding="utf-8")
            os.replace(temporary, self._file)


def _offered(value: str, use: list[object]) -> Offered:
    parts = tuple((str(kind), str(text)) for kind, text in use[1])  # type: ignore[attr-defined]
    if not parts:
        return Offered(value, value, "", None)
    words = " ".join(text for _, text in parts)
    return Offered(value, value, words, Companions(value, parts))


def key_of(path: tuple[str, ...], kind: str) -> str:
    """The name of a kind of field: its element, the one around it, and its type."""
    return f"{'/'.join(path[-2:])}|{kind}"


Notable = tuple[tuple[str, ...], str, str, tuple[tuple[str, str], ...]]


def _notable(element: Element, path: tuple[str, ...]) -> Iterator[Notable]:
    for child in element.children():
        namespace, name = child.name
        if namespace != MODS:
            continue
        here = (*path, name)
        value = child.value.strip()
        if child.has_elements:
            yield from _notable(child, here)
        elif value and len(value) <= LONGEST and worth(here):
            yield here, child.get("type") or "", value, _companions(element, child)


def worth(path: tuple[str, ...]) -> bool:
    """Whether what stands on a path is typed again in other records."""
    if path[-1] == "title":
        return path[0] in _TITLES_OF
    return path[-1] in _KEPT


def _companions(name: Element, part: Element) -> tuple[tuple[str, str], ...]:
    """The other parts of a name, by their types."""
    if part.name[1] != "namePart":
        return ()
    others = [c for c in name.children() if c.name == part.name and c.node.start != part.node.start]
    return tuple((c.get("type") or "", c.value.strip()) for c in others if c.value.strip())

"""The articles that are open beside a record: reading them, and remembering them with its file."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from catalog_app.article.extract import extract
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article, from_text
from catalog_app.session.jobs import Report
from catalog_app.session.kept_traces import paste_key
from catalog_app.session.opening import read, shown_name, stamp
from catalog_app.session.settings import Settings
from catalog_app.ui.article.pieces import Pieces

LARGE = 300_000
"""Bytes from which a text is read beside the window's work."""
_CHUNK = 200_000
_MOST = 8


@dataclass
class Opened:
    """An open article, where its reader was, and what was suggested; None while that is unknown."""

    key: str
    name: str
    article: Article
    pieces: Pieces
    words: int = 0
    chosen: str = ""
    """The encoding that the reader chose."""
    suggestions: list[Suggestion] | None = None
    cursor: tuple[int, int] = (0, 0)
    scrolled: float = 0.0

    @property
    def path(self) -> Path | None:
        """Its file; None for pasted text."""
        return None if self.key.startswith("paste:") else Path(self.key)


@dataclass
class Shelf:
    """The open articles in the order of their tabs, and which belongs to which record."""

    opened: list[Opened] = field(default_factory=list)
    of_record: dict[str, str] = field(default_factory=dict)

    def find(self, key: str) -> Opened | None:
        """The open article of that key."""
        return next((one for one in self.opened if one.key == key), None)

    def put(self, one: Opened) -> int:
        """Add an article, or put it in the place of an earlier reading; returns its place."""
        for at, other in enumerate(self.opened):
            if other.key == one.key:
                self.opened[at] = one
                return at
        self.opened.append(one)
        return len(self.opened) - 1

    def remove(self, at: int) -> None:
        """Close an article."""
        gone = self.opened.pop(at)
        self.of_record = {part: key for part, key in self.of_record.items() if key != gone.key}


@dataclass(frozen=True)
class Reading:
    """Reading one file, to be called here or in a thread; raises OpenError or Unreadable."""

    path: Path
    encoding: str = ""

    @property
    def large(self) -> bool:
        """Whether reading takes so long that it is done in a thread."""
        found = stamp(self.path)
        return found is not None and found.size > LARGE

    def __call__(self, report: Report) -> Opened:
        """Read, decode and cut it."""
        data = read(self.path)
        report(0.1)
        article = extract(data, self.path.name, self.encoding or None)
        report(0.6)
        name = shown_name(self.path)
        return _opened(str(self.path.absolute()), name, article, self.encoding, report)


def pasted(text: str, name: str) -> Opened:
    """Text from the clipboard as an article."""
    article = from_text(text)
    return _opened(paste_key(article.text), name, article, "", lambda _share: None)


def _opened(key: str, name: str, article: Article, chosen: str, report: Report) -> Opened:
    pieces = Pieces(article.text, article.line_starts)
    report(0.8)
    return Opened(key, name, article, pieces, _count_words(article.text, report), chosen)


def _count_words(text: str, report: Report) -> int:
    """The number of words, counted in slices so that other work is not held up."""
    count = start = 0
    while start < len(text):
        stop = min(len(text), start + _CHUNK)
        while stop < len(text) and not text[stop].isspace() and stop - start < 2 * _CHUNK:
            stop += 1
        count += len(text[start:stop].split())
        start = stop
        report(0.8 + 0.2 * start / len(text))
    return count


# ---- remembered


def remember(settings: Settings, record: Path, shelf: Shelf, current: str) -> None:
    """Remember which articles were open beside a record's file, the current one first."""
    part_of = {key: part for part, key in shelf.of_record.items()}
    ordered = sorted(shelf.opened, key=lambda one: one.key != current)
    lines = [
        "\t".join((part_of.get(one.key, ""), one.chosen, one.key))
        for one in ordered[:_MOST]
        if one.path is not None
    ]
    if lines:
        settings.keep(_key(record), lines)
    else:
        settings.forget(_key(record))


def remembered(settings: Settings, record: Path) -> list[tuple[str, str, Path]]:
    """What was open beside a record's file: the record in it, the encoding, the article."""
    found = []
    for line in settings.texts(_key(record)):
        part, tab, rest = line.partition("\t")
        encoding, second, path = rest.partition("\t")
        if tab and second:
            found.append((part, encoding, Path(path)))
    return found


def _key(record: Path) -> str:
    digest = hashlib.sha256(os.fsencode(record.absolute())).hexdigest()[:16]
    return f"articles/{digest}"

"""Files as the commands take them: folders opened up, bytes read and saved, progress shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from catalog_app.document.document import Document, OpenError, opening
from catalog_app.document.standards import why_only_shown
from catalog_app.lossless.save import Chunks, HardLinked, save
from catalog_app.lossless.source import Source, SourceError, read_source
from catalog_app.lossless.wellformed import NotWellFormed

FINE, FINDINGS, UNREADABLE, NO_ADDRESS = 0, 1, 2, 3
_BAR = 24


class Failure(Exception):
    """Something the user must be told in one line; `code` is the exit status."""

    def __init__(
        self, message: str, file: str = "", line: int = 0, column: int = 0, code: int = UNREADABLE
    ) -> None:
        super().__init__(message)
        self.message, self.file, self.line, self.column = message, file, line, column
        self.code = code

    def __str__(self) -> str:
        """One line: the file, line and column as compilers print them, and the message."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return " ".join(": ".join(filter(None, (place, self.message))).split())


def expanded(names: Sequence[str]) -> list[Path]:
    """The files meant: a folder stands for the XML files below it. Raises Failure."""
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            inside = [p for p in sorted(path.rglob("*")) if p.suffix.lower() == ".xml"]
            found += [p for p in inside if p.is_file()]
            if not inside:
                raise Failure("There are no XML files in this folder.", name)
        else:
            found.append(path)
    return found


def read(path: Path) -> bytes:
    """The bytes of a file; raises Failure."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Failure("There is no such file.", str(path)) from None
    except OSError as error:
        raise Failure(f"Cannot be read: {error.strerror or error}.", str(path)) from None


def source_of(path: Path) -> Source:
    """The text of a file with its encoding; raises Failure."""
    try:
        return read_source(read(path))
    except SourceError as error:
        raise Failure(error.message, str(path), error.line, error.column) from None


def opened(path: Path) -> Document:
    """A file as a document, wholly checked; raises Failure."""
    data = read(path)
    with Progress(path.name) as progress:
        try:
            for step in opening(data):
                if isinstance(step, Document):
                    for done in step.checking():
                        progress.show(done / max(len(step.source.text), 1))
                    return step
                progress.show(step)
        except (OpenError, NotWellFormed) as error:
            raise Failure(error.message, str(path), error.line, error.column) from None
    raise AssertionError("opening ends with a document")


def editable(path: Path) -> Document:
    """A file as a document that may be changed; raises Failure."""
    document = opened(path)
    obstacle = document.obstacle or why_only_shown(document)
    if obstacle:
        raise Failure(f"This file is read-only here: {obstacle}.", str(path))
    return document


def write(document: Document, path: Path, out: str | None) -> None:
    """Save a document in its place, or as another file; raises Failure."""
    target = Path(out) if out else path
    same = not out or (target.exists() and target.samefile(path))
    try:
        document.verify()
    except NotWellFormed as error:
        raise Failure(error.message, str(target), error.line, error.column) from None
    _put(target, document.chunks, document.original_chunks if same else None)


def write_bytes(data: bytes, path: Path) -> None:
    """Write a new file, all or nothing; raises Failure."""
    _put(path, lambda: [data], None)


def _put(target: Path, chunks: Chunks, seen: Chunks | None) -> None:
    try:
        save(target, chunks, seen=seen)
    except HardLinked as error:
        said = f"Not saved: {error} -o writes elsewhere; saving here would part the two."
        raise Failure(said, str(target)) from None
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(f"Not saved: {said.rstrip('.')}.", str(target)) from None


class Progress:
    """A bar on the terminal for long work; nothing at all in a pipe."""

    def __init__(self, label: str) -> None:
        self._label = label[:40]
        self._shown = -1
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown >= 0:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def show(self, fraction: float) -> None:
        """Draw how far it is, from 0 to 1."""
        percent = int(min(fraction, 1) * 100)
        if not self._live or percent == self._shown:
            return
        self._shown = percent
        full = percent * _BAR // 100
        bar = "█" * full + "·" * (_BAR - full)
        sys.stderr.write(f"\r\x1b[K{bar} {percent:3d} % {self._label}")
        sys.stderr.flush()


def following(paths: Sequence[Path]) -> Iterator[Path]:
    """The paths one after the other, with a bar where there are many."""
    with Progress("") as progress:
        for number, path in enumerate(paths):
            if len(paths) > 1:
                progress.show(number / len(paths))
            yield path


def quiet_ends() -> None:
    """Let names that are no text, and pipes that close early, do no harm to what is printed."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            wide = "utf-8" if os.name == "nt" and not stream.isatty() else None
            stream.reconfigure(encoding=wide, errors="backslashreplace")  # type: ignore[union-attr]

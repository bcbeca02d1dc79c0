"""What survives a crash: the last seconds of every open document.

A folder for each edited document holds the bytes as opened (`base`), what they have become
(`state`: ranges of the base that stay, and new text), a description, and a lock that dies with
the process. Nothing here is ever thrown away but by the user or after a save.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QLockFile, QObject, QTimer

from catalog_app.document.frozen import Frozen
from catalog_app.lossless.source import read_source
from catalog_app.session.jobs import Jobs, Report
from catalog_app.session.opening import AT_ONCE
from catalog_app.session.session import Session

REST = 1000
LATEST = 2000
_LINE = 1000  # pieces
_AS_BEFORE = "state.json"  # as 0.3 wrote it: all in one line, what is new among the ranges


@dataclass(frozen=True, slots=True)
class Leftover:
    """A document that was open and edited when the program ended without asking."""

    folder: Path
    path: Path | None
    title: str
    written: float
    disk_hash: str
    kind: str = ""


class Recovery(QObject):
    """Writes down what open documents have become, one to two seconds after each edit."""

    def __init__(self, folder: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder / "recovery", jobs
        self._watches: dict[Session, _Watch] = {}

    def watch(self, session: Session) -> None:
        """Guard a document from now on."""
        self._watches[session] = _Watch(session, self._folder, self._jobs, self)

    def forget(self, session: Session) -> None:
        """The document was closed in good order: nothing needs to be recovered."""
        watch = self._watches.pop(session, None)
        if watch is not None:
            watch.end()

    def write_now(self, session: Session) -> None:
        """Write the state of a document at once and wait for it."""
        self._watches[session].write_now()

    def folder_of(self, session: Session) -> Path | None:
        """Where a document's state is written; None while there is nothing to recover."""
        watch = self._watches.get(session)
        return watch.folder if watch and watch.begun else None

    def left_behind(self) -> list[Leftover]:
        """The documents of processes that are dead, newest first."""
        found = []
        with contextlib.suppress(OSError):
            for folder in sorted(self._folder.iterdir()):
                if not _is_held(folder):
                    leftover = _read_leftover(folder)
                    found += [leftover] if leftover else []
        return sorted(found, key=lambda leftover: -leftover.written)

    def discard(self, leftover: Leftover) -> None:
        """Throw a left-behind document away, because the user said so or it is safe elsewhere."""
        shutil.rmtree(leftover.folder, ignore_errors=True)


class _Watch(QObject):
    """One document and its folder."""

    def __init__(self, session: Session, root: Path, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._root = root
        self.folder = self._fresh_folder()
        self.begun = False
        self._session, self._jobs = session, jobs
        self._lock: QLockFile | None = None
        self._first_unwritten = 0.0
        self._writing = False
        self._disk_hash = ""
        self._hashed: Iterable[bytes] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_rest)
        session.changed.connect(self._on_session_changed)
        session.saved.connect(self._on_session_saved)

    def _on_session_changed(self, _change: object) -> None:
        now = time.monotonic()
        if not self._timer.isActive():
            self._first_unwritten = now
        left = LATEST - (now - self._first_unwritten) * 1000
        self._timer.start(max(0, min(REST, int(left))))

    def _on_session_saved(self) -> None:
        self._timer.stop()
        self._disk_hash = ""
        self._remove()

    def _on_rest(self) -> None:
        if self._writing:
            self._timer.start(REST)
            return
        if self._session.undo_stack.isClean():
            self._remove()
            return
        self._writing = True
        self._jobs.run("", self._work(), self._on_written, self._on_failed)

    def write_now(self) -> None:
        """Write in the caller's thread."""
        self._timer.stop()
        self._work()(lambda _fraction: None)

    def _work(self) -> _Writing:
        if not self.begun:
            self._begin()
        session = self._session
        read = session.document.as_read()
        base = () if (self.folder / "base").exists() else read
        on_disk = session.written or read
        self._hashed = session.written
        state, known = session.document.frozen(), self._disk_hash
        whose = session.path, session.title, session.kind
        return _Writing(self.folder, base, state, on_disk, known, *whose)

    def _begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(os.fspath(self.folder / "lock"))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self.begun = True

    def _on_written(self, disk_hash: object) -> None:
        self._writing = False
        if self._hashed is self._session.written:  # not if it was saved meanwhile
            self._disk_hash = str(disk_hash or "")
        if not self.begun:  # saved or closed while the thread was writing
            self._discard()

    def _on_failed(self, error: BaseException) -> None:
        self._on_written(None)
        raise error

    def _remove(self) -> None:
        if self.begun:
            self.begun = False
            # From now on nobody takes the folder for lost work.
            (self.folder / "about.json").unlink(missing_ok=True)
            self._unlock()
            if not self._writing:
                self._discard()

    def _discard(self) -> None:
        """Delete the folder, beside the window if it is large; the next begins another."""
        work = partial(shutil.rmtree, self.folder, ignore_errors=True)
        if _size(self.folder) > AT_ONCE:
            self._jobs.run("", lambda _report: work())
            self.folder = self._fresh_folder()
        else:
            work()

    def _fresh_folder(self) -> Path:
        return self._root / f"{os.getpid()}-{uuid.uuid4().hex[:12]}"

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def end(self) -> None:
        """Stop and clean up."""
        self._timer.stop()
        self._session.changed.disconnect(self._on_session_changed)
        self._session.saved.disconnect(self._on_session_saved)
        self._remove()
        self.deleteLater()


@dataclass(frozen=True, slots=True)
class _Writing:
    """The state of one document, taken in the window's thread and written in another."""

    folder: Path
    base: Iterable[bytes]
    state: Frozen
    on_disk: Iterable[bytes]
    disk_hash: str
    path: Path | None
    title: str
    kind: str

    def __call__(self, report: Report) -> str:
        """Write, and give the hash of what is on the disk, which a large file costs time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.base:
            _put(self.folder / "base", self.base)
        report(0.5)
        _put(self.folder / "state", noted(self.state))
        disk_hash = self.disk_hash or digest(self.on_disk)
        about = {
            "path": os.fsencode(self.path.absolute()).hex() if self.path else "",
            "title": self.title.encode("utf-8", "replace").decode(),
            "kind": self.kind,
            "process": os.getpid(),
            "written": time.time(),
            "disk": disk_hash if self.path else "",
        }
        _put(self.folder / "about.json", [json.dumps(about).encode()])
        return disk_hash


def noted(state: Frozen) -> Iterator[bytes]:
    """A document's pieces in lines of JSON, an empty line, and the text that is new.

    A piece is a range of the text the document was opened with, or the length of what is new. That
    is written as it is: while a thread makes JSON of many megabytes, the window waits for it.
    """
    pieces = state.pieces
    for at in range(0, len(pieces), _LINE):
        some = pieces[at : at + _LINE]
        yield json.dumps([len(p) if isinstance(p, bytes) else p for p in some]).encode() + b"\n"
    yield b"\n"
    yield from (piece for piece in pieces if isinstance(piece, bytes))


def rejoined(state: BinaryIO, opened: bytes) -> bytes:
    """What was `noted`, from the text that the document was opened with."""
    pieces = list[list[int] | int | str]()
    while line := state.readline().strip():
        pieces += json.loads(line)
    text = bytearray()
    for piece in pieces:
        if isinstance(piece, int):
            text += state.read(piece)
        else:
            text += piece.encode() if isinstance(piece, str) else opened[slice(*piece)]
    return bytes(text)


def recovered_bytes(leftover: Leftover) -> bytes:
    """The document as it was last written down, in its own encoding."""
    source = read_source((leftover.folder / "base").read_bytes())
    with _state_in(leftover.folder).open("rb") as state:
        return source.bom + source.encode(rejoined(state, source.text))


def _state_in(folder: Path) -> Path:
    state = folder / "state"
    return state if state.exists() else folder / _AS_BEFORE


def is_large(leftover: Leftover) -> bool:
    """Whether it takes a while to open what was kept."""
    return _size(leftover.folder) > AT_ONCE


def _size(folder: Path) -> int:
    try:
        return (folder / "base").stat().st_size
    except OSError:
        return 0


def same_on_disk(leftover: Leftover) -> bool:
    """Whether the file is still what it was when the lost session last read or wrote it."""
    if leftover.path is None:
        return False
    try:
        return digest([leftover.path.read_bytes()]) == leftover.disk_hash
    except OSError:
        return False


def digest(chunks: Iterable[bytes]) -> str:
    """A hash that tells whether bytes are the same."""
    total = hashlib.blake2b(digest_size=20)
    for chunk in chunks:
        total.update(chunk)
    return total.hexdigest()


def _put(path: Path, chunks: Iterable[bytes]) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def _is_held(folder: Path) -> bool:
    """Whether the process that wrote this is still alive."""
    name = folder / "lock"
    if not name.exists():
        return not (folder / "about.json").exists()
    lock = QLockFile(os.fspath(name))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return lock.error() == QLockFile.LockError.LockFailedError


def _read_leftover(folder: Path) -> Leftover | None:
    try:
        about = json.loads((folder / "about.json").read_bytes())
        path = Path(os.fsdecode(bytes.fromhex(about["path"]))) if about["path"] else None
        if not (folder / "base").exists() or not _state_in(folder).exists():
            return None
        title, written, disk = about["title"], float(about["written"]), about["disk"]
        return Leftover(folder, path, title, written, disk, about.get("kind", ""))
    except (OSError, ValueError, KeyError, TypeError):
        return None

"""Opening files without stopping the window, and the state of a file on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_app.document.document import Document, OpenError, open_document, opening
from catalog_app.session.jobs import Job, Jobs, Report

AT_ONCE = 2_000_000
Opened = Callable[[Document], None]
Refused = Callable[[OpenError], None]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells at a glance whether a file is still the same: size, time and inode."""

    size: int
    modified: int
    inode: int


def stamp(path: Path) -> Stamp | None:
    """The state of a file now; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def read(path: Path) -> bytes:
    """The bytes of a file; raises OpenError with a sentence that says what to do."""
    try:
        if path.is_dir():
            raise OpenError("This is a folder. Open the files in it.")
        return path.read_bytes()
    except FileNotFoundError:
        raise OpenError("There is no such file. It may have been moved or renamed.") from None
    except PermissionError:
        raise OpenError("You are not allowed to read this file. Ask its owner.") from None
    except OSError as error:
        raise OpenError(f"The file could not be read: {error.strerror or error}.") from None
    except MemoryError:
        raise OpenError("The file is too large for this machine's memory.") from None


def open_now(path: Path) -> Document:
    """Open a file and wait for it; raises OpenError."""
    return open_document(read(path))


def is_small(path: Path) -> bool:
    """Whether a file opens faster than the eye notices."""
    found = stamp(path)
    return found is None or found.size <= AT_ONCE


def open_in_slices(jobs: Jobs, path: Path, opened: Opened, refused: Refused) -> Job:
    """Read a large file in a thread, then cut it into parts a few milliseconds at a time."""
    return jobs.run(
        os.fsdecode(os.fsencode(path.name)),
        _Reading(path),
        lambda begun: _go_on(jobs, path, begun, opened, refused),
        lambda error: refused(_as_open_error(error)),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    path: Path

    def __call__(self, report: Report) -> Iterator[float | Document]:
        """The rest of the opening, after the disk and the first look at the bytes."""
        data = read(self.path)
        report(0.0)
        steps = opening(data)
        return _from(next(steps), steps)


def _from(
    first: float | Document, rest: Iterator[float | Document]
) -> Iterator[float | Document]:
    yield first
    yield from rest


def _go_on(
    jobs: Jobs, path: Path, steps: Iterator[object], opened: Opened, refused: Refused
) -> None:
    jobs.slices(path.name, steps, opened, lambda error: refused(_as_open_error(error)))


def _as_open_error(error: BaseException) -> OpenError:
    if isinstance(error, OpenError):
        return error
    if isinstance(error, MemoryError):
        return OpenError("The file is too large for this machine's memory.")
    raise error

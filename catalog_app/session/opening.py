"""Opening files without stopping the window, and the state of a file on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from catalog_app.document.document import Document, OpenError, open_document, opening
from catalog_app.session.jobs import Job, Jobs, Report

__all__ = [
    "OpenError",
    "Stamp",
    "check_readable",
    "is_small",
    "open_bytes",
    "open_in_slices",
    "open_now",
    "open_soon",
    "read",
    "shown_name",
    "stamp",
]
AT_ONCE = 2_000_000
Read = Callable[[], bytes]
Opened = Callable[[Document], None]
Refused = Callable[[OpenError], None]
Ended = Callable[[], None]


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


def shown_name(path: Path) -> str:
    """A file's name for the screen, whatever bytes it is made of."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def check_readable(path: Path) -> None:
    """Raise OpenError, with a sentence that says what to do, if a file cannot be read."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError:
        read(path)


def open_soon(
    jobs: Jobs, path: Path, opened: Opened, refused: Refused, ended: Ended = lambda: None
) -> None:
    """Open a small file at once, a large one in slices."""
    open_bytes(
        jobs, shown_name(path), partial(read, path), not is_small(path), opened, refused, ended
    )


def open_bytes(
    jobs: Jobs,
    label: str,
    read: Read,
    large: bool,
    opened: Opened,
    refused: Refused,
    ended: Ended = lambda: None,
) -> None:
    """Open what `read` gives: at once, or in slices if there is much of it."""
    if large:
        _open_in_slices(jobs, label, read, opened, refused, ended)
        return
    try:
        document = open_document(read())
    except (OSError, ValueError) as error:
        refused(_as_open_error(error))
    else:
        opened(document)
    finally:
        ended()


def open_in_slices(jobs: Jobs, path: Path, opened: Opened, refused: Refused, ended: Ended) -> Job:
    """Read a large file in a thread, then cut it into parts a few milliseconds at a time.

    One of `opened` and `refused` is called, none when it is cancelled; and `ended` at last.
    """
    return _open_in_slices(jobs, shown_name(path), partial(read, path), opened, refused, ended)


def _open_in_slices(
    jobs: Jobs, label: str, read: Read, opened: Opened, refused: Refused, ended: Ended
) -> Job:
    def cut(steps: Iterator[object]) -> None:
        job = jobs.slices(label, steps, opened, fail)
        job.finished.connect(ended)

    def fail(error: BaseException) -> None:
        refused(_as_open_error(error))

    def over() -> None:
        if reading.cancelled or reading.failed:
            ended()

    reading = jobs.run(label, _Reading(read), cut, fail)
    reading.finished.connect(over)
    return reading


@dataclass(frozen=True, slots=True)
class _Reading:
    read: Read

    def __call__(self, report: Report) -> Iterator[float | Document]:
        """The rest of the opening, after the disk and the first look at the bytes."""
        data = self.read()
        report(0.0)
        steps = opening(data)
        return chain([next(steps)], steps)


def _as_open_error(error: BaseException) -> OpenError:
    if isinstance(error, OpenError):
        return error
    if isinstance(error, MemoryError):
        return OpenError("The file is too large for this machine's memory.")
    if isinstance(error, OSError | ValueError):
        return OpenError(str(error))
    raise error

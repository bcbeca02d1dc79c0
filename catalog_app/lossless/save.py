"""Put bytes on the disk so that there is never half a file, nor somebody else's work lost."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_BLOCK = 1 << 20
_PATIENCE = 2.0
_WINDOWS = os.name == "nt"
# Network file systems that cannot do it; the replacing itself has been done.
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})
# A file name has 255 bytes at most, and a character up to four.
_STEM = 40
Chunks = Callable[[], Iterable[bytes]]


class SaveError(OSError):
    """The file was not saved; the old one is as it was. The message says what to do."""


class ReadOnly(SaveError):
    """The file or its folder may not be written."""


class ChangedOnDisk(SaveError):
    """The file is not the one that was opened."""


class HardLinked(SaveError):
    """The file has other names on the disk, which a save would cut off."""


def save(path: str | Path, chunks: Chunks, *, seen: Chunks | None, unlink: bool = False) -> None:
    """Write a file anew, all or nothing, and return when it is on the disk.

    `chunks` gives the bytes, more than once if asked; `seen` gives those that the file held when
    it was opened, or is None to replace whatever is there. `unlink` allows to cut off other hard
    links. Raises SaveError (ReadOnly, ChangedOnDisk, HardLinked) or another OSError such as a
    full disk; then the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    old = _check_target(target, unlink)
    if old and seen is not None and not holds(target, seen()):
        raise ChangedOnDisk(f"{target.name} was changed by another program since it was opened.")
    temporary = _write_beside(target, chunks)
    try:
        if old:
            _take_over_identity(target, temporary, old)
        if not holds(temporary, chunks()):
            raise SaveError(f"The disk gave back other bytes than were written to {target.name}.")
        _replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    _sweep(target)


def holds(path: Path, chunks: Iterable[bytes]) -> bool:
    """Tell whether a file holds exactly these bytes."""
    try:
        with path.open("rb") as file:
            for chunk in chunks:
                for start in range(0, len(chunk), _BLOCK):
                    piece = chunk[start : start + _BLOCK]
                    if file.read(len(piece)) != piece:
                        return False
            return not file.read(1)
    except FileNotFoundError:
        return False


def _check_target(target: Path, unlink: bool) -> os.stat_result | None:
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if not target.is_file():
        raise SaveError(f"{target.name} is not a file.")
    # The mode decides even for an administrator, who could write anyway.
    if not os.access(target, os.W_OK) or not old.st_mode & 0o222:
        raise ReadOnly(f"{target.name} is read-only. Save a copy under another name.")
    if old.st_nlink > 1 and not unlink:
        if old.st_nlink == 2:
            raise HardLinked(f"{target.name} has another name on this disk.")
        raise HardLinked(f"{target.name} has {old.st_nlink - 1} more names on this disk.")
    return old


def _write_beside(target: Path, chunks: Chunks) -> Path:
    prefix = f".{target.name[:_STEM]}.{os.getpid()}."
    try:
        handle, name = tempfile.mkstemp(".saving", prefix, target.parent)
    except PermissionError:
        raise ReadOnly(
            f"The folder of {target.name} is read-only. Save a copy in another folder."
        ) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks())
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if not target.exists() and not _WINDOWS:
        temporary.chmod(0o666 & ~_umask())
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _take_over_identity(target: Path, temporary: Path, old: os.stat_result) -> None:
    """Give the new file the mode, owner and extended attributes of the old one, where allowed."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    shutil.copymode(target, temporary)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(temporary, name, os.getxattr(target, name))


def _replace(temporary: Path, target: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            os.replace(temporary, target)
            return
        except PermissionError:
            # On Windows a virus scanner may hold the file for a moment.
            if not _WINDOWS or time.monotonic() > end:
                raise
            time.sleep(0.05)


def _sync_folder(folder: Path) -> None:
    if _WINDOWS:
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # a folder that may be written but not listed
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _sweep(target: Path) -> None:
    """Remove what earlier saves of this file left behind when their process was killed."""
    pattern = re.compile(rf"\.{re.escape(target.name[:_STEM])}\.(\d+)\.[^.]*\.saving")
    for entry in _entries(target.parent):
        found = pattern.fullmatch(entry.name)
        if found and not _alive(int(found[1])):
            with contextlib.suppress(OSError):
                entry.unlink()


def _entries(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from folder.iterdir()


def _alive(process: int) -> bool:
    if _WINDOWS:
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

"""A save is all or nothing, keeps the file's identity, and never loses somebody else's work."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog_app.lossless import save as saving
from catalog_app.lossless.save import ChangedOnDisk, HardLinked, ReadOnly, SaveError, holds, save

OLD, NEW = b"<old/>" * 1000, b"<new/>" * 300_000
unix = pytest.mark.skipif(os.name == "nt", reason="modes and links are those of Unix")


def chunks() -> Iterator[bytes]:
    yield NEW[:10]
    yield b""
    yield NEW[10:]


def seen() -> Iterator[bytes]:
    yield OLD


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "record.xml"
    path.write_bytes(OLD)
    return path


def alone(file: Path) -> bool:
    """Whether nothing lies beside the file."""
    return [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_file_is_written_whole(file: Path) -> None:
    save(file, chunks, seen=seen)
    assert file.read_bytes() == NEW
    assert alone(file)


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    save(tmp_path / "new.xml", chunks, seen=None)
    (tmp_path / "usual.xml").write_bytes(b"")
    modes = [stat.S_IMODE((tmp_path / n).stat().st_mode) for n in ("new.xml", "usual.xml")]
    assert modes[0] == modes[1]


@pytest.mark.parametrize(
    "change",
    [OLD + b"x", OLD[:-1], b"", OLD.replace(b"o", b"0", 1), OLD[:-1] + b"!"],
    ids=["longer", "shorter", "empty", "same size at the start", "same size at the end"],
)
def test_a_file_changed_since_is_never_overwritten(file: Path, change: bytes) -> None:
    times = file.stat()
    file.write_bytes(change)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(ChangedOnDisk, match="another program"):
        save(file, chunks, seen=seen)
    assert file.read_bytes() == change
    assert alone(file)


@unix
def test_mode_and_extended_attributes_stay(file: Path) -> None:
    file.chmod(0o640)
    try:
        os.setxattr(file, "user.origin", b"eprints")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    save(file, chunks, seen=seen)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.getxattr(file, "user.origin") == b"eprints"


@unix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 12345, 54321)
    save(file, chunks, seen=seen)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 54321)


@unix
def test_a_symbolic_link_stays_one(file: Path) -> None:
    link = file.parent / "link.xml"
    link.symlink_to(file.name)
    save(link, chunks, seen=seen)
    assert link.is_symlink()
    assert file.read_bytes() == NEW


@unix
def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.xml"
    link.symlink_to("target.xml")
    save(link, chunks, seen=None)
    assert link.is_symlink()
    assert (tmp_path / "target.xml").read_bytes() == NEW


@unix
def test_other_names_of_a_file_are_cut_off_only_when_asked(file: Path) -> None:
    other = file.parent / "other.xml"
    os.link(file, other)
    with pytest.raises(HardLinked, match="another name"):
        save(file, chunks, seen=seen)
    assert file.read_bytes() == OLD
    save(file, chunks, seen=seen, unlink=True)
    assert (file.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_read_only_file_is_refused(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(ReadOnly, match="Save a copy"):
        save(file, chunks, seen=seen)
    assert file.read_bytes() == OLD
    file.chmod(0o644)


@unix
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_folder_is_refused(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        with pytest.raises(ReadOnly, match="folder"):
            save(file, chunks, seen=seen)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == OLD


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="not a file"):
        save(tmp_path, chunks, seen=None)


class Killed(BaseException):
    """What a test raises in the place of a system call."""


STEPS = ["fsync", "replace", "chown", "fdopen"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("error", [OSError(errno.EIO, "disk"), Killed()], ids=["error", "killed"])
def test_an_error_at_any_step_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    if step == "chown" and not isinstance(error, Killed):
        pytest.skip("an owner that may not be given is no error")

    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(saving.os, step, fail)
        with pytest.raises(type(error)):
            save(file, chunks, seen=seen)
    assert file.read_bytes() == OLD
    assert alone(file)
    save(file, chunks, seen=seen)
    assert file.read_bytes() == NEW


def test_a_full_disk_leaves_the_old_file(file: Path) -> None:
    def filling() -> Iterator[bytes]:
        yield NEW[:100_000]
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        save(file, filling, seen=seen)
    assert file.read_bytes() == OLD
    assert alone(file)


def test_a_disk_that_gives_back_other_bytes_is_noticed(file: Path) -> None:
    said = iter([NEW, NEW + b"more"])
    with pytest.raises(SaveError, match="gave back other bytes"):
        save(file, lambda: [next(said)], seen=seen)
    assert file.read_bytes() == OLD
    assert alone(file)


def test_a_folder_that_cannot_be_synced_does_not_spoil_the_save(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(saving.os, "fsync", only_files)
    save(file, chunks, seen=seen)
    assert file.read_bytes() == NEW


KILLED = """
import os, signal, sys
from catalog_app.lossless import save as saving
real = getattr(os, sys.argv[2])
def kill(*a, **k):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(os, sys.argv[2], kill)
saving.save(sys.argv[1], lambda: [b"<new/>"], seen=None)
"""


@unix
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_a_killed_process_left_behind_is_swept_by_the_next_save(file: Path, step: str) -> None:
    top = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": top}
    command = [sys.executable, "-c", KILLED, str(file), step]
    assert subprocess.run(command, env=environment, check=False).returncode < 0
    assert file.read_bytes() == OLD
    assert not alone(file)
    (file.parent / ".other.xml.1.x.saving").write_bytes(b"")
    save(file, chunks, seen=seen)
    assert file.read_bytes() == NEW
    assert sorted(p.name for p in file.parent.iterdir()) == [".other.xml.1.x.saving", "record.xml"]


@unix
@pytest.mark.parametrize(
    "name",
    [b"\xff\xfe.xml", "й".encode() * 120 + b".xml", "\U0001f600".encode() * 62, b"a b'\".xml"],
)
def test_any_file_name_works(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
    path.write_bytes(OLD)
    save(path, chunks, seen=seen)
    assert path.read_bytes() == NEW
    assert os.listdir(os.fsencode(tmp_path)) == [name]


def test_holds_compares_across_blocks(file: Path) -> None:
    file.write_bytes(NEW)
    assert holds(file, chunks())
    assert holds(file, iter([NEW]))
    assert not holds(file, iter([NEW[:-1]]))
    assert not holds(file, iter([NEW, b"x"]))
    assert not holds(file.parent / "none", iter([b""]))

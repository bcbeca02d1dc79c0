"""Files on the disk: what a package says of them, and whether it is true."""

from __future__ import annotations

import csv
import hashlib
import io
import mimetypes
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from zlib import adler32, crc32

from catalog_app.document.files_rows import FileRow

ALGORITHMS = ("SHA-256", "SHA-512", "MD5")
_HASHES = {
    "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512", "MD5": "md5",
}  # fmt: skip
_BLOCK = 1 << 20
_TRACES = ".traces.json"
_KINDS = mimetypes.MimeTypes()
_MORE = {
    ".jp2": "image/jp2", ".jpf": "image/jpx", ".webp": "image/webp", ".tif": "image/tiff",
    ".xml": "text/xml", ".md": "text/markdown", ".epub": "application/epub+zip",
    ".flac": "audio/flac", ".mkv": "video/x-matroska", ".gz": "application/gzip",
}  # fmt: skip
Report = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a package notes of a file: its address, media type, size in bytes, date, checksum."""

    path: Path
    href: str
    mime: str = ""
    size: int = 0
    created: str = ""
    checksum: str = ""
    checksum_type: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a file is as the package says.

    `state` is "right", "missing", "changed", "extra" (on the disk only), "elsewhere" (on the web:
    not looked at) or "unknown" (there is nothing to compare it with).
    """

    state: str
    id: str
    location: str
    reason: str = ""


def media_type(path: Path) -> str:
    """The media type by the file's name, the same on every machine; "" if it is not known."""
    suffix = path.suffix.lower()
    return _MORE.get(suffix) or _KINDS.types_map[True].get(suffix, "")


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The files meant by files and folders, in natural order; hidden ones are left out."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*"), key=natural) if path.is_dir() else [path]
        found += [p for p in inside if p.is_file() and not p.name.startswith(".")]
    return list(dict.fromkeys(found))


def natural(path: Path) -> list[tuple[int, int | str]]:
    """A key by which page 2 comes before page 10."""
    pieces = re.findall(r"\d+|\D+", str(path))
    return [(0, int(p)) if p.isdecimal() else (1, p.casefold()) for p in pieces]


def href_of(path: Path, base: Path | None) -> str:
    """How a location is written: relative to a folder, or as an absolute address."""
    if base is not None:
        try:
            return quote(path.resolve().relative_to(base.resolve()).as_posix())
        except ValueError:
            pass
    return path.resolve().as_uri()


def look(
    paths: Sequence[Path], base: Path | None, algorithm: str, report: Report = lambda _: None
) -> list[Facts]:
    """Read what there is to know of files; raises OSError. `algorithm` "" computes no checksum."""
    found = []
    total = max(sum(path.stat().st_size for path in paths), 1)
    done = 0
    for path in paths:
        state = path.stat()
        start = done
        digest = ""
        if algorithm:
            digest = checksum(path, algorithm, lambda n, s=start: report((s + n) / total))  # type: ignore[misc]
        done += state.st_size
        report(done / total)
        made = datetime.fromtimestamp(state.st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        found.append(
            Facts(path, href_of(path, base), media_type(path), state.st_size, made,
                  digest, algorithm)
        )  # fmt: skip
    return found


def checksum(path: Path, algorithm: str, passed: Callable[[int], None] = lambda _: None) -> str:
    """The checksum of a file by the name METS gives the method, in hexadecimal; "" if unknown."""
    if algorithm in ("CRC32", "Adler-32"):
        return _sum32(path, crc32 if algorithm == "CRC32" else adler32)
    name = _HASHES.get(algorithm)
    if name is None:
        return ""
    digest, done = hashlib.new(name, usedforsecurity=False), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            done += len(block)
            passed(done)
    return digest.hexdigest()


def _sum32(path: Path, step: Callable[[bytes, int], int]) -> str:
    value = 0 if step is crc32 else 1
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            value = step(block, value)
    return f"{value & 0xFFFFFFFF:08x}"


def local_path(location: str, base: Path | None) -> Path | None:
    """Where on this disk a location leads to; None for one on the web."""
    parts = urlsplit(location)
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    if parts.scheme and len(parts.scheme) > 1:
        return None
    path = Path(unquote(location))
    return path if path.is_absolute() or base is None else base / path


def verify(
    rows: Iterable[FileRow],
    count: int,
    base: Path | None,
    report: Report = lambda _: None,
    own: Path | None = None,
) -> list[Verdict]:
    """Compare files with what the package says of them; then what lies beside them unmentioned.

    `own` is the file of the package itself: neither it nor what is kept beside it is extra.
    """
    found: list[Verdict] = []
    seen: set[Path] = set()
    for number, row in enumerate(rows):
        report(number / max(count, 1))
        path = local_path(row.location, base) if row.location else None
        if path is not None:
            seen.add(path.resolve())
        found.append(_judged(row, path))
    folders = {path.parent for path in seen if path.parent.is_dir()}
    for folder in sorted(folders):
        for path in sorted(folder.iterdir(), key=natural):
            hidden = path.name.startswith(".") or is_own(path, own)
            if path.is_file() and not hidden and path.resolve() not in seen:
                words = "It lies beside the files, and the package does not name it."
                found.append(Verdict("extra", "", href_of(path, base), words))
    return found


def is_own(path: Path, own: Path | None) -> bool:
    """Whether a file is that of a package, or the traces that are kept beside it."""
    if own is None or path.name not in (own.name, own.name + _TRACES):
        return False
    return path.parent.resolve() == own.parent.resolve()


def _judged(row: FileRow, path: Path | None) -> Verdict:
    if not row.location:
        return Verdict("unknown", row.id, "", "The package does not say where it is.")
    if path is None:
        return Verdict("elsewhere", row.id, row.location, "It is on the web and was not looked at.")
    if not path.is_file():
        return Verdict("missing", row.id, row.location, "There is no such file.")
    size = path.stat().st_size
    if row.size and row.size.isdecimal() and int(row.size) != size:
        words = f"It has {size} bytes; the package says {row.size}."
        return Verdict("changed", row.id, row.location, words)
    digest = checksum(path, row.checksum_type) if row.checksum else ""
    if digest and digest != row.checksum.strip().lower():
        words = f"Its {row.checksum_type} checksum is not that of the package."
        return Verdict("changed", row.id, row.location, words)
    if row.checksum or row.size:
        return Verdict("right", row.id, row.location)
    return Verdict("unknown", row.id, row.location, "There is no size and no checksum to compare.")


def told(verdicts: Iterable[Verdict]) -> bytes:
    """The verdicts as a table in CSV, for saving."""
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(("State", "ID", "Location", "Reason"))
    table.writerows((v.state, v.id, v.location, v.reason) for v in verdicts)
    return stream.getvalue().encode("utf-8-sig")

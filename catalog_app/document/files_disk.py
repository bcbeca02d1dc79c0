"""Files on the disk, and what a package says of them."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zlib import adler32, crc32

from catalog_app.document.locations import href_of, natural

ALGORITHMS = ("SHA-256", "SHA-512", "MD5")
_HASHES = {
    "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512", "MD5": "md5",
}  # fmt: skip
_BLOCK = 1 << 20
_TRACES = ".traces.json"
#: What a saved report on files is called, behind the name of the package.
REPORT = ".files.csv"
_CLUTTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})  # what has a dot is hidden
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


def media_type(path: Path) -> str:
    """The media type by the file's name, the same on every machine; "" if it is not known."""
    suffix = path.suffix.lower()
    return _MORE.get(suffix) or _KINDS.types_map[True].get(suffix, "")


def gathered(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The files meant by files and folders, in natural order; and those that were left out.

    Hidden ones are left out, and what systems put beside files.
    """
    found: list[Path] = []
    left: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*"), key=natural) if path.is_dir() else [path]
        for one in inside:
            if one.is_file():
                (left if _is_aside(one, path) else found).append(one)
    return list(dict.fromkeys(found)), list(dict.fromkeys(left))


def _is_aside(path: Path, chosen: Path) -> bool:
    within = path.relative_to(chosen).parts[:-1] if path != chosen else ()
    return is_clutter(path) or any(part.startswith((".", "__MACOSX")) for part in within)


def is_clutter(path: Path) -> bool:
    """Whether a file is hidden, or what a system puts beside the files of people."""
    return path.name.startswith(".") or path.name.casefold() in _CLUTTER


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


def known_checksum(method: str) -> bool:
    """Whether a checksum can be computed by a method."""
    return method in _HASHES or method in ("CRC32", "Adler-32")


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


def is_own(path: Path, own: Path | None) -> bool:
    """Whether a file is that of a package, or its traces or report that are kept beside it."""
    if own is None or path.name not in (own.name, own.name + _TRACES, own.name + REPORT):
        return False
    return path.parent.resolve() == own.parent.resolve()

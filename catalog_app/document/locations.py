"""Where the files of a package are: locations as they are written, read and shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

#: The kinds of location that name a file without saying where on a disk it is.
_NAMES = frozenset({"ARK", "URN", "PURL", "HANDLE", "DOI"})
_DIGITS, _ZERO = re.compile(r"[0-9]+"), ord("0")
#: What may stand in a location as it is, besides letters, figures and “%” before two figures.
_PLAIN = "/:?#[]@!$&()*+,;=~-._"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CODES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")
_Key = list[tuple[int, int | str]]


def natural(path: Path | str) -> _Key:
    """A key by which page 2 comes before page 10."""
    pieces = re.findall(r"\d+|\D+", str(path))
    return [(0, int(p)) if p.isdecimal() else (1, p.casefold()) for p in pieces]


def natural_words(text: str) -> str:
    """The same as one text, which takes little room where there are very many of them.

    Before a number stands how long it is: “p10” comes behind “p2”, in any case and with zeros.
    """
    return _DIGITS.sub(_measured, text.casefold())


def _measured(digits: re.Match[str]) -> str:
    bare = digits[0].lstrip("0")
    return f"{chr(_ZERO + len(bare))}{bare}"


def shown(location: str) -> str:
    """A location, or a step of one, as people read it: “стр 1.png” for what stands for it."""
    return unquote(location) if "%" in location else location


def written(text: str, letters: bool = False) -> str:
    """What is typed as a location must be written: “a b” as “a%20b”; what is so already stays.

    `letters` lets those of all alphabets stand as they are.
    """
    text = _BARE_PERCENT.sub("%25", text)
    if not letters:
        return quote(text, safe=_PLAIN + "%")
    return "".join(one if one >= "\x80" else quote(one, safe=_PLAIN + "%") for one in text)


def spellings(text: str) -> list[str]:
    """The ways in which the same beginning of locations may be written in a file."""
    plain = shown(text)
    return list(dict.fromkeys((text, written(text), plain, written(plain), written(plain, True))))


def common_folder(locations: Iterable[str]) -> str:
    """The deepest folder in which most of the locations are, "" where there is none."""
    said = [location for location in locations if location]
    holding = Counter(one[: at + 1] for one in said for at in _slashes(one))
    most = (folder for folder, number in holding.items() if 2 * number > len(said))
    return max(most, key=len, default="")


def _slashes(location: str) -> list[int]:
    """Where the folders of a location end; the server of an address is none to be cut."""
    start = location.find("://") + 3 if "://" in location else 0
    return [at for at in range(start, len(location)) if location[at] == "/"]


def is_cut(location: bytes, at: int) -> bool:
    """Whether a letter that is written as “%D0%9F” stands on both sides of a place in a location.

    Codes that are no letters of UTF-8 stand each for itself.
    """
    for codes in _CODES.finditer(location):
        if codes.start() < at < codes.end():
            before = location[codes.start() : at]
            return len(before) % 3 > 0 or (_is_letters(codes[0]) and not _is_letters(before))
    return False


def _is_letters(codes: bytes) -> bool:
    try:
        unquote_to_bytes(codes).decode()
    except UnicodeDecodeError:
        return False
    return True


def href_of(path: Path, base: Path | None) -> str:
    """How a location is written: relative to a folder, or as an absolute address."""
    if base is not None:
        try:
            return quote(path.resolve().relative_to(base.resolve()).as_posix())
        except ValueError:
            pass
    return path.resolve().as_uri()


def is_relative(location: str) -> bool:
    """Whether a location says something only together with the folder of its package."""
    parts = urlsplit(location)
    return bool(location) and not _is_scheme(parts.scheme) and not Path(parts.path).is_absolute()


def _is_scheme(scheme: str) -> bool:
    return len(scheme) > 1  # one letter is a drive


def is_name(kind: str) -> bool:
    """Whether locations of a kind (LOCTYPE) are names, which lead to no place on a disk."""
    return kind.upper() in _NAMES


def local_path(location: str, base: Path | None) -> Path | None:
    """Where on this disk a location leads to.

    None for one on the web, and for a relative one where no folder is known.
    """
    parts = urlsplit(location)
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    if _is_scheme(parts.scheme):
        return None
    path = Path(unquote(location))
    if path.is_absolute():
        return path
    return base / path if base is not None else None


def found_path(location: str, base: Path | None) -> Path | None:
    """The same; a file that is called by the very letters of its location is found too."""
    path = local_path(location, base)
    if path is None or "%" not in location or is_file(path) or urlsplit(location).scheme:
        return path
    as_written = Path(location) if base is None else base / location
    return as_written if is_file(as_written) else path


def is_file(path: Path) -> bool:
    """Whether there is a file; a path that no disk could hold is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False

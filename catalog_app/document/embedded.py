"""Data that is written into a package as Base64 text: what it is, what can be read of it."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode

_LINE = 76
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\0\0\0\x0cjP", "image/jp2"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
)
_MARC = re.compile(rb"\d{5}.{5}22\d{5}", re.DOTALL)
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")
_SUFFIXES = {
    "application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif",
    "image/tiff": ".tif", "image/jp2": ".jp2", "application/zip": ".zip",
    "application/gzip": ".gz", "application/rtf": ".rtf", "application/marc": ".mrc",
    "text/xml": ".xml", "text/plain": ".txt",
}  # fmt: skip


def decoded(text: str) -> bytes | None:
    """The data that a Base64 text stands for; None where it is no such text."""
    letters = "".join(text.split())
    try:
        return b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def encoded(data: bytes, before: str = "") -> str:
    """Data as Base64 text, in lines if what was there before had several."""
    text = b64encode(data).decode()
    if "\n" not in before.strip() and before.strip():
        return text
    lines = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return "\n".join(lines)


def kind_of(data: bytes) -> str:
    """The media type of data by how it begins; "" where it is not known."""
    found = next((kind for sign, kind in _SIGNS if data.startswith(sign)), "")
    if found:
        return found
    if _MARC.match(data):
        return "application/marc"
    text = readable(data)
    if text is None:
        return ""
    return "text/xml" if text.lstrip("\ufeff \t\r\n").startswith("<") else "text/plain"


def readable(data: bytes) -> str | None:
    """The text that data is, if it is text; of a MARC record its fields, each in a line."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError:
        return None
    if _MARC.match(data):
        return text.replace("\x1e", "\n").replace("\x1f", " $").replace("\x1d", "")
    return None if _UNSEEN.search(text) else text


def suffix_of(kind: str) -> str:
    """How the name of a file of a media type ends."""
    return _SUFFIXES.get(kind, ".bin")

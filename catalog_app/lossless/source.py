"""The bytes as read, with encoding, byte order mark and line ends."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_DECLARATION = re.compile(
    rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""", re.DOTALL
)
_BLANK = re.compile(rb"[ \t\r\n]*")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_UNMARKED = (
    (b"<\0\0\0", "utf-32-le", "UTF-32"),
    (b"\0\0\0<", "utf-32-be", "UTF-32"),
    (b"<\0", "utf-16-le", "UTF-16"),
    (b"\0<", "utf-16-be", "UTF-16"),
)
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "latin1": "iso-8859-1",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "macintosh": "mac-roman",
    "tis-620": "tis-620",
    "shift_jis": "shift_jis",
    "euc-jp": "euc-jp",
    "euc-kr": "euc-kr",
    "big5": "big5",
    "gb2312": "gb2312",
    "gbk": "gbk",
    "gb18030": "gb18030",
    **{f"iso-8859-{n}": f"iso-8859-{n}" for n in (*range(1, 12), *range(13, 17))},
    **{f"windows-125{n}": f"cp125{n}" for n in range(9)},
    **{f"cp125{n}": f"cp125{n}" for n in range(9)},
}
# Everywhere else the tables of Python and of other programs differ in places.
_TRUSTED = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})
_TRUSTED_SMALL = frozenset({"iso-8859-1", "cp1252"})
_SLICE = 1 << 20


class SourceError(ValueError):
    """The bytes cannot be read as XML text; says where (line and column from 1) and what to do."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"line {line}, column {column}: {message}")
        self.message, self.line, self.column = message, line, column


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text as UTF-8 without byte order mark, and how to turn it into its bytes again.

    `text` is the very object that was read when the file is UTF-8, so nothing is held twice.
    `exact` is False where decoding and encoding again would give other bytes: such a file can be
    looked at, not saved.
    """

    text: bytes
    codec: str = "utf-8"
    label: str = "UTF-8"
    declared: str = ""
    bom: bytes = b""
    newline: str = "\n"
    exact: bool = True

    def encode(self, text: bytes) -> bytes:
        """Turn working text into the file's own encoding, without the byte order mark."""
        return text if self.codec == "utf-8" else text.decode().encode(self.codec)

    def holds(self, characters: str) -> bool:
        """Tell whether the encoding can be trusted to hold these characters as they are."""
        if self.codec in _TRUSTED or characters.isascii():
            return True
        if self.codec not in _TRUSTED_SMALL:
            return False
        try:
            characters.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True


def read_source(data: bytes) -> Source:
    """Read a file's bytes.

    Raises SourceError for bytes that are not what the file says they are, for encodings that are
    not allowed (UTF-7, EBCDIC, unknown ones), for NUL bytes and for an empty file.
    """
    if _BLANK.fullmatch(data):
        raise SourceError("The file is empty.")
    bom, codec, label, declared = _encoding(data)
    body = data[len(bom) :] if bom else data
    text, exact = _decode(body, codec, label)
    nul = next((found for a, b in _slices(text) if (found := text.find(b"\0", a, b)) >= 0), -1)
    if nul >= 0:
        raise SourceError(
            "The file holds a NUL byte, which no XML file may. It is damaged, or not XML.",
            *position(text, nul),
        )
    return Source(text, codec, label, declared, bom, _newline(text), exact)


def position(text: bytes, offset: int) -> tuple[int, int]:
    """The line and column (both from 1, the column in characters) of a byte offset."""
    before = text[:offset]
    line = before.count(b"\n") + 1
    last = before[before.rfind(b"\n") + 1 :]
    return line, len(last.decode("utf-8", "replace")) + 1


def _encoding(data: bytes) -> tuple[bytes, str, str, str]:
    for mark, codec, label in _BOMS:
        if data.startswith(mark):
            return mark, codec, label, _declared(data[len(mark) : 400], codec)
    for start, codec, label in _UNMARKED:
        if data.startswith(start):
            return b"", codec, label, _declared(data[:400], codec)
    if data.startswith(b"Lo\xa7\x94"):
        raise SourceError("The file is in EBCDIC. Convert it to UTF-8 first.")
    declared = _declared(data[:400], "latin-1")
    name = declared.lower() or "utf-8"
    if name.startswith(("utf-16", "utf-32", "ucs-")):
        name = "utf-8"  # the declaration itself was read as single bytes, so it cannot be true
    if name not in _CODECS:
        raise SourceError(
            f"The file says its encoding is “{declared}”, which is not read here. "
            "Convert it to UTF-8 first."
        )
    codec = _CODECS[name]
    return b"", codec, "UTF-8" if codec == "utf-8" else declared, declared


def _declared(head: bytes, codec: str) -> str:
    if codec != "latin-1":
        head = head.decode(codec, "ignore").encode("latin-1", "replace")
    found = _DECLARATION.match(head)
    return found[1].decode() if found else ""


def _decode(body: bytes, codec: str, label: str) -> tuple[bytes, bool]:
    if codec in ("utf-8", "ascii"):
        _check_slices(body, codec, label)
        return body, True
    try:
        decoded = body.decode(codec)
        text = decoded.encode()
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        good = body[:start].decode(codec, "replace").encode("utf-8", "replace")
        raise _undecodable(body, start, label, good) from None
    return text, decoded.encode(codec) == body


def _check_slices(body: bytes, codec: str, label: str) -> None:
    """Decode in slices, so that a large file is not held a second time."""
    decoder = codecs.getincrementaldecoder(codec)()
    for start, _ in _slices(body):
        pending = decoder.getstate()[0]
        try:
            decoder.decode(body[start : start + _SLICE], start + _SLICE >= len(body))
        except UnicodeDecodeError as error:
            at = start - len(pending) + error.start
            raise _undecodable(body, at, label, body[:at]) from None


def _undecodable(body: bytes, start: int, label: str, good: bytes) -> SourceError:
    byte = f"0x{body[start]:02X}" if start < len(body) else "the end"
    return SourceError(
        f"The byte {byte} is not {label}. The file was probably written in another encoding "
        "(often windows-1252): convert it, or correct the encoding in its first line.",
        *position(good, len(good)),
    )


def _newline(text: bytes) -> str:
    crlf = sum(text.count(b"\r\n", a, b + 1) for a, b in _slices(text))
    lf = sum(text.count(b"\n", a, b) for a, b in _slices(text)) - crlf
    cr = sum(text.count(b"\r", a, b) for a, b in _slices(text)) - crlf
    counts = {"\n": lf, "\r\n": crlf, "\r": cr}
    best = max(counts, key=lambda key: counts[key])
    return best if counts[best] else "\n"


def _slices(text: bytes) -> Iterator[tuple[int, int]]:
    """Starts and ends: one call over 80 MB would keep every other thread waiting."""
    return ((start, start + _SLICE) for start in range(0, len(text), _SLICE))

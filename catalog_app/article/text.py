"""The text being described: its characters, its encoding, its lines and its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from catalog_app.article import encodings

_PREVIEW = 90


@dataclass(frozen=True)
class Candidate:
    """An encoding the text may be in, with a line that shows what it would look like."""

    encoding: str
    label: str
    preview: str


@dataclass(frozen=True)
class Article:
    """A text with "\\n" for every line end; offsets are counted in characters of `text`.

    `certain` is False when the encoding should be asked for; then `candidates` are ranked.
    `line_end` is what the file used: "\\n", "\\r\\n", "\\r", "mixed", or "" for a single line.
    """

    text: str
    encoding: str = "utf-8"
    line_end: str = "\n"
    certain: bool = True
    candidates: tuple[Candidate, ...] = ()
    damaged: int = 0
    """How many characters could not be read in this encoding."""

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of the first character of every line."""
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    @cached_property
    def word_count(self) -> int:
        """The number of words, as separated by spaces."""
        return len(self.text.split())

    @property
    def words(self) -> tuple[str, ...]:
        """The words, as separated by spaces."""
        return tuple(self.text.split())

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self.line_starts)

    def passage(self, start: int, end: int) -> str:
        """The characters from one offset up to another, whichever comes first."""
        first, last = sorted((max(0, start), max(0, end)))
        return self.text[first:last]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both counted from one."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """Where a line begins, counted from one; beyond the last line, the last line's start."""
        return self.line_starts[min(max(line, 1), self.lines) - 1]


def read_article(data: bytes, encoding: str | None = None) -> Article:
    """Read a text; without an encoding, find it out and say whether that is certain."""
    if encoding is not None:
        return _decoded(data, [encodings.known_encoding(encoding)], certain=True)
    ranked, certain = encodings.detect(data)
    return _decoded(data, ranked, certain)


def from_text(text: str) -> Article:
    """Make an article of text that is already decoded, such as a paste."""
    plain, line_end = _with_plain_lines(text)
    return Article(plain, line_end=line_end)


def _decoded(data: bytes, ranked: list[str], certain: bool) -> Article:
    encoding = ranked[0]
    text = data.decode(encoding, "replace")
    damaged = text.count("�") - data.count("�".encode()) if "�" in text else 0
    plain, line_end = _with_plain_lines(text.removeprefix("\ufeff"))
    sure = certain and damaged <= 0
    shown = () if sure else tuple(_candidate(data, name) for name in ranked[:6])
    return Article(plain, encoding, line_end, sure, shown, max(0, damaged))


def _with_plain_lines(text: str) -> tuple[str, str]:
    windows = text.count("\r\n")
    mac = text.count("\r") - windows
    unix = text.count("\n") - windows
    found = [end for end, count in (("\r\n", windows), ("\r", mac), ("\n", unix)) if count]
    if windows or mac:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, found[0] if len(found) == 1 else "mixed" if found else ""


def _candidate(data: bytes, encoding: str) -> Candidate:
    return Candidate(encoding, encodings.label(encoding), _preview(data, encoding))


def _preview(data: bytes, encoding: str) -> str:
    """A line around the first letter that the encodings disagree about."""
    match = re.search(rb"[\x80-\xff]", data)
    at = match.start() if match else 0
    start = max(data.rfind(b"\n", 0, at) + 1, at - _PREVIEW // 2)
    start += start % 2 if encoding.startswith("utf-16") else 0
    line = data[start : start + 2 * _PREVIEW].decode(encoding, "replace")
    return " ".join(line.replace("\n", " ").split())[:_PREVIEW]

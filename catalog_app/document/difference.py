"""The lines that an edit changes, or that a save would write, with the lines around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import AnyStr

from catalog_app.document.document import Document
from catalog_app.document.edit import Edit

_AROUND = 3
_LONG, _KEPT = 160, 50
_WORD = 16
_BETWEEN = re.compile(r"(?<=>)(?=<)")


@dataclass(frozen=True, slots=True)
class Region:
    """Whole lines of UTF-8 text, before and after, and the number of the first one."""

    before: bytes
    after: bytes
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the difference: "@" says where, " " is as it was, "-" goes, "+" comes.

    `first` and `last` enclose the characters that differ from the line's counterpart.
    """

    sign: str
    text: str
    first: int = 0
    last: int = 0


def regions(document: Document) -> list[Region]:
    """Where the document differs from the bytes that were read."""
    edited = [
        (part.start, part.end, part.text)
        for part in document.parts.order
        if part.touched and part.edited
    ]
    return regions_in(document.source.text, edited)


def regions_of(document: Document, edit: Edit) -> list[Region]:
    """Where an edit, not done yet, would change the document."""
    texts: dict[int, bytes] = {}
    for splice in edit.splices:
        text = texts.get(splice.part)
        texts[splice.part] = splice.apply(
            document.parts[splice.part].text if text is None else text
        )
    edited, at = [], 0
    for part in document.parts.order:
        if part.id in texts:
            edited.append((at, at + part.size, texts[part.id]))
        at += part.size
    return regions_in(document.text, edited)


def regions_in(text: bytes, edited: Sequence[tuple[int, int, bytes]]) -> list[Region]:
    """Where stretches of a text, in their order, are replaced by others."""
    found = []
    for group in _near(text, [_narrowed(text, *one) for one in edited]):
        start, end = _wide(text, group[0][0], group[-1][1])
        pieces, at = [], start
        for first, last, new in group:
            pieces += [text[at:first], new]
            at = last
        pieces.append(text[at:end])
        line = text.count(b"\n", 0, start) + 1
        found.append(Region(text[start:end], b"".join(pieces), line))
    return found


def _narrowed(text: bytes, start: int, end: int, new: bytes) -> tuple[int, int, bytes]:
    """The stretch without what is the same at its beginning and end."""
    old = text[start:end]
    shorter = min(len(old), len(new))
    head = common(old, new, shorter)
    tail = common(old[::-1], new[::-1], shorter - head)
    return start + head, end - tail, new[head : len(new) - tail]


def common(first: AnyStr, second: AnyStr, limit: int) -> int:
    """How much, at most `limit`, two strings have in common at their beginning."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def what_differs(old: str, new: str, around: int) -> tuple[str, str]:
    """Two texts with most of what they have in common at their ends cut off to “…”.

    About `around` characters stay on either side of what differs, in whole words.
    """
    limit = min(len(old), len(new))
    head = common(old, new, limit)
    tail = common(old[::-1], new[::-1], limit - head)
    start = _left_out(old[:head], around)
    end = _left_out(old[::-1][:tail], around)
    before, after = "… " if start else "", " …" if end else ""
    was, now = (f"{before}{one[start : len(one) - end]}{after}" for one in (old, new))
    return was, now


def _left_out(shared: str, around: int) -> int:
    """How much goes of a shared text before the whole words that stay at its end."""
    most = len(shared) - around
    if most <= around:
        return 0  # too little to be worth a sign
    blank = shared.find(" ", most)
    if blank < 0:  # a single word, whole unless it is very long
        blank = shared.rfind(" ", max(0, most - _WORD), most)
    return blank + 1 if blank >= 0 else most


def _near(
    text: bytes, edited: list[tuple[int, int, bytes]]
) -> Iterator[list[tuple[int, int, bytes]]]:
    group: list[tuple[int, int, bytes]] = []
    for one in edited:
        if group and _wide(text, one[0], one[1])[0] > _wide(text, *group[-1][:2])[1]:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _wide(text: bytes, start: int, end: int) -> tuple[int, int]:
    """The stretch drawn out to whole lines, and some lines around."""
    for _ in range(_AROUND + 1):
        start = max(text.rfind(b"\n", 0, max(start - 1, 0)) + 1, 0) if start else 0
    for _ in range(_AROUND + 1):
        found = text.find(b"\n", end)
        end = len(text) if found < 0 else found + 1
    return start, end


def difference(found: Iterable[Region]) -> list[Line]:
    """The lines to show; needs nothing but the regions, so a job can compute it."""
    return [line for region in found for line in _difference(region)]


def _difference(region: Region) -> Iterator[Line]:
    numbers, old = _lines(region.before)
    _, new = _lines(region.after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        yield Line(
            "@", str(region.line + (numbers[group[0][1]] if group[0][1] < len(numbers) else 0))
        )
        for kind, a, b, c, d in group:
            if kind == "equal":
                yield from (_shown(Line(" ", text)) for text in old[a:b])
            else:
                yield from _changed(old[a:b], new[c:d])


def _lines(text: bytes) -> tuple[list[int], list[str]]:
    """The lines with their numbers from 0; a very long one is cut between its tags."""
    lines = text.decode("utf-8", "replace").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    numbered = [
        (number, piece)
        for number, line in enumerate(lines)
        for piece in (_BETWEEN.split(line) if len(line) > _LONG else [line])
    ]
    return [number for number, _ in numbered], [piece for _, piece in numbered]


def _changed(old: list[str], new: list[str]) -> Iterator[Line]:
    gone, come = [], []
    for before, after in zip_longest(old, new):
        first, last_old, last_new = _apart(before or "", after or "")
        whole = before is None or after is None
        if before is not None:
            gone.append(_shown(Line("-", before, 0 if whole else first, 0 if whole else last_old)))
        if after is not None:
            come.append(_shown(Line("+", after, 0 if whole else first, 0 if whole else last_new)))
    yield from gone
    yield from come


def _apart(before: str, after: str) -> tuple[int, int, int]:
    limit = min(len(before), len(after))
    first = next((at for at in range(limit) if before[at] != after[at]), limit)
    tail = 0
    while tail < limit - first and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return first, len(before) - tail, len(after) - tail


def _shown(line: Line) -> Line:
    """The line, cut to what matters if it is very long."""
    text = line.text.rstrip("\r")
    if len(text) <= _LONG:
        return replace(line, text=text)
    start = max(0, line.first - _KEPT) if line.last or line.first else 0
    end = min(len(text), max(line.last + _KEPT, start + _LONG))
    before, after = "…" * (start > 0), "…" * (end < len(text))
    shift = len(before) - start
    cut = before + text[start:end] + after
    return Line(line.sign, cut, max(line.first + shift, 0), max(line.last + shift, 0))

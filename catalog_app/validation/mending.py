"""All safe repairs of a file, made on a copy of it: bytes in, what differs out.

The document that is open is not touched: the repairs are tried by a thread or by a program of
their own, however large it is. `edit_of` makes of the result an edit of the document.
"""

from __future__ import annotations

import pickle
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import IO

from catalog_app.beside import Beside, be_calm, tell
from catalog_app.document.difference import Line, difference, regions_in
from catalog_app.document.document import Document, OpenError, open_document
from catalog_app.document.edit import Edit
from catalog_app.lossless.part import Part
from catalog_app.lossless.splice import Splice
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.validation import fixes
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.run import Rules, validate

_TOKEN = re.compile(rb"<[^>]*>?|[^<]+")
_MOST_TOKENS = 20_000
# As many changes as anybody looks at before saying yes.
_SHOWN = 100
Stretch = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class Mended:
    """What safe repairs change: stretches of the text with what replaces them, in their order.

    `repairs` tells which they are, `lines` shows the beginning of the difference.
    """

    stretches: tuple[Stretch, ...] = ()
    repairs: tuple[tuple[Finding, Fix], ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def name(self) -> str:
        """The words for the undo list."""
        if len(self.repairs) == 1:
            return self.repairs[0][1].title
        return f"Mend {len(self.repairs)} problems"


def mended(data: bytes, rules: Rules) -> Mended:
    """Make all safe repairs in a copy of a file, one after the other; `data` are its bytes."""

    def findings(current: bytes) -> list[Finding]:
        reports = validate(current, rules=rules)
        return [finding for report in reports for finding in report.findings]

    try:
        copy = open_document(data)
        repairs = fixes.fix_all(copy, findings)
    except (NotWellFormed, OpenError):
        return Mended()
    stretches = tuple(_stretches(copy))
    lines = difference(regions_in(copy.source.text, stretches[:_SHOWN]))
    return Mended(stretches, tuple(repairs), tuple(lines))


def _stretches(copy: Document) -> Iterator[Stretch]:
    for part in copy.parts.order:
        if part.touched and part.edited:
            for start, end, new in _tokens_changed(part.original, part.text):
                yield part.start + start, part.start + end, new


def _tokens_changed(old: bytes, new: bytes) -> Iterator[Stretch]:
    """The tags and texts that differ; all of them where there are too many to compare."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > _MOST_TOKENS:
        yield 0, len(old), new
        return
    places = [0, *accumulate(map(len, before))]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield places[start], places[end], b"".join(after[first:last])


def edit_of(document: Document, found: Mended) -> Edit | None:
    """The edit of the document whose text was mended, unchanged since; None for no repair."""
    if not found.repairs:
        return None
    parts = [part for part in document.parts.order if part.size]
    ends = list(accumulate(part.size for part in parts))
    splices = [
        splice for stretch in reversed(found.stretches) for splice in _spread(parts, ends, stretch)
    ]
    return Edit(found.name, tuple(splices), found.repairs[0][0].address)


def _spread(parts: list[Part], ends: list[int], stretch: Stretch) -> Iterator[Splice]:
    """A change of the text as splices of the parts, the last one first.

    What goes beyond one part goes from each; what comes stands in the first of them.
    """
    start, end, new = stretch
    first = bisect_right(ends, start)
    if first == len(parts) or (start == end and parts[first].kind != "content"):
        first = max(bisect_left(ends, start), 0)  # it comes between two parts: to the one before
    last = max(first, bisect_left(ends, end))
    for number in range(last, first - 1, -1):
        part, begin = parts[number], ends[number] - parts[number].size
        low, high = max(start, begin) - begin, min(end, ends[number]) - begin
        yield Splice(part.id, low, part.text[low:high], new if number == first else b"")


# ---- in a program of its own


def mend_beside(pieces: Iterable[bytes | memoryview], rules: Rules) -> Beside:
    """A mender beside us, fed with a file, whose only message is what it has `Mended`."""
    return Beside(__name__, [pickle.dumps(rules), *pieces])


def main(entry: IO[bytes], out: IO[bytes]) -> None:
    """In the process: mend what comes in, and tell it."""
    be_calm()
    rules = pickle.load(entry)
    tell(out, mended(entry.read(), rules))
    tell(out, None)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)

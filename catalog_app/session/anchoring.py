"""A passage and a field that are found again after either side has changed.

Pure functions: a passage by its words, those around it and where it stood; a field by its address
and what it said. Nothing found means that the trace rests; it comes back when its text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.document.said import children_of, text_of

AROUND = 32
_KEPT = 200
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Trace:
    """A passage of an article and the field that was made of it.

    `start` is -1 while the passage is not in the text, `address` None while the field is not in
    the record; `said` is the field's text when it was last seen, shortened.
    """

    kind: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    address: Address | None
    path: tuple[str, ...]
    said: str

    @property
    def shown(self) -> bool:
        """Whether both ends are there."""
        return self.start >= 0 and self.address is not None


def trace_of(
    document: Document, address: Address, kind: str, text: str, start: int, end: int
) -> Trace:
    """The trace from a passage to the field it has become."""
    element = document.element(address)
    said = shortened(text_of(element)) if element is not None else ""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    quote = text[start:end]
    return Trace(kind, start, end, quote, before, after, address, address.path, said)


def shortened(text: str) -> str:
    """What is kept of a text to know it again."""
    return text[:_KEPT]


# ---- the passage


def found_again(trace: Trace, text: str) -> Trace:
    """The trace where its words stand in the text now; at -1 if they do not."""
    if trace.start >= 0 and text[trace.start : trace.end] == trace.quote:
        return trace
    spans = _exact(trace.quote, text) or _loosely(trace.quote, text)
    if not spans:
        return replace(trace, start=-1, end=-1)
    start, end = max(spans, key=lambda span: _likeness(trace, text, span))
    return replace(trace, start=start, end=end)


def _exact(quote: str, text: str) -> list[tuple[int, int]]:
    if not quote:
        return []
    return [(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)]


def _loosely(quote: str, text: str) -> list[tuple[int, int]]:
    """Where the same words stand with other spaces and line breaks."""
    words = quote.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [(m.start(), m.end()) for m in pattern.finditer(text)]


def _likeness(trace: Trace, text: str, span: tuple[int, int]) -> tuple[int, int]:
    """How much of the neighbourhood is the same, then how near the old position is."""
    start, end = span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    same = _common(before[::-1], trace.before[::-1]) + _common(after, trace.after)
    return same, -abs(start - trace.start)


def _common(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


# ---- the field

Index = Mapping[tuple[str, ...], list[tuple[Address, str]]]


def index_of(document: Document, part: str, paths: Iterable[tuple[str, ...]]) -> Index:
    """Every element of a record on one of the paths: path → its addresses and texts in order."""
    wanted = set(paths)
    heads = {path[:length] for path in wanted for length in range(1, len(path) + 1)}
    found: dict[tuple[str, ...], list[tuple[Address, str]]] = {path: [] for path in wanted}
    record = Address(part)
    top = document.element(record)
    if top is not None:
        _walk(document, record, top, heads, found)
    return found


def _walk(
    document: Document,
    address: Address,
    element: Element,
    heads: set[tuple[str, ...]],
    found: dict[tuple[str, ...], list[tuple[Address, str]]],
) -> None:
    for below, child in children_of(document, address, element):
        if below.path not in heads:
            continue
        if below.path in found:
            found[below.path].append((below, shortened(text_of(child))))
        _walk(document, below, child, heads, found)


def follow(
    traces: Iterable[Trace], now: Index, before: Mapping[tuple[str, ...], int]
) -> list[Trace]:
    """The traces of one record at their fields' new addresses.

    `before` says how many elements stood on each path when the traces were last looked at: if
    none has gone, a field whose text is another one was typed in and keeps its trace.
    """
    return [_followed(trace, now.get(trace.path, []), before.get(trace.path)) for trace in traces]


def _followed(trace: Trace, there: list[tuple[Address, str]], before: int | None) -> Trace:
    at = next((said for address, said in there if address == trace.address), None)
    if at is not None and at == trace.said:
        return trace
    same = [address for address, said in there if said == trace.said and said]
    if same:
        return replace(trace, address=min(same, key=lambda one: _distance(one, trace.address)))
    edited = at is not None and before is not None and len(there) >= before
    if edited or (at and before is None and _alike(at, trace.said)):
        return replace(trace, said=at or "")
    return replace(trace, address=None)


def _distance(one: Address, other: Address | None) -> int:
    if other is None:
        return 0
    steps = zip(one.steps, other.steps, strict=False)
    return sum(abs(a.occurrence - b.occurrence) for a, b in steps)


def _alike(first: str, second: str) -> bool:
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE

"""Cut a document's bytes into parts, reading every tag once and keeping none.

What is worth a part of its own, the caller says in a `Plan`: the scan itself knows only XML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from catalog_app.lossless.part import Heads, Kind, Name, Part, Parts, run_lengths
from catalog_app.lossless.spans import MAX_DEPTH, TOKEN, XML, MarkupError, declarations

COARSE = 1 << 18
# Tags between two reports on how far the scan is: a few milliseconds.
STEP = 2_000


_BLOCK = 1 << 21


@dataclass(frozen=True, slots=True)
class Plan:
    """What the scan looks for.

    `cut(name, ancestors)` tells whether an element becomes a part of its own; `mark(name,
    ancestors)` gives a word to remember with the part where the element stands, or "";
    `jump(name)` tells whether a large element may be passed over unread, if nothing in it begins
    like one of the names `sought` (a local name may be cut short). An element of the names `loose`
    is no part of its own if something marked as one of `within` is in it: that is cut instead.
    Names are (namespace, local).
    """

    cut: Callable[[Name, list[Name]], bool]
    mark: Callable[[Name, list[Name]], str]
    jump: Callable[[Name], bool]
    sought: frozenset[Name]
    loose: frozenset[Name] = frozenset()
    within: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Open:
    qname: bytes
    name: Name
    start: int
    tag_end: int
    namespaces: Mapping[str, str]
    boxed: bool = False


class _Cutter:
    """The state of one scan: what is open, and up to where parts have been made."""

    def __init__(self, text: bytes, plan: Plan) -> None:
        self.text, self.plan = text, plan
        self.stack: list[_Open] = []
        self.names: list[Name] = []
        self.parts: list[Part] = []
        self.cursor = 0
        self.cut_depth = -1
        self.marks: list[tuple[int, str]] = []
        # The names seen since the last part, at the level where parts are being cut; None right
        # after an element has turned out to be cut, because what it began with was not noted.
        self.level: list[Name] | None = []
        self.number = count(1)
        self.resolved: dict[tuple[int, bytes], Name] = {}
        self.declarations: list[Mapping[str, str]] = [{"xml": XML}]

    def name(self, qname: bytes, namespaces: Mapping[str, str]) -> Name:
        key = (id(namespaces), qname)
        found = self.resolved.get(key)
        if found is None:
            prefix, _, local = qname.decode().rpartition(":")
            found = self.resolved[key] = (namespaces.get(prefix, ""), local)
        return found

    def add(self, kind: Kind, end: int, heads: Heads | None = None, coarse: bool = False) -> None:
        span = (self.cursor, end)
        marks = tuple(mark for _, mark in self.marks) if kind == "content" else ()
        part = Part(next(self.number), kind, self.text, span, heads, marks, coarse)
        self.parts.append(part)
        self.cursor = end
        if kind == "content":
            self.marks, self.level = [], []

    def heads(self) -> Heads | None:
        """The names since the last part, where they were noted."""
        return None if self.level is None else run_lengths(self.level)

    def box_ancestors(self) -> None:
        above_boxed = False
        for element in self.stack:
            if element.boxed:
                above_boxed = True
            else:
                element.boxed = True
                heads = run_lengths(self.level[:-1]) if above_boxed and self.level else None
                above_boxed = False
                marks = [mark for mark in self.marks if mark[0] > element.start]
                self.marks = [mark for mark in self.marks if mark[0] < element.start]
                self.add("content", element.start, heads)
                self.marks = marks
                self.add("open", element.tag_end)
                self.level = None

    def opened(self, match: re.Match[bytes]) -> int:
        """Take in a start tag; returns where the scan goes on."""
        parent = self.stack[-1].namespaces if self.stack else self.declarations[0]
        qname, rest = match["name"], match["rest"]
        namespaces = parent
        if b"xmlns" in rest:
            namespaces = {**parent, **declarations(rest)}
            self.declarations.append(namespaces)  # keeps id() unique while the scan runs
        name = self.name(qname, namespaces)
        is_cut = self.cut_depth < 0 and self.plan.cut(name, self.names)
        if is_cut:
            self.box_ancestors()
        if not self.stack:
            self.add("content", match.start(), ())
        if self.level is not None and (not self.stack or self.stack[-1].boxed):
            self.level.append(name)
        if mark := self.plan.mark(name, self.names):
            self.marked(mark, match.start())
        if match["empty"]:
            if is_cut:
                self.add("content", match.end(), self.heads())
            return match.end()
        if is_cut and self.plan.jump(name):
            end = self.jump(match, namespaces)
            if end:
                return end
        self.push(_Open(qname, name, match.start(), match.end(), namespaces), is_cut)
        return match.end()

    def marked(self, mark: str, start: int) -> None:
        """Remember what begins with an element, which may be a reason to cut finer."""
        self.marks.append((start, mark))
        cut = self.names[self.cut_depth] if self.cut_depth >= 0 else None
        if cut in self.plan.loose and mark in self.plan.within:
            self.cut_depth = -1

    def push(self, element: _Open, is_cut: bool) -> None:
        if is_cut:
            self.cut_depth = len(self.stack)
        self.stack.append(element)
        self.names.append(element.name)
        if len(self.stack) > MAX_DEPTH:
            raise MarkupError(f"Elements are nested more than {MAX_DEPTH} deep.", element.start)

    def jump(self, match: re.Match[bytes], namespaces: Mapping[str, str]) -> int:
        """Pass over a large element whose end is certain; 0 where it is not."""
        qname, inside = match["name"], match.end()
        close = self.text.find(b"</" + qname, inside)
        end = self.text.find(b">", close) + 1
        if close < 0 or end <= 0 or close - inside < COARSE:
            return 0
        if self.text[close + 2 + len(qname) : end - 1].strip():
            return 0
        doubtful = (b"<!", b"<?", b"<" + qname, *signs(namespaces, self.plan.sought))
        if any(_stands(self.text, sign, inside, close) for sign in doubtful):
            return 0
        self.add("content", end, self.heads(), coarse=True)
        self.parts[-1].plain = True
        return end

    def closed(self, match: re.Match[bytes]) -> None:
        name = match["end"]
        if not self.stack:
            raise MarkupError(
                f"</{name.decode()}> closes an element that was never opened.", match.start()
            )
        element = self.stack.pop()
        self.names.pop()
        if element.qname != name:
            raise MarkupError(
                f"</{name.decode()}> stands where </{element.qname.decode()}> is expected.",
                match.start(),
            )
        if element.boxed:
            self.add("content", match.start(), self.heads())
            self.add("close", match.end())
        elif self.cut_depth == len(self.stack):
            self.cut_depth = -1
            large = match.end() - element.start > COARSE
            coarse = large and not self.marks and self.plan.jump(element.name)
            self.add("content", match.end(), self.heads(), coarse)
        if not self.stack and self.cursor < match.end():
            self.add("content", match.end())


def signs(namespaces: Mapping[str, str], sought: frozenset[Name]) -> list[bytes]:
    """Byte strings without which nothing that is sought can stand in a stretch."""
    signs = [b"%c%s" % (quote, uri.encode()) for uri in {u for u, _ in sought} for quote in b"\"'"]
    for prefix, uri in namespaces.items():
        start = b"<" + (prefix.encode() + b":" if prefix else b"")
        signs += [start + local.encode() for namespace, local in sought if namespace == uri]
    return signs


def _stands(text: bytes, sign: bytes, start: int, end: int) -> bool:
    """Whether a sign stands in a stretch; block by block, so that no other thread waits long."""
    return any(
        text.find(sign, at, min(at + _BLOCK + len(sign), end)) >= 0
        for at in range(start, end, _BLOCK)
    )


def scan(text: bytes, plan: Plan) -> Iterator[float | Parts]:
    """Yield how far the scan is (0–1) every few milliseconds, and the parts at the end.

    Raises MarkupError where the tags do not match.
    """
    cutter = _Cutter(text, plan)
    position, steps, total = 0, 0, max(len(text), 1)
    find, match_at = text.find, TOKEN.match
    while True:
        position = find(b"<", position)
        if position < 0:
            break
        match = match_at(text, position)
        position = _token(cutter, match)  # type: ignore[arg-type]
        steps += 1
        if steps % STEP == 0:
            yield position / total
    if cutter.stack:
        element = cutter.stack[-1]
        raise MarkupError(
            f"<{element.qname.decode()}> is opened here and never closed.", element.start
        )
    cutter.add("content", total if text else 0)
    yield Parts(cutter.parts)


def _token(cutter: _Cutter, match: re.Match[bytes]) -> int:
    if match["name"] is not None:
        return cutter.opened(match)
    if match["end"] is not None:
        cutter.closed(match)
    elif match["bad"] is not None:
        raise MarkupError("A “<” stands here that begins no complete tag.", match.start())
    return match.end()

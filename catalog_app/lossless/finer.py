"""Cut a coarse part finer, once something inside it is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from catalog_app.lossless.part import Heads, Kind, Name, Part, Parts, run_lengths
from catalog_app.lossless.scan import COARSE
from catalog_app.lossless.spans import MAX_DEPTH, TOKEN, MarkupError, declarations

_PIECE = 1 << 16
_STEP = 1_000


class _Finer:
    """The state of one finer cutting: what is open, and up to where pieces have been made."""

    def __init__(self, parts: Parts, part: Part) -> None:
        # The source itself, not a copy of the stretch: a section may have 50 MB.
        self.parts, self.part, self.text = parts, part, part.source
        self.made: list[Part] = []
        self.names: list[Name] = []
        self.scope = parts.box_of(part).namespaces
        self.stack: list[bytes] = []
        self.cursor = self.child = part.start

    def add(self, kind: Kind, end: int, heads: Heads | None = None, coarse: bool = False) -> None:
        span = (self.cursor, end)
        new = Part(self.parts.new_id(), kind, self.text, span, heads, (), coarse)
        self.made.append(new)
        self.cursor = end

    def broken(self, message: str, at: int) -> MarkupError:
        """What is wrong, and where in the part."""
        return MarkupError(message, at - self.part.start)

    def heads(self) -> Heads:
        """What was passed since the last piece, which is now forgotten."""
        names, self.names = self.names, []
        return run_lengths(names)

    def opened(self, match: re.Match[bytes]) -> None:
        if len(self.stack) == 1:
            self.child = match.start()
        if not self.stack:
            self.add("content", match.start(), ())
            self.add("open", match.end())
            self.scope = _scope(match, self.scope)
        if not match["empty"]:
            self.stack.append(match["name"])
            if len(self.stack) > MAX_DEPTH:
                raise self.broken(f"Elements are nested more than {MAX_DEPTH} deep.", match.start())
        elif len(self.stack) == 1:
            self.passed(match.end())

    def closed(self, match: re.Match[bytes]) -> None:
        name = match["end"]
        if not self.stack or self.stack.pop() != name:
            raise self.broken(f"</{name.decode()}> closes what is not open.", match.start())
        if len(self.stack) == 1:
            self.passed(match.end())
        elif not self.stack:
            self.add("content", match.start(), self.heads())
            self.add("close", match.end())

    def passed(self, end: int) -> None:
        """Take in a child of the element that is being cut."""
        name = _name_at(self.text, self.child, self.scope)
        if end - self.child > COARSE:
            self.add("content", self.child, self.heads())
            self.add("content", end, ((name, 1),), coarse=True)
            return
        self.names.append(name)
        if end - self.cursor > _PIECE:
            self.add("content", end, self.heads())


def finer(parts: Parts, part: Part) -> Iterator[float]:
    """Cut a coarse part finer, in place: its element becomes a box of pieces of some 64 KB.

    Children that are themselves large become coarse parts of their own. Yields how far it is.
    Raises MarkupError, its offset counted in the part, where the tags do not match; then the
    part is as it was.
    """
    cutter = _Finer(parts, part)
    start, end = part.start, part.end
    for step, match in enumerate(TOKEN.finditer(cutter.text, start, end), 1):
        if match["name"] is not None:
            cutter.opened(match)
        elif match["end"] is not None:
            cutter.closed(match)
        elif match["bad"] is not None:
            raise cutter.broken("A “<” stands here that begins no complete tag.", match.start())
        if step % _STEP == 0:
            yield (match.end() - start) / (end - start)
    if cutter.stack:
        raise cutter.broken(f"<{cutter.stack[-1].decode()}> is never closed.", cutter.child)
    cutter.add("content", end, ())
    parts.replace(part, cutter.made)
    yield 1.0


def _scope(match: re.Match[bytes], outer: Mapping[str, str]) -> Mapping[str, str]:
    return {**outer, **declarations(match["rest"])} if b"xmlns" in match["rest"] else outer


def _name_at(text: bytes, start: int, scope: Mapping[str, str]) -> Name:
    match = TOKEN.match(text, start)
    assert match is not None
    prefix, _, local = match["name"].decode().rpartition(":")
    return _scope(match, scope).get(prefix, ""), local

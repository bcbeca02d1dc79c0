"""Cut a coarse part finer, once something inside it is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from catalog_app.lossless.part import Heads, Kind, Name, Part, Parts, run_lengths
from catalog_app.lossless.plain import LEVELS, PLAIN, REACH, Alike
from catalog_app.lossless.scan import COARSE
from catalog_app.lossless.spans import MAX_DEPTH, TOKEN, MarkupError, declarations

_PIECE = 1 << 16
_STEP = 2
# How often in a piece it is looked whether its elements are alike.
_LOOKS = 2
_SHALLOW = MAX_DEPTH - LEVELS - 1


@dataclass(slots=True)
class _Cut:
    """An element that is being cut: the depth of its children, its scope, and where it is.

    `child` is where the child begins that is open; `names` are those passed since the last piece.
    """

    depth: int
    scope: Mapping[str, str]
    child: int = 0
    names: list[Name] = field(default_factory=list)
    known: dict[bytes, Name] = field(default_factory=dict)

    def name(self, text: bytes, start: int, end: int, qname: bytes) -> Name:
        """The name of a child; the same words mean the same where nothing is declared inside."""
        found = self.known.get(qname)
        if found is None or text.find(b"xmlns", start, end) >= 0:
            match = TOKEN.match(text, start)
            assert match is not None
            scope = _scope(match, self.scope)
            prefix, _, local = qname.decode().rpartition(":")
            found = scope.get(prefix, ""), local
            if scope is self.scope:
                self.known[qname] = found
        return found


class _Finer:
    """The state of one finer cutting: what is open, and up to where pieces have been made.

    `stack` holds the names of all open elements, `cuts` those of them whose content is cut: the
    outermost one, and each child that turned out to be large.
    """

    def __init__(
        self,
        text: bytes,
        span: tuple[int, int],
        new_id: Callable[[], int],
        scope: Mapping[str, str],
    ) -> None:
        # The source itself, not a copy of the stretch: a section may have 50 MB.
        self.text, (self.start, self.end) = text, span
        self.new_id, self.scope = new_id, scope
        self.made: list[Part] = []
        self.stack: list[bytes] = []
        self.cuts: list[_Cut] = []
        self.alike = Alike()
        self.cursor = self.start

    def add(self, kind: Kind, end: int, heads: Heads | None = None) -> None:
        span = (self.cursor, end)
        self.made.append(Part(self.new_id(), kind, self.text, span, heads))
        self.cursor = end

    def add_content(self, end: int) -> None:
        """Make a piece of the children passed since the last one."""
        names, self.cuts[-1].names = self.cuts[-1].names, []
        self.add("content", end, run_lengths(names))

    def broken(self, message: str, at: int) -> MarkupError:
        """What is wrong, and where in the part."""
        return MarkupError(message, at - self.start)

    def step(self, at: int) -> int:
        """Take in elements or a tag from an offset on; returns where to go on."""
        deep = len(self.stack)
        if deep and deep > self.cuts[-1].depth and at - self.cuts[-1].child > COARSE:
            return self.cut_child()
        behind = self.plain(at) if self.cuts and deep < _SHALLOW else at
        return behind if behind > at else self.tag(at)

    def plain(self, at: int) -> int:
        """Take in plain elements that follow one another, a piece of them at most."""
        text, here, behind = self.text, self.cuts[-1], at
        find, match, name = text.find, PLAIN.match, here.name
        inside, end, most = len(self.stack) > here.depth, self.end, at + _PIECE
        declared: bool | None = None
        looks, several = 0, True
        while 0 <= at < most:
            if several:
                behind = self.many(at, min(most, end))
                several, looks = False, _LOOKS if behind > at else looks
                at = find(b"<", behind, end)
                continue
            whole = match(text, at, min(at + REACH, end))
            if whole is None:
                break
            if declared is None:  # looked for once something is plain: most tags are not
                declared = find(b"xmlns", at, most + REACH) >= 0
            behind = whole.end()
            if not inside:
                known = None if declared else here.known.get(whole[1])
                here.names.append(known or name(text, at, behind, whole[1]))
            if looks < _LOOKS:
                looks += 1
                several = self.alike.learn(whole[0], whole[1])
            at = find(b"<", behind, end)
        if not inside and behind - self.cursor > _PIECE:
            self.add_content(behind)
        return behind

    def many(self, at: int, most: int) -> int:
        """Take in the elements that are as those before; returns to behind the last of them."""
        here, alike = self.cuts[-1], self.alike
        known = here.known.get(alike.qname)
        inside = len(self.stack) > here.depth
        if known is None and not inside:
            return at
        behind, number = alike.take(self.text, at, most)
        if known is not None and not inside:
            here.names += [known] * number
        return behind

    def tag(self, at: int) -> int:
        """Take in one tag, or what stands in the place of one."""
        match = TOKEN.match(self.text, at, self.end)
        if match is None or match["bad"] is not None:
            raise self.broken("A “<” stands here that begins no complete tag.", at)
        if match["name"] is not None:
            self.opened(match)
        elif match["end"] is not None:
            self.closed(match)
        return match.end()

    def opened(self, match: re.Match[bytes]) -> None:
        if not self.cuts:
            self.add("content", match.start(), ())
            self.cut(match, self.scope)
        elif len(self.stack) == self.cuts[-1].depth:
            self.cuts[-1].child = match.start()
        if not match["empty"]:
            self.stack.append(match["name"])
            if len(self.stack) > MAX_DEPTH:
                raise self.broken(f"Elements are nested more than {MAX_DEPTH} deep.", match.start())
        elif len(self.stack) == self.cuts[-1].depth:
            self.passed(match.start(), match.end(), match["name"])

    def cut(self, match: re.Match[bytes], scope: Mapping[str, str]) -> None:
        """Begin to cut the element of a start tag."""
        self.add("open", match.end())
        self.cuts.append(_Cut(len(self.stack) + 1, _scope(match, scope)))

    def cut_child(self) -> int:
        """Cut the child that has turned out to be large too; returns to behind its start tag."""
        outer = self.cuts[-1]
        match = TOKEN.match(self.text, outer.child)
        assert match is not None
        del self.stack[outer.depth :]
        self.add_content(match.start())
        self.cut(match, outer.scope)
        self.stack.append(match["name"])
        return match.end()

    def closed(self, match: re.Match[bytes]) -> None:
        name = match["end"]
        if not self.stack or self.stack.pop() != name:
            raise self.broken(f"</{name.decode()}> closes what is not open.", match.start())
        here = self.cuts[-1]
        if len(self.stack) < here.depth:
            self.add_content(match.start())
            self.add("close", match.end())
            self.cuts.pop()
        elif len(self.stack) == here.depth:
            self.passed(here.child, match.end(), name)

    def passed(self, start: int, end: int, qname: bytes) -> None:
        """Take in a child of the element that is being cut."""
        here = self.cuts[-1]
        here.names.append(here.name(self.text, start, end, qname))
        if end - self.cursor > _PIECE:
            self.add_content(end)

    def run(self) -> Iterator[float]:
        """Cut all of it; yields how far it is."""
        find, at, steps = self.text.find, self.start, 0
        while (at := find(b"<", at, self.end)) >= 0:
            at = self.step(at)
            steps += 1
            if steps % _STEP == 0:
                yield (at - self.start) / (self.end - self.start)
        if self.stack:
            message = f"<{self.stack[-1].decode()}> is never closed."
            raise self.broken(message, self.cuts[-1].child)


def finer(parts: Parts, part: Part) -> Iterator[float]:
    """Cut a coarse part finer, in place: its element becomes a box of pieces of some 64 KB.

    Children that are themselves large become boxes in it. Yields how far it is. Raises
    MarkupError, its offset counted in the part, where the tags do not match; then the part is as
    it was.
    """
    scope = parts.box_of(part).namespaces
    cutter = _Finer(part.source, (part.start, part.end), parts.new_id, scope)
    yield from cutter.run()
    cutter.add("content", part.end, ())
    if parts.opened(part) is None:  # Someone else may have cut it meanwhile.
        parts.replace(part, cutter.made)
    yield 1.0


def pieces(
    text: bytes, scope: Mapping[str, str], new_id: Callable[[], int]
) -> Iterator[float | list[Part]]:
    """Cut sibling content into parts of some 64 KB; yields how far it is, and the parts at last.

    Raises MarkupError where the tags do not match.
    """
    cutter = _Finer(text, (0, len(text)), new_id, scope)
    cutter.cuts.append(_Cut(0, scope))
    yield from cutter.run()
    cutter.add_content(len(text))
    yield cutter.made


def _scope(match: re.Match[bytes], outer: Mapping[str, str]) -> Mapping[str, str]:
    return {**outer, **declarations(match["rest"])} if b"xmlns" in match["rest"] else outer

"""Byte ranges that are parsed by themselves, and the flat list of them that is a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from catalog_app.lossless.spans import TOKEN, Node, declarations, parse, respelled, untie
from catalog_app.lossless.splice import Splice, SpliceError

Kind = Literal["open", "content", "close"]
Name = tuple[str, str]
Heads = tuple[tuple[Name, int], ...]


class Part:
    """A stretch of the document: complete sibling content, or the start or end tag around some.

    Its bytes are a range of the source until a splice replaces them. `heads` are the names of its
    outermost elements, run by run, known from the scan so that nobody must parse it to count;
    `marks` are what the scan was told to look for inside; `coarse` parts are too large to be
    parsed in one go and must be cut finer first; of `plain` ones among them it is known that there
    are no comments, CDATA sections or instructions inside.
    """

    __slots__ = (
        "_begun",
        "_fragment",
        "_heads",
        "_lines",
        "_text",
        "coarse",
        "end",
        "id",
        "kind",
        "marks",
        "plain",
        "source",
        "start",
        "touched",
    )

    def __init__(
        self,
        number: int,
        kind: Kind,
        source: bytes,
        span: tuple[int, int],
        heads: Heads | None = None,
        marks: tuple[str, ...] | None = (),
        coarse: bool = False,
    ) -> None:
        self.id, self.kind, self.coarse, self.marks = number, kind, coarse, marks
        self.source, (self.start, self.end) = source, span
        self._text: bytes | None = None
        self._fragment: tuple[Mapping[str, str], Node] | None = None
        self._heads = heads
        self._begun: tuple[bytes, int] | None = None
        self._lines: int | None = None
        self.touched = self.plain = False

    def __repr__(self) -> str:
        return f"Part({self.id}, {self.kind}, {self.size} bytes)"

    @property
    def text(self) -> bytes:
        """The bytes as they are now."""
        return self.source[self.start : self.end] if self._text is None else self._text

    @property
    def _where(self) -> tuple[bytes, int, int]:
        """The bytes without a copy: a text, and where in it they begin and end."""
        if self._text is None:
            return self.source, self.start, self.end
        return self._text, 0, len(self._text)

    @property
    def size(self) -> int:
        """How many bytes there are now."""
        return self.end - self.start if self._text is None else len(self._text)

    @property
    def edited(self) -> bool:
        """Whether the bytes differ from those that were read."""
        return self._text is not None and self._text != self.source[self.start : self.end]

    @property
    def original(self) -> bytes:
        """The bytes as they were read."""
        return self.source[self.start : self.end]

    @property
    def lines(self) -> int:
        """How many line feeds there are now."""
        if self._lines is None:
            text, start, end = self._where
            self._lines = text.count(b"\n", start, end)
        return self._lines

    def beginning(self, most: int) -> bytes:
        """The first bytes; the others are not copied."""
        return self.stretch(0, most)

    def stretch(self, first: int, last: int) -> bytes:
        """The bytes between two offsets, as far as there are any; the others are not copied."""
        text, start, end = self._where
        return text[start + max(0, first) : min(end, start + last)]

    def places(self, word: bytes) -> Iterator[int]:
        """The offsets at which some bytes stand; nothing is copied to find that out."""
        text, start, end = self._where
        at = text.find(word, start, end)
        while at >= 0:
            yield at - start
            at = text.find(word, at + 1, end)

    def holds(self, word: bytes) -> bool:
        """Whether some bytes stand here; nothing is copied to find that out."""
        text, start, end = self._where
        return text.find(word, start, end) >= 0

    def begun(self, local: bytes) -> int:
        """How many start tags begin with a local name, under the prefix of the first one here.

        Never fewer than there are; kept until the next splice.
        """
        if self._begun is None or self._begun[0] != local:
            first = self.first_tag()
            prefix, colon, _ = first["name"].rpartition(b":") if first else (b"", b"", b"")
            sign = b"<" + prefix + colon + local
            text, start, end = self._where
            self._begun = local, text.count(sign, start, end)
        return self._begun[1]

    def learn(self, other: Part) -> None:
        """Find out now what was asked of another part that this one comes after."""
        if other._begun is not None:
            self.begun(other._begun[0])

    def succeeded(self, made: list[Part]) -> tuple[Part, ...]:
        """Parts cut from another text, as what comes in the place of this one.

        The first stands for the bytes that were read here, the others for nothing that was read.
        """
        found, span = [], (self.start, self.end)
        for part in made:
            new = Part(part.id, part.kind, self.source, span, part._heads)
            new._text, new.touched = part.text, True
            found.append(new)
            span = (self.end, self.end)
        return tuple(found)

    def splice(self, splice: Splice) -> None:
        """Replace bytes; raises SpliceError, and then nothing has changed."""
        text = splice.apply(self.text)
        known = self._fragment
        if known and respelled(known[1], splice.offset, splice.old, splice.new, text):
            self._text, self.touched, self._lines, self._begun = text, True, None, None
            return
        self.set_text(text)

    def set_text(self, text: bytes) -> None:
        """Put other bytes here and forget what was known of the old ones."""
        if self._fragment is not None:
            untie(self._fragment[1])
        self._text, self._fragment, self._heads, self.marks = text, None, None, None
        self._begun, self._lines, self.touched = None, None, True

    def fragment(self, namespaces: Mapping[str, str]) -> Node:
        """The parsed content, under the namespaces in scope; kept until the next splice."""
        if self._fragment is None or self._fragment[0] != namespaces:
            self._fragment = (namespaces, parse(self.text, namespaces))
        return self._fragment[1]

    def first_tag(self) -> re.Match[bytes] | None:
        """The first start tag, found without copying the bytes; its span counts from the source.

        None where there is none, or markup before it is broken.
        """
        text, start, end = self._where
        for match in TOKEN.finditer(text, start, end):
            if match["name"] is not None:
                return match
            if match["bad"] is not None:
                return None
        return None

    def heads(self, namespaces: Mapping[str, str]) -> Heads:
        """The (namespace, local) names of the outermost elements and how many, run by run."""
        if self._heads is None and self.coarse:
            self._heads = _head(self.first_tag(), namespaces)
        if self._heads is None:
            outer = self.fragment(namespaces).elements
            names = [(node.namespace, node.local) for node in outer]
            self._heads = run_lengths(names)
        return self._heads


def _head(match: re.Match[bytes] | None, namespaces: Mapping[str, str]) -> Heads | None:
    """The one element of a coarse part, read off its start tag."""
    if match is None:
        return None
    prefix, _, local = match["name"].decode().rpartition(":")
    scope = {**namespaces, **declarations(match["rest"])}
    return (((scope.get(prefix, ""), local), 1),)


def run_lengths(names: list[Name]) -> Heads:
    """Neighbouring equal names drawn together, with their number."""
    found: list[tuple[Name, int]] = []
    for name in names:
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + 1)
        else:
            found.append((name, 1))
    return tuple(found)


@dataclass(slots=True)
class Box:
    """An element whose content is cut into parts: its tags, and what stands between them.

    `counts` is for who counts its children by name, and is emptied when something in it changes.
    """

    open: Part | None
    close: Part | None
    parent: Box | None
    namespaces: Mapping[str, str]
    items: list[Part | Box]
    counts: dict[Name, list[int]] = field(default_factory=dict)

    def parts(self) -> Iterator[Part]:
        """All parts inside, tags excluded, in document order."""
        for item in self.items:
            if isinstance(item, Box):
                yield from item.all_parts()
            else:
                yield item

    def all_parts(self) -> Iterator[Part]:
        """All parts of the element, tags included, in document order."""
        if self.open:
            yield self.open
        yield from self.parts()
        if self.close:
            yield self.close


class Parts:
    """The parts of one document, in order, and the boxes that their tags make."""

    def __init__(self, parts: list[Part]) -> None:
        self.order = parts
        self._by_id = {part.id: part for part in parts}
        self._next = count(max(self._by_id, default=0) + 1)
        self._boxes: tuple[Box, dict[int, Box]] | None = None
        self._opened: dict[int, Part] = {}

    def __getitem__(self, number: int) -> Part:
        return self._by_id[number]

    def text(self) -> bytes:
        """All bytes, as they are now."""
        return b"".join(part.text for part in self.order)

    def new_id(self) -> int:
        """A part number that was never used here."""
        return next(self._next)

    def replace(self, part: Part, finer: list[Part]) -> None:
        """Put finer parts in the place of a coarse one."""
        self._opened[part.id] = next(piece for piece in finer if piece.kind == "open")
        at = self.order.index(part)
        self.order[at : at + 1] = finer
        del self._by_id[part.id]
        self._by_id.update((piece.id, piece) for piece in finer)
        self._boxes = None

    def exchange(self, exchanges: Iterable[Exchange]) -> None:
        """Put runs of parts in the place of others; raises SpliceError, and nothing has changed."""
        places = {part.id: at for at, part in enumerate(self.order)}
        spans = []
        for one in exchanges:
            at = places.get(one.old[0].id, len(self.order))
            if tuple(self.order[at : at + len(one.old)]) != one.old:
                raise SpliceError("a part that was to be exchanged is no longer there")
            spans.append((at, one))
        for at, one in sorted(spans, key=lambda span: -span[0]):
            self.order[at : at + len(one.old)] = one.new
            for part in one.old:
                del self._by_id[part.id]
            self._by_id.update((part.id, part) for part in one.new)
        self._boxes = None

    def opened(self, part: Part) -> Part | None:
        """The start tag that a coarse part has been cut into, if it has been."""
        return self._opened.get(part.id)

    def forget(self, part: Part) -> None:
        """Note that a part's bytes have changed; a changed tag changes the boxes."""
        if part.kind != "content":
            self._boxes = None
        elif self._boxes is not None:
            self._boxes[1][part.id].counts.clear()

    @property
    def root(self) -> Box:
        """The box of the whole document, which has no tags."""
        return self._built()[0]

    def box_of(self, part: Part) -> Box:
        """The box that a part stands in; for a tag, the box that it opens or closes."""
        return self._built()[1][part.id]

    def _built(self) -> tuple[Box, dict[int, Box]]:
        if self._boxes is None:
            self._boxes = _build(self.order)
        return self._boxes


@dataclass(frozen=True, slots=True)
class Exchange:
    """A run of parts in the place of another: how very many bytes are replaced at once.

    Undoing it puts the old parts themselves back, with all that was known of them.
    """

    old: tuple[Part, ...]
    new: tuple[Part, ...]

    @property
    def inverse(self) -> Exchange:
        """The exchange that takes this one back."""
        return Exchange(self.new, self.old)


def _build(order: list[Part]) -> tuple[Box, dict[int, Box]]:
    root = box = Box(None, None, None, {}, [])
    owner: dict[int, Box] = {}
    for part in order:
        if part.kind == "open" and part.size:
            namespaces = box.namespaces
            if b"xmlns" in part.text:
                namespaces = {**namespaces, **declarations(part.text)}
            inner = Box(part, None, box, namespaces, [])
            box.items.append(inner)
            box = inner
        elif part.kind == "content":
            box.items.append(part)
        owner[part.id] = box
        if part.kind == "close" and part.size and box.parent:
            box.close = part
            box = box.parent
    return root, owner

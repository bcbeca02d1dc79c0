"""One file: its bytes in parts, the records and packages in it, and the one way to change it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from catalog_app.document.address import Address, Step
from catalog_app.document.doctype import (
    GROWTH,
    Doctype,
    growth,
    read_doctype,
    with_unknown,
    without_doctype,
)
from catalog_app.document.edit import Change, Edit, EditError
from catalog_app.document.element import Element, box_children, boxed, node_text
from catalog_app.document.marks import marked
from catalog_app.document.names import METS2, MODS, Name, element_name, step_name
from catalog_app.document.plan import PLAN, mark
from catalog_app.lossless import wellformed
from catalog_app.lossless.finer import finer
from catalog_app.lossless.part import Box, Part, Parts
from catalog_app.lossless.scan import scan, signs
from catalog_app.lossless.source import Source, SourceError, position, read_source
from catalog_app.lossless.spans import CDATA, ELEMENT, TEXT, MarkupError, Node
from catalog_app.lossless.splice import SpliceError
from catalog_app.lossless.wellformed import NotWellFormed

SMALL = 4_000_000
_BLOCK = 1 << 20


class OpenError(ValueError):
    """The file cannot be opened; the message says where and what to do."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"line {line}, column {column}: {message}" if line else message)
        self.message, self.line, self.column = message, line, column


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a record or package stands: its kind, its part, and which of those in the part."""

    kind: str
    part: int
    ordinal: int


class Document:
    """A file that is open. Reading it parses what is asked for; `apply` alone changes it."""

    def __init__(self, source: Source, parts: Parts, doctype: Doctype) -> None:
        self.source, self.parts = source, parts
        self.doctype, self.entities = doctype, doctype.entities
        self.obstacle = _obstacle(source, doctype)
        self.version = 0
        self._anchors: list[Anchor] | None = None
        self._lines: tuple[list[int], dict[int, int]] | None = None

    # ---- bytes

    def chunks(self) -> Iterator[bytes]:
        """The bytes a save would write, in pieces that are cheap to make."""
        yield self.source.bom
        for piece in self._pieces():
            yield self.source.encode(piece)

    def _pieces(self) -> Iterator[bytes]:
        start = end = 0
        for part in self.parts.order:
            if not part.touched and part.start == end:
                end = part.end
                continue
            yield from self._original(start, end)
            start = end = part.end
            if part.touched:
                yield part.text
            else:
                start = part.start
        yield from self._original(start, end)

    def _original(self, start: int, end: int) -> Iterator[bytes]:
        """A range as it was read: in blocks, unless it must be encoded in one go."""
        step = _BLOCK if self.source.codec == "utf-8" else max(end - start, 1)
        for at in range(start, end, step):
            yield self.source.text[at : min(at + step, end)]

    def original_chunks(self) -> Iterator[bytes]:
        """The bytes that the file held when it was opened."""
        yield self.source.bom
        for piece in self._original(0, len(self.source.text)):
            yield self.source.encode(piece)

    @property
    def text(self) -> bytes:
        """The whole document as it is now, in UTF-8."""
        return self.parts.text()

    @property
    def edited(self) -> bool:
        """Whether a save would write other bytes than were read."""
        return any(part.edited for part in self.parts.order if part.touched)

    def decoded(self, node: Node) -> str:
        """The characters of a run of text; nothing for any other node."""
        return node_text(node, self.entities)

    def line_of(self, part: Part, offset: int) -> int:
        """The line of the file, from 1, of an offset in a part."""
        if self._lines is None:
            index = {part.id: at for at, part in enumerate(self.parts.order)}
            self._lines = [0, *accumulate(part.lines for part in self.parts.order)], index
        before, index = self._lines
        if part.id not in index:
            return 0
        return before[index[part.id]] + part.text.count(b"\n", 0, offset) + 1

    # ---- what is in it

    @property
    def root(self) -> Element:
        """The outermost element."""
        return next(box_children(self, self.parts.root))

    def refined(self, part: Part) -> Element:
        """The element of a coarse part, cut finer if it was not yet."""
        opened = self.parts.opened(part)
        if opened is None:
            for _ in self.refining(part):
                pass
            opened = self.parts.opened(part)
        assert opened is not None
        return boxed(self, self.parts.box_of(opened))

    def refining(self, part: Part) -> Iterator[float]:
        """Cut a coarse part finer, a few milliseconds at a time.

        Raises OpenError where a large section turns out not to be well-formed.
        """
        try:
            yield from finer(self.parts, part)
        except MarkupError as error:
            line, column = position(part.text, error.offset)
            line += self.line_of(part, 0) - 1
            raise OpenError(error.message, line, column) from None
        self._lines = None

    def anchors(self) -> list[Anchor]:
        """Every package, record and run of bare MODS elements, in document order."""
        if self._anchors is None:
            self._anchors = list(self._find_anchors(self.parts.root))
        return self._anchors

    def _find_anchors(self, box: Box) -> Iterator[Anchor]:
        for item in box.items:
            if isinstance(item, Box):
                assert item.open is not None
                if mark(boxed(self, item).name, []) == "mets":
                    yield Anchor("mets", item.open.id, 0)
                yield from self._find_anchors(item)
            else:
                kinds = self._marks(item, box)
                yield from (Anchor(kind, item.id, at) for at, kind in enumerate(kinds))

    def _marks(self, part: Part, box: Box) -> tuple[str, ...]:
        if part.marks is None or "bare" in part.marks or "mets" in part.marks:
            sought = signs(box.namespaces, PLAN.sought)
            # A stretch of a large section that was edited: no need to look for records in it.
            there = part.coarse or any(sign in part.text for sign in sought)
            found = marked(part.fragment(box.namespaces)) if there else ()
            part.marks = tuple(kind for kind, _ in found)
        return part.marks

    def records(self) -> list[Anchor]:
        """The records, bare runs included; `record1` is the first."""
        return [anchor for anchor in self.anchors() if anchor.kind != "mets"]

    def packages(self) -> list[Anchor]:
        """The METS documents; `package1` is the first."""
        return [anchor for anchor in self.anchors() if anchor.kind == "mets"]

    def part_name(self, anchor: Anchor) -> str:
        """How addresses call a record or package."""
        mine = self.packages() if anchor.kind == "mets" else self.records()
        word = "package" if anchor.kind == "mets" else "record"
        return f"{word}{mine.index(anchor) + 1}"

    def anchor(self, part_name: str) -> Anchor | None:
        """The record or package of that name, or None."""
        word = part_name.rstrip("0123456789")
        number = int(part_name[len(word) :] or 0)
        mine = self.packages() if word == "package" else self.records()
        return mine[number - 1] if 0 < number <= len(mine) else None

    def anchored(self, anchor: Anchor) -> Element:
        """The element of a package or record; for a bare run the xmlData around it."""
        part = self.parts[anchor.part]
        if part.kind == "open":
            return boxed(self, self.parts.box_of(part))
        if part.coarse:
            return self.refined(part)
        fragment = part.fragment(self.parts.box_of(part).namespaces)
        _, node = marked(fragment)[anchor.ordinal]
        return Element(self, part, node)

    def standard(self, part_name: str) -> str:
        """The namespace that a part's addresses leave out."""
        if part_name.startswith("record"):
            return MODS
        anchor = self.anchor(part_name)
        return self.anchored(anchor).name[0] if anchor else METS2

    # ---- addresses

    def element(self, address: Address) -> Element | None:
        """The element at an address (its attribute aside), or None."""
        anchor = self.anchor(address.part)
        if anchor is None:
            return None
        found: Element | None = self.anchored(anchor)
        standard = self.standard(address.part)
        for step in address.steps:
            found = self._step(found, element_name(step.name, standard), step.occurrence)
            if found is None:
                return None
        return found

    def _step(self, element: Element | None, name: Name, occurrence: int) -> Element | None:
        if element is None:
            return None
        if element.box is not None:
            return self._boxed_step(element.box, name, occurrence)
        for child in element.children():
            if child.name == name:
                occurrence -= 1
                if not occurrence:
                    return child
        return None

    def _boxed_step(self, box: Box, name: Name, occurrence: int) -> Element | None:
        for item in box.items:
            if isinstance(item, Box):
                inner = boxed(self, item)
                occurrence -= inner.name == name
                if not occurrence:
                    return inner
                continue
            there = _count(item, name, box)
            if there < occurrence:
                occurrence -= there
                continue
            if item.coarse:
                return self.refined(item)
            named = [
                n for n in item.fragment(box.namespaces).elements if (n.namespace, n.local) == name
            ]
            return Element(self, item, named[occurrence - 1])
        return None

    def address_of(self, element: Element, attribute: str = "") -> Address:
        """The address of an element: in the innermost record around it, else in the package."""
        names: list[tuple[Name, int]] = []
        current: Element | None = element
        while current is not None:
            anchor = self._anchor_at(current)
            if anchor is not None:
                part = self.part_name(anchor)
                standard = self.standard(part)
                steps = tuple(Step(step_name(n, standard), k) for n, k in reversed(names))
                return Address(part, steps, attribute)
            names.append((current.name, self._occurrence(current)))
            current = current.parent
        return Address("", tuple(Step(f"{{{n}}}{local}", k) for (n, local), k in reversed(names)))

    def _anchor_at(self, element: Element) -> Anchor | None:
        for anchor in self._anchors_in(element.part):
            found = self.anchored(anchor)
            if found.node.start == element.node.start and found.node.qname == element.node.qname:
                return anchor
        return None

    def _anchors_in(self, part: Part) -> list[Anchor]:
        anchors = self.anchors()
        order = {p.id: at for at, p in enumerate(self.parts.order)} if len(anchors) > 400 else None
        if order is None:
            return [anchor for anchor in anchors if anchor.part == part.id]
        key = order[part.id]
        at = bisect_right(anchors, key, key=lambda a: order.get(a.part, 0))
        found = []
        while at and anchors[at - 1].part == part.id:
            at -= 1
            found.append(anchors[at])
        return found[::-1]

    def number_among(self, element: Element) -> tuple[int, int]:
        """Which of the siblings of its name an element is, from 1, and how many there are."""
        above = element.node.parent
        if element.box is None and above is not None and above.kind == ELEMENT:
            same = [(n.namespace, n.local) for n in above.elements].count(element.name)
            return self._occurrence(element), same
        box = element.box.parent if element.box else self.parts.box_of(element.part)
        assert box is not None
        total = sum(
            boxed(self, item).name == element.name
            if isinstance(item, Box)
            else _count(item, element.name, box)
            for item in box.items
        )
        return self._occurrence(element), total

    def _occurrence(self, element: Element) -> int:
        above = element.node.parent
        if element.box is None and above is not None and above.kind == ELEMENT:
            return _among(above.elements, element.node)
        box = element.box.parent if element.box else self.parts.box_of(element.part)
        assert box is not None
        number = 0
        for item in box.items:
            if isinstance(item, Box):
                number += boxed(self, item).name == element.name
                if item.open is element.part:
                    return number
            elif item is element.part:
                return number + _among(item.fragment(box.namespaces).elements, element.node)
            else:
                number += _count(item, element.name, box)
        return number

    # ---- change

    def apply(self, edit: Edit, origin: object = None) -> Change:
        """Do an edit, or raise EditError and leave everything as it was."""
        if self.obstacle:
            raise EditError(f"This file cannot be edited: {self.obstacle}.")
        before = {number: self.parts[number].text for number in {s.part for s in edit.splices}}
        lines = {number: self.parts[number].lines for number in before} if self._lines else {}
        old_marks = {number: self.parts[number].marks for number in before}
        try:
            for splice in edit.splices:
                self.parts[splice.part].splice(splice)
            for number in before:
                self.parts.forget(self.parts[number])
            for number in before:
                self._check(self.parts[number])
            if any(self.parts.box_of(self.parts[number]).parent is None for number in before):
                self._check_outermost()
        except (SpliceError, NotWellFormed, MarkupError, UnicodeDecodeError) as error:
            for number, text in before.items():
                self.parts[number].set_text(text)
                self.parts.forget(self.parts[number])
            self._anchors = None
            message = getattr(error, "message", str(error))
            raise EditError(f"This would break the file: {message}") from error
        self.version += 1
        if any(self.parts[number].lines != count for number, count in lines.items()):
            self._lines = None
        moved = self._renew_anchors(old_marks)
        typing = edit.merges and not moved
        return Change(edit.name, edit.address, frozenset(before), moved, origin, "edit", typing)

    def _renew_anchors(self, old: dict[int, tuple[str, ...] | None]) -> bool:
        known, self._anchors = self._anchors, None
        if known is None:
            return True
        if any(self.parts[number].kind != "content" for number in old):
            return True
        for number, marks in old.items():
            part = self.parts[number]
            if marks is None or self._marks(part, self.parts.box_of(part)) != marks:
                return True
        self._anchors = known
        return False

    def _check(self, part: Part) -> None:
        box = self.parts.box_of(part)
        if part.kind == "content":
            _check_content(part.text, box, self.entities)
            return
        tags = (box.open.text if box.open else b"") + (box.close.text if box.close else b"")
        above = box.parent.namespaces if box.parent else {}
        if part.size or box.open is part or box.close is part:
            wellformed.parse_content(tags, above, self.entities)

    def _check_outermost(self) -> None:
        """Raise MarkupError unless there is one outermost element, and no text outside it."""
        elements = 0
        for item in self.parts.root.items:
            if isinstance(item, Box):
                elements += 1
                continue
            for node in item.fragment(self.parts.root.namespaces).children:
                elements += node.kind == ELEMENT
                if node.kind == CDATA or (node.kind == TEXT and node.raw.strip()):
                    raise MarkupError("Text would stand outside the outermost element.", 0)
        if elements != 1:
            raise MarkupError("A file has exactly one outermost element.", 0)

    def verify(self) -> None:
        """Parse what a save would write; raises NotWellFormed if that is no XML.

        A large document has its edited parts parsed, each where it stands: the rest is as read.
        """
        if sum(part.size for part in self.parts.order) <= SMALL:
            wellformed.parse_document(self.text)
            return
        for part in self.parts.order:
            if part.edited:
                self._check(part)

    def checking(self) -> Iterator[int]:
        """Check all of a large document slice by slice; raises NotWellFormed."""
        yield from wellformed.check_slices(iter([self.source.text]))


def _check_content(text: bytes, box: Box, entities: dict[str, str]) -> None:
    if box.parent is None and text.lstrip().startswith((b"<?xml ", b"<!DOCTYPE")):
        wellformed.parse_document(text + b"<w/>")
    else:
        wellformed.parse_content(text, box.namespaces, entities)


def _obstacle(source: Source, doctype: Doctype) -> str:
    if not source.exact:
        return f"its {source.label} bytes could not be written back exactly"
    return doctype.obstacle


def _among(siblings: list[Node], node: Node) -> int:
    key = (node.namespace, node.local)
    number = 0
    for sibling in siblings:
        number += (sibling.namespace, sibling.local) == key
        if sibling.start == node.start:
            return number
    return number


def _count(part: Part, name: Name, box: Box) -> int:
    if part.coarse or part.kind == "content":
        total = 0
        for head, number in _heads(part, box):  # a large section has thousands of parts
            if head == name:
                total += number
        return total
    return 0


def _heads(part: Part, box: Box) -> tuple[tuple[Name, int], ...]:
    return part.heads(box.namespaces)


def opening(data: bytes) -> Iterator[float | Document]:
    """Open a document a few milliseconds at a time: yields the progress (0–1), then the document.

    Raises OpenError. A small document is checked whole; for a large one the caller goes on with
    `Document.checking`.
    """
    try:
        source = read_source(data)
        if len(source.text) <= SMALL:
            wellformed.parse_document(source.text)
        parts: Parts | None = None
        for step in scan(source.text, PLAN):
            if isinstance(step, Parts):
                parts = step
            else:
                yield step
        assert parts is not None
        doctype = with_unknown(read_doctype(parts.order[0].text), source.text)
        if growth(source.text, doctype.entities) > GROWTH:
            raise OpenError(
                "The file's entities would grow without end: it is an attack, or broken.", 1, 1
            )
        yield Document(source, parts, doctype)
    except (SourceError, NotWellFormed) as error:
        raise OpenError(error.message, error.line, error.column) from None
    except MarkupError as error:
        raise OpenError(error.message, *position(source.text, error.offset)) from None


def open_document(data: bytes) -> Document:
    """Open a document from its bytes; raises OpenError."""
    for step in opening(data):
        if isinstance(step, Document):
            return step
    raise AssertionError("unreachable")


def editable_copy(document: Document) -> bytes:
    """The bytes of a copy without what forbids editing, in UTF-8."""
    text = without_doctype(document.text, document.doctype.replacements)
    declaration = text.find(b"?>") + 2 if text.startswith(b"<?xml ") else 0
    if declaration and document.source.codec != "utf-8":
        text = b'<?xml version="1.0" encoding="UTF-8"?>' + text[declaration:]
    return text

"""One file: its bytes in parts, the records and packages in it, and the one way to change it."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document import addressing, soundness
from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor, Anchors
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
from catalog_app.document.frozen import Frozen, as_it_is, as_read
from catalog_app.document.names import METS2, MODS
from catalog_app.document.plan import PLAN
from catalog_app.lossless import wellformed
from catalog_app.lossless.finer import finer
from catalog_app.lossless.part import Exchange, Part, Parts
from catalog_app.lossless.scan import scan
from catalog_app.lossless.source import Source, SourceError, position, read_source
from catalog_app.lossless.spans import MarkupError, Node
from catalog_app.lossless.splice import SpliceError
from catalog_app.lossless.wellformed import NotWellFormed

SMALL = 4_000_000
# What is parsed whole before a save, while the window waits.
_PARSED_WHOLE = 1_000_000


class OpenError(ValueError):
    """The file cannot be opened; the message says where and what to do."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"line {line}, column {column}: {message}" if line else message)
        self.message, self.line, self.column = message, line, column


class Document:
    """A file that is open. Reading it parses what is asked for; `apply` alone changes it."""

    def __init__(self, source: Source, parts: Parts, doctype: Doctype) -> None:
        self.source, self.parts = source, parts
        self.doctype, self.entities = doctype, doctype.entities
        self.obstacle = _obstacle(source, doctype)
        self.version = 0
        self._anchors = Anchors(self)
        self._lines: tuple[list[int], dict[int, int]] | None = None

    # ---- bytes

    def frozen(self) -> Frozen:
        """The bytes a save would write now, to be made later or elsewhere."""
        return as_it_is(self.source, self.parts)

    def chunks(self) -> Iterator[bytes]:
        """The bytes a save would write, in pieces that are cheap to make."""
        return iter(self.frozen())

    def as_read(self) -> Frozen:
        """The bytes that the file held when it was opened."""
        return as_read(self.source)

    def original_chunks(self) -> Iterator[bytes]:
        """The same in pieces that are cheap to make."""
        return iter(self.as_read())

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
            self._lines = [0], {part.id: at for at, part in enumerate(self.parts.order)}
        before, index = self._lines
        if part.id not in index:
            return 0
        # Only what stands before it is counted: in a large file that takes its time.
        for earlier in self.parts.order[len(before) - 1 : index[part.id]]:
            before.append(before[-1] + earlier.lines)
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
        return self._anchors.all()

    def records(self) -> list[Anchor]:
        """The records, bare runs included; `record1` is the first."""
        return self._anchors.records()

    def packages(self) -> list[Anchor]:
        """The METS documents; `package1` is the first."""
        return self._anchors.packages()

    def entries(self) -> list[Anchor]:
        """The entries of a harvested list without record and package; `entry1` is the first."""
        return self._anchors.entries()

    def part_name(self, anchor: Anchor) -> str:
        """How addresses call a record or package."""
        return self._anchors.name(anchor)

    def anchor(self, part_name: str) -> Anchor | None:
        """The record, package or entry of that name, or None."""
        return self._anchors.named(part_name)

    def anchored(self, anchor: Anchor) -> Element:
        """The element of a package or record; for a bare run the xmlData around it."""
        return self._anchors.element(anchor)

    def anchor_at(self, element: Element) -> Anchor | None:
        """The record or package that an element is, or None."""
        return self._anchors.at(element)

    def standard(self, part_name: str) -> str:
        """The namespace that a part's addresses leave out."""
        if part_name.startswith("record"):
            return MODS
        anchor = self.anchor(part_name)
        return self.anchored(anchor).name[0] if anchor else METS2

    def element(self, address: Address) -> Element | None:
        """The element at an address (its attribute aside), or None."""
        return addressing.element_at(self, address)

    def address_of(self, element: Element, attribute: str = "") -> Address:
        """The address of an element: in the innermost record around it, else in the package."""
        return addressing.address_of(self, element, attribute)

    def number_among(self, element: Element) -> tuple[int, int]:
        """Which of the siblings of its name an element is, from 1, and how many there are."""
        return addressing.number_among(self, element)

    # ---- change

    def apply(self, edit: Edit, origin: object = None) -> Change:
        """Do an edit, or raise EditError and leave everything as it was."""
        if self.obstacle:
            raise EditError(f"This file cannot be edited: {self.obstacle}.")
        before = {number: self.parts[number].text for number in {s.part for s in edit.splices}}
        lines = {number: self.parts[number].lines for number in before} if self._lines else {}
        old_marks = {number: self.parts[number].marks for number in before}
        self._exchange(edit.exchanges)
        try:
            for splice in edit.splices:
                self.parts[splice.part].splice(splice)
            for number in before:
                self.parts.forget(self.parts[number])
            for number in before:
                soundness.check_part(self, self.parts[number])
            if any(self.parts.box_of(self.parts[number]).parent is None for number in before):
                soundness.check_outermost(self)
        except (SpliceError, NotWellFormed, MarkupError, UnicodeDecodeError) as error:
            self._exchange(edit.inverse.exchanges)
            for number, text in before.items():
                self.parts[number].set_text(text)
                self.parts.forget(self.parts[number])
            self._anchors.forget()
            message = getattr(error, "message", str(error))
            raise EditError(f"This would break the file: {message}") from error
        self.version += 1
        if edit.exchanges or any(self.parts[n].lines != count for n, count in lines.items()):
            self._lines = None
        exchanged = [part for one in edit.exchanges for part in (*one.old, *one.new)]
        if any(part.marks != () for part in exchanged):
            self._anchors.forget()
        moved = self._anchors.renew(old_marks)
        parts = frozenset(before).union(part.id for part in exchanged)
        typing = edit.merges and not moved
        return Change(
            edit.name, edit.address, parts, moved, origin, "edit", typing, edit.splices,
            edit.removes, edit.back, edit.mixes or bool(exchanged),
        )  # fmt: skip

    def _exchange(self, exchanges: tuple[Exchange, ...]) -> None:
        try:
            if exchanges:
                self.parts.exchange(exchanges)
        except SpliceError as error:
            raise EditError(f"This would break the file: {error}") from error

    def verify(self) -> None:
        """Parse what a save would write; raises NotWellFormed if that is no XML.

        A large document has its edited parts parsed, each where it stands: the rest is as read.
        """
        if sum(part.size for part in self.parts.order) <= _PARSED_WHOLE:
            wellformed.parse_document(self.text)
            return
        for part in self.parts.order:
            if part.edited:
                soundness.check_part(self, part)

    def checking(self) -> Iterator[int]:
        """Check all of a large document slice by slice; raises NotWellFormed."""
        yield from wellformed.check_slices(iter([self.source.text]))


def _obstacle(source: Source, doctype: Doctype) -> str:
    if not source.exact:
        return f"its {source.label} bytes could not be written back exactly"
    return doctype.obstacle


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

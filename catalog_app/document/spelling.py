"""An element's own bytes as text: where its parts stand in it, and what an edit of it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.edit import Edit
from catalog_app.document.element import Element
from catalog_app.document.labels import label
from catalog_app.document.names import attribute_name, element_name, step_name
from catalog_app.document.package_spots import is_coarse, spot_of
from catalog_app.document.writing import difference, replaced
from catalog_app.lossless.spans import ELEMENT, MarkupError, Node, parse
from catalog_app.lossless.wellformed import NotWellFormed, parse_content


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text cannot take the place of an element: a sentence, and the index it is about."""

    message: str
    index: int
    line: int


class Spelling:
    """One element of a document with its text, and the way from places to characters and back.

    Good until the next edit.
    """

    def __init__(self, document: Document, root: Address, element: Element) -> None:
        self.document, self.root = document, root
        self._element = element

    @cached_property
    def _node(self) -> Node:
        if self._element.box is None:
            return self._element.node
        return parse(self._element.raw, _around(self._element)).elements[0]

    @cached_property
    def raw(self) -> bytes:
        """The element's bytes, in UTF-8."""
        return self._element.raw

    @cached_property
    def text(self) -> str:
        """The element's characters, as they are."""
        return self.raw.decode()

    def span(self, place: Address) -> tuple[int, int] | None:
        """The first and last index of the element or attribute at a place; None if not in here."""
        if not self.root.contains(place.element):
            return None
        node = self._down(place)
        if node is None:
            return None
        if place.attribute:
            for attribute in node.attributes:
                if attribute_name(node.expanded(attribute.qname)) == place.attribute:
                    return self._indices(attribute.start, attribute.end)
        return self._indices(node.start, node.end)

    def _down(self, place: Address) -> Node | None:
        node: Node | None = self._node
        standard = self.document.standard(self.root.part)
        for step in place.steps[len(self.root.steps) :]:
            name = element_name(step.name, standard)
            same = [n for n in node.elements if (n.namespace, n.local) == name] if node else []
            node = same[step.occurrence - 1] if step.occurrence <= len(same) else None
        return node

    def _indices(self, start: int, end: int) -> tuple[int, int]:
        base = self._node.start
        first = len(self.raw[: start - base].decode())
        return first, first + len(self.raw[start - base : end - base].decode())

    def place_at(self, index: int) -> Address:
        """The innermost element, or attribute of it, around an index."""
        offset = len(self.text[:index].encode()) + self._node.start
        node, place = self._node, self.root
        standard = self.document.standard(self.root.part)
        while True:
            inner = _around_offset(node, offset)
            if inner is None:
                break
            number = sum(1 for n in node.elements if _same(n, inner) and n.start <= inner.start)
            place = place.child(step_name((inner.namespace, inner.local), standard), number)
            node = inner
        for attribute in node.attributes:
            declares = attribute.qname.partition(":")[0] == "xmlns"
            if attribute.start <= offset <= attribute.end and not declares:
                return place.at(attribute_name(node.expanded(attribute.qname)))
        return place

    def trouble(self, text: str) -> Trouble | None:
        """Why a text cannot stand here, or None if it can."""
        try:
            written = text.encode()
        except UnicodeEncodeError as error:
            said = "Half a character stands here; remove it."
            return Trouble(said, error.start, text.count("\n", 0, error.start) + 1)
        above = _around(self._element)
        try:
            parse_content(written, above, self.document.entities)
            return _not_alone(parse(written, above), written, text)
        except NotWellFormed as error:
            return Trouble(error.message, _index(text, error.line, error.column), error.line)
        except MarkupError as error:
            at = len(written[: error.offset].decode("utf-8", "replace"))
            return Trouble(error.message, at, text.count("\n", 0, at) + 1)

    def edit(self, text: str) -> Edit | None:
        """The edit that puts a text in the element's place, byte for byte where they agree.

        Characters that the file's encoding cannot hold are written as references.
        """
        start, end = difference(self.text, text)
        middle = text[start : len(text) - (len(self.text) - end)]
        holds = self.document.source.holds
        safe = "".join(c if holds(c) else f"&#x{ord(c):X};" for c in middle)
        new = self.text[:start] + safe + self.text[end:]
        splices = replaced(self._element, new.encode())
        if not splices:
            return None
        name = f"Edit XML of {label(self.document, self.root)}"
        return Edit(name, tuple(splices), self.root, merges=True)


def spelling(document: Document, root: Address) -> Spelling | None:
    """The spelling of the element at an address, or None if there is none."""
    element = document.element(root)
    return Spelling(document, root, element) if element is not None else None


def size(element: Element) -> int:
    """How many bytes an element takes, without putting them together."""
    if element.box is None:
        return element.node.end - element.node.start
    return sum(part.size for part in element.box.all_parts())


def longest_line(text: bytes) -> int:
    """The bytes of the longest line."""
    return max(map(len, text.split(b"\n")))


def _fits(element: Element, most: int, longest: int) -> bool:
    return size(element) <= most and longest_line(element.raw) <= longest


def readable_root(
    document: Document, place: Address, most: int, longest: int
) -> tuple[Address, bool] | None:
    """The outermost element around a place that is short enough to show, from the record down.

    The flag tells whether it is; if nothing is, the innermost is given. None if nothing is there.
    A section of a package that is yet to be cut finer stays as it is: it is too long anyway.
    """
    steps = place.steps
    section = Address(place.part, steps[:1])
    if steps and place.part.startswith("package") and is_coarse(document, section):
        return section, False
    first = 0 if place.part.startswith("record") else min(1, len(steps))
    found: Address | None = None
    for depth in range(first, len(steps) + 1):
        here = Address(place.part, steps[:depth])
        element = document.element(here)
        if element is None:
            break
        found = here
        if _fits(element, most, longest):
            return here, True
    return (found, False) if found is not None else None


def excerpt(document: Document, place: Address, most: int) -> str:
    """The beginning of an element, of at most so many bytes, without looking at the rest."""
    section = Address(place.part, place.steps[:1])
    spot = spot_of(document, section) if place.part.startswith("package") else None
    if spot is not None and spot.part.coarse:
        taken = spot.part.beginning(spot.start + most)[spot.start :]
    else:
        element = document.element(place)
        taken = _beginning(element, most) if element is not None else b""
    return taken.decode("utf-8", "ignore")


def _beginning(element: Element, most: int) -> bytes:
    if element.box is None:
        start = element.node.start
        return element.part.beginning(min(element.node.end, start + most))[start:]
    pieces, room = [], most
    for part in element.box.all_parts():
        pieces.append(part.beginning(room))
        room -= len(pieces[-1])
        if room <= 0:
            break
    return b"".join(pieces)


def _around(element: Element) -> dict[str, str]:
    parent = element.parent
    return dict(parent.namespaces) if parent is not None else {}


def _same(one: Node, other: Node) -> bool:
    return (one.namespace, one.local) == (other.namespace, other.local)


def _around_offset(node: Node, offset: int) -> Node | None:
    return next((n for n in node.elements if n.start <= offset < n.end), None)


def _not_alone(fragment: Node, written: bytes, text: str) -> Trouble | None:
    """What is wrong if there is not exactly one element."""
    elements = fragment.elements
    if len(elements) == 1 and len(fragment.children) == 1 and fragment.children[0].kind == ELEMENT:
        return None
    if not elements:
        return Trouble("The element itself is gone. Remove it in the outline or the form.", 0, 1)
    extra = next(n for n in fragment.children if n is not elements[0])
    at = len(written[: extra.start].decode())
    said = "Only this one element can stand here; something stands beside it."
    return Trouble(said, at, text.count("\n", 0, at) + 1)


def _index(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        found = text.find("\n", start)
        if found < 0:
            break
        start = found + 1
    end = text.find("\n", start)
    return min(start + max(column - 1, 0), len(text) if end < 0 else end)

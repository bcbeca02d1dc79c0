"""What is different from the file as it was read, element by element, for telling in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from catalog_app.document.address import Address, Step
from catalog_app.document.difference import common, what_differs
from catalog_app.document.document import Document
from catalog_app.document.element import Element, boxed
from catalog_app.document.labels import label
from catalog_app.document.names import attribute_name, step_name
from catalog_app.lossless.part import Part
from catalog_app.lossless.spans import (
    ELEMENT,
    FRAGMENT,
    MarkupError,
    Node,
    decode_attribute,
    parse,
)

_SHOWN, _AROUND = 300, 60
_BETWEEN_TAGS = re.compile(rb">\s+<")


@dataclass(frozen=True, slots=True)
class Told:
    """One difference: "changed", "added", "removed", "moved", "wrapped" (an element
    was put around what stood there) or "spelled" (no content differs).

    `address` is where it is now, or where it was; `old` and `new` are the values, cut short.
    """

    kind: str
    address: Address
    label: str
    old: str = ""
    new: str = ""


def told(document: Document) -> Iterator[Told | float]:
    """The differences in document order, and now and then how far it is (0–1)."""
    edited = [part for part in document.parts.order if part.touched and part.edited]
    for number, part in enumerate(edited):
        yield number / len(edited)
        yield from _part(document, part)


def _part(document: Document, part: Part) -> Iterator[Told]:
    box = document.parts.box_of(part)
    above = box.namespaces
    if part.kind == "content":
        try:
            yield from _Comparison(document, part).compare(*_narrowed(part, part.fragment(above)))
            return
        except MarkupError:
            pass
    place = _box_address(document, part)
    yield Told("spelled", place, label(document, place), _short(part.original), _short(part.text))


def _narrowed(part: Part, fragment: Node) -> tuple[Node, Node]:
    """The innermost element that holds all that differs, as it was and as it is.

    Only its old bytes are parsed: what stands before and behind its content is the same, so its
    old content is as complete as the new. It may have been several elements, put together since.
    """
    old, new = part.original, part.text
    limit = min(len(old), len(new))
    head = common(old, new, limit)
    end = len(new) - common(old[::-1], new[::-1], limit - head)
    node = fragment
    while True:
        inner = next((n for n in node.elements if n.tag_end <= head and end <= n.close), None)
        if inner is None:
            break
        node = inner
    while node.parent is not None:
        was = parse(old[node.start : node.end + len(old) - len(new)], node.parent.namespaces)
        if len(was.children) == 1:
            return was.elements[0], node
        node = node.parent  # where it stands now there were several
    return parse(old, fragment.namespaces), node


def _box_address(document: Document, part: Part) -> Address:
    box = document.parts.box_of(part)
    if box.open is None or not box.open.size:
        return Address("package1" if document.packages() else "record1")
    return document.address_of(boxed(document, box))


class _Comparison:
    """Two states of one part's content, compared from the outside in."""

    def __init__(self, document: Document, part: Part) -> None:
        self.document, self.part = document, part

    def compare(self, old: Node, new: Node) -> Iterator[Told]:
        """The differences between two nodes that stand for the same element."""
        if old.raw == new.raw:
            return
        found = [*self._attributes(old, new), *self._content(old, new)]
        yield from found or [self._say("spelled", new)]

    def _content(self, old: Node, new: Node) -> Iterator[Told]:
        if old.elements or new.elements or new.kind == FRAGMENT:
            yield from self._children(old, new)
        elif (before := self._text(old)) != (after := self._text(new)):
            yield self._say("changed", new, before, after)

    def _attributes(self, old: Node, new: Node) -> Iterator[Told]:
        if new.kind == FRAGMENT:
            return
        before, after = self._values(old), self._values(new)
        for name in dict.fromkeys((*before, *after)):
            first, second = before.get(name), after.get(name)
            if first != second:
                kind = "added" if first is None else "removed" if second is None else "changed"
                place = self._address(new).at(name)
                said = label(self.document, place)
                yield Told(kind, place, said, *_cut_both(first or "", second or ""))

    def _values(self, node: Node) -> dict[str, str]:
        return {
            attribute_name(node.expanded(a.qname)): decode_attribute(
                node.text[a.value_start : a.value_end], self.document.entities
            )
            for a in node.attributes
        }

    def _children(self, old: Node, new: Node) -> Iterator[Told]:
        before, after = old.elements, new.elements
        keys = [node.raw for node in before], [node.raw for node in after]
        gone: list[Node] = []
        come: list[Node] = []
        for kind, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if kind != "equal":
                left, right = before[a:b], after[c:d]
                yield from self._paired(left, right)
                gone += left
                come += right
        for node in come:
            same = next((other for other in gone if other.raw == node.raw), None)
            if same is not None:
                gone.remove(same)
                yield self._say("moved", node, self._text(same), self._text(node))
            elif pairs := self._taken_in(node, gone):
                for was, _ in pairs:
                    gone.remove(was)
                yield from self._put_around(node, pairs)
            else:
                yield self._say("added", node, "", self._text(node))
        for node in gone:
            yield self._removed(node, new)

    def _put_around(self, node: Node, pairs: list[tuple[Node, Node]]) -> Iterator[Told]:
        """A new element around what was there, and what is different inside it."""
        yield self._say("wrapped", node, "", self._text(node))
        for was, now in pairs:
            if _squeezed(was) != _squeezed(now):  # more than another indentation
                yield from self.compare(was, now)
        for one in node.elements:
            if not any(one is now for _, now in pairs):
                yield self._say("added", one, "", self._text(one))

    def _taken_in(self, node: Node, gone: list[Node]) -> list[tuple[Node, Node]]:
        """The elements gone that stand inside a new one now, each as it was and as it is.

        Either nothing else is in it, or all that is gone; else it is something new.
        """
        inside, left, pairs = node.elements, list(gone), []
        for number, now in enumerate(inside):
            was = next((one for one in left if _name(one) == _name(now)), None)
            if was is None and len(inside) == len(gone) and _name(gone[number]) != _name(node):
                was = gone[number] if gone[number] in left else None
            if was is not None:
                left.remove(was)
                pairs.append((was, now))
        same = sum(_alike(self, was, now) for was, now in pairs)
        whole = len(pairs) == len(inside) or not left
        return pairs if whole and 2 * same >= len(pairs) else []

    def _paired(self, left: list[Node], right: list[Node]) -> Iterator[Told]:
        """Compare those that keep their name; what has no counterpart stays in the lists."""
        for node in list(right):
            twin = next((other for other in left if _name(other) == _name(node)), None)
            moved = any(other.raw == node.raw for other in left)
            if twin is not None and not moved and len(left) == len(right):
                left.remove(twin)
                right.remove(node)
                yield from self.compare(twin, node)
        if left and right and len(left) != len(right):
            yield from self._unequal(left, right)

    def _unequal(self, left: list[Node], right: list[Node]) -> Iterator[Told]:
        for node in list(right):
            alike = [o for o in left if _name(o) == _name(node) and _alike(self, o, node)]
            if alike:
                left.remove(alike[0])
                right.remove(node)
                yield from self.compare(alike[0], node)

    def _address(self, node: Node) -> Address:
        return self.document.address_of(Element(self.document, self.part, node))

    def _say(self, kind: str, node: Node, old: str = "", new: str = "") -> Told:
        if node.kind != ELEMENT:
            place = _box_address(self.document, self.part)
        else:
            place = self._address(node)
        return Told(kind, place, label(self.document, place), *_cut_both(old, new))

    def _removed(self, node: Node, parent: Node) -> Told:
        if parent.kind == ELEMENT:
            above = self._address(parent)
        else:
            above = _box_address(self.document, self.part)
        standard = self.document.standard(above.part)
        step = Step(step_name(_name(node), standard))
        place = Address(above.part, (*above.steps, step))
        return Told("removed", place, label(self.document, place), _cut(self._text(node)))

    def _text(self, node: Node) -> str:
        if not node.elements:
            return "".join(self.document.decoded(child) for child in node.children)
        texts = [self.document.decoded(n) for n in node.walk() if n.kind != ELEMENT]
        return " · ".join(" ".join(text.split()) for text in texts if text.strip())


def _squeezed(node: Node) -> bytes:
    """An element without the white space between the tags in it."""
    return _BETWEEN_TAGS.sub(b"><", node.raw)


def _alike(comparison: _Comparison, old: Node, new: Node) -> bool:
    before, after = comparison._text(old), comparison._text(new)
    if before and before in after:
        return True  # another was put together with it
    return SequenceMatcher(None, before[:_SHOWN], after[:_SHOWN]).quick_ratio() > 0.6


def _name(node: Node) -> tuple[str, str]:
    return node.namespace, node.local


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _cut_both(old: str, new: str) -> tuple[str, str]:
    """What was and what is; of long texts what differs, with a little around it."""
    if max(len(old), len(new)) > _SHOWN and old and new:
        old, new = what_differs(old, new, _AROUND)
    return _cut(old), _cut(new)


def _short(text: bytes) -> str:
    return _cut(text.decode("utf-8", "replace"))

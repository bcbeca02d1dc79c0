"""Where the packages and records of a document stand, and what addresses call them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog_app.document.element import Element, boxed
from catalog_app.document.marks import marked
from catalog_app.document.plan import ENTRY, PLAN, mark
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.scan import signs

if TYPE_CHECKING:
    from catalog_app.document.document import Document

_MANY = 400
_WORDS = {"mets": "package", "entry": "entry"}
Marks = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a record or package stands: its kind, its part, and which of those in the part."""

    kind: str
    part: int
    ordinal: int


class Anchors:
    """The anchors of a document, found when first asked for and kept while edits leave them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts = document.parts
        self._known: list[Anchor] | None = None
        self._entries: list[Anchor] = []

    def all(self) -> list[Anchor]:
        """Every package, record and run of bare MODS elements, in document order."""
        if self._known is None:
            found = list(self._found(self._parts.root))
            self._known = [anchor for anchor in found if anchor.kind != "entry"]
            self._entries = _without(found) if len(self._known) < len(found) else []
        return self._known

    def entries(self) -> list[Anchor]:
        """The entries of a harvested list that hold none of these."""
        self.all()
        return self._entries

    def records(self) -> list[Anchor]:
        """The records, bare runs included."""
        return [anchor for anchor in self.all() if anchor.kind != "mets"]

    def packages(self) -> list[Anchor]:
        """The METS documents."""
        return [anchor for anchor in self.all() if anchor.kind == "mets"]

    def name(self, anchor: Anchor) -> str:
        """How addresses call a record or package."""
        word = _WORDS.get(anchor.kind, "record")
        return f"{word}{self._called(word).index(anchor) + 1}"

    def _called(self, word: str) -> list[Anchor]:
        """All whose names begin with a word."""
        if word == "entry":
            return self.entries()
        return self.packages() if word == "package" else self.records()

    def named(self, part_name: str) -> Anchor | None:
        """The record, package or entry of that name, or None."""
        word = part_name.rstrip("0123456789")
        number = int(part_name[len(word) :] or 0)
        mine = self._called(word)
        return mine[number - 1] if 0 < number <= len(mine) else None

    def element(self, anchor: Anchor) -> Element:
        """The element of a package or record; for a bare run the xmlData around it."""
        part = self._parts[anchor.part]
        if part.kind == "open":
            return boxed(self._document, self._parts.box_of(part))
        if part.coarse:
            return self._document.refined(part)
        _, node = marked(part.fragment(self._parts.box_of(part).namespaces))[anchor.ordinal]
        return Element(self._document, part, node)

    def at(self, element: Element) -> Anchor | None:
        """The record, package or entry that an element is, or None."""
        for anchor in self._in(element.part):
            found = self.element(anchor)
            if found.node.start == element.node.start and found.node.qname == element.node.qname:
                return anchor
        return None

    def _in(self, part: Part) -> list[Anchor]:
        return [*self._among(self.all(), part), *self._among(self._entries, part)]

    def _among(self, anchors: list[Anchor], part: Part) -> list[Anchor]:
        if len(anchors) <= _MANY:
            return [anchor for anchor in anchors if anchor.part == part.id]
        order = {p.id: at for at, p in enumerate(self._parts.order)}
        at = bisect_right(anchors, order[part.id], key=lambda a: order.get(a.part, 0))
        found = []
        while at and anchors[at - 1].part == part.id:
            at -= 1
            found.append(anchors[at])
        return found[::-1]

    def _found(self, box: Box) -> Iterator[Anchor]:
        for item in box.items:
            if isinstance(item, Box):
                assert item.open is not None
                if mark(boxed(self._document, item).name, []) == "mets":
                    yield Anchor("mets", item.open.id, 0)
                yield from self._found(item)
            else:
                kinds = self._marks(item, box)
                yield from (Anchor(kind, item.id, at) for at, kind in enumerate(kinds))

    def _marks(self, part: Part, box: Box) -> tuple[str, ...]:
        if part.marks is None or "bare" in part.marks or "mets" in part.marks:
            sought = signs(box.namespaces, PLAN.sought | {ENTRY})
            # A stretch of a large section that was edited: no need to look for records in it.
            there = part.coarse or any(sign in part.text for sign in sought)
            found = marked(part.fragment(box.namespaces)) if there else ()
            part.marks = tuple(kind for kind, _ in found)
        return part.marks

    def forget(self) -> None:
        """Find the anchors anew when they are next asked for."""
        self._known = None

    def renew(self, old: dict[int, Marks]) -> bool:
        """Forget the anchors if parts, given with their marks of before, moved any; say whether."""
        known, self._known = self._known, None
        if known is None:
            return True
        if any(self._parts[number].kind != "content" for number in old):
            return True
        for number, marks in old.items():
            part = self._parts[number]
            if marks is None or self._marks(part, self._parts.box_of(part)) != marks:
                return True
        self._known = known
        return False


def _without(found: list[Anchor]) -> list[Anchor]:
    """The entries of a list in which nothing else was found."""
    following = [*found[1:], None]
    return [
        one
        for one, after in zip(found, following, strict=True)
        if one.kind == "entry"
        and (after is None or after.kind == "entry" or after.part != one.part)
    ]

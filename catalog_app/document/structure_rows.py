"""A structural map as the rows of a tree that is unfolded as far as someone looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.package_spots import Children, Spot, children, opening, spot_of
from catalog_app.document.structure_unfolded import Unfolding, said_by

_LOOK = 60


@dataclass(frozen=True, slots=True)
class Division:
    """What a row shows of a division: values as written, "" where nothing is set."""

    id: str
    label: str
    type: str
    order: str
    number: str
    described: str
    files: tuple[str, ...]
    has_children: bool

    @property
    def title(self) -> str:
        """What people call it."""
        return self.label or self.number or self.type or self.id


@dataclass
class Node:
    """A division that is unfolded: its children, and which of those are unfolded."""

    address: Address
    depth: int
    parent: Node | None
    index: int
    children: Children
    open: dict[int, Node] = field(default_factory=dict)
    said: tuple[bytes, bytes] = (b"", b"")

    @property
    def visible(self) -> int:
        """How many rows are below it."""
        return len(self.children) + sum(node.visible for node in self.open.values())


class Structure:
    """The rows of one structMap; row 0 is its outermost division."""

    def __init__(self, document: Document, section: Address) -> None:
        self.document, self.section = document, section
        self.root: Node | None = None
        self.parts: frozenset[int] = frozenset()

    def reading(self) -> Iterator[float]:
        """Open the map, a few milliseconds at a time, and unfold the outermost division."""
        yield from opening(self.document, self.section)
        self.recount()
        if self.root is not None:
            for index in range(min(len(self.root.children), 3)):
                self.unfold_at(self.root, index)

    def recount(self, there: Address | None = None, back: Address | None = None) -> None:
        """Read what is there again after an edit of a place; what was unfolded stays so.

        `back` is what went or moved, if the edit has made something go or move.
        """
        before, self.root = self.root, None
        spot = spot_of(self.document, self.section)
        self.parts = frozenset()
        if spot is None or spot.part.coarse:
            return
        parts = spot.box.all_parts() if spot.box else (spot.part,)
        self.parts = frozenset(part.id for part in parts)
        self.root = Node(self.section, -1, None, 0, children(self.document, spot, "div"))
        if before is not None:
            Unfolding(self, before, self.root, (back, there)).seek(there)

    def _nodes(self) -> Iterator[Node]:
        pending = [self.root] if self.root else []
        while pending:
            node = pending.pop()
            yield node
            pending += node.open.values()

    def node_above(self, address: Address) -> Node | None:
        """The unfolded node right above a division, or None."""
        node = self.root
        for step in address.steps[len(self.section.steps) : -1]:
            node = node.open.get(step.occurrence - 1) if node else None
        return node

    def __len__(self) -> int:
        return self.root.visible if self.root else 0

    def locate(self, row: int) -> tuple[Node, int]:
        """The node that a row is a child of, and its index there."""
        assert self.root is not None
        return _located(self.root, row)

    def address(self, row: int) -> Address:
        """The address of a row's division."""
        node, index = self.locate(row)
        return node.address.child("div", index + 1)

    def depth(self, row: int) -> int:
        """How deep a row is nested, the outermost 0."""
        return self.locate(row)[0].depth + 1

    def row_of(self, address: Address) -> int:
        """The row of a division that is in sight, or of the nearest one around it; -1 for none."""
        node, row = self.root, -1
        for step in address.steps[len(self.section.steps) :]:
            index = step.occurrence - 1
            if node is None or step.name != "div" or index >= len(node.children):
                break
            row += 1 + index + sum(n.visible for k, n in node.open.items() if k < index)
            node = node.open.get(index)
        return row

    def spans(self, first: Address, number: int) -> Iterator[tuple[int, int]]:
        """The rows of siblings from one on, from and to; what is unfolded comes in between."""
        node, index = self.node_above(first), first.steps[-1].occurrence - 1
        begin = row = self.row_of(first)
        end = index + number
        inner = node.open if node is not None else {}
        for at in sorted(at for at in inner if index <= at < end - 1):
            row += at - index
            yield begin, row
            begin = row = row + inner[at].visible + 1
            index = at + 1
        yield begin, row + end - 1 - index

    def division(self, row: int) -> Division:
        """What a row shows."""
        node, index = self.locate(row)
        return read_division(self.document, node.children.spot(index))

    # ---- folding

    def is_open(self, row: int) -> bool:
        """Whether a row is unfolded."""
        node, index = self.locate(row)
        return index in node.open

    def inside(self, row: int) -> int:
        """How many divisions are right inside a row's."""
        node, index = self.locate(row)
        return len(children(self.document, node.children.spot(index), "div"))

    def sizes(self) -> list[int]:
        """How many children each unfolded division has: what tells whether rows have moved."""
        return [len(node.children) for node in self._nodes()]

    def unfold(self, row: int) -> int:
        """Show the children of a row; returns how many rows that adds."""
        node, index = self.locate(row)
        return 0 if index in node.open else self.unfold_at(node, index)

    def unfold_at(self, node: Node, index: int) -> int:
        """The same for one of a division's children."""
        spot = node.children.spot(index)
        inside = children(self.document, spot, "div")
        if not len(inside):
            return 0
        address = node.address.child("div", index + 1)
        said = said_by(spot, inside)
        node.open[index] = Node(address, node.depth + 1, node, index, inside, said=said)
        return len(inside)

    def fold(self, row: int) -> int:
        """Hide the children of a row; returns how many rows that takes away."""
        node, index = self.locate(row)
        gone = node.open.pop(index, None)
        return gone.visible if gone else 0

    def reveal(self, address: Address) -> None:
        """Unfold everything above a division."""
        node = self.root
        for step in address.steps[len(self.section.steps) : -1]:
            if node is None or step.name != "div" or step.occurrence > len(node.children):
                return
            if step.occurrence - 1 not in node.open:
                self.unfold_at(node, step.occurrence - 1)
            node = node.open.get(step.occurrence - 1)


def _located(node: Node, row: int) -> tuple[Node, int]:
    before = 0
    for index in sorted(node.open):
        inner, at = node.open[index], index + before
        if row <= at:
            break
        if row <= at + inner.visible:
            return _located(inner, row - at - 1)
        before += inner.visible
    return node, row - before


def read_division(document: Document, spot: Spot) -> Division:
    """The division whose start tag stands at a spot."""
    own = spot.tag.attributes
    files, inner = _inside(document, spot)
    get = own.get
    return Division(
        get("ID", ""), get("LABEL", ""), get("TYPE", ""), get("ORDER", ""),
        get("ORDERLABEL", ""), get("DMDID", ""), files, inner,
    )  # fmt: skip


def _inside(document: Document, spot: Spot) -> tuple[tuple[str, ...], bool]:
    """The files a division points at, the first few, and whether it has divisions in it."""
    if spot.part.coarse:
        return (), True
    if spot.box is not None:
        return (), bool(len(children(document, spot, "div")))
    files: list[str] = []
    for number, tag in enumerate(spot.inside()):
        if tag.depth == 1 and tag.local == "div":
            return tuple(files), True
        if tag.local in ("fptr", "area") and tag.get("FILEID"):
            files.append(tag.get("FILEID"))
        if number > _LOOK:
            break
    return tuple(files), False

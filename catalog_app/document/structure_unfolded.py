"""What was unfolded in a structural map is found again after an edit, also where it was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog_app.document.address import Address
from catalog_app.document.package_spots import Children, Spot, children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog_app.document.structure_rows import Node, Structure

_NEAR = 100


class Unfolding:
    """Unfolds in rows that have been read anew what was unfolded before.

    A division is known by its start tag, and if that has no ID by that of the first one inside: at
    its old place, or where that is when one before it has come or gone, `edited`; else among its
    neighbours, else behind the place that the edit meant. One that is found nowhere has been edited
    itself, if there are as many beside it as before.
    """

    def __init__(
        self, rows: Structure, before: Node, now: Node, edited: Iterable[Address | None] = ()
    ) -> None:
        self._rows, self._edited = rows, edited
        self._lost: list[tuple[Node, Node | None]] = []
        self._follow(before, now)

    def seek(self, there: Address | None) -> None:
        """Look for what is no longer where it was, first at the place that an edit meant."""
        while self._lost:
            node, around = self._lost.pop()
            found = there is not None and self._seek_at(there, node)
            if not found and not (around is not None and self._unfold(node, around, node.index)):
                self._lost += [(inner, None) for inner in node.open.values()]

    def _seek_at(self, there: Address, node: Node) -> bool:
        section = self._rows.section
        if there == section or not section.contains(there) or there.name != "div":
            return False
        self._rows.reveal(there)
        around, first = self._rows.node_above(there), there.steps[-1].occurrence - 1
        return around is not None and self._find(node, around, range(first, first + _NEAR))

    def _follow(self, before: Node, now: Node) -> None:
        """Unfold what is right inside a division, and what is inside that."""
        by = len(now.children) - len(before.children)
        first = self._edited_in(now) if by else None
        gone = []
        for node in before.open.values():
            moved = first is not None and first <= node.index
            places = (node.index + by, node.index) if moved else (node.index,)
            if not self._find(node, now, places):
                gone.append(node)
        around = now if len(before.children) == len(now.children) else None
        for node in gone:
            near = (node.index + way * far for far in range(1, _NEAR) for way in (1, -1))
            if not self._find(node, now, near):
                self._lost.append((node, around))

    def _edited_in(self, around: Node) -> int | None:
        """The index of the division right inside one that an edit was about."""
        for one in self._edited:
            if one is not None and one.steps and one.parent == around.address:
                return one.steps[-1].occurrence - 1
        return None

    def _find(self, node: Node, around: Node, indexes: Iterable[int]) -> bool:
        for index in indexes:
            inside = 0 <= index < len(around.children) and index not in around.open
            if inside and self._is_it(node, around.children.spot(index)):
                return self._unfold(node, around, index)
        return False

    def _is_it(self, node: Node, spot: Spot) -> bool:
        if spot.tag.rest != node.said[0]:
            return False
        inside = children(self._rows.document, spot, "div")
        return len(inside) > 0 and (
            "ID" in spot.tag.attributes or said_by(spot, inside) == node.said
        )

    def _unfold(self, node: Node, around: Node, index: int) -> bool:
        if index not in around.open and not self._rows.unfold_at(around, index):
            return False
        self._follow(node, around.open[index])
        return True


def said_by(spot: Spot, inside: Children) -> tuple[bytes, bytes]:
    """What a division is known by: its start tag, and that of the first division inside."""
    return spot.tag.rest, inside.spot(0).tag.rest

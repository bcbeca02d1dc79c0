"""The children of an element as runs of one name: of a large one, without parsing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_app.document.element import Element, boxed
from catalog_app.document.names import Name
from catalog_app.lossless.part import Box, Part
from catalog_app.lossless.spans import Node


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring children of one name: how many, and where the first of them is to be found."""

    name: Name
    count: int
    parent: Element
    item: Part | Box | None
    index: int

    @property
    def part(self) -> Part:
        """The part in which the first child stands; for one that is cut, that of its tag."""
        if isinstance(self.item, Box):
            assert self.item.open is not None
            return self.item.open
        return self.item or self.parent.part

    @property
    def first(self) -> Element:
        """The first child of the run."""
        return self._child(0)

    @property
    def last(self) -> Element:
        """The last child of the run."""
        return self._child(self.count - 1)

    def _child(self, number: int) -> Element:
        if isinstance(self.item, Box):
            return boxed(self.parent.document, self.item)
        if self.item is not None and self.item.coarse:
            return self.parent.document.refined(self.item)
        box = self.parent.box
        around = self.part.fragment(box.namespaces) if box else self.parent.node
        return Element(self.parent.document, self.part, around.elements[self.index + number])


def runs(parent: Element) -> Iterator[Run]:
    """The children in document order; a run may follow another one of its name."""
    if parent.box is None:
        for index, node in enumerate(parent.node.elements):
            yield Run((node.namespace, node.local), 1, parent, None, index)
        return
    for item in parent.box.items:
        if isinstance(item, Box):
            yield Run(boxed(parent.document, item).name, 1, parent, item, 0)
            continue
        index = 0
        for name, count in item.heads(parent.box.namespaces):
            yield Run(name, count, parent, item, index)
            index += count


def sibling_of(parent: Element, child: Element, by: int) -> Element | None:
    """The child right behind (1) or before (-1) another one, or None."""
    return _near(parent, child, by, _beside(child), runs(parent))


def like_of(parent: Element, child: Element, by: int) -> Element | None:
    """The nearest child of the same name behind (1) or before (-1) another one, or None."""
    beside = [n for n in _beside(child) if _named(n, child.name)]
    return _near(parent, child, by, beside, (r for r in runs(parent) if r.name == child.name))


def _near(
    parent: Element, child: Element, by: int, beside: list[Node], every: Iterator[Run]
) -> Element | None:
    """One step from a child: among those in its part, else to the run behind or before.

    Of a large element very many runs are looked through only where there is no way round it.
    """
    at = next(k for k, node in enumerate(beside) if node.start == child.node.start) + by
    if 0 <= at < len(beside):
        return Element(parent.document, child.part, beside[at])
    there = list(every)
    mine = [k for k, run in enumerate(there) if run.part is child.part]
    at = mine[-1] + 1 if by > 0 else mine[0] - 1
    if not 0 <= at < len(there):
        return None
    return there[at].first if by > 0 else there[at].last


def _beside(child: Element) -> list[Node]:
    above = child.node.parent if child.box is None else None
    return above.elements if above is not None else [child.node]


def _named(node: Node, name: Name) -> bool:
    return (node.namespace, node.local) == name

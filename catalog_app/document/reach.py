"""How far an ID reaches: it names something in its own package, and in no other one of the file."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.document.names import is_package
from catalog_app.lossless.part import Part

Span = tuple[int, int]
_ALL = (0, 1 << 62)


class Reach:
    """The parts of a package, or of what is in no package, and which stretches of them belong.

    Good only as long as the document does not change.
    """

    def __init__(self, document: Document, package: Anchor | None) -> None:
        self.document = document
        self._own: dict[int, Span] = {}
        self._others: dict[int, list[Span]] = {}
        own = _spans(document, package) if package else _everything(document)
        self.parts: list[Part] = [part for part, _ in own]
        self._own = {part.id: span for part, span in own if span != _ALL}
        every = document.packages()
        if len(every) > (package is not None):
            self._leave_out([one for one in every if one != package])

    def _leave_out(self, packages: list[Anchor]) -> None:
        """Other packages that stand inside are none of this one's business."""
        mine = {part.id for part in self.parts}
        gone: set[int] = set()
        for other in packages:
            if other.part not in mine or other.part in gone:
                continue
            for part, span in _spans(self.document, other):
                if span == _ALL:
                    gone.add(part.id)
                elif self._is_inside(part.id, span):
                    self._others.setdefault(part.id, []).append(span)
        if gone:
            self.parts = [part for part in self.parts if part.id not in gone]

    def _is_inside(self, part: int, span: Span) -> bool:
        start, end = self._own.get(part, _ALL)
        return start <= span[0] and span[1] <= end

    def holds(self, part: int, offset: int) -> bool:
        """Whether what stands at an offset in one of the parts, or in a piece of one, belongs."""
        start, end = self._own.get(part, _ALL)
        if not start <= offset < end:
            return False
        return not any(first <= offset < last for first, last in self._others.get(part, ()))

    def stretches(self, part: Part) -> Iterator[Span]:
        """What of the text of one of the parts belongs."""
        start, end = self._own.get(part.id, (0, part.size))
        for first, last in sorted(self._others.get(part.id, ())):
            if first >= start:
                yield start, first
                start = last
        yield start, end


def reach_of(document: Document, near: Address | None = None) -> Reach:
    """How far the IDs of what stands at an address reach; without one, through the only package."""
    return Reach(document, package_at(document, near))


def package_at(document: Document, near: Address | None) -> Anchor | None:
    """The package around an address, or the only one there is; None where there is none."""
    packages = document.packages()
    if near is None:
        return packages[0] if len(packages) == 1 else None
    anchor = document.anchor(near.part)
    if anchor is None or anchor.kind == "mets":
        return anchor
    around = document.anchored(anchor).around()
    return next((document.anchor_at(one) for one in around if is_package(one.name)), None)


def _everything(document: Document) -> list[tuple[Part, Span]]:
    return [(part, _ALL) for part in document.parts.order]


def _spans(document: Document, package: Anchor) -> list[tuple[Part, Span]]:
    element = document.anchored(package)
    if element.box is not None:
        return [(part, _ALL) for part in element.box.all_parts()]
    return [(element.part, (element.node.start, element.node.end))]

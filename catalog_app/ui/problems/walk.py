"""Which finding comes next, seen from a place that has none itself."""

from __future__ import annotations

from collections.abc import Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.validation.finding import Finding

Spot = tuple[int, int, int]


def next_row(
    document: Document, shown: Sequence[Finding], place: Address, severity: str, by: int
) -> int:
    """The row to go to from a place: as if it stood in the list among those of a severity.

    `shown` is in the order of the list: by severity, and within one as the document goes.
    """
    same = [row for row, finding in enumerate(shown) if finding.severity == severity]
    if not same:
        return 0 if by > 0 else len(shown) - 1
    here = spot(document, place)
    if by > 0:
        behind = [row for row in same if _spot_of(document, shown[row], here) >= here]
        return behind[0] if behind else (same[-1] + 1) % len(shown)
    before = [row for row in same if _spot_of(document, shown[row], here) < here]
    return before[-1] if before else (same[0] - 1) % len(shown)


def _spot_of(document: Document, finding: Finding, here: Spot) -> Spot:
    """Where a finding stands; only one on the very line that is asked about is looked up."""
    if finding.address is None:
        return 0, 0, 0
    if finding.line and finding.line != here[0]:
        return finding.line, 0, 0
    return spot(document, finding.address)


def spot(document: Document, place: Address) -> Spot:
    """Where a place is in the file: line, number of the part, offset in it.

    What is not there any more, or not yet, stands behind its last neighbour of the same name, or
    else at the beginning of what would hold it.
    """
    place = place.element
    element = document.element(place)
    if element is not None:
        return _at(element, place, element.node.start)
    last = place.steps[-1] if place.steps else None
    for number in range(last.occurrence - 1 if last else 0, 0, -1):
        before = document.element(place.parent.child(last.name, number))
        if before is not None:
            return _at(before, place, before.node.end)
    return spot(document, place.parent) if last else (0, 0, 0)


def _at(element: Element, place: Address, offset: int) -> Spot:
    number = int(place.part.lstrip("abcdefghijklmnopqrstuvwxyz") or 0)
    return element.document.line_of(element.part, offset), number, offset

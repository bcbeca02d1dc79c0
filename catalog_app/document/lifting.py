"""Many elements found and taken out by their places, without parsing their neighbours."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.package_spots import Children, Spot, children, spot_of
from catalog_app.document.writing import removed
from catalog_app.lossless.part import Part
from catalog_app.lossless.plain import PLAIN
from catalog_app.lossless.splice import Splice

_BLANK = b" \t\r\n"
_MANY = ("file", "div")


class Lifting:
    """Looks addresses up; siblings that are asked for one after the other are counted once.

    Good only as long as the document does not change.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[tuple[Address, str], Children | None] = {}

    def spot(self, address: Address) -> Spot | None:
        """Where a file or division stands, or None."""
        step = address.steps[-1] if address.steps else None
        if step is None or step.name not in _MANY:
            return None
        key = address.parent, step.name
        if key not in self._known:
            around = spot_of(self._document, address.parent)
            there = children(self._document, around, step.name) if around else None
            self._known[key] = there
        siblings = self._known[key]
        if siblings is None or step.occurrence > len(siblings):
            return None
        return siblings.spot(step.occurrence - 1)

    def lifted(self, address: Address) -> tuple[bytes, list[Splice]] | None:
        """The bytes of an element and the splices that take it away with its indentation."""
        spot = self.spot(address)
        gone = lifted_at(spot.part, spot.start) if spot is not None and spot.box is None else None
        if gone is not None:
            return gone.old.lstrip(_BLANK), [gone]
        element = self._document.element(address)
        return (element.raw, removed(element)) if element is not None else None


def lifted_at(part: Part, start: int) -> Splice | None:
    """The splice that takes away the plain element at an offset, with its indentation."""
    text = part.text
    whole = PLAIN.match(text, start)
    if whole is None:
        return None
    first = _indented(text, start)
    return Splice(part.id, first, text[first : whole.end()], b"")


def _indented(text: bytes, start: int) -> int:
    """Where the indentation of an element begins: at its line end, if it has its line to itself."""
    first = start
    while first and text[first - 1] in _BLANK:
        first -= 1
    if first and text[first - 1 : first] != b">":
        return start
    cut = max(text.rfind(b"\n", first, start), text.rfind(b"\r", first, start))
    if cut < 0:
        return start
    return cut - (cut > first and text[cut - 1 : cut + 1] == b"\r\n")

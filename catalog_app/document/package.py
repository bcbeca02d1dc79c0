"""A METS package: its header and sections with what they wrap, read as little as can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.foreign import description_above
from catalog_app.document.labels import label
from catalog_app.document.package_spots import Spot, children, package_spot, spot_of

SECTIONS = (
    "metsHdr", "dmdSec", "amdSec", "fileSec", "structMap", "structLink", "behaviorSec",
)  # fmt: skip
METADATA = ("techMD", "rightsMD", "sourceMD", "digiprovMD")


@dataclass(frozen=True, slots=True)
class Section:
    """One section: where it is, its ID, what people call it, and what it wraps.

    `wraps` is the standard that is named (“MODS”, “PREMIS:OBJECT”, “EPDCX”), "" where nothing is
    wrapped; `outside` is the address of metadata kept elsewhere; `encoded` tells of Base64 data.
    """

    address: Address
    id: str
    label: str
    wraps: str = ""
    outside: str = ""
    encoded: bool = False

    @property
    def name(self) -> str:
        """The section's name in the standard."""
        return self.address.name

    @property
    def title(self) -> str:
        """The section in a line: label, ID and what is in it."""
        pieces = (self.label, self.id, self.wraps or self.outside)
        return " · ".join(piece for piece in pieces if piece)


def sections(document: Document, package: str) -> Iterator[Section]:
    """The header and sections of a package by kind, those inside amdSec after it."""
    spot = package_spot(document, package)
    if spot is None:
        return
    root = Address(package)
    for name in SECTIONS:
        for number, inner in enumerate(children(document, spot, name).spots(), 1):
            here = root.child(name, number)
            yield _section(document, here, inner)
            if name == "amdSec":
                yield from metadata(document, here, inner)


def metadata(document: Document, address: Address, spot: Spot) -> Iterator[Section]:
    """The metadata sections inside an amdSec."""
    if spot.part.coarse:
        return
    for name in METADATA:
        for number, inner in enumerate(children(document, spot, name).spots(), 1):
            yield _section(document, address.child(name, number), inner)


def _section(document: Document, address: Address, spot: Spot) -> Section:
    own = spot.tag.attributes
    words = label(document, address)
    named = own.get("ID") or own.get("TYPE") or own.get("LABEL") or ""
    if not is_holder(address) or spot.part.coarse or spot.box is not None:
        return Section(address, named, words)
    wraps, outside, encoded = "", "", False
    for tag in spot.inside():
        if tag.depth == 1 and tag.local in ("mdWrap", "mdRef"):
            said = tag.attributes
            kind = said.get("MDTYPE", "")
            wraps = said.get("OTHERMDTYPE", "") or kind if kind in ("OTHER", "") else kind
            outside = said.get("href", "") if tag.local == "mdRef" else ""
        encoded = encoded or (tag.depth == 2 and tag.local == "binData")
        if tag.depth >= 3 or encoded:
            break
    return Section(address, named, words, wraps, outside, encoded)


def is_holder(section: Address) -> bool:
    """Whether a section is one that wraps metadata, or points at it."""
    return section.name == "dmdSec" or section.name in METADATA


def section_at(document: Document, address: Address) -> Section | None:
    """The section at an address, or inside one; None where there is none or it is still coarse."""
    spot = spot_of(document, address)
    return _section(document, address, spot) if spot is not None else None


def form_root(document: Document, address: Address) -> Address:
    """What a form shows for a place in a package.

    Its file, file group or division, the description that is wrapped there, or the section; of a
    section of metadata, or one that is very large, the very part of it.
    """
    if not address.steps:
        return address.element
    described = description_above(document, address)
    if described is not None:
        return described
    if address.part.startswith("entry"):
        return Address(address.part)
    kinds = _NESTED.get(address.steps[0].name, ())
    deep = 1
    while deep < len(address.steps) and address.steps[deep].name in kinds:
        deep += 1
    if deep == 1 and len(address.steps) > 1 and _stands_alone(document, address):
        deep = 2
    return Address(address.part, address.steps[:deep])


def _stands_alone(document: Document, address: Address) -> bool:
    """Whether what is inside a section has a form of its own."""
    if address.steps[1].name in METADATA:
        return True
    spot = spot_of(document, Address(address.part, address.steps[:1]))
    return spot is not None and spot.box is not None


def is_shown(document: Document, root: Address, address: Address) -> bool:
    """Whether the form of one place shows another one: it is inside, and not beside the form."""
    if not root.contains(address):
        return False
    shown = form_root(document, address)
    if len(root.steps) == 1 and shown.name in METADATA:
        spot = spot_of(document, root)
        return spot is not None and spot.box is None
    return shown == root


def aside(root: Address) -> frozenset[str]:
    """The names of children that are shown beside the form of a place, not in it."""
    return frozenset(_NESTED.get(root.steps[0].name, ())) if root.steps else frozenset()


_NESTED: dict[str, tuple[str, ...]] = {
    "fileSec": ("fileGrp", "file"),
    "structMap": ("div",),
}

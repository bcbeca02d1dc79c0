"""What a file describes, counted as a cataloguer does: items, not the licences beside them."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_app.document.address import Address
from catalog_app.document.anchors import Anchor
from catalog_app.document.document import Document
from catalog_app.lossless.part import Box, Part

_ASIDE = b"amdSec"
_WRAPPERS = ("mods", "modsCollection", "xmlData", "mdWrap")


def is_description(document: Document, anchor: Anchor) -> bool:
    """Whether a record describes an item; False for one that states rights or the like.

    What was not edited is not parsed: there the sections around a record are known by their
    start tags, while an edit may have put another section before the record's own in its part.
    """
    part = document.parts[anchor.part]
    if part.touched:
        here = document.anchored(anchor).around()
        return not any(one.name[1] == _ASIDE.decode() for one in here)
    return not any(_named(around, _ASIDE) for around in (part, *_opened(document, part)))


def section_around(document: Document, anchor: Anchor) -> Address:
    """The section of a package that wraps a record: a description, a statement of rights."""
    outer = list(document.anchored(anchor).around())
    section = next((one for one in outer if one.name[1] not in _WRAPPERS), outer[-1])
    return document.address_of(section)


def _opened(document: Document, part: Part) -> Iterator[Part]:
    """The start tags of the elements around a part, as far as those are cut into parts."""
    box: Box | None = document.parts.box_of(part)
    while box is not None:
        if box.open is not None:
            yield box.open
        box = box.parent


def _named(part: Part, local: bytes) -> bool:
    tag = part.first_tag()
    return tag is not None and tag["name"].rpartition(b":")[2] == local


def descriptions(document: Document) -> list[int]:
    """The numbers of the records that describe items; of all records where none does."""
    records = document.records()
    every = list(range(1, len(records) + 1))
    if not document.packages():
        return every
    found = [number for number in every if is_description(document, records[number - 1])]
    return found or every
